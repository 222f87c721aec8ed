//! Every customer with its one level: computed, or changed by hand with a reason.

use super::monday::overrides_without_reason;
use crate::customers::Field;
use crate::i18n::explain::level_why;
use crate::i18n::{Format, texts, words::plan as words};
use crate::inputs::Action;
use crate::recipe::Level;
use crate::views::sheet::table::page_of;
use crate::views::sheet::{
    Block, Cell, Choice, Column, Control, ControlKind, Doing, Pager, Row, Sheet, Table, Tone,
};
use crate::views::{Facts, Request};

/// Rows a page.
const PAGE: usize = 40;

/// A first; everything else in the analysis is advice, this is what happens.
pub fn customers(facts: Facts, request: &Request, sheet: &mut Sheet) {
    let format = request.format;
    let language = format.language;
    sheet.push(Block::heading(words::customers_title(language)));
    match overrides_without_reason(facts) {
        0 => {}
        count => {
            sheet.push(Block::text(Tone::Warning, words::override_missing(language, &format.count(count))));
        }
    }
    sheet.push(Block::Table(Box::new(table(facts, request))));
}

fn table(facts: Facts, request: &Request) -> Table {
    let format = request.format;
    let language = format.language;
    let asked = request.table("plan");
    // On screen a changed level keeps its place, where its reason is asked.
    let found: Vec<usize> = by_level(facts, &facts.levels.advised)
        .into_iter()
        .filter(|&i| facts.answers(&asked.search, i))
        .collect();
    let matches = found.len();
    let (shown, page, pages) = page_of(found, &asked, PAGE);
    let shell = &texts(language).shell;
    Table {
        name: "plan".to_owned(),
        title: words::customers_title(language),
        columns: vec![
            Column::text(words::level(language)),
            Column::text(shell.customer),
            Column::text(words::reason(language)),
            Column::text(words::owner(language)),
            Column::number(words::visits(language)),
            Column::number(words::calls(language)),
        ],
        rows: shown.into_iter().map(|i| row(facts, format, i)).collect(),
        search: shell.search.to_owned(),
        pager: Some(Pager {
            page,
            pages,
            matches: format.counted(matches, shell.one_customer, shell.customers),
        }),
        request: asked,
        ..Table::default()
    }
}

/// A first, then B, C, D and without level; within a level by value, then list order.
pub fn by_level(facts: Facts, levels: &[Option<Level>]) -> Vec<usize> {
    let value = &facts.measures.value;
    let unvalued = (0..facts.customers.len()).filter(|&i| value.of(i).is_none());
    let mut parts: [Vec<usize>; 5] = std::array::from_fn(|_| Vec::new());
    for i in value.order().iter().copied().chain(unvalued) {
        parts[levels.get(i).copied().flatten().map_or(4, |level| level as usize)].push(i);
    }
    parts.concat()
}

fn row(facts: Facts, format: Format, i: usize) -> Row {
    let who = facts.who(i);
    let level = facts.levels.level.get(i).copied().flatten();
    let service = &facts.recipe().service;
    let times = |of: Option<f64>| Cell::Number(format.short_number(of.unwrap_or(0.0), 1));
    let letter = Cell::Letter { letter: level.map_or("", Level::letter).to_owned(), words: "–".to_owned() };
    let owner = facts.customers.text(Field::Owner, i).unwrap_or_default().to_owned();
    Row {
        cells: vec![
            Cell::Stack(vec![letter, Cell::Control(Box::new(change(facts, format, i)))]),
            Cell::Customer { who: who.clone(), why: Vec::new() },
            reason(facts, format, i),
            Cell::Text(owner),
            times(level.map(|level| *service.visits.get(level))),
            times(level.map(|level| *service.calls.get(level))),
        ],
        key: who.key,
        ..Row::default()
    }
}

/// Another level, or back to the computed one.
fn change(facts: Facts, format: Format, i: usize) -> Control {
    let (who, language) = (facts.who(i), format.language);
    let edit = facts.level_edit(i);
    let computed = facts.levels.advised.get(i).copied().flatten();
    let computed = computed.map_or_else(|| words::no_level(language), |level| level.letter().to_owned());
    let customer = facts.plan_key(i);
    let choice = |level: Option<Level>, label: String| Choice {
        label,
        doing: Doing::Act(Action::Level { customer: customer.to_owned(), level }),
    };
    let mut choices = vec![choice(None, words::computed(language, &computed))];
    choices.extend(Level::ALL.map(|level| choice(Some(level), level.letter().to_owned())));
    Control {
        id: "level-select".to_owned(),
        label: words::change_level(language, &who.name),
        bare: true,
        kind: ControlKind::Choices {
            choices,
            chosen: Some(edit.map_or(0, |edit| edit.level as usize + 1)),
            as_list: true,
        },
        ..Control::default()
    }
}

/// Why this level; a level by hand asks for its reason.
fn reason(facts: Facts, format: Format, i: usize) -> Cell {
    let (who, language) = (facts.who(i), format.language);
    let Some(edit) = facts.level_edit(i) else { return Cell::Text(why(facts, format, i)) };
    let asked = words::override_reason(language);
    let customer = facts.plan_key(i).to_owned();
    Cell::Control(Box::new(Control {
        id: "level-reason".to_owned(),
        label: format!("{asked} {}", who.name),
        bare: true,
        message: if edit.reason.trim().is_empty() { asked.clone() } else { String::new() },
        kind: ControlKind::Text { value: edit.reason.clone(), lines: 1, placeholder: asked },
        doing: Doing::Fill(Action::LevelReason { customer, text: String::new() }),
        ..Control::default()
    }))
}

/// The reason in words: the person's own where there is one.
pub fn why(facts: Facts, format: Format, i: usize) -> String {
    if let Some(edit) = facts.level_edit(i) {
        return edit.reason.clone();
    }
    let rule = level_why(facts.levels.why.get(i).copied().unwrap_or_default(), format.language);
    match facts.choice_of(i).map(|choice| choice.reason.as_str()).filter(|reason| !reason.is_empty()) {
        Some(reason) => format!("{rule}: {reason}"),
        None => rule.to_owned(),
    }
}

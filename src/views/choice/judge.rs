//! The judgement grid: customers down, judgements across; what the list lacks is filled in here.

use crate::sorted::{SortedMap, SortedSet};
use std::rc::Rc;

use crate::customers::{Field, Kind, Typed};
use crate::i18n::explain::said;
use crate::i18n::{Format, field_name, texts, words::judge as words};
use crate::inputs::Action;
use crate::segments::{JudgedColumn, LetterClass, OwnColumn, OwnKind, Placed};
use crate::views::sheet::cell_grid::{CellGrid, GridCell, GridColumn, GridRow, PART, WHOLE};
use crate::views::sheet::{
    Block, Choice, Control, ControlKind, Doing, FilterButton, Link, Sheet, Text, Tone,
};
use crate::views::{Facts, Place, Request, Screen};

/// What is judged unless the team adds more.
const FIELDS: [Field; 9] = [
    Field::Potential,
    Field::Strategic,
    Field::Growth,
    Field::Launching,
    Field::BowlingAlley,
    Field::PerceivedValue,
    Field::Network,
    Field::Fit,
    Field::Referrals,
];
/// Facts that help most and that a person may know when the list does not.
const MORE: [Field; 12] = [
    Field::Margin,
    Field::Hours,
    Field::Sector,
    Field::Owner,
    Field::DaysLate,
    Field::OverdueDays,
    Field::Complaints,
    Field::Returns,
    Field::Orders,
    Field::PaymentTerm,
    Field::LastContact,
    Field::ContractEnd,
];
const NAMES: usize = 40;

/// A column with how it is read.
struct Judging {
    column: JudgedColumn,
    key: String,
    label: String,
    kind: Kind,
}

/// A list with only names and revenue becomes fully usable here.
pub fn judge(facts: Facts, request: &Request) -> Sheet {
    let format = request.format;
    let language = format.language;
    let judgements = &facts.inputs.judgements;
    let placed = judgements.placed(facts.customers);
    let columns = columns(facts, format);
    let cells: usize = judgements.cells.values().map(SortedMap::len).sum();
    let title = match cells {
        0 => words::title_none(language),
        cells => words::title(language, &format.count(cells), &format.count(judgements.cells.len())),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.eyebrow = words::eyebrow(language);
    sheet.lead = vec![words::lede(language).into()];
    let wrong = unreadable(&columns, &placed);
    let warning = match wrong {
        0 => None,
        1 => Some(words::unreadable_one(language)),
        many => Some(words::unreadable(language, &format.count(many))),
    };
    for (line, id) in [(warning, "cells-unreadable"), (unmatched(facts, &placed, format), "judged-unmatched")]
    {
        if let Some(line) = line {
            sheet.push(Block::Text(Text { tone: Tone::Warning, line: line.into(), id: id.to_owned() }));
        }
    }
    let grid = grid(facts, request, &columns, &placed);
    let all = if grid.count > WHOLE {
        words::keys_first(language, &format.count(WHOLE))
    } else {
        words::keys_all(language)
    };
    sheet.push(Block::Cells(Rc::new(grid)));
    sheet.push(Block::text(Tone::Soft, words::keys(language, &all)));
    sheet.push(Block::card(words::gains_title(language), vec![gains(facts, format)]));
    sheet.push(more_columns(facts, format));
    sheet.back = Some(Link::to(words::to_factors(language), Place::sheet(Screen::Choice, "factors")));
    sheet.next = Some(Link { primary: true, ..Link::to(words::to_choice(language), Screen::Choice) });
    sheet
}

fn columns(facts: Facts, format: Format) -> Vec<Judging> {
    let language = format.language;
    let judgements = &facts.inputs.judgements;
    let field = |field: Field| (JudgedColumn::Field(field), field_name(field, language).to_owned());
    let factors = facts.recipe().factors.factors.iter().filter(|factor| factor.on);
    let fields = FIELDS.into_iter().chain(judgements.fields.iter().copied()).map(field);
    let all =
        fields
            .chain(factors.map(|factor| {
                (JudgedColumn::Factor(factor.id.clone()), said(&factor.name, language).to_owned())
            }))
            .chain(judgements.own.iter().map(|own| (JudgedColumn::Own(own.name.clone()), own.name.clone())));
    all.filter_map(|(column, label)| {
        Some(Judging { key: column.key(), kind: judgements.kind(&column)?, column, label })
    })
    .collect()
}

fn grid(facts: Facts, request: &Request, columns: &[Judging], placed: &Placed) -> CellGrid {
    let format = request.format;
    let language = format.language;
    let asked = request.table("judge");
    let order = order(facts);
    let part = |filter: &str, i: usize| match filter {
        "shortlist" => facts.shortlist.is_member[i],
        "needs" => facts.letters.class[i] == LetterClass::NeedsData,
        "judged" => placed.contains_key(&i),
        "wrong" => placed.get(&i).is_some_and(|(_, cells)| wrong_cells(columns, cells) > 0),
        _ => true,
    };
    let filters = [
        ("", words::filter_all(language)),
        ("shortlist", words::filter_shortlist(language)),
        ("needs", words::filter_needs(language)),
        ("judged", words::filter_judged(language)),
        ("wrong", words::show_unreadable(language)),
    ];
    let filters = filters.map(|(key, label)| FilterButton {
        count: format.count(order.iter().filter(|&&i| part(key, i)).count()),
        key: key.to_owned(),
        label,
    });
    let found: Vec<usize> =
        order.into_iter().filter(|&i| part(&asked.filter, i) && facts.answers(&asked.search, i)).collect();
    let page = asked.page.min(found.len().saturating_sub(1) / PART);
    let from = page.saturating_sub(1) * PART;
    let shell = &texts(language).shell;
    let rows = found.iter().skip(from).take(WHOLE).map(|&i| row(facts, format, columns, placed, i));
    CellGrid {
        name: "judge".to_owned(),
        title: words::grid(language),
        first: words::customer(language),
        columns: columns.iter().map(|judging| shown(judging, format)).collect(),
        rows: rows.collect(),
        from,
        count: found.len(),
        search: shell.search.to_owned(),
        filters: filters.into_iter().collect(),
        matches: format.counted(found.len(), shell.one_customer, shell.customers),
        empty: words::none_found(language),
        request: asked,
    }
}

/// The shortlist first, then by value, then those without a known value.
fn order(facts: Facts) -> Vec<usize> {
    facts.by_value_after(facts.shortlist.members.iter().copied())
}

fn shown(judging: &Judging, format: Format) -> GridColumn {
    let language = format.language;
    let hint = match judging.kind {
        // The names of the criteria say it themselves.
        Kind::Score if judging.label.contains('5') => String::new(),
        Kind::Score => words::hint_score(language),
        Kind::YesNo => words::hint_yes_no(language),
        Kind::Money => words::hint_money(language),
        Kind::Number => words::hint_number(language),
        Kind::Share => words::hint_share(language),
        Kind::Date => words::hint_date(language),
        Kind::Text => words::hint_text(language),
    };
    let numeric = !matches!(judging.kind, Kind::Text | Kind::YesNo);
    GridColumn { key: judging.key.clone(), label: judging.label.clone(), hint, numeric }
}

fn row(facts: Facts, format: Format, columns: &[Judging], placed: &Placed, i: usize) -> GridRow {
    let judged = placed.get(&i);
    let cell = |judging: &Judging| {
        let typed = judged.and_then(|(_, cells)| cells.get(&judging.key));
        GridCell {
            listed: if typed.is_none() { listed(facts, format, &judging.column, i) } else { String::new() },
            means: typed.and_then(|text| means(text, judging.kind, format)),
            message: match typed {
                Some(text) if is_wrong(text, judging.kind) => wrong_words(judging.kind, format),
                _ => String::new(),
            },
        }
    };
    GridRow {
        key: judged.map_or_else(|| facts.customers.key(i), |(key, _)| key).to_owned(),
        who: facts.who(i),
        cells: columns.iter().map(cell).collect(),
    }
}

/// A yes or no in the words of the list, however it was typed.
fn means(text: &str, kind: Kind, format: Format) -> Option<(String, String)> {
    let Typed::YesNo(yes) = Typed::read(text, kind) else { return None };
    let word = yes_no(yes, format);
    (word != text).then(|| (text.to_owned(), word))
}

fn yes_no(yes: bool, format: Format) -> String {
    let shell = &texts(format.language).shell;
    (if yes { shell.yes } else { shell.no }).to_owned()
}

/// What the list itself says.
fn listed(facts: Facts, format: Format, column: &JudgedColumn, i: usize) -> String {
    let customers = facts.customers;
    let yes_no = |yes: bool| yes_no(yes, format);
    match column {
        JudgedColumn::Field(field) => match field.kind() {
            Kind::Text => customers.text(*field, i).map(str::to_owned),
            Kind::Money => customers.money(*field, i).map(|amount| format.decimal(amount)),
            Kind::Share => customers.number(*field, i).map(|share| format.percent(share, 1)),
            Kind::Number | Kind::Score => {
                customers.number(*field, i).map(|number| format.short_number(number, 2))
            }
            Kind::Date => customers.date(*field, i).map(|date| format.short_date(date)),
            Kind::YesNo => customers.yes_no(*field, i).map(yes_no),
        },
        JudgedColumn::Factor(id) => {
            let found = facts.factors.factors.iter().find(|found| found.id == *id);
            found.and_then(|found| found.answers.get(i)?.known()).map(yes_no)
        }
        JudgedColumn::Own(_) => None,
    }
    .unwrap_or_default()
}

fn is_wrong(text: &str, kind: Kind) -> bool {
    Typed::read(text, kind) == Typed::Unreadable
}

fn wrong_words(kind: Kind, format: Format) -> String {
    let language = format.language;
    match kind {
        Kind::Score => words::wrong_score(language),
        Kind::YesNo => words::wrong_yes_no(language),
        Kind::Money => words::wrong_money(language),
        Kind::Date => words::wrong_date(language),
        Kind::Number | Kind::Share | Kind::Text => words::wrong_number(language),
    }
}

fn wrong_cells(columns: &[Judging], cells: &SortedMap<String, String>) -> usize {
    let wrong = |judging: &&Judging| cells.get(&judging.key).is_some_and(|text| is_wrong(text, judging.kind));
    columns.iter().filter(wrong).count()
}

fn unreadable(columns: &[Judging], placed: &Placed) -> usize {
    placed.values().map(|(_, cells)| wrong_cells(columns, cells)).sum()
}

/// Judged before, and not in this list.
fn unmatched(facts: Facts, placed: &Placed, format: Format) -> Option<String> {
    let judgements = &facts.inputs.judgements;
    if placed.len() == judgements.cells.len() {
        return None;
    }
    let here: SortedSet<&str> = placed.values().map(|(key, _)| *key).collect();
    let gone: Vec<&str> =
        judgements.cells.keys().map(String::as_str).filter(|key| !here.contains(key)).take(NAMES).collect();
    let gone: Vec<&str> = gone.into_iter().map(|key| facts.called(key)).collect();
    (!gone.is_empty()).then(|| words::unmatched(format.language, &gone.join(", ")))
}

/// What the judgements bring: ranks, letters, growth room.
fn gains(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let (active, customers) = (facts.inventory.active, facts.customers.len());
    let count = |number: usize| format.count(number);
    let known_share = facts.recipe().choice.known_share - 1e-12;
    let of_active = |holds: &dyn Fn(usize) -> bool| {
        (0..customers).filter(|&i| facts.inventory.is_active(i) && holds(i)).count()
    };
    let ranked =
        of_active(&|i| facts.selection.score[i].is_some() && facts.selection.known_weight[i] >= known_share);
    let room = of_active(&|i| facts.growth.places[i].room.is_some());
    let lettered = facts.letters.class.iter().filter(|class| class.level().is_some()).count();
    Block::list(
        false,
        [
            words::gain_ranked(language, &count(ranked), &count(active)),
            words::gain_lettered(language, &count(lettered), &count(customers)),
            words::gain_growth(language, &count(room), &count(active)),
        ],
    )
}

/// Columns to add: the team's own, and facts that the list lacks; and to take away again.
fn more_columns(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let judgements = &facts.inputs.judgements;
    let kinds = [
        (OwnKind::Score, words::own_score(language)),
        (OwnKind::YesNo, words::own_yes_no(language)),
        (OwnKind::Number, words::own_number(language)),
        (OwnKind::Text, words::own_text(language)),
    ];
    // The name is typed once; the button of the kind adds the column.
    let own = kinds.map(|(kind, label)| Choice {
        label,
        doing: Doing::Fill(Action::AddOwn(OwnColumn { name: String::new(), kind })),
    });
    let own = Control {
        id: "own-column".to_owned(),
        label: words::own_name(language),
        hint: words::own_hint(language),
        kind: ControlKind::Entry { placeholder: words::own_placeholder(language), choices: own.to_vec() },
        ..Control::default()
    };
    let mut fields = vec![Choice { label: words::choose_field(language), doing: Doing::Nothing }];
    let free = MORE.into_iter().filter(|field| !judgements.fields.contains(field));
    fields.extend(free.map(|field| Choice {
        label: field_name(field, language).to_owned(),
        doing: Doing::Act(Action::AddField(field)),
    }));
    let field = Control {
        id: "add-field".to_owned(),
        label: words::add_field(language),
        kind: ControlKind::Choices { choices: fields, chosen: Some(0), as_list: true },
        ..Control::default()
    };
    let added = judgements
        .fields
        .iter()
        .map(|field| (JudgedColumn::Field(*field).key(), field_name(*field, language).to_owned()))
        .chain(
            judgements.own.iter().map(|own| (JudgedColumn::Own(own.name.clone()).key(), own.name.clone())),
        );
    let removals: Vec<Link> = added
        .map(|(column, name)| Link {
            label: words::remove(language, &name),
            id: format!("remove-{column}"),
            doing: Doing::Act(Action::RemoveColumn { column }),
            ..Link::default()
        })
        .collect();
    let mut blocks = vec![Block::Controls(vec![own, field])];
    if !removals.is_empty() {
        blocks.push(Block::Links(removals));
    }
    Block::card(words::columns_title(language), blocks)
}

//! The ranking with its proposal, the person's choice with reasons, and who defends it.

use crate::sorted::SortedMap;

use super::weights;
use crate::choice::{CoreWhy, Criteria, CriterionScore, RankedBy, ScoreSource};
use crate::customers::Field;
use crate::i18n::explain::{class_words, criterion_name, letter_of};
use crate::i18n::{Format, texts, words::choice as words};
use crate::inputs::Action;
use crate::segments::Activity;
use crate::views::sheet::table::{RowKind, page_of_customers};
use crate::views::sheet::{
    Block, Card, Cell, Column, Control, ControlKind, Doing, FilterButton, Item, Link, List, Row, Sheet,
    Table, Text, Tone,
};
use crate::views::{Facts, Place, Request, Screen};

/// Rows a page; the first page always holds the whole proposal, so that its line is seen.
const PAGE: usize = 30;
/// The whole proposal stands on one page up to so many rows.
const MOST: usize = 100;
/// On the pad of the chosen and in sentences, no more names than this.
const NAMES: usize = 40;

/// The person chooses; the page proposes and asks why.
pub fn ranking(facts: Facts, request: &Request) -> Sheet {
    let (selection, format) = (facts.selection, request.format);
    let language = format.language;
    let title = match selection.core {
        _ if !decided(facts) => words::title_none(language),
        0 => words::title_none(language),
        1 => words::title_one(language),
        count => words::title(language, &format.count(count)),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.eyebrow = words::eyebrow(language);
    let lede = if selection.ranked_by == RankedBy::Value { words::lede_by_value } else { words::lede };
    sheet.lead = vec![lede(language, &format.count(selection.proposal.len())).into()];
    standing(facts, format, &mut sheet);
    let order = candidates(facts);
    sheet.push(pad(facts, format, &order));
    // Above the ranking, so that one sees it move.
    sheet.push(weights::weights(facts, request));
    sheet.push(Block::Table(Box::new(table(facts, request, &order))));
    sheet.push(Block::Links(vec![
        Link::to(words::to_judge(language), Place::sheet(Screen::Choice, "judge")),
        Link::to(words::to_prospects(language), Place::sheet(Screen::Choice, "profile")),
    ]));
    sheet.back = Some(Link::to(texts(language).shell.back, Screen::Panic));
    sheet.next = Some(Link {
        primary: true,
        id: "next-step".to_owned(),
        ..Link::to(words::to_plan(language), Screen::Plan)
    });
    sheet
}

/// Whether the person chose at all, or accepted the proposal.
pub fn decided(facts: Facts) -> bool {
    facts.inputs.choices.accepted || !facts.inputs.choices.choices.is_empty()
}

/// Accepting, clearing, what still lacks a reason, and choices about customers that are not in this list.
fn standing(facts: Facts, format: Format, sheet: &mut Sheet) {
    let (selection, language) = (facts.selection, format.language);
    if selection.ranked_by == RankedBy::Value {
        sheet.push(Block::text(Tone::Warning, words::by_value(language)));
    }
    // It stays where it is once it is on, and so does the focus.
    if let Some(toggle) = weights::only_known(facts, language) {
        sheet.push(Block::Row(vec![toggle]));
    }
    let proposal = selection.proposal.iter().map(|&i| facts.customers.key(i).to_owned()).collect();
    let accept = Control {
        kind: ControlKind::Primary,
        ..Control::button(
            "accept-proposal",
            words::take_proposal(language),
            Doing::Act(Action::AcceptProposal { customers: proposal }),
        )
    };
    let clear = Control::button("clear-choices", words::clear(language), Doing::Act(Action::ClearChoices));
    sheet.push(Block::Row(vec![accept, clear]));
    if !decided(facts) {
        sheet.push(Block::text(Tone::Soft, words::undecided(language)));
    }
    let mut warn = |line: String, id: &str| {
        sheet.push(Block::Text(Text { tone: Tone::Warning, line: line.into(), id: id.to_owned() }));
    };
    match selection.reason_missing.len() {
        0 => {}
        1 => warn(words::reason_missing_one(language), "reasons-missing"),
        count => warn(words::reason_missing(language, &format.count(count)), "reasons-missing"),
    }
    if !selection.unmatched.is_empty() {
        let gone = selection.unmatched.iter().take(NAMES).map(|key| facts.called(key));
        warn(words::unmatched(language, &gone.collect::<Vec<_>>().join(", ")), "choices-unmatched");
        sheet.push(Block::Links(vec![Link::to(
            words::to_gone(language),
            Place::sheet(Screen::Panic, "team"),
        )]));
    }
}

fn table(facts: Facts, request: &Request, order: &[usize]) -> Table {
    let (selection, format) = (facts.selection, request.format);
    let language = format.language;
    let asked = request.table("ranking");
    let part = |filter: &str, i: usize| match filter {
        "core" => selection.is_core[i],
        "proposed" => is_proposed(facts, i),
        "against" => matches!(selection.why[i], CoreWhy::PickedAgainst | CoreWhy::LeftOut),
        "open" => selection.reason_missing.contains(&i),
        _ => true,
    };
    let filters = [
        ("", words::filter_all(language)),
        ("core", words::filter_core(language)),
        ("proposed", words::filter_proposed(language)),
        ("against", words::filter_against(language)),
        ("open", words::filter_open(language)),
    ];
    let filters = filters.map(|(key, label)| {
        FilterButton::new(key, label, format.count(order.iter().filter(|&&i| part(key, i)).count()))
    });
    let found: Vec<usize> = order
        .iter()
        .copied()
        .filter(|&i| part(&asked.filter, i) || facts.stays(request, "ranking", i))
        .filter(|&i| facts.answers(&asked.search, i))
        .collect();
    let page = PAGE.max(selection.proposal.len() + 10).min(MOST);
    let (shown, pager) = page_of_customers(found, &asked, page, format);
    let criteria = Criteria::new(facts.choice_basis(), &facts.recipe().choice);
    let shell = &texts(language).shell;
    Table {
        name: "ranking".to_owned(),
        title: words::ranking_title(language),
        columns: vec![
            Column::text(words::core(language)),
            Column::number(words::rank(language)),
            Column::text(shell.customer),
            Column::number(words::score(language)),
            Column::number(words::known(language)),
            Column::number(words::value(language)),
            Column::text(words::letter(language)),
            Column::number(words::panic(language)),
            Column::text(words::defends(language)),
        ],
        rows: shown.into_iter().map(|i| row(facts, &criteria, format, i)).collect(),
        search: shell.search.to_owned(),
        filters: filters.into_iter().collect(),
        pager: Some(pager),
        empty: words::none_found(language),
        request: asked,
        ..Table::default()
    }
}

/// Everyone who can be core: the proposal, then the ranked, then the other customers who are served, by value.
fn candidates(facts: Facts) -> Vec<usize> {
    let served = |i: usize| !matches!(facts.inventory.activity[i], Activity::Lapsed | Activity::Ended);
    let mut all =
        facts.by_value_after(facts.selection.proposal.iter().chain(&facts.selection.order).copied());
    all.retain(|&i| served(i) || facts.selection.is_core[i]);
    all
}

/// Whether the proposal has a customer, whatever the person made of it.
fn is_proposed(facts: Facts, i: usize) -> bool {
    matches!(facts.selection.why[i], CoreWhy::Proposed | CoreWhy::Picked | CoreWhy::LeftOut)
}

fn row(facts: Facts, criteria: &Criteria, format: Format, i: usize) -> Row {
    let (selection, language) = (facts.selection, format.language);
    let who = facts.who(i);
    let is_core = selection.is_core[i];
    let is_proposed = is_proposed(facts, i);
    let mut name = vec![Cell::Customer { who: who.clone(), why: score_why(facts, criteria, format, i) }];
    if is_proposed {
        name.push(Cell::Chip { tone: Tone::Plain, words: words::proposed(language) });
    }
    name.extend(reason(facts, format, i).map(|control| Cell::Control(Box::new(control))));
    let class = facts.letters.class[i];
    let index = facts.panic.of[i].index;
    let dash = || "–".to_owned();
    let ends = selection.proposal.last() == Some(&i);
    let size = format.count(selection.proposal.len());
    Row {
        key: who.key.clone(),
        cells: vec![
            Cell::Control(Box::new(choose(facts, format, i, is_proposed))),
            Cell::Number(selection.rank[i].map(|rank| format.count(rank as usize)).unwrap_or_default()),
            Cell::Stack(name),
            Cell::Number(selection.score[i].map_or_else(dash, |score| format.number(score, 0))),
            Cell::Number(format.percent(selection.known_weight[i], 0)),
            Cell::Number(facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default()),
            Cell::Letter {
                letter: letter_of(class).to_owned(),
                words: class_words(class, language).to_owned(),
            },
            Cell::Number(index.map_or_else(dash, |index| format.number(index, 0))),
            if is_core { Cell::Control(Box::new(defender(facts, format, i))) } else { Cell::Empty },
        ],
        drag: if is_core {
            Doing::Nothing
        } else {
            let customer = facts.choice_key(i).to_owned();
            Doing::Act(Action::Choose { customer, core: true, proposed: is_proposed })
        },
        kind: if is_core { RowKind::Chosen } else { RowKind::Plain },
        line: if ends { words::proposal_line(language, &size) } else { String::new() },
    }
}

fn choose(facts: Facts, format: Format, i: usize, proposed: bool) -> Control {
    let who = facts.who(i);
    let customer = facts.choice_key(i);
    let set = |core| Doing::Act(Action::Choose { customer: customer.to_owned(), core, proposed });
    Control {
        id: "choose".to_owned(),
        label: words::choose(format.language, &who.name),
        bare: true,
        kind: ControlKind::Toggle { on: facts.selection.is_core[i], off: set(false) },
        doing: set(true),
        ..Control::default()
    }
}

/// Asked only where the choice differs from the proposal; kept when it no longer does.
fn reason(facts: Facts, format: Format, i: usize) -> Option<Control> {
    let (selection, language) = (facts.selection, format.language);
    let who = facts.who(i);
    let given = facts.choice_of(i).map(|choice| choice.reason.clone()).unwrap_or_default();
    let core = selection.is_core[i];
    if core == selection.proposal.contains(&i) && given.is_empty() {
        return None;
    }
    let label = if core { words::reason_for(language) } else { words::reason_against(language) };
    let missing = selection.reason_missing.contains(&i);
    Some(Control {
        id: "reason".to_owned(),
        label: format!("{label} {}", who.name),
        bare: true,
        message: if missing { label } else { String::new() },
        kind: ControlKind::Text { value: given, lines: 1, placeholder: words::reason_placeholder(language) },
        doing: Doing::Fill(Action::Reason {
            customer: facts.choice_key(i).to_owned(),
            core,
            text: String::new(),
        }),
        ..Control::default()
    })
}

fn defender(facts: Facts, format: Format, i: usize) -> Control {
    let who = facts.who(i);
    let owner = facts.customers.text(Field::Owner, i);
    let value = facts.choice_of(i).map(|choice| choice.defender.clone()).unwrap_or_default();
    let placeholder = owner.map_or_else(|| words::defender_placeholder(format.language), str::to_owned);
    let core = facts.selection.is_core[i];
    Control {
        id: "defender".to_owned(),
        label: words::defender_of(format.language, &who.name),
        bare: true,
        kind: ControlKind::Text { value, lines: 1, placeholder },
        doing: Doing::Fill(Action::Defender {
            customer: facts.choice_key(i).to_owned(),
            core,
            name: String::new(),
        }),
        ..Control::default()
    }
}

/// Every known criterion with its points, its weight and where they come from.
fn score_why(facts: Facts, criteria: &Criteria, format: Format, i: usize) -> Vec<String> {
    let (selection, language) = (facts.selection, format.language);
    let Some(score) = selection.score[i] else { return vec![words::score_none(language)] };
    let known = format.percent(selection.known_weight[i], 0);
    let mut lines = vec![words::score_why(language, &format.number(score, 0), &known)];
    lines.extend(criteria.of(i).filter_map(|part| part_words(part, format)));
    if selection.rank[i].is_none() && selection.ranked_by == RankedBy::Score {
        lines.push(words::unranked(language, &format.percent(facts.recipe().choice.known_share, 0)));
    }
    lines
}

fn part_words(part: CriterionScore, format: Format) -> Option<String> {
    let language = format.language;
    let source = match part.source? {
        ScoreSource::Percentile => words::from_percentile(language),
        ScoreSource::Criterion => words::from_score(language),
        ScoreSource::PanicIndex => words::from_answers(language),
        ScoreSource::Signs => words::from_signs(language),
        ScoreSource::Conversation => words::from_talk(language),
    };
    let name = criterion_name(part.criterion, language);
    let (points, weight) = (format.number(part.score?, 0), format.short_number(part.weight, 1));
    Some(words::score_part(language, name, &points, &weight, &source))
}

/// The chosen by who defends them; rows of the ranking can be dropped here.
fn pad(facts: Facts, format: Format, order: &[usize]) -> Block {
    let language = format.language;
    // How many there are, and the names of the first.
    let mut by_defender: SortedMap<Option<&str>, (usize, Vec<&str>)> = SortedMap::new();
    for &i in order.iter().filter(|&&i| facts.selection.is_core[i]) {
        let (count, names) = by_defender.entry(facts.defender(i)).or_default();
        *count += 1;
        if names.len() < NAMES {
            names.push(facts.customers.name(i));
        }
    }
    let nobody = by_defender.remove(&None).map(|people| (None, people));
    let item = |(defender, (count, names)): (Option<&str>, (usize, Vec<&str>))| {
        let names = names.join(", ");
        let count = match count {
            1 => words::defend_one(language),
            many => words::defend_many(language, &format.count(many)),
        };
        let name = defender.map_or_else(|| words::nobody(language), str::to_owned);
        Item {
            tone: if defender.is_none() { Tone::Warning } else { Tone::Plain },
            line: format!("{name} ({count})").into(),
            reasons: vec![names],
            link: None,
        }
    };
    let items: Vec<Item> = by_defender.into_iter().chain(nobody).map(item).collect();
    let content = if items.is_empty() {
        Block::text(Tone::Soft, words::pad_none(language))
    } else {
        Block::List(List { numbered: false, items })
    };
    Block::Card(Card {
        title: if decided(facts) { words::pad_title(language) } else { words::pad_proposed(language) },
        id: "core-pad".to_owned(),
        takes: "ranking".to_owned(),
        blocks: vec![Block::text(Tone::Soft, words::pad_hint(language)), content],
        ..Card::default()
    })
}

//! The intake report: every row accounted for, the totals that match, what one row is, and what only the person can know.

use rust_decimal::Decimal;

use super::part::Part;
use crate::customers::{Checksum, Field, ListKind, RowIs};
use crate::i18n::words::list as words;
use crate::i18n::{Format, Language};
use crate::inputs::Action;
use crate::table::{Problem, ProblemKind};
use crate::views::Facts;
use crate::views::sheet::{Block, Card, Choice, Control, ControlKind, Doing, Figure, Text, Tone};

/// The card with the counts, and a card of questions when there are any.
pub(super) fn report(facts: Facts, format: Format) -> Vec<Block> {
    let (report, language) = (facts.report, format.language);
    let counts = [
        ("rows", words::rows(language), report.rows),
        ("customers", words::customers(language), report.customers),
        ("merged", words::merged(language), report.merged),
        ("rejected", words::rejected(language), report.rejected.len()),
        ("left-out", words::left_out(language), report.left_out.len()),
    ];
    let figure =
        |(name, label, count): (&str, String, usize)| Figure::new(name, label, count, format.count(count));
    let title = words::report_title(
        language,
        &format.counted(report.rows, &words::row_one(language), &words::row_many(language)),
        &format.counted(report.customers, &words::customer_one(language), &words::customer_many(language)),
    );
    let mut blocks = vec![
        Block::Equation(counts.map(figure).to_vec()),
        Block::text(Tone::Soft, words::equation(language)),
    ];
    if let Some(checksum) = report.checksum(Field::Revenue) {
        if facts.customers.knows(Field::Revenue) {
            blocks.extend(totals(checksum, format));
            blocks.extend(first_finding(facts, format));
        } else {
            blocks.push(Block::text(Tone::Warning, words::checksum_none(language)));
        }
    }
    blocks.push(Block::Controls(
        std::iter::once(row_is(Part::first(facts), language)).chain(by_group(facts, language)).collect(),
    ));
    let date = format.date(facts.customers.reference_date());
    blocks.push(Block::text(Tone::Soft, words::reference(language, &date)));
    let card = Card { title, blocks, id: "intake-report".to_owned(), ..Card::default() };
    std::iter::once(Block::Card(card)).chain(questions(facts, language)).collect()
}

/// The checksum line, and where a difference stays.
fn totals(sum: &Checksum, format: Format) -> Vec<Block> {
    let language = format.language;
    let line = words::checksum(language, &format.money(sum.in_file), &format.money(sum.in_analysis));
    let mut said = vec![line];
    if sum.in_file == sum.in_analysis {
        said.push(words::checksum_equal(language));
    }
    for (amount, tell) in [
        (sum.rejected, words::checksum_rejected as fn(Language, &str) -> String),
        (sum.left_out, words::checksum_left_out),
    ] {
        if amount != Decimal::ZERO {
            said.push(tell(language, &format.money(amount)));
        }
    }
    let mut blocks = vec![Block::text(Tone::Plain, said.join(" "))];
    if let Some(total) = sum.total_row {
        let gap = total.saturating_sub(sum.in_file);
        blocks.push(if gap == Decimal::ZERO {
            Block::text(Tone::Plain, words::total_row_equal(language, &format.money(total)))
        } else {
            let words = words::total_row_differs(language, &format.money(total), &format.money(gap));
            Block::text(Tone::Warning, words)
        });
    }
    blocks
}

/// What the list tells at once: how few customers bring most of the revenue.
fn first_finding(facts: Facts, format: Format) -> Vec<Block> {
    let language = format.language;
    let Some(holders) = facts.on_hand.holders else { return Vec::new() };
    let customers = format.counted(holders, &words::customer_one(language), &words::customer_many(language));
    let percent = facts.recipe().concentration.hold_percent.to_string();
    let said = words::first_finding(language, &percent, &customers);
    let text = Text { tone: Tone::Plain, line: said.into(), id: "first-finding".to_owned() };
    vec![Block::Text(text), Block::why([words::first_finding_why(language, &percent)])]
}

/// What one row is: a customer, an order or a line of one.
pub(super) fn row_is(part: Part, language: Language) -> Control {
    let mapping = part.mapping;
    let of = |kind, row_is| {
        let kind = Action::Kind(kind);
        Doing::Act(match row_is {
            Some(row_is) => Action::All(vec![part.act(kind), part.act(Action::RowIs(row_is))]),
            None => part.act(kind),
        })
    };
    let choices = vec![
        Choice { label: words::row_is_customer(language), doing: of(ListKind::Customers, None) },
        Choice { label: words::row_is_order(language), doing: of(ListKind::Orders, Some(RowIs::Order)) },
        Choice { label: words::row_is_line(language), doing: of(ListKind::Orders, Some(RowIs::OrderLine)) },
    ];
    let by_number = mapping.columns.contains_key(&Field::OrderId);
    let (chosen, hint) = match (mapping.kind, mapping.row_is) {
        (ListKind::Customers, _) => (Some(0), String::new()),
        (ListKind::Orders, None) => (None, words::row_is_open(language)),
        (ListKind::Orders, Some(row_is)) => {
            let place = if row_is == RowIs::Order { 1 } else { 2 };
            (Some(place), if by_number { words::row_is_by_number(language) } else { String::new() })
        }
    };
    Control {
        id: part.id("row-is"),
        label: part.named(words::row_is(language)),
        hint,
        kind: ControlKind::Choices { choices, chosen, as_list: false },
        ..Control::default()
    }
}

/// The roll-up, where the list has groups.
fn by_group(facts: Facts, language: Language) -> Option<Control> {
    facts.report.mapping.columns.get(&Field::Group)?;
    Some(Control {
        id: "by-group".to_owned(),
        label: words::by_group(language),
        kind: ControlKind::Toggle {
            on: facts.inputs.mapping.by_group,
            off: Doing::Act(Action::ByGroup(false)),
        },
        doing: Doing::Act(Action::ByGroup(true)),
        ..Control::default()
    })
}

/// What nothing in the list decides.
fn questions(facts: Facts, language: Language) -> Option<Block> {
    let controls: Vec<Control> = facts
        .report
        .problems
        .iter()
        .filter_map(|problem| match problem.kind {
            ProblemKind::AmbiguousNumber => Some(number_question(facts, problem, language)),
            ProblemKind::AmbiguousDate => Some(date_question(facts, problem, language)),
            _ => None,
        })
        .collect();
    (!controls.is_empty()).then(|| {
        Block::Card(Card {
            tone: Tone::Warning,
            title: words::questions_title(language),
            blocks: vec![Block::Controls(controls)],
            id: "questions".to_owned(),
            ..Card::default()
        })
    })
}

fn number_question(facts: Facts, problem: &Problem, language: Language) -> Control {
    let column = problem.column.clone().unwrap_or_default();
    let part = Part::of_row(facts, problem.row);
    let point = if problem.value.contains('.') { '.' } else { ',' };
    let other = if point == '.' { ',' } else { '.' };
    let choice = |decimal: char| Choice {
        label: read_with(&problem.value, decimal),
        doing: Doing::Act(part.act(Action::Decimal { column: column.clone(), decimal: Some(decimal) })),
    };
    Control {
        id: part.id(&format!("decimal-{column}")),
        label: words::number_question(language, &column, &problem.value),
        hint: words::number_hint(language),
        kind: ControlKind::Choices {
            choices: vec![choice(other), choice(point)],
            chosen: None,
            as_list: false,
        },
        ..Control::default()
    }
}

/// `1.234` as it reads with this decimal character: `1234` or `1,234`, digits only, so that it cannot be misread again.
fn read_with(value: &str, decimal: char) -> String {
    value
        .chars()
        .filter_map(|letter| match letter {
            '.' | ',' if letter == decimal => Some(','),
            '.' | ',' => None,
            other => Some(other),
        })
        .collect()
}

fn date_question(facts: Facts, problem: &Problem, language: Language) -> Control {
    let part = Part::of_row(facts, problem.row);
    let choice = |day_first: bool| Choice {
        label: if day_first { words::day_first(language) } else { words::month_first(language) },
        doing: Doing::Act(part.act(Action::DayFirst(Some(day_first)))),
    };
    let column = problem.column.clone().unwrap_or_default();
    Control {
        id: part.id(&format!("day-first-{column}")),
        label: words::date_question(language, &column, &problem.value),
        hint: words::date_hint(language),
        kind: ControlKind::Choices {
            choices: vec![choice(true), choice(false)],
            chosen: None,
            as_list: false,
        },
        ..Control::default()
    }
}

//! Customers that look alike, proposed in pairs: one press says whether they are one; nothing is merged by itself.

use super::problems::paged;
use crate::customers::Field;
use crate::i18n::words::list as words;
use crate::i18n::{Format, Language};
use crate::inputs::{Action, Alike};
use crate::views::sheet::{Block, Card, Cell, Column, Control, Doing, Item, Line, Link, List, Row, Tone};
use crate::views::{Facts, Request, Who};

/// The card of pairs, and what was said of others; `None` when there is neither.
pub(super) fn alike(facts: Facts, request: &Request) -> Option<Block> {
    let (format, language) = (request.format, request.format.language);
    let judged = judged(facts, language);
    if facts.alike.is_empty() && judged.is_none() {
        return None;
    }
    let has_revenue = facts.customers.has(Field::Revenue);
    let has_place = facts.customers.has(Field::Place);
    let mut blocks = Vec::new();
    if !facts.alike.is_empty() {
        blocks.push(Block::text(Tone::Soft, words::alike_hint(language)));
        let mut columns =
            vec![Column::text(words::alike_first(language)), Column::text(words::alike_second(language))];
        if has_place {
            columns.push(Column::text(words::alike_where(language)));
        }
        if has_revenue {
            columns.push(Column::number(words::alike_amount(language)));
        }
        columns.push(Column::text(""));
        let pairs: Vec<_> = facts.alike.iter().collect();
        blocks.push(paged("alike", words::alike_hint(language), columns, pairs, request, |pair| {
            let (first, second) = (facts.who(pair.first), facts.who(pair.second));
            let customer = |i: usize, who: &Who| {
                let id = facts.customers.id(i).filter(|id| *id != who.name);
                let id = id.map_or(Cell::Empty, |id| Cell::Soft(id.to_owned()));
                Cell::Stack(vec![Cell::Customer { who: who.clone(), why: Vec::new() }, id])
            };
            let mut cells = vec![customer(pair.first, &first), customer(pair.second, &second)];
            if has_place {
                cells.push(match pair.same_place {
                    Some(true) => Cell::Chip { tone: Tone::Good, words: words::same_place(language) },
                    Some(false) => Cell::Chip { tone: Tone::Warning, words: words::other_place(language) },
                    None => Cell::Empty,
                });
            }
            if has_revenue {
                cells.push(Cell::Stack(vec![
                    amount(facts, format, pair.first),
                    amount(facts, format, pair.second),
                ]));
            }
            cells.push(buttons(&first.key, &second.key, language));
            Row { key: format!("{} {}", first.key, second.key), cells, ..Row::default() }
        }));
    }
    blocks.extend(judged);
    let count = facts.alike.len();
    let counted = format.counted(count, &words::pair_one(language), &words::pair_many(language));
    Some(Block::Card(Card {
        title: words::alike_title(language, &counted),
        blocks,
        id: "alike".to_owned(),
        ..Card::default()
    }))
}

fn amount(facts: Facts, format: Format, i: usize) -> Cell {
    facts.customers.money(Field::Revenue, i).map_or(Cell::Empty, |amount| Cell::Soft(format.money(amount)))
}

fn buttons(first: &str, second: &str, language: Language) -> Cell {
    let button = |id: &str, label: String, judged: Alike| {
        let doing = Doing::Act(Action::Alike { first: first.to_owned(), second: second.to_owned(), judged });
        Cell::Control(Box::new(Control::button(&format!("{id}-{second}"), label, doing)))
    };
    Cell::Stack(vec![
        button("same", words::same(language), Alike::Same),
        button("different", words::different(language), Alike::Different),
    ])
}

/// What was said before, each to be judged again.
fn judged(facts: Facts, language: Language) -> Option<Block> {
    let mapping = &facts.inputs.mapping;
    let again = |first: &str, second: &str| Link {
        label: words::judge_again(language),
        doing: Doing::Act(Action::Alike {
            first: first.to_owned(),
            second: second.to_owned(),
            judged: Alike::Open,
        }),
        id: format!("judge-again-{second}"),
        ..Link::default()
    };
    let item =
        |line: String, link: Link| Item { line: Line::from(line), link: Some(link), ..Item::default() };
    let same = mapping
        .same
        .iter()
        .map(|(second, first)| item(words::judged_same(language, first, second), again(first, second)));
    let apart = mapping
        .apart
        .iter()
        .map(|(first, second)| item(words::judged_apart(language, first, second), again(first, second)));
    let items: Vec<Item> = same.chain(apart).collect();
    (!items.is_empty()).then(|| Block::More {
        id: "judged".to_owned(),
        label: words::judged_title(language),
        open: false,
        blocks: vec![Block::List(List { numbered: false, items })],
    })
}

//! The plan on paper: what changes on Monday, the hours, the levels, and the customers with their reasons.

use super::customers::{by_level, why};
use super::finding;
use super::monday::sentences;
use crate::i18n::explain::said;
use crate::i18n::{Format, texts, words::plan as words};
use crate::recipe::Level;
use crate::views::Facts;
use crate::views::sheet::{Block, Cell, Column, Row, Table, Tone};

/// No more than this many customers: a plan of a hundred pages is not handed out.
const PRINTED: usize = 400;

/// Black on white, nothing to click.
pub fn paper(facts: Facts, format: Format) -> Vec<Block> {
    let language = format.language;
    let name = &facts.source.name;
    let list = if name.is_empty() { texts(language).shell.step_list } else { name };
    let made = words::print_made(language, &format.date(facts.customers.reference_date()), list);
    let mut blocks =
        vec![Block::Heading { level: 1, text: words::print_title(language) }, Block::text(Tone::Soft, made)];
    blocks.extend(finding(facts, format).map(|finding| Block::text(Tone::Plain, finding)));
    blocks.extend([
        Block::heading(words::monday_title(language)),
        Block::list(true, sentences(facts, format)),
        Block::heading(words::hours_title(language)),
        hours(facts, format),
        Block::heading(words::levels_title(language)),
        levels(facts, format),
        Block::heading(words::print_customers(language)),
    ]);
    blocks.extend(customers(facts, format));
    blocks
}

fn printed(name: &str, title: String, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Box::new(Table { name: format!("paper-{name}"), title, columns, rows, ..Table::default() }))
}

fn hours(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let columns = vec![
        Column::text(words::level(language)),
        Column::number(words::customers(language)),
        Column::number(words::visits(language)),
        Column::number(words::calls(language)),
        Column::number(words::hours(language)),
    ];
    let rows = facts.budget.levels.iter().map(|level| Row {
        key: level.level.letter().to_owned(),
        cells: vec![
            Cell::Head(level.level.letter().to_owned()),
            Cell::Number(format.count(level.customers)),
            Cell::Number(format.number(level.visits, 0)),
            Cell::Number(format.number(level.calls, 0)),
            Cell::Number(format.number(level.hours, 0)),
        ],
        ..Row::default()
    });
    printed("hours", words::hours_title(language), columns, rows.collect())
}

fn levels(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let letters = Level::ALL.into_iter().map(|level| Column::text(level.letter()));
    let columns = std::iter::once(Column::text(words::capacity(language))).chain(letters).collect();
    let rows = facts.recipe().service.capacities.iter().map(|capacity| {
        let text = |level: Level| Cell::Text(said(&capacity.levels.get(level).text, language).to_owned());
        Row {
            key: capacity.id.clone(),
            cells: std::iter::once(Cell::Head(said(&capacity.name, language).to_owned()))
                .chain(Level::ALL.into_iter().map(text))
                .collect(),
            ..Row::default()
        }
    });
    printed("levels", words::levels_title(language), columns, rows.collect())
}

/// All customers of level A and B and the changed ones, as their levels stand; and how many others there are.
fn customers(facts: Facts, format: Format) -> Vec<Block> {
    let language = format.language;
    let columns = vec![
        Column::text(words::level(language)),
        Column::text(texts(language).shell.customer),
        Column::text(words::owner(language)),
        Column::text(words::reason(language)),
        Column::number(words::visits(language)),
        Column::number(words::calls(language)),
    ];
    let matters = |i: &usize| {
        matches!(facts.levels.level.get(*i), Some(Some(Level::A | Level::B)))
            || facts.level_edit(*i).is_some()
    };
    let service = &facts.recipe().service;
    let order = by_level(facts, &facts.levels.level);
    let (matter, others): (Vec<usize>, Vec<usize>) = order.into_iter().partition(matters);
    let rows = matter.iter().take(PRINTED).map(|&i| {
        let level = facts.levels.level.get(i).copied().flatten();
        let times =
            |of: Option<f64>| Cell::Number(of.map(|of| format.short_number(of, 1)).unwrap_or_default());
        Row {
            key: facts.customers.key(i).to_owned(),
            cells: vec![
                Cell::Text(level.map_or("–", Level::letter).to_owned()),
                Cell::Head(facts.customers.name(i).to_owned()),
                Cell::Text(facts.defender(i).unwrap_or_default().to_owned()),
                Cell::Text(why(facts, format, i)),
                times(level.map(|level| *service.visits.get(level))),
                times(level.map(|level| *service.calls.get(level))),
            ],
            ..Row::default()
        }
    });
    let mut blocks = Vec::new();
    if matter.is_empty() {
        blocks.push(Block::text(Tone::Plain, words::print_nobody(language)));
    } else {
        let title = words::print_customers(language);
        blocks.push(printed("customers", title, columns, rows.collect()));
    }
    if matter.len() > PRINTED {
        let more = format.count(matter.len() - PRINTED);
        blocks.push(Block::text(Tone::Soft, words::print_more(language, &more)));
    }
    let (without, light): (Vec<usize>, Vec<usize>) =
        others.into_iter().partition(|&i| facts.levels.level.get(i).copied().flatten().is_none());
    let shell = &texts(language).shell;
    let counted = |all: &[usize]| format.counted(all.len(), shell.one_customer, shell.customers);
    if !light.is_empty() {
        blocks.push(Block::text(Tone::Soft, words::print_light(language, &counted(&light))));
    }
    if !without.is_empty() {
        blocks.push(Block::text(Tone::Soft, words::without_level(language, &counted(&without))));
    }
    blocks
}

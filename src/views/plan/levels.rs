//! The service-level table: what each level may expect, editable, with visits and calls a year.

use crate::i18n::explain::said;
use crate::i18n::words::plan as words;
use crate::recipe::{Level, path};
use crate::views::sheet::{Block, Cell, Column, Control, Row, Setter, Table, Tone};
use crate::views::{Facts, Request};

/// Capacities down, levels across.
pub fn levels(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let service = &facts.recipe().service;
    let bare = |control: Control| Cell::Control(Box::new(Control { bare: true, reset: None, ..control }));
    let mut rows: Vec<Row> = service
        .capacities
        .iter()
        .map(|capacity| {
            let name = said(&capacity.name, language);
            let provision = |level: Level| {
                let at = path(&["service", "capacities", &capacity.id, "levels", key(level), "text"]);
                bare(setter.text(&at, format!("{name} {}", level.letter()), 2))
            };
            Row {
                key: capacity.id.clone(),
                cells: std::iter::once(Cell::Head(name.to_owned()))
                    .chain(Level::ALL.into_iter().map(provision))
                    .collect(),
                ..Row::default()
            }
        })
        .collect();
    for (name, section) in [(words::visits(language), "visits"), (words::calls(language), "calls")] {
        let times = |level: Level| {
            let at = path(&["service", section, key(level)]);
            bare(setter.number(&at, format!("{name} {}", level.letter()), ""))
        };
        rows.push(Row {
            key: section.to_owned(),
            cells: std::iter::once(Cell::Head(format!("{name} {}", words::per_year(language))))
                .chain(Level::ALL.into_iter().map(times))
                .collect(),
            ..Row::default()
        });
    }
    let letters = Level::ALL.into_iter().map(|level| Column::text(level.letter()));
    let table = Table {
        name: "service".to_owned(),
        title: words::levels_title(language),
        columns: std::iter::once(Column::text(words::capacity(language))).chain(letters).collect(),
        rows,
        ..Table::default()
    };
    let mut blocks = vec![Block::text(Tone::Soft, words::levels_hint(language))];
    blocks.extend(
        facts
            .levels
            .identical
            .iter()
            .map(|(a, b)| Block::text(Tone::Warning, words::levels_equal(language, a.letter(), b.letter()))),
    );
    blocks.push(Block::Table(Box::new(table)));
    blocks.extend(setter.reset("/service").map(|reset| Block::Links(vec![reset])));
    Block::card(words::levels_title(language), blocks)
}

/// The level's name in the recipe.
fn key(level: Level) -> &'static str {
    match level {
        Level::A => "a",
        Level::B => "b",
        Level::C => "c",
        Level::D => "d",
    }
}

//! What each column means: the guess with how sure it is and why, and a choice for every column.

use super::part::Part;
use crate::customers::{Evidence, Field, Guess};
use crate::i18n::words::list as words;
use crate::i18n::{Format, field_name};
use crate::inputs::Action;
use crate::views::sheet::table::{Pager, page_of};
use crate::views::sheet::{
    Block, Cell, Choice, Column, Control, ControlKind, Doing, Row, RowKind, Table, Tone,
};
use crate::views::{Facts, Request};

/// Columns on one page of the table.
const PER_PAGE: usize = 40;
/// Below this a guess is worth a look.
const WORTH_A_LOOK: f64 = 0.6;
const SURE: f64 = 0.9;

/// The card of a file, with a row a column.
pub(super) fn mapping(facts: Facts, part: Part, request: &Request) -> Block {
    let (format, language) = (request.format, request.format.language);
    let name = part.id("mapping");
    let asked = request.table(&name);
    let names: Vec<(usize, &String)> = part.table.names().iter().enumerate().collect();
    let count = names.len();
    let (shown, page, pages) = page_of(names, &asked, PER_PAGE);
    let rows = shown.into_iter().map(|(column, name)| row(facts, part, format, column, name)).collect();
    let at = (pages > 1).then(|| Pager { page, pages, matches: format.count(count) });
    let table = Table {
        name,
        title: part.named(words::mapping_title(language)),
        columns: vec![
            Column::text(words::column(language)),
            Column::text(words::samples(language)).spare(),
            Column::text(words::meaning(language)),
            Column::text(words::how_sure(language)),
        ],
        rows,
        onto: words::mapping_onto(language),
        pager: at,
        request: asked,
        ..Table::default()
    };
    let blocks = vec![Block::text(Tone::Soft, words::mapping_hint(language)), Block::Table(Box::new(table))];
    Block::card(part.named(words::mapping_title(language)), blocks)
}

fn row(facts: Facts, part: Part, format: Format, column: usize, name: &str) -> Row {
    let language = format.language;
    let mapping = part.mapping;
    let field = mapping.columns.iter().find(|(_, at)| **at == column).map(|(field, _)| *field);
    let choice = |to: Option<Field>| Choice {
        label: to.map_or_else(|| words::unused(language), |to| field_name(to, language).to_owned()),
        doing: Doing::Act(part.act(Action::MapColumn { column: name.to_owned(), before: field, field: to })),
    };
    let choices = std::iter::once(None).chain(Field::ALL.iter().copied().map(Some)).map(choice).collect();
    let place = field.and_then(|field| Field::ALL.iter().position(|known| *known == field));
    let control = Control {
        id: format!("{}-{name}", part.id("map")),
        label: format!("{}: {name}", words::meaning(language)),
        bare: true,
        kind: ControlKind::Choices {
            choices,
            chosen: Some(place.map_or(0, |place| place + 1)),
            as_list: true,
        },
        ..Control::default()
    };
    let chosen = part.choice(facts);
    let by_hand =
        chosen.is_some_and(|choice| choice.columns.values().any(|one| one.as_deref() == Some(name)));
    let guess = field.and_then(|field| mapping.guesses.get(&field));
    let part_of = mapping.parts.iter().find(|(_, at)| *at == column).map(|(field, _)| *field);
    let sure = match (guess, part_of) {
        _ if by_hand => Cell::Chip { tone: Tone::Good, words: words::chosen(language) },
        (Some(guess), _) => sureness(*guess, format),
        (None, Some(whole)) => {
            Cell::Chip { tone: Tone::Plain, words: words::part_of(language, field_name(whole, language)) }
        }
        (None, None) => Cell::Empty,
    };
    Row {
        key: name.to_owned(),
        cells: vec![
            Cell::Head(name.to_owned()),
            Cell::Soft(part.table.sample(column).join(" · ")),
            Cell::Control(Box::new(control)),
            sure,
        ],
        kind: if field.is_none() && part_of.is_none() { RowKind::Soft } else { RowKind::Plain },
        ..Row::default()
    }
}

fn sureness(guess: Guess, format: Format) -> Cell {
    let percent = format.percent(guess.confidence, 0);
    let words = match guess.evidence {
        Evidence::Chosen => words::chosen(format.language),
        Evidence::Header => words::by_header(format.language, &percent),
        Evidence::Values => words::by_values(format.language, &percent),
    };
    let tone = match guess.confidence {
        sure if sure >= SURE => Tone::Good,
        low if low < WORTH_A_LOOK => Tone::Warning,
        _ => Tone::Plain,
    };
    Cell::Chip { tone, words }
}

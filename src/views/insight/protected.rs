//! Fairness: columns that look like a protected ground, kept out of every score (METHOD section 6).

use super::parts::{marked, next_steps};
use crate::i18n::Language;
use crate::i18n::words::{care as words, people};
use crate::segments::{Ground, ProtectedColumn, protected};
use crate::views::sheet::{Block, Cell, Column, Line, Row, Sheet, Table, Tone};
use crate::views::{Facts, Request};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (format, language) = (request.format, request.format.language);
    let found = columns(facts);
    let title = match found.len() {
        0 => words::protected_none(language),
        1 => words::protected_title_one(language),
        count => words::protected_title(language, &format.count(count)),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.lead.push(words::protected_lead(language).into());
    if !found.is_empty() {
        let quoted: Vec<String> = found.iter().map(|column| format!("“{}”", column.header)).collect();
        let names: Vec<&str> = quoted.iter().map(String::as_str).collect();
        let line = words::protected_text(language, &people::names(format, &names, 6));
        sheet.push(marked(Tone::Warning, "protected", line));
        sheet.push(table(request, &found));
        sheet.push(next_steps(request, [Line::from(words::protected_next_delete(language))]));
    }
    sheet.push(Block::text(Tone::Soft, words::protected_next_indirect(language)));
    sheet
}

/// The columns of the list that look like a protected ground.
pub fn columns(facts: Facts) -> Vec<ProtectedColumn> {
    let names: Vec<&str> = facts.table.names().iter().map(String::as_str).collect();
    protected(&names)
}

fn table(request: &Request, found: &[ProtectedColumn]) -> Block {
    let language = request.format.language;
    let row = |column: &ProtectedColumn| Row {
        key: column.header.clone(),
        cells: vec![Cell::Head(column.header.clone()), Cell::Text(ground(column.ground, language))],
        ..Row::default()
    };
    Block::Table(Box::new(Table {
        name: "protected".to_owned(),
        title: words::column(language),
        columns: vec![Column::text(words::column(language)), Column::text(words::ground(language))],
        rows: found.iter().map(row).collect(),
        ..Table::default()
    }))
}

fn ground(ground: Ground, language: Language) -> String {
    match ground {
        Ground::Age => words::ground_age(language),
        Ground::BirthDate => words::ground_birth(language),
        Ground::Gender => words::ground_gender(language),
        Ground::Nationality => words::ground_nationality(language),
        Ground::Origin => words::ground_origin(language),
        Ground::Religion => words::ground_religion(language),
        Ground::Health => words::ground_health(language),
        Ground::Orientation => words::ground_orientation(language),
        Ground::Politics => words::ground_politics(language),
        Ground::CivilStatus => words::ground_civil(language),
        Ground::Union => words::ground_union(language),
    }
}

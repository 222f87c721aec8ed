//! The grid of all customers on the first screen, and its columns in figures.

use std::rc::Rc;

use crate::i18n::Format;
use crate::i18n::words::grid as words;
use crate::views::grid::{
    ColumnStatistics, FilterGroup, Grid, GridColumn, GridField, GridFilter, GridWords, Summary, fields,
};
use crate::views::sheet::{Block, Cell, Column, Row, Table, Tone};
use crate::views::{Facts, Request};

/// The grid and, closed, the statistics of its columns.
pub fn grid(facts: Facts, request: &Request) -> Vec<Block> {
    let (format, language) = (request.format, request.format.language);
    let columns = fields(facts.customers);
    let grid = Grid {
        name: "customers".to_owned(),
        title: words::title(language),
        columns: columns.iter().map(|column| grid_column(column, format)).collect(),
        rows: facts.customers.len(),
        stamp: facts.stamp,
        filters: filters(facts.statistics, &columns, format),
        words: grid_words(format),
    };
    vec![Block::card(
        words::title(language),
        vec![
            Block::text(Tone::Soft, words::hint(language)),
            Block::Grid(Rc::new(grid)),
            Block::More {
                id: "columns".to_owned(),
                label: words::statistics(language),
                open: false,
                blocks: vec![statistics_table(facts.statistics, &columns, format)],
            },
        ],
    )]
}

fn grid_column(column: &GridField, format: Format) -> GridColumn {
    GridColumn { key: column.key(), label: column.label(format.language), width: column.width() }
}

fn grid_words(format: Format) -> GridWords {
    let language = format.language;
    GridWords {
        search: words::search(language),
        filter: words::filter(language),
        all: words::all(language),
        as_pages: words::as_pages(language),
        as_grid: words::as_grid(language),
        previous: words::previous(language),
        next: words::next(language),
        none: words::none(language),
        help: words::help(language),
    }
}

/// The parts that the columns offer: their usual texts, and where they are empty.
fn filters(statistics: &[ColumnStatistics], columns: &[GridField], format: Format) -> Vec<FilterGroup> {
    let language = format.language;
    let mut groups = Vec::new();
    for (column, found) in columns.iter().zip(statistics) {
        let counted = |words: &str, count: usize| format!("{words} ({})", format.count(count));
        let mut parts: Vec<(GridFilter, String)> = found
            .usual
            .iter()
            .map(|(text, count)| {
                let filter = GridFilter::Is { column: found.key.clone(), text: text.clone() };
                (filter, counted(&usual_words(column, text, format), *count))
            })
            .collect();
        if found.missing > 0 && found.filled > 0 {
            let filter = GridFilter::Missing { column: found.key.clone() };
            parts.push((filter, counted(&words::empty_part(language), found.missing)));
        }
        if !parts.is_empty() {
            groups.push(FilterGroup { label: column.label(language), parts });
        }
    }
    groups
}

/// Answers are kept as 1 and 0.
fn usual_words(column: &GridField, text: &str, format: Format) -> String {
    let is_answer =
        matches!(column, GridField::Field(field) if field.kind() == crate::customers::Kind::YesNo);
    match (is_answer, text) {
        (true, "1") => words::yes(format.language),
        (true, _) => words::no(format.language),
        _ => text.to_owned(),
    }
}

fn statistics_table(statistics: &[ColumnStatistics], columns: &[GridField], format: Format) -> Block {
    let language = format.language;
    let rows = columns.iter().zip(statistics).map(|(column, found)| Row {
        key: found.key.clone(),
        cells: statistics_row(column, found, format),
        ..Row::default()
    });
    Block::Table(Box::new(Table {
        name: "columns".to_owned(),
        title: words::statistics(language),
        columns: vec![
            Column::text(words::column(language)),
            Column::number(words::filled(language)),
            Column::number(words::missing(language)),
            Column::number(words::distinct(language)),
            Column::number(words::smallest(language)),
            Column::number(words::median(language)),
            Column::number(words::largest(language)),
            Column::number(words::sum(language)),
            Column::text(words::spread(language)),
        ],
        rows: rows.filter(|row| row.key != GridField::Row.key()).collect(),
        empty: words::busy(language),
        ..Table::default()
    }))
}

fn statistics_row(column: &GridField, found: &ColumnStatistics, format: Format) -> Vec<Cell> {
    let count = |count: usize| Cell::Number(format.count(count));
    let range = range(found.range, format);
    let [smallest, median, largest] = range.unwrap_or_default();
    let sum = found.sum.map(|sum| match found.range {
        Some(Summary::Money(_)) => format.money(sum),
        _ => format.decimal(sum),
    });
    let spread = if found.bins.is_empty() {
        let usual = found.usual.iter().take(3);
        let said = usual
            .map(|(text, count)| format!("{} {}", usual_words(column, text, format), format.count(*count)));
        Cell::Soft(said.collect::<Vec<_>>().join(" · "))
    } else {
        let most = found.bins.iter().copied().max().unwrap_or(1).max(1) as f64;
        Cell::Bars(found.bins.iter().map(|bin| *bin as f64 / most).collect())
    };
    vec![
        Cell::Head(column.label(format.language)),
        count(found.filled),
        count(found.missing),
        count(found.distinct),
        Cell::Number(smallest),
        Cell::Number(median),
        Cell::Number(largest),
        Cell::Number(sum.unwrap_or_default()),
        spread,
    ]
}

fn range(range: Option<Summary>, format: Format) -> Option<[String; 3]> {
    Some(match range? {
        Summary::Money(all) => all.map(|amount| format.money(amount)),
        Summary::Number(all) => all.map(|number| format.short_number(number, 2)),
        Summary::Share(all) => all.map(|share| format.percent(share, 1)),
        Summary::Date(all) => all.map(|day| format.short_date(day)),
    })
}

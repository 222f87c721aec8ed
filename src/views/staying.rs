//! Rows that stay in a filtered table while somebody works on them, though they no longer belong to the filter.
//!
//! A row under "reason missing" would leave at the first letter of its reason, and take the box being typed in with it.
//! What was shown stays until another filter, search, order or page of that table is asked for, or another sheet.

use super::sheet::{Block, Sheet, Table};
use super::{Place, Request, TableRequest, View};
use crate::sorted::{SortedMap, SortedSet};

/// The rows of the filtered tables that are on screen.
#[derive(Clone, Debug, Default)]
pub struct Staying {
    place: Place,
    tables: SortedMap<String, Shown>,
}

/// What was asked of a table, and the rows that answered.
#[derive(Clone, Debug)]
struct Shown {
    request: TableRequest,
    rows: SortedSet<String>,
}

impl Staying {
    /// Whether this row was in the table when just this was asked of it.
    pub fn keeps(&self, request: &Request, table: &str, row: &str) -> bool {
        let asked = request.tables.get(table);
        let shown = self.tables.get(table).filter(|_| self.place == request.place);
        shown.is_some_and(|shown| Some(&shown.request) == asked && shown.rows.contains(row))
    }

    /// This is on screen now.
    pub fn remember(&mut self, request: &Request, view: &View) {
        self.tables.clear();
        self.place = request.place.clone();
        if let View::Sheet(sheet) = view {
            self.see(sheet);
        }
    }

    fn see(&mut self, sheet: &Sheet) {
        let mut open: Vec<&[Block]> = vec![&sheet.blocks];
        while let Some(blocks) = open.pop() {
            for block in blocks {
                match block {
                    Block::Table(table) => self.see_table(table),
                    Block::Card(card) => open.push(&card.blocks),
                    Block::More { blocks, .. } => open.push(blocks),
                    Block::Columns(columns) => open.extend(columns.iter().map(Vec::as_slice)),
                    _ => {}
                }
            }
        }
    }

    fn see_table(&mut self, table: &Table) {
        // An unfiltered table has nothing that could leave it.
        if !table.request.filter.is_empty() {
            let rows = table.rows.iter().map(|row| row.key.clone()).collect();
            self.tables.insert(table.name.clone(), Shown { request: table.request.clone(), rows });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::views::Screen;
    use crate::views::sheet::{Card, Row};

    const TABLE: &str = "ranking";

    fn asked(sheet: &str, filter: &str, page: usize) -> Request {
        let table = TableRequest { filter: filter.to_owned(), page, ..TableRequest::default() };
        Request {
            place: Place::sheet(Screen::Choice, sheet),
            format: crate::i18n::Format::default(),
            width: 800,
            tables: std::iter::once((TABLE.to_owned(), table)).collect(),
        }
    }

    /// The row K1 is shown when the first is asked; whether it stays when the other is.
    fn check(shown: &Request, then: &Request, row: &str, stays: bool) {
        let table = Table {
            name: TABLE.to_owned(),
            rows: vec![Row { key: "K1".to_owned(), ..Row::default() }],
            request: shown.table(TABLE),
            ..Table::default()
        };
        let mut sheet = Sheet::new(shown, String::new());
        let within = vec![vec![Block::Table(Box::new(table))]];
        sheet.push(Block::Card(Card { blocks: vec![Block::Columns(within)], ..Card::default() }));
        let mut staying = Staying::default();
        staying.remember(shown, &View::Sheet(Rc::new(sheet)));
        assert_eq!(staying.keeps(then, TABLE, row), stays, "{row} of {then:?}");
    }

    #[test]
    fn a_row_stays_until_something_else_is_asked() {
        let open = asked("", "open", 0);
        check(&open, &open, "K1", true);
        check(&open, &open, "K2", false);
        check(&open, &asked("", "against", 0), "K1", false);
        check(&open, &asked("", "open", 1), "K1", false);
        check(&open, &asked("judge", "open", 0), "K1", false);
        check(&asked("", "", 0), &asked("", "", 0), "K1", false);
    }
}

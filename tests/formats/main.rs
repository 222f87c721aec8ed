//! Files that are no plain text: spreadsheets, web pages, archives and audit files, from bytes to customers.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

mod archives;
mod audit;
mod mutations;
mod workbooks;

use std::fs;
use std::path::PathBuf;

use kernklant::customers::{Intake, MappingChoice, intake};
use kernklant::table::{ReadError, ReadOptions, Table, read};

/// A file of `tests/fixtures`.
fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Header and rows, cells parted by `;`, and the problems of reading.
fn shown(bytes: &[u8], options: &ReadOptions) -> (Table, Vec<String>, Vec<String>) {
    let (table, problems) = read(bytes, options).unwrap();
    let mut lines = vec![table.names().join(";")];
    for row in 0..table.len() {
        let cells: Vec<&str> = table.cells(row).collect();
        lines.push(format!("{}: {}", table.row_number(row), cells.join(";")));
    }
    let problems = problems
        .iter()
        .map(|problem| format!("{} {} {}", problem.row, problem.kind.key(), problem.value))
        .collect();
    (table, lines, problems)
}

/// The customers of a file of one table.
fn customers(bytes: &[u8]) -> Intake {
    let (table, problems) = read(bytes, &ReadOptions::default()).unwrap();
    let today = jiff::civil::date(2026, 1, 31);
    let intake = intake(&table, problems, &MappingChoice::default(), today.into()).unwrap();
    let report = &intake.report;
    assert_eq!(
        report.rows,
        report.customers + report.merged + report.rejected.len() + report.left_out.len(),
        "the accounting equation"
    );
    intake
}

fn refused(bytes: &[u8], expected: ReadError) {
    let found = read(bytes, &ReadOptions::default()).map(|(table, _)| table.names().to_vec());
    assert_eq!(found, Err(expected));
}

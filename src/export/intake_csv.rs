//! What intake has to tell, as CSV: every problem with its remedy, and the rows that do not count as they were.

use super::sheet::written;
use crate::customers::{IntakeReport, RowNote};
use crate::i18n::Language;
use crate::i18n::problems::{explain, explain_note};
use crate::sorted::InOrder;
use crate::table::{Problem, Table};

/// Row, column, value, what is the matter, what to do; in the reader's language.
pub fn problems_csv(problems: &[Problem], language: Language) -> Vec<u8> {
    let header = match language {
        Language::Nl => ["Rij", "Kolom", "Waarde", "Wat is er", "Wat te doen"],
        Language::En => ["Row", "Column", "Value", "What", "What to do"],
    };
    let record = |problem: &Problem| {
        let words = explain(problem, language);
        let row = if problem.row == 0 { String::new() } else { problem.row.to_string() };
        vec![row, problem.column.clone().unwrap_or_default(), problem.value.clone(), words.what, words.remedy]
    };
    written(header.map(str::to_owned).to_vec(), problems.iter().map(record))
}

/// The rows of a table that were rejected or left out, as they were, with row number and reason in front. Rows are
/// numbered through all tables of a list; this one's come after the first of `rows`, up to the second.
pub fn rows_csv(table: &Table, report: &IntakeReport, rows: (u32, u32), language: Language) -> Vec<u8> {
    let mut header = match language {
        Language::Nl => vec!["Rij".to_owned(), "Reden".to_owned()],
        Language::En => vec!["Row".to_owned(), "Reason".to_owned()],
    };
    header.extend(table.names().iter().cloned());
    let mut at = 0;
    let mut notes: Vec<_> = report
        .rejected
        .iter()
        .chain(&report.left_out)
        .filter(|note| note.row > rows.0 && note.row <= rows.1)
        .collect();
    notes.order_by_key(|note| note.row);
    let record = |note: &RowNote| {
        let mut record = vec![note.row.to_string(), explain_note(note, language)];
        let number = note.row - rows.0;
        while at < table.len() && table.row_number(at) < number {
            at += 1;
        }
        if table.row_number(at) == number {
            record.extend(table.cells(at).map(str::to_owned));
        }
        record
    };
    written(header, notes.into_iter().map(record).collect::<Vec<_>>().into_iter())
}

//! Files the person takes along: problems and rejected rows as CSV. Cells that a spreadsheet would run are disarmed.

pub mod calendar;
mod intake_csv;

pub use intake_csv::{problems_csv, rows_csv};

//! Files the person takes along: problems, rejected rows and the round as CSV, the next review for a calendar.

mod calendar;
mod intake_csv;
mod round_csv;
mod sheet;

pub use calendar::{days, review_day};
pub use intake_csv::{problems_csv, rows_csv};
pub use round_csv::round_csv;

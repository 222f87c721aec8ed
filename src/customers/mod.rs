//! Customers: a table with a mapping in, one typed record a customer out.
//!
//! The storage is columnar, so that only mapped columns cost memory; a missing cell is `None`, never zero.

mod alike;
mod amounts;
mod append;
mod baskets;
mod batch;
mod cells;
mod clean;
mod columns;
mod corrections;
#[expect(clippy::module_inception, reason = "the noun of this module is customers")]
mod customers;
mod date;
pub mod day;
mod extra;
mod field;
mod gather;
mod gather_batch;
mod guess;
mod guess_periods;
mod headers;
mod instalments;
mod intake;
mod intake_batch;
mod join;
mod join_fields;
mod ledger;
mod mapping;
mod number;
mod occasion;
mod outside;
mod report;
mod scale;
mod sides;
mod synonyms;
mod totals;
mod typed;
mod unions;

pub use alike::{AlikePair, AlikeSearch, essence, telling_words};
pub use amounts::Amounts;
pub use customers::{Column, Customers, CustomersBuilder};
pub use extra::Extra;
pub use field::{Field, Kind};
pub use guess::guess;
pub use intake::{Days, Intake, IntakeBuilder, IntakeStep, intake};
pub use join::{FileReport, Joined, ListPart, Role, join};
pub use mapping::{Evidence, Guess, ListKind, Mapping, MappingChoice, RowIs};
pub use occasion::{Occasion, Occasions};
pub use quick::{Keys, Texts};
pub use report::{Checksum, IntakeReport, RowNote};
pub use typed::Typed;

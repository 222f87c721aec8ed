//! The loops that run over every cell of a long list, apart from all else so that they can be compiled for speed.
//!
//! The engine is compiled for size, and how a compiler is to weigh the two can only be said of a whole package: reading a
//! long list takes a quarter less this way. Here nothing is known of customers or of what columns mean. What crosses the
//! border is whole columns, and nothing generic: that would be compiled where it is used, for size again, and so would what is put
//! in line there – hence every loop that others call is marked never to be.

mod amount;
mod block;
mod columns;
mod day;
mod hold;
mod keys;
mod lines;
mod marks;
mod number;
mod numbered;
mod order;
mod order_numbers;
mod plain;
mod print;
mod texts;
mod words;

pub use amount::{Packed, Sums, add_all, add_numbers, greatest_keys, missing};
pub use block::{Block, Record, Rows, Span};
pub use columns::{Days, amounts, beginning_like, counts, days, texts, unmarked, unnamed};
pub use day::Day;
pub use hold::holders;
pub use keys::{Key, Keys};
pub use lines::{History, Line, Lines, Settled};
pub use number::{Tally, Usual, usual};
pub use order::{Order, least_first, nth};
pub use order_numbers::OrderNumbers;
pub use plain::{Limits, Plain, Walk};
pub use texts::Texts;
pub use words::{Labels, Words};

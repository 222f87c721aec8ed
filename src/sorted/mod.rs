//! Maps, sets and sorting in key order that cost little code: what is generic in them is a few lines.
//!
//! Every type of key and value compiles a map for itself. A tree of the standard library takes some 5 kB each time
//! and a sort some 8 kB, which the page of a hundred such types cannot afford. Here the searching and the ordering
//! are compiled once, on places instead of values.

mod map;
mod order;
mod set;

pub use map::{Entry, SortedMap};
pub use order::{InOrder, from_digits, greatest_first, in_digits};
pub use set::SortedSet;

//! Customers: a table with a mapping in, one typed record a customer out.
//!
//! The storage is columnar, so that only mapped columns cost memory; a missing cell is `None`, never zero.

mod customers;
mod field;
mod occasion;

pub use customers::{Column, Customers, CustomersBuilder};
pub use field::{Field, Kind};
pub use occasion::Occasion;

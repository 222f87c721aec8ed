//! Golden tests: the results for public data sets against figures computed by other tools.
//!
//! The data lies beside the checkout (`../shared/data`, or where `KERNKLANT_DATA` points) and is not part of the
//! project; without it these tests say so and pass.

mod data;

mod agreement;
mod alive;
mod concentration;
mod leavers;
mod migration;
mod rfm;

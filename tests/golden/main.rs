//! Golden tests: the results for public data sets against figures computed by other tools.
//!
//! The data lies beside the checkout (`../shared/data`, or where `KERNKLANT_DATA` points) and is not part of the
//! project; without it these tests say so and pass.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

mod data;

mod agreement;
mod alive;
mod concentration;
mod leavers;
mod migration;
mod rfm;

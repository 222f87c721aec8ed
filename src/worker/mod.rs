//! The worker boundary: what crosses it, and a thin shell on either side.

pub mod protocol;

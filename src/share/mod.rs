//! What leaves the page on the person's own initiative, in versioned formats that later builds can still read.

pub mod session;

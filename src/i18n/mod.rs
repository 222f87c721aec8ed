//! Words and figures as people read them: the language and how it writes numbers, money and dates.

pub mod format;
pub mod language;

//! Words and figures as people read them: texts in both languages, and how each writes numbers, money and dates.

pub mod digits;
pub mod explain;
pub mod fields;
mod file_problems;
pub mod format;
pub mod language;
mod picture_words;
pub mod problems;
pub mod texts;
pub mod words;

pub use fields::{field_gain, field_name};
pub use format::Format;
pub use language::Language;
pub use picture_words::{PictureWords, picture_words};
pub use texts::{Texts, texts};

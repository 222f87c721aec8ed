//! A short text the person may edit, kept in Dutch and English.

use serde::{Deserialize, Serialize};

/// A name or agreement in both languages; an empty half falls back on the other, so one language is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    pub nl: String,
    pub en: String,
}

impl Text {
    /// A text in both languages.
    pub fn new(nl: &str, en: &str) -> Self {
        Self { nl: nl.to_owned(), en: en.to_owned() }
    }

    /// The Dutch text, else the English one.
    pub fn dutch(&self) -> &str {
        if self.nl.is_empty() { &self.en } else { &self.nl }
    }

    /// The English text, else the Dutch one.
    pub fn english(&self) -> &str {
        if self.en.is_empty() { &self.nl } else { &self.en }
    }

    /// Whether nothing was written in either language.
    pub fn is_empty(&self) -> bool {
        self.nl.is_empty() && self.en.is_empty()
    }
}

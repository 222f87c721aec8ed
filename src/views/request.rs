//! What the page asks to see: the screen, the reader's language and currency, the width of its charts, and the page of its table.

use crate::sorted::SortedMap;

use serde::{Deserialize, Serialize};

use crate::chart::scene::Key;
use crate::i18n::Format;

/// Which screen, and for whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub place: Place,
    /// How figures and words are written.
    pub format: Format,
    /// Width of a chart in CSS pixels.
    pub width: u32,
    /// Which part of each table, by the table's name; the steps' own tables have an empty name.
    pub tables: SortedMap<String, TableRequest>,
}

impl Request {
    /// What was asked of the table of this name.
    pub fn table(&self, name: &str) -> TableRequest {
        self.tables.get(name).cloned().unwrap_or_default()
    }
}

/// A place one can go to: a step, a sheet in it, and the customer it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub screen: Screen,
    /// Empty = the step's first sheet.
    pub sheet: String,
    /// The key of a customer; empty = about no one in particular.
    pub customer: String,
}

impl Place {
    /// A sheet of a step.
    pub fn sheet(screen: Screen, sheet: &str) -> Self {
        Self { screen, sheet: sheet.to_owned(), customer: String::new() }
    }

    /// Everything known about one customer.
    pub fn customer(key: &str) -> Self {
        Self { screen: Screen::Insight, sheet: "customer".to_owned(), customer: key.to_owned() }
    }
}

impl From<Screen> for Place {
    fn from(screen: Screen) -> Self {
        Self { screen, ..Self::default() }
    }
}

/// The six steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Screen {
    #[default]
    List,
    Insight,
    Panic,
    Choice,
    Plan,
    Review,
}

impl Screen {
    /// All steps in order.
    pub const ALL: [Screen; 6] =
        [Screen::List, Screen::Insight, Screen::Panic, Screen::Choice, Screen::Plan, Screen::Review];

    /// The stable key, as in `step-insight`.
    pub fn key(self) -> &'static str {
        match self {
            Screen::List => "list",
            Screen::Insight => "insight",
            Screen::Panic => "panic",
            Screen::Choice => "choice",
            Screen::Plan => "plan",
            Screen::Review => "review",
        }
    }
}

/// What a person asks of a table: how sorted, which rows, and which page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRequest {
    /// The key of the column; empty = the table's own order. The natural direction of a column is the useful one: best
    /// first, newest first, names upwards.
    pub sort: String,
    /// The other way round.
    pub reversed: bool,
    /// The key of a filter; empty = everything.
    pub filter: String,
    /// Part of a name or id, any case.
    pub search: String,
    /// From 0.
    pub page: usize,
    /// What was chosen in a chart beside the table: only what belongs to it is shown.
    pub chosen: Option<Key>,
}

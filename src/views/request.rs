//! What the page asks to see: the screen, the reader's language and currency, the width of its charts, and the page of its table.

use serde::{Deserialize, Serialize};

use crate::i18n::Format;

/// Which screen, and for whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub screen: Screen,
    /// How figures inside charts are written.
    pub format: Format,
    /// Width of a chart in CSS pixels.
    pub width: u32,
    /// Which part of the screen's table.
    pub table: TableRequest,
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

/// A page of customers: how sorted, which, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRequest {
    pub sort: Sort,
    /// Smallest or A first instead of the column's natural direction.
    pub reversed: bool,
    pub filter: Filter,
    /// Part of a name or id, any case.
    pub search: String,
    /// From 0.
    pub page: usize,
}

/// What a table of customers is sorted on. The natural direction is the useful one: best, first, newest on top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    #[default]
    Value,
    Name,
    Letter,
    LastOrder,
    Fit,
}

/// Which customers a table shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    #[default]
    All,
    A,
    B,
    C,
    D,
    Discuss,
    NeedsData,
}

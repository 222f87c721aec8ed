//! What a person can press, type or choose on a sheet, with what it does as data.

use serde::{Deserialize, Serialize};

use crate::inputs::Action;
use crate::recipe::Setting;
use crate::views::{Download, Place, TableRequest};

/// What a control does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Doing {
    #[default]
    Nothing,
    /// This change.
    Act(Action),
    /// This change, with the typed text in it ([`Action::filled`]).
    Fill(Action),
    /// Enters the control's value as the setting at this path; an emptied number takes the setting back.
    Setting(String),
    Go(Place),
    /// Asks something else of the table of this name.
    Table {
        name: String,
        request: TableRequest,
    },
    Download(Download),
    Print,
}

/// A labelled control.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// Unique on the sheet; also the test id.
    pub id: String,
    pub label: String,
    /// Whether the label is for screen readers only, as in a table whose headings say it.
    pub bare: bool,
    /// Below the control.
    pub hint: String,
    /// What is wrong with the value; empty = nothing.
    pub message: String,
    pub kind: ControlKind,
    pub doing: Doing,
    /// Back to the default; `None` = it is the default, or has none.
    pub reset: Option<Link>,
}

/// What it looks like and holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum ControlKind {
    #[default]
    Button,
    /// The button that matters most.
    Primary,
    /// A box for a number as people write it. The value that is sent is what was typed ÷ `scale` (100 for shares shown in %).
    Number {
        value: Option<f64>,
        scale: f64,
        /// Behind the box: "%", "months".
        unit: String,
    },
    /// A slider, beside it a box; limits and step as shown, so after `scale`.
    Slider { value: f64, scale: f64, min: f64, max: f64, step: f64, unit: String },
    /// A box for text of one or more lines.
    Text { value: String, lines: u8, placeholder: String },
    /// A box for a word or number that is taken on Enter, or when it is left.
    Line { value: String },
    /// A day of the calendar as `2026-03-14`; empty = none.
    Day { value: String },
    /// On or off; `doing` switches it on, `off` switches it off. A [`Doing::Setting`] gets the flag itself.
    Toggle { on: bool, off: Doing },
    /// A box for a short text, and a button for each thing that can be done with it ([`Doing::Fill`]).
    Entry { placeholder: String, choices: Vec<Choice> },
    /// Files to open: members' answers, a saved round. `accept` names their endings.
    Files { accept: String, multiple: bool },
    /// One of several: buttons, or a list to choose from when there are many.
    Choices { choices: Vec<Choice>, chosen: Option<usize>, as_list: bool },
}

/// One of several.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub label: String,
    pub doing: Doing,
}

/// Words that do something when pressed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub label: String,
    /// A sentence below the label, which makes it a card.
    pub hint: String,
    pub doing: Doing,
    /// A test id.
    pub id: String,
    pub primary: bool,
}

impl Link {
    /// A way to another place.
    pub fn to(label: impl Into<String>, place: impl Into<Place>) -> Self {
        Self { label: label.into(), doing: Doing::Go(place.into()), ..Self::default() }
    }
}

impl Control {
    /// A button.
    pub fn button(id: &str, label: impl Into<String>, doing: Doing) -> Self {
        Self { id: id.to_owned(), label: label.into(), doing, ..Self::default() }
    }
}

impl Doing {
    /// Enters this value at a path.
    pub fn set(path: &str, value: Setting) -> Self {
        Self::Act(Action::Set { path: path.to_owned(), value: Some(value) })
    }

    /// Takes the setting at a path back, with everything below it.
    pub fn reset(path: &str) -> Self {
        Self::Act(Action::Set { path: path.to_owned(), value: None })
    }
}

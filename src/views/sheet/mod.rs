//! A screen made of blocks with ready words. The engine writes it; the page draws any sheet without knowing what it is about.
//!
//! How to add a screen:
//! 1. Words: a file in `i18n/words/` with `words! { title(count): "… {count} …" | "… {count} …"; }` (Dutch | English); each
//!    becomes `title(language, &count) -> String`. Figures come from `request.format` and are passed in as text.
//! 2. Sheet: a function `(Facts, &Request) -> Sheet` in `views/`; `Sheet::new(request, title)`, then push [`Block`]s. Title =
//!    the finding of this list. Order: chart, table, why, what to do next, settings (`Block::More`, closed).
//! 3. Dispatch: return `View::Sheet` for its [`super::Place`] in `engine/list.rs` (insight: `views/insight/mod.rs`). The page needs
//!    no change: it draws whatever comes. Other sheets are reached by `Doing::Go(Place)`, customers by [`Who`] anywhere.
//! 4. Settings: `Setter::new(facts.settings, request).number("/xray/late", "label", "hint")` makes a control with value, default,
//!    reset and message; the page sends `Action::Set` and the engine recomputes. Paths: see `recipe::Entered`.
//! 5. Tables: name them, read `request.table(name)`, sort, filter and cut ([`table::page_of`]); the page only sends what was clicked.
//! 6. Test ids: `figure-<name>` with `data-value`, `chart-<name>`, `table-<name>`, controls by their `id`.

mod builders;
pub mod cell_grid;
mod control;
mod figure;
pub mod table;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use builders::Setter;
pub use cell_grid::{CellGrid, GridCell, GridColumn, GridRow};
pub use control::{Choice, Control, ControlKind, Doing, Link};
pub use figure::{Chart, Cut, DataTable, Figure, Selects};
pub use table::{Cell, Column, FilterButton, Pager, Row, RowKind, Table};

use super::grid::Grid;
use super::{Ask, Place, Request, Who};

/// One screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The place it answers.
    pub place: Place,
    /// Above the title: where we are.
    pub eyebrow: String,
    /// States the finding.
    pub title: Line,
    /// Under the title.
    pub lead: Vec<Line>,
    /// The other sheets of this step, in groups.
    pub tabs: Vec<TabGroup>,
    pub blocks: Vec<Block>,
    /// At the foot: back, and on.
    pub back: Option<Link>,
    pub next: Option<Link>,
    /// What is printed in place of the blocks; empty = the blocks.
    pub paper: Vec<Block>,
}

/// A piece of a screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// Level 2 to 4; 1 only heads a paper.
    Heading {
        level: u8,
        text: String,
    },
    Text(Text),
    /// Key figures in a row.
    Figures(Vec<Figure>),
    /// Counts that add up: the first is the sum of the others.
    Equation(Vec<Figure>),
    Chart(Box<Chart>),
    Table(Box<Table>),
    /// Cells to type in.
    Cells(Rc<CellGrid>),
    /// A table of any length whose rows are asked for while they are scrolled.
    Grid(Rc<Grid>),
    /// Findings, people, things to do.
    List(List),
    /// The rule, the values and the thresholds, closed at first.
    Why(Vec<Line>),
    /// Ways to other sheets, or buttons.
    Links(Vec<Link>),
    /// Settings under each other, each with its label.
    Controls(Vec<Control>),
    /// A few controls on one line.
    Row(Vec<Control>),
    /// Terms with their values: what is known of a customer.
    Terms(Vec<Term>),
    /// A share of a whole against a goal, both 0 to 1.
    Bar {
        share: f64,
        goal: Option<f64>,
    },
    /// A panel around blocks.
    Card(Card),
    /// Closed at first unless `open`.
    More {
        id: String,
        label: String,
        open: bool,
        blocks: Vec<Block>,
    },
    /// The panic question, one customer at a time, or the team's workshop.
    Ask(Rc<Ask>),
    /// Side by side where there is room.
    Columns(Vec<Vec<Block>>),
}

impl Block {
    /// By what a block is known among those around it: its kind, and the first name in it.
    pub fn name(&self) -> String {
        format!("{} {}", self.kind(), self.first_name().unwrap_or_default())
    }

    fn kind(&self) -> &'static str {
        match self {
            Block::Heading { .. } => "heading",
            Block::Text(_) => "text",
            Block::Figures(_) => "figures",
            Block::Equation(_) => "equation",
            Block::Chart(_) => "chart",
            Block::Table(_) => "table",
            Block::Cells(_) => "cells",
            Block::Grid(_) => "grid",
            Block::List(_) => "list",
            Block::Why(_) => "why",
            Block::Links(_) => "links",
            Block::Controls(_) => "controls",
            Block::Row(_) => "row",
            Block::Terms(_) => "terms",
            Block::Bar { .. } => "bar",
            Block::Card(_) => "card",
            Block::More { .. } => "more",
            Block::Ask(_) => "ask",
            Block::Columns(_) => "columns",
        }
    }

    fn first_name(&self) -> Option<&str> {
        fn within(blocks: &[Block]) -> Option<&str> {
            blocks.iter().find_map(Block::first_name)
        }
        let name = match self {
            Block::Text(text) => Some(text.id.as_str()),
            Block::Figures(figures) | Block::Equation(figures) => {
                figures.first().map(|one| one.name.as_str())
            }
            Block::Chart(chart) => Some(chart.name.as_str()),
            Block::Table(table) => Some(table.name.as_str()),
            Block::Cells(grid) => Some(grid.name.as_str()),
            Block::Grid(grid) => Some(grid.name.as_str()),
            Block::Links(links) => links.iter().map(|one| one.id.as_str()).find(|id| !id.is_empty()),
            Block::Controls(all) | Block::Row(all) => all.first().map(|one| one.id.as_str()),
            Block::Card(card) if card.id.is_empty() => return within(&card.blocks),
            Block::Card(card) => Some(card.id.as_str()),
            Block::More { id, .. } => Some(id.as_str()),
            Block::Columns(columns) => return columns.iter().find_map(|column| within(column)),
            Block::Heading { .. }
            | Block::List(_)
            | Block::Why(_)
            | Block::Terms(_)
            | Block::Bar { .. }
            | Block::Ask(_) => None,
        };
        name.filter(|name| !name.is_empty())
    }
}

/// How something is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    #[default]
    Plain,
    /// Quieter.
    Soft,
    Good,
    Warning,
    Bad,
    /// Where a rule comes from: an anecdote or formula of a source.
    Source,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    pub tone: Tone,
    pub line: Line,
    /// A test id, where a check looks for it.
    pub id: String,
}

/// A list of lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    pub numbered: bool,
    pub items: Vec<Item>,
}

/// A line with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub tone: Tone,
    pub line: Line,
    /// Smaller, below.
    pub reasons: Vec<String>,
    /// Where it leads.
    pub link: Option<Link>,
}

/// A panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub tone: Tone,
    /// A heading of level 2; empty = none.
    pub title: String,
    pub blocks: Vec<Block>,
    pub id: String,
    /// The name of the table whose rows can be dropped here; empty = none.
    pub takes: String,
}

/// A term with its value and why it is so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub name: String,
    pub value: Cell,
    pub why: Vec<String>,
}

/// Sheets that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TabGroup {
    pub label: String,
    pub tabs: Vec<Tab>,
}

/// A sheet to go to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tab {
    pub label: String,
    pub place: Place,
}

/// A sentence in which customers can be followed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line(pub Vec<Part>);

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Part {
    Text(String),
    Who(Who),
}

impl Line {
    /// Makes the first place where each of these customers is named lead to the customer's sheet.
    #[must_use]
    pub fn naming<'a>(self, people: impl IntoIterator<Item = &'a Who>) -> Self {
        people.into_iter().fold(self, |line, who| {
            let mut parts = Vec::with_capacity(line.0.len() + 2);
            let mut found = who.name.is_empty();
            for part in line.0 {
                match part {
                    Part::Text(text) if !found => match text.split_once(&who.name) {
                        Some((before, after)) => {
                            found = true;
                            let (before, after) = (before.to_owned(), after.to_owned());
                            parts.extend([Part::Text(before), Part::Who(who.clone()), Part::Text(after)]);
                        }
                        None => parts.push(Part::Text(text)),
                    },
                    part => parts.push(part),
                }
            }
            Line(parts)
        })
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Text(text) => out.write_str(text),
            Part::Who(who) => out.write_str(&who.name),
        })
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self(vec![Part::Text(text)])
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl Sheet {
    /// An empty sheet that answers this request.
    pub fn new(request: &Request, title: impl Into<Line>) -> Self {
        Self { place: request.place.clone(), title: title.into(), ..Self::default() }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }
}

impl Block {
    /// A heading of the page's second level.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: 2, text: text.into() }
    }

    /// A paragraph.
    pub fn text(tone: Tone, line: impl Into<Line>) -> Self {
        Self::Text(Text { tone, line: line.into(), id: String::new() })
    }

    /// A "why?" of one or more sentences.
    pub fn why<L: Into<Line>>(lines: impl IntoIterator<Item = L>) -> Self {
        Self::Why(lines.into_iter().map(Into::into).collect())
    }

    /// A panel with a heading.
    pub fn card(title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self::Card(Card { title: title.into(), blocks, ..Card::default() })
    }

    /// Plain lines, numbered when they are steps to take.
    pub fn list<L: Into<Line>>(numbered: bool, lines: impl IntoIterator<Item = L>) -> Self {
        let item = |line: L| Item { line: line.into(), ..Item::default() };
        Self::List(List { numbered, items: lines.into_iter().map(item).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, names: &[&str], expected: &[Part]) {
        let people: Vec<Who> =
            names.iter().map(|name| Who { key: "K".into(), name: (*name).into() }).collect();
        assert_eq!(Line::from(text).naming(&people).0, expected, "{text}");
    }

    #[test]
    fn names_in_a_sentence_lead_to_their_customer() {
        let text = |text: &str| Part::Text(text.into());
        let who = |name: &str| Part::Who(Who { key: "K".into(), name: name.into() });
        check("Bos is 30%", &["Bos"], &[text(""), who("Bos"), text(" is 30%")]);
        check("A en B", &["B", "A"], &[text(""), who("A"), text(" en "), who("B"), text("")]);
        check("niemand", &["Bos", ""], &[text("niemand")]);
    }
}

//! Key figures and charts on a sheet.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Line;
use crate::chart::scene::Scene;

/// A key figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Stable: the figure is found as `figure-<name>`.
    pub name: String,
    pub label: String,
    /// The plain number at full precision; empty when unknown.
    pub value: String,
    /// As people read it.
    pub shown: String,
    pub why: Vec<Line>,
}

impl Figure {
    /// A figure with its plain number and how it is shown.
    pub fn new(name: &str, label: impl Into<String>, value: impl ToString, shown: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            label: label.into(),
            value: value.to_string(),
            shown: shown.into(),
            why: Vec::new(),
        }
    }

    /// With the sentences behind it.
    #[must_use]
    pub fn because<L: Into<Line>>(mut self, lines: impl IntoIterator<Item = L>) -> Self {
        self.why.extend(lines.into_iter().map(Into::into));
        self
    }
}

/// A chart with its words. Its picture is as wide as the request says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Stable: the figure is found as `chart-<name>`.
    pub name: String,
    pub title: String,
    /// What the picture shows, with its figures.
    pub summary: String,
    pub scene: Rc<Scene>,
    /// The name of the first column of the table that is made from the scene.
    pub first_column: String,
    /// A table in place of the one made from the scene.
    pub table: Option<DataTable>,
    pub selects: Selects,
    /// Lines across the picture that can be dragged; only in a picture with a brush, which tells the scales.
    pub cuts: Vec<Cut>,
}

/// A line across a picture at a setting of the recipe.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    pub label: String,
    /// Whether it stands upright, at a value of the horizontal axis; else it lies, at one of the vertical axis.
    pub upright: bool,
    /// In the units of its axis, like the limits.
    pub value: f64,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    /// The path of the setting.
    pub path: String,
}

/// Data as a plain table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// What choosing a mark does. A mark of a customer always leads to the customer's sheet, unless the chart filters a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selects {
    /// Marks can only be looked at.
    #[default]
    Nothing,
    /// To the customer's sheet.
    Customers,
    /// The table of this name then shows only what belongs to the mark ([`crate::views::TableRequest::chosen`]).
    Table(String),
}

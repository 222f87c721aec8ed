//! Everything a view may read: the list, what was computed and what was entered, by reference.

use rust_decimal::Decimal;

use super::grid::ColumnStatistics;
use super::sheet::table::answers;
use super::{Analyses, Opened, Request, Source, Staying};
use crate::choice::{Choice, Selection};
use crate::customers::{AlikePair, Customers, Field, FileReport, IntakeReport};
use crate::inputs::Inputs;
use crate::panic::Panic;
use crate::plan::{LettingGo, LevelEdit, Review, ServiceLevels, TimeBudget};
use crate::recipe::{Recipe, Settings};
use crate::segments::{Factors, Growth, Inventory, Letters, Linked, Measures, Pareto, Rankings, Shortlist};
use crate::table::Table;

/// The list and its results as they stand now.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub source: &'a Source,
    /// The first table of the list.
    pub table: &'a Table,
    /// The tables of all files, in the order of `files`; only the first screen has them.
    pub tables: &'a [&'a Table],
    /// What each file became, when there are several.
    pub files: &'a [FileReport],
    pub report: &'a IntakeReport,
    pub customers: &'a Customers,
    /// Of the columns of the grid; empty while they are computed.
    pub statistics: &'a [ColumnStatistics],
    /// Counts up with every change of the customers.
    pub stamp: u64,
    /// Customers that look alike; computed for the first screen only.
    pub alike: &'a [AlikePair],
    pub inputs: &'a Inputs,
    pub settings: &'a Settings,
    pub inventory: &'a Inventory,
    pub measures: &'a Measures,
    pub pareto: &'a Pareto,
    pub growth: &'a Growth,
    /// What follows from the list alone, whatever the settings.
    pub rankings: &'a Rankings,
    pub shortlist: &'a Shortlist,
    pub factors: &'a Factors,
    pub letters: &'a Letters,
    pub panic: &'a Panic,
    pub selection: &'a Selection,
    pub levels: &'a ServiceLevels,
    pub budget: &'a TimeBudget,
    pub letting_go: &'a LettingGo,
    pub review: Option<&'a Review>,
    pub on_hand: &'a OnHand<'a>,
    pub linked: &'a Linked,
    pub analyses: &'a Analyses,
}

/// What the person is busy with.
pub struct OnHand<'a> {
    /// What became of the files that were opened last.
    pub opened: &'a [Opened],
    /// Rows that somebody works on.
    pub staying: &'a Staying,
    /// A first picture is wanted at once: what takes long and is not computed yet is left out.
    pub hurries: bool,
    /// Whether letters, answers and choice are computed: of very long lists the first picture is of what the list itself says.
    pub has_core: bool,
    /// For the report: how many customers hold the most of the revenue; `None` where that says nothing.
    pub holders: Option<usize>,
}

impl<'a> Facts<'a> {
    /// Every setting in force.
    pub fn recipe(&self) -> &'a Recipe {
        &self.settings.recipe
    }

    /// A customer's value by the measure that ranks; `None` when unknown.
    pub fn value(&self, i: usize) -> Option<Decimal> {
        self.measures.value.values.get(i).copied().flatten()
    }

    /// Everyone: by value first, then those without a known value.
    pub fn by_value(&self) -> &'a [usize] {
        &self.measures.value.everyone
    }

    /// Everyone once: first these, then the others by value.
    pub fn by_value_after(&self, first: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut seen = vec![false; self.customers.len()];
        let all = first.into_iter().chain(self.by_value().iter().copied());
        all.filter(|&i| !std::mem::replace(&mut seen[i], true)).collect()
    }

    /// Under which key a customer was chosen or not: that of an earlier list when it was found by its name.
    pub fn choice_key(&self, i: usize) -> &'a str {
        self.selection.entered.get(&i).map_or_else(|| self.customers.key(i), String::as_str)
    }

    /// What the person chose about a customer; `None` when nothing.
    pub fn choice_of(&self, i: usize) -> Option<&'a Choice> {
        self.inputs.choices.choices.get(self.choice_key(i))
    }

    /// Who defends a customer's place: whom the team named, else its account manager.
    pub fn defender(&self, i: usize) -> Option<&'a str> {
        let named = self.choice_of(i).map(|choice| choice.defender.trim());
        let named = named.filter(|name| !name.is_empty());
        named.or_else(|| self.customers.text(Field::Owner, i).map(str::trim)).filter(|name| !name.is_empty())
    }

    /// Under which key a customer's level was changed.
    pub fn plan_key(&self, i: usize) -> &'a str {
        self.levels.entered.get(&i).map_or_else(|| self.customers.key(i), String::as_str)
    }

    /// The level that the person gave a customer; `None` when it is the computed one.
    pub fn level_edit(&self, i: usize) -> Option<&'a LevelEdit> {
        self.inputs.plan.levels.get(self.plan_key(i))
    }

    /// What a customer is called that may be gone from the list.
    pub fn called<'k>(&self, key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        self.inputs.names.get(key).map_or(key, String::as_str)
    }

    /// Whether a customer stays in a filtered table, since it was there when the filter was chosen.
    pub fn stays(&self, request: &Request, table: &str, i: usize) -> bool {
        self.on_hand.staying.keeps(request, table, self.customers.key(i))
    }

    /// Whether a customer's name or id answers a search; an empty search finds everyone.
    pub fn answers(&self, search: &str, i: usize) -> bool {
        search.is_empty() || answers(search, self.customers.name(i), self.customers.key(i))
    }

    /// Key and name of a customer.
    pub fn who(&self, i: usize) -> Who {
        Who { key: self.customers.key(i).to_owned(), name: self.customers.name(i).to_owned() }
    }

    /// Key and name of several customers.
    pub fn who_all(&self, customers: impl IntoIterator<Item = usize>) -> Vec<Who> {
        customers.into_iter().map(|i| self.who(i)).collect()
    }
}

/// A customer by key and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Who {
    /// The id, else the name.
    pub key: String,
    pub name: String,
}

//! Tables of customers on sheets: columns that sort, filters with counts, search, pages, and what a chart chose.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::scene::Key;
use crate::i18n::words::people as words;
use crate::sorted::InOrder;
use crate::views::sheet::table::page_of;
use crate::views::sheet::{Block, Cell, Column, FilterButton, Pager, Row, Table};
use crate::views::{Facts, Request};

/// Rows a page.
const PAGE: usize = 25;

/// What a column sorts on; unknown values come last either way.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub enum By {
    Number(f64),
    Text(String),
    Unknown,
}

type CellOf<'a> = Box<dyn Fn(usize) -> Cell + 'a>;
type ByOf<'a> = Box<dyn Fn(usize) -> By + 'a>;

/// Who belongs to a mark of a chart.
pub type Chosen<'a> = Box<dyn Fn(usize) -> bool + 'a>;

/// One column of a table of customers.
pub struct Col<'a> {
    column: Column,
    cell: CellOf<'a>,
    by: Option<ByOf<'a>>,
}

/// A filter of a table of customers.
struct Filter<'a> {
    key: String,
    label: String,
    holds: Box<dyn Fn(usize) -> bool + 'a>,
}

/// A table of customers in the making.
pub struct People<'a> {
    facts: Facts<'a>,
    request: &'a Request,
    name: &'a str,
    title: String,
    members: Cow<'a, [usize]>,
    columns: Vec<Col<'a>>,
    filters: Vec<Filter<'a>>,
    chosen: String,
    /// The column whose order is that of the members.
    ordered: &'a str,
}

impl<'a> Col<'a> {
    /// A column whose cells are made one by one. Not sortable.
    pub fn cells(label: impl Into<String>, cell: impl Fn(usize) -> Cell + 'a) -> Self {
        Self { column: Column::text(label), cell: Box::new(cell), by: None }
    }

    /// Sorts under this key by what the closure says; `upwards` is the useful direction.
    #[must_use]
    pub fn sorted(mut self, key: &str, upwards: bool, by: impl Fn(usize) -> By + 'a) -> Self {
        self.column.sort = Some(key.to_owned());
        self.column.upwards = upwards;
        self.by = Some(Box::new(by));
        self
    }

    /// A place in an order: 1 comes first.
    #[must_use]
    pub fn place(request: &Request, place: impl Fn(usize) -> Option<f64> + Clone + 'a) -> Self {
        let mut column = Self::number(request, words::rank(request.format.language), "rank", place);
        column.column.upwards = true;
        column
    }

    /// Whether it sorts under this key.
    fn is_by(&self, key: &str) -> bool {
        self.column.sort.as_deref() == Some(key)
    }

    /// Aligns to the right.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.column.numeric = true;
        self
    }

    /// The customer, leading to its sheet, with the sentences behind its place in this table.
    pub fn name(facts: Facts<'a>, request: &Request, why: impl Fn(usize) -> Vec<String> + 'a) -> Self {
        Self::cells(words::customer(request.format.language), move |i| Cell::Customer {
            who: facts.who(i),
            why: why(i),
        })
        .sorted("name", true, move |i| By::Text(facts.customers.name(i).to_lowercase()))
    }

    /// An amount in whole euros; a dash when unknown.
    pub fn money(
        request: &Request,
        label: impl Into<String>,
        key: &str,
        amount: impl Fn(usize) -> Option<Decimal> + Clone + 'a,
    ) -> Self {
        let format = request.format;
        let of = amount.clone();
        Self::cells(label, move |i| {
            of(i).map_or_else(dash, |amount| Cell::Number(format.whole_money(amount)))
        })
        .numeric()
        .sorted(key, false, move |i| known(amount(i).and_then(|amount| amount.to_f64())))
    }

    /// A share as a percentage with one decimal.
    pub fn percent(
        request: &Request,
        label: impl Into<String>,
        key: &str,
        share: impl Fn(usize) -> Option<f64> + Clone + 'a,
    ) -> Self {
        let format = request.format;
        Self::written(label, key, share, move |share| format.percent(share, 1))
    }

    /// A difference of two shares in percentage points with one decimal, a plus before a gain.
    pub fn points(
        request: &Request,
        label: impl Into<String>,
        key: &str,
        share: impl Fn(usize) -> Option<f64> + Clone + 'a,
    ) -> Self {
        let format = request.format;
        Self::written(label, key, share, move |share| format.difference(share * 100.0, 1))
    }

    /// A number with at most one decimal.
    pub fn number(
        request: &Request,
        label: impl Into<String>,
        key: &str,
        number: impl Fn(usize) -> Option<f64> + Clone + 'a,
    ) -> Self {
        let format = request.format;
        Self::written(label, key, number, move |number| format.short_number(number, 1))
    }

    /// A number written so, greatest first; a dash when unknown.
    fn written(
        label: impl Into<String>,
        key: &str,
        number: impl Fn(usize) -> Option<f64> + Clone + 'a,
        write: impl Fn(f64) -> String + 'a,
    ) -> Self {
        let of = number.clone();
        Self::cells(label, move |i| of(i).map_or_else(dash, |number| Cell::Number(write(number))))
            .numeric()
            .sorted(key, false, move |i| known(number(i)))
    }

    /// A text.
    pub fn text(label: impl Into<String>, key: &str, text: impl Fn(usize) -> String + Clone + 'a) -> Self {
        let of = text.clone();
        Self::cells(label, move |i| Cell::Text(of(i))).sorted(key, true, move |i| {
            let text = text(i);
            if text.is_empty() { By::Unknown } else { By::Text(text.to_lowercase()) }
        })
    }

    /// A day, newest first.
    pub fn date(
        request: &Request,
        label: impl Into<String>,
        key: &str,
        day: impl Fn(usize) -> Option<jiff::civil::Date> + Clone + 'a,
    ) -> Self {
        let format = request.format;
        let of = day.clone();
        Self::cells(label, move |i| of(i).map_or_else(dash, |day| Cell::Number(format.short_date(day))))
            .sorted(key, false, move |i| {
                let number = |day: jiff::civil::Date| {
                    f64::from(day.year()) * 372.0 + f64::from(day.month()) * 31.0 + f64::from(day.day())
                };
                known(day(i).map(number))
            })
    }
}

fn dash() -> Cell {
    Cell::Soft("–".to_owned())
}

fn known(number: Option<f64>) -> By {
    number.map_or(By::Unknown, By::Number)
}

impl<'a> People<'a> {
    /// A table of these customers; their order is the table's own, and breaks ties of every other.
    pub fn new(
        facts: Facts<'a>,
        request: &'a Request,
        name: &'a str,
        title: impl Into<String>,
        members: Vec<usize>,
    ) -> Self {
        Self {
            facts,
            request,
            name,
            title: title.into(),
            members: Cow::Owned(members),
            columns: Vec::new(),
            filters: Vec::new(),
            chosen: String::new(),
            ordered: "",
        }
    }

    /// The same of customers whose order is kept elsewhere.
    pub fn in_order(
        facts: Facts<'a>,
        request: &'a Request,
        name: &'a str,
        title: impl Into<String>,
        members: &'a [usize],
    ) -> Self {
        let none = Self::new(facts, request, name, title, Vec::new());
        Self { members: Cow::Borrowed(members), ..none }
    }

    /// Adds a column.
    #[must_use]
    pub fn col(mut self, column: Col<'a>) -> Self {
        self.columns.push(column);
        self
    }

    /// Adds a column when the list has what it shows.
    #[must_use]
    pub fn col_if(self, has: bool, column: impl FnOnce() -> Col<'a>) -> Self {
        if has { self.col(column()) } else { self }
    }

    /// Says which column the members are in order of already.
    #[must_use]
    pub fn ordered(mut self, key: &'a str) -> Self {
        self.ordered = key;
        self
    }

    /// Adds a filter; one that nobody passes is not shown.
    #[must_use]
    pub fn filter(mut self, key: &str, label: impl Into<String>, holds: impl Fn(usize) -> bool + 'a) -> Self {
        self.filters.push(Filter { key: key.to_owned(), label: label.into(), holds: Box::new(holds) });
        self
    }

    /// What a mark of the chart beside it stands for: words, and who belongs to it.
    #[must_use]
    pub fn chosen<F: Fn(usize) -> bool>(mut self, of: impl Fn(&Key) -> Option<(String, F)>) -> Self {
        if let Some(key) = &self.request.table(self.name).chosen
            && let Some((label, holds)) = of(key)
        {
            self.chosen = label;
            self.members.to_mut().retain(|&i| holds(i));
        }
        self
    }

    /// The page of it that was asked for.
    pub fn block(self) -> Block {
        let mut request = self.request.table(self.name);
        let language = self.request.format.language;
        let filters = self.buttons();
        let filter = self.filters.iter().find(|filter| filter.key == request.filter);
        let mut found: Vec<usize> = self
            .members
            .iter()
            .copied()
            .filter(|&i| filter.is_none_or(|filter| (filter.holds)(i)))
            .filter(|&i| self.facts.answers(&request.search, i))
            .collect();
        let column = self.columns.iter().find(|column| column.is_by(&request.sort));
        if let Some(column) = column {
            sort(&mut found, column, request.reversed);
        } else if request.reversed {
            found.reverse();
        }
        // The table's own order shows as one of its columns.
        if request.sort.is_empty() && self.columns.iter().any(|column| column.is_by(self.ordered)) {
            self.ordered.clone_into(&mut request.sort);
        }
        let matches = found.len();
        let (shown, page, pages) = page_of(found, &request, PAGE);
        let row = |i: usize| Row {
            key: self.facts.customers.key(i).to_owned(),
            cells: self.columns.iter().map(|column| (column.cell)(i)).collect(),
            ..Row::default()
        };
        let search = if self.members.len() > 8 { words::search(language) } else { String::new() };
        let nobody =
            if self.members.is_empty() { words::nobody(language) } else { words::nobody_found(language) };
        Block::Table(Box::new(Table {
            name: self.name.to_owned(),
            title: self.title,
            rows: shown.into_iter().map(row).collect(),
            onto: String::new(),
            columns: self.columns.into_iter().map(|column| column.column).collect(),
            search,
            filters,
            chosen: self.chosen,
            pager: Some(Pager { page, pages, matches: words::customers(self.request.format, matches) }),
            empty: nobody,
            request,
        }))
    }

    fn buttons(&self) -> Vec<FilterButton> {
        if self.filters.is_empty() {
            return Vec::new();
        }
        let format = self.request.format;
        let all = FilterButton {
            key: String::new(),
            label: words::everyone(format.language),
            count: format.count(self.members.len()),
        };
        let button = |filter: &Filter| {
            let count = self.members.iter().filter(|&&i| (filter.holds)(i)).count();
            (count > 0).then(|| FilterButton {
                key: filter.key.clone(),
                label: filter.label.clone(),
                count: format.count(count),
            })
        };
        std::iter::once(all).chain(self.filters.iter().filter_map(button)).collect()
    }
}

/// Stable, so that ties stay in the table's own order; unknown values last in both directions.
fn sort(found: &mut [usize], column: &Col, reversed: bool) {
    let Some(by) = &column.by else { return };
    let upwards = column.column.upwards != reversed;
    let mut keyed: Vec<(By, usize)> = found.iter().map(|&i| (by(i), i)).collect();
    keyed.order_by(|(a, _), (b, _)| match (a, b) {
        (By::Unknown, By::Unknown) => Ordering::Equal,
        (By::Unknown, _) => Ordering::Greater,
        (_, By::Unknown) => Ordering::Less,
        (a, b) => {
            let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if upwards { order } else { order.reverse() }
        }
    });
    for (place, (_, i)) in keyed.into_iter().enumerate() {
        found[place] = i;
    }
}

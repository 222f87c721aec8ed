//! The typed customers: one row a customer, one column a mapped field.

use std::collections::BTreeMap;

use jiff::civil::Date;
use quick::Day;
use rust_decimal::Decimal;

use super::occasion::History;
use super::{Amounts, Extra, Field, Kind, Occasion, Occasions, Texts, date};
use crate::sorted::SortedMap;

/// One mapped field of all customers; what is missing is never zero.
#[derive(Clone, Debug)]
pub enum Column {
    Text(Texts),
    Money(Amounts),
    /// What is not a number is missing.
    Number(Vec<f64>),
    Date(Vec<Day>),
    YesNo(Vec<Option<bool>>),
}

/// The columns by their fields, each in its own place.
#[derive(Clone, Debug, PartialEq)]
struct Columns(Vec<Option<Column>>);

impl Columns {
    fn get(&self, field: Field) -> Option<&Column> {
        self.0.get(field as usize)?.as_ref()
    }
}

/// All customers of one list. Index `i` runs over `0..len()`, in the order of first appearance in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Customers {
    rows: Vec<u32>,
    columns: Columns,
    /// Columns that mean no field, as far as a rule or a screen asked for them.
    extras: SortedMap<String, Extra>,
    history: History,
    /// Days with returns only, by customer; few customers have any.
    credits: BTreeMap<usize, Vec<Occasion>>,
    reference_date: Date,
}

impl Customers {
    /// A list of nobody.
    pub fn none() -> Self {
        CustomersBuilder::new(Date::ZERO).build()
    }

    /// How many customers there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// "Today" of the analysis: the latest order date that is not after the real today (METHOD section 0).
    pub fn reference_date(&self) -> Date {
        self.reference_date
    }

    /// The user's row number of the customer's first record.
    pub fn row(&self, i: usize) -> u32 {
        self.rows[i]
    }

    /// The id as written; `None` when the list has none.
    pub fn id(&self, i: usize) -> Option<&str> {
        self.text(Field::Id, i)
    }

    /// Whether every customer has an id that comes behind that of the customer before it.
    pub fn ids_ascend(&self) -> bool {
        matches!(self.columns.get(Field::Id), Some(Column::Text(cells)) if cells.ascends())
    }

    /// The name, falling back on the id.
    pub fn name(&self, i: usize) -> &str {
        self.text(Field::Name, i).or_else(|| self.id(i)).unwrap_or("")
    }

    /// What identifies the customer in answers and choices: the id, else the name.
    pub fn key(&self, i: usize) -> &str {
        self.id(i).unwrap_or_else(|| self.name(i))
    }

    /// Whether the field is mapped to a column or derived from one.
    pub fn has(&self, field: Field) -> bool {
        self.columns.get(field).is_some()
    }

    /// Whether any customer's value of the field is known.
    pub fn knows(&self, field: Field) -> bool {
        let mut all = 0..self.len();
        match self.columns.get(field) {
            None => false,
            Some(Column::Text(_)) => all.any(|i| self.text(field, i).is_some()),
            Some(Column::Money(_)) => all.any(|i| self.money(field, i).is_some()),
            Some(Column::Number(_)) => all.any(|i| self.number(field, i).is_some()),
            Some(Column::Date(_)) => all.any(|i| self.date(field, i).is_some()),
            Some(Column::YesNo(_)) => all.any(|i| self.yes_no(field, i).is_some()),
        }
    }

    /// The whole column of a field, when there is one.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(field)
    }

    /// A text field of one customer.
    pub fn text(&self, field: Field, i: usize) -> Option<&str> {
        match self.columns.get(field)? {
            Column::Text(cells) => cells.get(i),
            _ => None,
        }
    }

    /// An exact amount of one customer.
    pub fn money(&self, field: Field, i: usize) -> Option<Decimal> {
        match self.columns.get(field)? {
            Column::Money(cells) => cells.get(i),
            _ => None,
        }
    }

    /// A count, score, share or number of days of one customer.
    pub fn number(&self, field: Field, i: usize) -> Option<f64> {
        match self.columns.get(field)? {
            Column::Number(cells) => cells.get(i).copied().filter(|number| !number.is_nan()),
            _ => None,
        }
    }

    /// A calendar day of one customer.
    pub fn date(&self, field: Field, i: usize) -> Option<Date> {
        match self.columns.get(field)? {
            Column::Date(cells) => date::unpacked(*cells.get(i)?),
            _ => None,
        }
    }

    /// A yes or no of one customer.
    pub fn yes_no(&self, field: Field, i: usize) -> Option<bool> {
        match self.columns.get(field)? {
            Column::YesNo(cells) => *cells.get(i)?,
            _ => None,
        }
    }

    /// A column that means no field, by its name in the list or the team's name for it; `None` when it is not there
    /// or nobody asked for it.
    pub fn extra(&self, name: &str) -> Option<&Extra> {
        self.extras.get(name)
    }

    /// The names of the columns that mean no field, as far as somebody asked for them.
    pub fn extra_names(&self) -> impl Iterator<Item = &str> {
        self.extras.keys().map(String::as_str)
    }

    /// The purchase occasions of one customer, ascending by date; empty for a list without order dates.
    pub fn occasions(&self, i: usize) -> Occasions<'_> {
        self.history.get(i)
    }

    /// The days on which the customer got more back than it bought, ascending by date: no purchase occasions, but
    /// their amounts (below zero) count in every sum over a period (DEFINITIONS D0).
    pub fn credits(&self, i: usize) -> &[Occasion] {
        self.credits.get(&i).map_or(&[], Vec::as_slice)
    }

    /// Whether the list is an order history (occasions are known), as opposed to a list of totals.
    pub fn has_occasions(&self) -> bool {
        self.history.is_known()
    }

    /// The margin amount: the margin column, else margin rate × revenue; `None` when neither is known.
    pub fn margin(&self, i: usize) -> Option<Decimal> {
        self.money(Field::Margin, i).or_else(|| {
            let rate = Decimal::from_f64_retain(self.number(Field::MarginRate, i)?)?;
            self.money(Field::Revenue, i)?.checked_mul(rate.normalize().round_dp(12))
        })
    }

    /// `margin − cost_to_serve`, known only when both are known (METHOD section 0).
    pub fn contribution(&self, i: usize) -> Option<Decimal> {
        self.margin(i)?.checked_sub(self.money(Field::CostToServe, i)?)
    }
}

/// Puts customers together, cell by cell. Cells that are never set stay missing.
#[derive(Clone, Debug)]
pub struct CustomersBuilder {
    customers: Customers,
    /// Occasions of single customers that are not yet put with the others.
    loose: BTreeMap<usize, Vec<Occasion>>,
}

impl CustomersBuilder {
    /// An empty list with its reference date.
    pub fn new(reference_date: Date) -> Self {
        Self {
            customers: Customers {
                rows: Vec::new(),
                columns: Columns(vec![None; Field::ALL.len()]),
                extras: SortedMap::new(),
                history: History::default(),
                credits: BTreeMap::new(),
                reference_date,
            },
            loose: BTreeMap::new(),
        }
    }

    /// Reopens a finished list, to fill in cells.
    pub fn reopen(customers: Customers) -> Self {
        Self { customers, loose: BTreeMap::new() }
    }

    /// Adds a customer whose first record stands on this row of the user's file; returns its index.
    pub fn push(&mut self, row: u32) -> usize {
        // Columns grow when a cell is set, not here: most cells of a wide list come in order.
        self.customers.rows.push(row);
        self.customers.rows.len() - 1
    }

    /// Adds customers whose first records stand on these rows.
    pub(super) fn push_all(&mut self, rows: &[u32]) {
        self.customers.rows.extend_from_slice(rows);
    }

    /// Sets the day of the analysis once it is known.
    pub fn set_reference_date(&mut self, reference_date: Date) {
        self.customers.reference_date = reference_date;
    }

    /// Declares a field mapped, even if every cell turns out missing.
    pub fn declare(&mut self, field: Field) {
        self.cells(field);
    }

    /// Sets a text cell.
    pub fn set_text(&mut self, field: Field, i: usize, value: impl AsRef<str>) {
        let len = self.customers.rows.len();
        match self.column(field) {
            Column::Text(cells) if cells.len() == i => cells.push(value.as_ref()),
            Column::Text(cells) => {
                if cells.len() < len {
                    cells.resize(len);
                }
                cells.set(i, value.as_ref());
            }
            _ => {}
        }
    }

    /// Sets an amount.
    pub fn set_money(&mut self, field: Field, i: usize, value: Decimal) {
        if let Column::Money(cells) = self.cells(field) {
            cells.set(i, value);
        }
    }

    /// Adds to an amount, exactly; a missing one counts as nothing. A sum too large for any amount changes nothing.
    pub fn add_money(&mut self, field: Field, i: usize, value: Decimal) {
        if let Column::Money(cells) = self.cells(field) {
            cells.add(i, value);
        }
    }

    /// Sets a count, score, share or number of days.
    pub fn set_number(&mut self, field: Field, i: usize, value: f64) {
        if let Column::Number(cells) = self.cells(field) {
            cells[i] = value;
        }
    }

    /// Sets a day.
    pub fn set_date(&mut self, field: Field, i: usize, value: Date) {
        if let Column::Date(cells) = self.cells(field) {
            cells[i] = date::packed(value);
        }
    }

    /// Sets a yes or no.
    pub fn set_yes_no(&mut self, field: Field, i: usize, value: bool) {
        if let Column::YesNo(cells) = self.cells(field) {
            cells[i] = Some(value);
        }
    }

    /// Puts a column beside the fields; one of the same name goes before it.
    pub fn set_extra(&mut self, name: &str, extra: Extra) {
        self.customers.extras.insert(name.to_owned(), extra);
    }

    /// Sets the occasions of one customer, ascending by date.
    pub fn set_occasions(&mut self, i: usize, occasions: Vec<Occasion>) {
        self.loose.insert(i, occasions);
    }

    /// The occasions of one customer as they are so far.
    pub fn occasions(&self, i: usize) -> Vec<Occasion> {
        self.loose.get(&i).map_or_else(|| self.customers.occasions(i).iter().collect(), Vec::clone)
    }

    /// Sets the days with returns only of one customer, ascending by date.
    pub fn set_credits(&mut self, i: usize, credits: Vec<Occasion>) {
        if !credits.is_empty() {
            self.customers.credits.insert(i, credits);
        }
    }

    /// The list so far, to read back while building.
    pub fn so_far(&self) -> &Customers {
        &self.customers
    }

    /// The finished list.
    pub fn build(mut self) -> Customers {
        let len = self.customers.rows.len();
        self.columns_mut().for_each(|column| column.resize(len));
        self.gather_loose(len);
        self.customers
    }

    /// Sets the occasions of all customers at once.
    pub(super) fn set_history(&mut self, history: History) {
        self.customers.history = history;
    }

    pub(super) fn columns_mut(&mut self) -> impl Iterator<Item = &mut Column> {
        self.customers.columns.0.iter_mut().flatten()
    }

    fn gather_loose(&mut self, len: usize) {
        let has_occasions = !self.loose.is_empty() || self.customers.has_occasions();
        if has_occasions && !(self.loose.is_empty() && self.customers.history.customers() == len) {
            self.customers.history = History::of((0..len).map(|i| self.occasions(i)));
            self.loose.clear();
        }
    }

    pub(super) fn column(&mut self, field: Field) -> &mut Column {
        self.customers.columns.0[field as usize].get_or_insert_with(|| Column::empty(field.kind()))
    }

    pub(super) fn cells(&mut self, field: Field) -> &mut Column {
        let len = self.customers.rows.len();
        let column = self.column(field);
        column.grow(len);
        column
    }
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Column::Text(cells), Column::Text(others)) => cells == others,
            (Column::Money(cells), Column::Money(others)) => cells == others,
            // Two that are missing are the same.
            (Column::Number(cells), Column::Number(others)) => {
                cells.len() == others.len()
                    && cells
                        .iter()
                        .zip(others)
                        .all(|(one, other)| one == other || (one.is_nan() && other.is_nan()))
            }
            (Column::Date(cells), Column::Date(others)) => cells == others,
            (Column::YesNo(cells), Column::YesNo(others)) => cells == others,
            _ => false,
        }
    }
}

impl Column {
    fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Text => Column::Text(Texts::default()),
            Kind::Money => Column::Money(Amounts::default()),
            Kind::Share | Kind::Number | Kind::Score => Column::Number(Vec::new()),
            Kind::Date => Column::Date(Vec::new()),
            Kind::YesNo => Column::YesNo(Vec::new()),
        }
    }

    /// As long as `len`, never shorter.
    pub(super) fn grow(&mut self, len: usize) {
        let is_short = match self {
            Column::Text(cells) => cells.len() < len,
            Column::Money(cells) => cells.len() < len,
            Column::Number(cells) => cells.len() < len,
            Column::Date(cells) => cells.len() < len,
            Column::YesNo(cells) => cells.len() < len,
        };
        if is_short {
            self.resize(len);
        }
    }

    fn resize(&mut self, len: usize) {
        match self {
            Column::Text(cells) => cells.resize(len),
            Column::Money(cells) => cells.resize(len),
            Column::Number(cells) => cells.resize(len, f64::NAN),
            Column::Date(cells) => cells.resize(len, Day::MISSING),
            Column::YesNo(cells) => cells.resize(len, None),
        }
    }
}

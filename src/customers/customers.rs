//! The typed customers: one row a customer, one column a mapped field.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Field, Kind, Occasion};

/// One mapped field of all customers; `None` is "missing", never zero.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    Text(Vec<Option<Box<str>>>),
    Money(Vec<Option<Decimal>>),
    Number(Vec<Option<f64>>),
    Date(Vec<Option<Date>>),
    YesNo(Vec<Option<bool>>),
}

/// A value of a column without a meaning.
#[derive(Clone, Debug, PartialEq)]
pub enum Extra {
    Text(Box<str>),
    Number(f64),
    Date(Date),
}

/// All customers of one list. Index `i` runs over `0..len()`, in the order of first appearance in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Customers {
    rows: Vec<u32>,
    columns: BTreeMap<Field, Column>,
    /// Columns without a meaning, by their name in the list; texts, numbers or dates.
    extras: BTreeMap<String, Column>,
    /// Per customer, ascending by date; empty vectors when the list has no order dates.
    occasions: Vec<Vec<Occasion>>,
    /// Days with returns only, by customer; few customers have any.
    credits: BTreeMap<usize, Vec<Occasion>>,
    reference_date: Date,
}

impl Customers {
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
        self.columns.contains_key(&field)
    }

    /// The whole column of a field, when there is one.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(&field)
    }

    /// A column of the list that has no meaning, by its name there, for rules and filters: a [`Column::Text`],
    /// [`Column::Number`] or [`Column::Date`], by what its values look like. Of several rows of a customer the first
    /// counts, in an order list the latest line. `None` when there is no such column, or it was not kept.
    pub fn extra(&self, column: &str) -> Option<&Column> {
        self.extras.get(column)
    }

    /// The names of all columns that [`Customers::extra`] knows, in alphabetical order.
    pub fn extras(&self) -> impl Iterator<Item = &str> {
        self.extras.keys().map(String::as_str)
    }

    /// Whether a column without a meaning has a value for this customer.
    pub fn has_extra(&self, column: &str, i: usize) -> bool {
        match self.extras.get(column) {
            Some(Column::Text(cells)) => cells.get(i).is_some_and(Option::is_some),
            Some(Column::Number(cells)) => cells.get(i).is_some_and(Option::is_some),
            Some(Column::Date(cells)) => cells.get(i).is_some_and(Option::is_some),
            _ => false,
        }
    }

    /// A text field of one customer.
    pub fn text(&self, field: Field, i: usize) -> Option<&str> {
        match self.columns.get(&field)? {
            Column::Text(cells) => cells.get(i)?.as_deref(),
            _ => None,
        }
    }

    /// An exact amount of one customer.
    pub fn money(&self, field: Field, i: usize) -> Option<Decimal> {
        match self.columns.get(&field)? {
            Column::Money(cells) => *cells.get(i)?,
            _ => None,
        }
    }

    /// A count, score, share or number of days of one customer.
    pub fn number(&self, field: Field, i: usize) -> Option<f64> {
        match self.columns.get(&field)? {
            Column::Number(cells) => *cells.get(i)?,
            _ => None,
        }
    }

    /// A calendar day of one customer.
    pub fn date(&self, field: Field, i: usize) -> Option<Date> {
        match self.columns.get(&field)? {
            Column::Date(cells) => *cells.get(i)?,
            _ => None,
        }
    }

    /// A yes or no of one customer.
    pub fn yes_no(&self, field: Field, i: usize) -> Option<bool> {
        match self.columns.get(&field)? {
            Column::YesNo(cells) => *cells.get(i)?,
            _ => None,
        }
    }

    /// The purchase occasions of one customer, ascending by date; empty for a list without order dates.
    pub fn occasions(&self, i: usize) -> &[Occasion] {
        self.occasions.get(i).map_or(&[], Vec::as_slice)
    }

    /// The days on which the customer got more back than it bought, ascending by date: no purchase occasions, but
    /// their amounts (below zero) count in every sum over a period (DEFINITIONS D0).
    pub fn credits(&self, i: usize) -> &[Occasion] {
        self.credits.get(&i).map_or(&[], Vec::as_slice)
    }

    /// Whether the list is an order history (occasions are known), as opposed to a list of totals.
    pub fn has_occasions(&self) -> bool {
        !self.occasions.is_empty()
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
}

impl CustomersBuilder {
    /// An empty list with its reference date.
    pub fn new(reference_date: Date) -> Self {
        Self {
            customers: Customers {
                rows: Vec::new(),
                columns: BTreeMap::new(),
                extras: BTreeMap::new(),
                occasions: Vec::new(),
                credits: BTreeMap::new(),
                reference_date,
            },
        }
    }

    /// Reopens a finished list, to fill in cells.
    pub fn reopen(customers: Customers) -> Self {
        Self { customers }
    }

    /// Adds a customer whose first record stands on this row of the user's file; returns its index.
    pub fn push(&mut self, row: u32) -> usize {
        // Columns grow when a cell is set, not here: most cells of a wide list come in order.
        self.customers.rows.push(row);
        self.customers.rows.len() - 1
    }

    /// Sets the day of the analysis once it is known.
    pub fn set_reference_date(&mut self, reference_date: Date) {
        self.customers.reference_date = reference_date;
    }

    /// Declares a field mapped, even if every cell turns out missing.
    pub fn declare(&mut self, field: Field) {
        self.cells(field);
    }

    /// Declares a column without a meaning; anything but numbers and dates is kept as text.
    pub fn declare_extra(&mut self, name: &str, kind: Kind) {
        let column = match kind {
            Kind::Number | Kind::Date => Column::empty(kind),
            _ => Column::empty(Kind::Text),
        };
        self.customers.extras.insert(name.to_owned(), column);
    }

    /// Sets a cell of a declared column without a meaning; a value of another kind is ignored.
    pub fn set_extra(&mut self, name: &str, i: usize, value: Extra) {
        let len = self.customers.rows.len();
        let Some(column) = self.customers.extras.get_mut(name) else { return };
        column.grow(len);
        match (column, value) {
            (Column::Text(cells), Extra::Text(text)) => cells[i] = Some(text),
            (Column::Number(cells), Extra::Number(number)) => cells[i] = Some(number),
            (Column::Date(cells), Extra::Date(day)) => cells[i] = Some(day),
            _ => {}
        }
    }

    /// Sets a text cell.
    pub fn set_text(&mut self, field: Field, i: usize, value: impl Into<Box<str>>) {
        if let Column::Text(cells) = self.cells(field) {
            cells[i] = Some(value.into());
        }
    }

    /// Sets an amount.
    pub fn set_money(&mut self, field: Field, i: usize, value: Decimal) {
        if let Column::Money(cells) = self.cells(field) {
            cells[i] = Some(value);
        }
    }

    /// Sets a count, score, share or number of days.
    pub fn set_number(&mut self, field: Field, i: usize, value: f64) {
        if let Column::Number(cells) = self.cells(field) {
            cells[i] = Some(value);
        }
    }

    /// Sets a day.
    pub fn set_date(&mut self, field: Field, i: usize, value: Date) {
        if let Column::Date(cells) = self.cells(field) {
            cells[i] = Some(value);
        }
    }

    /// Sets a yes or no.
    pub fn set_yes_no(&mut self, field: Field, i: usize, value: bool) {
        if let Column::YesNo(cells) = self.cells(field) {
            cells[i] = Some(value);
        }
    }

    /// Sets the occasions of one customer, ascending by date.
    pub fn set_occasions(&mut self, i: usize, occasions: Vec<Occasion>) {
        self.customers.occasions.resize(self.customers.rows.len().max(i + 1), Vec::new());
        self.customers.occasions[i] = occasions;
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
        self.customers.columns.values_mut().for_each(|column| column.resize(len));
        self.customers.extras.values_mut().for_each(|column| column.resize(len));
        if !self.customers.occasions.is_empty() {
            self.customers.occasions.resize(self.customers.rows.len(), Vec::new());
        }
        self.customers
    }

    fn cells(&mut self, field: Field) -> &mut Column {
        let len = self.customers.rows.len();
        let column = self.customers.columns.entry(field).or_insert_with(|| Column::empty(field.kind()));
        column.grow(len);
        column
    }
}

impl Column {
    fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Text => Column::Text(Vec::new()),
            Kind::Money => Column::Money(Vec::new()),
            Kind::Share | Kind::Number | Kind::Score => Column::Number(Vec::new()),
            Kind::Date => Column::Date(Vec::new()),
            Kind::YesNo => Column::YesNo(Vec::new()),
        }
    }

    /// As long as `len`, never shorter.
    fn grow(&mut self, len: usize) {
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
            Column::Text(cells) => cells.resize(len, None),
            Column::Money(cells) => cells.resize(len, None),
            Column::Number(cells) => cells.resize(len, None),
            Column::Date(cells) => cells.resize(len, None),
            Column::YesNo(cells) => cells.resize(len, None),
        }
    }
}

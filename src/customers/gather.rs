//! Gathering: puts the rows of one customer together, in a list of customers as well as of orders.

use std::ops::Range;

use crate::sorted::SortedSet;

use jiff::civil::Date;
use quick::Keys;
use rust_decimal::Decimal;

use super::baskets::Baskets;
use super::cells::{ColumnReader, Value, to_number};
use super::intake::Days;
use super::ledger::{Counting, Ledger, Line, Settling};
use super::unions::Unions;
use super::{Customers, CustomersBuilder, Field, Kind, ListKind, Mapping, MappingChoice, RowIs};
use crate::table::fold::trim;
use crate::table::{Problem, ProblemKind, Record};

/// The values of one row that is used.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowValues<'r, 't> {
    pub(super) record: Record<'t>,
    pub(super) readers: &'r [ColumnReader],
    pub(super) values: &'r [Value<'t>],
    pub(super) first_name: Option<&'t str>,
}

/// Customers on their way.
#[derive(Debug)]
pub(super) struct Gatherer {
    pub(super) builder: CustomersBuilder,
    pub(super) unions: Unions,
    /// Customers by the name of their group, when groups are added up.
    pub(super) by_group: Option<Keys>,
    pub(super) by_id: Keys,
    pub(super) by_name: Keys,
    pub(super) merged: usize,
    pub(super) kind: ListKind,
    pub(super) limit: Date,
    pub(super) latest: Option<Date>,
    pub(super) has_cost_margin: bool,
    pub(super) ledger: Ledger,
    pub(super) baskets: Baskets,
    /// Per field and customer the day of the order line whose value counts (order lists only).
    pub(super) said_on: Vec<Vec<Option<Date>>>,
    pub(super) places: Places,
    pub(super) told: SortedSet<(Field, usize)>,
}

/// The customer a row belongs to.
#[derive(Clone, Copy, Debug)]
struct Owner {
    customer: usize,
    is_new: bool,
    /// The row goes under another key than its own: into its group, or into a customer said to be the same.
    joins: bool,
}

/// Which of the values of a row are those of the fields that every row is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    pub(super) id: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) group: Option<usize>,
    pub(super) order_id: Option<usize>,
    pub(super) order_date: Option<usize>,
    pub(super) product_group: Option<usize>,
    pub(super) revenue: Option<usize>,
    pub(super) cost: Option<usize>,
    pub(super) side: Option<usize>,
}

impl Places {
    pub(super) fn new(readers: &[ColumnReader]) -> Self {
        let of = |field: Field| readers.iter().position(|reader| reader.field == field);
        Self {
            id: of(Field::Id),
            name: of(Field::Name),
            group: of(Field::Group),
            order_id: of(Field::OrderId),
            order_date: of(Field::OrderDate),
            product_group: of(Field::ProductGroup),
            revenue: of(Field::Revenue),
            cost: of(Field::Cost),
            side: of(Field::DebitCredit),
        }
    }
}

/// The text among the values of a row.
pub(super) fn text_at<'t>(values: &[Value<'t>], place: Option<usize>) -> Option<&'t str> {
    match values.get(place?)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The number among the values of a row.
pub(super) fn number_at(values: &[Value], place: Option<usize>) -> Option<Decimal> {
    match values.get(place?)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// The day among the values of a row.
pub(super) fn date_at(values: &[Value], place: Option<usize>) -> Option<Date> {
    match values.get(place?)? {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

/// What happens when a second row of a customer has a value too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    Sum,
    Smallest,
    Largest,
    /// The first row's value counts; a different one is told.
    First,
    /// The value of the latest order line counts.
    Latest,
}

impl Gatherer {
    pub(super) fn new(
        mapping: &Mapping,
        readers: &[ColumnReader],
        choice: &MappingChoice,
        days: Days,
    ) -> Self {
        let has = |field: Field| mapping.columns.contains_key(&field);
        let mut builder = CustomersBuilder::new(days.limit());
        let line_only = [Field::OrderId, Field::OrderDate, Field::DebitCredit];
        for field in mapping.columns.keys().filter(|field| !line_only.contains(field)) {
            builder.declare(*field);
        }
        let has_cost_margin = !has(Field::Margin) && has(Field::Cost) && has(Field::Revenue);
        if has_cost_margin {
            builder.declare(Field::Margin);
        }
        Self {
            builder,
            unions: Unions::new(choice),
            by_group: choice.by_group.then(Keys::default),
            by_id: Keys::default(),
            by_name: Keys::default(),
            merged: 0,
            kind: mapping.kind,
            limit: days.limit(),
            latest: None,
            has_cost_margin,
            ledger: Ledger::default(),
            baskets: Baskets::default(),
            said_on: vec![Vec::new(); Field::ALL.len()],
            places: Places::new(readers),
            told: SortedSet::new(),
        }
    }

    /// Makes room for the customers of so many rows; those of order lines are far fewer.
    #[must_use]
    pub(super) fn expecting(mut self, rows: usize) -> Self {
        if self.kind == ListKind::Customers {
            self.builder.expect(rows);
            if self.places.id.is_some() { self.by_id.expect(rows) } else { self.by_name.expect(rows) }
        }
        self
    }

    /// How many customers there are.
    pub(super) fn len(&self) -> usize {
        self.builder.so_far().len()
    }

    /// Takes in a row; it has an id or a name.
    pub(super) fn take(&mut self, row: RowValues, problems: &mut Vec<Problem>) {
        let (places, values) = (self.places, row.values);
        let id = text_at(values, places.id);
        let written = text_at(values, places.name);
        let joined = match (row.first_name.filter(|first| !first.is_empty()), written) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            _ => None,
        };
        let name = joined.as_deref().or(written);
        let number_of_row = row.record.number();
        let group = text_at(values, places.group).filter(|_| self.by_group.is_some());
        let owner = self.customer(group, id, name, number_of_row);
        let customer = owner.customer;
        self.merged += usize::from(!owner.is_new);
        let date = date_at(values, places.order_date);
        self.see(date);
        for (reader, value) in row.readers.iter().zip(row.values) {
            let field = reader.field;
            let value = match (field, group.or(name)) {
                (Field::OrderId | Field::OrderDate | Field::ProductGroup | Field::DebitCredit, _) => continue,
                // The ledger adds it up.
                (Field::Revenue, _) if self.ledger_has_revenue() => continue,
                (Field::Id, _) if group.is_some() => continue,
                (Field::Id | Field::Name, _) if owner.joins && !owner.is_new => continue,
                (Field::Name, Some(name)) => Value::Text(name),
                _ => *value,
            };
            let fault = self.put(field, customer, value, date);
            // The customers of a group may well live in different places.
            if let Some(kind) = fault.filter(|_| group.is_none()) {
                let cell = match value {
                    Value::Text(text) => text,
                    _ => row.record.cell(reader.column).map_or("", trim),
                };
                problems.push(Problem::new(number_of_row, Some(&reader.name), kind, cell));
            }
        }
        if let (true, Some(revenue), Some(cost)) =
            (self.has_cost_margin, number_at(values, places.revenue), number_at(values, places.cost))
        {
            let margin = revenue.checked_sub(cost).unwrap_or_default();
            self.builder.add_money(Field::Margin, customer, margin);
        }
        let value = number_at(values, places.revenue).unwrap_or_default();
        // A line that only takes back does not say that they buy it.
        if let Some(groups) = text_at(values, places.product_group).filter(|_| value >= Decimal::ZERO) {
            self.baskets.add(customer, groups);
        }
        if self.kind == ListKind::Orders {
            self.ledger.book(customer, Line { date, value, order_id: text_at(values, places.order_id) });
        }
    }

    /// The customer of this group, else the one that this key was said to be, else of this id, else of this name.
    fn customer(&mut self, group: Option<&str>, id: Option<&str>, name: Option<&str>, row: u32) -> Owner {
        let key = id.or(name).unwrap_or("");
        let (known, key, joins) = match (&mut self.by_group, group, self.unions.of(key)) {
            (Some(groups), Some(group), _) => (groups, group, true),
            (_, _, Some((_, Some(customer)))) => return Owner { customer, is_new: false, joins: true },
            (_, _, Some((head, None))) => {
                let (head, customer) = (head.to_owned(), self.builder.push(row));
                self.unions.meet(&head, customer);
                return Owner { customer, is_new: true, joins: true };
            }
            _ if id.is_some() => (&mut self.by_id, key, false),
            _ => (&mut self.by_name, key, false),
        };
        if let Some(customer) = known.get(key) {
            return Owner { customer, is_new: false, joins };
        }
        let customer = self.builder.push(row);
        known.insert(key, customer);
        Owner { customer, is_new: true, joins }
    }

    /// Remembers the latest day that is not after the limit.
    pub(super) fn see(&mut self, date: Option<Date>) {
        self.latest = self.latest.max(date.filter(|day| *day <= self.limit));
    }

    /// Puts a value where it belongs; a problem kind when it contradicts what is there or cannot stay.
    pub(super) fn put(
        &mut self,
        field: Field,
        customer: usize,
        value: Value,
        date: Option<Date>,
    ) -> Option<ProblemKind> {
        match value {
            Value::Missing => None,
            Value::Number(amount) if field.kind() == Kind::Money => {
                self.put_money(field, customer, amount, date)
            }
            Value::Number(amount) => self.put_number(field, customer, to_number(amount)?, date),
            Value::Date(day) => self.put_date(field, customer, day),
            Value::Text(text) => {
                let known = self.builder.so_far().text(field, customer);
                let (is_first, differs) = (known.is_none(), known.is_some_and(|known| known != text));
                let is_newer = self.is_newer(field, customer, date);
                if is_first || (differs && is_newer) {
                    self.builder.set_text(field, customer, text);
                }
                self.conflict(field, customer, differs)
            }
            Value::YesNo(answer) => {
                let known = self.builder.so_far().yes_no(field, customer);
                let (is_first, differs) = (known.is_none(), known.is_some_and(|known| known != answer));
                let is_newer = self.is_newer(field, customer, date);
                if is_first || (differs && is_newer) {
                    self.builder.set_yes_no(field, customer, answer);
                }
                self.conflict(field, customer, differs)
            }
        }
    }

    fn put_money(
        &mut self,
        field: Field,
        customer: usize,
        amount: Decimal,
        date: Option<Date>,
    ) -> Option<ProblemKind> {
        if self.merge(field) == Merge::Sum {
            self.builder.add_money(field, customer, amount);
            return None;
        }
        let is_known = self.builder.so_far().money(field, customer).is_some();
        if self.is_newer(field, customer, date) || !is_known {
            self.builder.set_money(field, customer, amount);
        }
        None
    }

    pub(super) fn put_number(
        &mut self,
        field: Field,
        customer: usize,
        number: f64,
        date: Option<Date>,
    ) -> Option<ProblemKind> {
        let Some(known) = self.builder.so_far().number(field, customer) else {
            self.is_newer(field, customer, date);
            self.builder.set_number(field, customer, number);
            return None;
        };
        let merge = self.merge(field);
        let merged = match merge {
            Merge::Sum => known + number,
            Merge::Largest => known.max(number),
            Merge::Smallest => known.min(number),
            Merge::Latest if self.is_newer(field, customer, date) => number,
            Merge::First | Merge::Latest => known,
        };
        self.builder.set_number(field, customer, merged);
        self.conflict(field, customer, merge == Merge::First && known != number)
    }

    fn put_date(&mut self, field: Field, customer: usize, day: Date) -> Option<ProblemKind> {
        let is_past = matches!(field, Field::FirstOrder | Field::LastOrder | Field::LastContact);
        if is_past && day > self.limit {
            return Some(ProblemKind::FutureDate);
        }
        if field == Field::LastOrder || (field == Field::FirstOrder && self.kind == ListKind::Customers) {
            self.see(Some(day));
        }
        let merged = match self.builder.so_far().date(field, customer) {
            Some(known) if self.merge(field) == Merge::Smallest => known.min(day),
            Some(known) => known.max(day),
            None => day,
        };
        self.builder.set_date(field, customer, merged);
        None
    }

    pub(super) fn merge(&self, field: Field) -> Merge {
        match field {
            Field::FirstOrder => Merge::Smallest,
            Field::LastOrder | Field::LastContact | Field::ContractEnd | Field::OverdueDays => Merge::Largest,
            Field::Hours | Field::Contacts | Field::Returns | Field::Complaints | Field::Quantity => {
                Merge::Sum
            }
            Field::Revenue | Field::Margin | Field::Cost | Field::CostToServe => Merge::Sum,
            _ if self.kind == ListKind::Orders => Merge::Latest,
            Field::Orders => Merge::Sum,
            _ if field.kind() == Kind::Money => Merge::Sum,
            _ => Merge::First,
        }
    }

    /// In an order list: whether this line is not older than the one whose value counts; it counts from now on.
    fn is_newer(&mut self, field: Field, customer: usize, date: Option<Date>) -> bool {
        if self.kind == ListKind::Customers {
            return false;
        }
        let days = &mut self.said_on[field as usize];
        if days.len() <= customer {
            days.resize(customer + 1, None);
        }
        let is_newer = date.is_some() && date >= days[customer];
        if is_newer {
            days[customer] = date;
        }
        is_newer
    }

    /// Whether a contradiction is to be told. In an order list who serves the customer or where it lives may change:
    /// only a changing name or group is told, once a customer.
    fn conflict(&mut self, field: Field, customer: usize, differs: bool) -> Option<ProblemKind> {
        let is_told = match self.kind {
            ListKind::Customers => true,
            ListKind::Orders => {
                matches!(field, Field::Name | Field::Group) && differs && self.told.insert((field, customer))
            }
        };
        (differs && is_told).then_some(ProblemKind::ConflictingValues)
    }

    /// Whether the revenue is what the lines in the ledger add up to: then all have a day and an amount.
    pub(super) fn ledger_has_revenue(&self) -> bool {
        self.kind == ListKind::Orders && self.places.order_date.is_some() && self.places.revenue.is_some()
    }

    /// How many customers are to be settled: none of a list of customers that names no product groups.
    pub(super) fn unsettled(&self) -> usize {
        let has_nothing = self.kind == ListKind::Customers && self.places.product_group.is_none();
        if has_nothing { 0 } else { self.len() }
    }

    /// Writes what the order lines of these customers add up to.
    pub(super) fn settle(&mut self, customers: Range<usize>, mapping: &Mapping) {
        let has = |field: Field| mapping.columns.contains_key(&field);
        let rows_are_orders = mapping.row_is == Some(RowIs::Order);
        let counting = if has(Field::OrderId) {
            Counting::Numbers
        } else if rows_are_orders {
            Counting::Rows
        } else {
            Counting::Days
        };
        let has_dates = has(Field::OrderDate);
        let has_orders = self.kind == ListKind::Orders && (has_dates || counting != Counting::Days);
        for customer in customers {
            self.baskets.settle(customer, &mut self.builder);
            if has_orders {
                let settling = Settling { counting, has_dates, has_revenue: self.ledger_has_revenue() };
                self.ledger.settle(customer, settling, &mut self.builder);
            }
        }
    }

    /// The customers, and how many rows were merged into them.
    pub(super) fn finish(mut self, days: Days) -> (Customers, usize) {
        if self.kind == ListKind::Orders && self.places.order_date.is_some() {
            std::mem::take(&mut self.ledger).hand_over(&mut self.builder);
        }
        self.builder.set_reference_date(days.reference.or(self.latest).unwrap_or(days.today));
        (self.builder.build(), self.merged)
    }
}

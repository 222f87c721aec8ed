//! Gathering many rows at once: what is the same for all of them is asked once a column instead of once a cell.

use std::ops::Range;

use quick::Day;
use rust_decimal::Decimal;

use super::amounts::unpacked;
use super::batch::{Batch, Cells};
use super::cells::ColumnReader;
use super::gather::{Gatherer, Merge};
use super::{Field, ListKind, date};
use crate::table::Problem;
use crate::table::fold::trim;

impl Gatherer {
    /// Takes in rows of a batch that are not odd, up to the first that must be taken in on its own; how many.
    ///
    /// Only for lists without unions, groups that are added up, and first names.
    pub(super) fn take_batch(
        &mut self,
        readers: &[ColumnReader],
        batch: &Batch,
        rows: Range<usize>,
        problems: &mut Vec<Problem>,
    ) -> usize {
        match self.kind {
            ListKind::Customers => self.take_customers(readers, batch, rows),
            ListKind::Orders => self.take_orders(readers, batch, rows, problems),
        }
    }

    /// A customer that is there already has its rows merged one by one.
    fn take_customers(&mut self, readers: &[ColumnReader], batch: &Batch, rows: Range<usize>) -> usize {
        let first = self.len();
        let keys = if self.places.id.is_some() { &mut self.by_id } else { &mut self.by_name };
        let len = keys.insert_all(batch.keys.get(rows.clone()).unwrap_or(&[]), first);
        let rows = rows.start..rows.start + len;
        self.builder.push_all(&batch.rows.numbers()[rows.clone()]);
        for (place, (reader, cells)) in readers.iter().zip(&batch.cells).enumerate() {
            match reader.field {
                Field::OrderId | Field::OrderDate | Field::ProductGroup => continue,
                Field::FirstOrder | Field::LastOrder => {
                    self.see_latest(batch.days(Some(place)), rows.clone());
                }
                _ => {}
            }
            self.builder.append(reader.field, first, cells, rows.clone());
        }
        self.see_latest(batch.days(self.places.order_date), rows.clone());
        if self.has_cost_margin || self.places.product_group.is_some() {
            let owners: Vec<u32> = (first..first + len).map(|customer| customer as u32).collect();
            self.take_costs(batch, rows.clone(), &owners);
            self.take_baskets(batch, rows, &owners);
        }
        len
    }

    fn take_orders(
        &mut self,
        readers: &[ColumnReader],
        batch: &Batch,
        rows: Range<usize>,
        problems: &mut Vec<Problem>,
    ) -> usize {
        let key = self.places.id.or(self.places.name);
        let owners = self.owners(batch, rows.clone());
        let days = batch.days(self.places.order_date);
        self.see_latest(days, rows.clone());
        for (place, (reader, cells)) in readers.iter().zip(&batch.cells).enumerate() {
            let field = reader.field;
            match (field, self.merge(field), cells) {
                (Field::OrderId | Field::OrderDate | Field::ProductGroup, ..) => {}
                // Who has this key has it already.
                _ if Some(place) == key => {}
                // The ledger adds it up.
                (Field::Revenue, ..) if self.ledger_has_revenue() => {}
                (_, Merge::Sum, Cells::Amounts(amounts)) => {
                    self.builder.add_amounts(field, &owners, &amounts[rows.clone()]);
                }
                (_, Merge::Sum, Cells::Numbers(numbers)) => {
                    self.builder.add_numbers(field, &owners, &numbers[rows.clone()]);
                }
                _ => {
                    for (row, customer) in rows.clone().zip(&owners) {
                        let date = days.and_then(|days| date::unpacked(days[row]));
                        let customer = *customer as usize;
                        // A number stays the very number that was read.
                        let fault = match cells {
                            Cells::Numbers(numbers) => Some(numbers[row])
                                .filter(|number| !number.is_nan())
                                .and_then(|number| self.put_number(field, customer, number, date)),
                            _ => self.put(field, customer, cells.value(row), date),
                        };
                        if let Some(kind) = fault {
                            let record = batch.rows.record(row);
                            let cell = record.cell(reader.column).map_or("", trim);
                            problems.push(Problem::new(record.number(), Some(&reader.name), kind, cell));
                        }
                    }
                }
            }
        }
        self.take_costs(batch, rows.clone(), &owners);
        self.take_baskets(batch, rows.clone(), &owners);
        let values = batch.amounts(self.places.revenue);
        let orders = batch.texts(self.places.order_id);
        let (dates, values) =
            (days.map(|days| &days[rows.clone()]), values.map(|values| &values[rows.clone()]));
        self.ledger.book_all(&owners, dates, values, orders.map(|orders| &orders[rows.clone()]));
        rows.len()
    }

    /// The customer of every row; those that are new get their key.
    fn owners(&mut self, batch: &Batch, rows: Range<usize>) -> Vec<u32> {
        let (place, is_id) = (self.places.id.or(self.places.name), self.places.id.is_some());
        let (keys, field) =
            if is_id { (&mut self.by_id, Field::Id) } else { (&mut self.by_name, Field::Name) };
        let texts = batch.texts(place).unwrap_or(&[]);
        let next = self.builder.so_far().len();
        let (owners, new) = keys.find_all(batch.keys.get(rows.clone()).unwrap_or(&[]), next);
        for (customer, place) in (next..).zip(&new) {
            let row = rows.start + *place as usize;
            self.builder.push(batch.rows.numbers()[row]);
            self.builder.set_text(field, customer, texts.get(row).copied().flatten().unwrap_or(""));
        }
        self.merged += rows.len() - new.len();
        owners
    }

    fn see_latest(&mut self, days: Option<&[Day]>, rows: Range<usize>) {
        let days = days.and_then(|days| days.get(rows)).unwrap_or(&[]);
        self.see(date::unpacked(Day::latest(days, date::packed(self.limit))));
    }

    /// The margin of rows with a revenue and a cost, where the list has no margin of its own.
    fn take_costs(&mut self, batch: &Batch, rows: Range<usize>, owners: &[u32]) {
        let (Some(revenues), Some(costs)) =
            (batch.amounts(self.places.revenue), batch.amounts(self.places.cost))
        else {
            return;
        };
        if !self.has_cost_margin {
            return;
        }
        for (row, customer) in rows.zip(owners) {
            if let (Some(revenue), Some(cost)) = (unpacked(revenues[row]), unpacked(costs[row])) {
                let margin = revenue.checked_sub(cost).unwrap_or_default();
                self.builder.add_money(Field::Margin, *customer as usize, margin);
            }
        }
    }

    /// A line that only takes back does not say that they buy it.
    fn take_baskets(&mut self, batch: &Batch, rows: Range<usize>, owners: &[u32]) {
        let Some(groups) = batch.texts(self.places.product_group) else { return };
        let revenues = batch.amounts(self.places.revenue);
        for (row, customer) in rows.zip(owners) {
            let value = revenues.and_then(|revenues| unpacked(revenues[row])).unwrap_or_default();
            if let Some(groups) = groups[row].filter(|_| value >= Decimal::ZERO) {
                self.baskets.add(*customer as usize, groups);
            }
        }
    }
}

//! Extra columns: a column of the list that means no field, or one of the team's own, readable as text and as numbers.

use jiff::civil::Date;
use quick::least_first;
use rust_decimal::prelude::ToPrimitive;

use super::clean::{cell_text, yes_or_no};
use super::date::DayOrder;
use super::number::Convention;
use super::{Customers, date, number};
use crate::calendar::days_between;
use crate::table::Table;

/// A column beside the fields, a cell a customer; `None` is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra {
    texts: Vec<Option<Box<str>>>,
    numbers: Vec<Option<f64>>,
}

impl Extra {
    /// Cells as written, one a customer. As numbers they are what most of the column reads as: numbers (a percentage
    /// as a share), else days before `today`, else yes = 1 and no = 0. A cell that reads as nothing of the kind has
    /// its text only.
    pub fn new(cells: Vec<Option<Box<str>>>, today: Date) -> Self {
        let texts: Vec<Option<Box<str>>> =
            cells.into_iter().map(|cell| cell.as_deref().and_then(cell_text).map(Box::from)).collect();
        Self { numbers: numbers(&texts, today), texts }
    }

    /// A column of the table by its name: each customer has the cell of its first row. `None` when there is no such
    /// column.
    pub fn of_table(table: &Table, rows: (u32, u32), customers: &Customers, name: &str) -> Option<Self> {
        let column = table.column_named(name)?;
        let (offset, last) = rows;
        let rows: Vec<u64> = (0..customers.len()).map(|i| u64::from(customers.row(i))).collect();
        let order = least_first(&rows).places.into_iter().map(|i| (rows[i as usize], i));
        let own = order.filter(|(row, _)| *row > u64::from(offset) && *row <= u64::from(last));
        let mut cells = vec![None; customers.len()];
        let mut waiting = own.peekable();
        for place in 0..table.len() {
            let number = table.row_number(place).saturating_add(offset);
            while let Some((_, i)) = waiting.next_if(|(row, _)| *row <= u64::from(number)) {
                cells[i as usize] = table.cell(place, column).map(Box::from);
            }
        }
        Some(Self::new(cells, customers.reference_date()))
    }

    /// The text of one customer.
    pub fn text(&self, i: usize) -> Option<&str> {
        self.texts.get(i)?.as_deref()
    }

    /// The number of one customer.
    pub fn number(&self, i: usize) -> Option<f64> {
        *self.numbers.get(i)?
    }
}

fn numbers(texts: &[Option<Box<str>>], today: Date) -> Vec<Option<f64>> {
    let (mut convention, mut order) = (Convention::new(None), DayOrder::new(None));
    let (mut amounts, mut days, mut answers) = (0, 0, 0);
    for text in texts.iter().flatten() {
        if let Some(scanned) = number::scan(text) {
            convention.add(&scanned);
            amounts += 1;
        }
        if let Some(scanned) = date::scan(text) {
            order.add(scanned);
            days += 1;
        }
        answers += usize::from(yes_or_no(text).is_some());
    }
    let amount = |text: &str| {
        let scanned = number::scan(text)?;
        let value = convention.value(&scanned).to_f64()?;
        Some(if scanned.percent { value / 100.0 } else { value })
    };
    let day = |text: &str| {
        let day = order.value(date::scan(text)?)?;
        Some(f64::from(days_between(day, today)))
    };
    let answer = |text: &str| yes_or_no(text).map(|yes| if yes { 1.0 } else { 0.0 });
    let read = |text: &str| {
        if amounts >= days && amounts >= answers {
            amount(text)
        } else if days >= answers {
            day(text)
        } else {
            answer(text)
        }
    };
    texts.iter().map(|text| text.as_deref().and_then(read)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[&str], expected: &[Option<f64>]) {
        let cells = cells.iter().map(|cell| (!cell.is_empty()).then(|| Box::from(*cell))).collect();
        let extra = Extra::new(cells, jiff::civil::date(2025, 12, 31));
        let found: Vec<Option<f64>> = (0..expected.len()).map(|i| extra.number(i)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_column_is_read_as_what_most_of_it_is() {
        check(&["1.250", "12,5", "", "veel"], &[Some(1250.0), Some(12.5), None, None]);
        check(&["12,5 %", "3%"], &[Some(0.125), Some(0.03)]);
        check(&["31-12-2025", "30-12-2025", "?"], &[Some(0.0), Some(1.0), None]);
        check(&["ja", "nee", "x"], &[Some(1.0), Some(0.0), Some(1.0)]);
        check(&["klein", "groot"], &[None, None]);
    }
}

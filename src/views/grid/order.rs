//! The order of a grid's rows: filtered, searched and sorted; kept by the engine while the page scrolls.

use super::{GridField, GridFilter, Shown, WindowRequest, fields};
use crate::customers::Customers;
use crate::sorted::InOrder;
use crate::table::fold::fold;

/// Customers in the order of a grid. Missing values come last in either direction, equals in the order of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    /// What was asked; where the window begins does not count.
    request: WindowRequest,
    /// Customers by index.
    pub rows: Vec<u32>,
}

impl Order {
    /// Finds the rows and sorts them.
    pub fn new(customers: &Customers, request: &WindowRequest) -> Self {
        let columns = fields(customers);
        let mut rows: Vec<u32> = (0..customers.len() as u32).collect();
        if let Some(filter) = &request.filter {
            keep(customers, &columns, filter, &mut rows);
        }
        let needle = fold(&request.search);
        if !needle.is_empty() {
            let texts: Vec<&GridField> = columns.iter().filter(|column| is_text(column)).collect();
            rows.retain(|&i| texts.iter().any(|column| says(column.of(customers, i as usize), &needle)));
        }
        if let Some(column) = columns.iter().find(|column| column.key() == request.sort) {
            rows = sorted(customers, column, rows, request.reversed);
        } else if request.reversed {
            rows.reverse();
        }
        Self { request: WindowRequest { from: 0, count: 0, ..request.clone() }, rows }
    }

    /// Whether this order answers the request as well.
    pub fn answers(&self, request: &WindowRequest) -> bool {
        self.request == WindowRequest { from: 0, count: 0, ..request.clone() }
    }
}

fn is_text(column: &GridField) -> bool {
    match column {
        GridField::Field(field) => field.kind() == crate::customers::Kind::Text,
        GridField::Extra(_) => true,
        GridField::Row => false,
    }
}

fn says(cell: Shown, needle: &str) -> bool {
    matches!(cell, Shown::Text(text) if fold(text).contains(needle))
}

fn keep(customers: &Customers, columns: &[GridField], filter: &GridFilter, rows: &mut Vec<u32>) {
    let (GridFilter::Is { column, .. } | GridFilter::Missing { column }) = filter;
    let Some(column) = columns.iter().find(|known| known.key() == *column) else { return };
    rows.retain(|&i| match (filter, column.of(customers, i as usize)) {
        (GridFilter::Missing { .. }, cell) => cell == Shown::Missing,
        (GridFilter::Is { text, .. }, Shown::Text(cell)) => cell == text,
        (GridFilter::Is { text, .. }, Shown::YesNo(yes)) => text == if yes { "1" } else { "0" },
        _ => false,
    });
}

fn sorted(customers: &Customers, column: &GridField, rows: Vec<u32>, reversed: bool) -> Vec<u32> {
    let (mut known, missing): (Vec<u32>, Vec<u32>) =
        rows.into_iter().partition(|&i| column.of(customers, i as usize) != Shown::Missing);
    if is_text(column) {
        sort_texts(customers, column, &mut known, reversed);
    } else {
        sort_sizes(customers, column, &mut known, reversed);
    }
    known.extend(missing);
    known
}

/// By the whole text, capitals and accents aside, numbers in it by their size. All keys stand in one string: a
/// million small ones would cost more than the sorting.
fn sort_texts(customers: &Customers, column: &GridField, rows: &mut [u32], reversed: bool) {
    let (mut keys, mut ends) = (String::new(), Vec::with_capacity(rows.len()));
    for &i in rows.iter() {
        if let Shown::Text(text) = column.of(customers, i as usize) {
            write_key(&fold(text), &mut keys);
        }
        ends.push(keys.len());
    }
    let key = |place: u32| {
        let place = place as usize;
        let start = if place == 0 { 0 } else { ends[place - 1] };
        &keys.as_bytes()[start..ends[place]]
    };
    let mut places: Vec<u32> = (0..rows.len() as u32).collect();
    places.order_by(|&a, &b| {
        let order = key(a).cmp(key(b));
        if reversed { order.reverse() } else { order }.then(a.cmp(&b))
    });
    let before = rows.to_vec();
    for (row, place) in rows.iter_mut().zip(places) {
        *row = before[place as usize];
    }
}

/// A folded text with the length of every number in front of it, so that 9 comes before 10.
fn write_key(folded: &str, out: &mut String) {
    let mut rest = folded;
    while let Some(first) = rest.bytes().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_number {
            let digits = run.trim_start_matches('0');
            let mut length = digits.len();
            while length >= 9 {
                out.push('9');
                length -= 9;
            }
            out.push(char::from(b'0' + length as u8));
            out.push_str(digits);
        } else {
            out.push_str(run);
        }
        rest = after;
    }
}

/// Amounts are compared as near numbers first, and exactly where those are equal.
fn sort_sizes(customers: &Customers, column: &GridField, rows: &mut [u32], reversed: bool) {
    let mut keyed: Vec<(f64, u32)> = rows
        .iter()
        .map(|&i| (column.of(customers, i as usize).size().unwrap_or(f64::NEG_INFINITY), i))
        .collect();
    let exactly = |a: u32, b: u32| match (column.of(customers, a as usize), column.of(customers, b as usize))
    {
        (Shown::Money(a), Shown::Money(b)) => a.cmp(&b),
        _ => std::cmp::Ordering::Equal,
    };
    keyed.order_by(|a, b| {
        let order = a.0.total_cmp(&b.0).then_with(|| exactly(a.1, b.1));
        if reversed { order.reverse() } else { order }.then(a.1.cmp(&b.1))
    });
    for (row, (_, i)) in rows.iter_mut().zip(keyed) {
        *row = i;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{Days, MappingChoice, intake};
    use crate::table::{ReadOptions, read};

    const LIST: &str = "Klantnr;Naam;Plaats;Omzet;Laatste order\n10;Émile;Ede;1,50;01-02-2025\n9;bakker 10;Best;;03-01-2025\n2;Bakker 9;Ede;10,00;\n30;Zn;;-2,00;02-01-2025\n";

    fn customers() -> Customers {
        let (table, problems) = read(LIST.as_bytes(), &ReadOptions::default()).unwrap();
        let days = Days::from(jiff::civil::date(2026, 1, 31));
        intake(&table, problems, &MappingChoice::default(), days).unwrap().customers
    }

    fn check(request: WindowRequest, expected: &[&str]) {
        let customers = customers();
        let order = Order::new(&customers, &request);
        let found: Vec<&str> = order.rows.iter().map(|&i| customers.key(i as usize)).collect();
        assert_eq!(found, expected, "{request:?}");
        assert!(order.answers(&WindowRequest { from: 7, count: 3, ..request.clone() }));
        assert!(!order.answers(&WindowRequest { stamp: request.stamp + 1, ..request }));
    }

    fn by(sort: &str, reversed: bool) -> WindowRequest {
        WindowRequest { sort: sort.to_owned(), reversed, ..WindowRequest::default() }
    }

    #[test]
    fn rows_are_sorted_as_people_do_and_the_missing_come_last() {
        check(by("", false), &["10", "9", "2", "30"]);
        check(by("", true), &["30", "2", "9", "10"]);
        check(by("name", false), &["2", "9", "10", "30"]);
        check(by("name", true), &["30", "10", "9", "2"]);
        check(by("id", false), &["2", "9", "10", "30"]);
        check(by("revenue", false), &["30", "10", "2", "9"]);
        check(by("revenue", true), &["2", "10", "30", "9"]);
        check(by("last_order", true), &["10", "9", "30", "2"]);
        check(by("place", false), &["9", "10", "2", "30"]);
    }

    #[test]
    fn searches_and_filters_leave_what_they_say() {
        let search = |text: &str| WindowRequest { search: text.to_owned(), ..by("name", false) };
        check(search("BAKKER"), &["2", "9"]);
        check(search("emile"), &["10"]);
        check(search("ede"), &["2", "10"]);
        check(search("30"), &["30"]);
        check(search("nergens"), &[]);
        let filter = |filter| WindowRequest { filter: Some(filter), ..by("", false) };
        check(filter(GridFilter::Is { column: "place".into(), text: "Ede".into() }), &["10", "2"]);
        check(filter(GridFilter::Missing { column: "revenue".into() }), &["9"]);
        check(filter(GridFilter::Missing { column: "gone".into() }), &["10", "9", "2", "30"]);
    }
}

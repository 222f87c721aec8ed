//! Join fields: what one list says of its customers, put beside what others said.

use crate::sorted::InOrder;
use rust_decimal::Decimal;

use super::join::Role;
use super::{Column, Customers, CustomersBuilder, Field, Kind, Occasion, date};

/// A list, and where each of its customers is in the whole.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) customers: &'a Customers,
    pub(super) places: &'a [usize],
    pub(super) role: Role,
    /// Fields that are taken from other lists.
    pub(super) skipped: &'a [Field],
}

/// How a value goes together with one that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// What was there stays.
    Keep,
    Add,
    Earliest,
    Latest,
}

/// Puts a list's fields into the whole.
pub(super) fn join_fields(builder: &mut CustomersBuilder, side: Side) {
    for &field in Field::ALL {
        let Some(column) = side.customers.column(field) else { continue };
        let target = match (side.role, field) {
            (_, field) if side.skipped.contains(&field) => continue,
            (Role::OlderYear, field) if field.kind() == Kind::Money => continue,
            (Role::PreviousYear, Field::Revenue) => Field::RevenuePrevious,
            // Last year's other figures are not this year's.
            (Role::PreviousYear, field) if !says_who(field) => continue,
            (_, field) => field,
        };
        builder.declare(target);
        for (i, place) in side.places.iter().enumerate() {
            join_cell(builder, (column, i), target, *place, side.role);
        }
    }
    for (i, place) in side.places.iter().enumerate() {
        let (days, credits) = (side.customers.occasions(i), side.customers.credits(i));
        if !days.is_empty() {
            let all = together(builder.occasions(*place), days.iter());
            builder.set_occasions(*place, all);
        }
        if !credits.is_empty() {
            let all = together(builder.so_far().credits(*place).to_vec(), credits.iter().copied());
            builder.set_credits(*place, all);
        }
    }
}

/// Who the customer is, rather than what it did.
fn says_who(field: Field) -> bool {
    matches!(field.kind(), Kind::Text)
        || matches!(field, Field::FirstOrder | Field::LastOrder | Field::LastContact)
}

fn way(field: Field, role: Role) -> Way {
    match (field, role) {
        (Field::FirstOrder, _) => Way::Earliest,
        (Field::LastOrder | Field::LastContact | Field::ContractEnd, _) => Way::Latest,
        // What the orders add up to beats what a list says of it; order lists follow each other.
        (Field::Revenue | Field::Margin | Field::Cost | Field::Orders, _)
        | (Field::Quantity | Field::Returns, Role::Orders)
        | (Field::CostToServe | Field::Hours, Role::Customers) => Way::Add,
        _ => Way::Keep,
    }
}

fn join_cell(builder: &mut CustomersBuilder, from: (&Column, usize), field: Field, place: usize, role: Role) {
    let (column, i) = from;
    let way = way(field, role);
    match column {
        Column::Text(cells) => {
            if let Some(text) = cells.get(i)
                && builder.so_far().text(field, place).is_none()
            {
                builder.set_text(field, place, text);
            }
        }
        Column::YesNo(cells) => {
            if let Some(Some(answer)) = cells.get(i)
                && builder.so_far().yes_no(field, place).is_none()
            {
                builder.set_yes_no(field, place, *answer);
            }
        }
        Column::Money(cells) => {
            let Some(amount) = cells.get(i) else { return };
            let known = builder.so_far().money(field, place);
            let joined = merge(known, amount, way, |a: Decimal, b| a.checked_add(b).unwrap_or(a));
            builder.set_money(field, place, joined);
        }
        Column::Number(cells) => {
            let Some(number) = cells.get(i).filter(|number| !number.is_nan()) else { return };
            let known = builder.so_far().number(field, place);
            builder.set_number(field, place, merge(known, *number, way, |a, b| a + b));
        }
        Column::Date(cells) => {
            let Some(day) = cells.get(i).and_then(|day| date::unpacked(*day)) else { return };
            let known = builder.so_far().date(field, place);
            let joined = match (known, way) {
                (Some(known), Way::Earliest) => known.min(day),
                (Some(known), Way::Latest) => known.max(day),
                (Some(known), _) => known,
                (None, _) => day,
            };
            builder.set_date(field, place, joined);
        }
    }
}

fn merge<T: Copy>(known: Option<T>, value: T, way: Way, add: impl Fn(T, T) -> T) -> T {
    match (known, way) {
        (Some(known), Way::Add) => add(known, value),
        (Some(known), Way::Keep | Way::Earliest | Way::Latest) => known,
        (None, _) => value,
    }
}

/// Days of two lists in order, those of the same day added up.
fn together(mut all: Vec<Occasion>, more: impl Iterator<Item = Occasion>) -> Vec<Occasion> {
    all.extend(more);
    all.order_by_key(|day| day.date);
    let mut merged: Vec<Occasion> = Vec::with_capacity(all.len());
    for day in all {
        match merged.last_mut().filter(|last| last.date == day.date) {
            Some(last) => last.value = last.value.checked_add(day.value).unwrap_or(last.value),
            None => merged.push(day),
        }
    }
    merged
}

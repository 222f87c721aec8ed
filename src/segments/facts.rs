//! Facts about one customer that several analyses need and that come from more than one field.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::ranking::{Sorted, as_f64, quotient, sum};
use crate::calendar::{days_between, months_before};
use crate::customers::{Customers, Field};
use crate::recipe::{PeriodRecipe, Quantity};

/// The last order day: of the order history, else the column.
pub fn last_order(customers: &Customers, i: usize) -> Option<Date> {
    customers.occasions(i).last().map(|day| day.date).or_else(|| customers.date(Field::LastOrder, i))
}

/// The first order day: of the order history, else the column.
pub fn first_order(customers: &Customers, i: usize) -> Option<Date> {
    customers.occasions(i).first().map(|day| day.date).or_else(|| customers.date(Field::FirstOrder, i))
}

/// Orders in the list: the column, else the order days.
pub fn orders(customers: &Customers, i: usize) -> Option<f64> {
    customers
        .number(Field::Orders, i)
        .or_else(|| customers.has_occasions().then(|| customers.occasions(i).len() as f64))
}

/// Net value after `after` and up to `until`: of the order days and of the days with returns only, which are no order
/// days but do cost what they cost (DEFINITIONS D0).
pub fn value_between(customers: &Customers, i: usize, after: Date, until: Date) -> Decimal {
    let days = customers.occasions(i);
    let bought = sum(days.between(days.until(after), days.until(until)).iter().map(|day| day.value));
    let credits = customers.credits(i).iter().filter(|day| day.date > after && day.date <= until);
    bought.saturating_add(sum(credits.map(|day| day.value)))
}

/// Order days after `after` and up to `until`.
pub fn order_days_between(customers: &Customers, i: usize, after: Date, until: Date) -> usize {
    let days = customers.occasions(i);
    days.until(until).saturating_sub(days.until(after))
}

/// Median days between order days; for a list without order history (last − first) ÷ (orders − 1).
/// `None` with fewer than two order days.
pub fn median_interval(customers: &Customers, i: usize) -> Option<f64> {
    if customers.has_occasions() {
        return Sorted::new(intervals(customers, i)).median();
    }
    let orders = customers.number(Field::Orders, i)?;
    let days = days_between(customers.date(Field::FirstOrder, i)?, customers.date(Field::LastOrder, i)?);
    (orders >= 2.0 && days > 0).then(|| f64::from(days) / (orders - 1.0))
}

/// Days between the order days of a customer.
pub fn intervals(customers: &Customers, i: usize) -> impl Iterator<Item = f64> + '_ {
    let days = customers.occasions(i).iter();
    days.clone().zip(days.skip(1)).map(|(one, next)| f64::from(days_between(one.date, next.date)))
}

/// Orders a year: order days in the last 12 months, or the list's orders brought to 12 months.
pub fn orders_a_year(customers: &Customers, period: &PeriodRecipe, i: usize) -> Option<f64> {
    if customers.has_occasions() {
        let today = customers.reference_date();
        return Some(order_days_between(customers, i, months_before(today, 12), today) as f64);
    }
    Some(customers.number(Field::Orders, i)? * 12.0 / period.months)
}

/// Margin ÷ revenue, or the rate in the list. `None` when unknown or revenue is not above zero.
pub fn margin_rate(customers: &Customers, i: usize) -> Option<f64> {
    match customers.money(Field::Margin, i) {
        Some(margin) => quotient(margin, customers.money(Field::Revenue, i)?),
        None => customers.number(Field::MarginRate, i),
    }
}

/// Days of the oldest open item; 0 when the list says that nothing is open.
pub fn overdue_days(customers: &Customers, i: usize) -> Option<f64> {
    customers
        .number(Field::OverdueDays, i)
        .or_else(|| customers.money(Field::Overdue, i).filter(|open| *open <= Decimal::ZERO).map(|_| 0.0))
}

/// max(potential − revenue, 0); `None` when either is unknown.
pub fn growth_room(customers: &Customers, i: usize) -> Option<Decimal> {
    let room = customers.money(Field::Potential, i)?.saturating_sub(customers.money(Field::Revenue, i)?);
    Some(room.max(Decimal::ZERO))
}

/// A quantity of a rule for one customer; `None` when unknown.
pub fn quantity(customers: &Customers, period: &PeriodRecipe, of: &Quantity, i: usize) -> Option<f64> {
    let value = match of {
        Quantity::Field(field) => field_as_number(customers, *field, i)?,
        Quantity::Column(name) => customers.extra(name)?.number(i)?,
        Quantity::Margin => as_f64(customers.margin(i)?),
        Quantity::MarginRate => margin_rate(customers, i)?,
        Quantity::Contribution => as_f64(customers.contribution(i)?),
        Quantity::OrderDaysLastYear => orders_a_year(customers, period, i)?,
        Quantity::Orders => orders(customers, i)?,
        Quantity::ComplaintsPerYear => customers.number(Field::Complaints, i)? * 12.0 / period.months,
        Quantity::ShareOfWallet => {
            quotient(customers.money(Field::Revenue, i)?, customers.money(Field::Potential, i)?)?
        }
        Quantity::GrowthRoom => as_f64(growth_room(customers, i)?),
    };
    value.is_finite().then_some(value)
}

/// Whether a quantity is brought to a year by the length of the list's period.
pub fn follows_from_period(of: &Quantity) -> bool {
    matches!(of, Quantity::OrderDaysLastYear | Quantity::ComplaintsPerYear)
}

/// Whether the list has what a quantity is made of; if not, it is unknown of everyone.
pub fn is_in_list(customers: &Customers, of: &Quantity) -> bool {
    let has = |field| customers.has(field);
    let has_margin = has(Field::Margin) || has(Field::MarginRate);
    match of {
        Quantity::Field(Field::OverdueDays) => has(Field::OverdueDays) || has(Field::Overdue),
        Quantity::Field(Field::MarginRate) | Quantity::Margin | Quantity::MarginRate => has_margin,
        Quantity::Field(field) => has(*field),
        Quantity::Column(name) => customers.extra(name).is_some(),
        Quantity::Contribution => has_margin && has(Field::CostToServe),
        Quantity::OrderDaysLastYear | Quantity::Orders => customers.has_occasions() || has(Field::Orders),
        Quantity::ComplaintsPerYear => has(Field::Complaints),
        Quantity::ShareOfWallet | Quantity::GrowthRoom => has(Field::Revenue) && has(Field::Potential),
    }
}

fn field_as_number(customers: &Customers, field: Field, i: usize) -> Option<f64> {
    match field {
        Field::OverdueDays => overdue_days(customers, i),
        Field::MarginRate => margin_rate(customers, i),
        _ => customers
            .number(field, i)
            .or_else(|| customers.money(field, i).map(as_f64))
            .or_else(|| customers.yes_no(field, i).map(|yes| if yes { 1.0 } else { 0.0 }))
            .or_else(|| {
                customers.date(field, i).map(|date| f64::from(days_between(date, customers.reference_date())))
            }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::segments::testing::list;

    fn check(days: &str, value: i64, order_days: usize) {
        let customers = list(&format!("name days\nJan {days}"));
        let (after, until) = (date(2025, 1, 31), date(2025, 3, 31));
        assert_eq!(value_between(&customers, 0, after, until), Decimal::from(value), "{days}");
        assert_eq!(order_days_between(&customers, 0, after, until), order_days, "{days}");
    }

    #[test]
    fn days_of_returns_cost_their_value_and_are_no_order_days() {
        check("2025-02-01=100,2025-03-01=50", 150, 2);
        check("2025-02-01=100,2025-03-01=-30", 70, 1);
        check("2025-01-31=100,2025-02-01=-30,2025-04-01=-9", -30, 0);
        check("2025-01-31=-100,2025-03-31=-9", -9, 0);
    }
}

//! Leavers and silent leavers (MF, CI; METHOD section 6).

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::facts::{order_days_between, value_between};
use super::ranking::{amount_of, first_percent, greatest_amounts_first, median, middle_amount, quotient};
use super::{Activity, Alive, Inventory, Rhythm, Rhythms, Values};
use crate::calendar::{days_before, days_between, months_before};
use crate::customers::{Customers, Field};
use crate::recipe::{PeriodRecipe, Recipe, XrayRecipe};

/// What makes a customer a leaver.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaverWhy {
    /// Revenue fell by this share (0.4 = 40% less) between two periods of equal length.
    Fell { before: Decimal, now: Decimal, fall: f64 },
    /// Active in the period before, not now.
    Stopped { before: Decimal },
}

/// What makes a customer a silent leaver.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SilentWhy {
    /// Days since the last order against its own median interval.
    Rhythm { ratio: f64, median_interval: f64, days: i32 },
    /// No order history: days since the last contact.
    NoContact { days: i32 },
}

/// A silent leaver on the call list.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SilentLeaver {
    pub customer: usize,
    pub why: SilentWhy,
    /// Where the model passes its guards.
    pub p_active: Option<f64>,
    /// Last year's value, × (1 − P(active)) where known.
    pub at_stake: Decimal,
}

/// Leavers of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Leavers {
    /// By customer.
    pub leaver: Vec<Option<LeaverWhy>>,
    /// By customer: whether two periods are known.
    pub known: Vec<bool>,
    /// The length of the two periods in an order history.
    pub period_days: Option<i32>,
    /// Customers whose two periods could be compared.
    pub compared: usize,
    /// The median change of these (−0.1 = 10% less), to see a fall in its light.
    pub median_change: Option<f64>,
    /// The two periods are not of equal length: amounts were brought to a month first.
    pub unequal_periods: bool,
}

/// Finds leavers.
///
/// With an order history the two periods are the last 12 months and the 12 before, or two halves of a shorter
/// history; else the two revenue columns, brought to a month when the periods differ in length.
pub fn leavers(customers: &Customers, inventory: &Inventory, recipe: &Recipe) -> Leavers {
    let periods = periods(customers, &recipe.period);
    let pairs: Vec<Option<Pair>> =
        (0..customers.len()).map(|i| pair(customers, inventory, periods.as_ref(), i)).collect();
    let before: Vec<Decimal> =
        pairs.iter().flatten().map(|pair| pair.before).filter(|amount| *amount > Decimal::ZERO).collect();
    let median_from = middle_amount(before);
    let changes: Vec<f64> = pairs.iter().flatten().filter_map(|pair| pair.change).collect();
    Leavers {
        leaver: pairs
            .iter()
            .map(|pair| why(pair.as_ref()?, periods.as_ref()?, median_from, &recipe.xray))
            .collect(),
        known: pairs.iter().map(Option::is_some).collect(),
        compared: changes.len(),
        median_change: median(changes),
        period_days: match &periods {
            Some(Periods::Days { days, .. }) => Some(*days),
            _ => None,
        },
        unequal_periods: matches!(&periods, Some(Periods::Columns { months, before }) if months != before),
    }
}

/// What is compared with what.
enum Periods {
    /// Order days after `start` up to `cut`, against those after `cut`.
    Days { start: Date, cut: Date, days: i32, window: i32 },
    /// `revenue_previous` of so many months before against `revenue` of so many.
    Columns { months: Decimal, before: Decimal },
}

/// Two amounts.
struct Pair {
    /// As the list has it, also where that period had another length.
    before: Decimal,
    now: Decimal,
    /// As a share of the amount before (−0.1 = 10% less); `None` when that is not above zero.
    change: Option<f64>,
    /// Order days in the period before, where there is a history.
    order_days: Option<usize>,
    /// Was active at the end of the period before and is not now.
    stopped: bool,
}

impl Pair {
    fn new(before: Decimal, now: Decimal, order_days: Option<usize>, stopped: bool) -> Self {
        Self { before, now, change: quotient(now.saturating_sub(before), before), order_days, stopped }
    }

    /// Of periods of different length: each amount times the months of the other says the same as both by the month, in whole
    /// numbers.
    fn unequal(before: (Decimal, Decimal), now: (Decimal, Decimal), stopped: bool) -> Self {
        let alike = (before.0.saturating_mul(now.1), now.0.saturating_mul(before.1));
        let pair = Self::new(alike.0, alike.1, None, stopped);
        Self { before: before.0, now: now.0, ..pair }
    }
}

fn periods(customers: &Customers, period: &PeriodRecipe) -> Option<Periods> {
    let today = customers.reference_date();
    if customers.has_occasions() {
        let first =
            (0..customers.len()).filter_map(|i| customers.occasions(i).first()).map(|day| day.date).min()?;
        let year = days_between(months_before(today, 12), today);
        let days = year.min((days_between(first, today) + 1) / 2);
        let cut = if days == year { months_before(today, 12) } else { days_before(today, days) };
        let start = if days == year { months_before(today, 24) } else { days_before(today, 2 * days) };
        return (days > 0).then_some(Periods::Days { start, cut, days, window: days.min(year / 2) });
    }
    let both = customers.has(Field::Revenue) && customers.has(Field::RevenuePrevious);
    let (months, before) = (amount_of(period.months)?, amount_of(period.previous_months)?);
    both.then_some(Periods::Columns { months, before })
}

fn pair(customers: &Customers, inventory: &Inventory, periods: Option<&Periods>, i: usize) -> Option<Pair> {
    if inventory.activity[i] == Activity::Prospect {
        return None;
    }
    let gone = matches!(inventory.activity[i], Activity::Asleep | Activity::Lapsed | Activity::Ended);
    match periods? {
        Periods::Days { start, cut, window, .. } => {
            let today = customers.reference_date();
            let then = order_days_between(customers, i, days_before(*cut, *window), *cut) > 0;
            let days = order_days_between(customers, i, *start, *cut);
            let before = value_between(customers, i, *start, *cut);
            Some(Pair::new(before, value_between(customers, i, *cut, today), Some(days), then && gone))
        }
        Periods::Columns { months, before } => {
            let (then, now) =
                (customers.money(Field::RevenuePrevious, i)?, customers.money(Field::Revenue, i)?);
            Some(if months == before {
                Pair::new(then, now, None, gone)
            } else {
                Pair::unequal((then, *before), (now, *months), gone)
            })
        }
    }
}

fn why(pair: &Pair, periods: &Periods, median: Option<Decimal>, recipe: &XrayRecipe) -> Option<LeaverWhy> {
    let fall = -pair.change?;
    let enough_days = pair.order_days.is_some_and(|days| days >= recipe.fall_order_days as usize);
    let counts = enough_days || median.is_some_and(|median| pair.before >= median);
    if pair.stopped {
        return Some(LeaverWhy::Stopped { before: periods.brought_to_now(pair.before) });
    }
    (counts && fall >= recipe.fall).then(|| LeaverWhy::Fell {
        before: periods.brought_to_now(pair.before),
        now: pair.now,
        fall,
    })
}

impl Periods {
    /// An amount of the period before, as it would be in as many months as the one of now.
    fn brought_to_now(&self, amount: Decimal) -> Decimal {
        match self {
            Self::Columns { months, before } if months != before => {
                amount.saturating_mul(*months).checked_div(*before).unwrap_or(amount)
            }
            _ => amount,
        }
    }
}

/// Finds silent leavers among the top customers by value and the `core`: good customers slipping away, by value at stake.
pub fn silent_leavers(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    rhythms: &Rhythms,
    alive: Option<&Alive>,
    core: &[bool],
    recipe: &XrayRecipe,
) -> Vec<SilentLeaver> {
    let here: Vec<usize> = value
        .order()
        .iter()
        .copied()
        .filter(|&i| matches!(inventory.activity[i], Activity::Active | Activity::Asleep))
        .collect();
    let top = first_percent(here.len(), recipe.good_top_percent);
    let good = here.iter().enumerate().filter(|(place, i)| *place < top || core.get(**i) == Some(&true));
    let silent: Vec<SilentLeaver> = good
        .map(|(_, i)| *i)
        .filter(|&i| customers.number(Field::Complaints, i).is_none_or(|complaints| complaints <= 0.0))
        .filter_map(|i| {
            let why = silent_why(customers, rhythms, recipe, i)?;
            let p_active = alive.and_then(|alive| alive.of.get(i).copied().flatten()).map(|of| of.p_active);
            let last_year =
                rhythms.of.get(i).map_or_else(|| value.of(i).unwrap_or_default(), |rhythm| rhythm.last_year);
            let stays = p_active.and_then(Decimal::from_f64).unwrap_or_default();
            let at_stake = last_year.saturating_mul(Decimal::ONE.saturating_sub(stays)).round_dp(2);
            (last_year > Decimal::ZERO).then_some(SilentLeaver { customer: i, why, p_active, at_stake })
        })
        .collect();
    // Equals stay in the order of value.
    let stakes = silent.iter().enumerate().map(|(place, leaver)| (place, leaver.at_stake)).collect();
    let order = greatest_amounts_first(stakes, &|one, other| one.cmp(&other));
    order.into_iter().map(|place| silent[place]).collect()
}

/// Overdue by its own rhythm; without an order history no contact for long.
fn silent_why(customers: &Customers, rhythms: &Rhythms, recipe: &XrayRecipe, i: usize) -> Option<SilentWhy> {
    if let Some(rhythm) = rhythms.of.get(i) {
        let ratio = rhythm
            .overdue_ratio
            .filter(|_| matches!(rhythm.status, Some(Rhythm::Overdue | Rhythm::Silent)))?;
        return Some(SilentWhy::Rhythm {
            ratio,
            median_interval: rhythm.median_interval?,
            days: rhythm.days_since_last?,
        });
    }
    let days = days_between(customers.date(Field::LastContact, i)?, customers.reference_date());
    (i64::from(days) > i64::from(recipe.no_contact_days)).then_some(SilentWhy::NoContact { days })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::inventory;
    use crate::segments::testing::list;

    /// Who left of customers with revenue in 12 months and in so many before: their fall and their revenue before, brought to
    /// 12 months.
    fn check(before: f64, rows: &str, expected: &[Option<(f64, &str)>]) {
        let customers = list(&format!("id revenue revenue_previous\n{rows}"));
        let mut recipe = Recipe::default();
        recipe.period.previous_months = before;
        let inventory = inventory(&customers, &recipe.inventory);
        let found = leavers(&customers, &inventory, &recipe);
        let shown = |leaver: &Option<LeaverWhy>| match (*leaver)? {
            LeaverWhy::Fell { before, fall, .. } => Some((fall, before.normalize().to_string())),
            LeaverWhy::Stopped { before } => Some((1.0, before.normalize().to_string())),
        };
        let shown: Vec<_> = found.leaver.iter().map(shown).collect();
        let expected: Vec<_> =
            expected.iter().map(|one| one.map(|(fall, before)| (fall, before.to_owned()))).collect();
        assert_eq!(shown, expected, "{before}");
        assert_eq!(found.unequal_periods, before != 12.0);
    }

    #[test]
    fn periods_of_different_length_are_brought_to_the_same() {
        // A month: 100 and 50; 100 and 100; 70 and 200. The median before is 100 a month.
        check(
            12.0,
            "1 600 1200\n2 1200 1200\n3 840 2400",
            &[Some((0.5, "1200")), None, Some((0.65, "2400"))],
        );
        check(
            13.0,
            "1 600 1300\n2 1200 1300\n3 840 2600",
            &[Some((0.5, "1200")), None, Some((0.65, "2400"))],
        );
        check(4.5, "1 600 450\n2 1200 450\n3 840 900", &[Some((0.5, "1200")), None, Some((0.65, "2400"))]);
    }
}

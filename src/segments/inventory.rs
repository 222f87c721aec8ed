//! The inventory: who is active, asleep, lapsed; the window; the size of the shortlist (7S steps 1–3).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::facts::{intervals, last_order, orders};
use super::ranking::median;
use super::status::activity_of_status;
use crate::calendar::{days_before, days_between, months_before};
use crate::customers::{Customers, Field};
use crate::recipe::InventoryRecipe;

/// Where a customer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    Active,
    /// Keeps its letter, with a flag.
    Asleep,
    Lapsed,
    /// The status says so.
    Ended,
    Prospect,
    /// Nothing known that tells.
    #[default]
    Unknown,
}

/// Why a customer stands there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityWhy {
    /// The status column says so; it goes before dates.
    Status(String),
    /// Days from the last order to the reference date, held against the window and the sleeping limit.
    LastOrder {
        #[serde(with = "crate::customers::day")]
        date: Date,
        days: i32,
    },
    /// No dates: the revenue tells.
    Revenue { revenue: Decimal, previous: Option<Decimal> },
    /// The list says that there never was an order.
    NoOrders,
    /// The list tells nothing about activity at all: everyone counts as active.
    ListTellsNothing,
    /// The list tells it of others, not of this one.
    #[default]
    CellMissing,
}

/// How long ago "active" ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// Active: last order after this day.
    #[serde(with = "crate::customers::day")]
    pub active_after: Date,
    /// Asleep: last order after this day; lapsed: on it or before.
    #[serde(with = "crate::customers::day")]
    pub asleep_after: Date,
    /// Days of the active window.
    pub days: i32,
    /// The list's own median order interval in days, when it can be told.
    pub median_interval: Option<f64>,
    /// Whether the window was stretched to the list's own slower rhythm.
    pub stretched: bool,
}

/// The inventory of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inventory {
    /// By customer.
    pub activity: Vec<Activity>,
    pub why: Vec<ActivityWhy>,
    /// `None` for a list without dates.
    pub window: Option<Window>,
    pub active: usize,
    pub asleep: usize,
    pub lapsed: usize,
    pub ended: usize,
    pub prospects: usize,
    pub unknown: usize,
    /// ⌈active ÷ one_in⌉.
    pub shortlist_size: usize,
    /// Fewer customers than the recipe's small list: ranks instead of percent.
    pub small: bool,
    /// The recipe's limit of a small list.
    pub small_list: usize,
}

impl Inventory {
    /// Whether everyone stands where they stand in the other, for the same reason. How long the shortlist is and what a
    /// small list is are set apart from that.
    pub fn stands_as(&self, other: &Self) -> bool {
        self.window == other.window && self.activity == other.activity && self.why == other.why
    }

    /// Whether the customer counts as active.
    pub fn is_active(&self, i: usize) -> bool {
        self.activity.get(i) == Some(&Activity::Active)
    }
}

/// Takes the inventory.
///
/// - A recognised `status` goes before everything.
/// - With a last order day: active within the window, asleep within the sleeping limit, else lapsed. Both limits
///   are calendar months before the reference date; the day itself is outside ("the last 6 months").
/// - Without: revenue > 0 is active; else `revenue_previous` > 0 is asleep; else no orders at all is a prospect;
///   else lapsed. In a list with order dates, a customer without one and without revenue is a prospect.
/// - A list that tells nothing of all this counts everyone as active; a single missing cell is unknown.
pub fn inventory(customers: &Customers, recipe: &InventoryRecipe) -> Inventory {
    let mut found = Inventory { window: window(customers, recipe), ..Inventory::default() };
    let silent_list = found.window.is_none()
        && !customers.has(Field::Revenue)
        && !customers.has(Field::RevenuePrevious)
        && !customers.has(Field::Orders);
    found.activity.reserve_exact(customers.len());
    found.why.reserve_exact(customers.len());
    for i in 0..customers.len() {
        let (activity, why) = of_customer(customers, found.window.as_ref(), silent_list, i);
        *match activity {
            Activity::Active => &mut found.active,
            Activity::Asleep => &mut found.asleep,
            Activity::Lapsed => &mut found.lapsed,
            Activity::Ended => &mut found.ended,
            Activity::Prospect => &mut found.prospects,
            Activity::Unknown => &mut found.unknown,
        } += 1;
        found.activity.push(activity);
        found.why.push(why);
    }
    found.shortlist_size = found.active.div_ceil(recipe.shortlist_one_in.max(1) as usize);
    found.small_list = recipe.small_list as usize;
    found.small = customers.len() < found.small_list;
    found
}

fn of_customer(
    customers: &Customers,
    window: Option<&Window>,
    silent_list: bool,
    i: usize,
) -> (Activity, ActivityWhy) {
    if let Some(status) = customers.text(Field::Status, i)
        && let Some(activity) = activity_of_status(status)
    {
        return (activity, ActivityWhy::Status(status.to_owned()));
    }
    if let (Some(date), Some(window)) = (last_order(customers, i), window) {
        let activity = if date > window.active_after {
            Activity::Active
        } else if date > window.asleep_after {
            Activity::Asleep
        } else {
            Activity::Lapsed
        };
        let days = days_between(date, customers.reference_date());
        return (activity, ActivityWhy::LastOrder { date, days });
    }
    if silent_list {
        return (Activity::Active, ActivityWhy::ListTellsNothing);
    }
    by_revenue(customers, window.is_some(), i)
}

fn by_revenue(customers: &Customers, list_has_dates: bool, i: usize) -> (Activity, ActivityWhy) {
    let previous = customers.money(Field::RevenuePrevious, i);
    let no_orders = orders(customers, i) == Some(0.0);
    let Some(revenue) = customers.money(Field::Revenue, i) else {
        return match previous {
            Some(previous) if previous > Decimal::ZERO => (Activity::Unknown, ActivityWhy::CellMissing),
            _ if no_orders => (Activity::Prospect, ActivityWhy::NoOrders),
            _ => (Activity::Unknown, ActivityWhy::CellMissing),
        };
    };
    let activity = if revenue > Decimal::ZERO {
        Activity::Active
    } else if previous.is_some_and(|previous| previous > Decimal::ZERO) {
        Activity::Asleep
    } else if revenue.is_zero() && (no_orders || list_has_dates) {
        Activity::Prospect
    } else {
        Activity::Lapsed
    };
    (activity, ActivityWhy::Revenue { revenue, previous })
}

/// The window, stretched to `slow_rhythm_times` × the median of all intervals between order days when that is
/// longer; `None` for a list without dates.
fn window(customers: &Customers, recipe: &InventoryRecipe) -> Option<Window> {
    if !customers.has_occasions() && !customers.has(Field::LastOrder) {
        return None;
    }
    let today = customers.reference_date();
    let months = months_before(today, recipe.active_months);
    let median_interval = median((0..customers.len()).flat_map(|i| intervals(customers, i)).collect());
    let slow = median_interval.map_or(0, |median| (median * recipe.slow_rhythm_times).ceil() as i32);
    let days = days_between(months, today);
    let (active_after, days, stretched) =
        if slow > days { (days_before(today, slow), slow, true) } else { (months, days, false) };
    let asleep_after = months_before(today, recipe.asleep_months).min(active_after);
    Some(Window { active_after, asleep_after, days, median_interval, stretched })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::testing::list;

    fn check(text: &str, expected: &[Activity]) {
        let found = inventory(&list(text), &InventoryRecipe::default());
        assert_eq!(found.activity, expected, "{text}");
    }

    #[test]
    fn dates_tell_activity_by_calendar_months() {
        use Activity::{Active, Asleep, Lapsed, Prospect, Unknown};
        // The window is 1 July to 31 December; asleep begins on 1 January.
        check(
            "id last_order\n1 2025-07-01\n2 2025-06-30\n3 2025-01-01\n4 2024-12-31",
            &[Active, Asleep, Asleep, Lapsed],
        );
        check(
            "id last_order revenue\n1 2025-07-01 5\n2 . 0\n3 . .\n4 . 5",
            &[Active, Prospect, Unknown, Active],
        );
    }

    #[test]
    fn without_dates_revenue_tells() {
        use Activity::{Active, Asleep, Lapsed, Prospect, Unknown};
        check(
            "id revenue revenue_previous orders\n1 5 . .\n2 0 5 .\n3 0 . 0\n4 0 0 .\n5 -5 . .\n6 . . .",
            &[Active, Asleep, Prospect, Lapsed, Lapsed, Unknown],
        );
        check("id\n1\n2", &[Active, Active]);
    }

    #[test]
    fn a_status_goes_before_everything() {
        use Activity::{Active, Ended, Prospect};
        check(
            "id status revenue\n1 Actief 0\n2 opgezegd 9\n3 Prospect 9\n4 whatever 9",
            &[Active, Ended, Prospect, Active],
        );
    }

    #[test]
    fn a_slower_list_has_a_longer_window() {
        let days = "2024-03-01=5,2024-09-01=5,2025-03-01=5";
        let customers = list(&format!("id days\n1 {days}\n2 {days}"));
        let found = inventory(&customers, &InventoryRecipe::default());
        let window = found.window.unwrap();
        // The median of 184 and 181 days, twice.
        assert_eq!((window.median_interval, window.days, window.stretched), (Some(182.5), 365, true));
        assert_eq!(found.active, 2);
    }

    #[test]
    fn the_shortlist_is_one_in_five_rounded_up() {
        for (active, size) in [(0, 0), (1, 1), (5, 1), (6, 2), (100, 20)] {
            let text = (0..active).map(|i| format!("{i} 5")).collect::<Vec<_>>().join("\n");
            let found = inventory(&list(&format!("id revenue\n{text}")), &InventoryRecipe::default());
            assert_eq!((found.shortlist_size, found.small), (size, active < 20), "{active} active");
        }
    }
}

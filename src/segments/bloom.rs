//! Bloeiend, boeiend, vermoeiend: blooming, interesting, tiring (CI, METHOD section 4).

use serde::{Deserialize, Serialize};

use super::facts::{median_interval, orders, orders_a_year};
use super::payment::Payment;
use super::{Activity, Answer, Inventory, Rankings};
use crate::customers::{Customers, Field};
use crate::recipe::{BloomRecipe, PeriodRecipe, Quantity};

/// The class; tested as vermoeiend, bloeiend, boeiend, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bloom {
    Bloeiend,
    Boeiend,
    Vermoeiend,
    /// Fits none.
    None,
    #[default]
    Unknown,
}

/// What the class rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BloomWhy {
    pub pays_late: Answer,
    pub complains: Answer,
    pub orders_monthly: Answer,
    pub on_time: Answer,
    pub low_margin: Answer,
    pub network: Answer,
    pub non_payer: Answer,
    pub orders_a_year: Option<f64>,
    pub median_gap: Option<f64>,
    pub margin_rate: Option<f64>,
}

/// The classes of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Blooms {
    /// By customer.
    pub class: Vec<Bloom>,
    pub why: Vec<BloomWhy>,
    pub bloeiend: usize,
    pub boeiend: usize,
    pub vermoeiend: usize,
    pub none: usize,
    pub unknown: usize,
    /// The median margin rate of the active customers.
    pub median_margin_rate: Option<f64>,
}

/// Classes the customers that are active or asleep; others are unknown. `involved` marks who complains out of
/// involvement (the panic question's sixth sign): those complaints do not count.
///
/// The first test that is not a plain no decides: yes gives the class, unknown leaves it unknown.
pub fn blooms(
    customers: &Customers,
    inventory: &Inventory,
    involved: &[bool],
    rankings: &Rankings,
    recipe: &BloomRecipe,
    period: &PeriodRecipe,
) -> Blooms {
    let rate = rankings.series(customers, period, &Quantity::MarginRate);
    let rates = rate.known(|i| inventory.is_active(i));
    let payment = Payment::new(customers, recipe);
    let mut blooms = Blooms { median_margin_rate: rates.median(), ..Blooms::default() };
    for i in 0..customers.len() {
        let median_from = rates.median_from();
        let why =
            why(customers, &payment, (rate.get(i), median_from), involved.get(i) == Some(&true), i, period);
        let in_scope = matches!(inventory.activity[i], Activity::Active | Activity::Asleep);
        let class = if in_scope { class_of(&why) } else { Bloom::Unknown };
        *match class {
            Bloom::Bloeiend => &mut blooms.bloeiend,
            Bloom::Boeiend => &mut blooms.boeiend,
            Bloom::Vermoeiend => &mut blooms.vermoeiend,
            Bloom::None => &mut blooms.none,
            Bloom::Unknown => &mut blooms.unknown,
        } += 1;
        blooms.class.push(class);
        blooms.why.push(why);
    }
    blooms
}

fn class_of(why: &BloomWhy) -> Bloom {
    let tests = [
        (why.pays_late.and(why.complains), Bloom::Vermoeiend),
        (why.orders_monthly.and(why.on_time), Bloom::Bloeiend),
        (why.low_margin.and(why.network), Bloom::Boeiend),
    ];
    for (answer, class) in tests {
        match answer {
            Answer::Yes => return class,
            Answer::Unknown => return Bloom::Unknown,
            Answer::No => {}
        }
    }
    Bloom::None
}

fn why(
    customers: &Customers,
    payment: &Payment,
    (margin_rate, median_from): (Option<f64>, Option<f64>),
    involved: bool,
    i: usize,
    period: &PeriodRecipe,
) -> BloomWhy {
    let recipe = payment.recipe;
    let orders_a_year = orders_a_year(customers, period, i);
    let median_gap = median_interval(customers, i);
    let often = |days: f64| days <= recipe.gap_days;
    BloomWhy {
        pays_late: payment.late(i),
        complains: if involved { Answer::No } else { complains(customers, recipe, i) },
        orders_monthly: Answer::of(orders_a_year.map(|orders| orders >= recipe.orders_a_year))
            .or(Answer::of(median_gap.map(often).or(orders_a_year.map(|_| false)))),
        on_time: payment.on_time(i),
        low_margin: Answer::of(margin_rate.zip(median_from).map(|(rate, median)| rate < median)),
        network: Answer::of(customers.number(Field::Network, i).map(|score| score >= recipe.network)),
        non_payer: payment.non_payer(i),
        orders_a_year,
        median_gap,
        margin_rate,
    }
}

fn complains(customers: &Customers, recipe: &BloomRecipe, i: usize) -> Answer {
    let complaints = customers.number(Field::Complaints, i);
    let often = complaints
        .zip(orders(customers, i).filter(|orders| *orders > 0.0))
        .map(|(complaints, orders)| complaints / orders > recipe.complaints_per_order);
    Answer::of(complaints.map(|complaints| complaints >= recipe.complaints)).and(Answer::of(often))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::InventoryRecipe;
    use crate::segments::inventory;
    use crate::segments::testing::list;

    fn check(header: &str, row: &str, involved: bool, expected: Bloom) {
        // Two others, so that a median margin rate of 0.2 exists.
        let pad: String = header.split_whitespace().skip(3).map(|_| " .").collect();
        let customers = list(&format!("{header}\n1 100 {row}\n2 100 20{pad}\n3 100 20{pad}"));
        let inventory = inventory(&customers, &InventoryRecipe::default());
        let involved = [involved, false, false];
        let found = blooms(
            &customers,
            &inventory,
            &involved,
            &Rankings::default(),
            &BloomRecipe::default(),
            &PeriodRecipe::default(),
        );
        assert_eq!(found.class[0], expected, "{header}: {row}");
    }

    #[test]
    fn classes_are_tested_in_their_order() {
        let header = "id revenue margin days_late overdue_days complaints orders network";
        check(header, "20 20 0 4 20 1", false, Bloom::Vermoeiend);
        check(header, "20 20 0 4 20 1", true, Bloom::None);
        check(header, "20 3 30 0 12 1", false, Bloom::Bloeiend);
        check(header, "10 4 0 0 4 4", false, Bloom::Boeiend);
        check(header, "20 4 0 0 4 4", false, Bloom::None);
        check(header, "20 . 0 4 20 1", false, Bloom::Unknown);
    }

    #[test]
    fn a_column_the_list_lacks_falls_out() {
        check("id revenue margin days_late complaints orders network", "20 0 0 12 1", false, Bloom::Bloeiend);
        check("id revenue margin complaints orders network", "20 0 12 1", false, Bloom::Unknown);
    }
}

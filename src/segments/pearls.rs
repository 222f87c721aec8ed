//! Pearls in the Pareto (CI, METHOD section 5): small customers who could become large.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::payment::Payment;
use super::ranking::first_percent;
use super::{Answer, Inventory, Rankings, Values};
use crate::customers::{Customers, Field};
use crate::recipe::{BloomRecipe, PearlRecipe, PeriodRecipe, Quantity};
use crate::sorted::InOrder;

/// Why a customer is a pearl, is none, or cannot be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PearlWhy {
    /// Yes = pearl. Unknown when a needed value is missing and nothing known speaks against it.
    pub pearl: Answer,
    pub outside_top: Answer,
    pub room: Answer,
    pub margin: Answer,
    pub on_time: Answer,
    pub terms: Answer,
    pub non_payer: Answer,
    /// Passes every test, but enough pearls have more room.
    pub beyond_most: bool,
}

/// The pearls of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pearls {
    /// At most the recipe's number, by growth room.
    pub pearls: Vec<usize>,
    /// By customer.
    pub why: Vec<PearlWhy>,
    /// Neither potential nor growth is known of anyone: the page says so instead of calling everyone possible.
    pub needs_potential: bool,
    /// Growth room from which it is in the top quartile of the rest.
    pub room_cut: Option<Decimal>,
}

/// Looks for pearls among the active customers: outside the top by value; growth room in the top part of that rest,
/// or judged growth high; margin rate at least the median of the active; pays on time; acceptable terms where known.
pub fn pearls(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    rankings: &Rankings,
    recipe: &PearlRecipe,
    payment: &BloomRecipe,
    period: &PeriodRecipe,
) -> Pearls {
    let active: Vec<usize> = value.order().iter().copied().filter(|&i| inventory.is_active(i)).collect();
    let top = first_percent(active.len(), recipe.outside_top_percent);
    let rooms = rankings.rooms(customers);
    let judged = |i: usize| customers.number(Field::Growth, i);
    let mut is_rest = vec![None; customers.len()];
    for (place, &i) in active.iter().enumerate() {
        is_rest[i] = Some(place >= top);
    }
    let rate = rankings.series(customers, period, &Quantity::MarginRate);
    let rates = rate.known(|i| is_rest[i].is_some());
    let mut pearls = Pearls {
        needs_potential: rooms.order.is_empty() && (0..customers.len()).all(|i| judged(i).is_none()),
        room_cut: rooms.top_exceeds(recipe.room_top_percent, |i| is_rest[i] == Some(true)),
        ..Pearls::default()
    };
    // Whose room is above the cut: the first of their order.
    let mut in_room = vec![None; customers.len()];
    if let Some(cut) = pearls.room_cut {
        let above = rooms.order.partition_point(|&i| rooms.amount(i).is_some_and(|room| room > cut));
        for (place, &i) in rooms.order.iter().enumerate() {
            in_room[i] = Some(place < above);
        }
    }
    let payment = Payment::new(customers, payment);
    for (i, is_rest) in is_rest.into_iter().enumerate() {
        let in_judged = judged(i).map(|score| score >= recipe.growth);
        let mut why = PearlWhy {
            outside_top: Answer::of(is_rest),
            room: Answer::of(either_known(in_room[i], in_judged)),
            margin: Answer::of(rate.get(i).zip(rates.median_from()).map(|(rate, from)| rate >= from)),
            on_time: payment.on_time(i),
            terms: terms(customers, recipe, i),
            non_payer: payment.non_payer(i),
            ..PearlWhy::default()
        };
        let tests = [why.outside_top, why.room, why.margin, why.on_time, why.terms];
        why.pearl = match why.non_payer {
            _ if !inventory.is_active(i) => Answer::No,
            Answer::Yes => Answer::No,
            _ => tests.into_iter().fold(Answer::Yes, Answer::and),
        };
        pearls.why.push(why);
    }
    let mut found: Vec<usize> = active.into_iter().filter(|&i| pearls.why[i].pearl.is_yes()).collect();
    // Stable: equal rooms stay in the order of value.
    found.order_by_key(|&i| std::cmp::Reverse(rooms.amount(i)));
    for &i in found.iter().skip(recipe.at_most as usize) {
        pearls.why[i].pearl = Answer::No;
        pearls.why[i].beyond_most = true;
    }
    found.truncate(recipe.at_most as usize);
    pearls.pearls = found;
    pearls
}

/// One yes is enough; what is unknown leaves the other to decide.
fn either_known(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one || other),
        (one, other) => one.or(other),
    }
}

/// Terms speak against a customer only where they are known.
fn terms(customers: &Customers, recipe: &PearlRecipe, i: usize) -> Answer {
    let delivery = customers.yes_no(Field::DeliveryTerms, i) == Some(false);
    let payment = customers.number(Field::PaymentTerm, i).is_some_and(|days| days > recipe.payment_term);
    Answer::of(Some(!delivery && !payment))
}

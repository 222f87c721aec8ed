//! Who takes more of our time than they bring, and what complaints tell (MF, CI; METHOD section 6).

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ranking::{amount_of, careful_sum, share, sum};
use super::{Inventory, Values};
use crate::customers::{Customers, Field};
use crate::recipe::XrayRecipe;
use crate::sorted::{InOrder, greatest_first};

/// One customer's share of our attention against its share of value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttentionOf {
    pub customer: usize,
    /// Mean of the known shares of hours, contacts and complaints.
    pub attention: f64,
    pub hours: Option<f64>,
    pub contacts: Option<f64>,
    pub complaints: Option<f64>,
    pub value: f64,
    /// attention − value.
    pub surplus: f64,
    pub core: bool,
}

/// One theme of complaints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    pub theme: String,
    pub customers: usize,
    pub complaints: f64,
}

/// One customer's complaints × cost against its margin.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComplaintBalance {
    pub customer: usize,
    pub complaints: f64,
    pub cost: Decimal,
    pub margin: Option<Decimal>,
    /// margin − cost.
    pub balance: Option<Decimal>,
}

/// Attention and complaints of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attention {
    /// Surplus descending.
    pub list: Vec<AttentionOf>,
    /// Complaints descending.
    pub themes: Vec<Theme>,
    /// Customers with complaints, complaints descending.
    pub complaints: Vec<ComplaintBalance>,
}

/// Weighs attention against value among active customers; empty lists where hours, contacts and complaints lack.
/// A customer's attention is the mean of its known shares of hours, contacts and complaints.
pub fn attention(
    customers: &Customers,
    inventory: &Inventory,
    value: &Values,
    core: &[bool],
    recipe: &XrayRecipe,
) -> Attention {
    let active: Vec<usize> = value.everyone.iter().copied().filter(|&i| inventory.is_active(i)).collect();
    let total = |field: Field| {
        careful_sum(active.iter().filter_map(|&i| customers.number(field, i)).map(|number| number.max(0.0)))
    };
    let totals = [Field::Hours, Field::Contacts, Field::Complaints].map(|field| (field, total(field)));
    let all_value = sum(active.iter().filter_map(|&i| value.of(i)).map(|value| value.max(Decimal::ZERO)));
    let one = |i: usize| -> Option<AttentionOf> {
        let [hours, contacts, complaints] = totals.map(|(field, total)| {
            customers.number(field, i).filter(|_| total > 0.0).map(|number| number.max(0.0) / total)
        });
        let known = [hours, contacts, complaints].into_iter().flatten();
        let (sum, count) = known.fold((0.0, 0_u8), |(sum, count), share| (sum + share, count + 1));
        let value = share(value.of(i)?.max(Decimal::ZERO), all_value)?;
        let attention = sum / f64::from(count);
        (count > 0).then(|| AttentionOf {
            customer: i,
            attention,
            hours,
            contacts,
            complaints,
            value,
            surplus: attention - value,
            core: core.get(i) == Some(&true),
        })
    };
    let list: Vec<AttentionOf> = active.iter().filter_map(|&i| one(i)).collect();
    let order = greatest_first(list.iter().map(|one| one.surplus));
    let list = order.into_iter().map(|place| list[place]).collect();
    Attention { list, themes: themes(customers), complaints: balances(customers, &active, recipe) }
}

/// Complaint themes over the whole list; a cell may hold several, separated by `;` or `|`. A customer with a theme
/// and no number of complaints counts as one complaint; several themes share the number.
fn themes(customers: &Customers) -> Vec<Theme> {
    let (mut places, mut themes) = (HashMap::new(), Vec::<Theme>::new());
    for i in 0..customers.len() {
        let Some(cell) = customers.text(Field::ComplaintTheme, i) else { continue };
        let parts: Vec<&str> =
            cell.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let each = customers.number(Field::Complaints, i).unwrap_or(1.0) / parts.len().max(1) as f64;
        for part in parts {
            let place = *places.entry(part.to_lowercase()).or_insert(themes.len());
            if place == themes.len() {
                themes.push(Theme { theme: part.to_owned(), customers: 0, complaints: 0.0 });
            }
            themes[place].customers += 1;
            themes[place].complaints += each;
        }
    }
    let name = |theme: &Theme| theme.theme.to_lowercase();
    themes.order_by(|a, b| b.complaints.total_cmp(&a.complaints).then_with(|| name(a).cmp(&name(b))));
    themes
}

fn balances(customers: &Customers, active: &[usize], recipe: &XrayRecipe) -> Vec<ComplaintBalance> {
    let balances: Vec<ComplaintBalance> = active
        .iter()
        .filter_map(|&i| {
            let complaints = customers.number(Field::Complaints, i).filter(|complaints| *complaints > 0.0)?;
            let cost = amount_of(complaints)?.saturating_mul(recipe.complaint_cost);
            let margin = customers.margin(i);
            let balance = margin.map(|margin| margin.saturating_sub(cost));
            Some(ComplaintBalance { customer: i, complaints, cost, margin, balance })
        })
        .collect();
    let order = greatest_first(balances.iter().map(|one| one.complaints));
    order.into_iter().map(|place| balances[place]).collect()
}

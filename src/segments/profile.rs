//! What a group of customers shares against the rest (GT; METHOD sections 1 and 9).

use serde::{Deserialize, Serialize};

use super::facts::quantity;
use super::ranking::median;
use crate::customers::{Customers, Field, Kind};
use crate::recipe::{ChoiceRecipe, PeriodRecipe, Quantity, Sign};
use crate::sorted::InOrder;

/// One difference between a group and the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// A value of a text or yes/no field: share with it in the group and in the rest.
    Share { field: Field, value: String, group: f64, rest: f64, group_count: usize, rest_count: usize },
    /// Medians of a quantity; counts of known values.
    Median { of: Quantity, group: f64, rest: f64, group_count: usize, rest_count: usize, strength: f64 },
    /// A sign of the panic question: share of yes among those known.
    Sign { sign: Sign, group: f64, rest: f64, group_count: usize, rest_count: usize },
}

/// The traits, most telling first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub traits: Vec<Trait>,
    pub group: usize,
    pub rest: usize,
    /// Group or rest is smaller than allowed: nothing is said.
    pub too_small: bool,
}

/// Texts that can be shared, then numbers, in the order in which equally telling traits stand.
const TEXTS: &[Field] =
    &[Field::Sector, Field::Place, Field::Owner, Field::DeliveryTerms, Field::ComplaintTheme];
const NUMBERS: &[Quantity] = &[
    Quantity::Field(Field::Revenue),
    Quantity::Field(Field::Potential),
    Quantity::MarginRate,
    Quantity::Contribution,
    Quantity::GrowthRoom,
    Quantity::OrderDaysLastYear,
    Quantity::Field(Field::DaysLate),
    Quantity::Field(Field::OverdueDays),
    Quantity::Field(Field::PaymentTerm),
    Quantity::Field(Field::Discount),
    Quantity::Field(Field::Hours),
    Quantity::Field(Field::Contacts),
    Quantity::ComplaintsPerYear,
    Quantity::Field(Field::Returns),
    Quantity::Field(Field::Satisfaction),
    Quantity::Field(Field::Strategic),
    Quantity::Field(Field::Growth),
    Quantity::Field(Field::Launching),
    Quantity::Field(Field::BowlingAlley),
    Quantity::Field(Field::PerceivedValue),
    Quantity::Field(Field::Network),
    Quantity::Field(Field::Fit),
    Quantity::Field(Field::Referrals),
];

/// Compares the customers marked `group` with those marked `rest`; says nothing on fewer than the recipe's least number of
/// known customers on either side, nor on a shared value that fewer of the group have, nor on a difference that tells less.
///
/// How telling: for a shared value the difference of the two shares; for numbers how far the group lies on one
/// side of the median of the rest (1 = entirely above or below, 0 = evenly around it).
pub fn profile(
    customers: &Customers,
    group: &[bool],
    rest: &[bool],
    recipe: &ChoiceRecipe,
    period: &PeriodRecipe,
) -> Profile {
    let at_least = recipe.profile_at_least as usize;
    let marked = |marks: &[bool]| -> Vec<usize> {
        marks.iter().enumerate().filter_map(|(i, marked)| marked.then_some(i)).collect()
    };
    let (group, rest) = (marked(group), marked(rest));
    let mut profile = Profile {
        traits: Vec::new(),
        group: group.len(),
        rest: rest.len(),
        too_small: group.len() < at_least || rest.len() < at_least,
    };
    if profile.too_small {
        return profile;
    }
    for &field in TEXTS.iter().filter(|field| customers.has(**field)) {
        profile.traits.extend(shares(customers, field, &group, &rest, at_least));
    }
    let own = customers.extra_names().map(|name| Quantity::Column(name.to_owned()));
    for of in &NUMBERS.iter().cloned().chain(own).collect::<Vec<_>>() {
        let known = |members: &[usize]| {
            members.iter().filter_map(|&i| quantity(customers, period, of, i)).collect::<Vec<f64>>()
        };
        profile.traits.extend(median_trait(of, known(&group), known(&rest), at_least));
    }
    profile.traits.retain(|found| found.strength() >= recipe.profile_difference);
    profile.traits.order_by(|a, b| b.strength().total_cmp(&a.strength()));
    profile
}

fn median_trait(of: &Quantity, group: Vec<f64>, rest: Vec<f64>, at_least: usize) -> Option<Trait> {
    let (group_count, rest_count) = (group.len(), rest.len());
    if group_count < at_least || rest_count < at_least {
        return None;
    }
    let theirs = median(rest)?;
    // Twice the mid-rank of the middle of the rest within the group.
    let below = group.iter().filter(|value| **value < theirs).count();
    let up_to = group.iter().filter(|value| **value <= theirs).count();
    let strength = (1.0 - (below + up_to) as f64 / group_count as f64).abs();
    let ours = median(group)?;
    // Skewed counts may lie around the same median: nothing to show.
    (strength > 0.0 && ours != theirs).then_some(Trait::Median {
        of: of.clone(),
        group: ours,
        rest: theirs,
        group_count,
        rest_count,
        strength,
    })
}

fn shares(
    customers: &Customers,
    field: Field,
    group: &[usize],
    rest: &[usize],
    at_least: usize,
) -> Vec<Trait> {
    let said = |members: &[usize]| {
        let mut said: Vec<&str> =
            members.iter().filter_map(|&i| value_in_words(customers, field, i)).collect();
        said.order_by(Ord::cmp);
        said
    };
    let (ours, theirs) = (said(group), said(rest));
    let (ours_known, theirs_known) = (ours.len(), theirs.len());
    if ours_known < at_least || theirs_known < at_least {
        return Vec::new();
    }
    let share = |count: usize, of: usize| count as f64 / of as f64;
    ours.chunk_by(|one, other| one == other)
        .filter(|alike| alike.len() >= at_least)
        .map(|alike| {
            let (value, count) = (alike[0], alike.len());
            let up_to = theirs.partition_point(|other| *other <= value);
            let rest_count = up_to - theirs.partition_point(|other| *other < value);
            let (group, rest) = (share(count, ours_known), share(rest_count, theirs_known));
            Trait::Share { field, value: value.to_owned(), group, rest, group_count: count, rest_count }
        })
        .filter(|found| found.strength() > 0.0)
        .collect()
}

/// A text as written, a yes/no as its key.
fn value_in_words(customers: &Customers, field: Field, i: usize) -> Option<&str> {
    let said = customers.yes_no(field, i).map(|yes| if yes { "yes" } else { "no" });
    said.or_else(|| customers.text(field, i)).map(str::trim).filter(|text| !text.is_empty())
}

impl Trait {
    /// How telling the difference is, 0–1.
    pub fn strength(&self) -> f64 {
        match self {
            Trait::Share { group, rest, .. } | Trait::Sign { group, rest, .. } => (group - rest).abs(),
            Trait::Median { strength, .. } => *strength,
        }
    }

    /// Whether the trait can be held against a prospect: what follows from buying cannot.
    pub fn suits_prospects(&self) -> bool {
        match self {
            Trait::Share { field, .. } => matches!(field, Field::Sector | Field::Place),
            Trait::Median { of, .. } => match of {
                Quantity::Field(field) => field.kind() == Kind::Score || *field == Field::Potential,
                Quantity::Column(_) => true,
                _ => false,
            },
            Trait::Sign { .. } => false,
        }
    }

    /// Whether a customer has the trait: the group's value where the group has it more, the group's side of the
    /// middle between the two medians; `None` when unknown, or for a sign.
    pub fn fits(&self, customers: &Customers, period: &PeriodRecipe, i: usize) -> Option<bool> {
        match self {
            Trait::Share { field, value, group, rest, .. } => {
                let same = value_in_words(customers, *field, i)? == value;
                Some(same == (group > rest))
            }
            Trait::Median { of, group, rest, .. } => {
                let value = quantity(customers, period, of, i)?;
                let middle = f64::midpoint(*group, *rest);
                Some(if group >= rest { value >= middle } else { value <= middle })
            }
            Trait::Sign { .. } => None,
        }
    }
}

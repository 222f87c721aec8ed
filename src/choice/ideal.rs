//! The ideal customer profile: what the core shares against the other active customers, and the prospects held against it.

use serde::{Deserialize, Serialize};

use super::ChoiceBasis;
use crate::panic::{Panic, sign_place};
use crate::recipe::{ChoiceRecipe, Sign};
use crate::segments::{Activity, Profile, Trait, profile};
use crate::sorted::InOrder;

/// The profile of the core, computed when somebody looks at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ideal {
    /// The core against the other active customers.
    pub profile: Profile,
    /// Prospects held against the profile, best first.
    pub prospects: Vec<ProspectFit>,
}

/// How a prospect stands to the ideal customer profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProspectFit {
    pub customer: usize,
    /// Traits it has, of those known of it. What follows from buying is left out.
    pub has: usize,
    pub known: usize,
}

impl ProspectFit {
    /// By which prospects are ranked: the share as if one more trait it has and one it lacks were known, since one of one
    /// says little.
    pub fn weight(&self) -> f64 {
        (self.has + 1) as f64 / (self.known + 2) as f64
    }

    /// 0–1.
    pub fn share(&self) -> f64 {
        self.has as f64 / self.known.max(1) as f64
    }
}

/// What the core shares against the other active customers, and how the prospects stand to it; nothing is said on
/// fewer customers than the recipe says, nor of differences that tell less.
pub fn ideal(basis: ChoiceBasis, is_core: &[bool], recipe: &ChoiceRecipe) -> Ideal {
    let ChoiceBasis { customers, inventory, panic, period, .. } = basis;
    let rest: Vec<bool> = (0..customers.len()).map(|i| inventory.is_active(i) && !is_core[i]).collect();
    let at_least = recipe.profile_at_least as usize;
    let mut profile = profile(customers, is_core, &rest, recipe, period);
    if profile.too_small {
        return Ideal { profile, prospects: Vec::new() };
    }
    let traits = Sign::ALL.iter().filter_map(|&sign| sign_trait(panic, sign, is_core, &rest, at_least));
    profile.traits.extend(traits.filter(|found| found.strength() >= recipe.profile_difference));
    profile.traits.order_by(|a, b| b.strength().total_cmp(&a.strength()));
    let suited: Vec<&Trait> = profile.traits.iter().filter(|found| found.suits_prospects()).collect();
    let fit = |customer: usize| {
        let known = suited.iter().filter_map(|found| found.fits(customers, period, customer));
        let (has, known) = known.fold((0, 0), |(has, known), fits| (has + usize::from(fits), known + 1));
        (known > 0).then_some(ProspectFit { customer, has, known })
    };
    let everyone = basis.value.everyone.iter().copied();
    let mut prospects: Vec<ProspectFit> =
        everyone.filter(|&i| inventory.activity[i] == Activity::Prospect).filter_map(fit).collect();
    // Stable; of equal weights the one of whom more is known first.
    prospects.order_by(|a, b| b.weight().total_cmp(&a.weight()).then(b.known.cmp(&a.known)));
    Ideal { profile, prospects }
}

/// The share of yes on a sign, in the core and in the rest; `None` with fewer than `at_least` known on a side.
fn sign_trait(panic: &Panic, sign: Sign, core: &[bool], rest: &[bool], at_least: usize) -> Option<Trait> {
    let count = |marks: &[bool]| {
        let said = panic.of.iter().zip(marks).filter(|(_, marked)| **marked);
        let known: Vec<bool> = said.filter_map(|(of, _)| of.signs[sign_place(sign)].known()).collect();
        (known.iter().filter(|yes| **yes).count(), known.len())
    };
    let ((ours, ours_known), (theirs, theirs_known)) = (count(core), count(rest));
    (ours_known >= at_least && theirs_known >= at_least).then(|| Trait::Sign {
        sign,
        group: ours as f64 / ours_known as f64,
        rest: theirs as f64 / theirs_known as f64,
        group_count: ours,
        rest_count: theirs,
    })
}

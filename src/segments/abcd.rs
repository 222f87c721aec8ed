//! The letters A–D by success factors (7S steps 2–6, METHOD section 8).

use serde::{Deserialize, Serialize};

use super::{Activity, Answer, Factors, Inventory, Linked, Shortlist};
use crate::recipe::{FactorRecipe, Level};

/// Exactly one of these for every customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterClass {
    A,
    B,
    C,
    D,
    /// On the shortlist, yet meets at most one factor.
    Discuss,
    /// Meets none of the known factors, and some are unknown.
    #[default]
    NeedsData,
    /// Lapsed or ended: no letter.
    Lapsed,
    /// Never bought: no letter.
    Prospect,
}

impl LetterClass {
    /// The letter, if it is one.
    pub fn level(self) -> Option<Level> {
        match self {
            LetterClass::A => Some(Level::A),
            LetterClass::B => Some(Level::B),
            LetterClass::C => Some(Level::C),
            LetterClass::D => Some(Level::D),
            _ => None,
        }
    }

    /// Whether factors were held against the customer.
    fn is_rated(self) -> bool {
        self.level().is_some() || matches!(self, LetterClass::Discuss | LetterClass::NeedsData)
    }
}

/// Why a customer has its letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWhy {
    pub on_shortlist: bool,
    /// Factors in use that are met, not met, unknown.
    pub met: u16,
    pub not_met: u16,
    pub unknown: u16,
    /// Would be D, but the group's value protects it: listed as C.
    pub protected_by_group: bool,
    /// Active no longer, asleep: the letter stands with a flag.
    pub asleep: bool,
}

/// The letters of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letters {
    /// By customer.
    pub class: Vec<LetterClass>,
    pub why: Vec<LetterWhy>,
    /// By customer: summed weights of the factors in use that are met; `None` without factors or for the lapsed.
    pub fit: Vec<Option<f64>>,
    /// Whether enough factors are in use; if not, nobody has a letter.
    pub enough_factors: bool,
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub d: usize,
    pub discuss: usize,
    pub needs_data: usize,
    pub lapsed: usize,
    pub prospects: usize,
}

/// Gives the letters. Who would be D but is linked to others in a group becomes C (METHOD section 6).
///
/// Lapsed and ended customers and prospects have no letter; asleep customers keep theirs. Customers of unknown
/// activity need data, and so does everyone while too few factors are in use.
pub fn letters(
    inventory: &Inventory,
    factors: &Factors,
    shortlist: &Shortlist,
    linked: &Linked,
    recipe: &FactorRecipe,
) -> Letters {
    let mut letters = Letters { enough_factors: factors.enough, ..Letters::default() };
    for (i, &activity) in inventory.activity.iter().enumerate() {
        let mut why = LetterWhy {
            on_shortlist: shortlist.is_member.get(i) == Some(&true),
            asleep: activity == Activity::Asleep,
            ..LetterWhy::default()
        };
        let mut fit = 0.0;
        for factor in factors.factors.iter().filter(|factor| factor.in_use) {
            match factor.answers[i] {
                Answer::Yes => {
                    why.met += 1;
                    fit += factor.weight;
                }
                Answer::No => why.not_met += 1,
                Answer::Unknown => why.unknown += 1,
            }
        }
        let class = class_of(activity, factors.enough, recipe.meets, &mut why, linked.protects(i));
        *letters.count(class) += 1;
        letters.fit.push((factors.enough && class.is_rated()).then_some(fit));
        letters.class.push(class);
        letters.why.push(why);
    }
    letters
}

fn class_of(
    activity: Activity,
    enough: bool,
    meets: u32,
    why: &mut LetterWhy,
    protected: bool,
) -> LetterClass {
    match activity {
        Activity::Lapsed | Activity::Ended => return LetterClass::Lapsed,
        Activity::Prospect => return LetterClass::Prospect,
        Activity::Unknown => return LetterClass::NeedsData,
        Activity::Active | Activity::Asleep => {}
    }
    if !enough {
        return LetterClass::NeedsData;
    }
    match (why.on_shortlist, u32::from(why.met) >= meets.max(1)) {
        (true, true) => LetterClass::A,
        (true, false) => LetterClass::Discuss,
        (false, true) => LetterClass::B,
        (false, false) if why.met > 0 => LetterClass::C,
        (false, false) if why.unknown > 0 => LetterClass::NeedsData,
        (false, false) if protected => {
            why.protected_by_group = true;
            LetterClass::C
        }
        (false, false) => LetterClass::D,
    }
}

impl Letters {
    fn count(&mut self, class: LetterClass) -> &mut usize {
        match class {
            LetterClass::A => &mut self.a,
            LetterClass::B => &mut self.b,
            LetterClass::C => &mut self.c,
            LetterClass::D => &mut self.d,
            LetterClass::Discuss => &mut self.discuss,
            LetterClass::NeedsData => &mut self.needs_data,
            LetterClass::Lapsed => &mut self.lapsed,
            LetterClass::Prospect => &mut self.prospects,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Recipe;
    use crate::segments::testing::list;
    use crate::segments::{
        Judgements, Rankings, ShortlistPicks, factors, inventory, linked, measures, shortlist,
    };

    /// Three plain factors (days late, complaints, returns) of a list whose first customer is on the shortlist.
    fn check(text: &str, expected: &[LetterClass]) {
        let customers = list(text);
        let recipe = Recipe::default();
        let inventory = inventory(&customers, &recipe.inventory);
        let value = measures(&customers, &inventory, &recipe.measure).value;
        let picks = ShortlistPicks { picked: Some(["1".to_owned()].into()), ..ShortlistPicks::default() };
        let shortlist = shortlist(&customers, &inventory, &value, &picks);
        let factors = factors(
            &customers,
            &Judgements::default(),
            &inventory,
            &Rankings::default(),
            &recipe.factors,
            &recipe.period,
        );
        let found = letters(&inventory, &factors, &shortlist, &linked(&customers, &value), &recipe.factors);
        assert_eq!(found.class, expected, "{text}");
    }

    #[test]
    fn letters_follow_the_shortlist_and_the_factors_met() {
        use LetterClass::{A, B, C, D, NeedsData};
        check(
            "id status days_late complaints orders returns\n1 active 0 0 3 9\n2 active 0 0 3 9\n3 active 0 9 3 9\n4 active 9 9 3 9\n5 active . 9 3 9",
            &[A, B, C, D, NeedsData],
        );
    }

    #[test]
    fn a_shortlisted_misfit_is_discussed_and_the_gone_have_no_letter() {
        use LetterClass::{Discuss, Lapsed, NeedsData, Prospect};
        check(
            "id status days_late complaints orders returns\n1 active 9 9 3 0\n2 ended 0 0 3 0\n3 prospect 0 0 3 0\n4 ? 0 0 3 0",
            &[Discuss, Lapsed, Prospect, NeedsData],
        );
        check("id status days_late\n1 active 0\n2 active 9", &[NeedsData, NeedsData]);
    }

    #[test]
    fn a_group_protects_its_members() {
        use LetterClass::{A, C, D};
        check(
            "id status days_late complaints orders returns group\n1 active 0 0 3 9 Visser\n2 active 9 9 3 9 visser\n3 active 9 9 3 9 Bos",
            &[A, C, D],
        );
    }
}

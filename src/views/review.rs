//! The sixth screen: what changed since last time, who defends whom, what is still open, and when to look again.

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::{Facts, Who};
use crate::customers::Field;
use crate::plan::{Change, ReviewFlow};
use crate::recipe::{Level, ReviewRecipe};

/// How many customers a list of moves shows.
const SHOWN: usize = 50;

/// Looking back and ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewView {
    /// When to choose again: the real today plus the recipe's months.
    #[serde(with = "crate::customers::day")]
    pub next: jiff::civil::Date,
    pub months: u32,
    /// `None` when the list has no previous letters.
    pub moves: Option<Moves>,
    /// Core customers by account manager.
    pub defended: Vec<Defended>,
    pub open_answers: usize,
    pub open_reasons: usize,
    pub needs_data: usize,
}

/// What happened since the previous letters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moves {
    pub promoted: usize,
    pub demoted: usize,
    pub held: usize,
    pub new: usize,
    pub gone: usize,
    pub matrix: [[ReviewFlow; 5]; 5],
    /// Those who rose or fell.
    pub customers: Vec<Move>,
}

/// One customer that moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub who: Who,
    pub change: Change,
    pub from: Option<Level>,
    pub to: Option<Level>,
}

/// Who must be able to defend which core customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Defended {
    /// `None` = no account manager known.
    pub owner: Option<String>,
    /// Each with the reason, empty when it follows the proposal.
    pub customers: Vec<(Who, String)>,
}

/// The day to choose again: the recipe's months after today.
pub fn next_review(today: jiff::civil::Date, recipe: &ReviewRecipe) -> jiff::civil::Date {
    today.saturating_add(i64::from(recipe.months).min(1200).months())
}

/// Shows the review; `today` is the real today.
pub fn review(facts: Facts, today: jiff::civil::Date) -> ReviewView {
    let months = facts.recipe().review.months;
    let answered = |i: &&usize| facts.panic.of.get(**i).is_some_and(|of| !of.said.is_empty());
    ReviewView {
        next: next_review(today, &facts.recipe().review),
        months,
        moves: moves(facts),
        defended: defended(facts),
        open_answers: facts.panic.first_round.iter().filter(|i| !answered(i)).count(),
        open_reasons: facts.selection.reason_missing.len(),
        needs_data: facts.letters.needs_data,
    }
}

fn moves(facts: Facts) -> Option<Moves> {
    let review = facts.review?;
    let moved = |i: &usize| matches!(review.change[*i], Some(Change::Promoted | Change::Demoted));
    let customers = facts
        .measures
        .value
        .order
        .iter()
        .copied()
        .filter(moved)
        .take(SHOWN)
        .filter_map(|i| {
            Some(Move {
                who: facts.who(i),
                change: review.change[i]?,
                from: review.previous[i],
                to: facts.levels.level.get(i).copied().flatten(),
            })
        })
        .collect();
    Some(Moves {
        promoted: review.promoted,
        demoted: review.demoted,
        held: review.held,
        new: review.new,
        gone: review.gone,
        matrix: review.matrix,
        customers,
    })
}

/// By account manager's name, those without one last; customers by value.
fn defended(facts: Facts) -> Vec<Defended> {
    let mut by_owner: Vec<Defended> = Vec::new();
    let by_value = facts.measures.value.order.iter().copied();
    let unknown = (0..facts.customers.len()).filter(|&i| facts.value(i).is_none());
    for i in by_value.chain(unknown).filter(|&i| facts.selection.is_core.get(i) == Some(&true)) {
        let owner = facts.customers.text(Field::Owner, i).map(str::to_owned);
        let choice = facts.inputs.choices.choices.get(facts.customers.key(i));
        let entry = (facts.who(i), choice.map(|choice| choice.reason.clone()).unwrap_or_default());
        match by_owner.iter_mut().find(|defended| defended.owner == owner) {
            Some(defended) => defended.customers.push(entry),
            None => by_owner.push(Defended { owner, customers: vec![entry] }),
        }
    }
    by_owner.sort_by(|a, b| (a.owner.is_none(), &a.owner).cmp(&(b.owner.is_none(), &b.owner)));
    by_owner
}

/// The place of a change in the order promoted, demoted, held, new, gone.
pub fn change_place(change: Change) -> usize {
    match change {
        Change::Promoted => 0,
        Change::Demoted => 1,
        Change::Held => 2,
        Change::New => 3,
        Change::Gone => 4,
    }
}

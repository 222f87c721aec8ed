//! Review: this time against last time (7S step 7, SA; METHOD section 11).

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ServiceLevels;
use crate::calendar::months_after;
use crate::customers::{Customers, Field};
use crate::recipe::{Level, ReviewRecipe};
use crate::segments::ranking::tie_break;
use crate::sorted::InOrder;

/// What happened to a customer since the last review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Promoted,
    Demoted,
    Held,
    New,
    Gone,
}

/// One cell of the migration A–D × A–D.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewFlow {
    pub customers: usize,
    pub revenue: Decimal,
}

/// The review of a list with previous letters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// By customer: the previous letter and the change; `None` without either level.
    pub previous: Vec<Option<Level>>,
    pub change: Vec<Option<Change>>,
    pub promoted: usize,
    pub demoted: usize,
    pub held: usize,
    pub new: usize,
    pub gone: usize,
    /// From A–D and none (rows) to A–D and none (columns).
    pub matrix: [[ReviewFlow; 5]; 5],
    /// C's and B's that rose, or whose revenue grew most.
    pub rising: Vec<usize>,
    #[serde(with = "crate::customers::day::option")]
    pub next: Option<Date>,
}

/// Compares with the column `segment_previous` (a letter A–D at the start of the cell); `None` when the list has none.
///
/// Promoted: a better level than before; new: a level and no previous one; gone: a previous one and no level. Rising:
/// C's and B's that were promoted, then those whose revenue grew, by growth in revenue.
pub fn review(customers: &Customers, levels: &ServiceLevels, recipe: &ReviewRecipe) -> Option<Review> {
    if !customers.has(Field::SegmentPrevious) {
        return None;
    }
    let mut review =
        Review { next: months_after(customers.reference_date(), recipe.months), ..Review::default() };
    for (i, &level) in levels.level.iter().enumerate() {
        let previous = customers.text(Field::SegmentPrevious, i).and_then(level_of);
        let change = match (previous, level) {
            (None, None) => None,
            (None, Some(_)) => Some(Change::New),
            (Some(_), None) => Some(Change::Gone),
            (Some(before), Some(now)) if now < before => Some(Change::Promoted),
            (Some(before), Some(now)) if now > before => Some(Change::Demoted),
            (Some(_), Some(_)) => Some(Change::Held),
        };
        match change {
            Some(Change::Promoted) => review.promoted += 1,
            Some(Change::Demoted) => review.demoted += 1,
            Some(Change::Held) => review.held += 1,
            Some(Change::New) => review.new += 1,
            Some(Change::Gone) => review.gone += 1,
            None => {}
        }
        let place = |level: Option<Level>| level.map_or(4, |level| level as usize);
        let flow = &mut review.matrix[place(previous)][place(level)];
        flow.customers += 1;
        flow.revenue = flow.revenue.saturating_add(customers.money(Field::Revenue, i).unwrap_or_default());
        review.previous.push(previous);
        review.change.push(change);
    }
    review.rising = rising(customers, levels, &review.change);
    Some(review)
}

fn rising(customers: &Customers, levels: &ServiceLevels, change: &[Option<Change>]) -> Vec<usize> {
    let growth = |i: usize| {
        let (now, before) =
            (customers.money(Field::Revenue, i)?, customers.money(Field::RevenuePrevious, i)?);
        Some(now.saturating_sub(before)).filter(|growth| *growth > Decimal::ZERO)
    };
    let promoted = |i: usize| change[i] == Some(Change::Promoted);
    let mut rising: Vec<usize> = (0..customers.len())
        .filter(|&i| matches!(levels.level[i], Some(Level::B | Level::C)))
        .filter(|&i| promoted(i) || growth(i).is_some())
        .collect();
    rising.order_by(|&a, &b| {
        promoted(b)
            .cmp(&promoted(a))
            .then_with(|| growth(b).cmp(&growth(a)))
            .then_with(|| tie_break(customers, a, b))
    });
    rising
}

/// The letter at the start of a cell: "A", "b", "C-klant".
fn level_of(cell: &str) -> Option<Level> {
    let mut letters = cell.trim().chars();
    let first = letters.next()?.to_ascii_uppercase();
    let alone = letters.next().is_none_or(|next| !next.is_alphanumeric());
    Level::ALL.into_iter().find(|level| alone && level.letter().starts_with(first))
}

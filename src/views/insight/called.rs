//! A few customers named in a sentence, each leading to its sheet.

use crate::i18n::words::people;
use crate::sorted;
use crate::views::sheet::Line;
use crate::views::{Facts, Request};

/// The sentence that names the first of these customers, at most three; `None` when there are none.
pub fn calling(
    facts: Facts,
    request: &Request,
    customers: &[usize],
    sentence: impl Fn(&str) -> String,
) -> Option<Line> {
    if customers.is_empty() {
        return None;
    }
    let first = facts.who_all(customers.iter().copied().take(3));
    let names: Vec<&str> = first.iter().map(|who| who.name.as_str()).collect();
    Some(Line::from(sentence(&people::names(request.format, &names, 3))).naming(&first))
}

/// The customers for whom this amount is known and above zero, the greatest first; of equals the one before.
pub fn greatest_first(
    customers: impl Iterator<Item = usize>,
    amount: impl Fn(usize) -> Option<f64>,
) -> Vec<usize> {
    let found: Vec<(f64, usize)> =
        customers.filter_map(|i| Some((amount(i).filter(|amount| *amount > 0.0)?, i))).collect();
    let order = sorted::greatest_first(found.iter().map(|(amount, _)| *amount));
    order.into_iter().map(|place| found[place].1).collect()
}

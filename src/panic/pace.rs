//! How long an answer takes this person, learned from the answers given so far.

use super::Rater;
use crate::sorted::InOrder;

/// Between two answers further apart than this there was a break.
const BREAK_MS: u64 = 180_000;
/// The newest answers tell today's pace.
const NEWEST: usize = 30;
/// Fewer answers say little about a pace.
const AT_LEAST: usize = 5;

/// The median time between two answers in seconds, over the newest ones and without breaks; `None` with fewer
/// than five such times. Answers that came at the very same moment (from a file) count once.
pub fn seconds_each(rater: &Rater) -> Option<f64> {
    let answers = rater.answers.values().chain(rater.groups.values());
    let mut moments: Vec<u64> =
        answers.filter(|answer| answer.panic.is_some()).map(|answer| answer.changed).collect();
    moments.order_by(Ord::cmp);
    moments.dedup();
    let gaps = moments.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap <= BREAK_MS);
    let mut gaps: Vec<u64> = gaps.collect::<Vec<u64>>().into_iter().rev().take(NEWEST).collect();
    if gaps.len() < AT_LEAST {
        return None;
    }
    gaps.order_by(Ord::cmp);
    Some(gaps[gaps.len() / 2] as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::panic::CustomerAnswer;

    /// Answers at these seconds.
    fn check(seconds: &[u64], expected: Option<f64>) {
        let answer = |at: &u64| {
            let answer = CustomerAnswer { panic: Some(3), changed: at * 1000, ..CustomerAnswer::default() };
            (at.to_string(), Rc::new(answer))
        };
        let rater = Rater { answers: seconds.iter().map(answer).collect(), ..Rater::default() };
        assert_eq!(seconds_each(&rater), expected, "{seconds:?}");
    }

    #[test]
    fn the_pace_is_the_median_without_breaks() {
        check(&[0, 10, 20, 30, 40], None);
        check(&[0, 10, 20, 30, 40, 50], Some(10.0));
        check(&[0, 10, 20, 30, 40, 4000, 4010, 4014], Some(10.0));
    }

    #[test]
    fn the_newest_answers_tell_the_pace() {
        let slow = (0..20).map(|place| place * 100);
        let quick = (0..31).map(|place| 5000 + place * 4);
        check(&slow.chain(quick).collect::<Vec<u64>>(), Some(4.0));
    }
}

//! Gathers everyone's answers at the customer they are about.

use crate::sorted::{InOrder, SortedMap};
use std::rc::Rc;

use super::{
    Answers, CustomerAnswer, GroupBy, GroupKey, PanicOf, Reason, ReasonCount, Tri, group_name, index_of,
};
use crate::customers::Customers;
use crate::recipe::Sign;
use crate::segments::{Answer, Letters, Matcher};
use crate::table::fold::fold;

/// All answers about one customer.
#[derive(Clone, Debug, Default)]
pub(super) struct GatheredOf<'a> {
    /// With the rater's place.
    answers: Vec<(usize, &'a CustomerAnswer)>,
    /// What was said about the customer's sector or letter, by raters who said nothing about itself.
    by_group: Vec<(usize, &'a CustomerAnswer)>,
    final_answer: Option<u8>,
}

/// All answers by customer, and those that found none.
#[derive(Clone, Debug)]
pub(super) struct Gathered<'a> {
    pub(super) of: Vec<GatheredOf<'a>>,
    pub(super) unmatched: Vec<(usize, String)>,
    pub(super) unmatched_finals: Vec<String>,
}

/// Lays each answer at its customer. Where two keys of a rater mean one customer, the exact key counts and the other is
/// listed with those that found none.
pub(super) fn gather<'a>(customers: &Customers, letters: &Letters, answers: &'a Answers) -> Gathered<'a> {
    let mut gathered = Gathered {
        of: vec![GatheredOf::default(); customers.len()],
        unmatched: Vec::new(),
        unmatched_finals: Vec::new(),
    };
    if answers.raters.is_empty() && answers.finals.is_empty() {
        return gathered;
    }
    let matcher = Matcher::new(customers);
    for (place, rater) in answers.raters.values().enumerate() {
        for (key, answer) in &rater.answers {
            // Exact keys are not shown the door by a name.
            let by_name = || matcher.find(key).filter(|&i| !rater.answers.contains_key(customers.key(i)));
            let found = matcher.find_key(key).or_else(by_name);
            match found.filter(|&i| !gathered.of[i].has(place)) {
                Some(i) => gathered.of[i].answers.push((place, answer)),
                None if !answer.is_empty() => gathered.unmatched.push((place, key.clone())),
                None => {}
            }
        }
        gathered.take_groups(customers, letters, place, &rater.groups);
    }
    for (key, answer) in &answers.finals {
        match matcher.find(key) {
            Some(i) => gathered.of[i].final_answer = Some(answer.panic),
            None => gathered.unmatched_finals.push(key.clone()),
        }
    }
    gathered
}

impl<'a> Gathered<'a> {
    /// Lays a rater's answers about sectors and letters at the customers this rater gave no answer of its own.
    fn take_groups(
        &mut self,
        customers: &Customers,
        letters: &Letters,
        place: usize,
        groups: &'a SortedMap<String, Rc<CustomerAnswer>>,
    ) {
        if groups.is_empty() {
            return;
        }
        for (i, of) in self.of.iter_mut().enumerate() {
            if of.answers.iter().any(|(other, answer)| *other == place && answer.panic.is_some()) {
                continue;
            }
            // A sector says more about a customer than its letter.
            let found = [GroupBy::Sector, GroupBy::Letter]
                .into_iter()
                .find_map(|by| groups.get(&GroupKey::of(by, group_name(customers, letters, by, i)?)));
            if let Some(answer) = found {
                of.by_group.push((place, &**answer));
            }
        }
    }
}

impl GatheredOf<'_> {
    fn has(&self, place: usize) -> bool {
        self.answers.iter().any(|(other, _)| *other == place)
    }

    pub(super) fn result(&self) -> PanicOf {
        // Most of a long list, asked about nobody yet.
        if self.answers.is_empty() && self.by_group.is_empty() && self.final_answer.is_none() {
            return PanicOf::default();
        }
        let said: Vec<(usize, u8)> = self
            .answers
            .iter()
            .filter_map(|(place, answer)| Some((*place, answer.panic.filter(|panic| *panic <= 5)?)))
            .collect();
        let known: Vec<u8> = said.iter().map(|(_, answer)| *answer).filter(|answer| *answer > 0).collect();
        let mean_index = mean(known.iter().copied());
        let group_index = mean(self.by_group.iter().filter_map(|(_, answer)| answer.panic));
        let range = known.iter().max().zip(known.iter().min()).map(|(most, least)| most - least);
        PanicOf {
            index: self.final_answer.and_then(index_of).or(mean_index).or(group_index),
            mean_index,
            group_index,
            final_answer: self.final_answer.filter(|answer| index_of(*answer).is_some()),
            range: range.filter(|_| known.len() > 1),
            said,
            signs: Sign::ALL.map(|sign| self.most(|answer| answer.signs.get(&sign).copied())),
            strategic_for_them: self.most(|answer| answer.strategic_for_them),
        }
    }

    /// Yes or no by majority; unknown on a tie or when nobody knows.
    fn most(&self, said: impl Fn(&CustomerAnswer) -> Option<Tri>) -> Answer {
        let count = |wanted| self.answers.iter().filter(|(_, answer)| said(answer) == Some(wanted)).count();
        match count(Tri::Yes).cmp(&count(Tri::No)) {
            std::cmp::Ordering::Greater => Answer::Yes,
            std::cmp::Ordering::Less => Answer::No,
            std::cmp::Ordering::Equal => Answer::Unknown,
        }
    }
}

/// The mean index of the answers that know; `None` when none does.
fn mean(answers: impl Iterator<Item = u8>) -> Option<f64> {
    let (sum, count) =
        answers.filter_map(index_of).fold((0.0, 0_u32), |(sum, count), index| (sum + index, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

impl Gathered<'_> {
    /// Short reasons over the base: equal but for case and punctuation are one, counted once a customer; most
    /// given first, then in alphabetical order.
    pub(super) fn reasons(&self) -> Vec<ReasonCount> {
        let mut counts: SortedMap<(bool, String), (String, usize)> = SortedMap::new();
        for of in &self.of {
            let mut here: SortedMap<(bool, String), &Reason> = SortedMap::new();
            for reason in of.answers.iter().flat_map(|(_, answer)| &answer.reasons) {
                let plain = fold(&reason.text);
                if !plain.is_empty() {
                    here.entry((reason.buys, plain)).or_insert(reason);
                }
            }
            for (key, reason) in here {
                counts.entry(key).or_insert_with(|| (reason.text.trim().to_owned(), 0)).1 += 1;
            }
        }
        let mut reasons: Vec<ReasonCount> = counts
            .into_iter()
            .map(|((buys, _), (text, customers))| ReasonCount { buys, text, customers })
            .collect();
        reasons.order_by_key(|reason| std::cmp::Reverse(reason.customers));
        reasons
    }
}

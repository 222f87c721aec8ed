//! Customers that look alike: probable duplicates by name, to be proposed and never to be merged by themselves.
//!
//! Two names are alike when they are the same without capitals, accents, signs, blanks and legal forms, in any order of
//! their words: `Bakkerij Smit B.V.`, `bakkerij SMIT` and `Smit, Bakkerij`.

use std::borrow::Cow;

use super::Keys;
use super::{Customers, Field, MappingChoice};
use crate::sorted::InOrder;
use crate::table::fold::fold;

/// Two customers that may be one; indices into [`Customers`], `first` stands before `second` in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlikePair {
    pub first: usize,
    pub second: usize,
    /// Whether they live in the same place, when both places are known.
    pub same_place: Option<bool>,
}

/// Legal forms, folded; they say nothing about who it is.
const LEGAL_FORMS: &str = "bv nv vof cv bvba sprl srl maatschap eenmanszaak stichting vereniging cooperatie coop firma fa \
    gmbh ag kg ohg ug ev eg gbr mbh sa sarl sas eurl ltd limited llc inc incorporated corp corporation plc co company lp llp \
    ab as aps oy spa sl bvo cvba bvi iba ibvba";
/// Words that join the parts of a name.
const JOINING: &str = "en and und et the de het";

/// The search for every pair of customers that look alike and were not said to be two, a part of the list at a time:
/// with a million customers it takes seconds.
#[derive(Debug, Default)]
pub struct AlikeSearch {
    /// The first customer of every name.
    first_of: Keys,
    at: usize,
    pairs: Vec<AlikePair>,
}

impl AlikeSearch {
    /// Looks at so many customers more; true when all were looked at. Every call must get the same list.
    pub fn step(&mut self, customers: &Customers, choice: &MappingChoice, most: usize) -> bool {
        let end = self.at.saturating_add(most).min(customers.len());
        for second in self.at..end {
            // A number that stands in for a name says nothing.
            let Some(essence) = customers.text(Field::Name, second).map(essence).filter(|it| !it.is_empty())
            else {
                continue;
            };
            let Some(first) = self.first_of.get(&essence) else {
                self.first_of.insert(&essence, second);
                continue;
            };
            if !is_judged(choice, customers.key(first), customers.key(second)) {
                let same_place = same_place(customers, first, second);
                self.pairs.push(AlikePair { first, second, same_place });
            }
        }
        self.at = end;
        end == customers.len()
    }

    /// What was found, in the order of the list. With more than two alike each is paired with the first of them.
    pub fn into_pairs(self) -> Vec<AlikePair> {
        self.pairs
    }
}

fn is_judged(choice: &MappingChoice, first: &str, second: &str) -> bool {
    let pair = (first.min(second).to_owned(), first.max(second).to_owned());
    choice.apart.contains(&pair)
}

fn same_place(customers: &Customers, first: usize, second: usize) -> Option<bool> {
    let place = |i: usize| customers.text(Field::Place, i).map(fold);
    Some(place(first)? == place(second)?)
}

/// What is left of a name: its words in order, without legal forms; all of it when nothing else is left.
pub fn essence(name: &str) -> String {
    telling_words(name).concat()
}

/// The words of [`essence`].
pub fn telling_words(name: &str) -> Vec<String> {
    let words = words(name);
    let is_one_of = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    let tells = |word: &String| !is_one_of(LEGAL_FORMS, word) && !is_one_of(JOINING, word);
    let mut told = words;
    if told.iter().any(tells) {
        told.retain(tells);
    }
    told.order_by(Ord::cmp);
    told
}

/// The folded words of a name; single letters behind each other are one word (`B.V.`, `J. P.`).
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut after_letter = false;
    // Folding makes Latin capitals small; other alphabets have capitals too.
    let name = if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(name.to_lowercase()) };
    // An apostrophe belongs to its word.
    let parts = name.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'));
    for word in parts.map(fold).filter(|word| !word.is_empty()) {
        let is_letter = word.len() == 1 && !word.starts_with(|first: char| first.is_ascii_digit());
        match words.last_mut() {
            Some(last) if is_letter && after_letter => last.push_str(&word),
            _ => words.push(word),
        }
        after_letter = is_letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::CustomersBuilder;

    fn check(left: &str, right: &str, alike: bool) {
        assert_eq!(
            essence(left) == essence(right),
            alike,
            "{left} / {right}: {} / {}",
            essence(left),
            essence(right)
        );
    }

    #[test]
    fn names_are_alike_without_form_case_accents_and_signs() {
        for (left, right) in [
            ("Bakkerij Smit B.V.", "bakkerij SMIT"),
            ("Bakkerij Smit B.V.", "Smit, Bakkerij"),
            ("Café ’t Hoekje", "Cafe 't Hoekje"),
            ("Cafe\u{301} Royal", "Café Royal"),
            ("Müller GmbH & Co. KG", "Muller"),
            ("Jansen & Zn.", "Jansen en Zn"),
            ("J.P. de Vries", "J. P. de Vries"),
            ("V.O.F. De Molen", "De Molen vof"),
            ("Groothandel-Oost", "Groothandel Oost"),
            ("Клиент", "КЛИЕНТ"),
        ] {
            check(left, right, true);
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (left, right) in [
            ("Jansen", "Janssen"),
            ("Jansen Noord BV", "Jansen Zuid BV"),
            ("Jansen Holding BV", "Jansen BV"),
            ("BV", "NV"),
            ("Bouw 1", "Bouw 11"),
            ("A 1", "A1 B"),
            ("Degroot BV", "de groot"),
        ] {
            check(left, right, false);
        }
    }

    /// Lines of id, name and place; `.` is missing.
    fn list(text: &str) -> Customers {
        let mut builder = CustomersBuilder::new(jiff::civil::Date::ZERO);
        for line in text.lines() {
            let i = builder.push(0);
            for (cell, field) in line.split(';').zip([Field::Id, Field::Name, Field::Place]) {
                if cell != "." {
                    builder.set_text(field, i, cell);
                }
            }
        }
        builder.build()
    }

    fn check_pairs(text: &str, apart: &[(&str, &str)], expected: &[(usize, usize, Option<bool>)]) {
        let pairs = apart.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        let choice = MappingChoice { apart: pairs.collect(), ..MappingChoice::default() };
        let customers = list(text);
        for most in [1, 2, usize::MAX] {
            let mut search = AlikeSearch::default();
            while !search.step(&customers, &choice, most) {}
            let pairs = search.into_pairs().into_iter();
            let found: Vec<_> = pairs.map(|pair| (pair.first, pair.second, pair.same_place)).collect();
            assert_eq!(found, expected, "{text} by {most}");
        }
    }

    #[test]
    fn pairs_are_proposed_until_they_are_judged() {
        let text = "1;Jansen BV;Ede\n2;Piet;Ede\n3;JANSEN;ede\n4;Jansen B.V.;Best\n5;Piet NV;.";
        check_pairs(text, &[], &[(0, 2, Some(true)), (0, 3, Some(false)), (1, 4, None)]);
        check_pairs(text, &[("1", "3")], &[(0, 3, Some(false)), (1, 4, None)]);
        check_pairs("1;.\n1-;.\n.;&\n.;&", &[], &[]);
    }
}

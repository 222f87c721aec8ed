//! Unions: which customers the person said are one, as groups of keys.

use std::collections::HashMap;

use super::MappingChoice;
use crate::sorted::SortedMap;

/// Keys that stand for one customer, and that customer once it is met.
#[derive(Clone, Debug, Default)]
pub(super) struct Unions {
    /// Every key of a union with the key that stands for all of it.
    heads: SortedMap<String, String>,
    customers: HashMap<String, usize>,
}

impl Unions {
    /// The unions of the choice; chains (a is b, b is c) are one union, a circle is cut.
    pub(super) fn new(choice: &MappingChoice) -> Self {
        let mut heads = SortedMap::new();
        for key in choice.same.keys() {
            let mut head = key;
            for _ in 0..choice.same.len() {
                match choice.same.get(head) {
                    Some(next) if next != key => head = next,
                    _ => break,
                }
            }
            heads.insert(key.clone(), head.clone());
            heads.insert(head.clone(), head.clone());
        }
        Self { heads, customers: HashMap::new() }
    }

    /// The union this key belongs to, with its customer when that was met before.
    pub(super) fn of(&self, key: &str) -> Option<(&str, Option<usize>)> {
        let head = self.heads.get(key)?;
        Some((head, self.customers.get(head).copied()))
    }

    /// The union of this head is this customer.
    pub(super) fn meet(&mut self, head: &str, customer: usize) {
        self.customers.insert(head.to_owned(), customer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(same: &[(&str, &str)], key: &str, head: Option<&str>) {
        let pairs = same.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
        let choice = MappingChoice { same: pairs.collect(), ..MappingChoice::default() };
        let unions = Unions::new(&choice);
        assert_eq!(unions.of(key).map(|(head, _)| head), head, "{same:?} {key}");
    }

    #[test]
    fn chains_are_one_union_and_circles_end() {
        check(&[("b", "a")], "b", Some("a"));
        check(&[("b", "a")], "a", Some("a"));
        check(&[("b", "a")], "c", None);
        check(&[("c", "b"), ("b", "a")], "c", Some("a"));
        check(&[("b", "a"), ("a", "a")], "b", Some("a"));
        check(&[("a", "b"), ("b", "a")], "c", None);
        check(&[("a", "a")], "a", Some("a"));
    }
}

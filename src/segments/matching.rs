//! Finds customers by a key from elsewhere: answers, choices and edits of an older list.

use std::collections::HashMap;

use crate::customers::Customers;

/// Finds a customer by its key, else by its normalised name when only one customer has it.
#[derive(Clone, Debug)]
pub struct Matcher<'a> {
    // Only looked up in, never walked through: the order of a hash map must not reach a result.
    keys: HashMap<&'a str, usize>,
    names: HashMap<String, Option<usize>>,
}

impl<'a> Matcher<'a> {
    /// Indexes a list.
    pub fn new(customers: &'a Customers) -> Self {
        let mut keys = HashMap::with_capacity(customers.len());
        let mut names: HashMap<String, Option<usize>> = HashMap::with_capacity(customers.len());
        for i in 0..customers.len() {
            keys.entry(customers.key(i)).or_insert(i);
            let name = normalised_name(customers.name(i));
            if !name.is_empty() {
                names.entry(name).and_modify(|found| *found = None).or_insert(Some(i));
            }
        }
        Self { keys, names }
    }

    /// The customer this key means; `None` when there is none, or more than one of that name.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.find_key(key).or_else(|| self.names.get(&normalised_name(key)).copied().flatten())
    }

    /// The customer with exactly this key.
    pub fn find_key(&self, key: &str) -> Option<usize> {
        self.keys.get(key.trim()).or_else(|| self.keys.get(key)).copied()
    }
}

/// Legal forms that people write or leave out.
const LEGAL_FORMS: &[&str] =
    &["bv", "nv", "vof", "cv", "ltd", "inc", "llc", "gmbh", "ag", "bvba", "sa", "srl", "plc"];

/// A name without case, accents' spelling left as is, punctuation, blanks and a legal form at the end:
/// "Jansen B.V." and "JANSEN bv" are one.
pub fn normalised_name(name: &str) -> String {
    let lower = name.to_lowercase().replace(['.', '\'', '’'], "");
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words.last().is_some_and(|word| LEGAL_FORMS.contains(word)) {
        words.pop();
    }
    words.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, same: bool) {
        assert_eq!(normalised_name(one) == normalised_name(other), same, "{one:?} and {other:?}");
    }

    #[test]
    fn names_are_compared_without_dress() {
        check("Jansen B.V.", "JANSEN bv", true);
        check(" De Vries & Zn ", "de vries zn", true);
        check("BV", "NV", false);
        check("Jansen", "Janssen", false);
    }
}

//! Finds customers by a key from elsewhere: answers, choices and edits of an older list.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::customers::{Customers, Keys, essence};

/// Finds a customer by its key, else by its name when only one customer has it: names are compared as look-alikes are
/// ([`essence`]). Keys are indexed once one is looked for, names once a key is not found: mostly nothing was entered.
#[derive(Clone, Debug)]
pub struct Matcher<'a> {
    keys: OnceCell<Keys>,
    // Only looked up in, never walked through: the order of a hash map must not reach a result.
    names: OnceCell<HashMap<String, Option<usize>>>,
    customers: &'a Customers,
}

impl<'a> Matcher<'a> {
    /// Finds in this list.
    pub fn new(customers: &'a Customers) -> Self {
        Self { keys: OnceCell::new(), names: OnceCell::new(), customers }
    }

    /// The customer this key means; `None` when there is none, or more than one of that name.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.find_key(key).or_else(|| self.names().get(&essence(key)).copied().flatten())
    }

    /// The customer with exactly this key.
    pub fn find_key(&self, key: &str) -> Option<usize> {
        let keys = self.keys.get_or_init(|| {
            let mut keys = Keys::default();
            keys.expect(self.customers.len());
            for i in 0..self.customers.len() {
                // Of two customers with one key the first is meant.
                keys.insert(self.customers.key(i), i);
            }
            keys
        });
        keys.get(key.trim()).or_else(|| keys.get(key))
    }

    fn names(&self) -> &HashMap<String, Option<usize>> {
        self.names.get_or_init(|| {
            let mut names: HashMap<String, Option<usize>> = HashMap::with_capacity(self.customers.len());
            for i in 0..self.customers.len() {
                let name = essence(self.customers.name(i));
                if !name.is_empty() {
                    names.entry(name).and_modify(|found| *found = None).or_insert(Some(i));
                }
            }
            names
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::testing::list;

    const LIST: &str = "id name revenue\n1 Smit_BV 100\n2 Café_Bos 90\n3 Mol 80\n4 MOL_b.v. 70\n5 Vos 60";

    fn check(key: &str, expected: Option<usize>) {
        assert_eq!(Matcher::new(&list(LIST)).find(key), expected, "{key}");
    }

    #[test]
    fn customers_are_found_by_key_else_by_name() {
        check("2", Some(1));
        check(" 2 ", Some(1));
        check("SMIT b.v.", Some(0));
        check("Bos, cafe", Some(1));
        check("Vos", Some(4));
        // Two have this name: neither is meant.
        check("Mol", None);
        check("Bosch", None);
        check("", None);
    }
}

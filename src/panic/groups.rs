//! Groups of customers that the question may be asked about at once: sectors and letters, in long lists (METHOD section 7).

use crate::sorted::SortedMap;

use serde::{Deserialize, Serialize};

use crate::customers::{Customers, Field};
use crate::segments::{LetterClass, Letters};

/// What customers are taken together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum GroupBy {
    Sector,
    Letter,
}

/// Begins the key of a group; no customer's key begins so, since no list holds this character in a cell.
const MARK: char = '\u{1f}';

/// The key under which a group is answered: `␟sector␟Bouw`.
#[derive(Clone, Copy, Debug)]
pub struct GroupKey;

impl GroupKey {
    /// The key of this group.
    pub fn of(by: GroupBy, name: &str) -> String {
        let by = match by {
            GroupBy::Sector => "sector",
            GroupBy::Letter => "letter",
        };
        format!("{MARK}{by}{MARK}{name}")
    }

    /// Whether a key means a group and not a customer.
    pub fn is_one(key: &str) -> bool {
        key.starts_with(MARK)
    }

    /// The key as it stands in a file: `sector/Bouw`.
    pub fn written(key: &str) -> String {
        key.strip_prefix(MARK).unwrap_or(key).replacen(MARK, "/", 1)
    }

    /// The key that stands in a file as this; `None` when it is no group this version knows.
    pub fn read(written: &str) -> Option<String> {
        match written.split_once('/')? {
            ("sector", name) => Some(Self::of(GroupBy::Sector, name)),
            ("letter", name) => Some(Self::of(GroupBy::Letter, name)),
            _ => None,
        }
    }

    /// The sector behind a key; `None` when it means something else.
    pub fn sector(key: &str) -> Option<&str> {
        key.strip_prefix(MARK)?.strip_prefix("sector")?.strip_prefix(MARK)
    }

    /// The name of the group behind a key; `None` when it means a customer.
    pub fn name(key: &str) -> Option<&str> {
        key.strip_prefix(MARK)?.split_once(MARK).map(|(_, name)| name)
    }
}

/// A group with its customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskGroup {
    pub key: String,
    pub name: String,
    /// In the order given.
    pub members: Vec<usize>,
}

/// The groups among these customers, in order of their first member; customers without a sector or letter fall out.
pub fn ask_groups(
    customers: &Customers,
    letters: &Letters,
    by: GroupBy,
    among: impl IntoIterator<Item = usize>,
) -> Vec<AskGroup> {
    let mut groups: Vec<AskGroup> = Vec::new();
    let mut place: SortedMap<String, usize> = SortedMap::new();
    for i in among {
        let Some(name) = group_name(customers, letters, by, i) else { continue };
        let at = *place.entry(name.to_owned()).or_insert_with(|| {
            let group = AskGroup { key: GroupKey::of(by, name), name: name.to_owned(), members: Vec::new() };
            groups.push(group);
            groups.len() - 1
        });
        groups[at].members.push(i);
    }
    groups
}

/// The group a customer belongs to.
pub fn group_name<'a>(customers: &'a Customers, letters: &Letters, by: GroupBy, i: usize) -> Option<&'a str> {
    match by {
        GroupBy::Sector => customers.text(Field::Sector, i),
        GroupBy::Letter => match letters.class.get(i)? {
            LetterClass::A => Some("A"),
            LetterClass::B => Some("B"),
            LetterClass::C => Some("C"),
            LetterClass::D => Some("D"),
            LetterClass::Discuss => Some("A?"),
            LetterClass::NeedsData | LetterClass::Lapsed | LetterClass::Prospect => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::testing::list;

    fn check(by: GroupBy, expected: &[(&str, &[usize])]) {
        let customers = list("id sector\n1 Bouw\n2 Zorg\n3 .\n4 Bouw");
        let letters = Letters {
            class: vec![LetterClass::A, LetterClass::D, LetterClass::Lapsed, LetterClass::D],
            ..Letters::default()
        };
        let found = ask_groups(&customers, &letters, by, 0..4);
        let found: Vec<(&str, &[usize])> =
            found.iter().map(|group| (group.name.as_str(), group.members.as_slice())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn customers_are_taken_together_by_sector_or_letter() {
        check(GroupBy::Sector, &[("Bouw", &[0, 3]), ("Zorg", &[1])]);
        check(GroupBy::Letter, &[("A", &[0]), ("D", &[1, 3])]);
    }

    #[test]
    fn a_group_is_told_from_a_customer_by_its_key() {
        let key = GroupKey::of(GroupBy::Sector, "Bouw");
        assert!(GroupKey::is_one(&key) && !GroupKey::is_one("Bouw"));
        assert_eq!((GroupKey::name(&key), GroupKey::name("K1")), (Some("Bouw"), None));
        let letter = GroupKey::of(GroupBy::Letter, "A");
        assert_eq!((GroupKey::sector(&key), GroupKey::sector(&letter)), (Some("Bouw"), None));
    }
}

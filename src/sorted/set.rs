//! A set in order, kept as one list.

use std::borrow::Borrow;

use serde::{Deserialize, Deserializer, Serialize};

use super::order::{self, InOrder};

/// What a `BTreeSet` is, with its order and its form in files; see [`super::SortedMap`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SortedSet<T>(Vec<T>);

impl<T> SortedSet<T> {
    /// An empty set.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Keeps the members for which this holds.
    pub fn retain(&mut self, keeps: impl FnMut(&T) -> bool) {
        self.0.retain(keeps);
    }
}

impl<T: Ord> SortedSet<T> {
    fn find<Q: Ord + ?Sized>(&self, member: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        order::find(self.0.len(), &mut |at| self.0[at].borrow().cmp(member))
    }

    pub fn contains<Q: Ord + ?Sized>(&self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(member).is_ok()
    }

    /// Puts a member in; whether it is new.
    pub fn insert(&mut self, member: T) -> bool {
        let place = self.find(&member);
        if let Err(at) = place {
            self.0.insert(at, member);
        }
        place.is_err()
    }

    /// Takes a member out; whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.find(member);
        if let Ok(at) = place {
            self.0.remove(at);
        }
        place.is_ok()
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, members: I) {
        for member in members {
            self.0.push(member);
        }
        if !self.0.is_sorted_by(|one, next| one < next) {
            self.0.order_by(T::cmp);
            self.0.dedup();
        }
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut set = Self::new();
        set.extend(members);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(members: [T; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'de, T: Deserialize<'de> + Ord> Deserialize<'de> for SortedSet<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Vec::deserialize(from)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is done to both, the set holds what a tree holds, in memory and in a file.
        #[test]
        fn it_is_what_a_tree_is(steps in prop::collection::vec((0u8..3, 0u8..30), 0..60)) {
            let (mut set, mut tree) = (SortedSet::new(), BTreeSet::new());
            for (step, member) in steps {
                match step {
                    0 => prop_assert_eq!(set.insert(member), tree.insert(member)),
                    1 => prop_assert_eq!(set.remove(&member), tree.remove(&member)),
                    _ => {
                        set.extend([member, 4]);
                        tree.extend([member, 4]);
                    }
                }
                prop_assert_eq!(set.contains(&member), tree.contains(&member));
            }
            prop_assert!(set.iter().eq(tree.iter()));
            let bytes = postcard::to_allocvec(&set).unwrap();
            prop_assert_eq!(&bytes, &postcard::to_allocvec(&tree).unwrap());
            prop_assert_eq!(&postcard::from_bytes::<SortedSet<u8>>(&bytes).unwrap(), &set);
        }
    }
}

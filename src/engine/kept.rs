//! A result that is kept until something it was computed from changes.

/// A result, what it was computed from, and a number that counts up whenever it became another one.
#[derive(Debug)]
pub struct Kept<K, T> {
    from: Option<K>,
    result: T,
    version: u64,
}

impl<K, T: Default> Default for Kept<K, T> {
    /// The result of nothing stands in until the first [`Kept::refresh`].
    fn default() -> Self {
        Self { from: None, result: T::default(), version: 0 }
    }
}

impl<K: PartialEq, T: PartialEq> Kept<K, T> {
    /// Computes it again when it came from something else. The same result again is no other version, so that what
    /// follows from it is kept, too.
    pub fn refresh(&mut self, from: K, compute: impl FnOnce() -> T) {
        self.refresh_as(from, T::eq, compute);
    }

    /// The same where another version is another one only in what most of those who read it read of it.
    pub fn refresh_as(&mut self, from: K, same: fn(&T, &T) -> bool, compute: impl FnOnce() -> T) {
        if self.from.as_ref() == Some(&from) {
            return;
        }
        let result = compute();
        self.version += u64::from(!same(&result, &self.result));
        self.result = result;
        self.from = Some(from);
    }

    /// The result.
    pub fn get(&self) -> &T {
        &self.result
    }

    /// Counts up with every other result.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The result, to keep elsewhere.
    pub fn into_result(self) -> T {
        self.result
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn a_result_is_computed_when_its_source_changed_and_is_new_when_it_differs() {
        let mut kept = Kept::default();
        let mut check = |from: i32, version: u64, result: i32, times: usize| {
            let mut computed = 0;
            kept.refresh(from, || {
                computed += 1;
                from / 10
            });
            assert_eq!((kept.version(), *kept.get(), computed), (version, result, times), "{from}");
        };
        check(11, 1, 1, 1);
        check(11, 1, 1, 0);
        check(12, 1, 1, 1);
        check(20, 2, 2, 1);
    }

    #[test]
    fn a_version_may_be_about_a_part_of_the_result() {
        let mut kept = Kept::<i32, (i32, i32)>::default();
        for (result, version) in [((7, 1), 1), ((7, 2), 1), ((8, 2), 2)] {
            kept.refresh_as(result.0 * 10 + result.1, |one, other| one.0 == other.0, || result);
            assert_eq!((*kept.get(), kept.version()), (result, version));
        }
    }
}

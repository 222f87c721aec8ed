//! By which a file knows the list it was made with, without holding it.

use serde::{Deserialize, Serialize};

/// The list as a file remembers it: how many customers, and a fingerprint of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMark {
    pub fingerprint: String,
    pub customers: usize,
}

/// The fingerprint of a list: sixteen hexadecimal digits over all its customer keys, whatever their order. The same
/// keys give the same fingerprint; the keys cannot be read back from it.
pub fn fingerprint<'a>(keys: impl IntoIterator<Item = &'a str>) -> ListMark {
    let (mut sum, mut customers) = (0_u64, 0);
    for key in keys {
        sum = sum.wrapping_add(mixed(key));
        customers += 1;
    }
    ListMark { fingerprint: format!("{sum:016x}"), customers }
}

/// FNV-1a, finished as splitmix64 does, so that sums of it differ in all digits.
fn mixed(key: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in key.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &[&str], other: &[&str], same: bool) {
        let (one, other) = (fingerprint(one.iter().copied()), fingerprint(other.iter().copied()));
        assert_eq!(one == other, same, "{one:?} {other:?}");
    }

    #[test]
    fn a_list_is_known_by_its_keys_in_any_order() {
        check(&["1", "2", "3"], &["3", "1", "2"], true);
        check(&["1", "2"], &["1", "2", "3"], false);
        check(&["1", "2"], &["1", "4"], false);
        check(&["12", "3"], &["1", "23"], false);
    }
}

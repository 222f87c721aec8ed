//! Keys: which customer an id or a name is, asked once for every row of a list.
//!
//! Most of the time goes into waiting for memory. Hence a short key is kept as two numbers beside those of its
//! neighbours, and not as a text somewhere else.

use crate::texts::fingerprint;

/// Texts with the customer each stands for; a customer has one key at most.
#[derive(Clone, Debug)]
pub struct Keys {
    /// A fingerprint and a customer (from 1), or 0: looked for from the place the fingerprint names.
    slots: Vec<u64>,
    /// By customer, as in [`Key`]; of a long key where its letters stand instead of its beginning.
    numbers: Vec<[u64; 2]>,
    letters: String,
    count: usize,
}

/// A text to be looked for.
#[derive(Clone, Copy, Debug)]
pub struct Key<'t> {
    text: &'t str,
    /// The bytes of a short text and its length; of a long one [`LONG`] and its fingerprint.
    numbers: [u64; 2],
    print: u32,
}

/// The longest text that two numbers hold, with its length.
const SHORT: usize = 15;
/// So many keys are looked at ahead where any of them may end it.
const LOOKED_AHEAD: usize = 64;
/// Spreads the bits of a number over all of it.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
/// Marks a long one in the place of the length.
const LONG: u64 = 0xFF << 56;

impl<'t> Key<'t> {
    #[inline(always)]
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let length = (bytes.len() as u64) << 56;
        let numbers = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            _ if bytes.len() > SHORT => [0, LONG | u64::from(fingerprint(bytes))],
            (Some(first), Some(last)) => {
                // The last eight bytes overlap with the first: those go.
                let rest = u64::from_le_bytes(*last).checked_shr(8 * (16 - bytes.len() as u32)).unwrap_or(0);
                [u64::from_le_bytes(*first), rest | length]
            }
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(first), Some(last)) => {
                    let rest = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
                    [u64::from(u32::from_le_bytes(*first)) | rest, length]
                }
                _ => [bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)), length],
            },
        };
        let mixed = (numbers[0] ^ (numbers[0] >> 29)).wrapping_mul(MIX) ^ numbers[1];
        let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(MIX);
        Self { text, numbers, print: (mixed >> 32) as u32 }
    }

    /// The keys of texts; of a missing one that of an empty text.
    #[inline(never)]
    pub fn all(texts: &[Option<&'t str>]) -> Vec<Self> {
        texts.iter().map(|text| Self::new(text.unwrap_or(""))).collect()
    }

    fn is_long(self) -> bool {
        self.numbers[1] >= LONG
    }
}

impl Default for Keys {
    /// No keys yet.
    fn default() -> Self {
        Self { slots: vec![0; 1 << 10], numbers: Vec::new(), letters: String::new(), count: 0 }
    }
}

impl Keys {
    /// Makes room for so many keys in all.
    pub fn expect(&mut self, keys: usize) {
        if keys * 2 > self.slots.len() {
            self.grow(keys * 2);
        }
        self.numbers.reserve_exact(keys.saturating_sub(self.numbers.len()));
    }

    /// The customer of a key.
    pub fn get(&self, key: &str) -> Option<usize> {
        self.customer_in(self.slot(Key::new(key)))
    }

    /// Remembers the customer of a key that is not known yet.
    pub fn insert(&mut self, key: &str, customer: usize) {
        self.get_or_insert(Key::new(key), customer);
    }

    /// The customer of a key; one that is not known yet stands for `customer` from now on, and the answer is `None`.
    #[inline]
    fn get_or_insert(&mut self, key: Key, customer: usize) -> Option<usize> {
        let slot = self.slot(key);
        let known = self.customer_in(slot);
        if known.is_some() {
            return known;
        }
        if self.numbers.len() <= customer {
            self.numbers.resize(customer + 1, [0; 2]);
        }
        self.numbers[customer] = key.numbers;
        if key.is_long() {
            self.numbers[customer][0] = (self.letters.len() as u64) << 32 | key.text.len() as u64;
            self.letters.push_str(key.text);
        }
        self.slots[slot] = (u64::from(key.print) << 32) | (customer as u64 + 1);
        self.count += 1;
        if self.count * 2 > self.slots.len() {
            self.grow(self.slots.len() * 2);
        }
        None
    }

    /// The customers of keys; those that are not known yet are numbered on from `next`. Gives the places of the first
    /// key of each of those, too.
    #[inline(never)]
    pub fn find_all(&mut self, keys: &[Key], next: usize) -> (Vec<u32>, Vec<u32>) {
        let (mut customers, mut new) = (Vec::with_capacity(keys.len()), Vec::new());
        let seen = self.seen(keys);
        for ((place, key), (slot, numbers)) in (0_u32..).zip(keys).zip(seen) {
            // What was seen before another key came in may have been nobody, and is somebody by now.
            let is_known = slot != 0 && !key.is_long() && numbers == key.numbers;
            let known = is_known.then(|| slot as u32 as usize - 1);
            let customer = next + new.len();
            let known = known.or_else(|| self.get_or_insert(*key, customer));
            if known.is_none() {
                new.push(place);
            }
            customers.push(known.unwrap_or(customer) as u32);
        }
        (customers, new)
    }

    /// Numbers keys from `next` on, up to the first that is known; how many.
    #[inline(never)]
    pub fn insert_all(&mut self, keys: &[Key], next: usize) -> usize {
        let mut count = 0;
        for some in keys.chunks(LOOKED_AHEAD) {
            // Looked at before, so that their memory is at hand.
            std::hint::black_box(self.seen(some));
            for key in some {
                if self.get_or_insert(*key, next + count).is_some() {
                    return count;
                }
                count += 1;
            }
        }
        count
    }

    /// The slot where the search for each key begins, with the numbers of its customer. Most of the time goes into waiting for
    /// their memory: all are asked for at once, and none waits for the one before.
    fn seen(&self, keys: &[Key]) -> Vec<(u64, [u64; 2])> {
        let last = self.slots.len() - 1;
        let mut seen: Vec<(u64, [u64; 2])> =
            keys.iter().map(|key| (self.slots[key.print as usize & last], [0; 2])).collect();
        for (slot, numbers) in &mut seen {
            let customer = (*slot as u32).wrapping_sub(1) as usize;
            *numbers = self.numbers.get(customer).copied().unwrap_or_default();
        }
        seen
    }

    fn customer_in(&self, slot: usize) -> Option<usize> {
        (self.slots[slot] as u32).checked_sub(1).map(|customer| customer as usize)
    }

    /// The slot that holds the key, else the empty one where it belongs.
    #[inline(always)]
    fn slot(&self, key: Key) -> usize {
        let last = self.slots.len() - 1;
        let mut place = key.print as usize & last;
        loop {
            let slot = self.slots[place];
            if slot == 0 || ((slot >> 32) as u32 == key.print && self.is_of((slot as u32) as usize - 1, key))
            {
                return place;
            }
            place = (place + 1) & last;
        }
    }

    #[inline(always)]
    fn is_of(&self, customer: usize, key: Key) -> bool {
        match self.numbers.get(customer) {
            Some(numbers) if key.is_long() => {
                let from = (numbers[0] >> 32) as usize;
                let letters = self.letters.get(from..from + numbers[0] as u32 as usize);
                numbers[1] == key.numbers[1] && letters == Some(key.text)
            }
            known => known == Some(&key.numbers),
        }
    }

    /// Room for at least so many slots.
    fn grow(&mut self, slots: usize) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![0; slots.next_power_of_two()];
        let last = self.slots.len() - 1;
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            let mut place = (slot >> 32) as usize & last;
            while self.slots[place] != 0 {
                place = (place + 1) & last;
            }
            self.slots[place] = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_keys_are_found_as_one_by_one() {
        let (mut keys, mut slow) = (Keys::default(), Keys::default());
        let texts = ["a", "b", "a", "c", "een heel lange sleutel", "b", "een heel lange sleutel"].map(Some);
        let (customers, new) = keys.find_all(&Key::all(&texts), 0);
        assert_eq!((customers, new), (vec![0, 1, 0, 2, 3, 1, 3], vec![0, 1, 3, 4]));
        assert_eq!(slow.insert_all(&Key::all(&texts), 0), 2);
        assert_eq!(keys.insert_all(&Key::all(&[Some("d"), Some("e"), Some("c"), Some("f")]), 4), 2);
        assert_eq!((keys.get("e"), keys.get("f")), (Some(5), None));
    }

    #[test]
    fn every_key_keeps_its_customer() {
        let mut keys = Keys::default();
        // Of every length, and such that differ in one letter only.
        let name = |i: usize| {
            let begin = if i.is_multiple_of(3) { "een lange " } else { "" };
            format!("{begin}{}{i}", &"klantenlijsten"[..i % 15])
        };
        for i in 0..5000 {
            assert_eq!(keys.get(&name(i)), None);
            keys.insert(&name(i), i * 2);
        }
        assert!((0..5000).all(|i| keys.get(&name(i)) == Some(i * 2)));
        assert_eq!(keys.get(""), None);
        keys.insert("", 7);
        assert_eq!(keys.get(""), Some(7));
    }
}

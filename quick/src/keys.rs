//! Keys: which customer an id or a name is, asked once for every row of a list.
//!
//! Most of the time goes into waiting for memory. Hence a short key stands as a number in the very place where it is looked
//! for, and not a text somewhere else; and one that ends in digits, as nearly all customer numbers do, is not looked for at all.

use crate::numbered::Numbered;
use crate::print::{self, Print};

/// Texts with the customer each stands for; a customer has one key at most.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Those that have a number, by their length.
    numbered: [Numbered; print::SHORT + 1],
    /// The others; looked for from the place that the print of a key names.
    slots: Vec<Slot>,
    /// By customer where a long key stands among the letters, as far as there are any.
    long: Vec<(u32, u32)>,
    letters: String,
    /// How many keys have a slot, and how many may have one some day.
    count: usize,
    expected: usize,
}

/// The print of a key and its customer, counted from 1, in sixteen bytes; an empty slot has none.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    first: u64,
    rest: u32,
    customer: u32,
}

/// A text to be looked for.
#[derive(Clone, Copy, Debug)]
pub struct Key<'t> {
    text: &'t str,
    print: Print,
    /// Where the search for it begins.
    place: u32,
}

/// So many keys are looked at ahead.
const LOOKED_AHEAD: usize = 128;

impl<'t> Key<'t> {
    #[inline(always)]
    fn new(text: &'t str) -> Self {
        let print = Print::of(text);
        Self { text, print, place: print.mixed() }
    }

    /// The keys of texts; of a missing one that of an empty text.
    #[inline(never)]
    pub fn all(texts: &[Option<&'t str>]) -> Vec<Self> {
        texts.iter().map(|text| Self::new(text.unwrap_or(""))).collect()
    }
}

impl Default for Keys {
    /// No keys yet.
    fn default() -> Self {
        Self {
            numbered: Default::default(),
            slots: vec![Slot::default(); 1 << 10],
            long: Vec::new(),
            letters: String::new(),
            count: 0,
            expected: 0,
        }
    }
}

impl Keys {
    /// There will be about so many keys in all.
    pub fn expect(&mut self, keys: usize) {
        self.expected = keys;
    }

    /// The customer of a key.
    pub fn get(&self, key: &str) -> Option<usize> {
        let key = Key::new(key);
        let numbered = self.numbered.get(key.print.length());
        let customer =
            match numbered.and_then(|numbered| Some(numbered.customer(numbered.number(key.print)?))) {
                Some(customer) => customer,
                None => self.slots[self.slot(key)].customer,
            };
        customer.checked_sub(1).map(|customer| customer as usize)
    }

    /// Remembers the customer of a key that is not known yet; whether it was not.
    #[inline(never)]
    pub fn insert(&mut self, key: &str, customer: usize) -> bool {
        self.get_or_insert(&Key::new(key), customer) == 0
    }

    /// The customer of a key, counted from 1; one that is not known yet stands for `customer` from now on, and the answer is 0.
    #[inline(always)]
    fn get_or_insert(&mut self, key: &Key, customer: usize) -> u32 {
        if let Some(numbered) = self.numbered.get_mut(key.print.length()) {
            if !numbered.is_known() {
                numbered.learn(key.print);
            }
            if let Some(number) = numbered.number(key.print) {
                return numbered.get_or_insert(number, customer as u32 + 1);
            }
        }
        let place = self.slot(*key);
        let known = self.slots[place].customer;
        if known == 0 {
            self.fill(place, key, customer);
        }
        known
    }

    /// Puts a key into its slot.
    #[inline(never)]
    fn fill(&mut self, place: usize, key: &Key, customer: usize) {
        self.slots[place] =
            Slot { first: key.print.first, rest: key.print.rest, customer: customer as u32 + 1 };
        if key.print.is_long() {
            self.keep_letters(key.text, customer);
        }
        self.count += 1;
        if is_crowded(self.count, self.slots.len()) {
            // Once some are here that have no number, all that are to come may have none.
            let expected = if self.count > self.expected / 64 { self.expected * 3 / 2 } else { 0 };
            self.grow(expected.max(self.slots.len() * 2));
        }
    }

    fn keep_letters(&mut self, text: &str, customer: usize) {
        if self.long.len() <= customer {
            self.long.resize(customer + 1, (0, 0));
        }
        let from = self.letters.len() as u32;
        self.letters.push_str(text);
        self.long[customer] = (from, self.letters.len() as u32);
    }

    /// The customers of keys; those that are not known yet are numbered on from `next`. Gives the places of the first
    /// key of each of those, too.
    pub fn find_all(&mut self, keys: &[Key], next: usize) -> (Vec<u32>, Vec<u32>) {
        self.find(keys, next, false)
    }

    /// Numbers keys from `next` on, up to the first that is known; how many.
    pub fn insert_all(&mut self, keys: &[Key], next: usize) -> usize {
        self.find(keys, next, true).1.len()
    }

    /// As [`Keys::find_all`]; with `only_new` up to the first key that is known.
    #[inline(never)]
    fn find(&mut self, keys: &[Key], next: usize, only_new: bool) -> (Vec<u32>, Vec<u32>) {
        let (mut customers, mut new) = (Vec::with_capacity(keys.len()), Vec::new());
        for some in keys.chunks(LOOKED_AHEAD) {
            self.look_ahead(some);
            for key in some {
                let customer = next + new.len();
                let known = self.get_or_insert(key, customer);
                if known == 0 {
                    new.push(customers.len() as u32);
                } else if only_new {
                    return (customers, new);
                }
                customers.push(known.checked_sub(1).unwrap_or(customer as u32));
            }
        }
        (customers, new)
    }

    /// Looks at the slots where the search for each key begins. Most of the time goes into waiting for their memory: all are asked
    /// for at once, and none waits for the one before.
    #[inline(always)]
    fn look_ahead(&self, keys: &[Key]) {
        if self.count > 0 {
            let last = self.slots.len() - 1;
            let seen = keys.iter().fold(0, |seen, key| seen ^ self.slots[key.place as usize & last].customer);
            std::hint::black_box(seen);
        }
    }

    /// The place of the slot that holds the key, else of the empty one where it belongs.
    #[inline(always)]
    fn slot(&self, key: Key) -> usize {
        let last = self.slots.len() - 1;
        let mut place = key.place as usize & last;
        loop {
            let slot = self.slots[place];
            if slot.customer == 0 || (slot.print() == key.print && self.is_of(slot, key)) {
                return place;
            }
            place = (place + 1) & last;
        }
    }

    /// Whether a slot with the print of a key is that of the key.
    #[inline(always)]
    fn is_of(&self, slot: Slot, key: Key) -> bool {
        let letters = |customer: usize| {
            let (from, to) = *self.long.get(customer)?;
            self.letters.get(from as usize..to as usize)
        };
        !key.print.is_long() || slot.customer().and_then(letters) == Some(key.text)
    }

    /// Room for at least so many slots.
    #[cold]
    fn grow(&mut self, slots: usize) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![Slot::default(); slots.next_power_of_two()];
        let last = self.slots.len() - 1;
        for slot in old.into_iter().filter(|slot| slot.customer != 0) {
            let mut place = slot.print().mixed() as usize & last;
            while self.slots[place].customer != 0 {
                place = (place + 1) & last;
            }
            self.slots[place] = slot;
        }
    }
}

impl Slot {
    #[inline(always)]
    fn print(self) -> Print {
        Print { first: self.first, rest: self.rest }
    }

    #[inline(always)]
    fn customer(self) -> Option<usize> {
        self.customer.checked_sub(1).map(|customer| customer as usize)
    }
}

/// Whether so many keys take more than two thirds of the slots: then looking takes long.
fn is_crowded(keys: usize, slots: usize) -> bool {
    keys * 3 > slots * 2
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
    fn keys_with_a_number_are_told_apart_from_all_others() {
        // Of every length up to that of a long one, with digits, without, and with something between them.
        let numbers =
            ["0", "00", "7", "07", "10", "99", "123456", "999999", "1234567", "0123456", "00000001"];
        let begins = ["", "K", "k", "DEB-", "DEB", "K0", "NL1", "1", "a1b", "/", "0", "\0", "é"];
        let ends = ["", "", "", "a", " ", ":", "/"];
        let mut texts: Vec<String> = Vec::new();
        for begin in begins {
            for number in numbers {
                texts.extend(ends.map(|end| format!("{begin}{number}{end}")));
            }
        }
        for turned in [false, true] {
            if turned {
                texts.reverse();
            }
            let mut known = std::collections::HashMap::new();
            let mut keys = Keys::default();
            for some in texts.chunks(50) {
                let some: Vec<Option<&str>> = some.iter().map(|text| Some(text.as_str())).collect();
                let (found, _) = keys.find_all(&Key::all(&some), known.len());
                for (text, customer) in some.iter().flatten().zip(found) {
                    let next = known.len() as u32;
                    assert_eq!(*known.entry(text.to_string()).or_insert(next), customer, "{text:?}");
                }
            }
            for text in &texts {
                assert_eq!(keys.get(text), known.get(text).map(|customer| *customer as usize), "{text:?}");
                assert_eq!(
                    keys.get(&format!("{text}0")),
                    known.get(&format!("{text}0")).map(|customer| *customer as usize)
                );
            }
        }
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
        assert!(keys.insert("", 7) && !keys.insert("", 8));
        assert_eq!(keys.get(""), Some(7));
    }
}

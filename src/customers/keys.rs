//! Keys: which customer an id or a name is, asked once for every row of a list.

use super::texts::fingerprint;

/// Texts with the customer each stands for.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    /// A fingerprint and the number of a key (from 1), or 0: looked for from the place the fingerprint names.
    slots: Vec<u64>,
    letters: String,
    /// Where each key ends among the letters.
    ends: Vec<u32>,
    customers: Vec<u32>,
}

impl Keys {
    pub(super) fn new() -> Self {
        Self { slots: vec![0; 1 << 10], letters: String::new(), ends: Vec::new(), customers: Vec::new() }
    }

    /// The customer of a key.
    pub(super) fn get(&self, key: &str) -> Option<usize> {
        let known = self.slots.get(self.slot(key, fingerprint(key.as_bytes())))?;
        let number = (*known as u32).checked_sub(1)?;
        self.customers.get(number as usize).map(|customer| *customer as usize)
    }

    /// Remembers the customer of a key that is not known yet.
    pub(super) fn insert(&mut self, key: &str, customer: usize) {
        if (self.customers.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let print = fingerprint(key.as_bytes());
        let slot = self.slot(key, print);
        self.letters.push_str(key);
        self.ends.push(self.letters.len() as u32);
        self.customers.push(customer as u32);
        self.slots[slot] = (u64::from(print) << 32) | self.customers.len() as u64;
    }

    /// Looks at the place of a key that is asked for soon, so that its memory is at hand by then.
    pub(super) fn touch(&self, key: &str) -> u64 {
        let place = fingerprint(key.as_bytes()) as usize & (self.slots.len() - 1);
        self.slots.get(place).copied().unwrap_or(0)
    }

    /// The slot that holds the key, else the empty one where it belongs.
    fn slot(&self, key: &str, print: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut place = print as usize & last;
        loop {
            let slot = self.slots[place];
            if slot == 0 || ((slot >> 32) as u32 == print && self.text(slot as u32) == Some(key)) {
                return place;
            }
            place = (place + 1) & last;
        }
    }

    fn text(&self, number: u32) -> Option<&str> {
        let end = *self.ends.get((number as usize).checked_sub(1)?)? as usize;
        let start = if number < 2 { 0 } else { *self.ends.get(number as usize - 2)? as usize };
        self.letters.get(start..end)
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![0; old.len() * 4];
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
    fn every_key_keeps_its_customer() {
        let mut keys = Keys::new();
        let name = |i: usize| format!("{}klant{}", if i.is_multiple_of(3) { "een lange " } else { "" }, i);
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

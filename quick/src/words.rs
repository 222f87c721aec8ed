//! Words: a quick look at the first letters of a cell, which nearly always says that it is none of some words.

use crate::columns::places;

/// The words for "missing", by how they begin.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    longest: usize,
    second: [u32; 128],
    third: [u32; 128],
}

/// Labels, by their first three letters.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    /// By the first two letters a bit for every letter that comes third.
    third: [u32; 26 * 26],
}

/// The place of digits, behind those of the letters. No word has any.
const DIGIT: u32 = 27;
/// The place of everything else.
const OTHER: u32 = 26;

impl Words {
    /// Words of at most `longest` bytes: the letters with which one of them begins, with those that may stand second and
    /// third.
    pub const fn new(longest: usize, beginnings: &[(u8, &str, &str)]) -> Self {
        Self { longest, second: may_follow(beginnings, true), third: may_follow(beginnings, false) }
    }

    /// No word has more bytes.
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Whether the length of a cell and its first three bytes leave it possible that it is one of them.
    #[inline(always)]
    pub fn may_be(&self, cell: &[u8]) -> bool {
        let Some(first) = cell.first().filter(|_| cell.len() <= self.longest) else { return cell.is_empty() };
        if !first.is_ascii() {
            return true;
        }
        let place = |at: usize| cell.get(at).map_or(OTHER, |byte| place_of(*byte));
        let (first, second) = (usize::from(first & 127), place(1));
        // Behind a point or a blank the third byte may be the second letter.
        self.second[first] >> second & 1 == 1 && (second == OTHER || self.third[first] >> place(2) & 1 == 1)
    }
}

/// Per first byte a bit for every letter that may follow it in one of the words, and one for anything else.
const fn may_follow(beginnings: &[(u8, &str, &str)], at_once: bool) -> [u32; 128] {
    let mut follow = [0; 128];
    let mut first = 0;
    while first < 128 {
        let byte = (first as u8).to_ascii_lowercase();
        if !byte.is_ascii_alphanumeric() && byte != b'\'' {
            follow[first] = u32::MAX;
        }
        let mut place = 0;
        while place < beginnings.len() {
            let (begins, second, third) = beginnings[place];
            let letters = if at_once { second } else { third }.as_bytes();
            let mut at = 0;
            while begins == byte && at < letters.len() {
                follow[first] |= 1 << place_of(letters[at]) | 1 << OTHER;
                at += 1;
            }
            place += 1;
        }
        first += 1;
    }
    follow
}

#[inline(always)]
const fn place_of(byte: u8) -> u32 {
    let place = byte.to_ascii_lowercase().wrapping_sub(b'a');
    match byte {
        _ if place < 26 => place as u32,
        b'0'..=b'9' => DIGIT,
        _ => OTHER,
    }
}

impl Labels {
    /// The labels of a text with blanks between them, and those of a list; all of at least three letters.
    pub const fn new(text: &[u8], more: &[&str]) -> Self {
        let mut third = [0; 26 * 26];
        let mut at = 0;
        while at + 2 < text.len() {
            if at == 0 || text[at - 1] == b' ' {
                mark(&mut third, text, at);
            }
            at += 1;
        }
        let mut word = 0;
        while word < more.len() {
            mark(&mut third, more[word].as_bytes(), 0);
            word += 1;
        }
        Self { third }
    }

    /// Whether a text may begin with one of them. None begins with a digit.
    #[inline(always)]
    pub fn may_begin(&self, label: &[u8]) -> bool {
        match label {
            [first, ..] if first.is_ascii_digit() => false,
            // `K0012`: nor has any a digit in it, and most lists have such ids in every row.
            [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_digit() => false,
            [first, second, third, ..] => match (pair(*first, *second), letter(*third)) {
                (Some(pair), Some(third)) => self.third[pair] >> third & 1 == 1,
                (Some(pair), None) => self.third[pair] != 0,
                (None, _) => true,
            },
            _ => true,
        }
    }

    /// The places of texts that may begin with one of them.
    #[inline(never)]
    pub fn suspects(&self, texts: &[Option<&str>]) -> Vec<u32> {
        places(texts, |text| text.is_some_and(|text| self.may_begin(text.as_bytes())))
    }
}

const fn mark(letters: &mut [u32; 26 * 26], bytes: &[u8], at: usize) {
    if let (Some(pair), Some(third)) = (pair(bytes[at], bytes[at + 1]), letter(bytes[at + 2])) {
        letters[pair] |= 1 << third;
    }
}

#[inline(always)]
const fn pair(first: u8, second: u8) -> Option<usize> {
    match (letter(first), letter(second)) {
        (Some(first), Some(second)) => Some(first as usize * 26 + second as usize),
        _ => None,
    }
}

#[inline(always)]
const fn letter(byte: u8) -> Option<u32> {
    let place = byte.to_ascii_lowercase().wrapping_sub(b'a');
    if place < 26 { Some(place as u32) } else { None }
}

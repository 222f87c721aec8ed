//! Letters: which single-byte encoding a text is in, by how likely the letters are that come out.
//!
//! Every byte from 128 on is read in each encoding and scored: letters that its languages use score up, capitals
//! after small letters and signs in the middle of a word score down. Ties go to the more usual encoding.

use super::encoding::Encoding;

const CANDIDATES: [Encoding; 5] = [
    Encoding::Windows1252,
    Encoding::Iso8859_15,
    Encoding::Windows1250,
    Encoding::Windows1254,
    Encoding::Macintosh,
];

/// After this many telling bytes the answer no longer changes.
const ENOUGH: usize = 4000;

const WESTERN: &str = "éèêëïöüäçàáâóôíñßîûÉÈÊËÏÖÜÄÇÀÁÂÓÔÍÑÎÛ";
const WESTERN_RARER: &str = "úòåøæãœÚÅØÆŒ";
const WESTERN_RAREST: &str = "õìùÿýÕÌÙŸÝÒÃ";
const CENTRAL_OWN: &str = "łąśżźšžŁĄŚŻŹŠŽ";
const CENTRAL: &str = "ćęńčřěůďťőűýĆĘŃČŘĚŮĎŤŐŰÝ";
const CENTRAL_SHARED: &str = "éáíúóöüäëßÉÁÍÚÓÖÜÄ";
const TURKISH: &str = "ğışİŞĞçöüâÇÖÜ";

/// The single-byte encoding in which the bytes read best.
pub(super) fn likeliest_code_page(bytes: &[u8]) -> Encoding {
    let mut scores = [0_i64; CANDIDATES.len()];
    let telling = bytes.iter().enumerate().filter(|(_, byte)| **byte >= 128).take(ENOUGH);
    for (place, &byte) in telling {
        let before = place.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
        let after = bytes.get(place + 1).copied().unwrap_or(b' ');
        for (score, encoding) in scores.iter_mut().zip(CANDIDATES) {
            let read = |byte: u8| match encoding.code_page() {
                Some(page) if byte >= 128 => page[usize::from(byte - 128)],
                _ => char::from(byte),
            };
            *score += likelihood(encoding, read(byte), read(before), read(after));
        }
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    let winner = scores.iter().position(|score| *score == best).unwrap_or(0);
    CANDIDATES[winner]
}

fn likelihood(encoding: Encoding, letter: char, before: char, after: char) -> i64 {
    if letter.is_control() || letter == '\u{f8ff}' {
        return -20;
    }
    let inside_word = before.is_alphabetic() && after.is_alphabetic();
    if !letter.is_alphabetic() || matches!(letter, 'ª' | 'º' | 'ƒ' | 'µ') {
        return match letter {
            '’' | '‘' | '·' => i64::from(inside_word) * 2,
            _ if inside_word => -4,
            '€' => 3,
            '“' | '”' | '„' | '–' | '—' | '«' | '»' | '…' | '\u{a0}' => 1,
            '°' | '²' | '³' | '½' | '¼' | '±' | '§' | '©' | '®' | '™' | '•' | '£' | '´' | 'ª' | 'º' | 'µ' => {
                0
            }
            _ => -3,
        };
    }
    let usual = match encoding {
        Encoding::Windows1250 if CENTRAL_OWN.contains(letter) || CENTRAL_SHARED.contains(letter) => 3,
        Encoding::Windows1250 if CENTRAL.contains(letter) => 2,
        Encoding::Windows1250 => -1,
        Encoding::Windows1254 if TURKISH.contains(letter) => 3,
        _ if WESTERN.contains(letter) => 3,
        _ if WESTERN_RARER.contains(letter) => 2,
        _ if WESTERN_RAREST.contains(letter) => 1,
        _ => -1,
    };
    let place = if letter.is_uppercase() && before.is_lowercase() {
        -5
    } else if before.is_alphabetic() || after.is_alphabetic() {
        1
    } else {
        -1
    };
    usual + place
}

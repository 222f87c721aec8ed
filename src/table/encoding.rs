//! Encoding: which characters the bytes stand for, detected with evidence and decoded piece by piece.

use super::EncodingEvidence;
use super::code_page::{CodePage, code_page};
use super::letters::likeliest_code_page;

/// The encodings that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
    Iso8859_15,
    Windows1250,
    Windows1254,
    Macintosh,
    Utf16 { big_endian: bool },
    Utf32 { big_endian: bool },
}

const ALL: [(Encoding, &str); 10] = [
    (Encoding::Utf8, "UTF-8"),
    (Encoding::Windows1252, "windows-1252"),
    (Encoding::Iso8859_15, "ISO-8859-15"),
    (Encoding::Windows1250, "windows-1250"),
    (Encoding::Windows1254, "windows-1254"),
    (Encoding::Macintosh, "macintosh"),
    (Encoding::Utf16 { big_endian: false }, "UTF-16LE"),
    (Encoding::Utf16 { big_endian: true }, "UTF-16BE"),
    (Encoding::Utf32 { big_endian: false }, "UTF-32LE"),
    (Encoding::Utf32 { big_endian: true }, "UTF-32BE"),
];

/// Byte order marks, the longer first since UTF-32's begins like UTF-16's.
const MARKS: [(&[u8], Encoding); 5] = [
    (&[0xEF, 0xBB, 0xBF], Encoding::Utf8),
    (&[0xFF, 0xFE, 0, 0], Encoding::Utf32 { big_endian: false }),
    (&[0, 0, 0xFE, 0xFF], Encoding::Utf32 { big_endian: true }),
    (&[0xFF, 0xFE], Encoding::Utf16 { big_endian: false }),
    (&[0xFE, 0xFF], Encoding::Utf16 { big_endian: true }),
];

impl Encoding {
    pub(super) fn name(self) -> &'static str {
        ALL.iter().find(|(encoding, _)| *encoding == self).map_or("UTF-8", |(_, name)| name)
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(encoding, _)| *encoding)
    }

    /// The table of a single-byte encoding.
    pub(super) fn code_page(self) -> Option<&'static CodePage> {
        code_page(self.name())
    }

    /// How many bytes at the start are this encoding's mark.
    fn mark_length(self, bytes: &[u8]) -> usize {
        MARKS
            .iter()
            .find(|(mark, encoding)| *encoding == self && bytes.starts_with(mark))
            .map_or(0, |(mark, _)| mark.len())
    }
}

/// Counts valid and broken UTF-8 while the bytes come in, so that nothing waits for it afterwards.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Utf8Survey {
    looked_at: usize,
    letters: usize,
    broken: usize,
}

impl Utf8Survey {
    /// Looks at what was added to `bytes` since the last time.
    pub(super) fn look(&mut self, bytes: &[u8]) {
        while let Some(rest) = bytes.get(self.looked_at..).filter(|rest| !rest.is_empty()) {
            let (valid, broken) = match simdutf8::compat::from_utf8(rest) {
                Ok(_) => (rest.len(), None),
                Err(error) => (error.valid_up_to(), Some(error.error_len())),
            };
            self.letters += rest.iter().take(valid).filter(|byte| **byte >= 0xC0).count();
            self.looked_at += valid;
            match broken {
                Some(Some(length)) => {
                    self.broken += 1;
                    self.looked_at += length;
                }
                // The rest of a letter may come with the next piece.
                Some(None) => return,
                None => {}
            }
        }
    }

    /// Forgets the bytes that were looked at; what remains may be the beginning of a letter.
    pub(super) fn drop_seen(&mut self, bytes: &mut Vec<u8>) {
        bytes.drain(..self.looked_at.min(bytes.len()));
        self.looked_at = 0;
    }

    fn is_utf8(self, bytes: &[u8]) -> bool {
        let cut_off = usize::from(self.looked_at < bytes.len());
        let broken = self.broken + cut_off;
        broken == 0 || self.letters >= broken
    }
}

/// An encoding with the length of its mark and what tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Detected {
    pub(super) encoding: Encoding,
    pub(super) skip: usize,
    pub(super) evidence: EncodingEvidence,
}

/// Decides the encoding of a whole file.
pub(super) fn detect(bytes: &[u8], survey: Utf8Survey, chosen: Option<&str>) -> Detected {
    if let Some(encoding) = chosen.and_then(Encoding::from_name) {
        let skip = encoding.mark_length(bytes);
        return Detected { encoding, skip, evidence: EncodingEvidence::Chosen };
    }
    for (mark, encoding) in MARKS {
        if bytes.starts_with(mark) {
            return Detected { encoding, skip: mark.len(), evidence: EncodingEvidence::Mark };
        }
    }
    let (encoding, evidence) = if let Some(wide) = wide_without_mark(bytes) {
        (wide, EncodingEvidence::Zeroes)
    } else if survey.is_utf8(bytes) {
        (Encoding::Utf8, EncodingEvidence::Valid)
    } else {
        (likeliest_code_page(bytes), EncodingEvidence::Letters)
    };
    Detected { encoding, skip: 0, evidence }
}

/// Decides the encoding of a long file that began like UTF-8: by the survey of all of it with the bytes behind that,
/// and a sample with the bytes that tell.
pub(super) fn detect_late(survey: Utf8Survey, rest: &[u8], telling: &[u8]) -> Encoding {
    if survey.is_utf8(rest) { Encoding::Utf8 } else { likeliest_code_page(telling) }
}

/// UTF-16 or UTF-32 without a mark, told by where the zero bytes stand.
fn wide_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let mut zeroes = [0_usize; 4];
    for (place, byte) in sample.iter().enumerate() {
        zeroes[place % 4] += usize::from(*byte == 0);
    }
    let quarter = sample.len() / 4;
    if sample.len() >= 8 && quarter > 0 {
        let mostly = |count: usize| count * 10 >= quarter * 9;
        let rarely = |count: usize| count * 10 <= quarter;
        if rarely(zeroes[0]) && mostly(zeroes[2]) && mostly(zeroes[3]) {
            return Some(Encoding::Utf32 { big_endian: false });
        }
        if rarely(zeroes[3]) && mostly(zeroes[0]) && mostly(zeroes[1]) {
            return Some(Encoding::Utf32 { big_endian: true });
        }
    }
    let half = sample.len() / 2;
    let (even, odd) = (zeroes[0] + zeroes[2], zeroes[1] + zeroes[3]);
    if half >= 2 && odd * 2 >= half && even * 20 <= half {
        return Some(Encoding::Utf16 { big_endian: false });
    }
    if half >= 2 && even * 2 >= half && odd * 20 <= half {
        return Some(Encoding::Utf16 { big_endian: true });
    }
    None
}

/// Decodes from `at` on, some `budget` bytes; returns where it stopped. `broken` gets the places in `out` where
/// bytes made no character and U+FFFD stands instead.
pub(super) fn decode(
    encoding: Encoding,
    bytes: &[u8],
    at: usize,
    budget: usize,
    out: &mut String,
    broken: &mut Vec<u32>,
) -> usize {
    let end = at.saturating_add(budget.max(16)).min(bytes.len());
    match encoding {
        Encoding::Utf8 => decode_utf8(bytes, at, end, out, broken),
        Encoding::Utf16 { big_endian } => decode_utf16(bytes, at, end, big_endian, out, broken),
        Encoding::Utf32 { big_endian } => decode_utf32(bytes, at, end, big_endian, out, broken),
        single => {
            let piece = bytes.get(at..end).unwrap_or(&[]);
            let Some(page) = single.code_page() else { return end };
            out.reserve(piece.len() + piece.len() / 16);
            for &byte in piece {
                let letter = if byte < 128 { char::from(byte) } else { page[usize::from(byte - 128)] };
                out.push(letter);
            }
            end
        }
    }
}

/// In other encodings than UTF-8 a letter has no more bytes than this.
const LONGEST_LETTER: usize = 8;

/// How many bytes at the end may be the beginning of a letter whose rest is still to come.
pub(super) fn beginning_of_letter(encoding: Encoding, bytes: &[u8]) -> usize {
    if encoding != Encoding::Utf8 {
        return bytes.len().min(LONGEST_LETTER);
    }
    // The first byte of a letter tells how many there are; those behind it begin with the bits 10.
    let back = bytes.iter().rev().take(4).position(|byte| byte & 0xC0 != 0x80);
    match back.and_then(|back| Some((back, *bytes.get(bytes.len() - 1 - back)?))) {
        Some((back, first)) if first.leading_ones() as usize > back + 1 => back + 1,
        _ => 0,
    }
}

fn break_here(out: &mut String, broken: &mut Vec<u32>) {
    broken.push(out.len() as u32);
    out.push(char::REPLACEMENT_CHARACTER);
}

fn decode_utf8(bytes: &[u8], mut at: usize, end: usize, out: &mut String, broken: &mut Vec<u32>) -> usize {
    out.reserve(end - at);
    while at < end {
        let piece = bytes.get(at..end).unwrap_or(&[]);
        match simdutf8::compat::from_utf8(piece) {
            Ok(text) => {
                out.push_str(text);
                return end;
            }
            Err(error) => {
                let valid = error.valid_up_to();
                if let Some(text) = piece.get(..valid).and_then(|good| std::str::from_utf8(good).ok()) {
                    out.push_str(text);
                }
                at += valid;
                match error.error_len() {
                    Some(length) => {
                        break_here(out, broken);
                        at += length;
                    }
                    // A letter cut in two: the next piece has it whole, unless the file ends here.
                    None if end < bytes.len() => return at,
                    None => {
                        break_here(out, broken);
                        return end;
                    }
                }
            }
        }
    }
    at
}

fn decode_utf16(
    bytes: &[u8],
    mut at: usize,
    end: usize,
    big_endian: bool,
    out: &mut String,
    broken: &mut Vec<u32>,
) -> usize {
    let unit = |at: usize| -> Option<u16> {
        let pair = [*bytes.get(at)?, *bytes.get(at + 1)?];
        Some(if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    while at < end {
        let Some(first) = unit(at) else {
            break_here(out, broken);
            return bytes.len();
        };
        at += 2;
        let second =
            unit(at).filter(|low| (0xD800..0xDC00).contains(&first) && (0xDC00..0xE000).contains(low));
        let letter = match second {
            Some(low) => {
                at += 2;
                char::from_u32(0x10000 + (u32::from(first - 0xD800) << 10) + u32::from(low - 0xDC00))
            }
            None => char::from_u32(u32::from(first)),
        };
        match letter {
            Some(letter) => out.push(letter),
            None => break_here(out, broken),
        }
    }
    at
}

fn decode_utf32(
    bytes: &[u8],
    mut at: usize,
    end: usize,
    big_endian: bool,
    out: &mut String,
    broken: &mut Vec<u32>,
) -> usize {
    while at < end {
        let Some(&[a, b, c, d]) = bytes.get(at..at + 4) else {
            break_here(out, broken);
            return bytes.len();
        };
        let quad = [a, b, c, d];
        let number = if big_endian { u32::from_be_bytes(quad) } else { u32::from_le_bytes(quad) };
        match char::from_u32(number) {
            Some(letter) => out.push(letter),
            None => break_here(out, broken),
        }
        at += 4;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(bytes: &[u8], piece: usize) -> (Detected, String, Vec<u32>) {
        let mut survey = Utf8Survey::default();
        for end in (0..bytes.len()).step_by(3) {
            survey.look(&bytes[..end]);
        }
        survey.look(bytes);
        let detected = detect(bytes, survey, None);
        let (mut out, mut broken, mut at) = (String::new(), Vec::new(), detected.skip);
        while at < bytes.len() {
            at = decode(detected.encoding, bytes, at, piece, &mut out, &mut broken);
        }
        (detected, out, broken)
    }

    fn check(bytes: &[u8], encoding: &str, text: &str, broken: &[u32]) {
        for piece in [1, 17, 10_000] {
            let (detected, out, places) = read_all(bytes, piece);
            assert_eq!((detected.encoding.name(), out.as_str()), (encoding, text), "in pieces of {piece}");
            assert_eq!(places, broken, "broken places of {text:?}");
        }
    }

    fn wide(text: &str, width: usize, big_endian: bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        if width == 2 {
            for unit in text.encode_utf16() {
                bytes.extend(if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() });
            }
        } else {
            for letter in text.chars() {
                let number = u32::from(letter);
                bytes.extend(if big_endian { number.to_be_bytes() } else { number.to_le_bytes() });
            }
        }
        bytes
    }

    #[test]
    fn encodings_are_detected_and_decoded() {
        let list = "Klant;Omzet\nCafé Zoë 😀;1,50\n";
        check(list.as_bytes(), "UTF-8", list, &[]);
        check(&[&[0xEF, 0xBB, 0xBF], list.as_bytes()].concat(), "UTF-8", list, &[]);
        for (width, big_endian, name) in
            [(2, false, "UTF-16LE"), (2, true, "UTF-16BE"), (4, false, "UTF-32LE"), (4, true, "UTF-32BE")]
        {
            check(&wide(list, width, big_endian), name, list, &[]);
            check(&wide(&format!("\u{feff}{list}"), width, big_endian), name, list, &[]);
        }
        check(b"Caf\xe9 Zo\xeb;\x80 5", "windows-1252", "Café Zoë;€ 5", &[]);
        check(b"Caf\xe9 Zo\xeb;\xa4 5", "ISO-8859-15", "Café Zoë;€ 5", &[]);
        check(b"Caf\x8e Zo\x91;\xdb 5", "macintosh", "Café Zoë;€ 5", &[]);
        check(b"Wa\xb3\xeasa \xa3\xf3d\x9f", "windows-1250", "Wałęsa Łódź", &[]);
        check(b"Be\xfeikta\xfe Do\xf0an", "windows-1254", "Beşiktaş Doğan", &[]);
        check(b"S\xf8rensen & M\xfcller", "windows-1252", "Sørensen & Müller", &[]);
    }

    #[test]
    fn broken_bytes_are_marked_and_the_rest_is_read() {
        check("Zoë\u{1}\u{1}".replace("\u{1}\u{1}", "").as_bytes(), "UTF-8", "Zoë", &[]);
        check(b"Zo\xc3\xab Caf\xe9\nJan", "UTF-8", "Zoë Caf\u{fffd}\nJan", &[8]);
        check(b"Zo\xc3\xab \xc3", "UTF-8", "Zoë \u{fffd}", &[5]);
        check(&[0xFF, 0xFE, b'a', 0, 0, 0xD8, b'b', 0, 7], "UTF-16LE", "a\u{fffd}b\u{fffd}", &[1, 5]);
    }

    #[test]
    fn a_letter_that_breaks_off_is_waited_for() {
        for (bytes, expected) in [
            ("abc".as_bytes(), 0),
            ("abë".as_bytes(), 0),
            ("a😀".as_bytes(), 0),
            (b"ab\xc3", 1),
            (b"a\xe2\x82", 2),
            (b"\xf0\x9f\x98", 3),
            // These begin no letter that could still become one.
            (b"ab\x80", 0),
            (b"\x80\x80\x80\x80", 0),
            (b"", 0),
        ] {
            assert_eq!(beginning_of_letter(Encoding::Utf8, bytes), expected, "{bytes:?}");
        }
        assert_eq!(beginning_of_letter(Encoding::Utf16 { big_endian: false }, b"abcdefghij"), 8);
    }

    #[test]
    fn a_chosen_encoding_wins() {
        let detected = detect(b"Caf\xe9", Utf8Survey::default(), Some("MacIntosh"));
        assert_eq!((detected.encoding, detected.evidence), (Encoding::Macintosh, EncodingEvidence::Chosen));
    }
}

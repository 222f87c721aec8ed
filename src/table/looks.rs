//! Looks: what a cell looks like from afar, enough to tell a header from data and a delimiter from a comma.

use quick::Words;

use super::fold::{fold, trim};

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    Empty,
    /// A word for "nothing here".
    Missing,
    /// A number, date, time, amount, telephone number …
    Figures,
    /// Four digits from 1900 to 2100: data or header.
    Year,
    Text,
}

/// What this cell looks like.
pub(super) fn looks(cell: &str) -> Looks {
    let cell = trim(cell);
    if cell.is_empty() {
        return Looks::Empty;
    }
    if is_missing_word(cell) {
        return Looks::Missing;
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if digits == 4 && cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) {
        return Looks::Year;
    }
    let only_figures = cell.chars().all(|letter| {
        letter.is_ascii_digit()
            || letter.is_whitespace()
            || matches!(letter, '.' | ',' | '-' | '/' | ':' | '+' | '(' | ')' | '%' | '\'' | '’')
            || matches!(letter, '€' | '$' | '£' | '−' | '–' | '=')
    });
    if digits > 0 && (only_figures || is_money_in_words(cell) || is_date_in_words(cell) || is_moment(cell)) {
        return Looks::Figures;
    }
    Looks::Text
}

/// Words that mean that nothing is known (METHOD section 0: missing is missing, never zero).
pub fn is_missing_word(cell: &str) -> bool {
    // Nearly every cell ends here: a long text, or one that begins as none of the words does.
    if !MISSING_WORDS.may_be(cell.as_bytes()) {
        return false;
    }
    if !cell.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return cell
            .chars()
            .all(|letter| matches!(letter, '-' | '–' | '—' | '−' | '.' | '?' | '_' | '*' | '…' | '/'));
    }
    // On the stack: this is asked for every cell.
    let (mut dense, mut length) = ([0; MISSING_WORDS.longest()], 0);
    for byte in cell.bytes().filter(|byte| !b".  ()<>[]".contains(byte)) {
        dense[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    matches!(
        std::str::from_utf8(&dense[..length]).unwrap_or(""),
        "nvt"
            | "n/vt"
            | "na"
            | "n/a"
            | "nan"
            | "nb"
            | "n/b"
            | "null"
            | "nil"
            | "none"
            | "leeg"
            | "blank"
            | "empty"
            | "onbekend"
            | "unknown"
            | "geen"
            | "#n/b"
            | "#n/a"
            | "#na"
            | "#nv"
            | "#null!"
            | "#leeg!"
            | "#waarde!"
            | "#value!"
            | "#wert!"
            | "#valeur!"
            | "#verw!"
            | "#ref!"
            | "#bezug!"
            | "#deel/0!"
            | "#div/0!"
            | "#naam?"
            | "#name?"
            | "#getal!"
            | "#num!"
            | "ka"
            | "unbekannt"
            | "keine"
            | "inconnu"
            | "nd"
            | "n/d"
            | "tbd"
            | "missing"
            | "nietbekend"
            | "nogonbekend"
            | "\\n"
    )
}

/// A quick look, since every cell is asked: the letters with which one of the words begins, with those that may stand second
/// and third; no word is longer than 16 bytes.
pub const MISSING_WORDS: Words = Words::new(
    16,
    &[
        (b'n', "abdeiouv", "egltnabv"),
        (b'l', "e", "e"),
        (b'g', "e", "e"),
        (b'b', "l", "a"),
        (b'e', "m", "p"),
        (b'o', "n", "b"),
        (b'u', "n", "kb"),
        (b'i', "n", "c"),
        (b'k', "ae", "i"),
        (b't', "b", "d"),
        (b'm', "i", "s"),
    ],
);

fn is_money_in_words(cell: &str) -> bool {
    let letters: String = cell.chars().filter(char::is_ascii_alphabetic).collect();
    matches!(
        letters.to_ascii_uppercase().as_str(),
        "EUR" | "EURO" | "USD" | "GBP" | "CHF" | "E" | "DKK" | "SEK"
    )
}

/// `3 maart 2025`, `03-mrt-25`, `March 3, 2025`.
fn is_date_in_words(cell: &str) -> bool {
    cell.len() <= 30
        && cell
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
            .all(|word| month_of(&fold(word)).is_some() || word.len() <= 3)
        && cell.split(|letter: char| !letter.is_alphabetic()).any(|word| month_of(&fold(word)).is_some())
}

/// A month and its year, as above a column of amounts: `jan-24`, `2025-01`, `01-2025`, `202501`.
pub(super) fn is_month_of_year(cell: &str) -> bool {
    let cell = trim(cell);
    let (is_year, is_month) = (
        |word: &str| word.len() == 4 && matches!(word.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]),
        |word: &str| word.len() == 2 && ("01"..="12").contains(&word),
    );
    if cell.len() > 20 || !cell.is_ascii() {
        return false;
    }
    let mut words =
        cell.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    match (words.next(), words.next(), words.next()) {
        (Some(both), None, _) => both.len() == 6 && is_year(&both[..4]) && is_month(&both[4..]),
        (Some(first), Some(second), None) => {
            let in_words = month_of(&fold(first)).is_some();
            let is_number = second.bytes().all(|byte| byte.is_ascii_digit());
            (in_words && is_number && (second.len() == 2 || is_year(second)))
                || (is_year(first) && is_month(second))
                || (is_month(first) && is_year(second))
        }
        _ => false,
    }
}

/// `2025-03-01T12:00:00Z`, `1/3/2025 12:00 AM`.
fn is_moment(cell: &str) -> bool {
    let letters: String = cell.chars().filter(char::is_ascii_alphabetic).collect();
    cell.contains(':') && matches!(letters.as_str(), "T" | "TZ" | "Z" | "AM" | "PM" | "am" | "pm" | "UTC")
}

/// The month (1–12) of a folded word in Dutch, English, German or French, whole or shortened.
pub fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "januari", "january", "januar", "janner", "janvier", "janv"],
        &["feb", "februari", "february", "februar", "febr", "fevrier", "fevr", "fev"],
        &["mrt", "maart", "mar", "march", "marz", "maerz", "mrz", "mars", "maa"],
        &["apr", "april", "avril", "avr"],
        &["mei", "may", "mai"],
        &["jun", "juni", "june", "juin"],
        &["jul", "juli", "july", "juillet", "juil"],
        &["aug", "augustus", "august", "aout"],
        &["sep", "sept", "september", "septembre"],
        &["okt", "oktober", "oct", "october", "octobre"],
        &["nov", "november", "novembre"],
        &["dec", "december", "dez", "dezember", "decembre"],
    ];
    MONTHS.iter().position(|names| names.contains(&word)).map(|place| place as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_look_like_what_they_are() {
        for (cells, expected) in [
            (&["", "  ", "\u{a0}"][..], Looks::Empty),
            (&["n.v.t.", "-", "--", "—", "#N/B", "NULL", "(leeg)", "Onbekend", "NaN"], Looks::Missing),
            (
                &["n/a", "N.B.", "nil", "None", "nvt", "n v t", "nog onbekend", "Niet bekend", "n.d."],
                Looks::Missing,
            ),
            (
                &["blank", "Empty", "UNKNOWN", "unbekannt", "Inconnu", "k.A.", "Keine", "tbd", "T.B.D."],
                Looks::Missing,
            ),
            (&["missing", "geen", "<leeg>", "[null]", "#WAARDE!", "\\N"], Looks::Missing),
            (
                &[
                    "1",
                    "€ 1.234,-",
                    "12,5 %",
                    "(3)",
                    "01-02-2025",
                    "3 maart 2025",
                    "12 EUR",
                    "2025-01-01T10:00:00Z",
                ],
                Looks::Figures,
            ),
            (&["2024", "1999"], Looks::Year),
            (&["Jansen", "A1", "Marge %", "Bakker 3 BV", "Jansen, P.", "mei", "Klant-nr"], Looks::Text),
        ] {
            for cell in cells {
                assert_eq!(looks(cell), expected, "{cell:?}");
            }
        }
    }
}

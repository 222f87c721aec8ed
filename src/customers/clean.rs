//! Cleaning: a cell as it stands in the file becomes what was meant, or nothing.

use crate::table::fold::{fold, trim};
use crate::table::looks::is_missing_word;

/// The text of a cell without what spreadsheets put around it (`="0123"`, `'0123`); `None` when it is missing.
pub(super) fn cell_text(cell: &str) -> Option<&str> {
    let text = unwrap(trim(cell));
    (!text.is_empty() && !is_missing_word(text)).then_some(text)
}

/// As [`cell_text`] for names and ids: words that may be a name (`NA`, `Geen`) stay.
pub(super) fn key_text(cell: &str) -> Option<&str> {
    let text = unwrap(trim(cell));
    if text.is_empty() {
        return None;
    }
    let may_be_a_name = text.len() > 1
        && text.bytes().all(|byte| byte.is_ascii_alphabetic())
        && matches!(
            fold(text).as_str(),
            "na" | "nan" | "nb" | "nil" | "none" | "geen" | "ka" | "keine" | "nd" | "tbd" | "blank" | "empty"
        );
    (may_be_a_name || !is_missing_word(text)).then_some(text)
}

fn unwrap(text: &str) -> &str {
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return trim(inner);
    }
    match text.strip_prefix('\'') {
        Some(rest)
            if rest.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '=')) =>
        {
            trim(rest)
        }
        _ => text,
    }
}

/// Yes or no in words, signs or digits; `None` when it is neither.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    if matches!(text, "✓" | "✔" | "√" | "☑") {
        return Some(true);
    }
    if matches!(text, "✗" | "✘" | "☐") {
        return Some(false);
    }
    match fold(text).as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "wahr" | "oui" | "vrai" | "1" | "x" | "v" | "ok"
        | "akkoord" => Some(true),
        "nee" | "neen" | "n" | "no" | "false" | "onwaar" | "nein" | "non" | "faux" | "falsch" | "0" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cleaned() {
        for (cell, text, key) in [
            (" Jansen BV\u{a0}", Some("Jansen BV"), Some("Jansen BV")),
            ("=\"00123\"", Some("00123"), Some("00123")),
            ("'00123", Some("00123"), Some("00123")),
            ("'t Hoekje", Some("'t Hoekje"), Some("'t Hoekje")),
            ("n.v.t.", None, None),
            ("#N/B", None, None),
            ("onbekend", None, None),
            ("NA", None, Some("NA")),
            ("Geen", None, Some("Geen")),
            ("-", None, None),
            ("  ", None, None),
        ] {
            assert_eq!((cell_text(cell), key_text(cell)), (text, key), "{cell:?}");
        }
        for (text, expected) in [
            ("Ja", Some(true)),
            ("nee", Some(false)),
            ("x", Some(true)),
            ("0", Some(false)),
            ("misschien", None),
        ] {
            assert_eq!(yes_or_no(text), expected, "{text}");
        }
    }
}

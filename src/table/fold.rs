//! Folding: words without capitals, accents, blanks and signs, so that `Débiteur-Nr.` and `debiteurnr` are one.

/// Only the letters and digits of a text, small and without accents.
///
/// Covers the Latin letters of European languages by hand: the full Unicode tables would weigh more than the rest
/// of intake together.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_letter(letter, &mut out);
    }
    out
}

fn fold_letter(letter: char, out: &mut String) {
    if letter.is_ascii_alphanumeric() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    let plain = match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĳ' | 'ĳ' => "ij",
        'Ł' | 'ł' | 'Ĺ'..='ŀ' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'ß' => "ss",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Þ' | 'þ' => "th",
        // Other alphabets stay as they are, so that their words do not all fold to nothing.
        other if other > '\u{24f}' && other.is_alphanumeric() => {
            out.push(other);
            return;
        }
        _ => return,
    };
    out.push_str(plain);
}

/// A cell without the blanks around it, also those that `str::trim` does not know: zero width, byte order mark, NUL.
pub fn trim(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(33..=126), Some(33..=126)) => cell,
        _ => cell.trim_matches(is_blank),
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\0' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{1a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_and_trimming() {
        for (text, folded) in [
            ("Débiteur-Nr.", "debiteurnr"),
            ("Straße & Größe", "strassegrosse"),
            ("Société Générale", "societegenerale"),
            ("ŁÓDŹ ĳs", "lodzijs"),
            ("Клиент 1", "Клиент1"),
            ("€ % -", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        for (cell, trimmed) in
            [(" a b\u{a0}", "a b"), ("\u{feff}x\0", "x"), ("é ", "é"), ("", ""), ("\u{200b}", "")]
        {
            assert_eq!(trim(cell), trimmed, "{cell:?}");
        }
    }
}

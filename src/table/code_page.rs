//! The five single-byte encodings of European office software: what bytes 128–255 stand for, as the web standard has it.

use std::sync::OnceLock;

use encoding_rs::Encoding;

/// One character a byte from 128 on; bytes without a meaning are control characters, as browsers read them.
pub(super) type CodePage = [char; 128];

/// The standard's encodings, with the table of each once it was asked for.
static PAGES: [(&Encoding, OnceLock<CodePage>); 5] = [
    (encoding_rs::WINDOWS_1252, OnceLock::new()),
    (encoding_rs::ISO_8859_15, OnceLock::new()),
    (encoding_rs::WINDOWS_1250, OnceLock::new()),
    (encoding_rs::WINDOWS_1254, OnceLock::new()),
    (encoding_rs::MACINTOSH, OnceLock::new()),
];

/// The table of a single-byte encoding by its name; `None` for other encodings.
pub(super) fn code_page(name: &str) -> Option<&'static CodePage> {
    let (standard, page) = PAGES.iter().find(|(standard, _)| standard.name().eq_ignore_ascii_case(name))?;
    Some(page.get_or_init(|| table(standard)))
}

fn table(standard: &'static Encoding) -> CodePage {
    let mut page = ['\u{fffd}'; 128];
    for (letter, byte) in page.iter_mut().zip(128..=255_u8) {
        let bytes = [byte];
        let (text, _) = standard.decode_without_bom_handling(&bytes);
        *letter = text.chars().next().unwrap_or('\u{fffd}');
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stand_for_what_the_standard_says() {
        for (name, byte, letter) in [
            ("windows-1252", 0x80, '€'),
            ("windows-1252", 0x81, '\u{81}'),
            ("ISO-8859-15", 0xA4, '€'),
            ("windows-1250", 0xB3, 'ł'),
            ("windows-1254", 0xFE, 'ş'),
            ("macintosh", 0x8E, 'é'),
        ] {
            assert_eq!(code_page(name).map(|page| page[byte - 128]), Some(letter), "{name} {byte:x}");
        }
        assert!(code_page("UTF-8").is_none());
    }
}

//! Decode: the text of a format that is text itself, in the encoding that it declares, has a mark for, or looks like.

use encoding_rs::Encoding as Standard;

use crate::table::encoding::{Utf8Survey, decode, detect};

/// The first part of a file as text, good enough to look for words in it.
pub(super) fn decode_head(bytes: &[u8]) -> String {
    let has_zeroes = bytes.iter().take(200).any(|byte| *byte == 0);
    if has_zeroes { decode_all(bytes, None).0 } else { String::from_utf8_lossy(bytes).into_owned() }
}

/// The whole text, its encoding's name, and whether the file declares that encoding itself. What the person chose
/// comes first, then a mark, then the declaration – unless the bytes are UTF-8 all over – and then the letters.
pub(super) fn decode_all(bytes: &[u8], chosen: Option<&str>) -> (String, String, bool) {
    let mut survey = Utf8Survey::default();
    survey.look(bytes);
    let detected = detect(bytes, survey, chosen);
    if chosen.is_none() && detected.skip == 0 && std::str::from_utf8(bytes).is_err() {
        let declared = declared_label(bytes).and_then(|label| Standard::for_label(&label));
        // A declaration of UTF-16 that one can read as bytes is not true; those of East Asia we cannot read
        // (vendor/encoding_rs), and the letters of the alphabet and the figures in them are better than nothing.
        let readable = |declared: &'static Standard| {
            *declared == *encoding_rs::UTF_8 || (declared.is_single_byte() && declared.is_ascii_compatible())
        };
        if let Some(declared) = declared.filter(|declared| readable(declared)) {
            let (text, _) = declared.decode_without_bom_handling(bytes);
            return (text.into_owned(), declared.name().to_owned(), true);
        }
    }
    let (mut text, mut broken, mut at) = (String::new(), Vec::new(), detected.skip);
    while at < bytes.len() {
        at = decode(detected.encoding, bytes, at, usize::MAX, &mut text, &mut broken);
    }
    (text, detected.encoding.name().to_owned(), false)
}

/// What follows `encoding=` or `charset=` near the start.
fn declared_label(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = bytes.get(..2048).unwrap_or(bytes).to_ascii_lowercase();
    let after = [&b"encoding="[..], b"charset="].iter().find_map(|word| {
        head.windows(word.len()).position(|at| at == *word).map(|place| place + word.len())
    })?;
    let label: Vec<u8> = head[after..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &str, declared: bool) {
        assert_eq!(decode_all(bytes, None), (text.to_owned(), encoding.to_owned(), declared));
    }

    #[test]
    fn declarations_count_when_they_are_true() {
        check(
            b"<?xml encoding='ISO-8859-1'?>Caf\xe9",
            "<?xml encoding='ISO-8859-1'?>Café",
            "windows-1252",
            true,
        );
        check(
            "<meta charset=windows-1252>Café".as_bytes(),
            "<meta charset=windows-1252>Café",
            "UTF-8",
            false,
        );
        check(
            b"<meta charset=\"windows-1250\">\xb3",
            "<meta charset=\"windows-1250\">ł",
            "windows-1250",
            true,
        );
        let chinese = decode_all(b"<meta charset=big5><td>\xa4\xa4<td>1250", None);
        assert!(chinese.0.ends_with("<td>1250") && !chinese.2, "{chinese:?}");
        check(b"<\0a\0>\0", "<a>", "UTF-16LE", false);
        check(b"<?xml encoding='UTF-16'?>\xe9", "<?xml encoding='UTF-16'?>é", "windows-1252", false);
    }
}

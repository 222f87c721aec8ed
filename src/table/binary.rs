//! Binary: tells files that are no text table by their first bytes, so that they can be named instead of misread.

const STARTS: [(&[u8], &str); 22] = [
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM\x00\x00", "bmp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3", "sqlite"),
    (b"PAR1", "parquet"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"\x00asm", "program"),
    (b"RIFF", "riff"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"{\\rtf", "rtf"),
    (b"\x00\x00\x01\x00", "ico"),
];

/// Text that is no table of lines, by how it begins (after blanks, in small letters).
const MARKUP: [(&str, &str); 9] = [
    ("<?xml", "xml"),
    ("<!doctype", "html"),
    ("<html", "html"),
    ("<table", "html"),
    ("<style", "html"),
    ("<meta", "html"),
    ("{\"", "json"),
    ("[{", "json"),
    ("<auditfile", "xml"),
];

/// The kind of a file that is no text table; `None` when it may be one.
pub(super) fn kind_of_bytes(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(kind_of_zip(bytes));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("video");
    }
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// The kind of decoded text that is no table of lines.
pub(super) fn kind_of_text(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(12).collect::<String>().to_ascii_lowercase();
    let dense: String = start.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    MARKUP.iter().find(|(known, _)| dense.starts_with(known)).map(|(_, kind)| *kind)
}

/// Whether so many bytes are control characters that this cannot be text.
pub(super) fn is_noise(bytes: &[u8]) -> bool {
    let sample = bytes.get(..65_536).unwrap_or(bytes);
    let noise = sample.iter().filter(|byte| matches!(byte, 0 | 2..=6 | 8 | 14..=25 | 127)).count();
    noise * 50 > sample.len()
}

/// Office files are zips; the names of their parts tell which.
fn kind_of_zip(bytes: &[u8]) -> &'static str {
    let head = bytes.get(..8192).unwrap_or(bytes);
    let tail = bytes.get(bytes.len().saturating_sub(65_536)..).unwrap_or(&[]);
    let holds = |name: &[u8]| [head, tail].iter().any(|part| part.windows(name.len()).any(|at| at == name));
    if holds(b"xl/workbook.bin") {
        "xlsb"
    } else if holds(b"xl/") {
        "xlsx"
    } else if holds(b"opendocument.spreadsheet") {
        "ods"
    } else if holds(b"word/") {
        "docx"
    } else if holds(b"ppt/") {
        "pptx"
    } else {
        "zip"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], kind: Option<&str>) {
        let text = String::from_utf8_lossy(bytes);
        let found = kind_of_bytes(bytes).or_else(|| kind_of_text(&text));
        let found = found.or_else(|| is_noise(bytes).then_some("noise"));
        assert_eq!(found, kind, "{text:?}");
    }

    #[test]
    fn files_that_are_no_table_are_named() {
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Some("pdf")),
            (b"\x89PNG\r\n\x1a\n", Some("png")),
            (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", Some("xlsx")),
            (b"PK\x03\x04....klanten.csv", Some("zip")),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Some("ods")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some("xls")),
            (b"  <?XML version='1.0'?>", Some("xml")),
            (b"[ { \"a\": 1 } ]", Some("json")),
            (&noise, Some("noise")),
            (b"Klant;Omzet\nJansen;100\n", None),
            (b"Klant\x01Omzet\x1eJansen", None),
            (b"BMW;100\nMZ BV;5", None),
        ] {
            check(bytes, kind);
        }
    }
}

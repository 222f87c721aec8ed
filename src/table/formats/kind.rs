//! Kind: which format a file has, told by its bytes and never by its name, since many an ".xls" is a web page.

use serde::{Deserialize, Serialize};

use super::decode::decode_head;
use crate::table::binary::kind_of_bytes;

/// The formats that are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Cells parted by a character, or one column.
    #[default]
    Text,
    /// Excel 2007 and later, with macros too.
    Xlsx,
    /// Excel's binary workbook.
    Xlsb,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument, as LibreOffice writes it.
    Ods,
    /// A table in HTML: from the clipboard, or an export that calls itself Excel.
    WebPage,
    /// Excel's XML of 2003.
    SpreadsheetXml,
    /// Auditfile Financieel (XAF), the export of Dutch bookkeeping.
    AuditFile,
}

impl FileKind {
    /// The stable name in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::WebPage => "html",
            Self::SpreadsheetXml => "spreadsheet_xml",
            Self::AuditFile => "xaf",
        }
    }
}

/// A file that needs opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    Zip,
    Format(FileKind),
}

/// The kind of a file; `None` for plain text and for what is not read at all.
pub(super) fn kind_of(bytes: &[u8]) -> Option<Kind> {
    match kind_of_bytes(bytes) {
        Some("gzip") => Some(Kind::Gzip),
        Some("zip") => Some(Kind::Zip),
        Some("xlsx") => Some(Kind::Format(FileKind::Xlsx)),
        Some("xlsb") => Some(Kind::Format(FileKind::Xlsb)),
        Some("xls") => Some(Kind::Format(FileKind::Xls)),
        Some("ods") => Some(Kind::Format(FileKind::Ods)),
        Some(_) => None,
        None => markup_of(bytes).map(Kind::Format),
    }
}

/// How much of a file is looked at to tell markup from text that begins with `<`.
const HEAD: usize = 64 << 10;

/// The format of text that is markup around a table.
fn markup_of(bytes: &[u8]) -> Option<FileKind> {
    let first = bytes
        .iter()
        .find(|byte| !matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF));
    if first != Some(&b'<') {
        return None;
    }
    let head = decode_head(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let has = |word: &str| head.contains(word);
    if root_is(&head, "auditfile") {
        Some(FileKind::AuditFile)
    } else if has("urn:schemas-microsoft-com:office:spreadsheet") && has("workbook") && !has("<html") {
        Some(FileKind::SpreadsheetXml)
    } else if has("<table") || (has("<html") && bytes.len() > HEAD) {
        Some(FileKind::WebPage)
    } else {
        None
    }
}

/// Whether the first element, past declaration and comments, has this name (with any prefix).
fn root_is(head: &str, name: &str) -> bool {
    let mut rest = head;
    while let Some(place) = rest.find('<') {
        rest = &rest[place + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        if rest.starts_with(['?', '!']) {
            continue;
        }
        let tag = rest.split(|letter: char| letter.is_whitespace() || letter == '>' || letter == '/').next();
        return tag.is_some_and(|tag| tag.rsplit(':').next() == Some(name));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], kind: Option<Kind>) {
        assert_eq!(kind_of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn formats_are_told_by_their_bytes() {
        let format = |kind| Some(Kind::Format(kind));
        check(b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", format(FileKind::Xlsx));
        check(b"PK\x03\x04....klanten.csv", Some(Kind::Zip));
        check(b"\x1f\x8b\x08....", Some(Kind::Gzip));
        check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", format(FileKind::Xls));
        check(b"\xef\xbb\xbf <html><body><table><tr>", format(FileKind::WebPage));
        check(b"<TABLE border=1><tr>", format(FileKind::WebPage));
        check(b"<\0t\0a\0b\0l\0e\0>\0", format(FileKind::WebPage));
        check(b"<?xml version='1.0'?><!-- x --><auditfile xmlns='a'>", format(FileKind::AuditFile));
        check(b"<?xml version='1.0'?><x:Auditfile xmlns:x='a'>", format(FileKind::AuditFile));
        check(
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            format(FileKind::SpreadsheetXml),
        );
        for text in
            [&b"Klant;Omzet\n"[..], b"<naam>;<omzet>\n", b"<html><body>klanten</body>", b"%PDF-1.7", b""]
        {
            check(text, None);
        }
    }
}

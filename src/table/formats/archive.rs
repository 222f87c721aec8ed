//! Archive: a `.zip` or `.gz` with lists in it, one level deep, with caps on what comes out.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::kind::{Kind, kind_of};
use super::{Content, Part, open_format};
use crate::table::binary::kind_of_bytes;
use crate::table::{ReadError, ReadOptions};

/// An archive with more entries is not a list in a wrapper.
pub(super) const MOST_ENTRIES: usize = 10_000;
/// What comes out may not be larger than this in all: a browser could not hold it.
pub(super) const LARGEST_IN_ALL: u64 = (2 << 30) - (1 << 20);
/// No more lists than this are taken out of one archive.
const MOST_LISTS: usize = 12;

/// Unpacks an archive and opens what is in it.
///
/// # Errors
/// [`ReadError::TooLarge`] beyond the caps, [`ReadError::Damaged`] when it cannot be unpacked, [`ReadError::Locked`] with
/// a password, [`ReadError::Binary`] when no list is in it.
pub(super) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Part>, ReadError> {
    if bytes.starts_with(b"\x1f\x8b") {
        let inside = unpack(MultiGzDecoder::new(bytes), LARGEST_IN_ALL, "gzip")?;
        return open_inside(&inside, "", "gzip", options);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("zip"))?;
    if archive.len() > MOST_ENTRIES {
        return Err(ReadError::TooLarge);
    }
    let (mut parts, mut failure, mut room, mut lists) = (Vec::new(), None, LARGEST_IN_ALL, 0);
    for place in 0..archive.len() {
        if archive.by_index_data(place).is_ok_and(|entry| entry.encrypted()) {
            failure = Some(ReadError::Locked);
            continue;
        }
        let Ok(entry) = archive.by_index(place) else {
            failure = Some(damaged("zip"));
            continue;
        };
        let name = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        if !entry.is_file() || !may_be_list(&name) {
            continue;
        }
        if lists == MOST_LISTS {
            break;
        }
        let inside = match unpack(entry, room, "zip") {
            Ok(inside) => inside,
            Err(ReadError::TooLarge) => return Err(ReadError::TooLarge),
            Err(error) => {
                failure = Some(error);
                continue;
            }
        };
        room -= inside.len() as u64;
        match open_inside(&inside, &name, "zip", options) {
            Ok(found) => {
                lists += 1;
                parts.extend(found);
            }
            Err(error) => failure = Some(error),
        }
    }
    if parts.is_empty() {
        return Err(failure.unwrap_or_else(|| ReadError::Binary { kind: "zip".to_owned() }));
    }
    Ok(parts)
}

fn damaged(kind: &str) -> ReadError {
    ReadError::Damaged { kind: kind.to_owned() }
}

/// All bytes, at most `room`.
fn unpack(packed: impl Read, room: u64, kind: &str) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    packed.take(room.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| damaged(kind))?;
    if bytes.len() as u64 > room { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Whether a name in an archive may be a list: no folder, nothing that systems add, no picture.
fn may_be_list(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    let known = [
        "csv", "tsv", "tab", "txt", "asc", "dat", "xlsx", "xlsm", "xlsb", "xls", "ods", "html", "htm", "xml",
        "xaf",
    ];
    !path.starts_with("__MACOSX/")
        && !name.starts_with('.')
        && (end.is_empty() || known.contains(&end.as_str()))
}

/// What is inside: anything but another archive.
fn open_inside(bytes: &[u8], name: &str, outer: &str, options: &ReadOptions) -> Result<Vec<Part>, ReadError> {
    let mut parts = match kind_of(bytes) {
        Some(Kind::Format(format)) => open_format(bytes, format, options)?,
        Some(Kind::Gzip | Kind::Zip) => return Err(ReadError::Binary { kind: outer.to_owned() }),
        None => match kind_of_bytes(bytes) {
            Some(kind) => return Err(ReadError::Binary { kind: kind.to_owned() }),
            None => vec![Part { name: String::new(), content: Content::Text(bytes.to_vec()) }],
        },
    };
    for part in &mut parts {
        if let (Content::Cells(cells), false) = (&mut part.content, name.is_empty()) {
            cells.origin.inside = Some(name.to_owned());
        }
        part.name = match (name.is_empty(), part.name.is_empty()) {
            (false, true) => name.to_owned(),
            (false, false) => format!("{name}: {}", part.name),
            (true, _) => std::mem::take(&mut part.name),
        };
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_comes_out_than_fits() {
        let endless = std::io::repeat(0);
        assert_eq!(unpack(endless, 1000, "gzip"), Err(ReadError::TooLarge));
        assert_eq!(unpack(&b"klant"[..], 5, "gzip"), Ok(b"klant".to_vec()));
    }

    #[test]
    fn only_lists_are_taken_out() {
        for (path, expected) in [
            ("klanten.csv", true),
            ("map/Klanten.XLSX", true),
            ("klanten", true),
            ("foto.png", false),
            ("__MACOSX/._klanten.csv", false),
            ("map/.klanten.csv", false),
        ] {
            assert_eq!(may_be_list(path), expected, "{path}");
        }
    }
}

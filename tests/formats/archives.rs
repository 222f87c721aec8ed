//! Archives: a list in a zip or gz, web pages and tab text that call themselves Excel.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use kernklant::table::{FileKind, ReadError, ReadOptions, read_all};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{customers, fixture, refused, shown};

const LIST: &str = "Klant;Omzet\nJansen;1.250,50\nPiet;99,95\n";

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        out.start_file(*name, options).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn check(bytes: &[u8]) {
    let (_, lines, problems) = shown(bytes, &ReadOptions::default());
    assert_eq!(lines, ["Klant;Omzet", "2: Jansen;1.250,50", "3: Piet;99,95"]);
    assert_eq!(problems, [] as [&str; 0]);
}

#[test]
fn one_list_in_a_wrapper() {
    check(&gz(LIST.as_bytes()));
    check(&zip(&[("klanten.csv", LIST.as_bytes())]));
    check(&zip(&[
        ("leesmij.pdf", b"%PDF-1.7"),
        ("__MACOSX/._klanten.csv", b"x"),
        ("map/klanten.csv", LIST.as_bytes()),
    ]));
    let (table, lines, _) = shown(&zip(&[("klanten.ods", &fixture("klanten.ods"))]), &ReadOptions::default());
    assert_eq!((lines.len(), table.dialect().origin.inside.as_deref()), (6, Some("klanten.ods")));
}

#[test]
fn several_lists_in_a_wrapper() {
    let orders = "Klant;Orderdatum;Bedrag\nJansen;2025-01-05;5\n";
    let bytes =
        zip(&[("klanten.csv", LIST.as_bytes()), ("orders.csv", orders.as_bytes()), ("leeg.csv", b"")]);
    let tables = read_all(&bytes, &ReadOptions::default()).unwrap();
    let found: Vec<(&str, usize)> =
        tables.iter().map(|found| (found.name.as_str(), found.table.len())).collect();
    assert_eq!(found, [("klanten.csv", 2), ("orders.csv", 1)]);
}

#[test]
fn wrappers_without_a_list_are_named() {
    let kind = |kind: &str| ReadError::Binary { kind: kind.to_owned() };
    refused(&zip(&[("foto.png", b"\x89PNG")]), kind("zip"));
    refused(&zip(&[("binnen.csv", &zip(&[("klanten.csv", LIST.as_bytes())]))]), kind("zip"));
    refused(&gz(&gz(LIST.as_bytes())), kind("gzip"));
    refused(&gz(LIST.as_bytes())[..20], ReadError::Damaged { kind: "gzip".to_owned() });
    refused(&zip(&[("klanten.csv", LIST.as_bytes())])[..60], ReadError::Damaged { kind: "zip".to_owned() });
}

#[test]
fn excel_that_is_something_else() {
    let page = "<html><meta charset=\"windows-1252\"><table><tr><th>Klant<th>Omzet<tr><td>Jansen<td>1.250,50<tr><td>Piet<td>99,95</table>";
    check(page.as_bytes());
    let (table, _, _) = shown(page.as_bytes(), &ReadOptions::default());
    assert_eq!(table.dialect().origin.kind, FileKind::WebPage);
    check("\u{feff}Klant\tOmzet\nJansen\t1.250,50\nPiet\t99,95\n".as_bytes());
    let wide: Vec<u8> = "\u{feff}Klant\tOmzet\r\nJansen\t1.250,50\r\nPiet\t99,95\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    check(&wide);
    assert_eq!(customers(&wide).report.checksums[0].in_analysis.to_string(), "1350.45");
}

//! Workbooks: what a cell holds arrives as it was meant, whatever the kind of workbook.

use kernklant::customers::Field;
use kernklant::table::{FileKind, ReadError, ReadOptions, SheetEvidence};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{customers, fixture, refused, shown};

fn workbook(fill: impl Fn(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn sheet(fill: impl Fn(&mut Worksheet)) -> Vec<u8> {
    workbook(|book| fill(book.add_worksheet()))
}

fn check(bytes: &[u8], expected: &[&str], problems: &[&str]) {
    let (_, lines, found) = shown(bytes, &ReadOptions::default());
    assert_eq!(lines, expected);
    assert_eq!(found, problems);
}

#[test]
fn cells_arrive_as_they_were_meant() {
    let bytes = sheet(|sheet| {
        let day = Format::new().set_num_format("dd-mm-yyyy");
        let share = Format::new().set_num_format("0.0%");
        let code = Format::new().set_num_format("00000");
        let headers = ["Klantnr", "Naam", "Omzet", "Marge %", "Laatste order", "Actief", "Code"];
        for (column, name) in (0..).zip(headers) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(1, 0, "00123").unwrap();
        sheet.write(1, 1, "Jansen; \"de\" slager, \u{1f}BV").unwrap();
        sheet.write(1, 2, 1250.5).unwrap();
        sheet.write_with_format(1, 3, 0.125, &share).unwrap();
        sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(2025, 3, 1).unwrap(), &day).unwrap();
        sheet.write(1, 5, true).unwrap();
        sheet.write_with_format(1, 6, 42, &code).unwrap();
        sheet.write(2, 0, 8).unwrap();
        sheet.write(2, 1, "twee\nregels").unwrap();
        sheet.write(2, 2, 0.1 + 0.2).unwrap();
        sheet.write(2, 4, "13-2-2025").unwrap();
        sheet.write(4, 0, "9").unwrap();
        sheet.write(4, 2, 1.234).unwrap();
    });
    check(
        &bytes,
        &[
            "Klantnr;Naam;Omzet;Marge %;Laatste order;Actief;Code",
            "2: 00123;Jansen; \"de\" slager,  BV;1250.5;12.5%;2025-03-01;TRUE;00042",
            "3: 8;twee\nregels;0.3;;13-2-2025",
            "5: 9;;1.2340",
        ],
        &[],
    );
    let intake = customers(&bytes);
    let list = &intake.customers;
    assert_eq!(intake.report.problems, []);
    assert_eq!(list.text(Field::Id, 1), Some("8"));
    assert_eq!(list.money(Field::Revenue, 2).unwrap().to_string().trim_end_matches('0'), "1.234");
    assert_eq!(list.number(Field::MarginRate, 0), Some(0.125));
    assert_eq!(list.date(Field::LastOrder, 1).unwrap().to_string(), "2025-02-13");
}

#[test]
fn three_formats_of_one_list_read_alike() {
    for (name, kind, told) in [
        ("klanten.xls", FileKind::Xls, 0),
        ("klanten.ods", FileKind::Ods, 1),
        ("klanten.xlsb", FileKind::Xlsb, 0),
    ] {
        let bytes = fixture(name);
        let (table, lines, problems) = shown(&bytes, &ReadOptions::default());
        let error = if kind == FileKind::Ods { "#N/B" } else { "#N/A" };
        let fout = format!("7: 0020;Fout BV;{error};2023-01-02;3");
        let expected = [
            "Klantnummer;Klant;Omzet;Laatste order;Orders",
            "4: 0017;Bakkerij Jansen;1250.5;2025-03-01;8",
            "5: 0018;Café Zoë & Co;2500;2024-12-31;12",
            "6: 0019;Verborgen BV;99.95;2025-06-30;1",
            fout.as_str(),
            "8: 0021;De Vries;-75.25;;2",
        ];
        assert_eq!(lines, expected, "{name}");
        assert_eq!(problems.len(), told, "{name}: {problems:?}");
        let dialect = table.dialect();
        assert_eq!(
            (dialect.origin.kind, dialect.header_row, dialect.delimiter),
            (kind, Some(3), None),
            "{name}"
        );
        let intake = customers(&bytes);
        assert_eq!(intake.report.customers, 5, "{name}");
        assert_eq!(intake.report.problems.len(), told, "{name}: {:?}", intake.report.problems);
        assert_eq!(
            intake.report.checksum(Field::Revenue).unwrap().in_analysis.to_string(),
            "3775.20",
            "{name}"
        );
    }
}

#[test]
fn the_sheet_with_customers_is_proposed_and_another_can_be_chosen() {
    let bytes = workbook(|book| {
        book.add_worksheet()
            .set_name("Toelichting")
            .unwrap()
            .write(0, 0, "Gemaakt door de boekhouding")
            .unwrap();
        for (name, rows) in [("Klanten", 3), ("Archief", 9)] {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap().set_hidden(name == "Archief");
            sheet.write_row(0, 0, ["Klant", "Omzet", "Plaats"]).unwrap();
            for row in 1..=rows {
                sheet.write_row(row, 0, [format!("{name} {row}").as_str(), "5", "Ede"]).unwrap();
            }
        }
    });
    let (table, lines, _) = shown(&bytes, &ReadOptions::default());
    let origin = &table.dialect().origin;
    assert_eq!((origin.sheet, lines.len()), (Some(1), 4));
    let names: Vec<(&str, bool)> =
        origin.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(names, [("Toelichting", false), ("Klanten", false), ("Archief", true)]);
    assert_eq!(origin.sheets[1].rows, 4);
    let options = ReadOptions { sheet: Some("Archief".to_owned()), ..ReadOptions::default() };
    let (table, lines, _) = shown(&bytes, &options);
    assert_eq!(table.dialect().origin.sheets[2].evidence, Some(SheetEvidence::Chosen));
    assert_eq!((lines.len(), lines[1].as_str()), (10, "2: Archief 1;5;Ede"));
}

#[test]
fn merged_cells_say_it_of_every_row() {
    let plain = Format::new();
    let bytes = sheet(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "Orders per klant", &plain).unwrap();
        sheet.write_row(2, 0, ["Klant", "Order", "Orderdatum", "Bedrag"]).unwrap();
        sheet.merge_range(3, 0, 4, 0, "Jansen", &plain).unwrap();
        sheet.write_row(3, 1, ["1", "2025-01-05"]).unwrap();
        sheet.write(3, 3, 100).unwrap();
        sheet.write_row(4, 1, ["2", "2025-02-05"]).unwrap();
        sheet.write(4, 3, 50).unwrap();
        sheet.write_row(5, 0, ["Piet", "3", "2025-03-05"]).unwrap();
        sheet.write(5, 3, 25).unwrap();
    });
    check(
        &bytes,
        &[
            "Klant;Order;Orderdatum;Bedrag",
            "4: Jansen;1;2025-01-05;100",
            "5: Jansen;2;2025-02-05;50",
            "6: Piet;3;2025-03-05;25",
        ],
        &[],
    );
    assert_eq!(customers(&bytes).report.customers, 2);
}

#[test]
fn hidden_rows_are_told_and_read() {
    let bytes = sheet(|sheet| {
        sheet.write_row(0, 0, ["Klant", "Omzet"]).unwrap();
        for row in 1..6 {
            sheet.write(row, 0, format!("Klant {row}")).unwrap();
            sheet.write(row, 1, row).unwrap();
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(3).unwrap();
    });
    let (_, lines, problems) = shown(&bytes, &ReadOptions::default());
    assert_eq!((lines.len(), problems), (6, vec!["0 hidden_rows 2".to_owned()]));
}

#[test]
fn far_away_cells_cost_nothing() {
    let bytes = sheet(|sheet| {
        sheet.write_row(0, 0, ["Klant", "Omzet"]).unwrap();
        sheet.write_row(1, 0, ["Jansen", "5"]).unwrap();
        sheet.write(1_048_575, 16_383, "hier").unwrap();
    });
    let (table, lines, _) = shown(&bytes, &ReadOptions::default());
    assert_eq!((table.len(), lines[1].as_str()), (2, "2: Jansen;5"));
    assert_eq!(table.row_number(1), 1_048_576);
}

#[test]
fn what_cannot_be_read_is_named() {
    refused(&sheet(|_| {}), ReadError::Empty);
    let whole = sheet(|sheet| {
        sheet.write_row(0, 0, ["Klant", "Omzet"]).unwrap();
    });
    refused(&whole, ReadError::HeaderOnly);
    let damaged = ReadError::Damaged { kind: "xlsx".to_owned() };
    refused(&whole[..whole.len() / 2], damaged);
    let mut locked = fixture("klanten.xls");
    locked.truncate(600);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(&locked, ReadError::Locked);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", ReadError::Damaged { kind: "xls".to_owned() });
}

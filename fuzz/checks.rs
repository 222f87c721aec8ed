//! What must hold for any bytes whatsoever: shared by the fuzz targets and by the short run of `tests/fuzz.rs`.

#![allow(dead_code, reason = "each fuzz target uses one of them")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a check may fail")]

use jiff::civil::{Date, date as day};
use kernklant::customers::{Customers, Days, Field, Intake, ListKind, MappingChoice, intake};
use kernklant::table::fold::trim;
use kernklant::table::looks::is_missing_word;
use kernklant::table::{FileKind, HeaderChoice, ReadOptions, ReadStep, Reader, Table, read, write_csv};
use rust_decimal::Decimal;

/// Panics when something does not hold for these bytes.
pub type Check = fn(&[u8]);

/// Every target with its check.
pub const TARGETS: &[(&str, Check)] = &[
    ("sniff", sniff),
    ("csv", csv),
    ("number", number),
    ("date", date),
    ("xlsx", xlsx),
    ("xaf", xaf),
    ("html", html),
];

/// Larger inputs only cost time: what goes wrong with them goes wrong with smaller ones.
const LARGEST: usize = 64 << 10;
const TODAY: Days = Days { today: day(2026, 1, 31), reference: None };

/// Detection: whatever was detected, choosing exactly that changes nothing.
pub fn sniff(bytes: &[u8]) {
    let Some(bytes) = bytes.get(..bytes.len().min(LARGEST)) else { return };
    let Ok((table, _)) = read(bytes, &ReadOptions::default()) else { return };
    let dialect = table.dialect();
    if dialect.origin.kind != FileKind::Text {
        return;
    }
    assert!(dialect.delimiter.is_none_or(|letter| !letter.is_alphanumeric()), "{dialect:?}");
    if dialect.delimiter.is_none() {
        return;
    }
    let chosen = ReadOptions {
        encoding: Some(dialect.encoding.clone()),
        delimiter: dialect.delimiter,
        quote: Some(dialect.quote),
        header: match (dialect.header_first, dialect.header_row) {
            (Some(first), Some(last)) if first < last => HeaderChoice::Rows(first, last),
            (_, row) => row.map_or(HeaderChoice::NoHeader, HeaderChoice::Row),
        },
        sheet: None,
    };
    let (again, _) = read(bytes, &chosen).expect("what could be read can be read again");
    assert_eq!((table.names(), rows(&table)), (again.names(), rows(&again)), "{dialect:?}");
}

/// Reading: in pieces and at once give the same, every row is accounted for, and another reader reads what we write.
/// The first three bytes choose options and the size of the pieces.
pub fn csv(bytes: &[u8]) {
    let Some(([first, second, third], file)) = bytes.split_first_chunk::<3>() else { return };
    let file = &file[..file.len().min(LARGEST)];
    let options = ReadOptions {
        encoding: None,
        delimiter: [None, None, Some(';'), Some(','), Some('\t'), Some('é'), Some('|'), Some(' ')]
            [usize::from(first % 8)],
        quote: [None, None, Some('\''), Some('"')][usize::from(first / 8 % 4)],
        header: match second % 8 {
            0 => HeaderChoice::NoHeader,
            row @ 1..=3 => HeaderChoice::Row(u32::from(row)),
            _ => HeaderChoice::Detect,
        },
        sheet: None,
    };
    let whole = read(file, &options);
    let mut reader = Reader::new(options);
    file.chunks(1 + 7 * usize::from(*third)).for_each(|piece| reader.feed(piece));
    reader.finish();
    while reader.step(1 + 16 * usize::from(*third)) != ReadStep::Done {}
    let (table, problems) = match (whole, reader.into_result()) {
        (Ok((table, problems)), Ok((pieced, found))) => {
            assert_eq!((rows(&table), &problems), (rows(&pieced), &found), "in pieces");
            (table, problems)
        }
        (whole, pieced) => {
            assert_eq!(whole.err(), pieced.err(), "in pieces");
            return;
        }
    };
    read_elsewhere(&table);
    if let Ok(intake) = intake(&table, problems, &MappingChoice::default(), TODAY) {
        accounted_for(&intake, table.len());
    }
}

/// Workbooks of any kind, also in an archive.
pub fn xlsx(bytes: &[u8]) {
    other_formats(bytes);
}

/// Audit files and other XML.
pub fn xaf(bytes: &[u8]) {
    other_formats(bytes);
}

/// Web pages and what the clipboard holds.
pub fn html(bytes: &[u8]) {
    other_formats(bytes);
}

/// Whatever the bytes say they are: a refusal in words or a table, each of its sheets too, every row accounted for.
fn other_formats(bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(4 * LARGEST)];
    let Ok((table, problems)) = read(bytes, &ReadOptions::default()) else { return };
    read_elsewhere(&table);
    for sheet in table.dialect().origin.sheets.iter().take(4) {
        let options = ReadOptions { sheet: Some(sheet.name.clone()), ..ReadOptions::default() };
        // A sheet may be empty; it may not bring anything down.
        drop(read(bytes, &options));
    }
    if let Ok(intake) = intake(&table, problems, &MappingChoice::default(), TODAY) {
        accounted_for(&intake, table.len());
    }
}

/// Numbers: a column of them, one a line. What cannot be read is told, and what is read is read the same again.
pub fn number(bytes: &[u8]) {
    let cells = lines(bytes);
    let found = column(&cells, "Omzet", Field::Revenue, &MappingChoice::default());
    let values: Vec<Option<Decimal>> =
        told(&found, &cells, |customers, i| customers.money(Field::Revenue, i));
    let written: Vec<String> = values
        .iter()
        .map(|value| value.map_or(String::new(), |value| value.to_string().replace('.', ",")))
        .collect();
    let mut choice = MappingChoice::default();
    choice.decimals.insert("Omzet".to_owned(), ',');
    let again = column(&written, "Omzet", Field::Revenue, &choice);
    for (i, value) in values.iter().enumerate() {
        let Some(at) = (0..again.customers.len()).find(|at| again.customers.row(*at) as usize == i + 2)
        else {
            panic!("row {} is gone: {:?}", i + 2, again.report.left_out);
        };
        assert_eq!(again.customers.money(Field::Revenue, at), *value, "{:?} as {:?}", cells[i], written[i]);
    }
}

/// Dates: as numbers.
pub fn date(bytes: &[u8]) {
    let cells = lines(bytes);
    let found = column(&cells, "Laatste order", Field::LastOrder, &MappingChoice::default());
    let days: Vec<Option<Date>> = told(&found, &cells, |customers, i| customers.date(Field::LastOrder, i));
    let iso: Vec<String> = days.iter().map(|day| day.map_or(String::new(), |day| day.to_string())).collect();
    let dutch: Vec<String> = days
        .iter()
        .map(|day| day.map_or(String::new(), |day| day.strftime("%d-%m-%Y").to_string()))
        .collect();
    let choice = MappingChoice { day_first: Some(true), ..MappingChoice::default() };
    for written in [iso, dutch] {
        let again = column(&written, "Laatste order", Field::LastOrder, &choice);
        for (i, day) in days.iter().enumerate() {
            assert_eq!(again.customers.date(Field::LastOrder, i), *day, "{:?} as {:?}", cells[i], written[i]);
        }
    }
}

/// The lines of a text, without what would end a quoted cell or be taken for noise.
fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4 << 10)]);
    text.lines()
        .take(64)
        .map(|line| line.replace(|letter: char| letter == '"' || letter.is_control(), ""))
        .collect()
}

/// A list of customers with these cells in a column of that name.
fn column(cells: &[String], name: &str, field: Field, choice: &MappingChoice) -> Intake {
    let records = cells.iter().enumerate().map(|(i, cell)| format!("K{i};\"{cell}\"\n"));
    let text = format!("Klant;{name}\n{}Laatste;\n", records.collect::<String>());
    let options = ReadOptions {
        encoding: Some("UTF-8".to_owned()),
        delimiter: Some(';'),
        quote: Some('"'),
        header: HeaderChoice::Row(1),
        sheet: None,
    };
    let (table, problems) = read(text.as_bytes(), &options).expect("a header and a row");
    let mut choice = MappingChoice { kind: Some(ListKind::Customers), ..choice.clone() };
    choice.columns.insert(field, Some(name.to_owned()));
    choice.columns.insert(Field::Name, Some("Klant".to_owned()));
    let found = intake(&table, problems, &choice, TODAY).expect("a customer column");
    accounted_for(&found, cells.len() + 1);
    found
}

/// The values of the cells; one that is missing is empty, says so, or is among the problems.
fn told<T>(found: &Intake, cells: &[String], get: impl Fn(&Customers, usize) -> Option<T>) -> Vec<Option<T>> {
    let mut values = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        let row = i as u32 + 2;
        let value = (0..found.customers.len())
            .find(|at| found.customers.row(*at) == row)
            .and_then(|at| get(&found.customers, at));
        let is_said = found.report.problems.iter().any(|problem| problem.row == row);
        // An apostrophe in front is how spreadsheets mark text.
        let text = trim(trim(cell).trim_start_matches('\''));
        assert!(
            value.is_some() || is_said || text.is_empty() || is_missing_word(text) || is_no_day(text),
            "{cell:?} disappeared in silence"
        );
        values.push(value);
    }
    values
}

/// What databases write where there is no day: `0000-00-00`.
fn is_no_day(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0' | b'-' | b'/' | b' ' | b':' | b'.' | b'T'))
}

fn accounted_for(intake: &Intake, rows: usize) {
    let report = &intake.report;
    assert_eq!(report.rows, rows);
    assert_eq!(report.rows, report.customers + report.merged + report.rejected.len() + report.left_out.len());
    assert_eq!(report.customers, intake.customers.len());
    for sum in &report.checksums {
        assert_eq!(sum.in_file, sum.in_analysis + sum.rejected + sum.left_out, "{:?}", sum.field);
    }
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    (0..table.len()).map(|row| table.cells(row).map(str::to_owned).collect()).collect()
}

/// What we write, the `csv` crate reads cell for cell.
fn read_elsewhere(table: &Table) {
    let written = write_csv(table);
    let mut other =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(written.as_bytes());
    let mut theirs = other.records().map(|record| record.expect("plain CSV"));
    if !table.header().is_empty() {
        let header: Vec<String> = theirs.next().expect("a header").iter().map(str::to_owned).collect();
        assert_eq!(header[..table.header().len()], *table.header());
    }
    for row in rows(table) {
        let record = theirs.next().expect("as many records");
        let cells: Vec<&str> = record.iter().collect();
        assert_eq!(cells[..row.len()], row, "of {record:?}");
        assert!(cells[row.len()..].iter().all(|cell| cell.is_empty()));
    }
    assert!(theirs.next().is_none(), "more records than rows");
}

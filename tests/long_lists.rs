//! Long lists: read in pieces while they come in, they give the same customers and the same report as read at once.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

use std::fmt::Write as _;
use std::rc::Rc;

use jiff::civil::date;
use kernklant::customers::{Days, Field, Intake, IntakeBuilder, IntakeStep, MappingChoice, intake};
use kernklant::table::{Problem, ReadOptions, ReadStep, Reader, Source, read};

/// Longer than what is read as a whole.
const BYTES: usize = 9 << 20;
const PIECE: u64 = 1 << 20;

/// A list with this header; `row` writes every next row, `last` ends it.
fn list(header: &str, row: impl Fn(&mut String, u32), last: &str) -> Vec<u8> {
    let mut text = format!("{header}\n");
    let mut number = 0;
    while text.len() < BYTES {
        row(&mut text, number);
        text.push('\n');
        number += 1;
    }
    text.push_str(last);
    text.into_bytes()
}

fn at_once(bytes: &[u8], days: Days) -> Intake {
    let (table, problems) = read(bytes, &ReadOptions::default()).unwrap();
    intake(&table, problems, &MappingChoice::default(), days).unwrap()
}

fn in_pieces(bytes: &[u8], days: Days) -> Intake {
    let source: Rc<dyn Source> = Rc::new(bytes.to_vec());
    let mut reader = Reader::of_source(ReadOptions::default(), Rc::clone(&source));
    let mut builder: Option<IntakeBuilder> = None;
    let mut problems: Vec<Problem> = Vec::new();
    loop {
        if let (Some(builder), Some(table)) = (&mut builder, reader.table()) {
            let step = builder.step(table, 5000);
            reader.release(builder.at());
            if step != IntakeStep::Starved {
                continue;
            }
        }
        let step = reader.step(1 << 19);
        problems.extend(reader.take_problems());
        match (step, reader.table()) {
            (ReadStep::Done, _) => break,
            (ReadStep::Starved, Some(table)) if builder.is_none() => {
                let begun = IntakeBuilder::new(table, Vec::new(), &MappingChoice::default(), days).unwrap();
                builder = Some(begun.opened());
            }
            (ReadStep::Starved, _) => {
                let from = reader.wants();
                let to = source.len().min(from + PIECE);
                reader.feed(source.bytes(from, to).unwrap());
                if to == source.len() {
                    reader.finish();
                }
            }
            _ => {}
        }
    }
    let (mut table, rest) = reader.into_result().unwrap();
    problems.extend(rest);
    let mut builder = builder.unwrap();
    builder.close(problems);
    while builder.step(&table, 5000) != IntakeStep::Done {
        table.release(builder.at());
    }
    builder.finish(&table)
}

fn check(bytes: &[u8]) -> Intake {
    let days = Days::from(date(2026, 1, 1));
    let (whole, pieces) = (at_once(bytes, days), in_pieces(bytes, days));
    assert_eq!(pieces.report.problems, whole.report.problems);
    assert_eq!(pieces.report, whole.report);
    assert!(pieces.customers == whole.customers, "the customers differ");
    let report = &whole.report;
    assert_eq!(report.rows, report.customers + report.merged + report.rejected.len() + report.left_out.len());
    whole
}

#[test]
fn customers_are_the_same_in_pieces() {
    let header = "Klantnr;Klant;Plaats;Omzet;Marge;Orders;Laatste order;Notitie";
    let row = |text: &mut String, number: u32| {
        let (euros, place) = (number * 7919 % 90_001, ["Ede", "Best", "Zwolle"][number as usize % 3]);
        match number {
            9_000 => text.push_str(";;;;;;;"),
            30_000 => text.push_str(";Totaal;;12,50;;;;"),
            60_000 => text.push_str("K000007;Firma 7;Ede;5,00;1,00;1;01-01-2025;\"dubbel\""),
            _ if number.is_multiple_of(50) => {
                let _ = write!(
                    text,
                    "K{number:06};\"Firma \"\"{number}\"\"\";{place};{euros},05;n.v.t.;3;31-12-2025;\"een\ntwee\""
                );
            }
            _ => {
                let _ = write!(
                    text,
                    "K{number:06};Firma {number} Techniek;{place};{euros},{:02};{};{};{:02}-{:02}-2025;geen bijzonderheden bekend",
                    number % 100,
                    euros / 4,
                    number % 40,
                    number % 28 + 1,
                    number % 12 + 1
                );
            }
        }
    };
    let found = check(&list(
        header,
        row,
        "K9;Kapot;Ede;veel;1;1;1-1-2025;x\nK10;Kort\n\n* voorlopige cijfers;;;;;;;\n",
    ));
    assert_eq!((found.report.merged, found.report.rejected.len(), found.report.left_out.len()), (1, 0, 2));
}

#[test]
fn what_shows_late_is_read_again() {
    let row = |text: &mut String, number: u32| {
        let _ =
            write!(text, "K{number:07};Firma {number} in een lange regel;{}.250;03/04/2025", number % 9 + 1);
    };
    let header = "Klantnr;Klant;Omzet;Laatste order";
    // At the end it turns out that the point is the decimal character, and the month stands first.
    let found = check(&list(header, row, "K9;Klein;12.5;04/25/2025\n"));
    assert_eq!(found.customers.money(Field::Revenue, 0).unwrap().to_string(), "1.250");
}

#[test]
fn orders_are_the_same_in_pieces() {
    let row = |text: &mut String, number: u32| {
        let customer = number.wrapping_mul(2_654_435_761) >> 16;
        let (sign, cents) = (if number.is_multiple_of(31) { "-" } else { "" }, number % 100);
        let (day, month, year) = (number % 28 + 1, number % 12 + 1, 2020 + number % 6);
        let _ = write!(
            text,
            "{day:02}-{month:02}-{year};K{customer:07};{};{sign}{},{cents:02}",
            number % 5,
            number % 9000
        );
    };
    let found =
        check(&list("Orderdatum;Klantnr;Aantal;Bedrag", row, "99-01-2025;K1;1;5,00\n01-01-1890;K1;1;5,00\n"));
    assert!(
        found.customers.has_occasions() && found.report.merged > 100_000 && !found.report.rejected.is_empty()
    );
}

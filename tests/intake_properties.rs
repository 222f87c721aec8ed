//! What holds for any input: every row is accounted for, nothing panics, and what we write we read back.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use jiff::civil::date;
use kernklant::customers::{Days, MappingChoice, intake};
use kernklant::table::{HeaderChoice, ReadOptions, ReadStep, Reader, Table, read, write_csv};
use proptest::prelude::*;

/// Pieces of lists, put together at random: far likelier to reach odd corners than random bytes.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "Klant",
        "Klantnr",
        "Omzet",
        "Datum",
        "Bedrag",
        "Laatste order",
        "Korting",
        "Netwerk",
        "Ordernr",
        "Totaal",
        "Jansen",
        "Piet",
        ";",
        ";",
        ";",
        ",",
        "\t",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "'",
        "\\\"",
        " ",
        "\u{a0}",
        "1.234",
        "1.234,56",
        "12,5 %",
        "€ 5,-",
        "-3",
        "(7)",
        "1e9",
        "99999999999999999999",
        "14-03-2025",
        "03/04/25",
        "2055-01-01",
        "45730",
        "0000-00-00",
        "n.v.t.",
        "é",
        "sep=;\n",
        "\u{feff}",
        "x",
        "0",
        "€",
        "%",
        "-",
        ".",
        "1",
        "2025",
        "ja",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

fn check_equation(bytes: &[u8], options: &ReadOptions) {
    let Ok((table, problems)) = read(bytes, options) else { return };
    let days = Days { today: date(2026, 1, 31), reference: None };
    let Ok(intake) = intake(&table, problems, &MappingChoice::default(), days) else { return };
    let report = &intake.report;
    assert_eq!(report.rows, table.len());
    assert_eq!(report.rows, report.customers + report.merged + report.rejected.len() + report.left_out.len());
    assert_eq!(report.customers, intake.customers.len());
    for checksum in &report.checksums {
        assert_eq!(checksum.in_file, checksum.in_analysis + checksum.rejected + checksum.left_out);
        let sum: rust_decimal::Decimal =
            (0..intake.customers.len()).filter_map(|i| intake.customers.money(checksum.field, i)).sum();
        assert_eq!(sum, checksum.in_analysis, "{:?}", checksum.field);
    }
    assert!(report.problems.is_sorted_by_key(|problem| problem.row));
}

fn rows_of(table: &Table) -> Vec<Vec<String>> {
    (0..table.len()).map(|row| table.cells(row).map(str::to_owned).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_row_is_accounted_for(bytes in pieces()) {
        check_equation(&bytes, &ReadOptions::default());
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_equation(&bytes, &ReadOptions::default());
        for encoding in ["UTF-8", "UTF-16LE", "UTF-32BE", "macintosh"] {
            check_equation(&bytes, &ReadOptions { encoding: Some(encoding.to_owned()), ..ReadOptions::default() });
        }
    }

    #[test]
    fn any_options_are_survived(bytes in pieces(), delimiter in any::<Option<char>>(), quote in any::<Option<char>>(), row in 0..9_u32) {
        let header = if row > 6 { HeaderChoice::NoHeader } else { HeaderChoice::Row(row) };
        check_equation(&bytes, &ReadOptions { delimiter, quote, header, ..ReadOptions::default() });
    }

    #[test]
    fn pieces_and_steps_change_nothing(bytes in pieces(), piece in 1..40_usize, step in 1..40_usize) {
        let whole = read(&bytes, &ReadOptions::default());
        let mut reader = Reader::new(ReadOptions::default());
        bytes.chunks(piece).for_each(|part| reader.feed(part));
        reader.finish();
        while matches!(reader.step(step), ReadStep::More { .. }) {}
        let stepped = reader.into_result();
        let shape = |result: Result<(Table, _), _>| result.map(|(table, problems): (Table, Vec<_>)| (rows_of(&table), table.names().to_vec(), problems));
        prop_assert_eq!(shape(whole), shape(stepped));
    }

    #[test]
    fn what_we_write_we_read_back(cells in prop::collection::vec(prop::collection::vec("[a-zé;,\"'\n 0-9.|€-]{0,8}", 3), 1..12)) {
        let mut text = String::from("Klant,Omzet,Plaats\r\n");
        let mut expected = Vec::new();
        for row in &cells {
            let mut row = row.clone();
            // Never blank, and no quote that a stray reading could mistake for one of ours.
            row[0].insert(0, 'k');
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(","));
            text.push_str("\r\n");
            expected.push(row);
        }
        let options = ReadOptions { delimiter: Some(','), header: HeaderChoice::Row(1), ..ReadOptions::default() };
        let (table, _) = read(text.as_bytes(), &options).unwrap();
        prop_assert_eq!(rows_of(&table), expected.clone());
        let (again, problems) = read(write_csv(&table).as_bytes(), &options).unwrap();
        prop_assert_eq!(rows_of(&again), expected.clone());
        prop_assert_eq!(problems, vec![]);
        // Another reader reads the same.
        let written = write_csv(&table);
        let mut other = csv::Reader::from_reader(written.as_bytes());
        let theirs: Vec<Vec<String>> = other.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(theirs, expected);
    }

    /// The rejected rows that we hand back are read again cell for cell, with their row numbers in front.
    #[test]
    fn exported_rows_are_read_back_identically(cells in prop::collection::vec(prop::collection::vec("[a-zé;,\"'\n 0-9.|€=@+-]{0,8}", 2), 1..12)) {
        let mut text = String::from("Klantnr,Naam,Plaats,Sector\r\n1,Jansen,Ede,x\r\n");
        for row in &cells {
            // Without id and name: rejected. Never blank.
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"k{}\"", cell.replace('"', "\"\""))).collect();
            text.extend([",,", &quoted.join(","), "\r\n"]);
        }
        let options = ReadOptions { delimiter: Some(','), header: HeaderChoice::Row(1), ..ReadOptions::default() };
        let (table, problems) = read(text.as_bytes(), &options).unwrap();
        let days = Days { today: date(2026, 1, 31), reference: None };
        let intake = intake(&table, problems, &MappingChoice::default(), days).unwrap();
        prop_assert_eq!(intake.report.rejected.len(), cells.len());
        let exported = kernklant::export::rows_csv(&table, &intake.report, (0, u32::MAX), kernklant::i18n::Language::Nl);
        let options = ReadOptions { header: HeaderChoice::Row(1), delimiter: Some(';'), ..ReadOptions::default() };
        let (again, problems) = read(&exported, &options).unwrap();
        prop_assert_eq!(problems, vec![]);
        let found: Vec<Vec<String>> = rows_of(&again).into_iter().map(|row| row[2..].to_vec()).collect();
        let wanted: Vec<Vec<String>> = rows_of(&table).split_off(1);
        prop_assert_eq!(found, wanted);
        for (place, note) in intake.report.rejected.iter().enumerate() {
            prop_assert_eq!(again.cell(place, 0).unwrap(), note.row.to_string());
        }
    }
}

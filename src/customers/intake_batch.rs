//! The intake of many rows at once: nearly all rows are ordinary, and read a column at a time.

use std::ops::Range;
use std::rc::Rc;

use quick::{Day, Rows, Sums};

use super::amounts::of_sums;
use super::batch::{Batch, Cells};
use super::cells::ColumnReader;
use super::intake::Share;
use super::totals::{LABELS, is_suspect};
use super::{Field, IntakeBuilder, ListKind, date};
use crate::table::Table;
use crate::table::fold::trim;

impl IntakeBuilder {
    /// Reads rows, the first of which is `from`, a column at a time; those with something out of the ordinary one by one, in their turn.
    pub(super) fn read_batch(&mut self, table: &Table, rows: Rows, from: usize) {
        let readers = std::mem::take(&mut self.readers);
        let corrections = Rc::clone(&self.corrections);
        let learners = if from < self.learned { &mut [][..] } else { self.learners.as_mut_slice() };
        let mut batch = Batch::read(rows, &readers, learners, self.places.id.or(self.places.name));
        self.mark_odd(table, &readers, &mut batch);
        let (mut row, mut values) = (0, Vec::new());
        while row < batch.len() {
            let ordinary = batch.ordinary_from(row);
            let taken = self.gatherer.take_batch(&readers, &batch, ordinary, &mut self.problems);
            self.add_up(&batch, row..row + taken);
            row += taken;
            if row < batch.len() {
                values.clear();
                // The columns have learned from it already.
                self.read_row(table, batch.rows.record(row), &readers, &corrections, false, &mut values);
                row += 1;
            }
        }
        self.readers = readers;
    }

    /// Marks the rows of a batch that may have another fate than to be used.
    fn mark_odd(&self, table: &Table, readers: &[ColumnReader], batch: &mut Batch) {
        let mut odd = std::mem::take(&mut batch.odd);
        let mut mark = |places: Vec<u32>| places.into_iter().for_each(|place| odd[place as usize] = true);
        let header = table.header().first().map(|cell| trim(cell));
        if let Some(header) = header {
            let mut places = quick::beginning_like(batch.rows, header);
            places.retain(|place| batch.rows.record(*place as usize).cell(0).map(trim) == Some(header));
            mark(places);
        }
        if !self.choice.removed_rows.is_empty() {
            let numbers = (0_u32..).zip(batch.rows.numbers());
            let removed = numbers.filter(|(_, number)| self.choice.removed_rows.contains(number));
            mark(removed.map(|(place, _)| place).collect());
        }
        for place in [self.places.id, self.places.name] {
            let labels = batch.texts(place).unwrap_or(&[]);
            let mut places = LABELS.suspects(labels);
            places.retain(|place| labels[*place as usize].is_some_and(is_suspect));
            mark(places);
        }
        let limit = date::packed(self.days.limit());
        let is_past = |field| matches!(field, Field::FirstOrder | Field::LastOrder | Field::LastContact);
        let of_orders = self.mapping.kind == ListKind::Orders;
        for (reader, cells) in readers.iter().zip(&batch.cells) {
            let is_needed = of_orders && matches!(reader.field, Field::OrderDate | Field::Revenue);
            match cells {
                Cells::Days(days) if is_needed || is_past(reader.field) => {
                    mark(Day::outside(days, limit, is_needed));
                }
                Cells::Amounts(amounts) if is_needed => mark(quick::missing(amounts)),
                _ => {}
            }
        }
        batch.odd = odd;
    }

    /// Adds up the amounts of rows that are used.
    fn add_up(&mut self, batch: &Batch, rows: Range<usize>) {
        let sums = |place: Option<usize>| {
            let amounts = batch.amounts(place).and_then(|amounts| amounts.get(rows.clone()));
            Sums::of(amounts.unwrap_or(&[]))
        };
        let amounts = sums(self.amount);
        for (checksum, place) in self.checksums.iter_mut().zip(&self.added_up) {
            let place = Some(*place);
            let sums = if place == self.amount { amounts } else { sums(place) };
            of_sums(&sums).for_each(|sum| checksum.add(sum, Share::Used));
        }
        self.sums.add_rows(rows.len(), of_sums(&amounts));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::customers::{Days, MappingChoice};
    use crate::table::{ReadOptions, read};

    /// Three thousand rows with these cells in them, in an order that looks like chance and is always the same.
    fn list(header: &str, columns: &[&[&str]]) -> String {
        let mut text = format!("{header}\n");
        let mut state = 7_u32;
        for row in 0..3000 {
            for (column, cells) in columns.iter().enumerate() {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // Most cells are the first, or the first two in turn; oddities come now and then.
                let odd = (state >> 16) as usize % (cells.len() * 12);
                let cell = cells.get(odd).unwrap_or(&cells[row % 2]).replace('#', &row.to_string());
                text.push_str(if column == 0 { "" } else { ";" });
                text.push_str(&cell);
            }
            text.push('\n');
        }
        text
    }

    /// Read a column at a time, a list gives what it gives row by row.
    fn check(header: &str, columns: &[&[&str]]) {
        let text = list(header, columns);
        let (table, problems) = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let days = Days::from(date(2026, 1, 1));
        let builder =
            || IntakeBuilder::new(&table, problems.clone(), &MappingChoice::default(), days).unwrap();
        let (one_by_one, at_once) = (builder().one_by_one().finish(&table), builder().finish(&table));
        assert_eq!(at_once.report, one_by_one.report, "{header}");
        assert!(at_once.customers == one_by_one.customers, "{header}: the customers differ");
    }

    const AMOUNTS: &[&str] = &[
        "#,50",
        "-#,05",
        "",
        "n.v.t.",
        "€ 1.250,00",
        "12 %",
        "abc",
        "1.250",
        "12.5",
        "(#,10)",
        "# ",
        "0,00",
        "-0",
        "123456789,01",
        "9007199254740993,17",
        "1e3",
        "288230376151711744",
    ];
    const DAYS: &[&str] = &[
        "12-03-2025",
        "05-04-2024",
        "31-01-2025",
        "",
        "2025-02-28",
        "30-02-2025",
        "01-13-2025",
        "1/2/25",
        "3 mei 2024",
        "31-12-2031",
        "00-00-0000",
        "morgen",
        "07-07-2025",
    ];

    #[test]
    fn customers_are_read_at_once_as_one_by_one() {
        check(
            "Klantnr;Klantnaam;Plaats;Omzet;Marge %;Orders;Laatste order;Strategisch;Levering akkoord",
            &[
                &["K#", "L#", "K7", "", "=\"0#\"", " K# ", "Totaal", "Klantnr", "een heel lang nummer #"],
                &[
                    "Bakkerij #",
                    "Firma # Techniek",
                    "Totaal",
                    "Totaal Techniek BV",
                    "n.v.t.",
                    "NA",
                    "",
                    "Café # é",
                ],
                &["Ede", "Breda", "onbekend", "", "'s-Gravenhage", "-"],
                AMOUNTS,
                &["12,5", "30", "", "12 %", "x"],
                &["#", "3", "", "1,5", "1.250", "twee", "-4"],
                DAYS,
                &["4", "3", "6", "", "hoog"],
                &["ja", "nee", "", "misschien"],
            ],
        );
        check("Naam;Omzet", &[&["Firma #", "Firma # BV", "Firma 3", "", "Som"], AMOUNTS]);
    }

    #[test]
    fn order_lines_are_read_at_once_as_one_by_one() {
        check(
            "Orderdatum;Klantnummer;Klantnaam;Artikelgroep;Aantal;Bedrag;Kostprijs;Korting %",
            &[
                DAYS,
                &["K1", "K2", "K3", "K#", "", "Totaal", "Klantnummer", "een heel lang nummer"],
                &["Jansen", "Bakker", "Jansen BV", "", "Totaal"],
                &["verf", "hout", "verf; hout", "", "n.v.t."],
                &["1", "2", "", "1,5", "x"],
                AMOUNTS,
                AMOUNTS,
                &["12,3", "7", "", "0,1 %", "33,333"],
            ],
        );
        check("Datum;Klant;Factuurnr;Bedrag", &[DAYS, &["A", "B", "C#"], &["F#", "F7", ""], AMOUNTS]);
    }
}

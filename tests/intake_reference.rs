//! Intake of the reference lists: mapped without help and exact to the cent (skipped, with a line, where they are absent).

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::date;
use kernklant::customers::{Days, Field, Intake, ListKind, MappingChoice, RowIs, intake};
use kernklant::table::{ReadOptions, read};
use rust_decimal::Decimal;

/// The reference folder beside the checkout, or where `KERNKLANT_DATA` says.
fn reference(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("KERNKLANT_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let found = std::fs::read(folder.join(file)).ok();
    if found.is_none() {
        println!("reference data absent: {} skipped", folder.join(file).display());
    }
    found
}

fn take_in(bytes: &[u8]) -> Intake {
    let (table, problems) = read(bytes, &ReadOptions::default()).expect("a table");
    intake(&table, problems, &MappingChoice::default(), Days::from(date(2026, 11, 23))).expect("customers")
}

fn mapping(intake: &Intake) -> BTreeMap<&str, &str> {
    intake.report.columns.iter().map(|(field, column)| (field.key(), column.as_str())).collect()
}

#[test]
fn adventureworks_invoices() {
    let Some(bytes) = reference("adventureworks_reseller_invoices.csv") else { return };
    let intake = take_in(&bytes);
    let report = &intake.report;
    assert_eq!(report.kind(), ListKind::Orders);
    let expected = BTreeMap::from([
        ("order_id", "SalesOrderNumber"),
        ("order_date", "OrderDate"),
        ("id", "ResellerKey"),
        ("name", "ResellerName"),
        ("owner", "EmployeeKey"),
        ("place", "City"),
        ("sector", "BusinessType"),
        ("margin", "gross_margin"),
        ("quantity", "quantity"),
        ("revenue", "revenue"),
        ("cost", "cost"),
    ]);
    assert_eq!(mapping(&intake), expected);
    assert_eq!(
        (report.rows, report.used(), report.rejected.len(), report.left_out.len()),
        (3616, 3616, 0, 0)
    );
    assert_eq!(report.mapping.row_is, Some(RowIs::Order));
    assert_eq!(report.problems, []);
    let sum = sum_of_last_column_but(&bytes, 7);
    let checksum = report.checksum(Field::Revenue).expect("revenue");
    assert_eq!((checksum.in_file, checksum.in_analysis), (sum, sum));
    let customers = &intake.customers;
    let total: Decimal = (0..customers.len()).filter_map(|i| customers.money(Field::Revenue, i)).sum();
    assert_eq!(total, sum);
    assert_eq!(customers.len(), 632, "resellers with invoices");
    assert_eq!(customers.reference_date(), date(2020, 5, 31));
}

#[test]
fn cdnow_purchases() {
    let Some(bytes) = reference("cdnow_sample.csv") else { return };
    let intake = take_in(&bytes);
    let expected = BTreeMap::from([
        ("id", "sample_id"),
        ("order_date", "date"),
        ("quantity", "cds"),
        ("revenue", "amount"),
    ]);
    assert_eq!(mapping(&intake), expected);
    let report = &intake.report;
    assert_eq!((report.rows, report.customers, report.merged), (6919, 2357, 6919 - 2357));
    assert_eq!(report.problems, []);
    assert_eq!(intake.customers.id(0), Some("0001"), "leading zeros stay");
    assert_eq!(intake.customers.reference_date(), date(1998, 6, 30));
}

#[test]
fn rfm_orders_and_resellers() {
    if let Some(bytes) = reference("rfm_data_orders.csv") {
        let intake = take_in(&bytes);
        assert_eq!((intake.report.rows, intake.report.customers), (4906, 995));
        assert_eq!(intake.report.kind(), ListKind::Orders);
        assert_eq!(intake.customers.name(0), "Brion Stark");
        assert_eq!(intake.report.problems, []);
    }
    if let Some(bytes) = reference("adventureworks_resellers.csv") {
        let intake = take_in(&bytes);
        assert_eq!((intake.report.rows, intake.report.customers), (701, 701));
        assert_eq!(intake.report.kind(), ListKind::Customers);
        assert_eq!(intake.report.problems, []);
    }
}

/// The sum of a column, added up by another reader.
fn sum_of_last_column_but(bytes: &[u8], column: usize) -> Decimal {
    let mut reader = csv::Reader::from_reader(bytes);
    reader
        .records()
        .map(|record| record.expect("a record")[column].parse::<Decimal>().expect("an amount"))
        .sum()
}

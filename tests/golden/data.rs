//! Reads the reference data: order lists as customers, golden tables as rows of text.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;
use kernklant::customers::{Customers, CustomersBuilder, Field, Occasion};
use rust_decimal::Decimal;

/// Which columns of an order list are what.
pub struct Orders {
    pub file: &'static str,
    pub key: &'static str,
    pub date: &'static str,
    pub revenue: &'static str,
    pub margin: Option<&'static str>,
    pub reference: Option<&'static str>,
}

pub const ADVENTURE_WORKS: Orders = Orders {
    file: "adventureworks_reseller_invoices.csv",
    key: "ResellerKey",
    date: "OrderDate",
    revenue: "revenue",
    margin: Some("gross_margin"),
    reference: None,
};

pub const CDNOW: Orders = Orders {
    file: "cdnow_sample.csv",
    key: "sample_id",
    date: "date",
    revenue: "amount",
    margin: None,
    reference: Some("1998-06-30"),
};

pub const RFM_ORDERS: Orders = Orders {
    file: "rfm_data_orders.csv",
    key: "customer_id",
    date: "order_date",
    revenue: "revenue",
    margin: None,
    reference: Some("2006-12-31"),
};

/// The text of a reference file; `None`, and a line on the screen, when the folder is absent.
pub fn text(file: &str) -> Option<String> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    // A checkout may lie one folder deeper, as a worktree.
    let deeper = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let given = std::env::var_os("KERNKLANT_DATA").map(PathBuf::from);
    let folders = given.into_iter().chain([beside, deeper]);
    let found = folders.map(|folder| folder.join(file)).find(|path| path.exists());
    if found.is_none() {
        println!("SKIPPED: reference data {file} is absent (set KERNKLANT_DATA)");
    }
    found.map(|path| std::fs::read_to_string(path).expect("the reference file is text"))
}

/// A table as rows by column name.
pub fn rows(file: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let text = text(file)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    Some(reader.deserialize().map(|row| row.expect("the reference file is a table")).collect())
}

/// A golden JSON document.
pub fn json(file: &str) -> Option<serde_json::Value> {
    Some(serde_json::from_str(&text(file)?).expect("the golden file is JSON"))
}

/// An order list as customers, with exact sums and merged days.
pub fn customers(orders: &Orders) -> Option<Customers> {
    let mut lines: Vec<(String, Date, Decimal, Decimal)> = Vec::new();
    for row in rows(orders.file)? {
        let amount = |column: &str| row[column].parse::<Decimal>().expect("an amount");
        let margin = orders.margin.map_or(Decimal::ZERO, amount);
        lines.push((
            row[orders.key].clone(),
            row[orders.date].parse().expect("a date"),
            amount(orders.revenue),
            margin,
        ));
    }
    let last = lines.iter().map(|line| line.1).max()?;
    let reference = orders.reference.map_or(last, |date| date.parse().expect("a date"));
    let mut builder = CustomersBuilder::new(reference);
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        by_key.entry(line.0.clone()).or_default().push(place);
    }
    for (key, places) in by_key {
        let i = builder.push(places[0] as u32 + 2);
        builder.set_text(Field::Id, i, key);
        builder.set_money(Field::Revenue, i, places.iter().map(|&place| lines[place].2).sum());
        builder.set_number(Field::Orders, i, places.len() as f64);
        if orders.margin.is_some() {
            builder.set_money(Field::Margin, i, places.iter().map(|&place| lines[place].3).sum());
        }
        let mut days: BTreeMap<Date, Decimal> = BTreeMap::new();
        for &place in &places {
            *days.entry(lines[place].1).or_default() += lines[place].2;
        }
        let occasions = days.into_iter().filter(|(_, value)| *value >= Decimal::ZERO);
        builder.set_occasions(i, occasions.map(|(date, value)| Occasion { date, value }).collect());
    }
    Some(builder.build())
}

/// The place of each customer by its id.
pub fn places(customers: &Customers) -> BTreeMap<&str, usize> {
    (0..customers.len()).map(|i| (customers.key(i), i)).collect()
}

/// Fails unless two numbers differ by at most `within`, relative to the expected one when that is above 1.
#[track_caller]
pub fn close(found: f64, expected: f64, within: f64, what: &str) {
    let off = (found - expected).abs() / expected.abs().max(1.0);
    assert!(off <= within, "{what}: {found}, expected {expected}");
}

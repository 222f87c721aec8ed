//! Audit tables: the sales and customers of an audit file as rows of cells, with the payment days where they can be told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::audit_lines::{Book, Customer, Open};
use super::lines::Lines;
use super::{Cells, Content, FileKind, Origin, Part};
use crate::calendar::days_between;
use crate::sorted::InOrder;
use crate::table::{Problem, ProblemKind, ReadError};

/// What is said of a customer, by its header, and where it stands in the file.
const SAID: [(&str, &str); 6] = [
    ("Plaats", "city"),
    ("Land", "country"),
    ("Contactpersoon", "contact"),
    ("Telefoon", "telephone"),
    ("E-mail", "eMail"),
    ("KvK-nummer", "commerceNr"),
];

/// How a customer pays: sums over the invoices that tell.
#[derive(Clone, Copy, Debug, Default)]
struct Paying {
    invoices: i64,
    days: i64,
    with_due: i64,
    late: i64,
    terms: i64,
    term_days: i64,
}

/// Both tables, each only when it has rows.
///
/// # Errors
/// As [`Lines::cell`].
pub(super) fn parts(book: &Book, whole: bool, encoding: &(String, bool)) -> Result<Vec<Part>, ReadError> {
    let mut notes = Vec::new();
    if !whole {
        notes.push(Problem::new(0, None, ProblemKind::BrokenOff, "xaf"));
    }
    let mut parts = Vec::new();
    for (name, lines) in [("verkopen", sales(book)?), ("klanten", customers(book)?)] {
        let Some(lines) = lines else { continue };
        let origin = Origin { kind: FileKind::AuditFile, ..Origin::default() };
        let mut cells: Cells = lines.into_cells(origin, std::mem::take(&mut notes))?;
        cells.encoding = Some(encoding.clone());
        parts.push(Part { name: name.to_owned(), content: Content::Cells(cells) });
    }
    Ok(parts)
}

fn sales(book: &Book) -> Result<Option<Lines>, ReadError> {
    if book.sales.is_empty() {
        return Ok(None);
    }
    let names: BTreeMap<&str, &str> =
        book.customers.iter().map(|customer| (customer.id.as_str(), customer.field("custSupName"))).collect();
    // Who has goods booked against its sales has none booked where there are none, such as on a credit note.
    let costed: BTreeSet<&str> =
        book.sales.iter().filter(|sale| sale.cost.is_some()).map(|sale| sale.customer.as_str()).collect();
    let has_cost = !costed.is_empty();
    let mut lines = Lines::default();
    let mut header = vec!["Debiteurnummer", "Debiteurnaam", "Factuurnummer", "Factuurdatum", "Omzet"];
    header.extend(has_cost.then_some("Kostprijs"));
    lines.row(1, header)?;
    for (number, sale) in (2..).zip(&book.sales) {
        let open = book.open.get(&(sale.customer.clone(), sale.invoice.clone()));
        let day = open.map(|open| open.day.as_str()).filter(|day| !day.is_empty()).unwrap_or(&sale.day);
        let revenue = sale.unreadable.clone().unwrap_or_else(|| amount(sale.revenue));
        let cost = sale.cost.or_else(|| costed.contains(sale.customer.as_str()).then_some(Decimal::ZERO));
        let cost = cost.map(amount).unwrap_or_default();
        let name = names.get(sale.customer.as_str()).copied().unwrap_or("");
        lines.row(number, [sale.customer.as_str(), name, &sale.invoice, day, &revenue, &cost])?;
    }
    Ok(Some(lines))
}

/// Three decimals would look like thousands.
fn amount(value: Decimal) -> String {
    let mut value = value.normalize();
    if value.scale() == 3 {
        value.rescale(4);
    }
    value.to_string()
}

fn customers(book: &Book) -> Result<Option<Lines>, ReadError> {
    if book.customers.is_empty() {
        return Ok(None);
    }
    let paying = paying(book);
    let said: Vec<(&str, &str)> = SAID
        .into_iter()
        .filter(|(_, field)| book.customers.iter().any(|customer| !customer.field(field).is_empty()))
        .collect();
    let any = |tells: fn(&Paying) -> bool| paying.values().any(tells);
    let (days, late, terms) =
        (any(|one| one.invoices > 0), any(|one| one.with_due > 0), any(|one| one.terms > 0));
    let has_balance = book.customers.iter().any(|customer| balance(customer).is_some());
    let mut header = vec!["Debiteurnummer", "Debiteurnaam"];
    header.extend(said.iter().map(|(name, _)| *name));
    header.extend(terms.then_some("Betaaltermijn"));
    header.extend(days.then_some("Betaaldagen"));
    header.extend(late.then_some("Dagen te laat"));
    header.extend(has_balance.then_some("Openstaand saldo"));
    let mut lines = Lines::default();
    lines.row(1, header)?;
    for (number, customer) in (2..).zip(&book.customers) {
        let pays = paying.get(customer.id.as_str()).copied().unwrap_or_default();
        let mut row = vec![customer.id.clone(), customer.field("custSupName").to_owned()];
        row.extend(said.iter().map(|(_, field)| customer.field(field).to_owned()));
        if terms {
            row.push(mean(pays.term_days, pays.terms));
        }
        if days {
            row.push(mean(pays.days, pays.invoices));
        }
        if late {
            row.push(mean(pays.late, pays.with_due));
        }
        if has_balance {
            row.push(balance(customer).map(amount).unwrap_or_default());
        }
        lines.row(number, row.iter().map(String::as_str))?;
    }
    Ok(Some(lines))
}

/// A mean of whole days in one decimal; empty when there is nothing to take it of.
fn mean(sum: i64, count: i64) -> String {
    if count == 0 {
        return String::new();
    }
    let tenths = Decimal::from(sum).checked_div(Decimal::from(count)).unwrap_or_default();
    tenths.round_dp(1).normalize().to_string()
}

/// What the customer owes at the end of the year, when the file says so (XAF 4.0).
fn balance(customer: &Customer) -> Option<Decimal> {
    let amount: Decimal = customer.field("clBalDesc").parse().ok()?;
    Some(if customer.field("clBalTp") == "C" { -amount } else { amount })
}

fn paying(book: &Book) -> BTreeMap<&str, Paying> {
    let mut all: BTreeMap<&str, Paying> = BTreeMap::new();
    for ((customer, _), open) in &book.open {
        let Some(invoiced) = day_of(&open.day) else { continue };
        let one = all.entry(customer.as_str()).or_default();
        let due = day_of(&open.due);
        if let Some(term) = due.map(|due| i64::from(days_between(invoiced, due))).filter(|term| *term >= 0) {
            one.terms += 1;
            one.term_days += term;
        }
        let Some(settled) = settled_on(open) else { continue };
        one.invoices += 1;
        one.days += i64::from(days_between(invoiced, settled));
        if let Some(late) = due.map(|due| i64::from(days_between(due, settled))) {
            one.with_due += 1;
            // Who pays early is not less late on another invoice.
            one.late += late.max(0);
        }
    }
    all
}

/// The day that an audit file writes as `2025-12-31`, with or without a time behind it.
fn day_of(text: &str) -> Option<Date> {
    let mut parts = text.trim().get(..10)?.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The day on which an invoice was paid in whole; `None` when it was not, or was no claim.
fn settled_on(open: &Open) -> Option<Date> {
    if open.asked <= Decimal::ZERO {
        return None;
    }
    let mut paid: Vec<(Date, Decimal)> =
        open.paid.iter().filter_map(|(day, amount)| Some((day_of(day)?, *amount))).collect();
    paid.order_by_key(|(day, _)| *day);
    let mut sum = Decimal::ZERO;
    paid.into_iter().find_map(|(day, amount)| {
        sum = sum.checked_add(amount)?;
        (sum >= open.asked).then_some(day)
    })
}

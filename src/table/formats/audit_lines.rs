//! Audit lines: the entries of a ledger added up to sales and payments per customer.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Part;
use super::audit_tables;
use crate::table::ReadError;

/// A customer or supplier as the file names it.
#[derive(Clone, Debug, Default)]
pub(super) struct Customer {
    pub(super) id: String,
    /// Element name to text: `custSupName`, `city`, `eMail` …
    pub(super) fields: BTreeMap<String, String>,
}

impl Customer {
    pub(super) fn from_fields(mut fields: BTreeMap<String, String>) -> Self {
        Self { id: fields.remove("custSupID").unwrap_or_default(), fields }
    }

    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// `None` when the file does not say.
    fn is_customer(&self) -> Option<bool> {
        match self.field("custSupTp") {
            "" => None,
            kind => Some(matches!(kind, "C" | "B" | "c" | "b")),
        }
    }
}

/// One line of an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    account: String,
    customer: String,
    invoice: String,
    document: String,
    day: String,
    amount: String,
    is_credit: bool,
}

impl Line {
    pub(super) fn set(&mut self, name: &str, value: String) {
        match name {
            "accID" => self.account = value,
            "custSupID" => self.customer = value,
            "invRef" => self.invoice = value,
            "docRef" => self.document = value,
            "effDate" => self.day = value,
            "amnt" => self.amount = value,
            "amntTp" => self.is_credit = value.eq_ignore_ascii_case("C"),
            _ => {}
        }
    }

    /// The amount, credit positive; `None` when it cannot be read.
    fn credit(&self) -> Option<Decimal> {
        let amount: Decimal = self.amount.replace(',', ".").parse().ok()?;
        Some(if self.is_credit { amount } else { -amount })
    }
}

/// One entry of a journal.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    number: String,
    day: String,
    pub(super) lines: Vec<Line>,
}

impl Entry {
    pub(super) fn set(&mut self, name: &str, value: String) {
        match name {
            "nr" => self.number = value,
            "trDt" => self.day = value,
            _ => {}
        }
    }
}

/// What was invoiced to a customer on one number.
#[derive(Clone, Debug, Default)]
pub(super) struct Sale {
    pub(super) customer: String,
    pub(super) invoice: String,
    pub(super) day: String,
    pub(super) revenue: Decimal,
    pub(super) cost: Option<Decimal>,
    /// An amount that cannot be read, as written.
    pub(super) unreadable: Option<String>,
}

/// An invoice as the debtor account has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    pub(super) day: String,
    pub(super) due: String,
    /// What was asked, with VAT.
    pub(super) asked: Decimal,
    /// Days and amounts paid.
    pub(super) paid: Vec<(String, Decimal)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Account {
    is_profit: bool,
    is_revenue: bool,
    is_cost: bool,
}

/// The ledger on its way.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) customers: Vec<Customer>,
    known: BTreeMap<String, usize>,
    accounts: BTreeMap<String, Account>,
    /// The type of the journal that is open: S sales, P purchases, B bank, C cash, M memorial, O opening …
    journal: String,
    pub(super) sales: Vec<Sale>,
    /// Sales booked elsewhere than in a sales journal, with the account of each.
    aside: Vec<(String, Sale)>,
    sold_on: BTreeSet<String>,
    pub(super) open: BTreeMap<(String, String), Open>,
    has_sales_journal: bool,
}

impl Book {
    pub(super) fn begin_journal(&mut self) {
        self.journal.clear();
    }

    pub(super) fn set_journal(&mut self, name: &str, value: &str) {
        if name == "jrnTp" {
            self.journal = value.to_ascii_uppercase();
            self.has_sales_journal |= self.journal == "S";
        }
    }

    /// The first record of an id counts; split files repeat their master data.
    pub(super) fn add_customer(&mut self, customer: Customer) {
        if !customer.id.is_empty() && !self.known.contains_key(&customer.id) {
            self.known.insert(customer.id.clone(), self.customers.len());
            self.customers.push(customer);
        }
    }

    pub(super) fn add_account(&mut self, fields: &BTreeMap<String, String>) {
        let field = |name: &str| fields.get(name).map_or("", String::as_str);
        let (id, kind) = (field("accID"), field("accTp"));
        let code = ["RGScode", "leadCode", "leadReference"]
            .into_iter()
            .map(field)
            .find(|code| code.starts_with('W'));
        let is_profit = kind.eq_ignore_ascii_case("P") || (kind.is_empty() && code.is_some());
        let account = Account {
            is_profit,
            is_revenue: code.map_or(id.starts_with('8'), |code| code.starts_with("WOmz")) && is_profit,
            is_cost: code.map_or(id.starts_with('7'), |code| code.starts_with("WKpr")) && is_profit,
        };
        self.accounts.insert(id.to_owned(), account);
    }

    /// What the subledger says of an invoice.
    pub(super) fn add_due_date(&mut self, fields: &BTreeMap<String, String>) {
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        let (customer, invoice) = (field("custSupID"), field("invRef"));
        if customer.is_empty() || invoice.is_empty() || field("invPurSalTp") == "P" {
            return;
        }
        let open = self.open.entry((customer, invoice)).or_default();
        for (known, found) in [(&mut open.day, field("invDt")), (&mut open.due, field("invDueDt"))] {
            if !found.is_empty() {
                *known = found;
            }
        }
    }

    fn account(&self, id: &str) -> Account {
        self.accounts.get(id).copied().unwrap_or_else(|| {
            // An account that the file does not describe: by the Dutch decimal system.
            let (is_revenue, is_cost) = (id.starts_with('8'), id.starts_with('7'));
            Account { is_profit: is_revenue || is_cost, is_revenue, is_cost }
        })
    }

    fn is_customer(&self, id: &str) -> Option<bool> {
        self.known.get(id).and_then(|place| self.customers[*place].is_customer())
    }

    pub(super) fn add_entry(&mut self, entry: Entry) {
        let in_sales = self.journal == "S";
        let may_sell = in_sales || !matches!(self.journal.as_str(), "P" | "B" | "C" | "O");
        // In a sales journal whoever is named is a customer; elsewhere the file must say so, or say nothing of journals.
        let counts = |id: &str| match self.is_customer(id) {
            Some(is_customer) => is_customer || in_sales,
            None => in_sales || self.journal.is_empty() || !may_sell,
        };
        let named = |line: &Line| !line.customer.is_empty() && counts(&line.customer);
        let customers: BTreeSet<&str> =
            entry.lines.iter().filter(|line| named(line)).map(|line| line.customer.as_str()).collect();
        let only = if customers.len() == 1 { customers.first().copied() } else { None };
        let mut found: BTreeMap<(String, String), Sale> = BTreeMap::new();
        let (mut aside, mut sold_on) = (Vec::new(), Vec::new());
        for line in entry.lines.iter().filter(|_| may_sell) {
            let account = self.account(&line.account);
            if !account.is_profit || (customers.is_empty() && !in_sales) {
                continue;
            }
            let beside = || {
                let same = |other: &&Line| {
                    named(other) && !line.reference().is_empty() && other.reference() == line.reference()
                };
                entry.lines.iter().find(same).map(|other| other.customer.as_str())
            };
            let customer =
                Some(line.customer.as_str()).filter(|_| named(line)).or(only).or_else(beside).unwrap_or("");
            let invoice = entry.invoice_of(line, customer);
            let mut sale =
                Sale { customer: customer.to_owned(), invoice, day: entry.day_of(line), ..Sale::default() };
            match line.credit() {
                None => sale.unreadable = Some(line.amount.clone()),
                Some(amount) if account.is_cost => sale.cost = Some(-amount),
                Some(amount) => sale.revenue = amount,
            }
            if in_sales {
                if !account.is_cost {
                    sold_on.push(line.account.clone());
                }
                found.entry((sale.customer.clone(), sale.invoice.clone())).or_default().add(sale);
            } else {
                aside.push((line.account.clone(), sale));
            }
        }
        let debts: Vec<(String, String, String, Decimal)> = entry
            .lines
            .iter()
            .filter(|line| named(line) && !self.account(&line.account).is_profit)
            .filter_map(|line| {
                Some((
                    line.customer.clone(),
                    entry.invoice_of(line, &line.customer),
                    entry.day_of(line),
                    line.credit()?,
                ))
            })
            .collect();
        self.sales.extend(found.into_values());
        self.aside.extend(aside);
        self.sold_on.extend(sold_on);
        let is_opening = self.journal == "O";
        for (customer, invoice, day, credit) in debts {
            let open = self.open.entry((customer, invoice)).or_default();
            if may_sell && credit < Decimal::ZERO || is_opening {
                open.asked -= credit;
                if open.day.is_empty() {
                    open.day = day;
                }
            } else {
                open.paid.push((day, credit));
            }
        }
    }

    /// Sales elsewhere than in a sales journal count on accounts of revenue and its cost only: what is written off or
    /// corrected on other accounts was not sold.
    fn settle_aside(&mut self) {
        let knows_revenue =
            !self.sold_on.is_empty() || self.accounts.values().any(|account| account.is_revenue);
        let mut found: Vec<Sale> = Vec::new();
        for (account, sale) in std::mem::take(&mut self.aside) {
            let kind = self.account(&account);
            if knows_revenue && !kind.is_revenue && !kind.is_cost && !self.sold_on.contains(&account) {
                continue;
            }
            match found.iter_mut().rev().take(4).find(|known| {
                known.customer == sale.customer && known.invoice == sale.invoice && known.day == sale.day
            }) {
                Some(known) => known.add(sale),
                None => found.push(sale),
            }
        }
        self.sales.extend(found);
    }

    /// Who belongs in the list of customers: who is called one, and who was sold to.
    fn drop_suppliers(&mut self) {
        let sold: BTreeSet<&str> = self.sales.iter().map(|sale| sale.customer.as_str()).collect();
        let says = self.customers.iter().any(|customer| customer.is_customer().is_some());
        let nothing_known = !says && sold.is_empty();
        let keep: Vec<bool> = self
            .customers
            .iter()
            .map(|customer| {
                nothing_known || sold.contains(customer.id.as_str()) || customer.is_customer() == Some(true)
            })
            .collect();
        let mut keep = keep.into_iter();
        self.customers.retain(|_| keep.next().unwrap_or(true));
    }

    /// The tables: what was invoiced, then the customers.
    ///
    /// # Errors
    /// [`ReadError::Empty`] when there is neither, [`ReadError::Damaged`] when the file broke off before either.
    pub(super) fn into_parts(
        mut self,
        whole: bool,
        encoding: &(String, bool),
    ) -> Result<Vec<Part>, ReadError> {
        self.settle_aside();
        self.drop_suppliers();
        if self.customers.is_empty() && self.sales.is_empty() {
            return Err(if whole { ReadError::Empty } else { ReadError::Damaged { kind: "xaf".to_owned() } });
        }
        audit_tables::parts(&self, whole, encoding)
    }
}

impl Line {
    fn reference(&self) -> &str {
        if self.invoice.is_empty() { &self.document } else { &self.invoice }
    }
}

impl Entry {
    /// The invoice number of a line: its own, else that of the customer's line beside it, else the entry's document.
    fn invoice_of(&self, line: &Line, customer: &str) -> String {
        let beside = || {
            let theirs = |other: &&Line| {
                other.customer == customer && !customer.is_empty() && !other.invoice.is_empty()
            };
            self.lines.iter().find(theirs).map(|other| other.invoice.as_str())
        };
        let own = Some(line.invoice.as_str()).filter(|own| !own.is_empty());
        let document = Some(line.document.as_str()).filter(|document| !document.is_empty());
        own.or_else(beside).or(document).unwrap_or(&self.number).to_owned()
    }

    fn day_of(&self, line: &Line) -> String {
        if self.day.is_empty() { line.day.clone() } else { self.day.clone() }
    }
}

impl Sale {
    fn add(&mut self, other: Self) {
        if self.day.is_empty() {
            (self.customer, self.invoice, self.day) = (other.customer, other.invoice, other.day);
        }
        self.revenue = self.revenue.checked_add(other.revenue).unwrap_or(self.revenue);
        if let Some(cost) = other.cost {
            self.cost = Some(self.cost.unwrap_or_default().checked_add(cost).unwrap_or(cost));
        }
        self.unreadable = self.unreadable.take().or(other.unreadable);
    }
}

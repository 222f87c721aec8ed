//! Join: several lists that are about the same customers put together into one.
//!
//! A customer list beside an order list gives the orders their customers' particulars; two customer lists of two years
//! give each customer this year's revenue and the year before's; order lists follow each other; other customer lists
//! complete each other. Customers are matched by id, also when a spreadsheet took the leading zeros off, and by name when
//! one of the lists has no ids. Whoever stands in one list only stays, and is told about.

use std::collections::HashMap;

use super::join_fields::{Side, join_fields};
use super::{Customers, CustomersBuilder, Field, Intake, IntakeReport, ListKind, Mapping, RowNote};
use crate::sorted::{InOrder, SortedMap};
use crate::table::fold::{fold, trim};
use crate::table::{Origin, Problem, ProblemKind};

/// One list on its way into the whole.
#[derive(Clone, Debug)]
pub struct ListPart {
    /// The name of its file, with that of the table inside it.
    pub name: String,
    pub intake: Intake,
    /// The number of the last row of its table.
    pub last_row: u32,
}

/// What a list is to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Particulars of customers.
    Customers,
    /// What they ordered.
    Orders,
    /// Customers with the revenue of the year before.
    PreviousYear,
    /// Customers with the revenue of a year further back; it is left out of the sums.
    OlderYear,
}

/// Where a list went.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    pub name: String,
    pub role: Role,
    pub rows: usize,
    pub customers: usize,
    /// How many of its customers another list has too.
    pub matched: usize,
    /// Rows of this list are numbered from here on in the report: its own row 1 is this plus 1.
    pub offset: u32,
    /// What kind of file it was, and which of its sheets.
    pub origin: Origin,
    /// Which of its columns hold what.
    pub mapping: Mapping,
}

/// Several lists as one.
#[derive(Clone, Debug)]
pub struct Joined {
    pub intake: Intake,
    pub files: Vec<FileReport>,
}

/// At least this share of the smaller list must stand in the larger one for two lists to be two years of one list.
const SAME_CUSTOMERS: f64 = 0.3;

/// What orders add up to.
const ORDERED: [Field; 5] = [Field::Revenue, Field::Margin, Field::Cost, Field::Quantity, Field::Orders];

/// Puts lists together, the most telling first: that is the one whose columns the report shows. `None` without lists.
///
/// The rows equation holds for all of them: a customer of two lists counts once, its further rows are merged.
pub fn join(parts: Vec<ListPart>) -> Option<Joined> {
    let roles = roles(&parts);
    let mut offsets = Vec::with_capacity(parts.len());
    let mut next = 0_u32;
    for part in &parts {
        offsets.push(next);
        next = next.saturating_add(part.last_row);
    }
    // Customers first, then their orders, then earlier years: so particulars come from the list that is about them.
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.order_by_key(|place| rank(roles[*place]));
    let by_id = parts.iter().all(|part| part.intake.customers.has(Field::Id));
    // What the orders add up to is not mixed with what a customer list says of it.
    let has_ordered = |field: &Field| {
        let told =
            |(part, role): (&ListPart, &Role)| *role == Role::Orders && part.intake.customers.has(*field);
        parts.iter().zip(&roles).any(told)
    };
    let ordered: Vec<Field> = ORDERED.into_iter().filter(has_ordered).collect();
    let mut whole = Whole::new(&parts, by_id);
    let mut files: Vec<Option<FileReport>> = vec![None; parts.len()];
    for place in order {
        let part = &parts[place];
        let skipped = if roles[place] == Role::Customers { &ordered[..] } else { &[] };
        let matched = whole.take(&part.intake.customers, roles[place], offsets[place], skipped);
        let report = &part.intake.report;
        files[place] = Some(FileReport {
            name: part.name.clone(),
            role: roles[place],
            rows: report.rows,
            customers: report.customers,
            matched,
            offset: offsets[place],
            origin: report.dialect.origin.clone(),
            mapping: report.mapping.clone(),
        });
    }
    let files: Vec<FileReport> = files.into_iter().flatten().collect();
    let mut problems = whole.unmatched(&parts, &roles);
    let (customers, days) = whole.finish();
    let mut report = report_of(&parts, &roles, &offsets)?;
    problems.append(&mut report.problems);
    problems.order_by_key(|problem| problem.row);
    report.problems = problems;
    let before: usize = parts.iter().map(|part| part.intake.report.customers).sum();
    report.merged += before - customers.len();
    report.customers = customers.len();
    let mut builder = CustomersBuilder::reopen(customers);
    builder.set_reference_date(days);
    Some(Joined { intake: Intake { customers: builder.build(), report }, files })
}

fn rank(role: Role) -> u8 {
    match role {
        Role::Customers => 0,
        Role::Orders => 1,
        Role::PreviousYear => 2,
        Role::OlderYear => 3,
    }
}

/// What each list is. Customer lists with revenue about the same customers are years: the one with the latest year in
/// its name, else the first, is this year.
fn roles(parts: &[ListPart]) -> Vec<Role> {
    let mut roles: Vec<Role> = parts
        .iter()
        .map(|part| match part.intake.report.kind() {
            ListKind::Orders => Role::Orders,
            ListKind::Customers => Role::Customers,
        })
        .collect();
    let has_orders = roles.contains(&Role::Orders);
    let mut yearly: Vec<usize> = (0..parts.len())
        .filter(|place| {
            roles[*place] == Role::Customers && parts[*place].intake.customers.has(Field::Revenue)
        })
        .collect();
    if has_orders || yearly.len() < 2 {
        return roles;
    }
    let year = |place: usize| year_in(&parts[place].name);
    let named = yearly.iter().all(|place| year(*place).is_some());
    let distinct = yearly.windows(2).all(|pair| year(pair[0]) != year(pair[1]));
    if named && distinct {
        yearly.order_by_key(|place| std::cmp::Reverse(year(*place)));
    }
    let first = &parts[yearly[0]].intake.customers;
    let alike =
        yearly[1..].iter().all(|place| shared(first, &parts[*place].intake.customers) >= SAME_CUSTOMERS);
    if !(alike || named && distinct) {
        return roles;
    }
    for (age, place) in yearly.into_iter().enumerate() {
        roles[place] = match age {
            0 => Role::Customers,
            1 => Role::PreviousYear,
            _ => Role::OlderYear,
        };
    }
    roles
}

/// The last year from 1990 to 2099 in a name.
fn year_in(name: &str) -> Option<u32> {
    let digits = name.split(|letter: char| !letter.is_ascii_digit());
    digits
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .rfind(|year| (1990..2100).contains(year))
}

/// The share of the smaller list's customers that the other has too.
fn shared(a: &Customers, b: &Customers) -> f64 {
    let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let by_id = a.has(Field::Id) && b.has(Field::Id);
    let keys = Keys::of(large, by_id);
    let found = (0..small.len()).filter(|i| keys.find(small, *i).is_some()).count();
    if small.is_empty() { 0.0 } else { found as f64 / small.len() as f64 }
}

/// Finds customers by key.
#[derive(Debug, Default)]
struct Keys {
    by_id: bool,
    exact: HashMap<String, usize>,
    /// Without leading zeros; nobody when two ids differ only in those.
    bare: HashMap<String, Option<usize>>,
}

impl Keys {
    fn of(customers: &Customers, by_id: bool) -> Self {
        let mut keys = Self { by_id, ..Self::default() };
        for i in 0..customers.len() {
            keys.add(customers, i, i);
        }
        keys
    }

    fn key(&self, customers: &Customers, i: usize) -> String {
        match customers.id(i).filter(|_| self.by_id) {
            Some(id) => trim(id).to_owned(),
            // A name in a list of ids cannot be mistaken for one.
            None if self.by_id => format!("\u{1}{}", fold(customers.name(i))),
            None => fold(customers.name(i)),
        }
    }

    fn add(&mut self, customers: &Customers, i: usize, place: usize) {
        let key = self.key(customers, i);
        let same = |known: Option<usize>| known.filter(|known| *known == place);
        self.bare
            .entry(bare(&key).to_owned())
            .and_modify(|known| *known = same(*known))
            .or_insert(Some(place));
        self.exact.entry(key).or_insert(place);
    }

    fn find(&self, customers: &Customers, i: usize) -> Option<usize> {
        let key = self.key(customers, i);
        self.exact.get(&key).copied().or_else(|| self.bare.get(bare(&key)).copied().flatten())
    }
}

fn bare(key: &str) -> &str {
    let is_number = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { key.trim_start_matches('0') } else { key }
}

/// The customers of all lists on their way.
struct Whole {
    builder: CustomersBuilder,
    keys: Keys,
    days: jiff::civil::Date,
    /// Per customer in which roles it was seen.
    seen: Vec<Vec<Role>>,
}

impl Whole {
    fn new(parts: &[ListPart], by_id: bool) -> Self {
        // The latest order of any list is the day of the analysis.
        let days = parts.iter().map(|part| part.intake.customers.reference_date());
        let days = days.max().unwrap_or_default();
        Self {
            builder: CustomersBuilder::new(days),
            keys: Keys { by_id, ..Keys::default() },
            days,
            seen: Vec::new(),
        }
    }

    /// Takes a list in; returns how many of its customers were there already.
    fn take(&mut self, customers: &Customers, role: Role, offset: u32, skipped: &[Field]) -> usize {
        let mut matched = 0;
        let mut places = Vec::with_capacity(customers.len());
        for i in 0..customers.len() {
            let place = if let Some(place) = self.keys.find(customers, i) {
                matched += usize::from(!self.seen[place].is_empty());
                place
            } else {
                self.seen.push(Vec::new());
                self.builder.push(customers.row(i).saturating_add(offset))
            };
            places.push(place);
        }
        for (i, place) in places.iter().enumerate() {
            self.keys.add(customers, i, *place);
            if !self.seen[*place].contains(&role) {
                self.seen[*place].push(role);
            }
        }
        join_fields(&mut self.builder, Side { customers, places: &places, role, skipped });
        matched
    }

    /// Whoever stands in one kind of list only: orders of nobody in the customer list, customers without orders or without
    /// the year before.
    fn unmatched(&self, parts: &[ListPart], roles: &[Role]) -> Vec<Problem> {
        let has = |role: Role| roles.contains(&role);
        if parts.len() < 2 || !has(Role::Customers) || !(has(Role::Orders) || has(Role::PreviousYear)) {
            return Vec::new();
        }
        let customers = self.builder.so_far();
        let mut problems = Vec::new();
        for (i, seen) in self.seen.iter().enumerate() {
            let kind = match (seen.contains(&Role::Customers), seen.contains(&Role::Orders)) {
                (false, true) => ProblemKind::OnlyInOrders,
                (true, false) if has(Role::Orders) => ProblemKind::WithoutOrders,
                (false, false) => ProblemKind::OnlyBefore,
                (true, false) if !seen.contains(&Role::PreviousYear) => ProblemKind::NotBefore,
                _ => continue,
            };
            let name = if customers.name(i).is_empty() { customers.key(i) } else { customers.name(i) };
            problems.push(Problem::new(customers.row(i), None, kind, name));
        }
        problems
    }

    fn finish(self) -> (Customers, jiff::civil::Date) {
        (self.builder.build(), self.days)
    }
}

/// The reports as one; the first list's columns, dialect and mapping stand for it.
fn report_of(parts: &[ListPart], roles: &[Role], offsets: &[u32]) -> Option<IntakeReport> {
    let mut whole = parts.first()?.intake.report.clone();
    for ((part, offset), role) in parts.iter().zip(offsets).zip(roles).skip(1) {
        let report = &part.intake.report;
        whole.rows += report.rows;
        whole.merged += report.merged;
        let moved = |row: u32| if row == 0 { 0 } else { row.saturating_add(*offset) };
        for (to, from) in [(&mut whole.rejected, &report.rejected), (&mut whole.left_out, &report.left_out)] {
            to.extend(from.iter().map(|note| RowNote { row: moved(note.row), kind: note.kind }));
        }
        whole.problems.extend(
            report.problems.iter().map(|problem| Problem { row: moved(problem.row), ..problem.clone() }),
        );
        add_checksums(&mut whole, report, *role);
    }
    let orders = roles.iter().position(|role| *role == Role::Orders);
    if let Some(place) = orders {
        // The revenue comes from the orders; what the customer list says of it is not added to that.
        let sums: SortedMap<Field, _> =
            parts[place].intake.report.checksums.iter().map(|sum| (sum.field, *sum)).collect();
        let from_orders = |field: Field| parts[place].intake.customers.has(field);
        if roles[0] != Role::Orders {
            whole.checksums.retain(|sum| !from_orders(sum.field));
            whole.checksums.extend(sums.into_iter().map(|(_, sum)| sum));
            whole.checksums.order_by_key(|sum| sum.field);
        }
    }
    Some(whole)
}

/// Sums of lists that follow each other are added; those of another year or another kind are not.
fn add_checksums(whole: &mut IntakeReport, report: &IntakeReport, role: Role) {
    if report.kind() != whole.kind() || matches!(role, Role::PreviousYear | Role::OlderYear) {
        return;
    }
    for sum in &report.checksums {
        match whole.checksums.iter_mut().find(|known| known.field == sum.field) {
            Some(known) => known.join(sum),
            None => whole.checksums.push(*sum),
        }
    }
    whole.checksums.order_by_key(|sum| sum.field);
}

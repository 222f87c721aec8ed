//! Guesses the mapping from headers and values; what the person chose wins.

use crate::sorted::{InOrder, SortedMap};

use super::columns::{Look, returns};
use super::headers::{HeaderClues, header_clues};
use super::{Evidence, Field, Guess, ListKind, Mapping, MappingChoice, RowIs};
use crate::table::Table;

/// The likeliest mapping of this table.
pub fn guess(table: &Table, choice: &MappingChoice) -> Mapping {
    let mut guesser = Guesser::new(table, choice);
    guesser.take_chosen();
    guesser.take_headers();
    guesser.take_instalments();
    guesser.take_years();
    guesser.take_customer();
    guesser.take_sides();
    if guesser.has_header {
        guesser.take_last_resorts();
    } else {
        guesser.take_values();
    }
    guesser.finish()
}

pub(super) struct Guesser<'t> {
    pub(super) table: &'t Table,
    choice: &'t MappingChoice,
    pub(super) has_header: bool,
    pub(super) clues: Vec<HeaderClues>,
    pub(super) looks: Vec<Look>,
    pub(super) taken: Vec<bool>,
    pub(super) columns: SortedMap<Field, usize>,
    guesses: SortedMap<Field, Guess>,
    pub(super) parts: Vec<(Field, usize)>,
}

/// Fields that only a list of customers has: with one of these a date column makes no order list.
const CUSTOMER_LIST_FIELDS: [Field; 9] = [
    Field::LastOrder,
    Field::FirstOrder,
    Field::Orders,
    Field::RevenuePrevious,
    Field::Potential,
    Field::DaysLate,
    Field::OverdueDays,
    Field::LastContact,
    Field::SegmentPrevious,
];

impl<'t> Guesser<'t> {
    fn new(table: &'t Table, choice: &'t MappingChoice) -> Self {
        let has_header = !table.header().is_empty();
        let clues = table
            .names()
            .iter()
            .map(|name| if has_header { header_clues(without_number(name)) } else { HeaderClues::default() })
            .collect();
        let looks = (0..table.width()).map(|column| Look::of(table, column)).collect();
        let taken = vec![false; table.width()];
        let (columns, guesses) = (SortedMap::new(), SortedMap::new());
        Self { table, choice, has_header, clues, looks, taken, columns, guesses, parts: Vec::new() }
    }

    pub(super) fn take(&mut self, field: Field, column: usize, confidence: f64, evidence: Evidence) {
        let is_free = !self.taken.get(column).copied().unwrap_or(true)
            && !self.columns.contains_key(&field)
            && (evidence == Evidence::Chosen || !self.choice.columns.contains_key(&field));
        if is_free {
            self.taken[column] = true;
            self.columns.insert(field, column);
            self.guesses.insert(field, Guess { confidence, evidence });
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    fn take_chosen(&mut self) {
        for (field, name) in &self.choice.columns {
            if let Some(column) = name.as_deref().and_then(|name| self.table.column_named(name)) {
                // One column may serve two fields when the person says so.
                self.taken[column] = true;
                self.columns.insert(*field, column);
                self.guesses.insert(*field, Guess { confidence: 1.0, evidence: Evidence::Chosen });
            }
        }
    }

    /// Columns in the order in which they are asked: of equals the newest year, then the first.
    fn take_headers(&mut self) {
        let is_order_number = self.is_shop_order_export();
        let mut wishes: Vec<(Field, usize, f64)> = Vec::new();
        for (column, clues) in self.clues.iter().enumerate() {
            for (field, confidence) in clues.fields.iter().filter(|(field, _)| *field != Field::DebitCredit) {
                let confidence = match field {
                    Field::Id | Field::Name if is_order_number == Some(column) => 0.0,
                    _ => *confidence,
                };
                wishes.push((*field, column, confidence));
            }
            if let Some(certainty) = clues.is_customer {
                let look = self.looks[column];
                // Beside a column of names it is the number, also when labels of total rows stand between.
                let is_key =
                    look.mostly(look.codes) || (look.codes > look.filled / 3 && self.has_names(column));
                let (surer, other) = if is_key { (Field::Id, Field::Name) } else { (Field::Name, Field::Id) };
                wishes.push((surer, column, 0.9 * certainty));
                wishes.push((other, column, 0.4 * certainty));
            }
        }
        if let Some(column) = is_order_number {
            wishes.push((Field::OrderId, column, 0.9));
        }
        let newest = |column: usize| self.clues[column].year.unwrap_or(i16::MAX);
        wishes.retain(|(field, column, confidence)| {
            *confidence > 0.0
                && !self.is_someone_elses_year(*field, *column)
                && !self.is_order_id_instead(*field, *column)
        });
        wishes.order_by(|a, b| b.2.total_cmp(&a.2).then(newest(b.1).cmp(&newest(a.1))).then(a.1.cmp(&b.1)));
        for (field, column, confidence) in wishes {
            // A lone "Klant" is the name or the id, not both.
            if confidence < 0.5
                && (self.has(Field::Name) || self.has(Field::Id))
                && matches!(field, Field::Id)
            {
                continue;
            }
            self.take(field, column, confidence, Evidence::Header);
        }
        self.prefer_order_id();
    }

    /// Whether another column surely holds the names.
    fn has_names(&self, column: usize) -> bool {
        let names = |clues: &HeaderClues| {
            clues.fields.first().is_some_and(|(field, sure)| *field == Field::Name && *sure >= 0.75)
        };
        self.clues.iter().enumerate().any(|(other, clues)| other != column && names(clues))
    }

    /// In an order list a bare `id` beside a word for the customer is the order's.
    fn is_order_id_instead(&self, field: Field, column: usize) -> bool {
        let generic =
            field == Field::Id && self.clues[column].fields.iter().any(|(_, confidence)| *confidence <= 0.6);
        let any = |field: Field| {
            self.clues.iter().any(|clues| clues.fields.iter().any(|(other, _)| *other == field))
        };
        let names_customer = self.clues.iter().any(|clues| {
            clues.is_customer.is_some()
                || clues.fields.iter().any(|(field, sure)| *field == Field::Id && *sure > 0.8)
        });
        generic
            && names_customer
            && any(Field::OrderDate)
            && !CUSTOMER_LIST_FIELDS.iter().any(|field| any(*field))
    }

    fn prefer_order_id(&mut self) {
        let column = (0..self.clues.len()).find(|column| {
            !self.taken[*column]
                && self.is_order_id_instead(Field::Id, *column)
                && self.clues[*column].fields.iter().any(|(field, _)| *field == Field::Id)
        });
        if let Some(column) = column {
            self.take(Field::OrderId, column, 0.6, Evidence::Header);
        }
    }

    /// Web shops call the order's number `Name`.
    fn is_shop_order_export(&self) -> Option<usize> {
        let position =
            |wanted: &str| self.table.names().iter().position(|name| name.eq_ignore_ascii_case(wanted));
        position("Financial Status").or_else(|| position("Lineitem name"))?;
        position("Name")
    }

    /// Ids of something unknown name the customer only when nothing else does: the nearest before the date.
    fn take_customer(&mut self) {
        if self.has(Field::Id) || self.has(Field::Name) {
            return;
        }
        let date = self.columns.get(&Field::OrderDate).copied().unwrap_or(usize::MAX);
        let keys: Vec<usize> = (0..self.clues.len())
            .filter(|column| self.clues[*column].is_some_key && !self.taken[*column])
            .collect();
        let before = keys.iter().copied().rfind(|column| *column < date && date != usize::MAX);
        if let Some(column) = before.or_else(|| keys.first().copied()) {
            self.take(Field::Id, column, 0.5, Evidence::Header);
        }
    }

    /// With a header that names no customer: a column of words, else who or what comes nearest.
    fn take_last_resorts(&mut self) {
        if !self.has(Field::Id) && !self.has(Field::Name) {
            let words = (0..self.looks.len()).find(|column| {
                let clues = &self.clues[*column];
                !self.taken[*column] && clues.fields.is_empty() && self.looks[*column].is_text()
            });
            if let Some(column) = words {
                self.take(Field::Name, column, 0.4, Evidence::Values);
            }
        }
        self.take_contact_as_name();
        for stand_in in [Field::Group, Field::ContactPerson, Field::Email] {
            let is_guess =
                self.guesses.get(&stand_in).is_some_and(|guess| guess.evidence != Evidence::Chosen);
            let is_wanted = !self.has(Field::Id) && !self.has(Field::Name) && is_guess;
            if let (true, Some(column)) = (is_wanted, self.columns.get(&stand_in).copied()) {
                self.columns.remove(&stand_in);
                self.guesses.remove(&stand_in);
                self.taken[column] = false;
                self.take(Field::Name, column, 0.5, Evidence::Header);
            }
        }
        if !self.has(Field::Revenue) && !self.has(Field::Margin) {
            let mut amounts = (0..self.looks.len()).filter(|column| {
                let look = self.looks[*column];
                !self.taken[*column]
                    && self.clues[*column].fields.is_empty()
                    && look.mostly(look.numbers)
                    && look.amounts * 2 > look.filled
            });
            if let (Some(column), None) = (amounts.next(), amounts.next()) {
                self.take(Field::Revenue, column, 0.4, Evidence::Values);
            }
        }
    }

    /// A bare `Contact` beside a customer number is who the customer is.
    fn take_contact_as_name(&mut self) {
        let column = self.columns.get(&Field::ContactPerson).copied();
        let is_guess =
            self.guesses.get(&Field::ContactPerson).is_some_and(|guess| guess.evidence != Evidence::Chosen);
        let bare = column.filter(|column| self.table.names()[*column].eq_ignore_ascii_case("contact"));
        if let (Some(column), true, false) = (bare, is_guess && self.has(Field::Id), self.has(Field::Name)) {
            self.columns.remove(&Field::ContactPerson);
            self.guesses.remove(&Field::ContactPerson);
            self.taken[column] = false;
            self.take(Field::Name, column, 0.6, Evidence::Header);
        }
    }

    /// Without a header the values and the order of the columns must tell.
    fn take_values(&mut self) {
        let looks = self.looks.clone();
        let free = |taken: &[bool], is: &dyn Fn(Look) -> bool| {
            (0..looks.len()).find(|column| !taken[*column] && is(looks[*column]))
        };
        if let Some(column) = free(&self.taken, &|look| look.mostly(look.dates)) {
            let repeats = looks.iter().any(|look| look.is_text() && !look.is_distinct());
            let field = if repeats { Field::OrderDate } else { Field::LastOrder };
            self.take(field, column, 0.5, Evidence::Values);
        }
        let name = free(&self.taken, &|look| look.is_text() && !look.mostly(look.codes))
            .or_else(|| free(&self.taken, &|look| look.is_text()));
        if let Some(column) = name {
            self.take(Field::Name, column, 0.5, Evidence::Values);
        }
        let before_name = name.unwrap_or(usize::MAX);
        let is_key = |look: Look| look.mostly(look.codes) && look.amounts == 0 && look.dates == 0;
        if let Some(column) =
            free(&self.taken, &|look| is_key(look) && (look.is_distinct() || name.is_none()))
        {
            let others =
                looks.iter().enumerate().filter(|(other, look)| *other != column && look.numbers > 0).count();
            let is_alone = name.is_none() && looks.len() == 1;
            if is_alone || (column < before_name && (name.is_some() || others > 0)) {
                self.take(Field::Id, column, 0.5, Evidence::Values);
            }
        }
        let amount = free(&self.taken, &|look| {
            look.mostly(look.numbers) && look.amounts * 2 > look.filled && look.percents == 0
        })
        .or_else(|| free(&self.taken, &|look| look.mostly(look.numbers) && look.percents == 0));
        if let Some(column) = amount.filter(|_| self.has(Field::Name) || self.has(Field::Id)) {
            self.take(Field::Revenue, column, 0.5, Evidence::Values);
        }
    }

    fn finish(mut self) -> Mapping {
        let kind = self.choice.kind.unwrap_or_else(|| self.kind());
        match kind {
            ListKind::Orders if !self.has(Field::OrderDate) => {
                let dates = (0..self.looks.len()).find(|column| {
                    !self.taken[*column] && self.looks[*column].mostly(self.looks[*column].dates)
                });
                if let Some(column) = dates {
                    self.take(Field::OrderDate, column, 0.4, Evidence::Values);
                }
            }
            ListKind::Customers => {
                for field in [Field::OrderDate, Field::OrderId] {
                    let is_guess =
                        self.guesses.get(&field).is_some_and(|guess| guess.evidence != Evidence::Chosen);
                    if is_guess {
                        self.columns.remove(&field);
                        self.guesses.remove(&field);
                    }
                }
            }
            ListKind::Orders => {}
        }
        let first_name = self.first_name();
        let row_is = self.choice.row_is.or_else(|| self.row_is(kind));
        Mapping { kind, columns: self.columns, parts: self.parts, first_name, row_is, guesses: self.guesses }
    }

    fn first_name(&self) -> Option<usize> {
        let name = self.columns.get(&Field::Name)?;
        let clues = self.clues.get(*name)?;
        let is_surname =
            clues.fields.iter().any(|(field, confidence)| *field == Field::Name && *confidence <= 0.5);
        let is_guess = self.guesses.get(&Field::Name).is_some_and(|guess| guess.evidence == Evidence::Header);
        let column = self.clues.iter().position(|clues| clues.is_first_name)?;
        (is_surname && is_guess && !self.taken[column]).then_some(column)
    }

    fn kind(&self) -> ListKind {
        let is_customer_list = CUSTOMER_LIST_FIELDS.iter().any(|field| self.has(*field));
        if is_customer_list {
            return ListKind::Customers;
        }
        let has_amount = [Field::Revenue, Field::Margin, Field::Cost, Field::Quantity]
            .iter()
            .any(|field| self.has(*field));
        let is_orders = if self.has(Field::OrderDate) {
            has_amount || self.has(Field::OrderId) || self.key_returns()
        } else {
            self.has(Field::OrderId) && self.key_returns()
        };
        if is_orders { ListKind::Orders } else { ListKind::Customers }
    }

    fn key_returns(&self) -> bool {
        let key = self.columns.get(&Field::Id).or_else(|| self.columns.get(&Field::Name));
        key.and_then(|column| self.looks.get(*column)).is_some_and(|look| look.distinct < look.filled)
    }

    fn row_is(&self, kind: ListKind) -> Option<RowIs> {
        let column = *self.columns.get(&Field::OrderId)?;
        if kind == ListKind::Customers {
            return None;
        }
        Some(if returns(self.table, column) { RowIs::OrderLine } else { RowIs::Order })
    }
}

/// A repeated header without the number it got.
fn without_number(name: &str) -> &str {
    match name.rsplit_once(" (") {
        Some((stem, rest))
            if rest
                .strip_suffix(')')
                .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) =>
        {
            stem
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{ReadOptions, read};

    fn check(text: &str, kind: ListKind, expected: &[(&str, &str)]) {
        let (table, _) = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let mapping = guess(&table, &MappingChoice::default());
        let found: Vec<(&str, &str)> = mapping
            .columns
            .iter()
            .map(|(field, column)| (field.key(), table.names()[*column].as_str()))
            .collect();
        assert_eq!((mapping.kind, found.as_slice()), (kind, expected), "{text}");
    }

    #[test]
    fn lists_of_customers() {
        use ListKind::Customers;
        check(
            "Klantnr;Klant;Omzet 2024;Omzet 2025;Marge\n1;Jan;5;6;1\n",
            Customers,
            &[
                ("id", "Klantnr"),
                ("name", "Klant"),
                ("revenue", "Omzet 2025"),
                ("revenue_previous", "Omzet 2024"),
                ("margin", "Marge"),
            ],
        );
        check(
            "Klant;2024;2025\nJan;5;6\n",
            Customers,
            &[("name", "Klant"), ("revenue", "2025"), ("revenue_previous", "2024")],
        );
        check(
            "Debiteur;Naam;Saldo\n1001;Jan;5\n",
            Customers,
            &[("id", "Debiteur"), ("name", "Naam"), ("overdue", "Saldo")],
        );
        check("Klant;Omzet\n1001;5\n1002;6\n", Customers, &[("id", "Klant"), ("revenue", "Omzet")]);
        check("Naam\nJan\n", Customers, &[("name", "Naam")]);
        check("Jan\nPiet\n", Customers, &[("name", "1")]);
        check("Jan BV;12,50\nPiet;5\n", Customers, &[("name", "1"), ("revenue", "2")]);
        check("1001;Jan BV;12,50\n1002;Piet;5\n", Customers, &[("id", "1"), ("name", "2"), ("revenue", "3")]);
        check(
            "Account Name,Account Owner,Billing City,Annual Revenue,Phone\nJan,Eva,Ede,5,0\n",
            Customers,
            &[
                ("name", "Account Name"),
                ("place", "Billing City"),
                ("owner", "Account Owner"),
                ("phone", "Phone"),
                ("revenue", "Annual Revenue"),
            ],
        );
        check(
            "ResellerKey,BusinessType,ResellerName,City,StateProvinceName,Country_Region\n1,Shop,Jan,Ede,Gld,NL\n",
            Customers,
            &[("id", "ResellerKey"), ("name", "ResellerName"), ("place", "City"), ("sector", "BusinessType")],
        );
        check("Klant;Omzet;Omzet\nJan;5;6\n", Customers, &[("name", "Klant"), ("revenue", "Omzet")]);
        check("Foo;Bar\nJan;5,50\nPiet;6,25\n", Customers, &[("name", "Foo"), ("revenue", "Bar")]);
        check(
            "Contactpersoon;Omzet\nJan;5\n",
            Customers,
            &[("name", "Contactpersoon"), ("revenue", "Omzet")],
        );
    }

    #[test]
    fn lists_of_orders() {
        use ListKind::Orders;
        check(
            "SalesOrderNumber,OrderDate,ResellerKey,EmployeeKey,SalesTerritoryKey,lines,quantity,revenue,cost,BusinessType,ResellerName,City,StateProvinceName,Country_Region,gross_margin\n\
               SO1,2017-07-01,676,285,5,12,26,205.6,192.02,Shop,Bike,Austell,Georgia,US,13.58\n",
            Orders,
            &[
                ("id", "ResellerKey"),
                ("name", "ResellerName"),
                ("place", "City"),
                ("sector", "BusinessType"),
                ("owner", "EmployeeKey"),
                ("revenue", "revenue"),
                ("margin", "gross_margin"),
                ("order_id", "SalesOrderNumber"),
                ("order_date", "OrderDate"),
                ("quantity", "quantity"),
                ("cost", "cost"),
            ],
        );
        check(
            "master_id,sample_id,date,cds,amount\n00004,0001,1997-01-01,2,29.33\n",
            Orders,
            &[("id", "sample_id"), ("revenue", "amount"), ("order_date", "date"), ("quantity", "cds")],
        );
        check(
            "customer_id,order_date,revenue,first_name,last_name\nJan B,2004-12-20,32,Jan,B\n",
            Orders,
            &[
                ("id", "customer_id"),
                ("name", "last_name"),
                ("revenue", "revenue"),
                ("order_date", "order_date"),
            ],
        );
        check(
            "id,date,customer,amount\n1,2025-01-01,Jan,5\n",
            Orders,
            &[("name", "customer"), ("revenue", "amount"), ("order_id", "id"), ("order_date", "date")],
        );
        check(
            "Factuurnr;Factuurdatum;Debiteur;Bedrag\n1;01-02-2025;Jan;5\n",
            Orders,
            &[
                ("name", "Debiteur"),
                ("revenue", "Bedrag"),
                ("order_id", "Factuurnr"),
                ("order_date", "Factuurdatum"),
            ],
        );
        check(
            "Jan;01-02-2025;5\nJan;02-02-2025;6\nPiet;02-02-2025;6\n",
            Orders,
            &[("name", "1"), ("revenue", "3"), ("order_date", "2")],
        );
    }

    #[test]
    fn the_person_wins() {
        let (table, _) = read(b"Klant;Omzet;Marge\nJan;5;1\n", &ReadOptions::default()).unwrap();
        let mut choice = MappingChoice::default();
        choice.columns.insert(Field::Revenue, Some("Marge".to_owned()));
        choice.columns.insert(Field::Margin, None);
        let mapping = guess(&table, &choice);
        let expected = SortedMap::from([(Field::Name, 0), (Field::Revenue, 2)]);
        assert_eq!(mapping.columns, expected);
        assert_eq!(mapping.guesses[&Field::Revenue].evidence, Evidence::Chosen);
    }
    fn check_row_is(rows: u32, order_of: fn(u32) -> u32, expected: RowIs) {
        let mut text = String::from("Ordernr;Orderdatum;Klant;Bedrag\n");
        for row in 0..rows {
            let cells = [
                format!("O{}", order_of(row)),
                "01-02-2025".into(),
                format!("Klant {}", row % 50),
                "10".into(),
            ];
            text.push_str(&cells.join(";"));
            text.push('\n');
        }
        let (table, _) = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(guess(&table, &MappingChoice::default()).row_is, Some(expected), "{rows} rows");
    }

    #[test]
    fn one_order_number_that_returns_makes_lines_of_all_rows() {
        check_row_is(20, |row| row, RowIs::Order);
        check_row_is(20, |row| row / 2, RowIs::OrderLine);
        check_row_is(2000, |row| row, RowIs::Order);
        // Two lines of one order, next to each other: a sample of every fifth row never has both.
        check_row_is(2000, |row| if row == 1001 { 1000 } else { row }, RowIs::OrderLine);
    }
}

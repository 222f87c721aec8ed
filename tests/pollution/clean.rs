//! The clean list that gets polluted, how it is written, and how it should come out again.

use jiff::civil::Date;
use kernklant::customers::{Field, Intake};
use rust_decimal::Decimal;

pub const HEADER: [&str; 6] = ["Klantnr", "Naam", "Plaats", "Omzet", "Laatste order", "Accountmanager"];
pub const ID: usize = 0;
pub const NAME: usize = 1;
pub const PLACE: usize = 2;
pub const REVENUE: usize = 3;
pub const LAST_ORDER: usize = 4;
pub const OWNER: usize = 5;

/// One customer as it is written in the file.
pub type Row = [String; 6];

/// 40 customers with the letters, delimiters and quotes that names have; every value is known.
pub fn rows() -> Vec<Row> {
    const FIRMS: [&str; 10] = [
        "Bakkerij De Zoete Inval B.V.",
        "Café Zoë",
        "Jansen, P. & Zn.",
        "Garage 't Hoekje",
        "Müller GmbH",
        "De \"Gouden\" Leeuw",
        "Van den Berg; Groothandel",
        "Fietsen 4 You",
        "Firma Sørensen",
        "A|B Techniek",
    ];
    const PLACES: [&str; 5] =
        ["Ede", "Den Haag, Zuid", "'s-Hertogenbosch", "Hoogeveen", "Sint-Michielsgestel"];
    const OWNERS: [&str; 3] = ["Els", "Joost", "Anne-Fleur"];
    (0..40)
        .map(|i| {
            let cents = (i * 7919 + 37) % 250_000;
            [
                format!("{:05}", 420 + i * 3),
                format!("{} {}", FIRMS[i % FIRMS.len()], i + 1),
                PLACES[i % PLACES.len()].to_owned(),
                format!("{},{:02}", cents / 100, cents % 100),
                format!("{:02}-{:02}-2025", i % 28 + 1, i % 12 + 1),
                OWNERS[i % OWNERS.len()].to_owned(),
            ]
        })
        .collect()
}

/// A customer as it should come out; `None` is a value that the pollution itself took away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    pub id: Option<String>,
    pub name: Option<String>,
    pub place: Option<String>,
    pub revenue: Option<Decimal>,
    pub last_order: Option<Date>,
    pub owner: Option<String>,
}

/// What a row says.
pub fn expected(row: &Row) -> Expected {
    let text = |cell: &String| Some(cell.trim().to_owned()).filter(|text| !text.is_empty());
    let day = |cell: &String| {
        let mut parts = cell.split('-').map(|part| part.parse::<i16>().unwrap());
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        Date::new(year, month as i8, day as i8).ok()
    };
    Expected {
        id: text(&row[ID]),
        name: text(&row[NAME]),
        place: text(&row[PLACE]),
        revenue: text(&row[REVENUE]).map(|cell| cell.replace(',', ".").parse().unwrap()),
        last_order: text(&row[LAST_ORDER]).and_then(|cell| day(&cell)),
        owner: text(&row[OWNER]),
    }
}

/// What came out of intake, in the order of the file.
pub fn came_out(intake: &Intake) -> Vec<Expected> {
    let customers = &intake.customers;
    let text = |field: Field, i: usize| customers.text(field, i).map(str::to_owned);
    (0..customers.len())
        .map(|i| Expected {
            id: text(Field::Id, i),
            name: text(Field::Name, i),
            place: text(Field::Place, i),
            revenue: customers.money(Field::Revenue, i),
            last_order: customers.date(Field::LastOrder, i),
            owner: text(Field::Owner, i),
        })
        .collect()
}

/// How a list is written.
#[derive(Clone, Debug)]
pub struct Style {
    pub delimiter: String,
    pub quote: &'static str,
    /// What stands for a quote inside a quoted cell.
    pub escaped: String,
    pub all_quoted: bool,
    pub line_end: &'static str,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            delimiter: ";".to_owned(),
            quote: "\"",
            escaped: "\"\"".to_owned(),
            all_quoted: false,
            line_end: "\r\n",
        }
    }
}

impl Style {
    /// One record without its line end.
    pub fn record<T: AsRef<str>>(&self, cells: &[T]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell.as_ref())).collect();
        cells.join(&self.delimiter)
    }

    pub fn cell(&self, cell: &str) -> String {
        let needs = cell.contains(&self.delimiter)
            || (!self.quote.is_empty() && cell.contains(self.quote))
            || cell.contains(['\n', '\r']);
        if !self.quote.is_empty() && (self.all_quoted || needs) {
            format!("{0}{1}{0}", self.quote, cell.replace(self.quote, &self.escaped))
        } else {
            cell.to_owned()
        }
    }

    /// Header and rows, a line end behind each.
    pub fn list(&self, rows: &[Row]) -> Vec<String> {
        std::iter::once(self.record(&HEADER)).chain(rows.iter().map(|row| self.record(row))).collect()
    }

    /// The lines as one text.
    pub fn text(&self, lines: &[String]) -> String {
        lines.iter().map(|line| format!("{line}{}", self.line_end)).collect()
    }
}

//! The columns of the grid: what each holds of a customer, and how that is written.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Width;
use crate::calendar::days_between;
use crate::customers::{Customers, Field, Kind};
use crate::i18n::{Format, Language, field_name};

/// What a column of the grid is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridField {
    Field(Field),
    /// A column of the list without a meaning of its own.
    Extra(String),
    /// The user's row number.
    Row,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown<'a> {
    Missing,
    Text(&'a str),
    Money(Decimal),
    Number(f64),
    Share(f64),
    Date(Date),
    YesNo(bool),
}

/// The columns that this list fills: the name first, then the fields in their order, extra columns, the row.
pub fn fields(customers: &Customers) -> Vec<GridField> {
    let mut columns = vec![GridField::Field(Field::Name)];
    let others = Field::ALL.iter().filter(|field| **field != Field::Name && customers.has(**field));
    columns.extend(others.map(|field| GridField::Field(*field)));
    columns.extend(customers.extra_names().map(|name| GridField::Extra(name.to_owned())));
    columns.push(GridField::Row);
    columns
}

impl GridField {
    /// Stable, to sort and filter by.
    pub fn key(&self) -> String {
        match self {
            Self::Field(field) => field.key().to_owned(),
            Self::Extra(name) => format!("column {name}"),
            Self::Row => "row".to_owned(),
        }
    }

    /// What heads the column.
    pub fn label(&self, language: Language) -> String {
        match self {
            Self::Field(field) => capital(field_name(*field, language)),
            Self::Extra(name) => name.clone(),
            Self::Row => match language {
                Language::Nl => "Rij".to_owned(),
                Language::En => "Row".to_owned(),
            },
        }
    }

    /// How wide the column is.
    pub fn width(&self) -> Width {
        match self {
            Self::Field(Field::Name) => Width::Head,
            Self::Field(Field::Id | Field::Phone) | Self::Row => Width::Short,
            Self::Field(field) => match field.kind() {
                Kind::Text => Width::Text,
                Kind::Money | Kind::Number | Kind::Share | Kind::Score => Width::Number,
                Kind::Date | Kind::YesNo => Width::Short,
            },
            Self::Extra(_) => Width::Text,
        }
    }

    /// The cell of one customer.
    pub fn of<'a>(&self, customers: &'a Customers, i: usize) -> Shown<'a> {
        let shown = match self {
            Self::Row => return Shown::Number(f64::from(customers.row(i))),
            Self::Extra(name) => customers.extra(name).and_then(|extra| extra.text(i)).map(Shown::Text),
            Self::Field(Field::Name) => {
                Some(customers.name(i)).filter(|name| !name.is_empty()).map(Shown::Text)
            }
            Self::Field(field) => match field.kind() {
                Kind::Text => customers.text(*field, i).map(Shown::Text),
                Kind::Money => customers.money(*field, i).map(Shown::Money),
                Kind::Number | Kind::Score => customers.number(*field, i).map(Shown::Number),
                Kind::Share => customers.number(*field, i).map(Shown::Share),
                Kind::Date => customers.date(*field, i).map(Shown::Date),
                Kind::YesNo => customers.yes_no(*field, i).map(Shown::YesNo),
            },
        };
        shown.unwrap_or(Shown::Missing)
    }
}

impl Shown<'_> {
    /// As people read it; empty when missing.
    pub fn written(self, format: Format) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Text(text) => text.to_owned(),
            Self::Money(amount) => format.money(amount),
            Self::Number(number) => format.short_number(number, 2),
            Self::Share(share) => format.percent(share, 1),
            Self::Date(day) => format.short_date(day),
            Self::YesNo(yes) => match (yes, format.language) {
                (true, Language::Nl) => "ja".to_owned(),
                (false, Language::Nl) => "nee".to_owned(),
                (true, Language::En) => "yes".to_owned(),
                (false, Language::En) => "no".to_owned(),
            },
        }
    }

    /// A number that orders cells of one column alike; `None` for texts and what is missing.
    pub fn size(self) -> Option<f64> {
        use rust_decimal::prelude::ToPrimitive;
        match self {
            Self::Missing | Self::Text(_) => None,
            Self::Money(amount) => amount.to_f64(),
            Self::Number(number) | Self::Share(number) => Some(number),
            Self::Date(day) => Some(f64::from(days_between(jiff::civil::date(1900, 1, 1), day))),
            Self::YesNo(yes) => Some(f64::from(u8::from(yes))),
        }
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

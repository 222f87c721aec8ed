//! What people judged on screen because the list lacks it: potential, criteria, factors, own columns.

use crate::sorted::{SortedMap, SortedSet};

use serde::{Deserialize, Serialize};

use super::Matcher;
use crate::customers::{Customers, CustomersBuilder, Extra, Field, Kind, Typed};

/// Judgements by customer key (the id, else the name), so that they survive a new version of the list.
///
/// Cells are kept as typed, so that nothing a person wrote is ever lost; what cannot be read counts as missing and
/// is marked where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Judgements {
    /// By customer key, then by the key of the column ([`JudgedColumn::key`]).
    pub cells: SortedMap<String, SortedMap<String, String>>,
    /// The team's own columns, in their order.
    pub own: Vec<OwnColumn>,
    /// Fields that are judged beside potential and the criteria of 1–5.
    pub fields: Vec<Field>,
}

/// A column that the team added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnColumn {
    pub name: String,
    pub kind: OwnKind,
}

/// By the place of a customer: the key it is judged under, and its judged cells.
pub type Placed<'a> = SortedMap<usize, (&'a str, &'a SortedMap<String, String>)>;

/// What an own column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnKind {
    YesNo,
    /// 1–5.
    Score,
    Number,
    Text,
}

/// The team's shortlist; `None` = still the prefilled one by value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShortlistPicks {
    /// Keys of the picked customers.
    pub picked: Option<SortedSet<String>>,
    /// Who was put on it or taken off since, by key; what agrees with the list as prefilled or picked stays out.
    pub changes: SortedMap<String, bool>,
}

impl ShortlistPicks {
    /// Whether the team picked nobody and dropped nobody yet.
    pub fn is_empty(&self) -> bool {
        self.picked.is_none() && self.changes.is_empty()
    }
}

/// A column of judgements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JudgedColumn {
    /// A field of the list: a judged cell goes before the cell of the list.
    Field(Field),
    /// Whether a success factor holds, by the factor's id: goes before its rule.
    Factor(String),
    /// A column of the team, by its name: usable in rules.
    Own(String),
}

impl JudgedColumn {
    /// The stable key: `potential`, `factor/orders_clearly`, `own/Sfeer`.
    pub fn key(&self) -> String {
        match self {
            JudgedColumn::Field(field) => field.key().to_owned(),
            JudgedColumn::Factor(id) => format!("factor/{id}"),
            JudgedColumn::Own(name) => format!("own/{name}"),
        }
    }

    /// The column of a key; `None` when it is no key of ours.
    pub fn from_key(key: &str) -> Option<JudgedColumn> {
        match key.split_once('/') {
            Some(("factor", id)) => Some(JudgedColumn::Factor(id.to_owned())),
            Some(("own", name)) => Some(JudgedColumn::Own(name.to_owned())),
            Some(_) => None,
            None => Field::from_key(key).map(JudgedColumn::Field),
        }
    }
}

impl OwnKind {
    /// How a cell of it is read.
    pub fn kind(self) -> Kind {
        match self {
            OwnKind::YesNo => Kind::YesNo,
            OwnKind::Score => Kind::Score,
            OwnKind::Number => Kind::Number,
            OwnKind::Text => Kind::Text,
        }
    }
}

impl Judgements {
    /// How cells of a column are read; `None` for a column that is not there.
    pub fn kind(&self, column: &JudgedColumn) -> Option<Kind> {
        match column {
            JudgedColumn::Field(field) => Some(field.kind()),
            JudgedColumn::Factor(_) => Some(Kind::YesNo),
            JudgedColumn::Own(name) => {
                self.own.iter().find(|own| own.name == *name).map(|own| own.kind.kind())
            }
        }
    }

    /// The judged cells of the customers that are in the list, by their place; a key that is not is kept and changes
    /// nothing. Two keys that mean one customer: the later one in the order of keys wins.
    pub fn placed(&self, customers: &Customers) -> Placed<'_> {
        if self.cells.is_empty() {
            return SortedMap::new();
        }
        let matcher = Matcher::new(customers);
        self.cells
            .iter()
            .filter_map(|(key, cells)| Some((matcher.find(key)?, (key.as_str(), cells))))
            .collect()
    }

    /// The customers with the judged cells filled in, and the team's own columns beside the fields.
    #[must_use]
    pub fn fill(&self, customers: Customers) -> Customers {
        if self.cells.is_empty() {
            return customers;
        }
        let placed = self.placed(&customers);
        let (count, today) = (customers.len(), customers.reference_date());
        let mut builder = CustomersBuilder::reopen(customers);
        let mut own: SortedMap<&str, Vec<Option<Box<str>>>> =
            self.own.iter().map(|own| (own.name.as_str(), vec![None; count])).collect();
        for (i, (_, cells)) in placed {
            for (key, text) in cells {
                match JudgedColumn::from_key(key) {
                    Some(JudgedColumn::Field(field)) => {
                        Typed::read(text, field.kind()).set(&mut builder, field, i);
                    }
                    Some(JudgedColumn::Own(name)) => {
                        if let Some(column) = own.get_mut(name.as_str()) {
                            column[i] = Some(Box::from(text.as_str()));
                        }
                    }
                    Some(JudgedColumn::Factor(_)) | None => {}
                }
            }
        }
        for (name, cells) in own {
            builder.set_extra(name, Extra::new(cells, today));
        }
        builder.build()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::segments::testing::list;

    fn judged(cells: &[(&str, &str, &str)], own: &[(&str, OwnKind)]) -> Judgements {
        let mut judgements = Judgements::default();
        for (customer, column, text) in cells {
            let row = judgements.cells.entry((*customer).to_owned()).or_default();
            row.insert((*column).to_owned(), (*text).to_owned());
        }
        judgements.own =
            own.iter().map(|(name, kind)| OwnColumn { name: (*name).to_owned(), kind: *kind }).collect();
        judgements
    }

    fn check(cells: &[(&str, &str, &str)], holds: impl Fn(&Customers) -> bool) {
        let filled =
            judged(cells, &[("Sfeer", OwnKind::Score)]).fill(list("id name strategic\n1 Bos_BV 2\n2 Smit ."));
        assert!(holds(&filled), "{cells:?} gave {filled:?}");
    }

    #[test]
    fn a_judged_cell_goes_before_the_list_and_a_wrong_one_changes_nothing() {
        check(&[("2", "potential", "12.500")], |list| {
            list.money(Field::Potential, 1) == Some(Decimal::from(12_500))
        });
        check(&[("1", "strategic", "5")], |list| list.number(Field::Strategic, 0) == Some(5.0));
        check(&[("1", "strategic", "9")], |list| list.number(Field::Strategic, 0) == Some(2.0));
        check(&[("1", "own/Sfeer", "4")], |list| {
            list.extra("Sfeer").and_then(|sfeer| sfeer.number(0)) == Some(4.0)
        });
        check(&[("9", "strategic", "5")], |list| list.number(Field::Strategic, 1).is_none());
    }

    #[test]
    fn a_customer_with_another_number_is_found_by_its_name() {
        check(&[("BOS B.V.", "strategic", "5")], |list| list.number(Field::Strategic, 0) == Some(5.0));
    }

    #[test]
    fn keys_of_columns_come_back_as_they_were() {
        for column in [
            JudgedColumn::Field(Field::Potential),
            JudgedColumn::Factor("own/x".into()),
            JudgedColumn::Own("a/b".into()),
        ] {
            assert_eq!(JudgedColumn::from_key(&column.key()), Some(column));
        }
        assert_eq!(JudgedColumn::from_key("nonsense"), None);
    }
}

//! Why a source cannot be used, in the words of both languages, and the ways on that the person can take at once.

use serde::{Deserialize, Serialize};

use super::sheet::{Choice, Doing};
use crate::customers::Field;
use crate::i18n::Language;
use crate::i18n::problems::{Explained, explain_refusal};
use crate::inputs::Action;
use crate::table::{ColumnSample, ReadError};

/// What the page says of a source that was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// Both, since the person may change language while it is read.
    nl: Explained,
    en: Explained,
    /// The columns of which one may be the customers' name: choosing it reads the source once more.
    pub columns: Vec<Choice>,
}

impl Refusal {
    /// `further` names the file when it is not the first of its list.
    pub fn new(reason: &ReadError, further: Option<&str>) -> Self {
        let columns = match reason {
            ReadError::NoCustomerColumn { columns } => columns.as_slice(),
            _ => &[],
        };
        Self {
            nl: explain_refusal(reason, Language::Nl),
            en: explain_refusal(reason, Language::En),
            columns: columns.iter().map(|column| choice(column, further)).collect(),
        }
    }

    /// What is the matter and what to do about it.
    pub fn said(&self, language: Language) -> &Explained {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

fn choice(column: &ColumnSample, further: Option<&str>) -> Choice {
    let action = Action::MapColumn { column: column.name.clone(), before: None, field: Some(Field::Name) };
    let action = match further {
        Some(file) => Action::OfFile { file: file.to_owned(), action: Box::new(action) },
        None => action,
    };
    let label = if column.cells.is_empty() {
        column.name.clone()
    } else {
        format!("{} ({})", column.name, column.cells.join(" · "))
    };
    Choice { label, doing: Doing::Act(action) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(further: Option<&str>, expected: &Action) {
        let columns = vec![ColumnSample { name: "A".into(), cells: vec!["1".into(), "2".into()] }];
        let refusal = Refusal::new(&ReadError::NoCustomerColumn { columns }, further);
        assert_eq!(refusal.columns.len(), 1);
        assert_eq!(refusal.columns[0].label, "A (1 · 2)");
        assert_eq!(refusal.columns[0].doing, Doing::Act(expected.clone()));
        assert_ne!(refusal.said(Language::Nl), refusal.said(Language::En));
    }

    #[test]
    fn a_list_without_customers_offers_its_columns() {
        let map = Action::MapColumn { column: "A".into(), before: None, field: Some(Field::Name) };
        check(None, &map);
        check(Some("b.csv"), &Action::OfFile { file: "b.csv".into(), action: Box::new(map) });
        assert_eq!(Refusal::new(&ReadError::Empty, None).columns, []);
    }
}

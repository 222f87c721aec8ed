//! What a success factor can be about: every field and derived figure the list knows, every other column, the team's own.

use crate::customers::{Field, Kind};
use crate::i18n::Language;
use crate::i18n::explain::quantity_name;
use crate::recipe::{Comparison, Quantity, Rule};
use crate::segments::facts::quantity;
use crate::segments::ranking::Sorted;
use crate::segments::{OwnKind, protected};
use crate::views::Facts;

/// Something a rule can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A number, or a column that may hold either.
    Number(Quantity),
    /// A field of text.
    Text(Field),
}

/// A subject with its name and the middle of its values, from which a new limit starts.
#[derive(Clone, Debug)]
pub struct Known {
    pub subject: Subject,
    pub label: String,
    middle: Option<f64>,
}

/// Everything a rule can be about in this list.
#[derive(Clone, Debug)]
pub struct Subjects {
    pub all: Vec<Known>,
}

/// Derived figures, besides the fields themselves.
const DERIVED: [Quantity; 8] = [
    Quantity::Margin,
    Quantity::MarginRate,
    Quantity::Contribution,
    Quantity::OrderDaysLastYear,
    Quantity::Orders,
    Quantity::ComplaintsPerYear,
    Quantity::ShareOfWallet,
    Quantity::GrowthRoom,
];
/// Fields that say who a customer is, not how good it fits; the previous letter would prove itself.
const IDENTITY: [Field; 8] = [
    Field::Id,
    Field::Name,
    Field::ContactPerson,
    Field::Phone,
    Field::Email,
    Field::SegmentPrevious,
    Field::Status,
    Field::OrderId,
];
/// The middle of a quantity is taken over no more customers than this: it is a start, not a result.
const SAMPLE: usize = 2_000;

impl Subjects {
    /// The subjects of a list. Columns that look like a protected ground are left out (METHOD section 6).
    pub fn of(facts: Facts, language: Language) -> Self {
        let mut all = Vec::new();
        for &field in
            Field::ALL.iter().filter(|field| facts.customers.has(**field) && !IDENTITY.contains(field))
        {
            let subject = Subject::of_field(field);
            all.push(Known { label: subject.label(language), middle: middle(facts, &subject), subject });
        }
        for of in DERIVED {
            let subject = Subject::Number(of);
            let middle = middle(facts, &subject);
            let label = subject.label(language);
            if middle.is_some() && all.iter().all(|known| known.label != label) {
                all.push(Known { subject, label, middle });
            }
        }
        for own in &facts.inputs.judgements.own {
            let start = match own.kind {
                OwnKind::YesNo => Some(1.0),
                OwnKind::Score => Some(4.0),
                OwnKind::Number => Some(0.0),
                OwnKind::Text => None,
            };
            all.push(Known::column(&own.name, start));
        }
        for name in columns(facts) {
            let subject = Subject::Number(Quantity::Column(name.to_owned()));
            all.push(Known::column(name, middle(facts, &subject)));
        }
        Self { all }
    }

    /// The middle of a subject's values; 0 when unknown.
    pub fn middle(&self, subject: &Subject) -> f64 {
        let known = self.all.iter().find(|known| known.subject == *subject);
        known.and_then(|known| known.middle).unwrap_or_default()
    }

    /// A rule to start from.
    pub fn first_rule(&self) -> Rule {
        let number = self.all.iter().find(|known| known.middle.is_some());
        number.or(self.all.first()).map_or(Rule::Judgement, Known::rule)
    }
}

/// Columns of the list without a meaning, those of a protected ground left out.
fn columns(facts: Facts<'_>) -> Vec<&str> {
    let mapped = &facts.report.mapping;
    let names = facts.table.names().iter().enumerate();
    let free: Vec<&str> = names
        .filter(|(place, _)| {
            mapped.columns.values().all(|column| column != place) && mapped.first_name != Some(*place)
        })
        .map(|(_, name)| name.as_str())
        .filter(|name| facts.inputs.judgements.own.iter().all(|own| own.name != *name))
        .collect();
    let grounds = protected(&free);
    free.into_iter().filter(|name| grounds.iter().all(|ground| ground.header != *name)).collect()
}

fn middle(facts: Facts, subject: &Subject) -> Option<f64> {
    let Subject::Number(of) = subject else { return None };
    let active = (0..facts.customers.len()).filter(|&i| facts.inventory.is_active(i)).take(SAMPLE);
    let values = Sorted::new(active.filter_map(|i| quantity(facts.customers, &facts.recipe().period, of, i)));
    values.median().map(rounded)
}

/// To two figures: a limit that a person would set.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let unit = 10_f64.powf(value.abs().log10().floor() - 1.0);
    ((value / unit).round() * unit * 1e6).round() / 1e6
}

impl Known {
    fn column(name: &str, middle: Option<f64>) -> Self {
        Self { subject: Subject::Number(Quantity::Column(name.to_owned())), label: name.to_owned(), middle }
    }

    /// The rule to start from when this subject is chosen.
    pub fn rule(&self) -> Rule {
        match (&self.subject, self.middle) {
            (Subject::Number(of), Some(than)) => {
                Rule::Compare { of: of.clone(), is: Comparison::AtLeast, than }
            }
            (Subject::Number(Quantity::Column(name)), None) => Rule::Filled { column: name.clone() },
            (Subject::Number(of), None) => {
                Rule::Compare { of: of.clone(), is: Comparison::AtLeast, than: 0.0 }
            }
            (Subject::Text(field), _) => Rule::Present { field: *field },
        }
    }
}

impl Subject {
    /// A field is a number unless it holds text.
    pub fn of_field(field: Field) -> Self {
        if field.kind() == Kind::Text { Self::Text(field) } else { Self::Number(Quantity::Field(field)) }
    }

    /// Its name for the reader.
    pub fn label(&self, language: Language) -> String {
        match self {
            Self::Number(of) => quantity_name(of, language).to_owned(),
            Self::Text(field) => quantity_name(&Quantity::Field(*field), language).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    fn check(value: f64, expected: f64) {
        assert_eq!(rounded(value), expected, "{value}");
    }

    #[test]
    fn a_new_limit_is_a_round_number() {
        check(12_437.5, 12_000.0);
        check(0.2871, 0.29);
        check(-3.16, -3.2);
        check(0.0, 0.0);
        check(7.0, 7.0);
    }
}

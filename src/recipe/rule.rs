//! A success factor: a rule over columns, or a judgement.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::customers::Field;

/// Something that can be known about a customer as a number: a field, or derived from several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// A money, share, number, score or yes/no field (yes = 1, no = 0); dates are days before the reference date.
    Field(Field),
    /// The margin amount, also when the list has a margin rate.
    Margin,
    /// Margin ÷ revenue, also when the list has amounts.
    MarginRate,
    /// Margin − cost to serve.
    Contribution,
    /// Distinct order days in the last 12 months; for a list without order dates, orders a year.
    OrderDaysLastYear,
    /// Orders in the list's period.
    Orders,
    /// Complaints a year.
    ComplaintsPerYear,
    /// Revenue ÷ potential.
    ShareOfWallet,
    /// max(potential − revenue, 0).
    GrowthRoom,
    /// A column that means no field, or one of the team's own, by its name; unknown when the list lacks it. Dates are
    /// days before the reference date, yes = 1 and no = 0.
    Column(String),
}

impl Quantity {
    fn column(&self) -> Option<&str> {
        match self {
            Quantity::Column(name) => Some(name),
            _ => None,
        }
    }
}

/// How a quantity is held against a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl Comparison {
    /// Whether `value` stands in this relation to `than`.
    pub fn holds(self, value: f64, than: f64) -> bool {
        match self {
            Comparison::AtLeast => value >= than,
            Comparison::MoreThan => value > than,
            Comparison::AtMost => value <= than,
            Comparison::LessThan => value < than,
        }
    }
}

/// A rule answers yes, no or unknown for a customer; an unknown value never counts as no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The quantity against a fixed number.
    Compare { of: Quantity, is: Comparison, than: f64 },
    /// Above the type-7 quantile that leaves the top `percent` of the active customers with a known value.
    Top { of: Quantity, percent: u32 },
    /// At or below the type-7 quantile that ends the lowest `percent` of these customers.
    Bottom { of: Quantity, percent: u32 },
    /// At least the type-7 median of the active customers with a known value.
    AtLeastMedian { of: Quantity },
    /// The quotient of two quantities against a fixed number; unknown when the divisor is not above zero.
    Ratio { of: Quantity, per: Quantity, is: Comparison, than: f64 },
    /// Whether the cell of this field is filled (any kind); never unknown once the field is mapped.
    Present { field: Field },
    /// Whether a text field reads so (case and outer blanks ignored).
    Says { field: Field, text: String },
    /// [`Rule::Present`] for a column that means no field, or one of the team's own; unknown when the list lacks it.
    Filled { column: String },
    /// [`Rule::Says`] for such a column.
    Reads { column: String, text: String },
    /// Yes where the rule says no; unknown stays unknown.
    Not(Box<Rule>),
    /// All of these: one no decides; else one unknown makes it unknown.
    All(Vec<Rule>),
    /// One of these: one yes decides; else one unknown makes it unknown.
    Any(Vec<Rule>),
    /// A person says yes or no, customer by customer.
    Judgement,
}

impl Rule {
    /// The columns beside the fields that the rule is about, in their order.
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Rule::Compare { of, .. }
            | Rule::Top { of, .. }
            | Rule::Bottom { of, .. }
            | Rule::AtLeastMedian { of } => of.column().into_iter().collect(),
            Rule::Ratio { of, per, .. } => of.column().into_iter().chain(per.column()).collect(),
            Rule::Filled { column } | Rule::Reads { column, .. } => vec![column],
            Rule::Not(rule) => rule.columns(),
            Rule::All(rules) | Rule::Any(rules) => rules.iter().flat_map(Rule::columns).collect(),
            Rule::Present { .. } | Rule::Says { .. } | Rule::Judgement => Vec::new(),
        }
    }
}

/// "Why do our best customers fit?" (7S, METHOD section 8).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Stable key, also the key of judgements about it.
    pub id: String,
    pub name: Text,
    pub rule: Rule,
    pub on: bool,
    /// Counts this much in the fit of a customer; letters count factors.
    #[serde(default = "one")]
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

/// Letters by success factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactorRecipe {
    pub factors: Vec<Factor>,
    /// In use when known for at least this share of the active customers.
    pub known_share: f64,
    /// With fewer factors in use there are no letters.
    pub at_least_in_use: u32,
    /// A and B meet at least this many.
    pub meets: u32,
}

impl Default for FactorRecipe {
    fn default() -> Self {
        Self { factors: default_factors(), known_share: 0.2, at_least_in_use: 3, meets: 2 }
    }
}

/// The eight factors of the source with the rules of DEFINITIONS D11.
pub fn default_factors() -> Vec<Factor> {
    use Comparison::{AtLeast, AtMost, MoreThan};
    let compare = |of, is, than| Rule::Compare { of, is, than };
    let field = Quantity::Field;
    let ratio = |of| Rule::Ratio { of, per: Quantity::Orders, is: AtMost, than: 0.02 };
    let factor = |id: &str, nl: &str, en: &str, rule| Factor {
        id: id.to_owned(),
        name: Text::new(nl, en),
        rule,
        on: true,
        weight: 1.0,
    };
    vec![
        factor("orders_clearly", "Bestelt duidelijk", "Orders clearly", Rule::Judgement),
        factor(
            "rarely_complains",
            "Klaagt zelden",
            "Rarely complains",
            Rule::Any(vec![
                compare(Quantity::ComplaintsPerYear, AtMost, 1.0),
                ratio(field(Field::Complaints)),
            ]),
        ),
        factor(
            "pays_on_time",
            "Betaalt op tijd",
            "Pays on time",
            Rule::All(vec![
                compare(field(Field::DaysLate), AtMost, 3.0),
                compare(field(Field::OverdueDays), AtMost, 30.0),
            ]),
        ),
        factor("quickly_satisfied", "Is snel tevreden", "Is quickly satisfied", Rule::Judgement),
        factor(
            "large_volume",
            "Bestelt grote volumes",
            "Orders large volumes",
            Rule::Top { of: field(Field::Revenue), percent: 20 },
        ),
        factor(
            "orders_steadily",
            "Bestelt regelmatig",
            "Orders steadily",
            compare(Quantity::OrderDaysLastYear, AtLeast, 4.0),
        ),
        factor(
            "good_profit",
            "Laat goede winst over",
            "Leaves a good profit",
            Rule::All(vec![
                compare(Quantity::Margin, MoreThan, 0.0),
                Rule::AtLeastMedian { of: Quantity::MarginRate },
            ]),
        ),
        factor("no_rework", "Geeft geen herstelwerk", "Causes no rework", ratio(field(Field::Returns))),
    ]
}

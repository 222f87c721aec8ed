//! Settings of the consequences: service levels, time, letting go, review (METHOD sections 10 and 11).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Text;

/// A service level; also the letter of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    A,
    B,
    C,
    D,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::A, Level::B, Level::C, Level::D];

    /// "A" … "D".
    pub fn letter(self) -> &'static str {
        match self {
            Level::A => "A",
            Level::B => "B",
            Level::C => "C",
            Level::D => "D",
        }
    }
}

/// One thing for each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PerLevel<T> {
    pub a: T,
    pub b: T,
    pub c: T,
    pub d: T,
}

impl<T> PerLevel<T> {
    /// The thing of this level.
    pub fn get(&self, level: Level) -> &T {
        match level {
            Level::A => &self.a,
            Level::B => &self.b,
            Level::C => &self.c,
            Level::D => &self.d,
        }
    }

    /// The thing of this level, to change it.
    pub fn get_mut(&mut self, level: Level) -> &mut T {
        match level {
            Level::A => &mut self.a,
            Level::B => &mut self.b,
            Level::C => &mut self.c,
            Level::D => &mut self.d,
        }
    }
}

/// What a level gets of one capacity, and what that costs us per customer a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provision {
    pub text: Text,
    pub cost: Decimal,
}

/// A row of the service-level table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    pub id: String,
    pub name: Text,
    pub levels: PerLevel<Provision>,
}

/// The service-level table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceRecipe {
    pub capacities: Vec<Capacity>,
    /// Visits a year per customer.
    pub visits: PerLevel<f64>,
    /// Calls a year per customer.
    pub calls: PerLevel<f64>,
}

impl Default for ServiceRecipe {
    fn default() -> Self {
        Self {
            capacities: default_capacities(),
            visits: PerLevel { a: 12.0, b: 2.0, c: 0.0, d: 0.0 },
            calls: PerLevel { a: 52.0, b: 6.0, c: 1.0, d: 0.0 },
        }
    }
}

/// The rhythm of bloeiend / boeiend / vermoeiend (CI) as a second template: a visit a month and a call a week,
/// a visit per two months and a call per 2.5 weeks, and for the rest only when nearby or time is left.
pub fn bloom_rhythm() -> (PerLevel<f64>, PerLevel<f64>) {
    (PerLevel { a: 12.0, b: 6.0, c: 0.0, d: 0.0 }, PerLevel { a: 52.0, b: 20.8, c: 0.0, d: 0.0 })
}

fn default_capacities() -> Vec<Capacity> {
    let capacity = |id: &str, nl: &str, en: &str, texts: [(&str, &str); 4]| {
        let [a, b, c, d] = texts.map(|(nl, en)| Provision { text: Text::new(nl, en), cost: Decimal::ZERO });
        Capacity { id: id.to_owned(), name: Text::new(nl, en), levels: PerLevel { a, b, c, d } }
    };
    vec![
        capacity(
            "response",
            "Reactietijd",
            "Response time",
            [
                ("Binnen 24 uur", "Within 24 hours"),
                ("Na alle A's, binnen 3 werkdagen", "After all A's, within 3 working days"),
                ("Na A's en B's", "After A's and B's"),
                ("Als er tijd over is", "When time is left"),
            ],
        ),
        capacity(
            "discount",
            "Korting",
            "Discount",
            [
                ("Volgens afspraak, tegen tegenprestatie", "As agreed, for something in return"),
                ("Staffelkorting", "Volume discount"),
                ("Geen", "None"),
                ("Geen", "None"),
            ],
        ),
        capacity(
            "contact",
            "Vaste contactpersoon",
            "Fixed contact person",
            [
                ("Eigen accountmanager en vervanger", "Own account manager and stand-in"),
                ("Vaste medewerker binnendienst", "Fixed inside-sales person"),
                ("Binnendienst", "Inside sales desk"),
                ("Website", "Website"),
            ],
        ),
        capacity(
            "delivery",
            "Levering",
            "Delivery",
            [
                ("Voorrang, spoed mogelijk", "Priority, rush possible"),
                ("Standaard, op afgesproken dag", "Standard, on the agreed day"),
                ("Standaard", "Standard"),
                ("Standaard, tegen kostprijs", "Standard, at cost"),
            ],
        ),
        capacity(
            "payment_term",
            "Betaaltermijn",
            "Payment term",
            [
                ("30 dagen of op maat", "30 days or as agreed"),
                ("30 dagen", "30 days"),
                ("14 dagen", "14 days"),
                ("Vooruitbetaling", "Payment in advance"),
            ],
        ),
        capacity(
            "invitations",
            "Uitnodigingen",
            "Invitations",
            [
                ("Alle bijeenkomsten, persoonlijk", "Every event, in person"),
                ("Jaarlijkse bijeenkomst", "Yearly event"),
                ("Nieuwsbrief", "Newsletter"),
                ("Geen", "None"),
            ],
        ),
    ]
}

/// Hours available to one account manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnerHours {
    pub owner: String,
    /// Hours a year for customers.
    pub hours: f64,
}

/// The time budget.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BudgetRecipe {
    /// Hours per visit, with travel.
    pub visit_hours: f64,
    /// Hours per call.
    pub call_hours: f64,
    /// What an hour costs us.
    pub hour_cost: Decimal,
    /// Hours a year available per account manager; who is not in it uses `hours_each`.
    pub owner_hours: Vec<OwnerHours>,
    /// Hours a year of an account manager not listed; unknown = no verdict on over-full.
    pub hours_each: Option<f64>,
    /// Goal: share of time and money for the core.
    pub core_goal: f64,
    /// Working weeks a year.
    pub working_weeks: u32,
}

impl Default for BudgetRecipe {
    fn default() -> Self {
        Self {
            visit_hours: 2.0,
            call_hours: 0.25,
            hour_cost: Decimal::from(75),
            owner_hours: Vec::new(),
            hours_each: None,
            core_goal: 0.95,
            working_weeks: 46,
        }
    }
}

/// Letting go and review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewRecipe {
    /// Months between reviews.
    pub months: u32,
    /// For every D let go there must first be this many extra C's or B's.
    pub extra_per_goodbye: f64,
    /// … with at least this part of the revenue let go.
    pub extra_revenue: f64,
}

impl Default for ReviewRecipe {
    fn default() -> Self {
        Self { months: 6, extra_per_goodbye: 1.0, extra_revenue: 1.0 }
    }
}

//! The order rhythm of each customer and who slips out of it (DEFINITIONS D7).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::facts::{intervals, value_between};
use super::ranking::median;
use crate::calendar::{days_before, days_between};
use crate::customers::Customers;
use crate::recipe::XrayRecipe;

/// How the time since the last order stands to the customer's own rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    OnRhythm,
    Late,
    Overdue,
    Silent,
    TooFew,
    OneTime,
}

/// One customer's rhythm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RhythmOf {
    /// `None` without any order day.
    pub status: Option<Rhythm>,
    pub order_days: u32,
    /// Median interval in days, from two order days.
    pub median_interval: Option<f64>,
    pub days_since_last: Option<i32>,
    /// days_since_last ÷ max(1, median interval).
    pub overdue_ratio: Option<f64>,
    /// Net value of order days in the last 365 days, and in the 365 days before.
    pub last_year: Decimal,
    pub year_before: Decimal,
}

/// The rhythms of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rhythms {
    /// By customer; empty for a list without order history.
    pub of: Vec<RhythmOf>,
    pub on_rhythm: usize,
    pub late: usize,
    pub overdue: usize,
    pub silent: usize,
    pub too_few: usize,
    pub one_time: usize,
}

/// Finds the rhythms at the reference date. The ratio is also given to customers with two or three order days, whose
/// status is "too few". The years are the 365 days up to the reference date and the 365 before.
pub fn rhythms(customers: &Customers, recipe: &XrayRecipe) -> Rhythms {
    let mut rhythms = Rhythms::default();
    if !customers.has_occasions() {
        return rhythms;
    }
    let today = customers.reference_date();
    let (year, two_years) = (days_before(today, 365), days_before(today, 730));
    for i in 0..customers.len() {
        let days = customers.occasions(i);
        let median_interval = median(intervals(customers, i).collect());
        let days_since_last = days.last().map(|last| days_between(last.date, today));
        let ratio =
            median_interval.zip(days_since_last).map(|(median, days)| f64::from(days) / median.max(1.0));
        let status = match (days.len(), ratio) {
            (0, _) => None,
            (1, _) => Some(Rhythm::OneTime),
            (_, Some(ratio)) if days.len() >= recipe.order_days as usize => Some(of_ratio(ratio, recipe)),
            _ => Some(Rhythm::TooFew),
        };
        if let Some(status) = status {
            *rhythms.count(status) += 1;
        }
        rhythms.of.push(RhythmOf {
            status,
            order_days: u32::try_from(days.len()).unwrap_or(u32::MAX),
            median_interval,
            days_since_last,
            overdue_ratio: ratio,
            last_year: value_between(customers, i, year, today),
            year_before: value_between(customers, i, two_years, year),
        });
    }
    rhythms
}

fn of_ratio(ratio: f64, recipe: &XrayRecipe) -> Rhythm {
    match ratio {
        ratio if ratio >= recipe.silent => Rhythm::Silent,
        ratio if ratio >= recipe.overdue => Rhythm::Overdue,
        ratio if ratio >= recipe.late => Rhythm::Late,
        _ => Rhythm::OnRhythm,
    }
}

impl Rhythms {
    fn count(&mut self, status: Rhythm) -> &mut usize {
        match status {
            Rhythm::OnRhythm => &mut self.on_rhythm,
            Rhythm::Late => &mut self.late,
            Rhythm::Overdue => &mut self.overdue,
            Rhythm::Silent => &mut self.silent,
            Rhythm::TooFew => &mut self.too_few,
            Rhythm::OneTime => &mut self.one_time,
        }
    }
}

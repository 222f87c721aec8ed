//! Makes a recipe from outside safe: values out of range are clamped, and each clamp is reported.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::{AliveRecipe, Level, Recipe, Rule};

/// A setting that could not be used as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipeProblem {
    /// Where it stands, as in the JSON: `inventory.shortlist_one_in`.
    pub setting: String,
    pub given: f64,
    pub used: f64,
}

/// Collects what was clamped.
#[derive(Default)]
struct Clamps(Vec<RecipeProblem>);

/// A deeper rule than this is cut off: nobody writes one, and it could exhaust the stack.
const DEEPEST_RULE: usize = 8;
const LONGEST: f64 = 1e6;

impl Recipe {
    /// The recipe with every number in its range, and what was changed. A valid recipe comes back unchanged.
    #[must_use]
    pub fn checked(mut self) -> (Recipe, Vec<RecipeProblem>) {
        let mut clamps = Clamps::default();
        clamps.list(&mut self);
        clamps.insight(&mut self);
        clamps.alive(&mut self.alive);
        clamps.choice(&mut self);
        clamps.plan(&mut self);
        (self, clamps.0)
    }
}

impl Clamps {
    fn list(&mut self, recipe: &mut Recipe) {
        self.share("measure.known_share", &mut recipe.measure.known_share);
        self.number("period.months", &mut recipe.period.months, 0.1, 600.0);
        self.number("period.previous_months", &mut recipe.period.previous_months, 0.1, 600.0);
        let inventory = &mut recipe.inventory;
        self.count("inventory.active_months", &mut inventory.active_months, 1, 1200);
        self.number("inventory.slow_rhythm_times", &mut inventory.slow_rhythm_times, 0.0, 100.0);
        self.count("inventory.asleep_months", &mut inventory.asleep_months, 1, 1200);
        self.count("inventory.shortlist_one_in", &mut inventory.shortlist_one_in, 1, 1_000_000);
        let concentration = &mut recipe.concentration;
        self.count("concentration.top_percent", &mut concentration.top_percent, 1, 100);
        self.count("concentration.hold_percent", &mut concentration.hold_percent, 1, 100);
        self.count("concentration.few", &mut concentration.few, 1, 1_000_000);
        self.share("concentration.warn_largest", &mut concentration.warn_largest);
        self.share("concentration.warn_few", &mut concentration.warn_few);
        self.count("abc.a_percent", &mut recipe.abc.a_percent, 0, 100);
        self.count("abc.b_percent", &mut recipe.abc.b_percent, recipe.abc.a_percent, 100);
        let pyramid = &mut recipe.pyramid;
        self.count("pyramid.top_percent", &mut pyramid.top_percent, 0, 100);
        self.count("pyramid.large_percent", &mut pyramid.large_percent, pyramid.top_percent, 100);
        self.count("pyramid.medium_percent", &mut pyramid.medium_percent, pyramid.large_percent, 100);
        self.count("pyramid.months", &mut pyramid.months, 0, 1200);
        for norm in &mut pyramid.norm {
            self.share("pyramid.norm", norm);
        }
        self.share("factors.known_share", &mut recipe.factors.known_share);
        self.count("factors.meets", &mut recipe.factors.meets, 1, 1000);
        for factor in &mut recipe.factors.factors {
            self.number("factors.factors.weight", &mut factor.weight, 0.0, LONGEST);
            self.rule(&mut factor.rule, 0);
        }
    }

    fn rule(&mut self, rule: &mut Rule, depth: usize) {
        match rule {
            Rule::All(rules) | Rule::Any(rules) => {
                if depth >= DEEPEST_RULE && !rules.is_empty() {
                    self.note("factors.factors.rule", rules.len() as f64, 0.0);
                    rules.clear();
                }
                for rule in rules {
                    self.rule(rule, depth + 1);
                }
            }
            Rule::Not(rule) if depth >= DEEPEST_RULE => {
                self.note("factors.factors.rule", 1.0, 0.0);
                **rule = Rule::Judgement;
            }
            Rule::Not(rule) => self.rule(rule, depth + 1),
            Rule::Top { percent, .. } => self.count("factors.factors.rule.top.percent", percent, 0, 100),
            Rule::Bottom { percent, .. } => {
                self.count("factors.factors.rule.bottom.percent", percent, 0, 100);
            }
            _ => {}
        }
    }

    fn insight(&mut self, recipe: &mut Recipe) {
        self.share("bloom.complaints_per_order", &mut recipe.bloom.complaints_per_order);
        let pearls = &mut recipe.pearls;
        self.count("pearls.outside_top_percent", &mut pearls.outside_top_percent, 0, 100);
        self.count("pearls.room_top_percent", &mut pearls.room_top_percent, 0, 100);
        self.share("pearls.peers_buy", &mut pearls.peers_buy);
        self.share("pearls.below_peers", &mut pearls.below_peers);
        self.count("pearls.least_peers", &mut pearls.least_peers, 1, 1_000_000);
        let xray = &mut recipe.xray;
        self.share("xray.fall", &mut xray.fall);
        self.number("xray.late", &mut xray.late, 0.0, LONGEST);
        self.number("xray.overdue", &mut xray.overdue, xray.late, LONGEST);
        self.number("xray.silent", &mut xray.silent, xray.overdue, LONGEST);
        self.count("xray.order_days", &mut xray.order_days, 2, 1_000_000);
        self.count("xray.good_top_percent", &mut xray.good_top_percent, 0, 100);
        self.count("xray.discount_top_percent", &mut xray.discount_top_percent, 0, 100);
        self.count("xray.contacts_top_percent", &mut xray.contacts_top_percent, 0, 100);
        self.count("xray.value_bottom_percent", &mut xray.value_bottom_percent, 0, 100);
        self.count("xray.exempt_months", &mut xray.exempt_months, 0, 1200);
        self.share("xray.avoidable_cost", &mut xray.avoidable_cost);
        self.amount("xray.complaint_cost", &mut xray.complaint_cost);
    }

    fn alive(&mut self, alive: &mut AliveRecipe) {
        self.number("alive.unit_days", &mut alive.unit_days, 0.01, 3660.0);
        self.number("alive.active_days", &mut alive.active_days, 0.0, 36_600.0);
        self.number("alive.value_days", &mut alive.value_days, 0.0, 36_600.0);
        self.count("alive.at_least", &mut alive.at_least, 2, 1_000_000);
        self.number("alive.cap", &mut alive.cap, 10.0, 1e9);
    }

    fn choice(&mut self, recipe: &mut Recipe) {
        self.number("panic.value_cut", &mut recipe.panic.value_cut, 0.0, 100.0);
        self.number("panic.panic_cut", &mut recipe.panic.panic_cut, 0.0, 100.0);
        self.count("panic.first_round", &mut recipe.panic.first_round, 1, 1_000_000);
        self.share("choice.known_share", &mut recipe.choice.known_share);
        self.count("choice.profile_at_least", &mut recipe.choice.profile_at_least, 5, 1_000_000);
        self.share("choice.profile_difference", &mut recipe.choice.profile_difference);
        for weight in &mut recipe.choice.weights {
            self.number("choice.weights.weight", &mut weight.weight, 0.0, LONGEST);
        }
    }

    fn plan(&mut self, recipe: &mut Recipe) {
        for level in Level::ALL {
            self.number("service.visits", recipe.service.visits.get_mut(level), 0.0, 10_000.0);
            self.number("service.calls", recipe.service.calls.get_mut(level), 0.0, 10_000.0);
            for row in &mut recipe.service.capacities {
                self.amount("service.capacities.levels.cost", &mut row.levels.get_mut(level).cost);
            }
        }
        let budget = &mut recipe.budget;
        self.number("budget.visit_hours", &mut budget.visit_hours, 0.0, 1000.0);
        self.number("budget.call_hours", &mut budget.call_hours, 0.0, 1000.0);
        self.amount("budget.hour_cost", &mut budget.hour_cost);
        self.share("budget.core_goal", &mut budget.core_goal);
        self.count("budget.working_weeks", &mut budget.working_weeks, 1, 53);
        if let Some(hours) = &mut budget.hours_each {
            self.number("budget.hours_each", hours, 0.0, LONGEST);
        }
        for owner in &mut budget.owner_hours {
            self.number("budget.owner_hours.hours", &mut owner.hours, 0.0, LONGEST);
        }
        self.count("review.months", &mut recipe.review.months, 1, 120);
        self.number("review.extra_per_goodbye", &mut recipe.review.extra_per_goodbye, 0.0, 1000.0);
        self.number("review.extra_revenue", &mut recipe.review.extra_revenue, 0.0, 1000.0);
    }

    fn note(&mut self, setting: &str, given: f64, used: f64) {
        self.0.push(RecipeProblem { setting: setting.to_owned(), given, used });
    }

    fn share(&mut self, setting: &str, value: &mut f64) {
        self.number(setting, value, 0.0, 1.0);
    }

    fn number(&mut self, setting: &str, value: &mut f64, least: f64, most: f64) {
        let used = if value.is_nan() { least } else { value.clamp(least, most.max(least)) };
        if used != *value {
            self.note(setting, *value, used);
            *value = used;
        }
    }

    fn count(&mut self, setting: &str, value: &mut u32, least: u32, most: u32) {
        let used = (*value).clamp(least, most.max(least));
        if used != *value {
            self.note(setting, f64::from(*value), f64::from(used));
            *value = used;
        }
    }

    fn amount(&mut self, setting: &str, value: &mut Decimal) {
        if value.is_sign_negative() && !value.is_zero() {
            self.note(setting, value.to_f64().unwrap_or(0.0), 0.0);
            *value = Decimal::ZERO;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, settings: &[&str]) {
        let recipe: Recipe = serde_json::from_str(json).unwrap();
        let (checked, problems) = recipe.checked();
        let found: Vec<&str> = problems.iter().map(|problem| problem.setting.as_str()).collect();
        assert_eq!(found, settings, "{json}");
        assert_eq!(checked.clone().checked(), (checked, Vec::new()), "checking twice changes nothing more");
    }

    #[test]
    fn what_is_out_of_range_is_clamped_and_told() {
        check("{}", &[]);
        check(r#"{"inventory": {"shortlist_one_in": 0}}"#, &["inventory.shortlist_one_in"]);
        check(r#"{"abc": {"a_percent": 90, "b_percent": 80}}"#, &["abc.b_percent"]);
        check(
            r#"{"budget": {"core_goal": 95, "hour_cost": "-3"}}"#,
            &["budget.hour_cost", "budget.core_goal"],
        );
    }

    #[test]
    fn a_recipe_comes_back_from_json_as_it_was() {
        let recipe = Recipe::default();
        let json = serde_json::to_string(&recipe).unwrap();
        assert_eq!(serde_json::from_str::<Recipe>(&json).unwrap(), recipe);
        let bytes = postcard::to_allocvec(&recipe).unwrap();
        assert_eq!(postcard::from_bytes::<Recipe>(&bytes).unwrap(), recipe);
    }
}

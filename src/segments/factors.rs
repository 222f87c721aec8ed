//! Success factors: each rule answered for each customer, with the value and the threshold behind the answer.

use std::rc::Rc;

use crate::sorted::SortedSet;

use serde::{Deserialize, Serialize};

use super::facts::is_in_list;
use super::ranking::Sorted;
use super::{Answer, Inventory, JudgedColumn, Judgements, Placed, Rankings, Series};
use crate::customers::{Column, Customers, Field, Kind, Typed};
use crate::recipe::{Factor, FactorRecipe, PeriodRecipe, Quantity, Rule};

/// One factor over the whole list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FactorResult {
    /// The factor's id in the recipe.
    pub id: String,
    /// The factor's weight in the fit.
    pub weight: f64,
    /// By customer.
    pub answers: Vec<Answer>,
    /// Active customers for whom it is known, and how many of these meet it.
    pub known: usize,
    pub met: usize,
    /// Switched on and known for enough active customers.
    pub in_use: bool,
    /// Customers of whom a person said it.
    pub judged: SortedSet<usize>,
    /// The thresholds found in the list: the quantiles and medians of the rule, in the order of its parts.
    pub thresholds: Vec<f64>,
}

/// All factors of the recipe, in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Factors {
    pub factors: Vec<FactorResult>,
    /// How many are in use.
    pub in_use: usize,
    /// Whether they are enough for letters.
    pub enough: bool,
}

/// Answers every factor for every customer; percentiles are among the active customers with a known value.
///
/// A judgement about a factor goes before its rule. In `All`, a part that is unknown for everyone in the list
/// (a column the list lacks) falls out as long as another part is known, so that "pays on time" works on a list
/// with days late but without open items.
pub fn factors(
    customers: &Customers,
    judgements: &Judgements,
    inventory: &Inventory,
    rankings: &Rankings,
    recipe: &FactorRecipe,
    period: &PeriodRecipe,
) -> Factors {
    let list = List { customers, inventory, rankings, period, judged: judgements.placed(customers) };
    let factors: Vec<FactorResult> =
        recipe.factors.iter().map(|factor| list.factor(factor, recipe.known_share)).collect();
    let in_use = factors.iter().filter(|factor| factor.in_use).count();
    Factors { factors, in_use, enough: in_use >= recipe.at_least_in_use as usize }
}

/// What a rule is answered over.
struct List<'a> {
    customers: &'a Customers,
    inventory: &'a Inventory,
    rankings: &'a Rankings,
    period: &'a PeriodRecipe,
    /// By customer the cells that people judged.
    judged: Placed<'a>,
}

impl List<'_> {
    fn factor(&self, factor: &Factor, known_share: f64) -> FactorResult {
        let mut thresholds = Vec::new();
        let mut answers = self.answer(&factor.rule, &mut thresholds);
        let column = JudgedColumn::Factor(factor.id.clone()).key();
        let mut judged = SortedSet::new();
        for (i, (_, cells)) in &self.judged {
            if let Some(Typed::YesNo(yes)) = cells.get(&column).map(|text| Typed::read(text, Kind::YesNo)) {
                answers[*i] = Answer::of(Some(yes));
                judged.insert(*i);
            }
        }
        let (mut known, mut met) = (0, 0);
        for (_, answer) in answers.iter().enumerate().filter(|(i, _)| self.inventory.is_active(*i)) {
            known += usize::from(*answer != Answer::Unknown);
            met += usize::from(*answer == Answer::Yes);
        }
        let enough = known > 0 && known as f64 >= known_share * self.inventory.active as f64;
        FactorResult {
            id: factor.id.clone(),
            weight: factor.weight,
            answers,
            known,
            met,
            in_use: factor.on && enough,
            judged,
            thresholds,
        }
    }

    fn answer(&self, rule: &Rule, thresholds: &mut Vec<f64>) -> Vec<Answer> {
        let lacks = |of: &Quantity| !is_in_list(self.customers, of);
        match rule {
            Rule::Compare { of, .. }
            | Rule::Top { of, .. }
            | Rule::Bottom { of, .. }
            | Rule::AtLeastMedian { of }
                if lacks(of) =>
            {
                vec![Answer::Unknown; self.customers.len()]
            }
            Rule::Ratio { of, per, .. } if lacks(of) || lacks(per) => {
                vec![Answer::Unknown; self.customers.len()]
            }
            Rule::Compare { of, is, than } => {
                let of = self.series(of);
                self.each(|i| of.get(i).map(|value| is.holds(value, *than)))
            }
            Rule::Top { of, percent } => {
                let of = self.series(of);
                let values = self.known(&of);
                thresholds.extend(values.quantile(100 - percent.min(&100), |value| value));
                let bound = values.top_exceeds(*percent);
                self.each(|i| Some(of.get(i)? > bound?))
            }
            Rule::Bottom { of, percent } => {
                let of = self.series(of);
                let values = self.known(&of);
                thresholds.extend(values.quantile(*percent.min(&100), |value| value));
                let bound = values.bottom_ends(*percent);
                self.each(|i| Some(of.get(i)? <= bound?))
            }
            Rule::AtLeastMedian { of } => {
                let of = self.series(of);
                let values = self.known(&of);
                thresholds.extend(values.median());
                let bound = values.median_from();
                self.each(|i| Some(of.get(i)? >= bound?))
            }
            Rule::Ratio { of, per, is, than } => {
                let (of, per) = (self.series(of), self.series(per));
                self.each(|i| {
                    let per = per.get(i).filter(|per| *per > 0.0)?;
                    Some(is.holds(of.get(i)? / per, *than))
                })
            }
            Rule::Present { field } => {
                self.each(|i| self.customers.has(*field).then(|| is_present(self.customers, *field, i)))
            }
            Rule::Says { field, text } => self.each(|i| {
                let cell = self.customers.text(*field, i)?;
                Some(same_text(cell, text))
            }),
            Rule::Filled { column } => {
                let extra = self.customers.extra(column);
                self.each(|i| extra.map(|cells| cells.text(i).is_some()))
            }
            Rule::Reads { column, text } => {
                let extra = self.customers.extra(column);
                self.each(|i| Some(same_text(extra?.text(i)?, text)))
            }
            Rule::Not(rule) => self.answer(rule, thresholds).into_iter().map(Answer::negated).collect(),
            Rule::All(rules) => {
                let mut parts = self.parts(rules, thresholds);
                parts.retain(|part| part.iter().any(|answer| *answer != Answer::Unknown));
                self.join(parts, Answer::and)
            }
            Rule::Any(rules) => self.join(self.parts(rules, thresholds), Answer::or),
            Rule::Judgement => vec![Answer::Unknown; self.customers.len()],
        }
    }

    fn parts(&self, rules: &[Rule], thresholds: &mut Vec<f64>) -> Vec<Vec<Answer>> {
        rules.iter().map(|rule| self.answer(rule, thresholds)).collect()
    }

    fn join(&self, parts: Vec<Vec<Answer>>, with: fn(Answer, Answer) -> Answer) -> Vec<Answer> {
        let joined = parts
            .into_iter()
            .reduce(|whole, part| whole.into_iter().zip(part).map(|(a, b)| with(a, b)).collect());
        joined.unwrap_or_else(|| vec![Answer::Unknown; self.customers.len()])
    }

    fn each(&self, known: impl Fn(usize) -> Option<bool>) -> Vec<Answer> {
        (0..self.customers.len()).map(|i| Answer::of(known(i))).collect()
    }

    fn series(&self, of: &Quantity) -> Rc<Series> {
        self.rankings.series(self.customers, self.period, of)
    }

    /// Of the active customers.
    fn known(&self, of: &Series) -> Sorted<f64> {
        of.known(|i| self.inventory.is_active(i))
    }
}

fn same_text(cell: &str, text: &str) -> bool {
    cell.trim().to_lowercase() == text.trim().to_lowercase()
}

fn is_present(customers: &Customers, field: Field, i: usize) -> bool {
    match customers.column(field) {
        None => false,
        Some(Column::Text(cells)) => cells.get(i).is_some(),
        Some(Column::Money(cells)) => cells.get(i).is_some(),
        Some(Column::Number(cells)) => !cells[i].is_nan(),
        Some(Column::Date(cells)) => !cells[i].is_missing(),
        Some(Column::YesNo(cells)) => cells[i].is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{CustomersBuilder, Extra};
    use crate::recipe::{Comparison, Recipe, Text};
    use crate::segments::inventory;
    use crate::segments::testing::{TODAY, list};

    /// One factor with this rule over four customers with an extra column; `+`, `-` and `?` for the answers.
    fn check(rule: Rule, judged: &[(&str, &str)], expected: &str) {
        let mut builder =
            CustomersBuilder::reopen(list("id revenue sector\n1 10 bouw\n2 20 zorg\n3 30 .\n4 40 bouw"));
        let cells = ["12,5", "", "8", "groot"].map(|cell| (!cell.is_empty()).then(|| Box::from(cell)));
        builder.set_extra("Medewerkers", Extra::new(cells.to_vec(), TODAY));
        let customers = builder.build();
        let mut recipe = Recipe::default();
        recipe.factors.factors =
            vec![Factor { id: "mine".into(), name: Text::new("Eigen", "Own"), rule, on: true, weight: 1.0 }];
        let mut judgements = Judgements::default();
        for (customer, text) in judged {
            let row = judgements.cells.entry((*customer).to_owned()).or_default();
            row.insert("factor/mine".into(), (*text).to_owned());
        }
        let inventory = inventory(&customers, &recipe.inventory);
        let found = factors(
            &customers,
            &judgements,
            &inventory,
            &Rankings::default(),
            &recipe.factors,
            &recipe.period,
        );
        let signs: String = found.factors[0]
            .answers
            .iter()
            .map(|answer| match answer {
                Answer::Yes => '+',
                Answer::No => '-',
                Answer::Unknown => '?',
            })
            .collect();
        assert_eq!(signs, expected);
    }

    fn column() -> Quantity {
        Quantity::Column("Medewerkers".into())
    }

    #[test]
    fn a_rule_may_be_about_any_column() {
        check(Rule::Compare { of: column(), is: Comparison::AtLeast, than: 10.0 }, &[], "+?-?");
        check(Rule::Top { of: column(), percent: 50 }, &[], "+?-?");
        check(Rule::Bottom { of: Quantity::Field(Field::Revenue), percent: 25 }, &[], "+---");
        check(Rule::Filled { column: "Medewerkers".into() }, &[], "+-++");
        check(Rule::Reads { column: "Medewerkers".into(), text: "GROOT ".into() }, &[], "-?-+");
        check(Rule::Filled { column: "Ander".into() }, &[], "????");
    }

    #[test]
    fn a_rule_turned_round_keeps_the_unknown_unknown() {
        check(Rule::Not(Box::new(Rule::Says { field: Field::Sector, text: "bouw".into() })), &[], "-+?-");
        check(Rule::Not(Box::new(Rule::Present { field: Field::Sector })), &[], "--+-");
    }

    #[test]
    fn a_judgement_goes_before_the_rule() {
        check(Rule::Judgement, &[("1", "ja"), ("2", "nee"), ("3", "tja")], "+-??");
        check(Rule::Present { field: Field::Sector }, &[("1", "nee"), ("3", "x")], "-+++");
    }
}

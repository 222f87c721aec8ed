//! Why a factor holds for a customer or not: its rule in words, and the customer's own values.

use super::Facts;
use crate::i18n::explain::{rule_words, said, shows_as_share};
use crate::i18n::{Format, texts, words::factors as words};
use crate::recipe::{Quantity, Rule};
use crate::segments::facts::quantity;
use crate::segments::{Answer, FactorResult};

/// One sentence a factor in use: met or not, by which rule, with which value; or judged by a person.
pub fn factor_lines(facts: Facts, format: Format, i: usize) -> Vec<String> {
    let in_use = facts.factors.factors.iter().filter(|found| found.in_use);
    in_use.map(|found| factor_line(facts, format, found, i)).collect()
}

fn factor_line(facts: Facts, format: Format, found: &FactorResult, i: usize) -> String {
    let language = format.language;
    let Some(factor) = facts.recipe().factors.factors.iter().find(|factor| factor.id == found.id) else {
        return String::new();
    };
    let answer = match found.answers.get(i).copied().unwrap_or_default() {
        Answer::Yes => words::answer_yes(language),
        Answer::No => words::answer_no(language),
        Answer::Unknown => words::answer_unknown(language),
    };
    let value = if found.judged.contains(&i) {
        words::why_judged(language)
    } else {
        let values = rule_values(facts, format, &factor.rule, i).join(", ");
        if values.is_empty() { values } else { words::why_value(language, &values) }
    };
    let rule = rule_words(&factor.rule, &found.thresholds, format);
    words::why_factor(language, said(&factor.name, language), &answer, &rule, &value)
}

/// The customer's values that a rule looks at, in the order of its parts; those it lacks as a dash.
fn rule_values(facts: Facts, format: Format, rule: &Rule, i: usize) -> Vec<String> {
    let text = |text: Option<&str>| vec![text.map_or_else(|| "–".to_owned(), |text| format!("“{text}”"))];
    match rule {
        Rule::Compare { of, .. }
        | Rule::Top { of, .. }
        | Rule::Bottom { of, .. }
        | Rule::AtLeastMedian { of } => vec![value(facts, format, of, i)],
        Rule::Ratio { of, per, .. } => {
            vec![format!("{} ÷ {}", value(facts, format, of, i), value(facts, format, per, i))]
        }
        Rule::Present { field } | Rule::Says { field, .. } => match facts.customers.text(*field, i) {
            Some(found) => text(Some(found)),
            None => vec![value(facts, format, &Quantity::Field(*field), i)],
        },
        Rule::Filled { column } | Rule::Reads { column, .. } => {
            text(facts.customers.extra(column).and_then(|extra| extra.text(i)))
        }
        Rule::Not(rule) => rule_values(facts, format, rule, i),
        Rule::All(rules) | Rule::Any(rules) => {
            rules.iter().flat_map(|rule| rule_values(facts, format, rule, i)).collect()
        }
        Rule::Judgement => Vec::new(),
    }
}

fn value(facts: Facts, format: Format, of: &Quantity, i: usize) -> String {
    match quantity(facts.customers, &facts.recipe().period, of, i) {
        Some(share) if shows_as_share(of) => format.percent(share, 1),
        Some(number) => format.short_number(number, 2),
        None => texts(format.language).shell.unknown.to_owned(),
    }
}

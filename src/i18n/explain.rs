//! Reasons in words: why a customer is active, has its letter, its level, and what a rule says.

use super::{Format, Language, field_name, words};
use crate::plan::LevelWhy;
use crate::recipe::{Comparison, Criterion, Quantity, Rule, Sign, Text};
use crate::segments::{Activity, ActivityWhy, LetterClass, LetterWhy, Measure, Trait};

/// A text of the recipe in the reader's language.
pub fn said(text: &Text, language: Language) -> &str {
    match language {
        Language::Nl => text.dutch(),
        Language::En => text.english(),
    }
}

/// The letter of a class, or nothing for those without one.
pub fn letter_of(class: LetterClass) -> &'static str {
    class.level().map_or("", crate::recipe::Level::letter)
}

/// The words that stand where a letter would.
pub fn class_words(class: LetterClass, language: Language) -> &'static str {
    let (nl, en) = match class {
        LetterClass::Discuss => ("bespreken", "discuss"),
        LetterClass::NeedsData => ("gegevens nodig", "needs data"),
        LetterClass::Lapsed => ("vertrokken", "lapsed"),
        LetterClass::Prospect => ("prospect", "prospect"),
        LetterClass::A | LetterClass::B | LetterClass::C | LetterClass::D => ("", ""),
    };
    pick(language, nl, en)
}

/// Where a customer stands.
pub fn activity_words(activity: Activity, language: Language) -> &'static str {
    let (nl, en) = match activity {
        Activity::Active => ("actief", "active"),
        Activity::Asleep => ("slapend", "asleep"),
        Activity::Lapsed => ("vertrokken", "lapsed"),
        Activity::Ended => ("beëindigd", "ended"),
        Activity::Prospect => ("prospect", "prospect"),
        Activity::Unknown => ("onbekend", "unknown"),
    };
    pick(language, nl, en)
}

/// Why a customer stands there.
pub fn activity_why(why: &ActivityWhy, format: Format) -> String {
    let nl = format.language == Language::Nl;
    match why {
        ActivityWhy::Status(status) if nl => format!("de kolom status zegt “{status}”"),
        ActivityWhy::Status(status) => format!("the status column says “{status}”"),
        ActivityWhy::LastOrder { date, days } => {
            let (date, days) = (format.date(*date), format.count(usize::try_from(*days).unwrap_or_default()));
            if nl {
                format!("laatste order op {date}, {days} dagen vóór de peildatum")
            } else {
                format!("last order on {date}, {days} days before the reference date")
            }
        }
        ActivityWhy::Revenue { revenue, .. } => {
            let revenue = format.money(*revenue);
            if nl { format!("geen datums; omzet {revenue}") } else { format!("no dates; revenue {revenue}") }
        }
        ActivityWhy::NoOrders => {
            pick(format.language, "heeft nog nooit besteld", "has never ordered yet").to_owned()
        }
        ActivityWhy::ListTellsNothing => {
            pick(format.language, "de lijst zegt er niets over", "the list says nothing about it").to_owned()
        }
        ActivityWhy::CellMissing => pick(
            format.language,
            "bij deze klant ontbreekt het gegeven",
            "the cell is missing for this customer",
        )
        .to_owned(),
    }
}

/// Why a customer has its letter, as one sentence.
pub fn letter_why(class: LetterClass, why: &LetterWhy, language: Language) -> String {
    let nl = language == Language::Nl;
    let known = why.met + why.not_met;
    let list = match (why.on_shortlist, nl) {
        (true, true) => "Op de shortlist",
        (true, false) => "On the shortlist",
        (false, true) => "Niet op de shortlist",
        (false, false) => "Not on the shortlist",
    };
    let mut text = if nl {
        format!("{list}; voldoet aan {} van de {known} bekende factoren", why.met)
    } else {
        format!("{list}; meets {} of the {known} known factors", why.met)
    };
    if why.unknown > 0 {
        let (before, after) = if nl { (", ", " onbekend") } else { (", ", " unknown") };
        text.extend([before, &why.unknown.to_string(), after]);
    }
    text.push('.');
    let more = [
        (
            why.protected_by_group,
            "Zou D zijn, maar hoort bij een waardevol concern.",
            "Would be D, but belongs to a valuable group.",
        ),
        (
            why.asleep,
            "Slaapt: bestelt langer niet dan de actieve klanten.",
            "Asleep: has been silent longer than active customers.",
        ),
        (
            class == LetterClass::Discuss,
            "Waardevol, maar past matig: bespreek in het team.",
            "Valuable, but fits poorly: discuss in the team.",
        ),
        (
            class == LetterClass::Lapsed,
            "Vertrokken klanten hebben geen letter.",
            "Lapsed customers have no letter.",
        ),
        (class == LetterClass::Prospect, "Prospects hebben geen letter.", "Prospects have no letter."),
    ];
    for (holds, dutch, english) in more {
        if holds {
            text.push(' ');
            text += pick(language, dutch, english);
        }
    }
    text
}

/// Why a customer has its service level.
pub fn level_why(why: LevelWhy, language: Language) -> &'static str {
    let (nl, en) = match why {
        LevelWhy::Core => ("gekozen als kernklant", "chosen as a core customer"),
        LevelWhy::Letter => ("volgens zijn letter", "by its letter"),
        LevelWhy::LetterCapped => {
            ("letter A, maar niet als kern gekozen: B", "letter A, but not chosen as core: B")
        }
        LevelWhy::Growth => ("geen letter; het groeiniveau", "no letter; the growth level"),
        LevelWhy::GrowthCapped => {
            ("groeiniveau A, maar niet als kern gekozen: B", "growth level A, but not chosen as core: B")
        }
        LevelWhy::ByHand => ("door u gewijzigd", "changed by you"),
        LevelWhy::NothingKnown => ("te weinig bekend voor een niveau", "too little known for a level"),
        LevelWhy::NotServed => ("vertrokken, beëindigd of prospect", "lapsed, ended or a prospect"),
    };
    pick(language, nl, en)
}

/// What ranks the customers.
pub fn measure_name(measure: Measure, language: Language) -> &'static str {
    let (nl, en) = match measure {
        Measure::Revenue => ("omzet", "revenue"),
        Measure::Margin => ("marge", "margin"),
        Measure::Contribution => ("bijdrage", "contribution"),
    };
    pick(language, nl, en)
}

/// The name of a criterion.
pub fn criterion_name(criterion: Criterion, language: Language) -> &'static str {
    let (nl, en) = match criterion {
        Criterion::Profitability => ("Rendement", "Profitability"),
        Criterion::Strategic => ("Strategisch belang", "Strategic importance"),
        Criterion::Growth => ("Groeikans", "Growth potential"),
        Criterion::Launching => ("Launching customer", "Launching customer"),
        Criterion::BowlingAlley => ("Opent deuren in de branche", "Opens doors in the sector"),
        Criterion::PerceivedValue => ("Ervaren meerwaarde", "Perceived added value"),
        Criterion::Fit => ("Past bij ons", "Fit with us"),
        Criterion::Network => ("Naam en netwerk", "Name and network"),
        Criterion::Referrals => ("Beveelt ons aan", "Referrals"),
        Criterion::Panic => ("Paniekindex", "Panic index"),
        Criterion::StrategicForThem => ("Wij zijn strategisch voor hen", "We are strategic for them"),
    };
    pick(language, nl, en)
}

/// A difference between the chosen and the rest, ready to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraitWords {
    pub name: String,
    pub group: String,
    pub rest: String,
    /// The group less the rest: points of a share, or units of a median.
    pub difference: String,
}

/// A trait of the profile with its counts; a share of fewer than `at_least` customers is only called so.
pub fn trait_words(difference: &Trait, at_least: usize, format: Format) -> TraitWords {
    let language = format.language;
    let share = |share: f64, count: usize| {
        if count < at_least {
            return format!("{} {at_least}", pick(language, "minder dan", "fewer than"));
        }
        format!("{} ({})", format.percent(share, 0), format.count(count))
    };
    let points =
        |share: f64| format!("{}{}", format.difference(share * 100.0, 0), pick(language, " pt", " pts"));
    match difference {
        Trait::Share { field, value, group, rest, group_count, rest_count } => TraitWords {
            name: format!("{}: {value}", field_name(*field, language)),
            group: share(*group, *group_count),
            rest: share(*rest, *rest_count),
            difference: points(group - rest),
        },
        Trait::Median { of, group, rest, group_count, rest_count, .. } => {
            let number = |value: f64| {
                if shows_as_share(of) { format.percent(value, 1) } else { format.short_number(value, 1) }
            };
            TraitWords {
                name: format!("{} ({})", quantity_name(of, language), pick(language, "mediaan", "median")),
                group: format!("{} ({group_count})", number(*group)),
                rest: format!("{} ({rest_count})", number(*rest)),
                difference: if shows_as_share(of) {
                    points(group - rest)
                } else {
                    format.difference(group - rest, usize::from((group - rest).abs() < 100.0))
                },
            }
        }
        Trait::Sign { sign, group, rest, group_count, rest_count } => {
            let place = Sign::ALL.iter().position(|one| one == sign).unwrap_or_default();
            TraitWords {
                name: words::ask::signs(language)[place].clone(),
                group: share(*group, *group_count),
                rest: share(*rest, *rest_count),
                difference: points(group - rest),
            }
        }
    }
}

/// A rule in words, with the thresholds found in the list for its quantiles and medians, in the order of its parts.
pub fn rule_words(rule: &Rule, thresholds: &[f64], format: Format) -> String {
    let language = format.language;
    let number = |value: f64, of: &Quantity| {
        if shows_as_share(of) { format.percent(value, 1) } else { format.short_number(value, 2) }
    };
    let found = |nl: String, en: String, of: &Quantity| {
        let words = if language == Language::Nl { nl } else { en };
        match thresholds.first() {
            Some(value) => format!("{words} ({})", number(*value, of)),
            None => words,
        }
    };
    match rule {
        Rule::Compare { of, is, than } => {
            format!("{} {} {}", quantity_name(of, language), comparison(*is, language), number(*than, of))
        }
        Rule::Top { of, percent } => {
            let name = quantity_name(of, language);
            found(format!("{name} bij de hoogste {percent}%"), format!("{name} in the top {percent}%"), of)
        }
        Rule::Bottom { of, percent } => {
            let name = quantity_name(of, language);
            found(format!("{name} bij de laagste {percent}%"), format!("{name} in the bottom {percent}%"), of)
        }
        Rule::AtLeastMedian { of } => {
            let name = quantity_name(of, language);
            found(format!("{name} minstens de mediaan"), format!("{name} at least the median"), of)
        }
        Rule::Ratio { of, per, is, than } => format!(
            "{} ÷ {} {} {}",
            quantity_name(of, language),
            quantity_name(per, language),
            comparison(*is, language),
            format.percent(*than, 1)
        ),
        Rule::Present { field } => {
            format!("{} {}", field_name(*field, language), pick(language, "is ingevuld", "is filled in"))
        }
        Rule::Says { field, text } => format!("{} is “{text}”", field_name(*field, language)),
        Rule::Filled { column } => {
            format!("{column} {}", pick(language, "is ingevuld", "is filled in"))
        }
        Rule::Reads { column, text } => format!("{column} is “{text}”"),
        Rule::Not(rule) => {
            format!("{}{}", pick(language, "niet: ", "not: "), rule_words(rule, thresholds, format))
        }
        Rule::All(rules) => joined(rules, thresholds, format, pick(language, " en ", " and ")),
        Rule::Any(rules) => joined(rules, thresholds, format, pick(language, " of ", " or ")),
        Rule::Judgement => pick(language, "beoordeling per klant", "judged customer by customer").to_owned(),
    }
}

/// Each part with its own share of the thresholds.
fn joined(rules: &[Rule], mut thresholds: &[f64], format: Format, with: &str) -> String {
    let mut parts = Vec::with_capacity(rules.len());
    for rule in rules {
        let (own, rest) = thresholds.split_at(rule_thresholds(rule).min(thresholds.len()));
        parts.push(rule_words(rule, own, format));
        thresholds = rest;
    }
    parts.join(with)
}

/// How many thresholds a rule finds in the list.
fn rule_thresholds(rule: &Rule) -> usize {
    match rule {
        Rule::Top { .. } | Rule::Bottom { .. } | Rule::AtLeastMedian { .. } => 1,
        Rule::Not(rule) => rule_thresholds(rule),
        Rule::All(rules) | Rule::Any(rules) => rules.iter().map(rule_thresholds).sum(),
        _ => 0,
    }
}

/// Whether a quantity is shown in percent.
pub fn shows_as_share(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::MarginRate | Quantity::ShareOfWallet => true,
        Quantity::Field(field) => field.kind() == crate::customers::Kind::Share,
        _ => false,
    }
}

fn comparison(comparison: Comparison, language: Language) -> &'static str {
    let (nl, en) = match comparison {
        Comparison::AtLeast => ("minstens", "at least"),
        Comparison::MoreThan => ("meer dan", "more than"),
        Comparison::AtMost => ("hoogstens", "at most"),
        Comparison::LessThan => ("minder dan", "less than"),
    };
    pick(language, nl, en)
}

/// The name of a quantity; a column has the name it has in the list.
pub fn quantity_name(quantity: &Quantity, language: Language) -> &str {
    let (nl, en) = match quantity {
        Quantity::Field(field) => return field_name(*field, language),
        Quantity::Column(name) => return name,
        Quantity::Margin => ("marge", "margin"),
        Quantity::MarginRate => ("marge in % van de omzet", "margin rate"),
        Quantity::Contribution => ("bijdrage", "contribution"),
        Quantity::OrderDaysLastYear => ("besteldagen in het laatste jaar", "order days in the last year"),
        Quantity::Orders => ("orders", "orders"),
        Quantity::ComplaintsPerYear => ("klachten per jaar", "complaints a year"),
        Quantity::ShareOfWallet => ("aandeel in hun bestedingen", "share of wallet"),
        Quantity::GrowthRoom => ("groeiruimte", "growth room"),
    };
    pick(language, nl, en)
}

fn pick(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

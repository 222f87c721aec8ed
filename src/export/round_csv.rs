//! What the person entered in this round, as a table: answers, signs, notes, choices, levels and their reasons.

use crate::sorted::{SortedMap, SortedSet};

use super::sheet::written;
use crate::i18n::words::calls as words;
use crate::i18n::{Language, explain, field_name};
use crate::inputs::Inputs;
use crate::panic::{CustomerAnswer, Tri};
use crate::recipe::{Recipe, Sign};
use crate::segments::JudgedColumn;

/// One row a customer that something was entered about, by key; empty cells where nothing was.
pub fn round_csv(inputs: &Inputs, recipe: &Recipe, language: Language) -> Vec<u8> {
    let answers = inputs.mine().map(|mine| &mine.answers);
    let keys: SortedSet<&String> = answers
        .into_iter()
        .flat_map(SortedMap::keys)
        .chain(inputs.choices.choices.keys())
        .chain(inputs.plan.levels.keys())
        .chain(inputs.plan.calls.keys())
        .chain(inputs.judgements.cells.keys())
        .collect();
    let judged: SortedSet<&String> = inputs.judgements.cells.values().flat_map(SortedMap::keys).collect();
    let record = |key: &String| {
        let answer =
            answers.and_then(|answers| answers.get(key)).map(|answer| (**answer).clone()).unwrap_or_default();
        let choice = inputs.choices.choices.get(key);
        let level = inputs.plan.levels.get(key);
        let mut record = vec![key.clone(), answer.panic.map(|panic| panic.to_string()).unwrap_or_default()];
        record.extend(Sign::ALL.iter().map(|sign| said(&answer, *sign, language).to_owned()));
        record.push(answer.note);
        record.push(choice.map(|choice| yes_no(choice.core, language).to_owned()).unwrap_or_default());
        record.push(choice.map(|choice| choice.reason.clone()).unwrap_or_default());
        record.push(level.map(|edit| edit.level.letter().to_owned()).unwrap_or_default());
        record.push(level.map(|edit| edit.reason.clone()).unwrap_or_default());
        record.push(choice.map(|choice| choice.defender.clone()).unwrap_or_default());
        let call = inputs.plan.calls.get(key);
        let outcome = call.and_then(|call| call.outcome);
        record.push(outcome.map(|outcome| words::outcome(outcome, language)).unwrap_or_default());
        record.push(call.map(|call| call.next.clone()).unwrap_or_default());
        let cells = inputs.judgements.cells.get(key);
        record.extend(
            judged.iter().map(|column| cells.and_then(|row| row.get(*column)).cloned().unwrap_or_default()),
        );
        record
    };
    let names = judged.iter().map(|key| column_name(key, recipe, language));
    written(header(language).into_iter().chain(names).collect(), keys.into_iter().map(record))
}

fn header(language: Language) -> Vec<String> {
    let (first, sign, rest) = match language {
        Language::Nl => (
            ["Klant", "Paniek (0-5)"],
            "Signaal",
            ["Notitie", "Kern", "Reden", "Niveau", "Reden niveau", "Verdedigt", "Gebeld", "Volgend contact"],
        ),
        Language::En => (
            ["Customer", "Panic (0-5)"],
            "Sign",
            ["Note", "Core", "Reason", "Level", "Level reason", "Defends", "Called", "Next contact"],
        ),
    };
    let signs = (1..=Sign::ALL.len()).map(|place| format!("{sign} {place}"));
    first.map(str::to_owned).into_iter().chain(signs).chain(rest.map(str::to_owned)).collect()
}

/// A column of judgements as a reader knows it.
fn column_name(key: &str, recipe: &Recipe, language: Language) -> String {
    match JudgedColumn::from_key(key) {
        Some(JudgedColumn::Field(field)) => field_name(field, language).to_owned(),
        Some(JudgedColumn::Factor(id)) => {
            let factor = recipe.factors.factors.iter().find(|factor| factor.id == id);
            factor.map_or(id.clone(), |factor| explain::said(&factor.name, language).to_owned())
        }
        Some(JudgedColumn::Own(name)) => name,
        None => key.to_owned(),
    }
}

fn said(answer: &CustomerAnswer, sign: Sign, language: Language) -> &'static str {
    match answer.signs.get(&sign) {
        Some(Tri::Yes) => yes_no(true, language),
        Some(Tri::No) => yes_no(false, language),
        Some(Tri::DontKnow) => "?",
        None => "",
    }
}

fn yes_no(yes: bool, language: Language) -> &'static str {
    match (yes, language) {
        (true, Language::Nl) => "ja",
        (false, Language::Nl) => "nee",
        (true, Language::En) => "yes",
        (false, Language::En) => "no",
    }
}

#[cfg(test)]
mod tests {
    use super::round_csv;
    use crate::i18n::Language;
    use crate::inputs::{Action, Inputs, JudgedCell};
    use crate::panic::{CustomAnswer, Tri};
    use crate::plan::CallOutcome;
    use crate::recipe::Level;

    fn check(actions: &[Action], rows: &[&str]) {
        let inputs = actions.iter().fold(Inputs::default(), Inputs::after);
        let text =
            String::from_utf8(round_csv(&inputs, &crate::recipe::Recipe::default(), Language::Nl)).unwrap();
        let found: Vec<&str> = text.trim_end().split("\r\n").skip(1).collect();
        assert_eq!(found, rows);
    }

    #[test]
    fn everything_entered_is_in_it_and_nothing_else() {
        check(&[], &[]);
        check(
            &[
                Action::Answer { customer: "K2".into(), answer: Some(5), at: 1 },
                Action::Say {
                    customer: "K2".into(),
                    question: "pays_gladly".into(),
                    says: Some(CustomAnswer::YesNo(Tri::Yes)),
                    at: 2,
                },
                Action::Note { customer: "K2".into(), text: "belt; vaak".into(), at: 3 },
                Action::Choose { customer: "K1".into(), core: true, proposed: false },
                Action::Reason { customer: "K1".into(), core: true, text: "opent deuren".into() },
                Action::Level { customer: "K3".into(), level: Some(Level::B) },
            ],
            &[
                "K1;;;;;;;;;;ja;opent deuren;;;;;",
                "K2;5;;ja;;;;;;\"belt; vaak\";;;;;;;",
                "K3;;;;;;;;;;;;B;;;;",
            ],
        );
        let cell = JudgedCell { customer: "K4".into(), column: "strategic".into(), text: "5".into() };
        check(
            &[
                Action::Judge { cells: vec![cell], run: 0 },
                Action::Called { customer: "K5".into(), outcome: Some(CallOutcome::Later) },
                Action::NextContact { customer: "K5".into(), day: "2026-03-14".into() },
                Action::Defender { customer: "K1".into(), core: true, name: "Els".into() },
            ],
            &["K1;;;;;;;;;;ja;;;;Els;;;", "K4;;;;;;;;;;;;;;;;;5", "K5;;;;;;;;;;;;;;;later;2026-03-14;"],
        );
    }
}

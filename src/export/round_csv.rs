//! What was entered in this round, as a table: answers with their reasons and certainty, own questions, the team's final
//! answers, choices, levels and judgements.

use std::rc::Rc;

use super::sheet::written;
use crate::i18n::words::{ask, calls, review as words};
use crate::i18n::{Language, explain, field_name};
use crate::inputs::Inputs;
use crate::panic::{CustomAnswer, CustomerAnswer, Tri};
use crate::recipe::{Recipe, STRATEGIC, Sign};
use crate::segments::JudgedColumn;
use crate::sorted::{SortedMap, SortedSet};

/// A column: its heading, and what stands in it for a customer.
type Column<'a> = (String, Box<dyn Fn(&str) -> String + 'a>);

/// One row a customer that something was entered about, by key; empty cells where nothing was. `names`: what the
/// customers are called, by key.
pub fn round_csv(
    inputs: &Inputs,
    recipe: &Recipe,
    names: &SortedMap<String, String>,
    language: Language,
) -> Vec<u8> {
    let nobody = SortedMap::new();
    let answers = inputs.mine().map_or(&nobody, |mine| &mine.answers);
    let keys: SortedSet<&String> = answers
        .keys()
        .chain(inputs.answers.finals.keys())
        .chain(inputs.choices.choices.keys())
        .chain(inputs.plan.levels.keys())
        .chain(inputs.plan.calls.keys())
        .chain(inputs.judgements.cells.keys())
        .collect();
    let mut columns: Vec<Column> = vec![
        (words::round_customer(language), Box::new(str::to_owned)),
        (words::round_name(language), Box::new(|key| names.get(key).cloned().unwrap_or_default())),
    ];
    columns.extend(answered(answers, recipe, language));
    columns.extend(decided(inputs, language));
    columns.extend(judged(inputs, recipe, language));
    let record = |key: &String| columns.iter().map(|(_, cell)| cell(key)).collect();
    written(columns.iter().map(|(heading, _)| heading.clone()).collect(), keys.into_iter().map(record))
}

/// What the person at this page answered.
fn answered<'a>(
    answers: &'a SortedMap<String, Rc<CustomerAnswer>>,
    recipe: &Recipe,
    language: Language,
) -> Vec<Column<'a>> {
    let of = |cell: Box<dyn Fn(&CustomerAnswer) -> String + 'a>| -> Box<dyn Fn(&str) -> String + 'a> {
        Box::new(move |key| answers.get(key).map(|answer| cell(answer)).unwrap_or_default())
    };
    let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut columns = vec![
        (words::round_panic(language), of(Box::new(move |answer| number(answer.panic)))),
        (words::round_sure(language), of(Box::new(move |answer| number(answer.confidence)))),
    ];
    let signs = Sign::ALL.iter().zip(1..);
    let asked =
        signs.map(|(sign, place)| (sign.key().to_owned(), words::round_sign(language, &place.to_string())));
    let strategic = (STRATEGIC.to_owned(), words::round_strategic(language));
    for (question, heading) in asked.chain([strategic]).chain(own_questions(answers, recipe, language)) {
        columns.push((heading, of(Box::new(move |answer| says(answer, &question, language)))));
    }
    let because = |buys: bool| {
        of(Box::new(move |answer| {
            let reasons = answer.reasons.iter().filter(|reason| reason.buys == buys);
            reasons.map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(", ")
        }))
    };
    columns.push((words::round_buys(language), because(true)));
    columns.push((words::round_buys_not(language), because(false)));
    columns.push((words::round_note(language), of(Box::new(|answer| answer.note.clone()))));
    columns
}

/// The consultant's own questions with their wording: those of the recipe in their order, then others that were
/// answered before they were taken away.
fn own_questions(
    answers: &SortedMap<String, Rc<CustomerAnswer>>,
    recipe: &Recipe,
    language: Language,
) -> Vec<(String, String)> {
    let own = recipe.panic.questions.iter().filter(|question| !question.is_ours());
    let mut all: Vec<(String, String)> = own
        .map(|question| (question.id.clone(), explain::said(&question.text, language).to_owned()))
        .collect();
    let answered: SortedSet<&String> = answers.values().flat_map(|answer| answer.custom.keys()).collect();
    for id in answered {
        if all.iter().all(|(known, _)| known != id) {
            all.push((id.clone(), id.clone()));
        }
    }
    all
}

/// What the team and the person decided: final answers, the choice, levels and calls.
fn decided(inputs: &Inputs, language: Language) -> Vec<Column<'_>> {
    let finals = &inputs.answers.finals;
    let choices = &inputs.choices.choices;
    let (levels, calls) = (&inputs.plan.levels, &inputs.plan.calls);
    vec![
        (words::round_final(language), of(finals, |answer| answer.panic.to_string())),
        (words::round_final_note(language), of(finals, |answer| answer.note.clone())),
        (words::round_core(language), of(choices, move |choice| yes_no(choice.core, language))),
        (words::round_reason(language), of(choices, |choice| choice.reason.clone())),
        (words::round_level(language), of(levels, |edit| edit.level.letter().to_owned())),
        (words::round_level_reason(language), of(levels, |edit| edit.reason.clone())),
        (words::round_defends(language), of(choices, |choice| choice.defender.clone())),
        (
            words::round_called(language),
            of(calls, move |call| {
                call.outcome.map(|outcome| calls::outcome(outcome, language)).unwrap_or_default()
            }),
        ),
        (words::round_next(language), of(calls, |call| call.next.clone())),
    ]
}

/// Judged columns.
fn judged<'a>(inputs: &'a Inputs, recipe: &Recipe, language: Language) -> Vec<Column<'a>> {
    let cells = &inputs.judgements.cells;
    let judged: SortedSet<&String> = cells.values().flat_map(SortedMap::keys).collect();
    let column = |column: &'a String| {
        let cell = of(cells, move |row| row.get(column).cloned().unwrap_or_default());
        (column_name(column, recipe, language), cell)
    };
    judged.into_iter().map(column).collect()
}

/// A cell from what is kept by customer key.
fn of<'a, T>(
    kept: &'a SortedMap<String, T>,
    cell: impl Fn(&T) -> String + 'a,
) -> Box<dyn Fn(&str) -> String + 'a> {
    Box::new(move |key| kept.get(key).map(&cell).unwrap_or_default())
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

fn says(answer: &CustomerAnswer, question: &str, language: Language) -> String {
    match answer.said(question) {
        Some(CustomAnswer::YesNo(Tri::Yes)) => yes_no(true, language),
        Some(CustomAnswer::YesNo(Tri::No)) => yes_no(false, language),
        Some(CustomAnswer::YesNo(Tri::DontKnow) | CustomAnswer::Score(0)) => "?".to_owned(),
        Some(CustomAnswer::Score(score)) => score.to_string(),
        Some(CustomAnswer::Text(text)) => text,
        None => String::new(),
    }
}

fn yes_no(yes: bool, language: Language) -> String {
    if yes { ask::yes(language) } else { ask::no(language) }
}

#[cfg(test)]
mod tests {
    use super::round_csv;
    use crate::i18n::Language;
    use crate::inputs::{Action, Inputs, JudgedCell};
    use crate::panic::{CustomAnswer, Tri};
    use crate::plan::CallOutcome;
    use crate::recipe::{Level, Setting, Settings};

    /// The cells with something in them, as `heading=cell`, a line a customer.
    fn check(actions: &[Action], language: Language, rows: &[&str]) {
        let inputs = actions.iter().fold(Inputs::default(), Inputs::after);
        let recipe = Settings::new(&inputs.settings).recipe;
        let names = [("K2".to_owned(), "=Bos & Zn".to_owned())].into();
        let bytes = round_csv(&inputs, &recipe, &names, language);
        let table = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table);
        let heading = reader.headers().unwrap().clone();
        let found: Vec<String> = reader
            .records()
            .map(|record| {
                let record = record.unwrap();
                let cells = heading.iter().zip(record.iter()).filter(|(_, cell)| !cell.is_empty());
                cells.map(|(heading, cell)| format!("{heading}={cell}")).collect::<Vec<_>>().join("|")
            })
            .collect();
        assert_eq!(found, rows);
    }

    fn say(question: &str, says: CustomAnswer) -> Action {
        Action::Say { customer: "K2".into(), question: question.into(), says: Some(says), at: 2 }
    }

    fn why(buys: bool, text: &str) -> Action {
        Action::WhyBuys { customer: "K2".into(), buys, text: text.into(), given: true, at: 3 }
    }

    #[test]
    fn everything_about_an_answer_is_in_it() {
        let own = r#"[{"id":"own1","text":{"nl":"Toon?","en":"Tone?"},"kind":"score","on":true}]"#;
        let actions = [
            Action::Set { path: "/panic/questions".into(), value: Some(Setting::Part(own.into())) },
            Action::Answer { customer: "K2".into(), answer: Some(5), at: 1 },
            Action::Confidence { customer: "K2".into(), sure: Some(2), at: 1 },
            say("pays_gladly", CustomAnswer::YesNo(Tri::Yes)),
            say("strategic_for_them", CustomAnswer::YesNo(Tri::DontKnow)),
            say("own1", CustomAnswer::Score(4)),
            say("gone", CustomAnswer::Text("=1+1".into())),
            why(true, "snel"),
            why(true, "kennis"),
            why(false, "prijs"),
            Action::Note { customer: "K2".into(), text: "belt; vaak".into(), at: 3 },
            Action::Final { customer: "K2".into(), answer: Some(4), at: 4 },
            Action::FinalNote { customer: "K2".into(), text: "bouwt op ons".into(), at: 5 },
        ];
        check(&[], Language::Nl, &[]);
        let nl = "Klant=K2|Naam='=Bos & Zn|Paniek (0-5)=5|Zekerheid (1-3)=2|Signaal 2=ja|Strategisch voor hen=?|Toon?=4|gone='=1+1|Waarom zij kopen=snel, kennis|Waarom niet=prijs|Notitie=belt; vaak|Eindantwoord team (0-5)=4|Waarom dit eindantwoord=bouwt op ons";
        check(&actions, Language::Nl, &[nl]);
        let en = "Customer=K2|Name='=Bos & Zn|Panic (0-5)=5|Certainty (1-3)=2|Sign 2=yes|Strategic for them=?|Tone?=4|gone='=1+1|Why they buy=snel, kennis|Why not=prijs|Note=belt; vaak|Team’s final answer (0-5)=4|Why this final answer=bouwt op ons";
        check(&actions, Language::En, &[en]);
    }

    #[test]
    fn whoever_something_was_entered_about_has_a_row() {
        let cell = JudgedCell { customer: "K4".into(), column: "strategic".into(), text: "5".into() };
        check(
            &[
                Action::Choose { customer: "K1".into(), core: true, proposed: false },
                Action::Reason { customer: "K1".into(), core: true, text: "opent deuren".into() },
                Action::Defender { customer: "K1".into(), core: true, name: "Els".into() },
                Action::Level { customer: "K3".into(), level: Some(Level::B) },
                Action::Judge { cells: vec![cell], run: 0 },
                Action::Called { customer: "K5".into(), outcome: Some(CallOutcome::Later) },
                Action::NextContact { customer: "K5".into(), day: "2026-03-14".into() },
                Action::Final { customer: "K6".into(), answer: Some(0), at: 4 },
            ],
            Language::Nl,
            &[
                "Klant=K1|Kern=ja|Reden=opent deuren|Verdedigt=Els",
                "Klant=K3|Niveau=B",
                "Klant=K4|strategisch belang (1–5)=5",
                "Klant=K5|Gebeld=later|Volgend contact=2026-03-14",
                "Klant=K6|Eindantwoord team (0-5)=0",
            ],
        );
    }
}

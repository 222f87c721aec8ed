//! Files written by earlier versions are read for ever: frozen samples of members' answers, of a session and of a recipe. A sample
//! is never changed; a new version of a format adds one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

use kernklant::panic::{CustomAnswer, Tri};
use kernklant::recipe::{Level, QuestionKind, Settings};
use kernklant::share::{AnswersFile, Session, Shared, open};

const ANSWERS_1: &str = include_str!("wire/answers-1.kernklant-answers");
const SHORT_1: &str = include_str!("wire/short-1.json");
const RECIPE_1: &str = include_str!("wire/recipe-1.kernklant");
const SESSION_1: &str = include_str!("wire/session-1.kernklant");

fn answers(text: &str) -> AnswersFile {
    match open(text.as_bytes()) {
        Ok(Shared::Answers(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn session(text: &str) -> Session {
    match open(text.as_bytes()) {
        Ok(Shared::Session(session)) => *session,
        other => panic!("{other:?}"),
    }
}

#[test]
fn answers_of_version_1() {
    let file = answers(ANSWERS_1);
    assert_eq!((file.person.as_str(), file.rater.name.as_str()), ("19ad3c55b10", "Els"));
    let list = file.list.unwrap();
    assert_eq!((list.fingerprint.as_str(), list.customers), ("51a63a6dd9b9a1c0", 80));
    assert_eq!(file.names["1001"], "Bakkerij Smit B.V.");
    let answer = &file.rater.answers["1001"];
    assert_eq!((answer.panic, answer.changed, answer.confidence), (Some(4), 1_764_000_000_000, Some(3)));
    assert_eq!(answer.said("raves"), Some(CustomAnswer::YesNo(Tri::Yes)));
    assert_eq!(answer.said("strategic_for_them"), Some(CustomAnswer::YesNo(Tri::DontKnow)));
    assert_eq!(answer.said("toon"), Some(CustomAnswer::Score(4)));
    assert_eq!(answer.said("waarom"), Some(CustomAnswer::Text("omdat we snel zijn".into())));
    let reasons: Vec<(bool, &str)> =
        answer.reasons.iter().map(|reason| (reason.buys, reason.text.as_str())).collect();
    assert_eq!(reasons, [(true, "snelle levering"), (false, "prijs")]);
    assert_eq!(answer.note, "Belde zelf: \"zonder jullie ligt alles stil\".");
    assert_eq!(file.rater.answers["1002"].panic, Some(0));
    assert_eq!(file.rater.groups.len(), 1);
}

#[test]
fn answers_in_the_short_form_of_version_1() {
    let file = answers(SHORT_1);
    assert_eq!(file.rater.name, "Jan");
    let said: Vec<(&str, Option<u8>)> =
        file.rater.answers.iter().map(|(key, answer)| (key.as_str(), answer.panic)).collect();
    assert_eq!(said, [("1001", Some(5)), ("1002", Some(0)), ("Slagerij Bos", Some(1))]);
    assert_eq!(file.list, None);
}

#[test]
fn a_session_of_version_1() {
    let session = session(SESSION_1);
    assert_eq!((session.saved.as_str(), session.list_name.as_str()), ("2026-11-23", "klanten.csv"));
    let inputs = &session.inputs;
    assert_eq!(inputs.names["1001"], "Bakkerij Smit B.V.");
    assert_eq!(inputs.mine().unwrap().answers["1001"].panic, Some(4));
    assert_eq!(inputs.answers.raters["c8"].name, "Jan");
    assert_eq!(inputs.answers.finals["1001"].panic, 5);
    assert!(inputs.choices.choices["1002"].core);
    assert_eq!(inputs.choices.choices["1002"].reason, "opent deuren");
    assert_eq!(inputs.plan.levels["1003"].level, Level::B);
    assert!(inputs.shortlist.changes["1002"]);
}

#[test]
fn a_recipe_of_version_1() {
    let file = match open(RECIPE_1.as_bytes()) {
        Ok(Shared::Recipe(file)) => file,
        other => panic!("{other:?}"),
    };
    let recipe = Settings::new(&file.settings).recipe;
    assert_eq!(recipe.panic.question.nl, "Als wij er niet meer zijn, dan …");
    let question = &recipe.panic.questions[0];
    assert_eq!((question.id.as_str(), question.kind), ("own1", QuestionKind::Score));
    assert_eq!(recipe.choice.weights.iter().filter(|weight| weight.weight == 3.0).count(), 1);
    assert_eq!(recipe.factors.factors.iter().filter(|factor| !factor.on).count(), 1);
}

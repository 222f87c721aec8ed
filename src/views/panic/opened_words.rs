//! What became of opened files, in words.

use crate::customers::day;
use crate::i18n::Format;
use crate::i18n::Language;
use crate::i18n::words::team as words;
use crate::inputs::{Action, Inputs};
use crate::share::OpenError;
use crate::views::sheet::{Block, Choice, Control, ControlKind, Doing, Link, Text, Tone};
use crate::views::{Namesake, Opened, Outcome, Taken, Whose};

/// A paragraph a file, and below it what is asked about it.
pub fn opened_notes(opened: &[Opened], inputs: &Inputs, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    for opened in opened {
        let (tone, sentences) = told(opened, Format::new(language));
        let id = "opened-file".to_owned();
        blocks.push(Block::Text(Text { tone, line: sentences.join(" ").into(), id }));
        blocks.extend(asked(opened, inputs, language));
    }
    blocks
}

/// What only the person can tell: whether another list's file is wanted all the same, who goes on with a round, whether
/// two names are one person.
fn asked(opened: &Opened, inputs: &Inputs, language: Language) -> Option<Block> {
    let button = |id: &str, label: String, action: Action| {
        let doing = Doing::Act(action);
        Some(Block::Links(vec![Link { label, doing, id: id.to_owned(), ..Link::default() }]))
    };
    match &opened.outcome {
        Outcome::OtherList { anyway, .. } => {
            let label = words::opened_anyway(language, &opened.file);
            button("take-anyway", label, Action::Take(anyway.clone()))
        }
        Outcome::Merged { rater, apart: Some(Namesake { key, other, other_name }), .. } => {
            let label = words::opened_one_person(language, rater, other_name);
            button("one-person", label, Action::SamePerson { from: key.clone(), into: other.clone() })
        }
        Outcome::Session { person: Some(whose), .. } => Some(who_goes_on(whose, inputs, language)),
        _ => None,
    }
}

/// As the person of the round, or as oneself beside that person: nobody's answers become another's.
fn who_goes_on(whose: &Whose, inputs: &Inputs, language: Language) -> Block {
    let name = called(&whose.name, language);
    let choice =
        |label: String, key: &str| Choice { label, doing: Doing::Act(Action::GoOnAs(key.to_owned())) };
    let choices = vec![
        choice(words::go_on_as(language, &name), &whose.key),
        choice(words::go_on_as_myself(language), &whose.myself),
    ];
    let chosen = Some(usize::from(inputs.answers.me != whose.key));
    Block::Controls(vec![Control {
        id: "go-on-as".to_owned(),
        label: words::who_goes_on(language),
        hint: words::who_goes_on_hint(language, &name),
        kind: ControlKind::Choices { choices, chosen, as_list: false },
        ..Control::default()
    }])
}

fn called(name: &str, language: Language) -> String {
    if name.is_empty() { words::somebody(language) } else { name.to_owned() }
}

/// How it is meant, and its sentences.
fn told(opened: &Opened, format: Format) -> (Tone, Vec<String>) {
    let language = format.language;
    let file = &opened.file;
    match &opened.outcome {
        Outcome::Merged { rater, answers, found_by_name, unmatched, again, apart, other_version } => {
            let (who, answers) = (called(rater, language), words::answers(format, *answers));
            let mut sentences = vec![if *again {
                words::opened_again(language, file, &who, &answers)
            } else {
                words::opened_merged(language, file, &who, &answers)
            }];
            if let Some(apart) = apart {
                sentences.push(words::opened_apart(language, &who, &called(&apart.other_name, language)));
            }
            if *other_version {
                sentences.push(words::opened_other_version(language));
            }
            if *found_by_name > 0 {
                sentences.push(words::opened_by_name(language, &words::customers(format, *found_by_name)));
            }
            if !unmatched.is_empty() {
                sentences.push(words::opened_unmatched(language, &unmatched.join(", ")));
            }
            let is_clear = unmatched.is_empty() && apart.is_none();
            (if is_clear { Tone::Good } else { Tone::Warning }, sentences)
        }
        Outcome::OtherList { answers, found, .. } => {
            let (answers, found) = (format.count(*answers), format.count(*found));
            (Tone::Bad, vec![words::opened_other_list(language, file, &found, &answers)])
        }
        Outcome::Session { saved, list_name, customers, unmatched, waiting, recipe, .. } => {
            let mut sentences = if *customers == 0 && *recipe != Taken::default() {
                vec![words::opened_recipe(language, file, &taken(*recipe, format))]
            } else {
                vec![words::opened_session(language, file, &words::customers(format, *customers))]
            };
            if !list_name.is_empty() && !saved.is_empty() {
                let day = day::read(saved).map_or_else(|| saved.clone(), |day| format.date(day));
                sentences.push(words::opened_session_from(language, list_name, &day));
            }
            if *waiting {
                sentences.push(words::opened_session_waiting(language));
            }
            if *unmatched > 0 {
                sentences.push(words::opened_session_unmatched(language, &format.count(*unmatched)));
            }
            (Tone::Good, sentences)
        }
        Outcome::Recipe(recipe) if *recipe == Taken::default() => {
            (Tone::Plain, vec![words::opened_recipe_default(language, file)])
        }
        Outcome::Recipe(recipe) => {
            (Tone::Good, vec![words::opened_recipe(language, file, &taken(*recipe, format))])
        }
        Outcome::Refused(error) => (Tone::Bad, vec![refused(error, file, format)]),
    }
}

/// "3 own questions, 1 weight".
fn taken(recipe: Taken, format: Format) -> String {
    let language = format.language;
    let told = |count: usize, words: fn(Language, &str) -> String| {
        (count > 0).then(|| words(language, &format.count(count)))
    };
    let parts = [
        told(recipe.questions, words::taken_questions),
        told(recipe.factors, words::taken_factors),
        told(recipe.weights, words::taken_weights),
        told(recipe.others, words::taken_others),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn refused(error: &OpenError, file: &str, format: Format) -> String {
    let language = format.language;
    match error {
        OpenError::Empty => words::refused_empty(language, file),
        OpenError::Foreign => words::refused_foreign(language, file),
        OpenError::Broken { line, .. } => {
            words::refused_broken(language, file, &format.count((*line).max(1)))
        }
        OpenError::Newer { .. } => words::refused_newer(language, file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(outcome: Outcome, expected: &str) {
        let opened = [Opened { file: "els.kernklant-answers".into(), outcome }];
        let notes = opened_notes(&opened, &Inputs::default(), Language::Nl);
        let Block::Text(note) = &notes[0] else { panic!("{notes:?}") };
        assert_eq!(note.line, expected.into());
    }

    #[test]
    fn it_is_said_what_became_of_a_file() {
        check(
            Outcome::Merged {
                rater: "Els".into(),
                answers: 12,
                found_by_name: 1,
                unmatched: vec!["Bos".into()],
                again: false,
                apart: None,
                other_version: true,
            },
            "els.kernklant-answers: 12\u{a0}antwoorden van Els toegevoegd. Gemaakt met een andere versie van deze lijst. 1\u{a0}klant op naam teruggevonden, omdat het klantnummer anders is. Niet in deze lijst, wel bewaard: Bos.",
        );
        let recipe = Taken { questions: 3, weights: 1, ..Taken::default() };
        let said = "els.kernklant-answers: 3 eigen vragen, 1 gewicht overgenomen.";
        check(Outcome::Recipe(recipe), said);
        check(
            Outcome::Session {
                saved: String::new(),
                list_name: String::new(),
                customers: 0,
                unmatched: 0,
                waiting: false,
                person: None,
                recipe,
            },
            said,
        );
        check(
            Outcome::Refused(OpenError::Broken { line: 3, column: 1 }),
            "els.kernklant-answers is beschadigd (regel 3). Vraag uw collega om het opnieuw te bewaren; er is niets overgenomen.",
        );
    }
}

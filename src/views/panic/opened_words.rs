//! What became of opened files, in words.

use crate::customers::day;
use crate::i18n::Format;
use crate::i18n::Language;
use crate::i18n::words::team as words;
use crate::share::OpenError;
use crate::views::sheet::{Text, Tone};
use crate::views::{Opened, Outcome};

/// A paragraph a file.
pub fn opened_notes(opened: &[Opened], language: Language) -> Vec<Text> {
    let note = |opened: &Opened| {
        let (tone, sentences) = told(opened, Format::new(language));
        Text { tone, line: sentences.join(" ").into(), id: "opened".to_owned() }
    };
    opened.iter().map(note).collect()
}

/// How it is meant, and its sentences.
fn told(opened: &Opened, format: Format) -> (Tone, Vec<String>) {
    let language = format.language;
    let file = &opened.file;
    let who = |rater: &str| {
        if rater.is_empty() { words::somebody(language) } else { rater.to_owned() }
    };
    match &opened.outcome {
        Outcome::Merged { rater, answers, found_by_name, unmatched, again, other_version } => {
            let (who, answers) = (who(rater), words::answers(format, *answers));
            let mut sentences = vec![if *again {
                words::opened_again(language, file, &who, &answers)
            } else {
                words::opened_merged(language, file, &who, &answers)
            }];
            if *other_version {
                sentences.push(words::opened_other_version(language));
            }
            if *found_by_name > 0 {
                sentences.push(words::opened_by_name(language, &words::customers(format, *found_by_name)));
            }
            if !unmatched.is_empty() {
                sentences.push(words::opened_unmatched(language, &unmatched.join(", ")));
            }
            (if unmatched.is_empty() { Tone::Good } else { Tone::Warning }, sentences)
        }
        Outcome::OtherList { answers, found, .. } => {
            let (answers, found) = (format.count(*answers), format.count(*found));
            (Tone::Bad, vec![words::opened_other_list(language, file, &found, &answers)])
        }
        Outcome::Session { saved, list_name, customers, unmatched, waiting } => {
            let mut sentences =
                vec![words::opened_session(language, file, &words::customers(format, *customers))];
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
        Outcome::Refused(error) => (Tone::Bad, vec![refused(error, file, format)]),
    }
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
        let notes = opened_notes(&opened, Language::Nl);
        assert_eq!(notes[0].line, expected.into());
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
                other_version: true,
            },
            "els.kernklant-answers: 12\u{a0}antwoorden van Els toegevoegd. Gemaakt met een andere versie van deze lijst. 1\u{a0}klant op naam teruggevonden, omdat het klantnummer anders is. Niet in deze lijst, wel bewaard: Bos.",
        );
        check(
            Outcome::Refused(OpenError::Broken { line: 3, column: 1 }),
            "els.kernklant-answers is beschadigd (regel 3). Vraag uw collega om het opnieuw te bewaren; er is niets overgenomen.",
        );
    }
}

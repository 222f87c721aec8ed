//! Workshop mode: one customer the team disagrees on, everyone's answer revealed together, the final answer by one key.

use std::rc::Rc;

use super::ask::{Ask, Workshop, ask_words, window};
use super::round::{ASK, About, Order, Round, Subject, Which};
use super::tabs;
use super::team::{is_settled, mean_answer, member_name, steps_apart};
use crate::chart::scene::Key;
use crate::i18n::words::{ask as words, team};
use crate::views::sheet::{Block, Link, Sheet, Tone};
use crate::views::{Facts, Place, Request, Screen};

/// Minutes that can be given to a customer.
const MINUTES: [u32; 3] = [1, 2, 5];

/// The customer on screen with everyone's answers, hidden until revealed.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, words::workshop_title(language));
    if facts.panic.discuss.is_empty() {
        sheet.push(Block::text(
            Tone::Plain,
            words::workshop_none(language, &steps_apart(facts, request.format)),
        ));
        let to = Link::to(team::tab(language), Place::sheet(Screen::Panic, "team"));
        sheet.push(Block::Links(vec![Link { primary: true, ..to }]));
    } else {
        sheet.lead = vec![words::workshop_lead(language).into()];
        sheet.push(Block::Ask(Rc::new(discussion(facts, request))));
    }
    tabs(facts, request, &mut sheet);
    sheet
}

fn discussion(facts: Facts, request: &Request) -> Ask {
    let (language, format) = (request.format.language, request.format);
    let here = match request.table(ASK).chosen {
        Some(Key::Customer(key)) => Some(key),
        _ => None,
    };
    let subjects: Vec<Subject> = facts.panic.discuss.iter().map(|&i| Subject::Customer(i)).collect();
    let decided = |subject: &Subject| matches!(subject, Subject::Customer(i) if is_settled(facts, *i));
    let at = here
        .and_then(|here| subjects.iter().position(|subject| subject.key(&facts) == here))
        .or_else(|| subjects.iter().position(|subject| !decided(subject)))
        .or(Some(0));
    let (about, order, which) = (About::First, Order::Value, Which::Disagree);
    let round = Round { about, order, which, subjects, at };
    let done = round.subjects.iter().filter(|subject| decided(subject)).count();
    let mut ask = window(facts, request, &round, &[]);
    for person in &mut ask.people {
        let Subject::Customer(i) = round.subjects[person.place] else { continue };
        let of = &facts.panic.of[i];
        let short = words::short_answers(language);
        person.said = of
            .said
            .iter()
            .map(|(rater, answer)| {
                let name = member_name(facts, request, *rater);
                (name, short[usize::from((*answer).min(5))].clone(), *answer)
            })
            .collect();
        let steps = match of.range.unwrap_or_default() {
            1 => words::one_step(language),
            range => words::steps(language, &range.to_string()),
        };
        person.spread = words::mean(language, &mean_answer(facts, format, i), &steps);
    }
    let mut texts = ask_words(facts, language, &round);
    texts.keys = words::workshop_keys(language);
    Ask {
        all: round.subjects.len(),
        done,
        progress: words::workshop_progress(
            language,
            &format.count(done),
            &format.count(round.subjects.len()),
        ),
        words: texts,
        workshop: Some(Workshop {
            reveal: words::reveal(language),
            full_screen: words::full_screen(language),
            leave_full_screen: words::leave_full_screen(language),
            final_title: words::final_title(language),
            final_note: words::final_note(language),
            time_up: words::time_up(language),
            timer: words::timer(language),
            times: std::iter::once((words::timer_off(language), 0))
                .chain(MINUTES.iter().map(|minutes| (format!("{minutes} min"), minutes * 60)))
                .collect(),
        }),
        ..ask
    }
}

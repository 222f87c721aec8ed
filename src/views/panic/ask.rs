//! The question on screen: a few customers around the one that is asked about, so that the page moves without waiting,
//! with all words ready.

use serde::{Deserialize, Serialize};

use super::first_upper;
use super::round::{ABOUT, ASK, About, Order, Round, Subject, Which, mine};
use crate::customers::{Field, Kind};
use crate::i18n::explain::said;
use crate::i18n::words::ask as words;
use crate::i18n::{Language, field_name};
use crate::panic::{CustomAnswer, Tri, seconds_each};
use crate::recipe::{Question, QuestionKind, STRATEGIC, Sign};
use crate::views::sheet::{Choice, Control, ControlKind, Doing};
use crate::views::{Facts, Request, TableRequest, Who};

/// The question with the customers around the one on screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// In order of asking, but not all of them: those around the one on screen and the next ones without an answer.
    pub people: Vec<Person>,
    /// The one on screen, as a place in `people`; `None` when there is nobody.
    pub at: Option<usize>,
    /// Those without an answer, the next first, as places in `people`.
    pub open: Vec<usize>,
    pub all: usize,
    pub done: usize,
    /// "12 of 60 answered", "about 5 minutes left".
    pub progress: String,
    pub time_left: String,
    pub hint: String,
    /// What is asked beside the panic question.
    pub questions: Vec<AskQuestion>,
    /// Reasons given so far, most given first: why they buy, why they don't; `None` = not asked.
    pub reasons: Option<[Vec<String>; 2]>,
    /// Labels of the three degrees of certainty; `None` = not asked.
    pub sure: Option<[String; 3]>,
    /// Whom, in which order, which of them.
    pub controls: Vec<Control>,
    /// The round, or the part of it around the one on screen.
    pub list: Vec<Who>,
    pub words: AskWords,
    /// The team decides together: answers are revealed, the answer given is the final one.
    pub workshop: Option<Workshop>,
}

/// Somebody in the round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub who: Who,
    /// The place in the round.
    pub place: usize,
    /// "Customer 12 of 60".
    pub position: String,
    /// (name, value): what the list says.
    pub facts: Vec<(String, String)>,
    /// What each member answered: (name, answer in words, answer); only in a workshop.
    pub said: Vec<(String, String, u8)>,
    /// The mean and how far they are apart.
    pub spread: String,
}

/// A question beside the panic question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskQuestion {
    pub id: String,
    pub text: String,
    /// To choose from, each with its label; none for a text.
    pub choices: Vec<(String, CustomAnswer)>,
}

/// Words of workshop mode.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Workshop {
    pub reveal: String,
    pub full_screen: String,
    pub leave_full_screen: String,
    pub final_title: String,
    pub final_note: String,
    pub time_up: String,
    pub timer: String,
    /// (label, seconds).
    pub times: Vec<(String, u32)>,
}

/// Words of the questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AskWords {
    pub question: String,
    /// By answer, 0 to 5.
    pub answers: [String; 6],
    pub short: [String; 6],
    pub previous: String,
    pub skip: String,
    pub next_open: String,
    pub undo: String,
    pub keys: String,
    pub swipe: String,
    pub note: String,
    pub note_hint: String,
    pub facts: String,
    pub hide_facts: String,
    pub show_facts: String,
    pub more: String,
    pub more_hint: String,
    pub buys: [String; 2],
    pub reason_hint: String,
    pub take_away: String,
    pub sure: String,
    pub list: String,
    pub unanswered: String,
    /// Nobody here: why.
    pub nobody: String,
    /// Everyone is answered.
    pub done: String,
}

/// What is shown beside the question, in this order.
const SHOWN: [Field; 16] = [
    Field::Sector,
    Field::Place,
    Field::Group,
    Field::Owner,
    Field::Revenue,
    Field::RevenuePrevious,
    Field::Margin,
    Field::MarginRate,
    Field::Potential,
    Field::Orders,
    Field::FirstOrder,
    Field::LastOrder,
    Field::DaysLate,
    Field::Complaints,
    Field::Returns,
    Field::Hours,
];

/// So many before and after the one on screen, and so many of the next without an answer, cross with it.
const BEFORE: usize = 4;
const AFTER: usize = 10;
const OPEN: usize = 12;
/// The list beside the question is at most this long; of a longer round the part around the one on screen.
const LISTED: usize = 60;

/// The question as it stands.
pub fn ask(facts: Facts, request: &Request, round: &Round) -> Ask {
    let (language, format) = (request.format.language, request.format);
    let all = round.subjects.len();
    let done =
        round.subjects.iter().filter(|subject| mine(facts.inputs, subject.key(&facts)).is_some()).count();
    let open: Vec<usize> = round.open(&facts).take(OPEN).collect();
    let mut ask = window(facts, request, round, &open);
    ask.open =
        open.iter().filter_map(|place| ask.people.iter().position(|person| person.place == *place)).collect();
    let recipe = &facts.recipe().panic;
    let seconds = facts.inputs.mine().and_then(seconds_each);
    let time_left = seconds.filter(|_| done < all).map(|each| format.time_left(each * (all - done) as f64));
    let names = |buys: bool| {
        let reasons = facts.panic.reasons.iter().filter(move |reason| reason.buys == buys);
        reasons.take(30).map(|reason| reason.text.clone()).collect()
    };
    let progress = match round.which {
        // Of those that were answered only the last few are still in it.
        Which::Open => words::left(language, &format.count(all - done)),
        Which::All | Which::Disagree => words::progress(language, &format.count(done), &format.count(all)),
    };
    Ask {
        all,
        done,
        progress,
        time_left: time_left.unwrap_or_default(),
        hint: hint(facts, request, round),
        questions: questions(&recipe.questions, language),
        reasons: recipe.ask_reasons.then(|| [names(true), names(false)]),
        sure: recipe
            .ask_confidence
            .then(|| [words::sure_1(language), words::sure_2(language), words::sure_3(language)]),
        controls: controls(facts, request, round),
        list: listed(facts, round),
        words: ask_words(facts, language, round),
        ..ask
    }
}

/// The people around the one on screen, and those at these places.
pub fn window(facts: Facts, request: &Request, round: &Round, also: &[usize]) -> Ask {
    let Some(at) = round.at else { return Ask::default() };
    let all = round.subjects.len();
    let near = at.saturating_sub(BEFORE)..(at + AFTER + 1).min(all);
    let places = (0..all).filter(|place| near.contains(place) || also.contains(place));
    let people: Vec<Person> = places.map(|place| person(facts, request, round, place)).collect();
    let at = people.iter().position(|person| person.place == at);
    Ask { people, at, ..Ask::default() }
}

fn person(facts: Facts, request: &Request, round: &Round, place: usize) -> Person {
    let (language, format) = (request.format.language, request.format);
    let (at, all) = (format.count(place + 1), format.count(round.subjects.len()));
    match &round.subjects[place] {
        Subject::Customer(i) => Person {
            who: facts.who(*i),
            place,
            position: words::position(language, &at, &all),
            facts: about(facts, request, *i),
            ..Person::default()
        },
        Subject::Group(group) => {
            let customers = format.count(group.members.len());
            let names = group.members.iter().take(8).map(|&i| facts.customers.name(i));
            Person {
                who: Who { key: group.key.clone(), name: group.name.clone() },
                place,
                position: words::position_group(language, &at, &all),
                facts: vec![(
                    words::group_size(language, &customers),
                    names.collect::<Vec<&str>>().join(", "),
                )],
                ..Person::default()
            }
        }
    }
}

fn about(facts: Facts, request: &Request, i: usize) -> Vec<(String, String)> {
    let customers = facts.customers;
    let format = request.format;
    SHOWN
        .iter()
        .filter_map(|&field| {
            let shown = match field.kind() {
                Kind::Text => customers.text(field, i)?.to_owned(),
                Kind::Money => format.whole_money(customers.money(field, i)?),
                Kind::Share => format.percent(customers.number(field, i)?, 1),
                Kind::Number | Kind::Score => format.short_number(customers.number(field, i)?, 1),
                Kind::Date => format.date(customers.date(field, i)?),
                Kind::YesNo => return None,
            };
            Some((first_upper(field_name(field, format.language)), shown))
        })
        .collect()
}

fn hint(facts: Facts, request: &Request, round: &Round) -> String {
    let (language, format) = (request.format.language, request.format);
    if facts.panic.per_segment && round.about == About::First {
        return words::per_segment(language, &format.count(facts.inventory.active));
    }
    if round.about != About::First || round.order != Order::Value || round.which != Which::All {
        return String::new();
    }
    let is_member =
        |subject: &&Subject| matches!(subject, Subject::Customer(i) if facts.shortlist.is_member[*i]);
    let shortlist = round.subjects.iter().filter(is_member).count();
    let count = crate::i18n::words::team::customers(format, round.subjects.len());
    words::round_hint(language, &count, &format.count(shortlist))
}

/// The questions that are on, in their order, in the reader's language.
pub fn questions(questions: &[Question], language: Language) -> Vec<AskQuestion> {
    let yes_no = || {
        let labels = [words::yes(language), words::no(language), words::dont_know(language)];
        let says = [Tri::Yes, Tri::No, Tri::DontKnow].map(CustomAnswer::YesNo);
        labels.into_iter().zip(says).collect()
    };
    let scores = || {
        let numbers = (1..=5_u8).map(|score| (score.to_string(), CustomAnswer::Score(score)));
        numbers.chain([(words::dont_know(language), CustomAnswer::Score(0))]).collect()
    };
    let shown = questions.iter().filter(|question| question.on && !wording(question, language).is_empty());
    shown
        .map(|question| AskQuestion {
            id: question.id.clone(),
            text: wording(question, language),
            choices: match question.kind {
                QuestionKind::YesNo => yes_no(),
                QuestionKind::Score => scores(),
                QuestionKind::Text => Vec::new(),
            },
        })
        .collect()
}

/// A question as it is asked: the consultant's wording, else that of the house.
pub fn wording(question: &Question, language: Language) -> String {
    if !question.text.is_empty() {
        return said(&question.text, language).to_owned();
    }
    if question.id == STRATEGIC {
        return words::strategic(language);
    }
    let sign = Sign::ALL.into_iter().zip(words::signs(language));
    sign.into_iter().find(|(sign, _)| sign.key() == question.id).map(|(_, words)| words).unwrap_or_default()
}

fn listed(facts: Facts, round: &Round) -> Vec<Who> {
    let all = round.subjects.len();
    let from = round.at.unwrap_or(0).saturating_sub(LISTED / 2).min(all.saturating_sub(LISTED));
    let who = |subject: &Subject| match subject {
        Subject::Customer(i) => facts.who(*i),
        Subject::Group(group) => Who { key: group.key.clone(), name: group.name.clone() },
    };
    round.subjects.iter().skip(from).take(LISTED).map(who).collect()
}

/// Whom the round is about, its order, and which of them; only what makes a difference in this list.
fn controls(facts: Facts, request: &Request, round: &Round) -> Vec<Control> {
    let (language, format) = (request.format.language, request.format);
    let table = |name: &str, request: TableRequest| Doing::Table { name: name.to_owned(), request };
    let list = |id: &str, label: String, choices: Vec<Choice>, chosen: Option<usize>| Control {
        id: id.to_owned(),
        label,
        kind: ControlKind::Choices { choices, chosen, as_list: true },
        ..Control::default()
    };
    let asked = TableRequest { chosen: None, ..request.table(ASK) };
    let has = |field: Field| (0..facts.customers.len()).any(|i| facts.customers.text(field, i).is_some());
    let (has_sector, has_group, has_owner) = (has(Field::Sector), has(Field::Group), has(Field::Owner));
    let mut controls = Vec::new();

    let possible = |about: &About| match about {
        About::First => true,
        About::All => facts.panic.first_round.len() < super::round::everyone(facts).len(),
        About::Groups(crate::panic::GroupBy::Sector) => has_sector,
        About::Groups(crate::panic::GroupBy::Letter) => facts.letters.enough_factors,
    };
    let abouts: Vec<About> = About::ALL.into_iter().filter(possible).collect();
    let label = |about: &About| match about {
        About::First => words::about_first(language, &format.count(facts.panic.first_round.len())),
        About::All => words::about_all(language, &format.count(super::round::everyone(facts).len())),
        About::Groups(crate::panic::GroupBy::Sector) => words::about_sector(language),
        About::Groups(crate::panic::GroupBy::Letter) => words::about_letter(language),
    };
    let choice = |about: &About| Choice {
        label: label(about),
        doing: table(ABOUT, TableRequest { filter: about.key().to_owned(), ..TableRequest::default() }),
    };
    if abouts.len() > 1 {
        let chosen = abouts.iter().position(|about| *about == round.about);
        let choices = abouts.iter().map(choice).collect();
        controls.push(list("ask-about", words::about_label(language), choices, chosen));
    }

    let possible = |order: &Order| match order {
        Order::Value | Order::Name => true,
        Order::Group => has_group,
        Order::Owner => has_owner,
    };
    let label = |order: Order| match order {
        Order::Value => words::order_value(language),
        Order::Group => words::order_group(language),
        Order::Owner => words::order_owner(language),
        Order::Name => words::order_name(language),
    };
    let orders: Vec<Order> = Order::ALL.into_iter().filter(possible).collect();
    let choice = |order: &Order| Choice {
        label: label(*order),
        doing: table(ASK, TableRequest { sort: order.key().to_owned(), ..asked.clone() }),
    };
    let chosen = orders.iter().position(|order| *order == round.order);
    if !matches!(round.about, About::Groups(_)) {
        controls.push(list(
            "ask-order",
            words::order_label(language),
            orders.iter().map(choice).collect(),
            chosen,
        ));
    }

    let team = facts.panic.raters.len() > 1;
    let whiches: Vec<Which> =
        Which::ALL.into_iter().filter(|which| *which != Which::Disagree || team).collect();
    let label = |which: Which| match which {
        Which::All => words::which_all(language),
        Which::Open => words::which_open(language),
        Which::Disagree => words::which_disagree(language),
    };
    let choice = |which: &Which| Choice {
        label: label(*which),
        doing: table(ASK, TableRequest { filter: which.key().to_owned(), ..asked.clone() }),
    };
    let chosen = whiches.iter().position(|which| *which == round.which);
    controls.push(list(
        "ask-which",
        words::which_label(language),
        whiches.iter().map(choice).collect(),
        chosen,
    ));
    controls
}

/// The words of the questionnaire, with the consultant's own wording of the question.
pub fn ask_words(facts: Facts, language: Language, round: &Round) -> AskWords {
    let own = &facts.recipe().panic.question;
    let question = match round.about {
        _ if !own.is_empty() => said(own, language).to_owned(),
        About::Groups(_) => words::question_group(language),
        _ => words::question(language),
    };
    AskWords {
        question,
        answers: words::answers(language),
        short: words::short_answers(language),
        previous: words::previous(language),
        skip: words::skip(language),
        next_open: words::next_open(language),
        undo: words::undo(language),
        keys: words::keys_hint(language),
        swipe: words::swipe_hint(language),
        note: words::note(language),
        note_hint: words::note_hint(language),
        facts: words::facts(language),
        hide_facts: words::hide_facts(language),
        show_facts: words::show_facts(language),
        more: words::more_questions(language),
        more_hint: words::more_hint(language),
        buys: [words::buys(language), words::buys_not(language)],
        reason_hint: words::reason_hint(language),
        take_away: words::take_away(language, ""),
        sure: words::sure(language),
        list: words::list_title(language),
        unanswered: words::unanswered(language),
        done: format!("{} {}", words::done_title(language), words::done_text(language)),
        nobody: if round.which == Which::All {
            words::nobody(language)
        } else {
            words::nobody_here(language)
        },
    }
}

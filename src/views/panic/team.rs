//! The team: who answered, how much they agree, what to discuss, and what was entered about customers that are gone.

use super::{gone, tabs};
use crate::customers::essence;
use crate::i18n::Format;
use crate::i18n::words::{ask, team as words};
use crate::inputs::{Action, ME};
use crate::panic::{Agreement, index_of};
use crate::sorted::InOrder;
use crate::views::sheet::Link;
use crate::views::sheet::table::page_of_customers;
use crate::views::sheet::{
    Block, Card, Cell, Choice, Column, Control, ControlKind, Doing, Figure, FilterButton, Row, Setter, Sheet,
    Table, Text, Tone,
};
use crate::views::{Download, Facts, Place, Request, Screen, opened_notes};

/// The table of what to discuss, and how many rows it shows at a time.
const TABLE: &str = "discuss";
const PAGE: usize = 20;

/// Members, agreement, what to discuss.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (language, format) = (request.format.language, request.format);
    let members = facts.panic.raters.len();
    let open = facts.panic.discuss.iter().filter(|&&i| !is_settled(facts, i)).count();
    let title = match (members, facts.panic.discuss.len(), open) {
        (0 | 1, ..) => words::title_alone(language),
        (_, 0, _) => words::title_agree(language, &words::people(format, members)),
        (_, discuss, 0) => words::title_settled(language, &words::customers(format, discuss)),
        (_, _, open) => {
            words::title_discuss(language, &words::customers(format, open), &steps_apart(facts, format))
        }
    };
    let mut sheet = Sheet::new(request, title);
    sheet.lead = vec![words::lead(language).into()];
    opened(facts, request, &mut sheet);
    sheet.push(files(facts, request));
    if members > 0 {
        sheet.push(Block::card(
            words::members_title(language),
            vec![Block::Table(Box::new(member_table(facts, request)))],
        ));
    }
    if members > 1 {
        sheet.push(agreement(facts, request));
        sheet.push(discussion(facts, request));
    }
    if let Some(gone) = gone::card(facts, request) {
        sheet.push(gone);
    }
    sheet.push(session(request));
    sheet.push(settings(facts, request));
    tabs(facts, request, &mut sheet);
    sheet
}

/// What became of the files that were opened last, and what is asked about them.
fn opened(facts: Facts, request: &Request, sheet: &mut Sheet) {
    let language = request.format.language;
    for block in opened_notes(facts.on_hand.opened, facts.inputs, language) {
        sheet.push(block);
    }
}

/// My own file out, the others' files in.
fn files(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let mine = facts.inputs.mine();
    let name = Control {
        id: "my-name".to_owned(),
        label: words::my_name(language),
        kind: ControlKind::Text {
            value: mine.map(|mine| mine.name.clone()).unwrap_or_default(),
            lines: 1,
            placeholder: String::new(),
        },
        doing: Doing::Fill(Action::MemberName { rater: ME.to_owned(), text: String::new() }),
        ..Control::default()
    };
    let mut controls = Vec::new();
    if mine.is_some_and(|mine| mine.answers.values().any(|answer| !answer.is_empty())) {
        controls.push(Control::button(
            "save-answers",
            words::save_mine(language),
            Doing::Download(Download::Answers),
        ));
    }
    controls.push(Control {
        kind: ControlKind::Files { accept: ".kernklant-answers,.json".to_owned(), multiple: true },
        hint: words::open_hint(language),
        ..Control::button("open-answers", words::open_files(language), Doing::Nothing)
    });
    Block::Card(Card { blocks: vec![Block::Controls(vec![name]), Block::Row(controls)], ..Card::default() })
}

/// Everyone with their counts, and what can be done about them.
fn member_table(facts: Facts, request: &Request) -> Table {
    let (language, format) = (request.format.language, request.format);
    let raters = &facts.inputs.answers.raters;
    let row = |(place, (key, rater)): (usize, (&String, &std::rc::Rc<crate::panic::Rater>))| {
        let given: Vec<u8> = rater.answers.values().filter_map(|answer| answer.panic).collect();
        let known: Vec<f64> = given.iter().filter_map(|answer| index_of(*answer)).collect();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        let gone = facts.panic.unmatched.iter().filter(|(of, _)| *of == place).count();
        let name = Control {
            id: format!("member-{place}"),
            label: words::member(language),
            bare: true,
            kind: ControlKind::Text {
                value: rater.name.clone(),
                lines: 1,
                placeholder: member_name(facts, request, place),
            },
            doing: Doing::Fill(Action::MemberName { rater: key.clone(), text: String::new() }),
            ..Control::default()
        };
        Row {
            key: format!("member {key}"),
            cells: vec![
                Cell::Control(Box::new(name)),
                Cell::Number(format.count(given.len() + rater.groups.len())),
                Cell::Number(format.count(given.len() - known.len())),
                Cell::Number(if known.is_empty() { String::new() } else { format.short_number(mean, 0) }),
                Cell::Number(format.count(gone)),
                Cell::Stack(what_to_do(facts, request, place)),
            ],
            ..Row::default()
        }
    };
    Table {
        name: "members".to_owned(),
        title: words::members_title(language),
        columns: vec![
            Column::text(words::member(language)),
            Column::number(words::answered(language)),
            Column::number(words::dont_knows(language)),
            Column::number(words::mean(language)),
            Column::number(words::unknown_here(language)),
            Column::text(words::actions(language)),
        ],
        rows: raters.iter().enumerate().map(row).collect(),
        empty: words::nobody_answered(language),
        ..Table::default()
    }
}

/// What can be done about a member: go on as that one, the same person as another, remove.
fn what_to_do(facts: Facts, request: &Request, place: usize) -> Vec<Cell> {
    let language = request.format.language;
    let (key, name) = &facts.panic.raters[place];
    let mut all = Vec::new();
    let mut button = |id: String, label: String, action: Action| {
        all.push(Cell::Control(Box::new(Control::button(&id, label, Doing::Act(action)))));
    };
    let same = |into: &str| Action::SamePerson { from: key.clone(), into: into.to_owned() };
    if key == ME {
        if facts.inputs.mine().is_some_and(|mine| !mine.is_silent()) {
            let somebody_new = Action::GoOnAs(String::new());
            button("somebody-new".to_owned(), words::somebody_new(language), somebody_new);
        }
    } else {
        let plain = essence(name);
        // Who gave no name may be the person at this page, on an earlier day.
        let is_same = |other_key: &str, other_name: &str| {
            if plain.is_empty() { other_key == ME } else { essence(other_name) == plain }
        };
        let mut others = facts.panic.raters.iter().enumerate().take(place);
        if let Some((other, (into, _))) = others.find(|(_, (key, name))| is_same(key, name)) {
            let label = words::same_as(language, &member_name(facts, request, other));
            button(format!("same-{place}"), label, same(into));
        }
        button(format!("me-{place}"), words::this_is_me(language), Action::GoOnAs(key.clone()));
    }
    button(format!("remove-{place}"), words::remove(language), Action::RemoveMember(key.clone()));
    all
}

/// What a member is called: the given name, else a number.
pub fn member_name(facts: Facts, request: &Request, place: usize) -> String {
    let language = request.format.language;
    match facts.panic.raters.get(place) {
        Some((key, name)) if key == ME && name.is_empty() => words::me_nameless(language),
        Some((key, name)) if key == ME => words::me_named(language, name),
        Some((_, name)) if !name.is_empty() => name.clone(),
        _ => words::nameless(language, &request.format.count(place + 1)),
    }
}

fn agreement(facts: Facts, request: &Request) -> Block {
    let (language, format) = (request.format.language, request.format);
    let recipe = &facts.recipe().panic;
    let alpha = facts.panic.alpha;
    let shown = alpha.map_or_else(|| "–".to_owned(), |alpha| format.number(alpha, 2));
    let (tone, sentence) = match facts.panic.agreement {
        Agreement::Reliable => (Tone::Good, words::agree_reliable(language, &shown)),
        Agreement::Tentative => (Tone::Plain, words::agree_tentative(language, &shown)),
        Agreement::Unreliable => (Tone::Warning, words::agree_unreliable(language, &shown)),
        Agreement::Undefined => (Tone::Soft, words::agree_undefined(language)),
    };
    let limits = words::alpha_why_2(
        language,
        &format.short_number(recipe.alpha_reliable, 3),
        &format.short_number(recipe.alpha_tentative, 3),
    );
    let figure = Figure::new(
        "alpha",
        words::alpha(language),
        alpha.map(|alpha| alpha.to_string()).unwrap_or_default(),
        shown,
    )
    .because([words::alpha_why_1(language), limits]);
    let sentence = Text { tone, line: sentence.into(), id: "agreement".to_owned() };
    Block::card(words::agreement_title(language), vec![Block::Figures(vec![figure]), Block::Text(sentence)])
}

/// Whether the team gave its final answer about a customer; that it does not know is one, too.
pub fn is_settled(facts: Facts, i: usize) -> bool {
    facts.panic.of[i].final_answer.is_some()
        || facts.inputs.answers.finals.contains_key(facts.customers.key(i))
}

/// From how many steps apart answers are discussed.
pub fn steps_apart(facts: Facts, format: Format) -> String {
    format.count(facts.recipe().panic.disagreement as usize)
}

/// The mean of the answers on their own scale, 1 to 5; empty when nobody knows.
pub fn mean_answer(facts: Facts, format: Format, i: usize) -> String {
    let mean = facts.panic.of[i].mean_index;
    mean.map(|index| format.short_number(index / 25.0 + 1.0, 1)).unwrap_or_default()
}

/// Customers the team has answers about: those to discuss first, each with who said what and the final answer.
fn discussion(facts: Facts, request: &Request) -> Block {
    let (language, format) = (request.format.language, request.format);
    let asked = request.table(TABLE);
    let decided = |i: &usize| is_settled(facts, *i);
    let stays = |i: &usize| facts.stays(request, TABLE, *i);
    let everyone: Vec<usize> = facts
        .by_value()
        .iter()
        .copied()
        .filter(|&i| !facts.panic.of[i].said.is_empty() || decided(&i))
        .collect();
    let mut rows = match asked.filter.as_str() {
        "all" => everyone.clone(),
        "decided" => everyone.iter().copied().filter(|i| decided(i) || stays(i)).collect(),
        "open" => facts.panic.discuss.iter().copied().filter(|i| !decided(i) || stays(i)).collect(),
        // Who was discussed stays where it was, so that nobody vanishes under the hand.
        _ => facts.panic.discuss.clone(),
    };
    rows.retain(|&i| facts.answers(&asked.search, i));
    let range = |i: usize| facts.panic.of[i].range.unwrap_or_default();
    match asked.sort.as_str() {
        "range" => rows.order_by_key(|&i| std::cmp::Reverse(range(i))),
        "mean" => {
            let mean = |i: usize| facts.panic.of[i].mean_index.unwrap_or(-1.0);
            rows.order_by(|&a, &b| mean(b).total_cmp(&mean(a)));
        }
        "name" => rows.order_by_cached_key(|&i| facts.customers.name(i).to_lowercase()),
        _ => {}
    }
    if asked.reversed {
        rows.reverse();
    }
    let (rows, pager) = page_of_customers(rows, &asked, PAGE, format);
    let filter = |key: &str, label: String, count: usize| FilterButton::new(key, label, format.count(count));
    let table = Table {
        name: TABLE.to_owned(),
        title: words::discuss_title(language),
        columns: vec![
            Column::text(words::customer(language)).by("name").upwards(),
            Column::number(words::value(language)),
            Column::number(words::range(language)).by("range"),
            Column::number(words::mean_answer(language)).by("mean"),
            Column::text(words::who_said(language)),
            Column::text(words::final_answer(language)),
        ],
        rows: rows.into_iter().map(|i| discussed(facts, request, i)).collect(),
        search: words::search(language),
        filters: vec![
            filter("", words::filter_discuss(language), facts.panic.discuss.len()),
            filter(
                "open",
                words::filter_open(language),
                facts.panic.discuss.iter().filter(|i| !decided(i)).count(),
            ),
            filter("all", words::filter_all(language), everyone.len()),
            filter(
                "decided",
                words::filter_decided(language),
                everyone.iter().filter(|i| decided(i)).count(),
            ),
        ],
        pager: Some(pager),
        empty: words::discuss_none(language, &steps_apart(facts, format)),
        request: asked,
        ..Table::default()
    };
    let mut blocks = Vec::new();
    if !facts.panic.discuss.is_empty() {
        let to = Link::to(words::start_workshop(language), Place::sheet(Screen::Panic, "workshop"));
        blocks.push(Block::Links(vec![Link { primary: true, id: "start-workshop".to_owned(), ..to }]));
    }
    blocks.extend([
        Block::Table(Box::new(table)),
        Block::why([words::discuss_why(language, &steps_apart(facts, format))]),
    ]);
    Block::card(words::discuss_title(language), blocks)
}

fn discussed(facts: Facts, request: &Request, i: usize) -> Row {
    let (language, format) = (request.format.language, request.format);
    let of = &facts.panic.of[i];
    let key = facts.customers.key(i);
    let short = ask::short_answers(language);
    let said = of.said.iter().map(|(rater, answer)| {
        let words = short.get(usize::from(*answer)).cloned().unwrap_or_default();
        Cell::Text(format!("{}: {words}", member_name(facts, request, *rater)))
    });
    let now = facts.inputs.answers.finals.get(key).map(|answer| answer.panic);
    let decide = |answer: Option<u8>| Doing::Act(Action::Final { customer: key.to_owned(), answer, at: 0 });
    let none = Choice { label: "–".to_owned(), doing: decide(None) };
    let choice = |answer: u8| Choice {
        label: format!("{answer} {}", short[usize::from(answer)]),
        doing: decide(Some(answer)),
    };
    let choices: Vec<Choice> = std::iter::once(none).chain([5, 4, 3, 2, 1, 0].map(choice)).collect();
    let chosen = now.map_or(0, |answer| 6 - usize::from(answer.min(5)));
    let mut final_answer = vec![Cell::Control(Box::new(Control {
        id: format!("final-{key}"),
        label: words::final_for(language, facts.customers.name(i)),
        bare: true,
        kind: ControlKind::Choices { choices, chosen: Some(chosen), as_list: true },
        ..Control::default()
    }))];
    if is_settled(facts, i) {
        final_answer.push(Cell::Chip { tone: Tone::Good, words: words::settled(language) });
    }
    Row {
        key: key.to_owned(),
        cells: vec![
            Cell::Customer { who: facts.who(i), why: Vec::new() },
            Cell::Number(facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default()),
            Cell::Number(of.range.map(|range| range.to_string()).unwrap_or_default()),
            Cell::Number(mean_answer(facts, format, i)),
            Cell::Stack(said.collect()),
            Cell::Stack(final_answer),
        ],
        ..Row::default()
    }
}

fn session(request: &Request) -> Block {
    let language = request.format.language;
    let save =
        Control::button("save-session", words::save_session(language), Doing::Download(Download::Session));
    let open = Control {
        kind: ControlKind::Files { accept: ".kernklant,.json".to_owned(), multiple: false },
        ..Control::button("open-session", words::open_session(language), Doing::Nothing)
    };
    let blocks = vec![Block::text(Tone::Plain, words::session_text(language)), Block::Row(vec![save, open])];
    Block::card(words::session_title(language), blocks)
}

fn settings(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/panic/disagreement", words::disagreement(language), &words::steps_unit(language)),
        setter.number("/panic/alpha_reliable", words::alpha_reliable(language), ""),
        setter.number("/panic/alpha_tentative", words::alpha_tentative(language), ""),
    ];
    let label = words::settings(language);
    Block::More { id: "settings".to_owned(), label, open: false, blocks: vec![Block::Controls(controls)] }
}

//! The sixth screen: what changed since last time, who defends whom, what is still open, and when to look again.

use crate::sorted::SortedMap;

use super::sheet::{
    Block, Card, Cell, Column, Control, Doing, Figure, Item, Line, Link, List, Row, Setter, Sheet, Table,
    Tone,
};
use super::{Download, Facts, Request, Screen};
use crate::calendar::months_after;
use crate::i18n::{Format, Language, texts, words::plan, words::review as words};
use crate::plan::{Change, Review};
use crate::recipe::{Level, ReviewRecipe};

/// How many customers a list of moves shows.
const SHOWN: usize = 50;

/// Says how many of something are open.
type Sentence<'a> = &'a dyn Fn(Language, &str) -> String;

/// The day to choose again: the recipe's months after today.
pub fn next_review(today: jiff::civil::Date, recipe: &ReviewRecipe) -> jiff::civil::Date {
    months_after(today, recipe.months.min(1200)).unwrap_or(jiff::civil::Date::MAX)
}

/// Looking back and ahead; `today` is the real today.
pub fn review(facts: Facts, request: &Request, today: jiff::civil::Date) -> Sheet {
    let format = request.format;
    let language = format.language;
    let next = next_review(today, &facts.recipe().review);
    let mut sheet = Sheet::new(request, words::title(language, &format.date(next)));
    sheet.eyebrow = words::eyebrow(language);
    sheet.lead = vec![words::lede(language).into()];
    let months = Setter::new(facts.settings, request).number("/review/months", words::months(language), "");
    let months = Control { id: "review-months".to_owned(), ..months };
    let calendar = Control::button("save-ics", words::ics(language), Doing::Download(Download::Calendar));
    sheet.push(Block::Row(vec![months, calendar]));
    let save = Control::button("save-round", words::save(language), Doing::Download(Download::Round));
    sheet.push(Block::card(
        words::save_title(language),
        vec![Block::text(Tone::Soft, words::save_text(language)), Block::Row(vec![save])],
    ));
    sheet.push(open_points(facts, format));
    sheet.push(defenders(facts, format));
    sheet.push(moves(facts, format));
    sheet.back = Some(Link::to(texts(language).shell.back, Screen::Plan));
    sheet
}

fn open_points(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let answered = |i: &&usize| facts.panic.of.get(**i).is_some_and(|of| !of.said.is_empty());
    let open = [
        (facts.panic.first_round.iter().filter(|i| !answered(i)).count(), Screen::Panic),
        (facts.selection.reason_missing.len(), Screen::Choice),
        (facts.letters.needs_data, Screen::Choice),
    ];
    let reasons = |language, count: &str| match count {
        "1" => words::open_reasons_one(language),
        many => words::open_reasons(language, many),
    };
    let sentences: [Sentence; 3] = [&words::open_answers, &reasons, &words::open_needs];
    let items: Vec<Item> = open
        .into_iter()
        .zip(sentences)
        .filter(|((count, _), _)| *count > 0)
        .map(|((count, screen), sentence)| Item {
            tone: Tone::Warning,
            line: sentence(language, &format.count(count)).into(),
            link: Some(Link::to(words::go(language), screen)),
            ..Item::default()
        })
        .collect();
    let content = if items.is_empty() {
        Block::text(Tone::Good, words::open_nothing(language))
    } else {
        Block::List(List { numbered: false, items })
    };
    Block::card(words::open_title(language), vec![content])
}

/// Core customers by who defends them, those without anyone last; customers by value, each with the reason.
fn defenders(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let mut by_defender: SortedMap<Option<&str>, Vec<usize>> = SortedMap::new();
    let by_value = facts.measures.value.order().iter().copied();
    let unknown = (0..facts.customers.len()).filter(|&i| facts.value(i).is_none());
    for i in by_value.chain(unknown).filter(|&i| facts.selection.is_core.get(i) == Some(&true)) {
        by_defender.entry(facts.defender(i)).or_default().push(i);
    }
    let nobody = by_defender.remove(&None).map(|people| (None, people));
    let mut blocks = vec![Block::text(Tone::Soft, words::defend_hint(language))];
    if by_defender.is_empty() && nobody.is_none() {
        blocks.push(Block::text(Tone::Plain, words::defend_none(language)));
    }
    let column = |(defender, people): (Option<&str>, Vec<usize>)| {
        let item = |i: usize| {
            let who = facts.who(i);
            let reason =
                facts.choice_of(i).map(|choice| choice.reason.clone()).filter(|reason| !reason.is_empty());
            Item {
                line: Line::from(who.name.clone()).naming([&who]),
                reasons: vec![reason.unwrap_or_else(|| words::reason_none(language))],
                ..Item::default()
            }
        };
        let name = defender.map_or_else(|| plan::no_owner(language), str::to_owned);
        vec![
            Block::Heading { level: 3, text: name },
            Block::List(List { numbered: false, items: people.into_iter().map(item).collect() }),
        ]
    };
    blocks.push(Block::Columns(by_defender.into_iter().chain(nobody).map(column).collect()));
    Block::Card(Card {
        title: words::defend_title(language),
        id: "defenders".to_owned(),
        blocks,
        ..Card::default()
    })
}

fn moves(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let Some(review) = facts.review else {
        return Block::card(
            words::moves_title(language),
            vec![Block::text(Tone::Soft, words::moves_none(language))],
        );
    };
    let figure = |name: &str, label: String, count: usize| {
        Figure::new(&format!("moves-{name}"), label, count, format.count(count))
    };
    let figures = vec![
        figure("promoted", words::promoted(language), review.promoted),
        figure("demoted", words::demoted(language), review.demoted),
        figure("held", words::held(language), review.held),
        figure("new", words::new(language), review.new),
        figure("gone", words::gone(language), review.gone),
    ];
    Block::card(
        words::moves_title(language),
        vec![Block::Figures(figures), Block::Table(Box::new(moved(facts, review, format)))],
    )
}

/// Those who rose or fell, by value.
fn moved(facts: Facts, review: &Review, format: Format) -> Table {
    let language = format.language;
    let badge = |level: Option<Level>| Cell::Letter {
        letter: level.map_or("", Level::letter).to_owned(),
        words: "–".to_owned(),
    };
    let row = |i: usize| {
        let words = match review.change[i]? {
            Change::Promoted => words::promoted(language),
            Change::Demoted => words::demoted(language),
            Change::Held | Change::New | Change::Gone => return None,
        };
        Some(Row {
            key: facts.customers.key(i).to_owned(),
            cells: vec![
                Cell::Customer { who: facts.who(i), why: Vec::new() },
                Cell::Text(words),
                badge(review.previous[i]),
                badge(facts.levels.level.get(i).copied().flatten()),
            ],
            ..Row::default()
        })
    };
    Table {
        name: "moves".to_owned(),
        title: words::moves_title(language),
        columns: vec![
            Column::text(texts(language).shell.customer),
            Column::text(words::change(language)),
            Column::text(words::before(language)),
            Column::text(plan::now(language)),
        ],
        rows: facts.measures.value.order().iter().filter_map(|&i| row(i)).take(SHOWN).collect(),
        empty: words::moves_nobody(language),
        ..Table::default()
    }
}

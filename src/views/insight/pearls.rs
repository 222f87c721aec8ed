//! Pearls in the Pareto with their call list (CI, METHOD section 5).

use super::called::calling;
use super::calls::{noted, to_calendar};
use super::parts::{Bar, bar_scene, chart, next_steps, position, settings, value_column};
use super::people::{Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::customers::Field;
use crate::i18n::words::{bloom, growth, pearls as words, people};
use crate::segments::{Answer, PearlWhy};
use crate::views::sheet::{Block, Cell, Chart, Figure, Link, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Place, Request, Screen};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let pearls = facts.pearls();
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    if pearls.needs_potential {
        sheet.push(Block::text(Tone::Plain, words::needs(language)));
        sheet.push(assumptions(facts, request));
        return sheet;
    }
    sheet.push(Block::Figures(figures(facts, request)));
    if pearls.pearls.is_empty() {
        sheet.push(Block::text(Tone::Plain, words::none_text(language)));
    } else {
        if pearls.pearls.iter().any(|&i| facts.growth.places[i].room.is_some()) {
            sheet.push(Block::Chart(Box::new(rooms(facts, request))));
        }
        sheet.push(Block::heading(words::call_list(language)));
        sheet.push(Block::text(Tone::Source, words::call_hint(language)));
        sheet.push(call_list(facts, request));
        sheet.blocks.extend(to_calendar(facts, request));
    }
    let candidates = candidates(facts);
    if !candidates.is_empty() {
        sheet.push(Block::heading(words::candidates(language)));
        sheet.push(Block::text(Tone::Soft, words::candidates_hint(language)));
        sheet.push(could_be(facts, request, candidates));
    }
    sheet.push(why(facts, request));
    sheet.push(next(facts, request));
    sheet.push(Block::Links(vec![Link::to(
        words::to_growth(language),
        Place::sheet(Screen::Insight, "growth"),
    )]));
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let (format, pearls) = (request.format, facts.pearls());
    let language = format.language;
    if pearls.needs_potential {
        return words::title_potential(language);
    }
    if pearls.pearls.is_empty() {
        return words::title_none(language);
    }
    let count = people::customers(format, pearls.pearls.len());
    let room: rust_decimal::Decimal = pearls.pearls.iter().filter_map(|&i| facts.growth.places[i].room).sum();
    if room.is_zero() {
        words::title_judged(language, &count)
    } else {
        words::title(language, &count, &format.compact_money(room))
    }
}

fn figures(facts: Facts, request: &Request) -> Vec<Figure> {
    let (format, pearls) = (request.format, facts.pearls());
    let language = format.language;
    let room: rust_decimal::Decimal = pearls.pearls.iter().filter_map(|&i| facts.growth.places[i].room).sum();
    let most = facts.recipe().pearls.at_most.to_string();
    vec![
        Figure::new("pearls", words::pearl(language), pearls.pearls.len(), format.count(pearls.pearls.len()))
            .because([words::why_most(language, &most)]),
        Figure::new("pearl-room", words::room(language), room, format.whole_money(room))
            .because([growth::why_room(language)]),
    ]
}

fn rooms(facts: Facts, request: &Request) -> Chart {
    let (format, pearls) = (request.format, facts.pearls());
    let language = format.language;
    let bar = |&i: &usize| {
        let room = facts.growth.places[i].room?;
        Some(Bar {
            label: facts.customers.name(i).to_owned(),
            value: position(room),
            shown: format.whole_money(room),
            colour: Colour::A,
            key: Key::Customer(facts.customers.key(i).to_owned()),
            more: Vec::new(),
        })
    };
    let bars: Vec<Bar> = pearls.pearls.iter().filter_map(bar).collect();
    let first = bars.first().map(|bar| (bar.label.clone(), bar.shown.clone())).unwrap_or_default();
    let summary = words::chart_summary(language, &first.0, &first.1, &format.count(bars.len()));
    let scene = bar_scene(request, bars, &words::room(language).to_lowercase(), "");
    Chart {
        first_column: people::customer(language),
        selects: Selects::Customers,
        ..chart("pearls", words::chart(language), summary, scene)
    }
}

/// Who to call, with whom, and about what.
fn call_list(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let has = |field| facts.customers.has(field);
    let list =
        People::new(facts, request, "calls", words::call_list(language), facts.pearls().pearls.clone())
            .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
            .col_if(has(Field::ContactPerson) || has(Field::Phone), || {
                Col::cells(words::contact(language), move |i| {
                    let text = |field| facts.customers.text(field, i).unwrap_or_default().to_owned();
                    Cell::Stack(vec![Cell::Text(text(Field::ContactPerson)), Cell::Soft(text(Field::Phone))])
                })
            })
            .col(Col::text(words::talk(language), "talk", move |i| talk(facts, request, i)))
            .col_if(has(Field::Potential), || {
                Col::money(request, words::room(language), "room", move |i| facts.growth.places[i].room)
            })
            .col(value_column(facts, request))
            .col(Col::percent(request, words::margin_rate(language), "rate", move |i| {
                facts.blooms().why.get(i).and_then(|why| why.margin_rate)
            }));
    noted(list, facts, request).block()
}

/// What to talk about: what they buy elsewhere, and what their peers buy.
fn talk(facts: Facts, request: &Request, i: usize) -> String {
    let language = request.format.language;
    let gaps = facts.white_space().gaps.iter().filter(|gap| gap.customer == i);
    let groups: Vec<&str> = gaps.take(2).map(|gap| &*gap.product_group).collect();
    let mut topics = match facts.growth.places[i].room {
        Some(room) if !room.is_zero() => {
            vec![words::talk_room(language, &request.format.compact_money(room))]
        }
        _ => vec![words::talk_judged(language)],
    };
    if !groups.is_empty() {
        topics.push(words::talk_groups(language, &people::names(request.format, &groups, 2)));
    }
    topics.join("; ")
}

/// Nothing known speaks against them, and at least room or growth is known to be enough.
fn candidates(facts: Facts) -> Vec<usize> {
    let pearls = facts.pearls();
    let could = |why: &PearlWhy| why.pearl == Answer::Unknown && why.room == Answer::Yes;
    facts.by_value().iter().copied().filter(|&i| could(&pearls.why[i])).collect()
}

fn could_be(facts: Facts, request: &Request, candidates: Vec<usize>) -> Block {
    let language = request.format.language;
    People::new(facts, request, "candidates", words::candidates(language), candidates)
        .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
        .col(Col::text(words::missing(language), "missing", move |i| {
            let unknown = tests(facts.pearls().why[i], request);
            let unknown: Vec<String> = unknown
                .into_iter()
                .filter(|(answer, _)| *answer == Answer::Unknown)
                .map(|(_, test)| test)
                .collect();
            unknown.join(", ")
        }))
        .col(value_column(facts, request))
        .block()
}

fn tests(why: PearlWhy, request: &Request) -> [(Answer, String); 5] {
    let language = request.format.language;
    [
        (why.outside_top, words::test_outside(language)),
        (why.room, words::test_room(language)),
        (why.margin, words::test_margin(language)),
        (why.on_time, words::test_on_time(language)),
        (why.terms, words::test_terms(language)),
    ]
}

/// The tests behind one customer, in sentences.
pub fn reasons(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let language = request.format.language;
    let Some(why) = facts.pearls().why.get(i) else { return Vec::new() };
    let line = |(answer, test): (Answer, String)| match answer {
        Answer::Yes => bloom::yes(language, &test),
        Answer::No => bloom::no(language, &test),
        Answer::Unknown => bloom::not_known(language, &test),
    };
    let mut lines: Vec<String> = tests(*why, request).into_iter().map(line).collect();
    if why.non_payer == Answer::Yes {
        lines.push(bloom::yes(language, &bloom::non_payer(language)));
    }
    if why.beyond_most {
        lines.push(words::beyond(language, &facts.recipe().pearls.at_most.to_string()));
    }
    lines
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, recipe) = (request.format, &facts.recipe().pearls);
    let language = format.language;
    let cut = facts.pearls().room_cut.map_or_else(|| "–".to_owned(), |cut| format.whole_money(cut));
    Block::why([
        words::why_outside(language, &recipe.outside_top_percent.to_string()),
        words::why_room(language, &recipe.room_top_percent.to_string(), &cut),
        words::why_rest(language, &format.short_number(recipe.payment_term, 0)),
        words::why_most(language, &recipe.at_most.to_string()),
        words::source(language),
    ])
}

fn next(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let call = calling(facts, request, &facts.pearls().pearls, |names| words::next_call(language, names));
    let mut steps: Vec<_> = call.into_iter().collect();
    if steps.is_empty() {
        steps.push(growth::next_ask(language).into());
    } else {
        steps.push(words::next_no(language).into());
        steps.push(words::next_level(language).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/pearls/outside_top_percent", words::set_outside(language), "%"),
        setter.number("/pearls/room_top_percent", words::set_room(language), "%"),
        setter.number("/pearls/growth", words::set_growth(language), ""),
        setter.number("/pearls/payment_term", words::set_term(language), &people::days(language)),
        setter.number("/pearls/at_most", words::set_most(language), &growth::customers_short(language)),
    ];
    settings(facts, request, &["/pearls"], controls)
}

//! Bloeiend, boeiend, vermoeiend with the rhythm of contact that belongs to each (CI, METHOD section 4).

use super::called::calling;
use super::parts::{
    Bar, activity_column, bar_scene, capitalised, chart, marked, next_steps, settings, value_column,
};
use super::people::{By, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::customers::Field;
use crate::i18n::fields::field_name;
use crate::i18n::words::{bloom as words, people};
use crate::segments::{Answer, Bloom};
use crate::views::sheet::{Block, Cell, Chart, Figure, Link, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Request, Screen};

const TABLE: &str = "customers";
const CLASSES: [Bloom; 5] = [Bloom::Bloeiend, Bloom::Boeiend, Bloom::Vermoeiend, Bloom::None, Bloom::Unknown];

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    let late = facts.blooms().why.iter().filter(|why| why.non_payer == Answer::Yes).count();
    if late > 0 {
        let line = words::warn_late(language, &people::customers(request.format, late));
        sheet.push(marked(Tone::Warning, "warn-non-payer", line));
    }
    let missing = missing(facts, request);
    if !missing.is_empty() {
        sheet.push(marked(Tone::Soft, "bloom-missing", words::missing(language, &missing)));
    }
    sheet.push(Block::Figures(figures(facts, request)));
    // One bar of all that is unknown tells nothing.
    if facts.blooms().unknown < facts.customers.len() {
        sheet.push(Block::Chart(Box::new(counts(facts, request))));
    }
    sheet.push(Block::text(Tone::Source, words::anecdote(language)));
    sheet.push(table(facts, request));
    sheet.push(why(facts, request));
    sheet.push(next(facts, request));
    sheet.push(Block::Links(vec![Link::to(words::to_levels(language), Screen::Plan)]));
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let (format, blooms) = (request.format, facts.blooms());
    if blooms.bloeiend + blooms.boeiend + blooms.vermoeiend == 0 {
        return words::title_none(format.language);
    }
    let [blooming, interesting, tiring] =
        [blooms.bloeiend, blooms.boeiend, blooms.vermoeiend].map(|count| format.count(count));
    words::title(format.language, &blooming, &interesting, &tiring)
}

fn count_of(facts: Facts, class: Bloom) -> usize {
    let blooms = facts.blooms();
    match class {
        Bloom::Bloeiend => blooms.bloeiend,
        Bloom::Boeiend => blooms.boeiend,
        Bloom::Vermoeiend => blooms.vermoeiend,
        Bloom::None => blooms.none,
        Bloom::Unknown => blooms.unknown,
    }
}

/// The name of a class in the reader's language.
pub fn class_name(class: Bloom, request: &Request) -> String {
    let language = request.format.language;
    match class {
        Bloom::Bloeiend => words::bloeiend(language),
        Bloom::Boeiend => words::boeiend(language),
        Bloom::Vermoeiend => words::vermoeiend(language),
        Bloom::None => words::none(language),
        Bloom::Unknown => words::unknown(language),
    }
}

/// How often to visit and call customers of a class, by the source.
pub fn contact(class: Bloom, request: &Request) -> String {
    let language = request.format.language;
    match class {
        Bloom::Bloeiend => words::contact_blooming(language),
        Bloom::Boeiend => words::contact_interesting(language),
        Bloom::Vermoeiend => words::contact_tiring(language),
        Bloom::None | Bloom::Unknown => words::contact_none(language),
    }
}

fn class_key(class: Bloom) -> &'static str {
    match class {
        Bloom::Bloeiend => "bloeiend",
        Bloom::Boeiend => "boeiend",
        Bloom::Vermoeiend => "vermoeiend",
        Bloom::None => "none",
        Bloom::Unknown => "unknown",
    }
}

/// The columns without which nobody can be told, by name.
fn missing(facts: Facts, request: &Request) -> String {
    let language = request.format.language;
    let has = |field| facts.customers.has(field);
    let mut names = Vec::new();
    if !has(Field::DaysLate) && !has(Field::OverdueDays) {
        names.push(field_name(Field::DaysLate, language));
    }
    for field in [Field::Complaints, Field::Network] {
        if !has(field) {
            names.push(field_name(field, language));
        }
    }
    people::names(request.format, &names, 3)
}

fn figures(facts: Facts, request: &Request) -> Vec<Figure> {
    let figure = |class: Bloom| {
        let count = count_of(facts, class);
        let shown = request.format.count(count);
        Figure::new(class_key(class), class_name(class, request), count, shown)
            .because([format!("{}.", crate::views::insight::parts::capitalised(&contact(class, request)))])
    };
    CLASSES[..3].iter().map(|class| figure(*class)).collect()
}

fn counts(facts: Facts, request: &Request) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |class: Bloom| {
        let count = count_of(facts, class);
        let colour = match class {
            Bloom::Bloeiend => Colour::A,
            Bloom::Boeiend => Colour::B,
            Bloom::Vermoeiend => Colour::C,
            Bloom::None | Bloom::Unknown => Colour::Soft,
        };
        Bar {
            label: class_name(class, request),
            value: count as f64,
            shown: format.count(count),
            colour,
            key: Key::Group(class_key(class).to_owned()),
            more: vec![(words::contact(language), contact(class, request))],
        }
    };
    let [a, b, c, none, unknown] = CLASSES.map(|class| format.count(count_of(facts, class)));
    let summary = words::chart_summary(language, &a, &b, &c, &none, &unknown);
    let scene = bar_scene(request, CLASSES.map(bar).into(), &people::customer(language), "");
    Chart {
        first_column: words::class(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("bloom", words::chart(language), summary, scene)
    }
}

fn table(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let blooms = facts.blooms();
    let class = move |i: usize| blooms.class.get(i).copied().unwrap_or_default();
    let named = |key: &str| CLASSES.into_iter().find(|class| class_key(*class) == key);
    let mut table = People::in_order(facts, request, TABLE, words::customers(language), facts.by_value())
        .ordered("value")
        .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
        .col(Col::cells(words::class(language), move |i| chip(class(i), request)).sorted(
            "class",
            true,
            move |i| By::Number(f64::from(class(i) as u8)),
        ))
        .col(Col::text(words::contact(language), "contact", move |i| contact(class(i), request)))
        .col(value_column(facts, request))
        .col_if(facts.customers.has_occasions() || facts.customers.has(Field::Orders), || {
            Col::number(request, words::orders(language), "orders", move |i| blooms.why[i].orders_a_year)
        })
        .col_if(facts.customers.has(Field::DaysLate), || {
            Col::number(request, capitalised(field_name(Field::DaysLate, language)), "late", move |i| {
                facts.customers.number(Field::DaysLate, i)
            })
        })
        .col(activity_column(facts, request));
    for one in CLASSES {
        table = table.filter(class_key(one), class_name(one, request), move |i| class(i) == one);
    }
    table
        .chosen(|key| {
            let Key::Group(key) = key else { return None };
            let wanted = named(key)?;
            let label = people::chosen(language, &class_name(wanted, request));
            Some((label, move |i: usize| class(i) == wanted))
        })
        .block()
}

fn chip(class: Bloom, request: &Request) -> Cell {
    let tone = match class {
        Bloom::Bloeiend => Tone::Good,
        Bloom::Vermoeiend => Tone::Warning,
        Bloom::Boeiend => Tone::Plain,
        Bloom::None | Bloom::Unknown => return Cell::Soft(class_name(class, request)),
    };
    Cell::Chip { tone, words: class_name(class, request) }
}

/// The tests behind one customer's class, in sentences.
pub fn reasons(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let language = request.format.language;
    let Some(why) = facts.blooms().why.get(i) else { return Vec::new() };
    let tests = [
        (why.pays_late, words::pays_late(language)),
        (why.complains, words::complains(language)),
        (why.orders_monthly, words::orders_monthly(language)),
        (why.on_time, words::on_time(language)),
        (why.low_margin, words::low_margin(language)),
        (why.network, words::network(language)),
    ];
    let line = |(answer, test): (Answer, String)| match answer {
        Answer::Yes => words::yes(language, &test),
        Answer::No => words::no(language, &test),
        Answer::Unknown => words::not_known(language, &test),
    };
    let mut lines: Vec<String> = tests.into_iter().map(line).collect();
    if why.non_payer == Answer::Yes {
        lines.push(words::yes(language, &words::non_payer(language)));
    }
    lines
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, recipe) = (request.format, &facts.recipe().bloom);
    let language = format.language;
    let number = |number: f64| format.short_number(number, 1);
    let median = facts.blooms().median_margin_rate;
    let median = median.map_or_else(|| "–".to_owned(), |rate| format.percent(rate, 1));
    Block::why([
        words::why_order(language),
        words::why_tiring(
            language,
            &number(recipe.late_days),
            &number(recipe.late_overdue_days),
            &number(recipe.complaints),
            &format.percent(recipe.complaints_per_order, 0),
        ),
        words::why_blooming(
            language,
            &number(recipe.orders_a_year),
            &number(recipe.gap_days),
            &number(recipe.on_time_days),
        ),
        words::why_interesting(language, &median, &number(recipe.network)),
        words::why_involved(language),
        words::source(language),
    ])
}

fn next(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let blooms = facts.blooms();
    let of = |class: Bloom| -> Vec<usize> {
        facts.by_value().iter().copied().filter(|&i| blooms.class[i] == class).collect()
    };
    let mut steps: Vec<_> = [
        calling(facts, request, &of(Bloom::Bloeiend), |names| words::next_blooming(language, names)),
        calling(facts, request, &of(Bloom::Boeiend), |names| words::next_interesting(language, names)),
        calling(facts, request, &of(Bloom::Vermoeiend), |names| words::next_tiring(language, names)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !missing(facts, request).is_empty() {
        steps.push(words::next_data(language).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let days = people::days(language);
    let number =
        |name: &str, label: String, unit: &str| setter.number(&format!("/bloom/{name}"), label, unit);
    let controls = vec![
        number("late_days", words::set_late_days(language), &days),
        number("late_overdue_days", words::set_late_overdue(language), &days),
        number("complaints", words::set_complaints(language), &words::unit_complaints(language)),
        setter.percent("/bloom/complaints_per_order", words::set_per_order(language)),
        number("orders_a_year", words::set_orders(language), ""),
        number("gap_days", words::set_gap(language), &days),
        number("network", words::set_network(language), ""),
        number("on_time_days", words::set_on_time(language), &days),
        number("on_time_overdue_days", words::set_on_time_overdue(language), &days),
        number("non_payer_days", words::set_non_payer(language), &days),
    ];
    settings(facts, request, &["/bloom"], controls)
}

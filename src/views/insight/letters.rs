//! A–D by success factors: the counts, the factors with their rules, and everyone with the why (7S, METHOD section 8).

use super::parts::{
    Bar, activity_column, bar_scene, chart, letter_column, measure, next_steps, settings, value_column,
};
use super::people::{By, Chosen, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::explain::{activity_why, activity_words, letter_why, rule_words, said};
use crate::i18n::words::{letters as words, people};
use crate::recipe::path;
use crate::segments::{Answer, LetterClass};
use crate::views::sheet::table::RowKind;
use crate::views::sheet::{
    Block, Cell, Chart, Column, Figure, Line, Row, Selects, Setter, Sheet, Table, Tone,
};
use crate::views::{Facts, Request};

/// The key of a class in filters, charts and test ids.
fn class_key(class: LetterClass) -> &'static str {
    match class {
        LetterClass::A => "a",
        LetterClass::B => "b",
        LetterClass::C => "c",
        LetterClass::D => "d",
        LetterClass::Discuss => "discuss",
        LetterClass::NeedsData => "needs-data",
        LetterClass::Lapsed => "lapsed",
        LetterClass::Prospect => "prospect",
    }
}

/// The classes in the order of the screen.
const CLASSES: [LetterClass; 6] = [
    LetterClass::A,
    LetterClass::B,
    LetterClass::C,
    LetterClass::D,
    LetterClass::Discuss,
    LetterClass::NeedsData,
];

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    if facts.letters.enough_factors {
        sheet.push(Block::Figures(figures(facts, request)));
        sheet.push(Block::Chart(Box::new(counts_chart(facts, request))));
    } else {
        sheet.push(Block::text(Tone::Warning, no_letters(facts, request)));
    }
    sheet.push(Block::heading(words::factors(language)));
    sheet.push(factors(facts, request));
    sheet.push(Block::heading(crate::i18n::words::overview::all_customers(language)));
    sheet.push(everyone(facts, request));
    if facts.letters.enough_factors {
        sheet.push(next(facts, request));
    }
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let (format, letters) = (request.format, facts.letters);
    if letters.enough_factors {
        words::title(
            format.language,
            &people::customers(format, letters.a),
            &people::customers(format, letters.b),
        )
    } else {
        let needed = facts.recipe().factors.at_least_in_use.to_string();
        words::title_none(format.language, &format.count(facts.factors.in_use), &needed)
    }
}

/// What to add before there can be letters.
pub fn no_letters(facts: Facts, request: &Request) -> String {
    let (format, recipe) = (request.format, &facts.recipe().factors);
    words::no_letters(
        format.language,
        &format.count(facts.factors.in_use),
        &recipe.at_least_in_use.to_string(),
        &format.percent(recipe.known_share, 0),
    )
}

/// One figure a class, with its rule.
pub fn figures(facts: Facts, request: &Request) -> Vec<Figure> {
    let (format, language) = (request.format, request.format.language);
    let meets = facts.recipe().factors.meets.to_string();
    let figure = |class: LetterClass| {
        let (label, why) = match class {
            LetterClass::A => (words::letter_a(language), words::why_a(language, &meets)),
            LetterClass::B => (words::letter_b(language), words::why_b(language, &meets)),
            LetterClass::C => (words::letter_c(language), words::why_c(language, &meets)),
            LetterClass::D => (words::letter_d(language), words::why_d(language)),
            LetterClass::Discuss => (words::discuss(language), words::why_discuss(language)),
            _ => (words::needs_data(language), words::why_needs_data(language)),
        };
        let count = count_of(facts, class);
        Figure::new(&format!("count-{}", class_key(class)), label, count, format.count(count)).because([why])
    };
    CLASSES.map(figure).into()
}

fn count_of(facts: Facts, class: LetterClass) -> usize {
    let letters = facts.letters;
    match class {
        LetterClass::A => letters.a,
        LetterClass::B => letters.b,
        LetterClass::C => letters.c,
        LetterClass::D => letters.d,
        LetterClass::Discuss => letters.discuss,
        LetterClass::NeedsData => letters.needs_data,
        LetterClass::Lapsed | LetterClass::Prospect => 0,
    }
}

fn counts_chart(facts: Facts, request: &Request) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |class: LetterClass| {
        let (label, colour) = match class {
            LetterClass::A => ("A".to_owned(), Colour::A),
            LetterClass::B => ("B".to_owned(), Colour::B),
            LetterClass::C => ("C".to_owned(), Colour::C),
            LetterClass::D => ("D".to_owned(), Colour::D),
            LetterClass::Discuss => (words::discuss(language), Colour::None),
            _ => (words::needs_data(language), Colour::Soft),
        };
        let count = count_of(facts, class);
        Bar {
            label,
            value: count as f64,
            shown: format.count(count),
            colour,
            key: Key::Group(class_key(class).to_owned()),
            more: Vec::new(),
        }
    };
    let counts = CLASSES.map(|class| format.count(count_of(facts, class)));
    let [a, b, c, d, discuss, needs] = &counts;
    let what = crate::i18n::words::concentration::customers(language).to_lowercase();
    let scene = bar_scene(request, CLASSES.map(bar).into(), &what, "");
    Chart {
        first_column: people::letter(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart(
            "letters",
            words::chart(language),
            words::chart_summary(language, a, b, c, d, discuss, needs),
            scene,
        )
    }
}

fn factors(facts: Facts, request: &Request) -> Block {
    let (format, language) = (request.format, request.format.language);
    let active = facts.inventory.active;
    let recipe = &facts.recipe().factors.factors;
    let row = |factor: &crate::recipe::Factor| {
        let result = facts.factors.factors.iter().find(|result| result.id == factor.id);
        let thresholds = result.map_or(&[][..], |result| &result.thresholds);
        let (known, met) = result.map_or((0, 0), |result| (result.known, result.met));
        let in_use = result.is_some_and(|result| result.in_use);
        let share = if active == 0 { 0.0 } else { known as f64 / active as f64 };
        let outcome = if in_use {
            Cell::Number(format.count(met))
        } else {
            Cell::Chip { tone: Tone::Plain, words: words::not_in_use(language) }
        };
        Row {
            key: factor.id.clone(),
            cells: vec![
                Cell::Head(said(&factor.name, language).to_owned()),
                Cell::Text(rule_words(&factor.rule, thresholds, format)),
                Cell::Number(format.percent(share, 0)),
                outcome,
            ],
            kind: if in_use { RowKind::Plain } else { RowKind::Soft },
            ..Row::default()
        }
    };
    Block::Table(Box::new(Table {
        name: "factors".to_owned(),
        title: words::factors(language),
        columns: vec![
            Column::text(words::factor(language)),
            Column::text(words::rule(language)),
            Column::number(words::known_for(language)),
            Column::number(words::met(language)),
        ],
        rows: recipe.iter().map(row).collect(),
        ..Table::default()
    }))
}

/// All customers with their letter and the why of it; also on the overview.
pub fn everyone(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let title = crate::i18n::words::overview::all_customers(language);
    let total = facts.pareto.total;
    let class = move |i: usize| facts.letters.class.get(i).copied().unwrap_or_default();
    let met = move |i: usize| facts.letters.why.get(i).map_or(0, |why| why.met);
    let fit = Col::cells(words::fit(language), move |i| {
        facts.letters.why.get(i).map_or(Cell::Empty, |why| {
            let known = why.met + why.not_met;
            Cell::Number(words::fit_of(language, &why.met.to_string(), &known.to_string()))
        })
    });
    let mut table = People::in_order(facts, request, "customers", title, facts.by_value())
        .ordered("value")
        .col(letter_column(facts, request))
        .col(Col::name(facts, request, move |i| why(facts, request, i)))
        .col(value_column(facts, request));
    if !facts.inventory.small {
        let values = &facts.measures.concentration;
        table = table.col(Col::percent(
            request,
            people::share_of(language, measure(request, facts.measures.concentration.measure)),
            "share",
            move |i| {
                let value = values.of(i).filter(|value| *value > rust_decimal::Decimal::ZERO)?;
                crate::segments::ranking::share(value, total)
            },
        ));
    }
    table = table
        .col_if(facts.letters.enough_factors, || {
            fit.numeric().sorted("fit", false, move |i| By::Number(f64::from(met(i))))
        })
        .col_if(facts.customers.has(crate::customers::Field::LastOrder), || {
            super::parts::last_order_column(facts, request)
        })
        .col(activity_column(facts, request));
    if facts.letters.enough_factors {
        for one in CLASSES {
            let label = match one {
                LetterClass::Discuss => words::discuss(language),
                LetterClass::NeedsData => words::needs_data(language),
                letter => crate::i18n::explain::letter_of(letter).to_owned(),
            };
            table = table.filter(class_key(one), label, move |i| class(i) == one);
        }
    }
    table
        .chosen(|key| {
            let Key::Group(group) = key else { return super::pareto::holding(facts, request, key) };
            let one = CLASSES.into_iter().find(|class| class_key(*class) == group)?;
            let label = match one {
                LetterClass::Discuss => words::discuss(language),
                LetterClass::NeedsData => words::needs_data(language),
                letter => crate::i18n::explain::letter_of(letter).to_owned(),
            };
            let is_it: Chosen = Box::new(move |i: usize| class(i) == one);
            Some((people::chosen(language, &label), is_it))
        })
        .block()
}

/// Why this letter: shortlist and factors, each factor's answer, and the activity.
pub fn why(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let (format, language) = (request.format, request.format.language);
    let mut lines = Vec::new();
    if facts.letters.enough_factors {
        let class = facts.letters.class.get(i).copied().unwrap_or_default();
        let why = facts.letters.why.get(i).copied().unwrap_or_default();
        lines.push(letter_why(class, &why, language));
        lines.extend(answers(facts, request, i));
    }
    let activity = facts.inventory.activity.get(i).copied().unwrap_or_default();
    let reason = facts.inventory.why.get(i).map(|why| activity_why(why, format)).unwrap_or_default();
    lines.push(format!("{}: {reason}", activity_words(activity, language)));
    lines
}

/// Each factor in use with its answer for one customer.
fn answers(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let language = request.format.language;
    let recipe = &facts.recipe().factors.factors;
    facts
        .factors
        .factors
        .iter()
        .filter(|factor| factor.in_use)
        .filter_map(|factor| {
            let name = said(&recipe.iter().find(|known| known.id == factor.id)?.name, language);
            let answer = match factor.answers.get(i).copied().unwrap_or_default() {
                Answer::Yes => words::yes(language),
                Answer::No => words::no(language),
                Answer::Unknown => people::unknown(language),
            };
            Some(format!("{name}: {answer}"))
        })
        .collect()
}

fn next(facts: Facts, request: &Request) -> Block {
    let (format, language) = (request.format, request.format.language);
    let of = |class: LetterClass| -> Vec<usize> {
        let order = facts.by_value();
        order.iter().copied().filter(|&i| facts.letters.class.get(i) == Some(&class)).collect()
    };
    let named = |found: &[usize], words: fn(crate::i18n::Language, &str) -> String| {
        let who = facts.who_all(found.iter().copied().take(5));
        let names: Vec<&str> = found.iter().map(|&i| facts.customers.name(i)).collect();
        Line::from(words(language, &people::names(format, &names, 5))).naming(&who)
    };
    let letters = facts.letters;
    let mut steps = Vec::new();
    if letters.a > 0 {
        steps.push(named(&of(LetterClass::A), words::next_a));
    }
    if letters.discuss > 0 {
        steps.push(named(&of(LetterClass::Discuss), words::next_discuss));
    }
    if letters.b > 0 {
        steps.push(words::next_b(language).into());
    }
    if letters.d > 0 {
        steps.push(words::next_d(language, &people::customers(format, letters.d)).into());
    }
    if letters.needs_data > 0 {
        steps.push(words::next_data(language, &people::customers(format, letters.needs_data)).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let mut controls = vec![
        setter.number("/factors/meets", words::set_meets(language), ""),
        setter.percent("/factors/known_share", words::set_known(language)),
        setter.number("/factors/at_least_in_use", words::set_needed(language), ""),
    ];
    for factor in &facts.recipe().factors.factors {
        let label = words::set_on(language, said(&factor.name, language));
        controls.push(setter.flag(&path(&["factors", "factors", &factor.id, "on"]), label));
    }
    settings(facts, request, &["/factors"], controls)
}

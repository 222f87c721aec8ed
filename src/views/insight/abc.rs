//! ABC by cumulative value; not the letters A–D of the success factors (DEFINITIONS D3).

use super::parts::{
    Bar, bar_scene, capitalised, chart, letter_column, measure, next_steps, ranked_name, settings,
};
use super::people::{By, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::words::{concentration as words, people};
use crate::segments::{Abc, AbcClass, AbcCount};
use crate::views::sheet::{Block, Cell, Chart, Figure, Line, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Request};

const CLASSES: [(AbcClass, &str); 3] = [(AbcClass::A, "A"), (AbcClass::B, "B"), (AbcClass::C, "C")];

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let abc = facts.abc();
    let mut sheet = Sheet::new(request, title(facts, request, abc));
    if facts.pareto.order.is_empty() {
        sheet.push(Block::text(Tone::Plain, words::pareto_none_text(language)));
        return sheet;
    }
    sheet.lead.push(words::abc_lead(language, ranked_name(facts, request)).into());
    sheet.push(Block::Figures(figures(facts, request, abc)));
    if !facts.inventory.small {
        sheet.push(Block::Chart(Box::new(classes_chart(facts, request, abc))));
    }
    sheet.push(table(facts, request, abc));
    let recipe = &facts.recipe().abc;
    let (a, b) = (format!("{}%", recipe.a_percent), format!("{}%", recipe.b_percent));
    sheet.push(Block::why([words::why_abc(language, &a, &b, ranked_name(facts, request))]));
    let mut steps: Vec<Line> = vec![words::abc_next_ab(language).into()];
    if abc.c.customers > 0 {
        steps.push(words::abc_next_c(language, &people::customers(request.format, abc.c.customers)).into());
    }
    sheet.push(next_steps(request, steps));
    sheet.push(assumptions(facts, request));
    sheet
}

fn title(facts: Facts, request: &Request, abc: &Abc) -> String {
    let (format, language) = (request.format, request.format.language);
    let all = people::customers(format, facts.customers.len());
    match abc.a.share {
        None => words::abc_none(language),
        Some(_) if facts.inventory.small => words::abc_title_small(language, &all),
        Some(share) => words::abc_title(
            language,
            &people::customers(format, abc.a.customers),
            &format.percent(share, 0),
            ranked_name(facts, request),
        ),
    }
}

fn count_of(abc: &Abc, class: AbcClass) -> &AbcCount {
    match class {
        AbcClass::A => &abc.a,
        AbcClass::B => &abc.b,
        AbcClass::C => &abc.c,
    }
}

fn figures(facts: Facts, request: &Request, abc: &Abc) -> Vec<Figure> {
    let (format, language) = (request.format, request.format.language);
    let figure = |(class, letter): (AbcClass, &str)| {
        let count = count_of(abc, class);
        let share = count.share.filter(|_| !facts.inventory.small);
        let shown = match share {
            Some(share) => format!("{} · {}", format.count(count.customers), format.percent(share, 0)),
            None => format.count(count.customers),
        };
        let name = format!("abc-{}", letter.to_lowercase());
        Figure::new(&name, words::class(language, letter), count.customers, shown)
            .because([format.money(count.value)])
    };
    CLASSES.map(figure).into()
}

fn classes_chart(facts: Facts, request: &Request, abc: &Abc) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let colours = [Colour::A, Colour::B, Colour::C];
    let bar = |(place, (class, letter)): (usize, (AbcClass, &str))| {
        let count = count_of(abc, class);
        let share = count.share.unwrap_or_default();
        Bar {
            label: format!(
                "{} ({})",
                words::class(language, letter),
                people::customers(format, count.customers)
            ),
            value: share,
            shown: format.percent(share, 1),
            colour: colours[place],
            key: Key::Group(letter.to_owned()),
            more: vec![(people::value(language), format.whole_money(count.value))],
        }
    };
    let part = |class: AbcClass| {
        let count = count_of(abc, class);
        (people::customers(format, count.customers), format.percent(count.share.unwrap_or_default(), 1))
    };
    let ((a, a_share), (b, b_share), (c, c_share)) =
        (part(AbcClass::A), part(AbcClass::B), part(AbcClass::C));
    let summary = words::abc_summary(language, &a, &a_share, &b, &b_share, &c, &c_share);
    let rows = CLASSES.into_iter().enumerate().map(bar).collect();
    let scene = bar_scene(request, rows, &people::share(language).to_lowercase(), "");
    Chart {
        first_column: words::abc_class(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("abc", words::abc_chart(language, ranked_name(facts, request)), summary, scene)
    }
}

fn table(facts: Facts, request: &Request, abc: &Abc) -> Block {
    let (format, language) = (request.format, request.format.language);
    let values = &facts.measures.concentration;
    let class = move |i: usize| abc.class.get(i).copied().flatten();
    let letter =
        |class: AbcClass| CLASSES.iter().find(|(one, _)| *one == class).map_or("", |(_, letter)| letter);
    let why = move |i: usize| match (class(i), abc.cumulative.get(i).copied().flatten()) {
        (Some(one), Some((before, with))) => vec![words::why_abc_of(
            language,
            letter(one),
            &format.percent(before, 1),
            &format.percent(with, 1),
            ranked_name(facts, request),
        )],
        _ => vec![words::why_abc_outside(language)],
    };
    let mut table = People::in_order(facts, request, "customers", words::customers(language), values.order())
        .ordered("value")
        .col(
            Col::cells(words::abc_class(language), move |i| {
                class(i).map_or_else(|| Cell::Soft("–".to_owned()), |one| Cell::Text(letter(one).to_owned()))
            })
            .sorted("class", true, move |i| {
                class(i).map_or(By::Unknown, |one| By::Number(f64::from(one as u8)))
            }),
        )
        .col(Col::name(facts, request, why))
        .col(Col::money(request, capitalised(measure(request, values.measure)), "value", move |i| {
            values.of(i)
        }));
    if !facts.inventory.small {
        table = table.col(Col::percent(request, words::cumulative(language), "together", move |i| {
            abc.cumulative.get(i).copied().flatten().map(|(_, with)| with)
        }));
    }
    table = table.col(letter_column(facts, request));
    for (one, letter) in CLASSES {
        table = table.filter(letter, letter, move |i| class(i) == Some(one));
    }
    table
        .chosen(|key| {
            let Key::Group(group) = key else { return None };
            let (one, letter) = CLASSES.into_iter().find(|(_, letter)| letter == group)?;
            let label = people::chosen(language, &words::class(language, letter));
            Some((label, move |i: usize| class(i) == Some(one)))
        })
        .block()
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.number("/abc/a_percent", words::set_abc_a(language), "%"),
        setter.number("/abc/b_percent", words::set_abc_b(language), "%"),
        setter.flag("/abc/keep_ties_together", words::set_abc_ties(language)),
    ];
    settings(facts, request, &["/abc"], controls)
}

//! Hours by level and account manager, the core's share against its goal, and what to cut when it does not fit.

use crate::i18n::{Format, words::plan as words};
use crate::plan::{Advice, OwnerBudget};
use crate::recipe::path;
use crate::views::sheet::table::RowKind;
use crate::views::sheet::{Block, Cell, Column, Control, Figure, Row, Setter, Table, Tone};
use crate::views::{Facts, Request};

/// A bar for the core's share, a table by level, a table by account manager.
pub fn hours(facts: Facts, request: &Request) -> Block {
    let format = request.format;
    let language = format.language;
    let setter = Setter::new(facts.settings, request);
    let settings = [
        ("visit-hours", setter.number("/budget/visit_hours", words::visit_hours(language), "")),
        ("call-hours", setter.number("/budget/call_hours", words::call_hours(language), "")),
        ("core-goal", setter.percent("/budget/core_goal", words::core_goal(language))),
        ("hour-cost", setter.number("/budget/hour_cost", words::hour_cost(language), "")),
    ];
    let settings =
        settings.into_iter().map(|(id, control)| Control { id: id.to_owned(), ..control }).collect();
    let budget = &facts.recipe().budget;
    let mut why =
        vec![words::hours_why(language, &format.hours(budget.visit_hours), &format.hours(budget.call_hours))];
    if facts.levels.none > 0 {
        why.push(words::without_level(language, &format.count(facts.levels.none)));
    }
    let mut blocks = core_share(facts, format);
    blocks.push(Block::Columns(vec![
        vec![Block::Table(Box::new(by_level(facts, format))), Block::why(why)],
        vec![Block::Heading { level: 3, text: words::settings_title(language) }, Block::Controls(settings)],
    ]));
    if !facts.budget.owners.is_empty() {
        blocks.push(Block::Heading { level: 3, text: words::owners_title(language) });
        blocks.push(Block::Table(Box::new(by_owner(facts, request))));
    }
    blocks.extend(advice(facts, format));
    Block::card(words::hours_title(language), blocks)
}

/// The share as a figure and as a bar with the goal marked.
fn core_share(facts: Facts, format: Format) -> Vec<Block> {
    let (budget, language) = (facts.budget, format.language);
    let Some(share) = budget.core_time else { return Vec::new() };
    let goal = words::goal(language, &format.percent(budget.goal, 0));
    let mut shown = format!("{} · {goal}", format.percent(share, 1));
    if let Some(now) = budget.core_time_now {
        for part in [" · ", &words::now(language), " ", &format.percent(now, 1)] {
            shown.push_str(part);
        }
    }
    let figure = Figure::new("core-time", words::core_share(language), share, shown);
    vec![Block::Figures(vec![figure]), Block::Bar { share, goal: Some(budget.goal) }]
}

fn by_level(facts: Facts, format: Format) -> Table {
    let (budget, language) = (facts.budget, format.language);
    let share = |hours: f64| {
        if budget.hours > 0.0 { format.percent(hours / budget.hours, 0) } else { "–".to_owned() }
    };
    let mut rows: Vec<Row> = budget
        .levels
        .iter()
        .map(|level| Row {
            key: level.level.letter().to_lowercase(),
            cells: vec![
                Cell::Head(level.level.letter().to_owned()),
                Cell::Number(format.count(level.customers)),
                Cell::Number(format.number(level.hours, 0)),
                Cell::Number(share(level.hours)),
            ],
            ..Row::default()
        })
        .collect();
    let customers = budget.levels.iter().map(|level| level.customers).sum();
    rows.push(Row {
        key: "total".to_owned(),
        cells: vec![
            Cell::Head(words::total(language)),
            Cell::Number(format.count(customers)),
            Cell::Number(format.number(budget.hours, 0)),
            Cell::Empty,
        ],
        kind: RowKind::Total,
        ..Row::default()
    });
    Table {
        name: "levels".to_owned(),
        title: words::hours_title(language),
        columns: vec![
            Column::text(words::level(language)),
            Column::number(words::customers(language)),
            Column::number(words::hours(language)),
            Column::number(words::share_time(language)),
        ],
        rows,
        ..Table::default()
    }
}

fn by_owner(facts: Facts, request: &Request) -> Table {
    let format = request.format;
    let language = format.language;
    let named = facts.budget.owners.iter().any(|owner| owner.owner.is_some());
    let setter = Setter::new(facts.settings, request);
    let row = |owner: &OwnerBudget| {
        let name = owner
            .owner
            .clone()
            .unwrap_or_else(|| if named { words::no_owner(language) } else { words::everyone(language) });
        let key = owner.owner.clone().unwrap_or_default();
        let available = path(&["budget", "owner_hours", &key, "hours"]);
        let label = format!("{}: {name}", words::available(language));
        let available = Control { bare: true, reset: None, ..setter.number(&available, label, "") };
        Row {
            key,
            cells: vec![
                Cell::Head(name),
                Cell::Number(format.count(owner.customers)),
                Cell::Number(format.number(owner.hours, 0)),
                Cell::Control(Box::new(available)),
            ],
            kind: if owner.over.is_some() { RowKind::Over } else { RowKind::Plain },
            ..Row::default()
        }
    };
    Table {
        name: "owners".to_owned(),
        title: words::owners_title(language),
        columns: vec![
            Column::text(words::owner(language)),
            Column::number(words::customers(language)),
            Column::number(words::hours(language)),
            Column::number(words::available(language)),
        ],
        rows: facts.budget.owners.iter().map(row).collect(),
        ..Table::default()
    }
}

fn advice(facts: Facts, format: Format) -> Vec<Block> {
    let (budget, language) = (facts.budget, format.language);
    let name = |owner: &Option<String>| owner.clone().unwrap_or_else(|| words::everyone(language));
    let sentence = |advice: &Advice| match advice {
        Advice::Drop { owner, level, frees } => {
            words::advice_drop(language, &name(owner), level.letter(), &format.hours(*frees))
        }
        Advice::FewerCore { owner, fits, has } => {
            words::advice_fewer(language, &name(owner), &format.count(*fits), &format.count(*has))
        }
        Advice::ShiftToCore { hours } => {
            words::below_goal(language, &format.hours(*hours), &format.percent(budget.goal, 0))
        }
    };
    let over = budget.owners.iter().filter_map(|owner| {
        Some(words::over_full(language, &name(&owner.owner), &format.hours(owner.over?)))
    });
    let lines: Vec<Block> =
        over.chain(budget.advice.iter().map(sentence)).map(|line| Block::text(Tone::Warning, line)).collect();
    if lines.is_empty() && budget.reaches_goal && facts.selection.core > 0 {
        return vec![Block::text(Tone::Good, words::goal_met(language))];
    }
    lines
}

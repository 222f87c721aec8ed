//! Two periods: the trend, who grew, fell, came and left, and the migration between layers (METHOD section 6, DEFINITIONS D9).

use rust_decimal::Decimal;

use super::parts::{Bar, bar_scene, chart, letter_column, next_steps, position, settings};
use super::people::{By, Col, People};
use crate::chart::flow;
use crate::chart::scene::{Datum, Fill, Key, Size, Tone as Colour};
use crate::i18n::Language;
use crate::i18n::words::{behaviour as words, concentration, people};
use crate::segments::ranking::greatest_amounts_first;
use crate::segments::{Flow, LeaverWhy, Migration, State};
use crate::views::sheet::{
    Block, Cell, Chart, Column, Figure, Line, Row, Selects, Setter, Sheet, Table, Tone,
};
use crate::views::{Facts, Request};

/// What became of a customer between the two periods.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Move {
    Grew,
    New,
    Fell,
    Gone,
    Same,
}

const MOVES: [Move; 4] = [Move::Grew, Move::New, Move::Fell, Move::Gone];

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (format, language) = (request.format, request.format.language);
    let Some(migration) = facts.migration() else {
        return single(facts, request);
    };
    let history = &moves(migration);
    let sums = sums(history);
    let (before, after) = (migration.value_before, migration.value_after);
    let change = position(after.saturating_sub(before));
    let title = match (change, before > Decimal::ZERO) {
        (change, true) if change != 0.0 => {
            let share = format.percent((change / position(before)).abs(), 1);
            if change > 0.0 {
                words::periods_up(language, &share)
            } else {
                words::periods_down(language, &share)
            }
        }
        _ => words::periods_same(language),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.lead.push(compared(request, migration).into());
    sheet.push(Block::Figures(figures(facts, request, migration)));
    sheet.push(Block::Chart(Box::new(moves_chart(request, &sums))));
    sheet.push(Block::heading(words::table(language)));
    sheet.push(table(facts, request, history));
    sheet.push(Block::heading(words::migration(language)));
    sheet.push(Block::text(Tone::Soft, words::migration_text(language)));
    if !facts.inventory.small {
        sheet.push(Block::Chart(Box::new(flow_chart(request, migration))));
    }
    sheet.push(matrix(request, "migration", words::migration(language), &migration.matrix));
    if migration.fixed_limits.is_some() {
        let label = words::migration_fixed(language);
        let blocks = vec![matrix(request, "migration-fixed", label.clone(), &migration.fixed_matrix)];
        sheet.push(Block::More { id: "fixed-limits".to_owned(), label, open: false, blocks });
    }
    sheet.push(why(facts, request));
    sheet.push(next(facts, request, history, &sums));
    sheet.push(assumptions(facts, request));
    sheet
}

/// A list with one period, or with two of unequal length: leavers may still be told.
fn single(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let leavers = facts.leavers();
    let mut sheet = Sheet::new(request, words::periods_none(language));
    if leavers.compared == 0 {
        sheet.push(Block::text(Tone::Plain, words::periods_none_text(language)));
    } else {
        let count = people::customers(request.format, leavers.leaver.iter().flatten().count());
        sheet.title = format!("{}: {count}", words::figure_leavers(language)).into();
        if leavers.unequal_periods {
            let period = &facts.recipe().period;
            let number = |months: f64| request.format.short_number(months, 1);
            let line = words::unequal(language, &number(period.previous_months), &number(period.months));
            sheet.push(Block::text(Tone::Soft, line));
        }
        sheet.push(leaver_table(facts, request));
        sheet.push(why(facts, request));
    }
    sheet.push(assumptions(facts, request));
    sheet
}

/// Which periods stand beside each other.
fn compared(request: &Request, migration: &Migration) -> String {
    let (format, language) = (request.format, request.format.language);
    let span = |span: Option<crate::segments::Span>, column: String| match span {
        Some(span) => words::span(language, &format.date(span.first), &format.date(span.last)),
        None => column,
    };
    words::periods_lead(
        language,
        &span(migration.before, words::column_before(language)),
        &span(migration.after, words::column_after(language)),
    )
}

/// What happened to a customer, and the amounts of both periods.
type Moved = (Move, Decimal, Decimal);

/// By customer; `None` where neither period has value.
fn moves(migration: &Migration) -> Vec<Option<Moved>> {
    migration.of.iter().map(|(_, before, _, after)| moved(*before, *after)).collect()
}

fn moved(before: Decimal, after: Decimal) -> Option<Moved> {
    let moved = match (before > Decimal::ZERO, after > Decimal::ZERO) {
        (false, false) => return None,
        (false, true) => Move::New,
        (true, false) => Move::Gone,
        (true, true) if after > before => Move::Grew,
        (true, true) if after < before => Move::Fell,
        (true, true) => Move::Same,
    };
    Some((moved, before, after))
}

fn move_words(moved: Move, language: Language) -> String {
    match moved {
        Move::Grew => words::grew(language),
        Move::New => words::new(language),
        Move::Fell => words::fell(language),
        Move::Gone => words::gone(language),
        Move::Same => words::same(language),
    }
}

fn move_key(moved: Move) -> &'static str {
    match moved {
        Move::Grew => "grew",
        Move::New => "new",
        Move::Fell => "fell",
        Move::Gone => "gone",
        Move::Same => "same",
    }
}

/// Number of customers and change of revenue of every move, in the order of [`Move`].
type Sums = [(usize, Decimal); 5];

fn sums(history: &[Option<Moved>]) -> Sums {
    let mut sums = Sums::default();
    for (moved, before, after) in history.iter().flatten() {
        let (count, sum) = &mut sums[*moved as usize];
        *count += 1;
        *sum = sum.saturating_add(after.saturating_sub(*before));
    }
    sums
}

fn figures(facts: Facts, request: &Request, migration: &Migration) -> Vec<Figure> {
    let (format, language) = (request.format, request.format.language);
    let leavers = facts.leavers();
    let count = leavers.leaver.iter().flatten().count();
    let money = |name: &str, label: String, amount: Decimal| {
        Figure::new(name, label, amount, format.whole_money(amount))
    };
    let mut figures = vec![
        money("value-before", words::figure_before(language), migration.value_before),
        money("value-after", words::figure_after(language), migration.value_after),
        Figure::new("leavers", words::figure_leavers(language), count, format.count(count))
            .because([why_leaver(facts, request)]),
    ];
    if let Some(median) = leavers.median_change {
        let shown = format!("{}%", format.difference(median * 100.0, 1));
        let figure = Figure::new("median-change", words::figure_median(language), median, shown);
        figures.push(figure.because([words::why_median(language)]));
    }
    figures
}

fn moves_chart(request: &Request, sums: &Sums) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let sums = MOVES.map(|moved| sums[moved as usize]);
    let bar = |(moved, (count, sum)): (Move, (usize, Decimal))| Bar {
        label: format!("{} ({})", move_words(moved, language), format.count(count)),
        value: position(sum),
        shown: format.whole_money(sum),
        colour: if sum < Decimal::ZERO { Colour::Loss } else { Colour::A },
        key: Key::Group(move_key(moved).to_owned()),
        more: Vec::new(),
    };
    let [grew, new, fell, gone] = sums.map(|(_, sum)| format.whole_money(sum));
    let summary = words::moves_summary(language, &grew, &new, &fell, &gone);
    let rows = MOVES.into_iter().zip(sums).map(bar).collect();
    let scene = bar_scene(request, rows, &words::change(language).to_lowercase(), "");
    Chart {
        first_column: words::change(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("periods", words::moves_chart(language), summary, scene)
    }
}

fn table(facts: Facts, request: &Request, history: &[Option<Moved>]) -> Block {
    let language = request.format.language;
    let of = move |i: usize| history.get(i).copied().flatten();
    let change = move |i: usize| of(i).map(|(_, before, after)| after.saturating_sub(before));
    // What matters most first: the largest change of money, either way.
    let changes = (0..facts.customers.len()).filter_map(|i| Some((i, change(i)?.abs()))).collect();
    let members = greatest_amounts_first(changes, &|one, other| one.cmp(&other));
    let leaver = move |i: usize| facts.leavers().leaver.get(i).copied().flatten();
    let mut table = People::new(facts, request, "customers", words::table(language), members)
        .col(Col::name(facts, request, move |i| leaver_words(request, leaver(i)).into_iter().collect()))
        .col(Col::money(request, words::before(language), "before", move |i| {
            of(i).map(|(_, before, _)| before)
        }))
        .col(Col::money(request, words::after(language), "after", move |i| of(i).map(|(.., after)| after)))
        .col(Col::money(request, words::change(language), "change", change))
        .col(
            Col::cells(words::moved(language), move |i| match of(i) {
                Some((moved, ..)) => Cell::Chip {
                    tone: match moved {
                        Move::Grew | Move::New => Tone::Good,
                        Move::Fell | Move::Gone => Tone::Warning,
                        Move::Same => Tone::Plain,
                    },
                    words: move_words(moved, language),
                },
                None => Cell::Empty,
            })
            .sorted("move", true, move |i| {
                of(i).map_or(By::Unknown, |(moved, ..)| By::Number(f64::from(moved as u8)))
            }),
        )
        .col(letter_column(facts, request));
    for one in MOVES {
        let holds = move |i: usize| of(i).is_some_and(|(moved, ..)| moved == one);
        table = table.filter(move_key(one), move_words(one, language), holds);
    }
    table
        .filter("leaver", words::figure_leavers(language), move |i| leaver(i).is_some())
        .chosen(|key| {
            let Key::Group(group) = key else { return None };
            let one = MOVES.into_iter().find(|moved| move_key(*moved) == group);
            let states = || State::ALL.into_iter();
            let flow = states()
                .flat_map(|from| states().map(move |to| (from, to)))
                .find(|(from, to)| flow_key(*from, *to) == *group);
            let label = match (one, flow) {
                (Some(one), _) => move_words(one, language),
                (None, Some((from, to))) => flow_words(from, to, language),
                (None, None) => return None,
            };
            let flows = facts.migration().map_or(&[][..], |migration| &migration.of);
            let is_of = move |i: usize| match flow {
                Some(flow) => flows.get(i).is_some_and(|(from, _, to, _)| (*from, *to) == flow),
                None => of(i).is_some_and(|(moved, ..)| Some(moved) == one),
            };
            Some((people::chosen(language, &label), is_of))
        })
        .block()
}

/// Only those who leave, for lists whose periods cannot be laid beside each other.
fn leaver_table(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let leaver = move |i: usize| facts.leavers().leaver.get(i).copied().flatten();
    let before = move |i: usize| match leaver(i)? {
        LeaverWhy::Fell { before, .. } | LeaverWhy::Stopped { before } => Some(before),
    };
    let now = move |i: usize| match leaver(i)? {
        LeaverWhy::Fell { now, .. } => Some(now),
        LeaverWhy::Stopped { .. } => None,
    };
    let amounts = (0..facts.customers.len()).filter_map(|i| Some((i, before(i)?))).collect();
    let members = greatest_amounts_first(amounts, &|one, other| one.cmp(&other));
    People::new(facts, request, "customers", words::table(language), members)
        .col(Col::name(facts, request, move |i| leaver_words(request, leaver(i)).into_iter().collect()))
        .col(Col::money(request, words::before(language), "before", before))
        .col(Col::money(request, words::after(language), "after", now))
        .col(letter_column(facts, request))
        .block()
}

/// Why a customer is a leaver; also on its own sheet.
pub fn leaver_words(request: &Request, why: Option<LeaverWhy>) -> Option<String> {
    let (format, language) = (request.format, request.format.language);
    Some(match why? {
        LeaverWhy::Fell { before, now, fall } => words::why_fell(
            language,
            &format.percent(fall, 0),
            &format.whole_money(before),
            &format.whole_money(now),
        ),
        LeaverWhy::Stopped { before } => words::why_stopped(language, &format.whole_money(before)),
    })
}

/// The name of a state.
fn state_name(state: State, language: Language) -> String {
    match state {
        State::Top => concentration::layer_top(language),
        State::Large => concentration::layer_large(language),
        State::Medium => concentration::layer_medium(language),
        State::Small => concentration::layer_small(language),
        State::Inactive => concentration::layer_inactive(language),
        State::NotYet => words::not_yet(language),
    }
}

/// From where to where.
fn flow_words(from: State, to: State, language: Language) -> String {
    format!("{} → {}", state_name(from, language), state_name(to, language))
}

/// The stable key of a flow.
fn flow_key(from: State, to: State) -> String {
    format!("{}-{}", from as u8, to as u8)
}

/// Bands from where customers were to where they are; the customers who rose in one tone, those who fell in another.
fn flow_chart(request: &Request, migration: &Migration) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let tones = [Colour::A, Colour::B, Colour::C, Colour::D, Colour::None, Colour::Soft];
    let level = |place: usize, count: usize| flow::Level {
        name: state_name(State::ALL[place], language),
        shown: format.count(count),
        tone: tones[place],
    };
    let matrix = &migration.matrix;
    let from = (0..6).map(|row| level(row, matrix[row].iter().map(|flow| flow.customers).sum()));
    let to = (0..6).map(|column| level(column, matrix.iter().map(|row| row[column].customers).sum()));
    let band = |(from, to): (usize, usize)| {
        let one = &matrix[from][to];
        let label = flow_words(State::ALL[from], State::ALL[to], language);
        let change = one.value_after.saturating_sub(one.value_before);
        let values = vec![
            (concentration::customers(language).to_lowercase(), format.count(one.customers)),
            (words::change(language).to_lowercase(), format.whole_money(change)),
        ];
        let (tone, fill) = match from.cmp(&to) {
            std::cmp::Ordering::Less => (Colour::Loss, Fill::Hatched),
            std::cmp::Ordering::Equal => (Colour::Soft, Fill::Wash),
            std::cmp::Ordering::Greater => (Colour::Accent, Fill::Wash),
        };
        let datum =
            Some(Datum { key: Key::Group(flow_key(State::ALL[from], State::ALL[to])), label, values });
        flow::Band { from, to, size: one.customers as f64, tone, fill, datum }
    };
    let pairs = (0..6).flat_map(|from| (0..6).map(move |to| (from, to)));
    let drawing = flow::Flow {
        before: words::before(language),
        after: words::after(language),
        from: from.collect(),
        to: to.collect(),
        bands: pairs.filter(|&(from, to)| matrix[from][to].customers > 0).map(band).collect(),
        empty: words::periods_none(language),
    };
    // A customer rises or falls among the layers; who comes or goes does neither.
    let is_layer = |state: usize| state < State::Inactive as usize;
    let count = |holds: &dyn Fn(usize, usize) -> bool| -> usize {
        let all = (0..6).flat_map(|from| (0..6).map(move |to| (from, to)));
        all.filter(|&(from, to)| holds(from, to)).map(|(from, to)| matrix[from][to].customers).sum()
    };
    let comes = |state: State| move |from: usize, to: usize| from == state as usize && is_layer(to);
    let moves = [
        (words::moved_up(language), count(&|from, to| is_layer(from) && to < from)),
        (words::moved_down(language), count(&|from, to| from < to && is_layer(to))),
        (words::moved_new(language), count(&comes(State::NotYet))),
        (words::moved_back(language), count(&comes(State::Inactive))),
        (words::moved_gone(language), count(&|from, to| is_layer(from) && !is_layer(to))),
    ];
    let told = |(name, customers): &(String, usize)| format!("{name}: {}.", format.count(*customers));
    let summary = moves.iter().map(told).collect::<Vec<_>>().join(" ");
    let width = request.width as f32;
    let scene = std::rc::Rc::new(flow::scene(&drawing, Size::new(width, (width * 0.5).clamp(300.0, 460.0))));
    Chart {
        first_column: words::from_to(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("migration", words::migration(language), summary, scene)
    }
}

/// From rows to columns: how many customers, and what their revenue did.
fn matrix(request: &Request, name: &str, title: String, flows: &[[Flow; 6]; 6]) -> Block {
    let (format, language) = (request.format, request.format.language);
    let mut columns = vec![Column::text(words::from_to(language))];
    columns.extend(State::ALL.iter().map(|state| Column::number(state_name(*state, language))));
    let cell = |flow: &Flow| {
        if flow.customers == 0 {
            return Cell::Soft("·".to_owned());
        }
        let change = flow.value_after.saturating_sub(flow.value_before);
        let money = format.whole_money(change);
        let money = if change > Decimal::ZERO { format!("+{money}") } else { money };
        Cell::Stack(vec![Cell::Number(format.count(flow.customers)), Cell::Soft(money)])
    };
    let row = |(state, flows): (&State, &[Flow; 6])| Row {
        key: state_name(*state, language),
        cells: std::iter::once(Cell::Head(state_name(*state, language)))
            .chain(flows.iter().map(cell))
            .collect(),
        ..Row::default()
    };
    Block::Table(Box::new(Table {
        name: name.to_owned(),
        title,
        columns,
        rows: State::ALL.iter().zip(flows).map(row).collect(),
        ..Table::default()
    }))
}

/// The rule; also for who is none.
pub fn why_leaver(facts: Facts, request: &Request) -> String {
    let recipe = &facts.recipe().xray;
    let fall = request.format.percent(recipe.fall, 0);
    words::why_leaver(request.format.language, &fall, &recipe.fall_order_days.to_string())
}

fn why(facts: Facts, request: &Request) -> Block {
    Block::why([why_leaver(facts, request), words::why_median(request.format.language)])
}

fn next(facts: Facts, request: &Request, history: &[Option<Moved>], sums: &Sums) -> Block {
    let (format, language) = (request.format, request.format.language);
    let largest = |wanted: Move| {
        // The three largest so far, the largest first.
        let mut largest: Vec<(Decimal, usize)> = Vec::new();
        for (i, moved) in history.iter().enumerate() {
            let Some((_, before, after)) = moved.filter(|(one, ..)| *one == wanted) else { continue };
            let change = after.saturating_sub(before).abs();
            let place = largest.partition_point(|(amount, _)| *amount >= change);
            if place < 3 {
                largest.truncate(2);
                largest.insert(place.min(largest.len()), (change, i));
            }
        }
        facts.who_all(largest.into_iter().map(|(_, i)| i))
    };
    let mut steps: Vec<Line> = Vec::new();
    let mut named = |wanted: Move, words: fn(Language, &str) -> String| {
        let who = largest(wanted);
        let names: Vec<&str> = who.iter().map(|who| who.name.as_str()).collect();
        if !names.is_empty() {
            steps.push(Line::from(words(language, &people::names(format, &names, 3))).naming(&who));
        }
    };
    named(Move::Fell, words::periods_next_call);
    named(Move::Grew, words::periods_next_grew);
    let (new, _) = sums[Move::New as usize];
    if new > 0 {
        steps.push(words::periods_next_new(language, &people::customers(format, new)).into());
    }
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let months = people::months(language);
    let mut controls = if facts.customers.has_occasions() {
        vec![setter.number("/pyramid/months", words::set_cut(language), &months)]
    } else {
        vec![
            setter.number("/period/months", words::set_months(language), &months),
            setter.number("/period/previous_months", words::set_previous(language), &months),
        ]
    };
    controls.extend([
        setter.percent("/xray/fall", words::set_fall(language)),
        setter.number("/xray/fall_order_days", words::set_fall_days(language), ""),
    ]);
    let paths = ["/period", "/pyramid/months", "/xray/fall", "/xray/fall_order_days"];
    settings(facts, request, &paths, controls)
}

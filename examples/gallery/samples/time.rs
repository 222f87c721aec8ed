//! Time: the order rhythm of one customer, and the migration between two periods.

use jiff::ToSpan;
use jiff::civil::date;
use kernklant::chart::flow::{self, Band, Flow, Level};
use kernklant::chart::rhythm::{self, Order, Rhythm, Zone};
use kernklant::chart::scene::{Fill, Scene, Size, Tone};

use super::{Case, datum, noise};

/// Orders about every three weeks, then silence.
pub fn rhythm_chart(case: Case) -> Scene {
    let (count, gap) = match case.state {
        "empty" => (0, 0),
        "one" => (1, 0),
        "many" => (100_000, 0),
        _ => (30, 21),
    };
    let start = date(2023, 2, 6);
    let order = |i: usize| {
        let shift = if case.state == "equal" { 0.0 } else { noise(i) * 12.0 };
        let days = if gap > 0 { i as i64 * gap + shift as i64 } else { i as i64 / 120 };
        let value = match case.state {
            "equal" => 1000.0,
            "negative" if i % 4 == 3 => -900.0 * noise(i + 4),
            _ => 400.0 + 2600.0 * noise(i + 4),
        };
        let day = start.saturating_add(days.days());
        let label = case.format().date(day);
        let mut datum = datum(i, &[(&case.say("bedrag", "amount"), case.money(value))]);
        datum.label = label;
        Order { day, value, datum: Some(datum) }
    };
    let orders: Vec<Order> = (0..count).map(order).collect();
    let last = orders.last().map_or(start, |order| order.day);
    let zone = |days: i64, nl: &str, en: &str, tone, fill| Zone {
        from: last.saturating_add(days.days()),
        name: case.say(nl, en),
        tone,
        fill,
    };
    let rhythm = Rhythm {
        orders,
        today: last.saturating_add(if case.state == "one" { 5.days() } else { 90.days() }),
        today_name: case.say("peildatum", "reference date"),
        zones: vec![
            zone(32, "laat: 1,5 keer het ritme", "late: 1.5 times the rhythm", Tone::None, Fill::Wash),
            zone(42, "over tijd: 2 keer", "overdue: twice", Tone::C, Fill::Wash),
            zone(63, "stil: 3 keer", "silent: three times", Tone::Loss, Fill::Hatched),
        ],
        y_title: case.say("bedrag per besteldag", "amount per order day"),
        empty: case
            .say("Van deze klant zijn geen bestellingen bekend.", "No orders of this customer are known."),
    };
    let money = |amount: f64| case.money(amount);
    let orders =
        |count: usize| format!("{} {}", case.format().count(count), case.say("besteldagen", "order days"));
    let write = rhythm::Writers {
        day: &|day| case.format().date(day),
        month: &|day| case.format().month(day),
        value: &money,
        orders: &orders,
    };
    rhythm::scene(&rhythm, Size::new(case.width, 260.0), write)
}

/// From the levels of last year to those of this year.
pub fn flow_chart(case: Case) -> Scene {
    let names = [
        ("top", "top"),
        ("groot", "large"),
        ("middelgroot", "medium"),
        ("klein", "small"),
        ("inactief", "inactive"),
        ("nog geen klant", "not yet a customer"),
    ];
    let size = |from: usize, to: usize| match case.state {
        "empty" => 0.0,
        "one" => f64::from(u8::from((from, to) == (2, 1))),
        "equal" => 5.0,
        "many" => (noise(from * 6 + to) * 9000.0).floor() * if from == to { 3.0 } else { 1.0 },
        // Money can shrink below zero; such bands are left out.
        "negative" => (noise(from * 6 + to) * 60.0).floor() - 30.0,
        _ if from == to => [1.0, 3.0, 9.0, 41.0, 12.0, 0.0][from],
        _ if from.abs_diff(to) == 1 => (noise(from * 6 + to) * 6.0).floor(),
        _ => (noise(from * 6 + to) * 2.0).floor(),
    };
    let level = |i: usize, count: f64| Level {
        name: case.say(names[i].0, names[i].1),
        shown: case.customers(count.max(0.0) as usize),
        tone: if i < 4 { Tone::Accent } else { Tone::None },
    };
    let band = |from: usize, to: usize| {
        let (tone, fill) = match from.cmp(&to) {
            std::cmp::Ordering::Less => (Tone::Loss, Fill::Shade(3)),
            std::cmp::Ordering::Equal => (Tone::None, Fill::Shade(2)),
            std::cmp::Ordering::Greater => (Tone::Accent, Fill::Shade(4)),
        };
        let mut datum = datum(from * 6 + to, &[]);
        datum.label =
            format!("{} → {}", case.say(names[from].0, names[from].1), case.say(names[to].0, names[to].1));
        Band { from, to, size: size(from, to), tone, fill, datum: Some(datum) }
    };
    let flow = Flow {
        before: case.say("1 juni 2018 – 31 mei 2019", "1 June 2018 – 31 May 2019"),
        after: case.say("een jaar later", "a year later"),
        from: (0..6).map(|i| level(i, (0..6).map(|to| size(i, to)).sum())).collect(),
        to: (0..5).map(|i| level(i, (0..6).map(|from| size(from, i)).sum())).collect(),
        bands: (0..6)
            .flat_map(|from| (0..5).map(move |to| (from, to)))
            .map(|(from, to)| band(from, to))
            .collect(),
        empty: case
            .say("Er zijn geen twee perioden om te vergelijken.", "There are no two periods to compare."),
    };
    flow::scene(&flow, Size::new(case.width, 460.0))
}

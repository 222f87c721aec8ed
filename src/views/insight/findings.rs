//! The findings of the overview: one sentence an analysis as far as the list has something to say, the weightiest first.
//!
//! A weight says how much of the value a finding is about: 0.3 = 30% of it. Warnings about people come before all.

use rust_decimal::Decimal;

use super::label_of;
use super::linked;
use super::parts::{position, ranked_name, value_name};
use super::protected::columns;
use crate::i18n::words::{overview as words, people};
use crate::segments::{LeaverWhy, SilentWhy};
use crate::sorted::InOrder;
use crate::views::analyses::Slow;
use crate::views::sheet::{Block, Item, Line, Link, List, Tone};
use crate::views::{Facts, Place, Request, Screen};

/// A sentence with its weight and the sheet that says more.
struct Finding {
    weight: f64,
    sheet: &'static str,
    item: Item,
}

/// Looks for a finding.
type Maker = fn(Facts, &Request) -> Option<Finding>;

/// What a finding waits for.
#[derive(Clone, Copy)]
enum Needs {
    /// Only what the list itself says.
    List,
    /// Letters and choice.
    Core,
    Analysis(Slow),
}

/// All makers, with what each waits for.
const MAKERS: [(Maker, Needs); 16] = [
    (fairness, Needs::List),
    (ranked, Needs::List),
    (profit, Needs::Analysis(Slow::Whale)),
    (spread, Needs::List),
    (silent, Needs::Analysis(Slow::Silent)),
    (leaving, Needs::Analysis(Slow::Leavers)),
    (trend, Needs::Analysis(Slow::Migration)),
    (costs, Needs::Analysis(Slow::Profiteers)),
    (attention, Needs::Analysis(Slow::Attention)),
    (complaints, Needs::Analysis(Slow::Attention)),
    (lettered, Needs::Core),
    (room, Needs::List),
    (pearls, Needs::Analysis(Slow::Pearls)),
    (bloom, Needs::Analysis(Slow::Blooms)),
    (asleep, Needs::List),
    (together, Needs::List),
];

/// What matters, in order; in a hurry with a word on what follows.
pub fn list(facts: Facts, request: &Request) -> Vec<Block> {
    let waits = |needs: Needs| match needs {
        Needs::List => false,
        Needs::Core => !facts.on_hand.has_core,
        Needs::Analysis(slow) => facts.on_hand.hurries && !facts.is_ready(slow),
    };
    let makers = MAKERS.iter().filter(|(_, needs)| !waits(*needs));
    let mut found: Vec<Finding> = makers.filter_map(|(make, _)| make(facts, request)).collect();
    found.order_by(|a, b| b.weight.total_cmp(&a.weight));
    let item = |finding: Finding| {
        // The name of the sheet says where the button leads, also to who hears only the buttons.
        let link = label_of(finding.sheet, request.format.language).map(|label| Link {
            id: format!("finding-{}", finding.sheet),
            ..Link::to(label, Place::sheet(Screen::Insight, finding.sheet))
        });
        Item { link, ..finding.item }
    };
    let list = Block::List(List { numbered: false, items: found.into_iter().map(item).collect() });
    let follows = MAKERS.iter().any(|(_, needs)| waits(*needs));
    let words = follows.then(|| Block::text(Tone::Soft, words::findings_follow(request.format.language)));
    std::iter::once(list).chain(words).collect()
}

fn finding(weight: f64, sheet: &'static str, tone: Tone, line: impl Into<Line>) -> Finding {
    let item = Item { tone, line: line.into(), ..Item::default() };
    Finding { weight: if weight.is_finite() { weight } else { 0.0 }, sheet, item }
}

/// A part of all value; 0 where there is none.
fn part(facts: Facts, amount: Decimal) -> f64 {
    let total = position(facts.pareto.total);
    if total > 0.0 { position(amount).abs() / total } else { 0.0 }
}

fn fairness(facts: Facts, request: &Request) -> Option<Finding> {
    let columns: Vec<String> =
        columns(facts).into_iter().map(|column| format!("“{}”", column.header)).collect();
    let all: Vec<&str> = columns.iter().map(String::as_str).collect();
    let named = people::names(request.format, &all, 4);
    if all.is_empty() {
        return None;
    }
    Some(finding(9.0, "protected", Tone::Warning, words::protected(request.format.language, &named)))
}

/// A small list is a ranking by name.
fn ranked(facts: Facts, request: &Request) -> Option<Finding> {
    let order = &facts.pareto.order;
    if !facts.inventory.small || order.is_empty() {
        return None;
    }
    let who = facts.who_all(order.iter().copied().take(5));
    let names: Vec<&str> = order.iter().map(|&i| facts.customers.name(i)).collect();
    let line = words::ranked(
        request.format.language,
        &people::names(request.format, &names, 5),
        ranked_name(facts, request),
    );
    Some(finding(2.0, "pareto", Tone::Plain, Line::from(line).naming(&who)))
}

fn profit(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, whale) = (request.format, facts.whale()?);
    let language = format.language;
    let best = people::customers(format, whale.peak_customers);
    if whale.losing == 0 {
        return Some(finding(0.1, "whale", Tone::Good, words::all_gain(language, &best)));
    }
    let (losing, loss) = (people::customers(format, whale.losing), format.whole_money(whale.loss.abs()));
    let weight = 1.0 + part(facts, whale.loss);
    let line = match whale.peak_share.filter(|_| !facts.inventory.small) {
        Some(share) => words::losing(language, &best, &format.percent(share, 0), &losing, &loss),
        None => words::losing_money(language, &losing, &loss, &format.whole_money(whale.total)),
    };
    Some(finding(weight, "whale", Tone::Warning, line))
}

fn spread(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, pareto) = (request.format, facts.pareto);
    let share = pareto.top_share.filter(|_| !facts.inventory.small)?;
    let line = words::concentrated(
        format.language,
        &people::customers(format, pareto.top_customers),
        &format.percent(share, 0),
        &format.count(pareto.customers_to_hold?),
        &people::customers(format, pareto.order.len()),
        ranked_name(facts, request),
    );
    Some(finding(share, "pareto", Tone::Plain, line))
}

fn silent(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, silent) = (request.format, facts.silent());
    let first = silent.first()?;
    let stake: Decimal = silent.iter().map(|one| one.at_stake).sum();
    let (customers, money) = (people::customers(format, silent.len()), format.whole_money(stake));
    let line = match first.why {
        SilentWhy::Rhythm { .. } => words::silent(format.language, &customers, &money),
        SilentWhy::NoContact { .. } => words::silent_contact(format.language, &customers, &money),
    };
    let who = facts.who(first.customer);
    let call = words::first_call(format.language, &who.name);
    let line = Line::from(format!("{line} {call}")).naming([&who]);
    Some(finding(1.0 + part(facts, stake), "leavers", Tone::Warning, line))
}

fn leaving(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, leavers) = (request.format, facts.leavers());
    let lost = |why: &LeaverWhy| match why {
        LeaverWhy::Fell { before, now, .. } => before.saturating_sub(*now),
        LeaverWhy::Stopped { before } => *before,
    };
    let count = leavers.leaver.iter().flatten().count();
    let sum: Decimal = leavers.leaver.iter().flatten().map(lost).sum();
    if count == 0 {
        return None;
    }
    let line = words::leavers(format.language, &people::customers(format, count), &format.whole_money(sum));
    Some(finding(0.5 + part(facts, sum), "periods", Tone::Warning, line))
}

fn trend(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, migration) = (request.format, facts.migration()?);
    let (before, after) = (migration.value_before, migration.value_after);
    if before <= Decimal::ZERO {
        return None;
    }
    let change = position(after.saturating_sub(before)) / position(before);
    let (share, now) = (format.percent(change.abs(), 1), format.whole_money(after));
    let (tone, line) = if change < 0.0 {
        (Tone::Warning, words::trend_down(format.language, &share, &now))
    } else {
        (Tone::Good, words::trend_up(format.language, &share, &now))
    };
    Some(finding(0.4 + change.abs(), "periods", tone, line))
}

fn costs(facts: Facts, request: &Request) -> Option<Finding> {
    let found = facts.profiteers();
    let count = found.profiteers.len();
    if count == 0 {
        return None;
    }
    let share = count as f64 / facts.inventory.active.max(1) as f64;
    let line = words::profiteers(request.format.language, &people::customers(request.format, count));
    Some(finding(0.3 + share, "profiteers", Tone::Warning, line))
}

fn attention(facts: Facts, request: &Request) -> Option<Finding> {
    let first = facts.attention().list.iter().find(|one| !one.core && one.surplus > 0.0)?;
    let who = facts.who(first.customer);
    let line = format!("{}.", super::attention::said(facts, request, first));
    Some(finding(0.2 + first.surplus, "attention", Tone::Plain, Line::from(line).naming([&who])))
}

fn complaints(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, attention) = (request.format, facts.attention());
    let number: f64 = attention.complaints.iter().map(|one| one.complaints).sum();
    if number <= 0.0 {
        return None;
    }
    let customers = people::customers(format, attention.complaints.len());
    let mut line = words::complaints(format.language, &format.short_number(number, 0), &customers);
    if let Some(theme) = attention.themes.first() {
        line = format!("{line} {}", words::complaint_theme(format.language, &theme.theme));
    }
    Some(finding(0.2, "attention", Tone::Plain, line))
}

fn lettered(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, letters) = (request.format, facts.letters);
    let language = format.language;
    if !letters.enough_factors {
        return None;
    }
    let counted = |count: usize| people::customers(format, count);
    let mut line = words::lettered(language, &counted(letters.a), &counted(letters.b));
    if letters.d > 0 {
        line = format!("{line} {}", words::lettered_d(language, &counted(letters.d)));
    }
    if letters.needs_data > 0 {
        line = format!("{line} {}", words::needs_data(language, &counted(letters.needs_data)));
    }
    if letters.discuss > 0 {
        line = format!("{line} {}", words::discuss(language, &counted(letters.discuss)));
    }
    Some(finding(0.6, "letters", Tone::Plain, line))
}

fn room(facts: Facts, request: &Request) -> Option<Finding> {
    let format = request.format;
    let rooms = facts.growth.places.iter().filter_map(|place| place.room);
    let rooms: Vec<Decimal> = rooms.filter(|room| *room > Decimal::ZERO).collect();
    if rooms.is_empty() {
        return None;
    }
    let sum: Decimal = rooms.iter().sum();
    let line =
        words::growth(format.language, &people::customers(format, rooms.len()), &format.whole_money(sum));
    Some(finding(0.35, "growth", Tone::Good, line))
}

fn pearls(facts: Facts, request: &Request) -> Option<Finding> {
    let found = &facts.pearls().pearls;
    let first = found.first()?;
    let line = words::pearls(request.format.language, &people::customers(request.format, found.len()));
    let line = format!("{line} {}", words::first_call(request.format.language, facts.customers.name(*first)));
    Some(finding(0.34, "pearls", Tone::Good, Line::from(line).naming([&facts.who(*first)])))
}

fn bloom(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, blooms) = (request.format, facts.blooms());
    if blooms.bloeiend + blooms.vermoeiend == 0 {
        return None;
    }
    let blooming = people::customers(format, blooms.bloeiend);
    let line = words::bloom(format.language, &blooming, &format.count(blooms.vermoeiend));
    Some(finding(0.18, "bloom", Tone::Plain, line))
}

fn asleep(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, inventory) = (request.format, facts.inventory);
    if inventory.asleep == 0 {
        return None;
    }
    let asleep = people::customers(format, inventory.asleep);
    let line = words::asleep_many(format.language, &asleep, &format.count(inventory.lapsed));
    Some(finding(0.16, "pyramid", Tone::Plain, line))
}

fn together(facts: Facts, request: &Request) -> Option<Finding> {
    let (format, groups) = (request.format, &facts.linked.groups);
    let language = format.language;
    let largest = groups.first()?;
    let counted = format.counted(groups.len(), &words::group_one(language), &words::group_many(language));
    let line = if largest.value.is_some() {
        words::linked(
            language,
            &counted,
            &largest.name,
            &linked::amount(request, largest),
            value_name(facts, request),
        )
    } else {
        words::linked_names(language, &counted, &largest.name)
    };
    Some(finding(0.15, "linked", Tone::Plain, line))
}

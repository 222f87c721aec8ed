//! White space: what most of a sector buys and a customer does not, and who buys well below peers (CI, METHOD section 5).

use crate::sorted::{InOrder, SortedMap};

use super::called::calling;
use super::parts::{
    Bar, bar_scene, capitalised, chart, letter_column, measure, next_steps, settings, value_column,
};
use super::people::{Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::customers::Field;
use crate::i18n::words::{people, white_space as words};
use crate::segments::{BelowPeers, Gap, Measure};
use crate::views::sheet::{Block, Chart, Line, Link, Selects, Setter, Sheet, Tone};
use crate::views::{Facts, Place, Request, Screen};

/// At most so many product groups in the chart.
const MOST_GROUPS: usize = 15;

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let space = facts.white_space();
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    let has = |field| facts.customers.has(field);
    if space.gaps.is_empty() && space.below_peers.is_empty() {
        sheet.push(Block::text(Tone::Plain, words::needs_peers(language)));
    }
    if !has(Field::Sector) {
        sheet.push(Block::text(Tone::Soft, words::needs_sector(language)));
    }
    if !has(Field::ProductGroup) {
        sheet.push(Block::text(Tone::Soft, words::needs_group(language)));
    }
    if !space.gaps.is_empty() {
        sheet.push(Block::Chart(Box::new(groups_chart(facts, request))));
        sheet.push(gaps(facts, request));
    }
    if !space.below_peers.is_empty() {
        sheet.push(Block::heading(words::below(language)));
        sheet.push(below(facts, request));
    }
    sheet.push(why(facts, request));
    if !space.gaps.is_empty() || !space.below_peers.is_empty() {
        sheet.push(next(facts, request));
    }
    sheet.push(Block::Links(vec![Link::to(
        words::to_pearls(language),
        Place::sheet(Screen::Insight, "pearls"),
    )]));
    sheet.push(assumptions(facts, request));
    sheet
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let (format, space) = (request.format, facts.white_space());
    let language = format.language;
    if let Some((group, _)) = by_group(facts).first() {
        let mut misses = vec![false; facts.customers.len()];
        for gap in &space.gaps {
            misses[gap.customer] = true;
        }
        let customers = misses.into_iter().filter(|misses| *misses).count();
        words::title(language, &people::customers(format, customers), group)
    } else if space.below_peers.is_empty() {
        words::title_none(language)
    } else {
        words::title_below(language, &people::customers(format, space.below_peers.len()))
    }
}

/// The product groups with the customers who lack them, the most missed first.
fn by_group<'a>(facts: Facts<'a>) -> Vec<(&'a str, Vec<usize>)> {
    let mut groups: SortedMap<&'a str, Vec<usize>> = SortedMap::new();
    for gap in &facts.white_space().gaps {
        groups.entry(&gap.product_group).or_default().push(gap.customer);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.order_by_key(|(_, customers)| std::cmp::Reverse(customers.len()));
    groups
}

fn groups_chart(facts: Facts, request: &Request) -> Chart {
    let format = request.format;
    let language = format.language;
    let groups = by_group(facts);
    let (first, missing) = groups.first().map_or(("", 0), |(group, customers)| (*group, customers.len()));
    let summary = words::chart_summary(language, first, &people::customers(format, missing));
    let bar = |(group, customers): &(&str, Vec<usize>)| Bar {
        label: (*group).to_owned(),
        value: customers.len() as f64,
        shown: format.count(customers.len()),
        colour: Colour::Accent,
        key: Key::Group((*group).to_owned()),
        more: Vec::new(),
    };
    let bars = groups.iter().take(MOST_GROUPS).map(bar).collect();
    let scene = bar_scene(request, bars, &words::missing_for(language), "");
    Chart {
        first_column: words::group(language),
        selects: Selects::Table("gaps".to_owned()),
        ..chart("white-space", words::chart(language), summary, scene)
    }
}

/// A row a customer, with all it does not buy yet.
fn gaps(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let mut of: Vec<Vec<&Gap>> = vec![Vec::new(); facts.customers.len()];
    let mut order = Vec::new();
    for gap in &facts.white_space().gaps {
        let gaps = &mut of[gap.customer];
        if gaps.is_empty() {
            order.push(gap.customer);
        }
        gaps.push(gap);
    }
    let of = &of;
    let gaps = move |i: usize| of[i].as_slice();
    let groups = move |i: usize| gaps(i).iter().map(|gap| &*gap.product_group).collect::<Vec<_>>().join(", ");
    let mut table = People::new(facts, request, "gaps", words::gaps(language), order)
        .col(Col::name(facts, request, move |i| gaps(i).iter().map(|gap| gap_reason(gap, request)).collect()))
        .col(Col::text(words::product_groups(language), "groups", groups))
        .col(Col::text(words::sector(language), "sector", move |i| {
            gaps(i).first().map(|gap| sector(gap, request)).unwrap_or_default()
        }))
        .col(Col::percent(request, words::peers(language), "peers", move |i| {
            gaps(i).first().map(|gap| gap.peers_buy)
        }))
        .col(value_column(facts, request))
        .col(letter_column(facts, request));
    for (group, _) in by_group(facts).into_iter().take(MOST_GROUPS) {
        let misses = move |i: usize| gaps(i).iter().any(|gap| &*gap.product_group == group);
        table = table.filter(group, group, misses);
    }
    table
        .chosen(|key| {
            let Key::Group(group) = key else { return None };
            let wanted = group.clone();
            let label = people::chosen(language, group);
            Some((label, move |i: usize| gaps(i).iter().any(|gap| *gap.product_group == *wanted)))
        })
        .block()
}

/// Who buys it.
pub fn gap_reason(gap: &Gap, request: &Request) -> String {
    let format = request.format;
    words::why_gap(
        format.language,
        &gap.product_group,
        &format.percent(gap.peers_buy, 0),
        &format.count(gap.peers),
        &sector(gap, request),
    )
}

/// With whom it is compared.
fn sector(gap: &Gap, request: &Request) -> String {
    gap.sector.as_ref().map_or_else(|| words::all(request.format.language), ToString::to_string)
}

/// How far below the others of the sector.
pub fn below_reason(one: &BelowPeers, request: &Request) -> String {
    let format = request.format;
    let (revenue, median) = (format.whole_money(one.revenue), format.whole_money(one.median));
    words::why_below(format.language, &revenue, &median, &one.sector, &format.count(one.peers))
}

fn below(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let below = &facts.white_space().below_peers;
    let mut of: Vec<Option<&BelowPeers>> = vec![None; facts.customers.len()];
    for one in below {
        of[one.customer] = Some(one);
    }
    let of = &of;
    let one = move |i: usize| of[i];
    People::new(
        facts,
        request,
        "below",
        words::below(language),
        below.iter().map(|one| one.customer).collect(),
    )
    .ordered("distance")
    .col(Col::name(facts, request, move |i| {
        one(i).map(|one| below_reason(one, request)).into_iter().collect()
    }))
    .col(Col::text(words::sector(language), "sector", move |i| {
        one(i).map(|one| one.sector.to_string()).unwrap_or_default()
    }))
    .col(Col::money(request, capitalised(measure(request, Measure::Revenue)), "revenue", move |i| {
        one(i).map(|one| one.revenue)
    }))
    .col(Col::money(request, words::median(language), "median", move |i| one(i).map(|one| one.median)))
    .col(Col::money(request, words::distance(language), "distance", move |i| {
        one(i).map(|one| one.median.saturating_sub(one.revenue))
    }))
    .col(letter_column(facts, request))
    .block()
}

fn why(facts: Facts, request: &Request) -> Block {
    let (format, recipe) = (request.format, &facts.recipe().pearls);
    let language = format.language;
    Block::why([
        words::why_rule(language, &format.percent(recipe.peers_buy, 0), &recipe.least_peers.to_string()),
        words::why_rule_below(language, &format.percent(recipe.below_peers, 0)),
        words::source(language),
    ])
}

fn next(facts: Facts, request: &Request) -> Block {
    let (format, space) = (request.format, facts.white_space());
    let language = format.language;
    let mut steps: Vec<Line> = Vec::new();
    if let Some(first) = space.gaps.first() {
        let groups: Vec<&str> = space
            .gaps
            .iter()
            .filter(|gap| gap.customer == first.customer)
            .map(|gap| &*gap.product_group)
            .collect();
        let groups = people::names(format, &groups, 3);
        let line =
            calling(facts, request, &[first.customer], |name| words::next_first(language, name, &groups));
        steps.extend(line);
    }
    if let Some((group, customers)) = by_group(facts).first() {
        steps.push(words::next_group(language, group, &people::customers(format, customers.len())).into());
    }
    let small: Vec<usize> = space.below_peers.iter().map(|one| one.customer).collect();
    steps.extend(calling(facts, request, &small, |names| words::next_below(language, names)));
    next_steps(request, steps)
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let controls = vec![
        setter.percent("/pearls/peers_buy", words::set_peers(language)),
        setter.number("/pearls/least_peers", words::set_least(language), ""),
        setter.percent("/pearls/below_peers", words::set_below(language)),
    ];
    settings(facts, request, &["/pearls/peers_buy", "/pearls/least_peers", "/pearls/below_peers"], controls)
}

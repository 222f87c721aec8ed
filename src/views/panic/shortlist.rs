//! The shortlist by people: prefilled by value, picked by the team, and what the picked share against the rest.

use super::tabs;
use crate::i18n::explain::{letter_of, trait_words};
use crate::i18n::words::team as words;
use crate::inputs::Action;
use crate::segments::profile;
use crate::sorted::InOrder;
use crate::views::sheet::table::page_of_customers;
use crate::views::sheet::{
    Block, Cell, Column, Control, ControlKind, Doing, Figure, FilterButton, Link, Row, Sheet, Table, Tone,
};
use crate::views::{Facts, Place, Request, Screen};

/// The table of who can be picked, and how many rows it shows at a time.
const TABLE: &str = "shortlist";
const PAGE: usize = 30;
/// How many differences are told.
const TRAITS: usize = 12;

/// Pick, and see what the picked have in common.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (language, format) = (request.format.language, request.format);
    let shortlist = facts.shortlist;
    let count = words::customers(format, shortlist.members.len());
    let title = if shortlist.picked {
        words::shortlist_title_picked(language, &count)
    } else {
        words::shortlist_title(language, &count)
    };
    let mut sheet = Sheet::new(request, title);
    let (size, prefilled) = (format.count(shortlist.size), format.count(shortlist.prefilled.len()));
    sheet.lead = vec![words::shortlist_lead(language, &size, &prefilled).into()];
    let members = shortlist.members.len();
    sheet.push(Block::Figures(vec![Figure::new(
        "shortlist",
        words::shortlist_tab(language),
        members,
        format.count(members),
    )]));
    if !shortlist.not_found.is_empty() {
        let names: Vec<&str> = shortlist.not_found.iter().map(|key| facts.called(key)).collect();
        sheet.push(Block::text(Tone::Warning, words::picks_missing(language, &names.join(", "))));
    }
    if shortlist.picked {
        sheet.push(Block::Links(vec![Link {
            label: words::clear_picks(language),
            doing: Doing::Act(Action::ClearPicks),
            id: "clear-picks".to_owned(),
            ..Link::default()
        }]));
    }
    sheet.push(Block::Table(Box::new(table(facts, request))));
    sheet.push(Block::card(words::shares_title(language), shares(facts, request)));
    tabs(facts, request, &mut sheet);
    sheet
}

/// Everyone who is served, with a box to tick.
fn table(facts: Facts, request: &Request) -> Table {
    let (language, format) = (request.format.language, request.format);
    let asked = request.table(TABLE);
    let is_on = |i: usize| facts.shortlist.is_member.get(i) == Some(&true);
    let mut prefilled = vec![false; facts.customers.len()];
    for &i in &facts.shortlist.prefilled {
        prefilled[i] = true;
    }
    let everyone: Vec<usize> =
        facts.by_value().iter().copied().filter(|&i| facts.inventory.is_active(i) || is_on(i)).collect();
    let changed = |i: usize| is_on(i) != prefilled[i];
    let mut rows: Vec<usize> = everyone
        .iter()
        .copied()
        .filter(|&i| match asked.filter.as_str() {
            "on" => is_on(i) || facts.stays(request, TABLE, i),
            "changed" => changed(i) || facts.stays(request, TABLE, i),
            _ => true,
        })
        .filter(|&i| facts.answers(&asked.search, i))
        .collect();
    if asked.sort == "name" {
        rows.order_by_cached_key(|&i| facts.customers.name(i).to_lowercase());
    }
    if asked.reversed {
        rows.reverse();
    }
    let (rows, pager) = page_of_customers(rows, &asked, PAGE, format);
    // What stands there without a change of one's own: the prefilled list, or the one that was picked whole.
    let stands = |i: usize| match &facts.inputs.shortlist.picked {
        Some(picked) => picked.contains(facts.customers.key(i)),
        None => prefilled[i],
    };
    let row = |i: usize| {
        let pick = |on: bool| {
            let customer = facts.customers.key(i).to_owned();
            Doing::Act(Action::Pick { customer, on, proposed: stands(i) })
        };
        let class = facts.letters.class.get(i).copied().unwrap_or_default();
        Row {
            key: facts.customers.key(i).to_owned(),
            cells: vec![
                Cell::Control(Box::new(Control {
                    id: "pick".to_owned(),
                    label: words::on_shortlist_of(language, facts.customers.name(i)),
                    bare: true,
                    kind: ControlKind::Toggle { on: is_on(i), off: pick(false) },
                    doing: pick(true),
                    ..Control::default()
                })),
                Cell::Customer { who: facts.who(i), why: Vec::new() },
                Cell::Number(facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default()),
                Cell::Letter { letter: letter_of(class).to_owned(), words: "–".to_owned() },
            ],
            ..Row::default()
        }
    };
    let filter = |key: &str, label: String, count: usize| FilterButton::new(key, label, format.count(count));
    Table {
        name: TABLE.to_owned(),
        title: words::shortlist_table(language),
        columns: vec![
            Column::text(words::on_shortlist(language)),
            Column::text(words::customer(language)).by("name").upwards(),
            Column::number(words::value(language)).by(""),
            Column::text(words::letter(language)),
        ],
        rows: rows.into_iter().map(row).collect(),
        search: words::search(language),
        filters: vec![
            filter("", words::filter_all(language), everyone.len()),
            filter("on", words::filter_on(language), facts.shortlist.members.len()),
            filter(
                "changed",
                words::filter_changed(language),
                everyone.iter().filter(|&&i| changed(i)).count(),
            ),
        ],
        pager: Some(pager),
        empty: words::nobody_answered(language),
        request: asked,
        ..Table::default()
    }
}

/// The differences between the shortlist and the other active customers.
fn shares(facts: Facts, request: &Request) -> Vec<Block> {
    let (language, format) = (request.format.language, request.format);
    let group = &facts.shortlist.is_member;
    let rest: Vec<bool> =
        (0..facts.customers.len()).map(|i| facts.inventory.is_active(i) && !group[i]).collect();
    let choice = &facts.recipe().choice;
    let found = profile(facts.customers, group, &rest, choice, &facts.recipe().period);
    if found.too_small {
        return vec![Block::text(Tone::Soft, words::shares_small(language))];
    }
    if found.traits.is_empty() {
        return vec![Block::text(Tone::Soft, words::shares_none(language))];
    }
    let row = |(place, difference)| {
        let words = trait_words(difference, choice.profile_at_least as usize, format);
        Row {
            key: format!("{place}"),
            cells: vec![Cell::Head(words.name), Cell::Number(words.group), Cell::Number(words.rest)],
            ..Row::default()
        }
    };
    let table = Table {
        name: "shares".to_owned(),
        title: words::shares_title(language),
        columns: vec![
            Column::text(words::shares_what(language)),
            Column::number(words::shares_group(language)),
            Column::number(words::shares_rest(language)),
        ],
        rows: found.traits.iter().take(TRAITS).enumerate().map(row).collect(),
        ..Table::default()
    };
    vec![
        Block::text(Tone::Plain, words::shares_text(language)),
        Block::Table(Box::new(table)),
        Block::Links(vec![Link {
            id: "to-factors".to_owned(),
            ..Link::to(words::to_factors(language), Place::sheet(Screen::Insight, "letters"))
        }]),
    ]
}

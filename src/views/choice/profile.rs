//! The ideal customer profile: what the core shares against the rest, and the prospects held against it.

use super::ranking::decided;
use crate::i18n::explain::{TraitWords, trait_words};
use crate::i18n::texts;
use crate::i18n::words::{choice as words, factors};
use crate::segments::Trait;
use crate::views::sheet::table::page_of;
use crate::views::sheet::{Block, Cell, Column, Link, Pager, Row, Setter, Sheet, Table, Tone};
use crate::views::{Facts, Request, Screen};

const PAGE: usize = 25;
/// Differences that say little are not shown below those that say much.
const TRAITS: usize = 20;

/// Counts beside every share, and a warning against reading causes into it.
pub fn profile(facts: Facts, request: &Request) -> Sheet {
    let format = request.format;
    let language = format.language;
    let found = &facts.ideal().profile;
    let chosen = decided(facts);
    let title = match (found.too_small, chosen) {
        (true, _) => words::profile_title_none(language),
        (false, true) => words::profile_title(language),
        (false, false) => words::profile_title_proposed(language),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.eyebrow = words::tab_profile(language);
    if found.too_small {
        let at_least = format.count(facts.recipe().choice.profile_at_least as usize);
        sheet.push(Block::text(Tone::Plain, words::profile_none(language, &at_least)));
    } else {
        let lede = if chosen { words::profile_lede } else { words::profile_lede_proposed };
        sheet.lead = vec![lede(language, &format.count(found.group), &format.count(found.rest)).into()];
        sheet.push(Block::text(Tone::Warning, words::profile_warning(language)));
        sheet.push(Block::Table(Box::new(traits(facts, request))));
        sheet.push(Block::heading(words::prospects_title(language)));
        sheet.push(Block::text(Tone::Soft, words::prospects_hint(language)));
        sheet.push(Block::Table(Box::new(prospects(facts, request))));
    }
    let setter = Setter::new(facts.settings, request);
    let at_least = setter.number(
        "/choice/profile_at_least",
        words::profile_at_least(language),
        texts(language).shell.customers,
    );
    let difference = setter.percent("/choice/profile_difference", words::profile_difference(language));
    sheet.push(Block::More {
        id: "profile-settings".to_owned(),
        label: factors::settings_title(language),
        open: false,
        blocks: vec![Block::Controls(vec![at_least, difference])],
    });
    sheet.back = Some(Link::to(words::tab_choice(language), Screen::Choice));
    sheet.next = Some(Link { primary: true, ..Link::to(words::to_plan(language), Screen::Plan) });
    sheet
}

fn traits(facts: Facts, request: &Request) -> Table {
    let format = request.format;
    let language = format.language;
    let at_least = facts.recipe().choice.profile_at_least as usize;
    let row = |(place, found): (usize, &Trait)| {
        let TraitWords { name, group, rest, difference } = trait_words(found, at_least, format);
        Row {
            key: place.to_string(),
            cells: vec![Cell::Head(name), Cell::Number(group), Cell::Number(rest), Cell::Number(difference)],
            ..Row::default()
        }
    };
    Table {
        name: "profile".to_owned(),
        title: words::profile_title(language),
        columns: vec![
            Column::text(words::characteristic(language)),
            Column::number(if decided(facts) {
                words::profile_chosen(language)
            } else {
                words::profile_proposed(language)
            }),
            Column::number(words::profile_rest(language)),
            Column::number(words::difference(language)),
        ],
        rows: facts.ideal().profile.traits.iter().take(TRAITS).enumerate().map(row).collect(),
        empty: words::profile_same(language),
        request: request.table("profile"),
        ..Table::default()
    }
}

/// Best fit first, with the traits it has and lacks.
fn prospects(facts: Facts, request: &Request) -> Table {
    let format = request.format;
    let language = format.language;
    let asked = request.table("prospects");
    let shell = &texts(language).shell;
    let all = &facts.ideal().prospects;
    let found: Vec<_> =
        all.iter().copied().filter(|fit| facts.answers(&asked.search, fit.customer)).collect();
    let matches = found.len();
    let (shown, page, pages) = page_of(found, &asked, PAGE);
    let rows = shown.into_iter().map(|fit| {
        let suited = facts.ideal().profile.traits.iter().filter(|difference| difference.suits_prospects());
        let why = suited.filter_map(|difference| {
            let fits = difference.fits(facts.customers, &facts.recipe().period, fit.customer)?;
            let sign = if fits { "✓" } else { "✗" };
            Some(format!("{sign} {}", trait_words(difference, 0, format).name))
        });
        let why = why.collect();
        let who = facts.who(fit.customer);
        Row {
            key: who.key.clone(),
            cells: vec![
                Cell::Customer { who, why },
                Cell::Number(format.percent(fit.share(), 0)),
                Cell::Number(words::has_of(language, &format.count(fit.has), &format.count(fit.known))),
            ],
            ..Row::default()
        }
    });
    let matches = format.counted(matches, shell.one_customer, shell.customers);
    Table {
        name: "prospects".to_owned(),
        title: words::prospects_title(language),
        columns: vec![
            Column::text(shell.customer),
            Column::number(words::prospect_share(language)),
            Column::number(words::prospect_fits(language)),
        ],
        rows: rows.collect(),
        search: if all.len() > PAGE { shell.search.to_owned() } else { String::new() },
        pager: (!all.is_empty()).then_some(Pager { page, pages, matches }),
        empty: words::prospects_none(language),
        request: asked,
        ..Table::default()
    }
}

//! The overview: what matters in this very list, in sentences, the most important first; then the key figures.

use super::parts::{ranked_name, settings};
use super::{findings, letters, one_more, pareto};
use crate::i18n::words::{overview as words, people};
use crate::views::sheet::{Block, Figure, Setter, Sheet, Tone};
use crate::views::{Facts, Request, missing_fields};

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    sheet.lead.push(words::lead(language).into());
    sheet.blocks.extend(pareto::warnings(facts, request));
    sheet.push(Block::heading(words::findings(language)));
    sheet.blocks.extend(findings::list(facts, request));
    sheet.blocks.extend(one_more(facts, request, &missing_fields(facts)));
    sheet.push(Block::heading(words::figures(language)));
    let figures = inventory(facts, request).chain(pareto::figures(facts, request));
    sheet.push(Block::Figures(figures.collect()));
    if facts.inventory.small {
        let limit = facts.recipe().inventory.small_list.to_string();
        sheet.push(Block::text(Tone::Soft, words::small_list(language, &limit)));
    }
    sheet.blocks.extend(pareto::switch(facts, request));
    if !facts.inventory.small {
        let curve = pareto::curve(facts, request);
        sheet.blocks.extend(curve.map(|chart| Block::Chart(Box::new(chart))));
    }
    if facts.on_hand.has_core {
        sheet.blocks.extend(core(facts, request));
    }
    sheet.push(assumptions(facts, request));
    sheet
}

/// Letters, and everyone with theirs.
fn core(facts: Facts, request: &Request) -> [Block; 4] {
    let language = request.format.language;
    let figures = if facts.letters.enough_factors {
        Block::Figures(letters::figures(facts, request))
    } else {
        Block::text(Tone::Plain, letters::no_letters(facts, request))
    };
    [
        Block::heading(words::letters(language)),
        figures,
        Block::heading(words::all_customers(language)),
        letters::everyone(facts, request),
    ]
}

/// The finding of this very list.
fn title(facts: Facts, request: &Request) -> String {
    let format = request.format;
    let all = people::customers(format, facts.customers.len());
    match facts.pareto.top_share {
        None => words::title_names(format.language, &all),
        Some(_) if facts.inventory.small => words::title_small(format.language, &all),
        Some(share) => words::title_share(
            format.language,
            &people::customers(format, facts.pareto.top_customers),
            &format.percent(share, 0),
            ranked_name(facts, request),
        ),
    }
}

/// Active customers and the shortlist, with their rules.
fn inventory(facts: Facts, request: &Request) -> impl Iterator<Item = Figure> {
    let (format, inventory) = (request.format, facts.inventory);
    let language = format.language;
    let active = format.count(inventory.active);
    let mut why = Vec::new();
    match inventory.window {
        Some(window) => {
            let date = format.date(facts.customers.reference_date());
            why.push(words::why_active_orders(language, &window.days.to_string(), &date, &active));
            if let Some(days) = window.median_interval.filter(|_| window.stretched) {
                why.push(words::why_rhythm(language, &format.short_number(days, 0)));
            }
            let (asleep, lapsed) = (format.count(inventory.asleep), format.count(inventory.lapsed));
            why.push(words::why_asleep(language, &asleep, &lapsed));
        }
        None if facts.customers.has(crate::customers::Field::Revenue) => {
            why.push(words::why_active_revenue(language, &active));
        }
        None => why.push(words::why_all_active(language)),
    }
    let size = facts.shortlist.members.len();
    let one_in = facts.recipe().inventory.shortlist_one_in.to_string();
    let why_shortlist = words::why_shortlist(language, &active, &one_in, &format.count(size));
    let active = Figure::new("active", words::active(language), inventory.active, active).because(why);
    let shortlist = Figure::new("shortlist", words::shortlist(language), size, format.count(size))
        .because([why_shortlist]);
    std::iter::once(active).chain(Some(shortlist).filter(|_| facts.on_hand.has_core))
}

fn assumptions(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let months = people::months(language);
    let controls = vec![
        setter.number("/inventory/active_months", words::set_active(language), &months),
        setter.number("/inventory/slow_rhythm_times", words::set_slow(language), ""),
        setter.number("/inventory/asleep_months", words::set_asleep(language), &months),
        setter.number("/inventory/shortlist_one_in", words::set_one_in(language), ""),
        setter.number("/inventory/small_list", words::set_small(language), ""),
    ];
    settings(facts, request, &["/inventory"], controls)
}

//! Every classification of one customer, each with the rule behind it.

use super::alive::status_name;
use super::customer::{letter_cell, unknown};
use super::leavers::reason;
use super::letters;
use super::linked::amount;
use super::parts::{ranked_name, value_name};
use super::periods::{leaver_words, why_leaver};
use super::profiteers;
use super::pyramid::{self, layer_name};
use super::white_space::{below_reason, gap_reason};
use crate::i18n::explain::{activity_why, activity_words, said};
use crate::i18n::picture_words;
use crate::i18n::words::{behaviour, care, concentration, customer as words, people, white_space};
use crate::panic::MapField;
use crate::segments::{AbcClass, Answer, Bloom, Gap, GrowthLevel};
use crate::views::sheet::{Cell, Term, Tone};
use crate::views::{Facts, Request};

/// Tells one class of a customer.
type Maker = fn(Facts, &Request, usize) -> Option<Term>;

/// What is known comes; a class that the list cannot tell is left out.
pub fn terms(facts: Facts, request: &Request, i: usize) -> Vec<Term> {
    let makers: [Maker; 18] = [
        activity, letter, abc, layer, growth, bloom, pearl, missing, below, rhythm, silent, leaver,
        profiteer, attention, rfm, alive, group, field,
    ];
    makers.iter().filter_map(|make| make(facts, request, i)).collect()
}

fn term(name: String, value: impl Into<String>, why: impl IntoIterator<Item = String>) -> Term {
    Term { name, value: Cell::Text(value.into()), why: why.into_iter().collect() }
}

fn answer(request: &Request, answer: Answer) -> String {
    let language = request.format.language;
    match answer {
        Answer::Yes => words::yes(language),
        Answer::No => words::no(language),
        Answer::Unknown => unknown(request),
    }
}

fn activity(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let at = activity_words(*facts.inventory.activity.get(i)?, language);
    Some(term(
        words::activity(language),
        at,
        [format!("{}.", activity_why(facts.inventory.why.get(i)?, format))],
    ))
}

fn letter(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    if !facts.letters.enough_factors {
        return None;
    }
    let mut why = letters::why(facts, request, i);
    // The last line is the activity, which stands apart here.
    why.pop();
    let value = letter_cell(facts, request, i);
    Some(Term { name: words::letter(request.format.language), value, why: vec![why.join(" · ")] })
}

fn abc(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let letter = match facts.abc().class.get(i).copied().flatten()? {
        AbcClass::A => "A",
        AbcClass::B => "B",
        AbcClass::C => "C",
    };
    let (before, with) = facts.abc().cumulative.get(i).copied().flatten()?;
    let (before, with) = (format.percent(before, 1), format.percent(with, 1));
    Some(term(
        words::abc(language),
        letter,
        [concentration::why_abc_of(language, letter, &before, &with, ranked_name(facts, request))],
    ))
}

fn layer(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let found = facts.pyramid();
    let layer = found.layer.get(i).copied().flatten()?;
    let rank = found.rank.get(i).copied().flatten();
    let ranked =
        rank.map(|rank| words::rank(language, &format.count(rank as usize), &format.count(found.base)));
    let why = ranked.into_iter().chain(pyramid::rules(request, found));
    Some(term(words::pyramid(language), layer_name(layer, language), why))
}

fn growth(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let place = facts.growth.places.get(i)?;
    let level = match place.level? {
        GrowthLevel::A => "A",
        GrowthLevel::B => "B",
        GrowthLevel::C => "C",
    };
    let score = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    let mut why = vec![words::growth_why(language, &score(place.revenue_score), &score(place.growth_score))];
    if let Some((share, room)) = place.share_of_wallet.zip(place.room) {
        why.push(words::growth_wallet(language, &format.percent(share, 0), &format.whole_money(room)));
    }
    if place.estimate {
        why.push(words::growth_estimate(language));
    }
    if place.above_potential {
        why.push(words::growth_above(language));
    }
    Some(term(words::growth(language), level, why))
}

fn bloom(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let class = match facts.blooms().class.get(i)? {
        Bloom::Bloeiend => words::bloom_blooming(language),
        Bloom::Boeiend => words::bloom_interesting(language),
        Bloom::Vermoeiend => words::bloom_tiring(language),
        Bloom::None => words::bloom_none(language),
        Bloom::Unknown => return None,
    };
    let why = facts.blooms().why.get(i)?;
    let say = |one: Answer| answer(request, one);
    let why = words::bloom_why(
        language,
        &say(why.pays_late),
        &say(why.complains),
        &say(why.orders_monthly),
        &say(why.on_time),
        &say(why.low_margin),
        &say(why.network),
    );
    Some(term(words::bloom(language), class, [why]))
}

fn pearl(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let pearls = facts.pearls();
    let why = pearls.why.get(i).filter(|why| !pearls.needs_potential && why.pearl != Answer::Unknown)?;
    let say = |one: Answer| answer(request, one);
    let rule = words::pearl_why(
        language,
        &say(why.outside_top),
        &say(why.room),
        &say(why.margin),
        &say(why.on_time),
        &say(why.terms),
    );
    Some(term(words::pearl(language), say(why.pearl), [rule]))
}

/// What most similar customers buy and this one does not.
fn missing(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let gaps: Vec<&Gap> = facts.white_space().gaps.iter().filter(|gap| gap.customer == i).collect();
    let groups: Vec<&str> = gaps.iter().map(|gap| &*gap.product_group).collect();
    let why = gaps.iter().map(|gap| gap_reason(gap, request));
    let name = white_space::product_groups(request.format.language);
    (!gaps.is_empty()).then(|| term(name, groups.join(", "), why))
}

fn below(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let one = facts.white_space().below_peers.iter().find(|one| one.customer == i)?;
    Some(term(white_space::below(language), words::yes(language), [below_reason(one, request)]))
}

fn silent(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    facts.rhythms().of.get(i)?.status?;
    let one = facts.silent().iter().find(|one| one.customer == i);
    let value = if one.is_some() { words::yes(language) } else { words::no(language) };
    let top = format!("{}%", facts.recipe().xray.good_top_percent);
    let why = one.map(|one| reason(request, one)).into_iter().chain([behaviour::why_good(language, &top)]);
    Some(term(words::silent(language), value, why))
}

fn rhythm(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let of = facts.rhythms().of.get(i)?;
    let status = status_name(of.status?, language);
    let why =
        of.median_interval.zip(of.days_since_last).zip(of.overdue_ratio).map(|((rhythm, days), ratio)| {
            let (rhythm, ratio) = (format.short_number(rhythm, 0), format.short_number(ratio, 1));
            words::rhythm_why(language, &days.to_string(), &rhythm, &ratio)
        });
    Some(term(words::rhythm(language), status, why))
}

fn leaver(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let leavers = facts.leavers();
    if leavers.known.get(i) != Some(&true) {
        return None;
    }
    let why = leaver_words(request, leavers.leaver.get(i).copied().flatten());
    let value = if why.is_some() { words::yes(language) } else { words::no(language) };
    let rule = why_leaver(facts, request);
    Some(term(words::leaver(language), value, why.into_iter().chain([rule])))
}

fn profiteer(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let found = facts.profiteers();
    let is = found.is_profiteer.get(i).copied().flatten()?;
    let one = found.profiteers.iter().find(|one| one.customer == i);
    let mut why = one.map(|one| profiteers::reasons(facts, request, one)).unwrap_or_default();
    why.extend(one.map(|one| profiteers::at_levels(request, one)).unwrap_or_default());
    why.push(profiteers::rule(facts, request));
    let value = if is { words::yes(language) } else { words::no(language) };
    let tone = if is { Tone::Warning } else { Tone::Plain };
    Some(Term { name: words::profiteer(language), value: Cell::Chip { tone, words: value }, why })
}

fn attention(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let one = facts.attention().list.iter().find(|one| one.customer == i)?;
    let (attention, value) = (format.percent(one.attention, 1), format.percent(one.value, 1));
    let shown = format!("{} {}", format.difference(one.surplus * 100.0, 1), care::points(language));
    Some(term(
        words::attention(language),
        shown,
        [words::attention_why(language, &attention, &value, value_name(facts, request))],
    ))
}

fn rfm(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let of = facts.rfm()?.of.get(i)?.as_ref()?;
    let segments = &facts.recipe().rfm.segments;
    let named = of.segment.and_then(|place| segments.get(usize::from(place)));
    let code = format!("{}{}{}", of.r, of.f, of.m);
    let value =
        named.map_or_else(|| code.clone(), |segment| format!("{} ({code})", said(&segment.name, language)));
    let why = words::rfm_why(
        language,
        &of.r.to_string(),
        &of.f.to_string(),
        &of.m.to_string(),
        &of.recency_days.to_string(),
        &format.count(of.frequency as usize),
        &format.whole_money(of.monetary),
    );
    Some(term(words::rfm(language), value, [why]))
}

fn alive(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let alive = facts.fit().alive()?;
    let of = alive.of.get(i).copied().flatten()?;
    let recipe = &facts.recipe().alive;
    let chance = format.percent(of.p_active, 0);
    let orders = format.short_number(of.expected_orders, 1);
    let mut why =
        vec![words::alive_why(language, &format.short_number(recipe.active_days, 0), &chance, &orders)];
    if alive.guard.is_some() {
        why.push(words::alive_guard(language));
    }
    Some(term(words::alive(language), chance, why))
}

fn group(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let (format, language) = (request.format, request.format.language);
    let group = facts.linked.groups.get(facts.linked.group_of.get(i).copied().flatten()?)?;
    let members = people::customers(format, group.members.len());
    Some(term(
        words::group(language),
        group.name.clone(),
        [words::group_why(language, &members, value_name(facts, request), &amount(request, group))],
    ))
}

fn field(facts: Facts, request: &Request, i: usize) -> Option<Term> {
    let language = request.format.language;
    let pictures = picture_words(language);
    let name = match facts.panic.field.get(i).copied().flatten()? {
        MapField::Core => pictures.field_core,
        MapField::WeNeedThem => pictures.field_we_need_them,
        MapField::TheyNeedUs => pictures.field_they_need_us,
        MapField::Lighter => pictures.field_lighter,
    };
    Some(term(words::field(language), name, None))
}

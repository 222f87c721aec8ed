//! What was entered about customers that are not in the list: kept, listed with what it is, and laid at a customer of the
//! list by hand.

use super::team::member_name;
use crate::chart::scene::Key;
use crate::customers::{Field, telling_words};
use crate::i18n::Format;
use crate::i18n::words::team as words;
use crate::inputs::Action;
use crate::panic::GroupKey;
use crate::sorted::{InOrder, SortedSet};
use crate::views::sheet::table::page_of_customers;
use crate::views::sheet::{Block, Card, Cell, Column, Control, Doing, Link, Row, RowKind, Table, Tone};
use crate::views::{Facts, Place, Request, Screen, TableRequest};

/// The table of who is gone.
const GONE: &str = "gone";
const PAGE: usize = 15;
/// The customers it may be; of more the person types a part of the name.
const CANDIDATES: usize = 8;
/// In longer lists names are not compared with everyone: the person searches.
const COMPARED: usize = 50_000;
/// Names that are alike as little as this are not proposed.
const ALIKE: f64 = 0.4;
/// In a sentence, no more names than this.
const NAMES: usize = 40;

/// The card; `None` when everything belongs to somebody.
pub fn card(facts: Facts, request: &Request) -> Option<Block> {
    let (language, format) = (request.format.language, request.format);
    let gone = keys(facts);
    let groups = groups(facts);
    if gone.is_empty() && groups.is_empty() {
        return None;
    }
    let title = words::unmatched_title(language, &words::customers(format, gone.len()));
    let title = if gone.is_empty() { words::unmatched_groups_title(language) } else { title };
    let mut blocks = vec![Block::text(Tone::Plain, words::unmatched_text(language))];
    if !gone.is_empty() {
        let chosen = chosen(request).filter(|key| gone.contains(key));
        blocks.push(Block::Table(Box::new(table(facts, request, gone, chosen.as_deref()))));
        if let Some(key) = &chosen {
            blocks.push(Block::Heading { level: 3, text: words::attach_title(language, facts.called(key)) });
            blocks.push(Block::Table(Box::new(candidates(facts, request, key))));
        }
    }
    if !groups.is_empty() {
        blocks.push(Block::text(Tone::Plain, words::unmatched_groups(language, &groups.join(", "))));
    }
    Some(Block::Card(Card {
        tone: Tone::Warning,
        title,
        blocks,
        id: "unmatched".to_owned(),
        ..Card::default()
    }))
}

/// Customers something was entered about that are not in the list, by key.
fn keys(facts: Facts) -> Vec<String> {
    let unmatched: SortedSet<&str> = facts.panic.unmatched.iter().map(|(_, key)| key.as_str()).collect();
    let mut keys = facts.inputs.keys();
    keys.retain(|key| unmatched.contains(key.as_str()) || facts.inputs.names.contains_key(key));
    unlisted(facts, keys)
}

/// Those of these customers that are not in the list.
fn unlisted(facts: Facts, mut keys: SortedSet<String>) -> Vec<String> {
    if !keys.is_empty() {
        for i in 0..facts.customers.len() {
            keys.remove(facts.customers.key(i));
        }
    }
    keys.into_iter().collect()
}

/// On the screen of the list: who is gone from it, and where they can be laid at another customer.
pub fn from_list(facts: Facts, format: Format) -> Option<Block> {
    if facts.inputs.names.is_empty() {
        return None;
    }
    let language = format.language;
    let mut keys = facts.inputs.keys();
    keys.retain(|key| facts.inputs.names.contains_key(key));
    let gone = unlisted(facts, keys);
    let names: Vec<&str> = gone.iter().take(NAMES).map(|key| facts.called(key)).collect();
    (!gone.is_empty()).then(|| {
        let link = Link::to(words::to_attach(language), Place::sheet(Screen::Panic, "team"));
        Block::Card(Card {
            tone: Tone::Warning,
            title: words::unmatched_title(language, &words::customers(format, gone.len())),
            blocks: vec![
                Block::text(Tone::Plain, words::gone_from_list(language, &names.join(", "))),
                Block::Links(vec![link]),
            ],
            id: "gone".to_owned(),
            ..Card::default()
        })
    })
}

/// Sectors and letters that somebody answered about and that no customer of this list has.
fn groups(facts: Facts) -> Vec<String> {
    let sectors: SortedSet<&str> =
        (0..facts.customers.len()).filter_map(|i| facts.customers.text(Field::Sector, i)).collect();
    let raters = facts.inputs.answers.raters.values();
    let said = raters.flat_map(|rater| rater.groups.iter()).filter(|(_, answer)| !answer.is_empty());
    let strange = said.filter(|(key, _)| GroupKey::sector(key).is_some_and(|name| !sectors.contains(name)));
    let names: SortedSet<String> =
        strange.filter_map(|(key, _)| Some(GroupKey::name(key)?.to_owned())).collect();
    names.into_iter().collect()
}

/// For whom a customer is looked for now.
fn chosen(request: &Request) -> Option<String> {
    match request.table(GONE).chosen {
        Some(Key::Customer(key)) => Some(key),
        _ => None,
    }
}

fn choose(request: &Request, key: Option<&str>) -> Doing {
    let chosen = key.map(|key| Key::Customer(key.to_owned()));
    Doing::Table { name: GONE.to_owned(), request: TableRequest { chosen, ..request.table(GONE) } }
}

fn attach(facts: Facts, request: &Request, id: String, from: &str, i: usize) -> Control {
    let label = words::attach_to(request.format.language, facts.customers.name(i));
    let to = facts.customers.key(i).to_owned();
    Control::button(&id, label, Doing::Act(Action::Attach { from: from.to_owned(), to }))
}

fn table(facts: Facts, request: &Request, gone: Vec<String>, chosen: Option<&str>) -> Table {
    let (language, format) = (request.format.language, request.format);
    let asked = request.table(GONE);
    let (shown, pager) = page_of_customers(gone, &asked, PAGE, format);
    let row = |(place, key): (usize, String)| {
        let called = facts.called(&key);
        let head = if called == key { key.clone() } else { format!("{called} ({key})") };
        let mut what = Vec::new();
        let best = likely(facts, called).into_iter().next();
        if let Some(i) = best {
            what.push(Cell::Control(Box::new(attach(facts, request, format!("attach-{place}"), &key, i))));
        }
        let is_chosen = chosen == Some(key.as_str());
        let (label, doing) = if is_chosen {
            (words::attach_not(language), choose(request, None))
        } else {
            (words::attach_search(language), choose(request, Some(&key)))
        };
        let search = Control::button(&format!("attach-search-{place}"), label, doing);
        what.push(Cell::Control(Box::new(search)));
        Row {
            cells: vec![
                Cell::Head(head),
                Cell::Text(entered(facts, request, &key).join(" · ")),
                Cell::Stack(what),
            ],
            key,
            kind: if is_chosen { RowKind::Chosen } else { RowKind::Plain },
            ..Row::default()
        }
    };
    Table {
        name: GONE.to_owned(),
        title: words::unmatched_table(language),
        columns: vec![
            Column::text(words::customer(language)),
            Column::text(words::entered(language)),
            Column::text(words::belongs_to(language)),
        ],
        rows: shown.into_iter().enumerate().map(row).collect(),
        pager: Some(pager),
        request: asked,
        ..Table::default()
    }
}

/// What was entered about a customer, in words; first who answered.
fn entered(facts: Facts, request: &Request, key: &str) -> Vec<String> {
    let language = request.format.language;
    let inputs = facts.inputs;
    let raters = inputs.answers.raters.values().enumerate();
    let who: Vec<String> = raters
        .filter(|(_, rater)| rater.about(key).is_some_and(|answer| !answer.is_empty()))
        .map(|(place, _)| member_name(facts, request, place))
        .collect();
    let mut what = Vec::new();
    if !who.is_empty() {
        what.push(words::unmatched_answers(language, &who.join(", ")));
    }
    for (there, words) in [
        (inputs.answers.finals.contains_key(key), words::unmatched_final(language)),
        (inputs.choices.choices.contains_key(key), words::unmatched_choice(language)),
        (inputs.plan.levels.contains_key(key), words::unmatched_level(language)),
        (inputs.plan.calls.contains_key(key), words::unmatched_call(language)),
        (inputs.judgements.cells.contains_key(key), words::unmatched_judged(language)),
        (inputs.shortlist.changes.contains_key(key), words::unmatched_picked(language)),
    ] {
        if there {
            what.push(words);
        }
    }
    what
}

/// Customers of the list that it may be: those whose name looks most like it, or those that were searched for.
fn candidates(facts: Facts, request: &Request, key: &str) -> Table {
    let (language, format) = (request.format.language, request.format);
    // A search of its own for everyone who is gone.
    let table_name = format!("attach {key}");
    let asked = request.table(&table_name);
    let found: Vec<usize> = if asked.search.trim().is_empty() {
        likely(facts, facts.called(key))
    } else {
        facts.by_value().iter().copied().filter(|&i| facts.answers(&asked.search, i)).collect()
    };
    // Who answered about both keeps both.
    let both = |i: usize| {
        let raters = facts.inputs.answers.raters.values().enumerate();
        let said = |answer: Option<&crate::panic::CustomerAnswer>| answer.is_some_and(|it| !it.is_empty());
        let twice =
            raters.filter(|(_, rater)| said(rater.about(key)) && said(rater.about(facts.customers.key(i))));
        let names: Vec<String> = twice.map(|(place, _)| member_name(facts, request, place)).collect();
        if names.is_empty() { String::new() } else { words::attach_both(language, &names.join(", ")) }
    };
    let row = |(place, i): (usize, usize)| {
        let place_name = facts.customers.text(Field::Place, i).unwrap_or_default();
        let button = attach(facts, request, format!("attach-to-{place}"), key, i);
        Row {
            key: facts.customers.key(i).to_owned(),
            cells: vec![
                Cell::Customer { who: facts.who(i), why: Vec::new() },
                Cell::Text(facts.customers.key(i).to_owned()),
                Cell::Text(place_name.to_owned()),
                Cell::Number(facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default()),
                Cell::Control(Box::new(Control { hint: both(i), ..button })),
            ],
            ..Row::default()
        }
    };
    Table {
        name: table_name,
        title: words::attach_title(language, facts.called(key)),
        columns: vec![
            Column::text(words::customer(language)),
            Column::text(words::number(language)),
            Column::text(words::place(language)),
            Column::number(words::value(language)),
            Column::text(words::belongs_to(language)),
        ],
        rows: found.into_iter().take(CANDIDATES).enumerate().map(row).collect(),
        search: words::search(language),
        empty: words::attach_none(language),
        request: asked,
        ..Table::default()
    }
}

/// The customers whose name is most like this one; the best first, of equal ones by value.
fn likely(facts: Facts, called: &str) -> Vec<usize> {
    if facts.customers.len() > COMPARED {
        return Vec::new();
    }
    let wanted = telling_words(called);
    let like = |i: usize| likeness(&wanted, &telling_words(facts.customers.name(i)));
    let mut found: Vec<(usize, f64)> = facts.by_value().iter().map(|&i| (i, like(i))).collect();
    found.retain(|(_, share)| *share >= ALIKE);
    found.order_by(|a, b| b.1.total_cmp(&a.1));
    found.into_iter().take(CANDIDATES).map(|(i, _)| i).collect()
}

/// How much two names are alike, 0–1: as a whole, and without the words they share, since a baker is not another baker.
fn likeness(one: &[String], other: &[String]) -> f64 {
    let without = |words: &[String], shared: &[String]| -> String {
        words.iter().filter(|word| !shared.contains(word)).map(String::as_str).collect()
    };
    let whole = shared(&pairs(&one.concat()), &pairs(&other.concat()));
    let (left, right) = (without(one, other), without(other, one));
    if whole < ALIKE || left.is_empty() || right.is_empty() {
        return whole;
    }
    whole.min(shared(&pairs(&left), &pairs(&right)))
}

/// The pairs of neighbouring letters, in order.
fn pairs(text: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = text.chars().collect();
    let mut pairs: Vec<(char, char)> = letters.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.order_by(Ord::cmp);
    pairs
}

/// How much two names have in common: twice the common pairs over all pairs (Dice), 0–1.
fn shared(one: &[(char, char)], other: &[(char, char)]) -> f64 {
    let (mut a, mut b, mut common) = (0, 0, 0_usize);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (a, b, common) = (a + 1, b + 1, common + 1),
        }
    }
    2.0 * common as f64 / (one.len() + other.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, likeness};
    use crate::customers::telling_words;

    fn check(one: &str, other: &str, range: std::ops::RangeInclusive<f64>) {
        let share = likeness(&telling_words(one), &telling_words(other));
        assert!(range.contains(&share), "{one} / {other}: {share}");
    }

    #[test]
    fn names_that_look_alike_share_most_of_their_letters() {
        check("Bakkerij Smit B.V.", "bakkerij SMIT", 1.0..=1.0);
        check("Janssen Bouw", "Jansen Bouw", 0.8..=0.99);
        check("De Vries Bouw", "Bouwbedrijf De Vries", ALIKE..=0.9);
        check("Jansen Holding", "Jansen", ALIKE..=0.9);
    }

    #[test]
    fn a_shared_branch_or_a_few_letters_make_no_likeness() {
        let unlike = 0.0..=(ALIKE - 0.01);
        check("Bakkerij Smit", "Slagerij Bos", unlike.clone());
        check("Bouwbedrijf Jansen", "Bouwbedrijf Smit", unlike.clone());
        check("Hotel Zon", "Hotel Zee", unlike.clone());
        check("Iemand van vroeger", "Kapper Vos", unlike);
        check("", "", 0.0..=0.0);
        check("A", "B", 0.0..=0.0);
    }
}

//! Whose answers a file holds: the person at this page, a member who is there already, or somebody new.

use std::rc::Rc;

use crate::customers::essence;
use crate::inputs::{Action, Inputs, ME};
use crate::panic::{Answers, Rater};
use crate::sorted::SortedMap;
use crate::views::{Namesake, Whose};

/// Where somebody's answers went.
pub struct Arrival {
    /// The key of the person among the members.
    pub key: String,
    /// This person was there already.
    pub again: bool,
    /// Somebody with another name has the same id: both are kept apart.
    pub apart: Option<Namesake>,
}

/// The id of the person a file is of: the one in it, else the name, else the file itself.
pub fn id(person: &str, name: &str, file: &str) -> String {
    let plain = essence(name);
    match (person.is_empty(), plain.is_empty()) {
        (false, _) => person.to_owned(),
        (true, false) => format!("name {plain}"),
        (true, true) => format!("file {file}"),
    }
}

/// Lays a person's answers among those of the others; of two versions of one answer the newer stays.
pub fn arrive(answers: &mut Answers, id: &str, rater: Rc<Rater>) -> Arrival {
    let (key, apart) = place(answers, id, &rater.name);
    let again = answers.raters.contains_key(&key);
    let arriving = Answers { raters: [(key.clone(), rater)].into(), ..Answers::default() };
    *answers = std::mem::take(answers).merge(arriving);
    Arrival { key, again, apart }
}

/// The key for somebody of this id and name. One id may be two people, where one went on with the other's round: then
/// each has a key with the name in it, whoever came first.
fn place(answers: &mut Answers, id: &str, name: &str) -> (String, Option<Namesake>) {
    let is_it = |key: &str| {
        let key = if key == ME { answers.me.as_str() } else { key };
        key.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let known = answers.raters.iter().filter(|(key, _)| is_it(key));
    let known: Vec<(String, String)> =
        known.map(|(key, rater)| (key.clone(), essence(&rater.name))).collect();
    let plain = essence(name);
    let named = format!("{id} {plain}");
    // Somebody said before whose answers these are; an id that somebody else came with says nothing.
    let told = |rater: &Rater| {
        rater.also.contains_key(&named) || rater.also.get(id).is_some_and(|name| essence(name) == plain)
    };
    if let Some((key, _)) = answers.raters.iter().find(|(key, rater)| **key == named || told(rater)) {
        return (key.clone(), None);
    }
    // Who gave no name is whoever has this id.
    let same = known.iter().find(|(_, other)| *other == plain);
    let same = same.or_else(|| known.iter().find(|(_, other)| other.is_empty() || plain.is_empty()));
    match (same, known.first()) {
        (Some((key, _)), _) => (key.clone(), None),
        (None, None) => (id.to_owned(), None),
        (None, Some((first, _))) => {
            let mut other = first.clone();
            if let Some(rater) = answers.raters.remove(id) {
                other = format!("{id} {}", essence(&rater.name));
                answers.raters.insert(other.clone(), rater);
            }
            let other_name = answers.raters.get(&other).map(|rater| rater.name.clone()).unwrap_or_default();
            (named.clone(), Some(Namesake { key: named, other, other_name }))
        }
    }
}

/// Lays the answers of a saved round beside those that are here. Whoever is at this page stays so; where nobody
/// answered here yet, the person of the round goes on. Tells who that is, unless it was clear all along.
pub fn take_round(inputs: &mut Inputs, round: &Answers, file: &str) -> Option<Whose> {
    let answers = Rc::make_mut(&mut inputs.answers);
    let myself = answers.me.clone();
    for (key, rater) in round.raters.iter().filter(|(key, _)| key.as_str() != ME) {
        arrive(answers, key, Rc::clone(rater));
    }
    let beside = Answers {
        finals: round.finals.clone(),
        attached: round.attached.clone(),
        raters: SortedMap::new(),
        me: String::new(),
    };
    *answers = std::mem::take(answers).merge(beside);
    let theirs = round.raters.get(ME)?;
    let mine = answers.raters.get(ME);
    let my_name = mine.map(|mine| mine.name.clone()).unwrap_or_default();
    let named_alike = my_name.is_empty() || essence(&my_name) == essence(&theirs.name);
    let nobody_here = named_alike && mine.is_none_or(|mine| mine.is_silent());
    if theirs.is_silent() {
        if nobody_here && !theirs.name.is_empty() {
            let rater = ME.to_owned();
            *inputs = inputs.clone().after(&Action::MemberName { rater, text: theirs.name.clone() });
        }
        return None;
    }
    let key = arrive(answers, &id(&round.me, &theirs.name, file), Rc::clone(theirs)).key;
    if key == ME {
        return None;
    }
    if nobody_here {
        *inputs = inputs.clone().after(&Action::GoOnAs(key.clone()));
    }
    Some(Whose { key, name: theirs.name.clone(), myself })
}

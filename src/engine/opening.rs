//! Opens members' answers and sessions, and finds the customers they speak of in the list that is in. Pure: what is to
//! change is told as a patch of the inputs, which the page puts in as one step to undo.

use crate::sorted::{InOrder, SortedMap, SortedSet};
use std::cmp::Reverse;
use std::rc::Rc;

use jiff::civil::Date;

use super::persons;
use crate::customers::Customers;
use crate::inputs::{Inputs, Moves, Patch};
use crate::panic::Rater;
use crate::segments::Matcher;
use crate::share::{self, AnswersFile, ListMark, OpenError, Session, Shared, fingerprint};
use crate::table::fold::fold;
use crate::views::{Opened, Outcome, Taken};

/// The list files are held against.
pub struct Held<'a> {
    matcher: Matcher<'a>,
    customers: &'a Customers,
    mark: ListMark,
}

impl<'a> Held<'a> {
    /// Makes a list ready to be asked for many customers.
    pub fn new(customers: &'a Customers) -> Self {
        Self { matcher: Matcher::new(customers), customers, mark: mark(customers) }
    }
}

/// By what a file knows this list.
pub fn mark(customers: &Customers) -> ListMark {
    fingerprint((0..customers.len()).map(|i| customers.key(i)))
}

/// The answers of the person at this page, as a file bound to this list.
pub fn answers_file(inputs: &Inputs, customers: &Customers) -> Vec<u8> {
    let matcher = Matcher::new(customers);
    let called = |key: &str| called(inputs, Some((&matcher, customers)), key);
    share::write_answers(inputs, mark(customers), &called)
}

/// What that file is called: by the person and the day, so that those of a team lie side by side in one folder.
pub fn answers_name(inputs: &Inputs, today: Date) -> String {
    let name = inputs.mine().map(|mine| mine.name.as_str()).unwrap_or_default();
    let who = Some(dashed(name)).filter(|who| !who.is_empty()).unwrap_or_else(|| "antwoorden".to_owned());
    format!("kernklant-{who}-{}.{}", written(today), share::ANSWERS_ENDING)
}

/// Everything entered, as a file; `list` is the name of the list that is in and its customers.
pub fn session_file(inputs: &Inputs, today: Date, list: Option<(&str, &Customers)>) -> Vec<u8> {
    let matcher = list.map(|(_, customers)| (Matcher::new(customers), customers));
    let known = matcher.as_ref().map(|(matcher, customers)| (matcher, *customers));
    let names = Rc::new(names_of(inputs, known));
    share::write_session(&Session {
        inputs: Inputs { names, ..inputs.clone() },
        saved: written(today),
        list_name: list.map(|(name, _)| name.to_owned()).unwrap_or_default(),
        list: list.map(|(_, customers)| mark(customers)).unwrap_or_default(),
    })
}

/// What that file is called: by the list and the day, so that an earlier round is not written over.
pub fn session_name(today: Date, list: Option<&str>) -> String {
    let stem = list.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem)).unwrap_or_default();
    let list = dashed(stem);
    let dash = if list.is_empty() { "" } else { "-" };
    format!("ronde{dash}{list}-{}.kernklant", written(today))
}

/// A name as part of the name of a file.
fn dashed(name: &str) -> String {
    let words =
        name.split(|letter: char| !letter.is_alphanumeric()).map(fold).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn written(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// What the customers are called that something was entered about, by key.
pub fn names(inputs: &Inputs, list: Option<&Customers>) -> SortedMap<String, String> {
    let matcher = list.map(|customers| (Matcher::new(customers), customers));
    names_of(inputs, matcher.as_ref().map(|(matcher, customers)| (matcher, *customers)))
}

fn names_of(inputs: &Inputs, list: Option<(&Matcher, &Customers)>) -> SortedMap<String, String> {
    let name = |key: String| {
        let name = called(inputs, list, &key)?;
        Some((key, name))
    };
    inputs.keys().into_iter().filter_map(name).collect()
}

/// What a customer is called: in the list, else in what was entered before.
fn called(inputs: &Inputs, list: Option<(&Matcher, &Customers)>, key: &str) -> Option<String> {
    let in_list =
        list.and_then(|(matcher, customers)| Some(customers.name(matcher.find_key(key)?).to_owned()));
    in_list.or_else(|| inputs.names.get(key).cloned())
}

/// Opens several files at once, in their order; what became of each, and the inputs with all of them in.
pub fn open(files: &[(String, Vec<u8>)], inputs: &Inputs, held: Option<&Held>) -> (Inputs, Vec<Opened>) {
    let mut inputs = inputs.clone();
    let mut shared: Vec<_> =
        files.iter().map(|(file, bytes)| (file, share::open(bytes))).enumerate().collect();
    // Who gave no name comes last, since by then it is known who else has that id.
    shared.order_by_key(|(_, (_, shared))| is_nameless(shared));
    let mut opened =
        vec![Opened { file: String::new(), outcome: Outcome::Refused(OpenError::Empty) }; files.len()];
    for (place, (file, shared)) in shared {
        let outcome = match shared {
            Ok(Shared::Answers(answers)) => take_answers(&mut inputs, answers, file, held),
            Ok(Shared::Session(session)) => take_session(&mut inputs, *session, file, held),
            Ok(Shared::Recipe(recipe)) => {
                inputs = inputs.with_settings(&recipe.settings);
                Outcome::Recipe(Taken::of(&recipe.settings))
            }
            Err(error) => Outcome::Refused(error),
        };
        opened[place] = Opened { file: file.clone(), outcome };
    }
    (inputs, opened)
}

fn is_nameless(shared: &Result<Shared, OpenError>) -> bool {
    matches!(shared, Ok(Shared::Answers(answers)) if answers.rater.name.is_empty())
}

/// What this list does to what was entered: a customer that now has another id is found by name, and who is not there is
/// named. `called` tells what a customer was called in the list before.
pub fn moves(inputs: &Inputs, held: &Held, called: &dyn Fn(&str) -> Option<String>) -> Moves {
    let mut names = SortedMap::new();
    let mut pairs = Vec::new();
    for key in inputs.keys() {
        if held.matcher.find_key(&key).is_some() {
            continue;
        }
        let name = called(&key).or_else(|| inputs.names.get(&key).cloned());
        let found = held.matcher.find(name.as_deref().unwrap_or(&key)).or_else(|| held.matcher.find(&key));
        if let Some(i) = found {
            pairs.push((key, held.customers.key(i).to_owned()));
        } else {
            let name = name.unwrap_or_else(|| key.clone());
            names.insert(key, name);
        }
    }
    // Where the customer had its own already, what was under the other key is still there.
    let left = if pairs.is_empty() { SortedSet::new() } else { inputs.clone().renamed(&pairs).keys() };
    for (key, _) in pairs.iter().filter(|(key, _)| left.contains(key)) {
        let name = called(key).or_else(|| inputs.names.get(key).cloned()).unwrap_or_else(|| key.clone());
        names.insert(key.clone(), name);
    }
    Moves { pairs, names }
}

/// A saved round is laid over what is here; its answers come beside those that are here.
fn take_session(inputs: &mut Inputs, session: Session, file: &str, held: Option<&Held>) -> Outcome {
    let mut round = session.inputs;
    let customers = round.keys().len();
    if let Some(held) = held {
        let by_hand =
            inputs.answers.attached.iter().filter(|(from, _)| held.matcher.find_key(from).is_none());
        let by_hand: Vec<(String, String)> = by_hand.map(|(from, to)| (from.clone(), to.clone())).collect();
        round = round.renamed(&by_hand);
    }
    let moves = held.map(|held| moves(&round, held, &|_| None)).unwrap_or_default();
    let unmatched = moves.names.len();
    round = round.moved(&moves);
    let person = persons::take_round(inputs, &round.answers, file);
    *inputs = inputs.clone().with_round(&round);
    Outcome::Session {
        saved: session.saved,
        list_name: session.list_name,
        customers,
        unmatched,
        waiting: held.is_none(),
        person,
        recipe: Taken::of(&round.settings),
    }
}

fn take_answers(inputs: &mut Inputs, file: AnswersFile, name: &str, held: Option<&Held>) -> Outcome {
    let rater_name = file.rater.name.clone();
    let (same_list, found) = match held {
        Some(held) => {
            (file.list.as_ref() == Some(&held.mark), Found::of(&file, held, &inputs.answers.attached))
        }
        None => (true, Found::none(&file)),
    };
    let answers = file.rater.answers.len();
    let (arrival, next) = taken(inputs, &file, name, &found);
    let matched = answers - found.unmatched.len();
    if held.is_some() && !same_list && answers > 0 && matched * 2 < answers {
        let anyway = Box::new(Patch::between(inputs, &next));
        return Outcome::OtherList { rater: rater_name, answers, found: matched, anyway };
    }
    *inputs = next;
    Outcome::Merged {
        rater: rater_name,
        answers: answers + file.rater.groups.len(),
        found_by_name: found.renamed.len(),
        unmatched: if held.is_some() {
            found.unmatched.into_iter().map(|(_, name)| name).collect()
        } else {
            Vec::new()
        },
        again: arrival.again,
        apart: arrival.apart,
        other_version: held.is_some() && !same_list && file.list.is_some(),
    }
}

/// Where the customers of a file are in the list.
struct Found {
    /// Key in the file → key in the list.
    renamed: SortedMap<String, String>,
    /// Key → name of those that are not in the list.
    unmatched: SortedMap<String, String>,
}

impl Found {
    /// By key, else where somebody laid it by hand, else by name. Where two keys of a file mean one customer, the newer
    /// answer goes there and the other is kept under its own key, and listed.
    fn of(file: &AnswersFile, held: &Held, attached: &SortedMap<String, String>) -> Self {
        let mut found = Self { renamed: SortedMap::new(), unmatched: SortedMap::new() };
        let answers = &file.rater.answers;
        // Key in the list → key in the file of the answer that goes there.
        let mut taken: SortedMap<&str, &String> = SortedMap::new();
        let newest = |key: &String| (answers.get(key).map(|answer| answer.changed), Reverse(key.clone()));
        for key in answers.keys() {
            if held.matcher.find_key(key).is_some() {
                continue;
            }
            let name = file.names.get(key).unwrap_or(key);
            let by_hand = || held.matcher.find_key(attached.get(key)?);
            let at = by_hand().or_else(|| held.matcher.find(name)).or_else(|| held.matcher.find(key));
            let at = at.map(|i| held.customers.key(i)).filter(|at| !answers.contains_key(*at));
            let loser = match at.map(|at| (at, taken.get(at).copied())) {
                None => Some(key),
                Some((_, Some(other))) if newest(other) >= newest(key) => Some(key),
                Some((at, other)) => {
                    taken.insert(at, key);
                    other
                }
            };
            if let Some(key) = loser {
                found.unmatched.insert(key.clone(), file.names.get(key).unwrap_or(key).clone());
            }
        }
        let renamed = taken.iter().map(|(at, key)| ((*key).clone(), (*at).to_owned()));
        found.renamed = renamed.collect();
        found
    }

    /// Without a list everything waits for one.
    fn none(file: &AnswersFile) -> Self {
        let name = |key: &String| file.names.get(key).unwrap_or(key).clone();
        let waiting = file.rater.answers.keys().map(|key| (key.clone(), name(key)));
        Self { renamed: SortedMap::new(), unmatched: waiting.collect() }
    }
}

/// The inputs with a member's answers in, and who that is.
fn taken(inputs: &Inputs, file: &AnswersFile, name: &str, found: &Found) -> (persons::Arrival, Inputs) {
    let mut rater = Rater { groups: file.rater.groups.clone(), ..file.rater.clone() };
    rater.answers = SortedMap::new();
    for (key, answer) in &file.rater.answers {
        let key = found.renamed.get(key).unwrap_or(key);
        rater.answers.insert(key.clone(), Rc::clone(answer));
    }
    let id = persons::id(&file.person, &file.rater.name, name);
    let mut next = inputs.clone();
    let arrival = persons::arrive(Rc::make_mut(&mut next.answers), &id, Rc::new(rater));
    if !found.unmatched.is_empty() {
        Rc::make_mut(&mut next.names).extend(found.unmatched.clone());
    }
    (arrival, next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::{Action, ME};
    use crate::segments::testing::list;
    use crate::share::{write_answers, write_session};

    const LIST: &str = "id name revenue\n1 Smit_BV 100\n2 Bos 90\n3 Mol 80\n4 Vos 70";

    /// Inputs of somebody who answered about these customers.
    fn answered(me: u64, name: &str, keys: &[&str]) -> Inputs {
        let start = Inputs::default().after(&Action::MemberName { rater: ME.into(), text: name.into() });
        keys.iter().zip(me..).fold(start, |inputs, (key, at)| {
            inputs.after(&Action::Answer { customer: (*key).into(), answer: Some(5), at })
        })
    }

    /// A member's file, made with this list.
    fn file(me: u64, name: &str, made_with: &str, keys: &[&str]) -> (String, Vec<u8>) {
        let customers = list(made_with);
        let matcher = Matcher::new(&customers);
        let called = |key: &str| matcher.find_key(key).map(|i| customers.name(i).to_owned());
        let bytes = write_answers(&answered(me, name, keys), mark(&customers), &called);
        (format!("{name}.kernklant-answers"), bytes)
    }

    fn check(files: &[(String, Vec<u8>)], inputs: &Inputs) -> (Inputs, Vec<Outcome>) {
        let customers = list(LIST);
        let held = Held::new(&customers);
        let (once, opened) = open(files, inputs, Some(&held));
        let (twice, _) = open(files, &once, Some(&held));
        assert_eq!(once, twice, "opening again changes nothing");
        let backwards: Vec<(String, Vec<u8>)> = files.iter().rev().cloned().collect();
        assert_eq!(open(&backwards, inputs, Some(&held)).0, once, "the order is no matter");
        (once, opened.into_iter().map(|opened| opened.outcome).collect())
    }

    fn merged(rater: &str, answers: usize) -> Outcome {
        let rater = rater.to_owned();
        Outcome::Merged {
            rater,
            answers,
            found_by_name: 0,
            unmatched: Vec::new(),
            again: false,
            apart: None,
            other_version: false,
        }
    }

    #[test]
    fn a_file_is_called_after_the_person_and_the_day() {
        let check = |name: &str, expected: &str| {
            assert_eq!(answers_name(&answered(1, name, &[]), jiff::civil::date(2026, 3, 4)), expected);
        };
        check("Els de Vries", "kernklant-els-de-vries-2026-03-04.kernklant-answers");
        check("../Zoë & C°", "kernklant-zoe-c-2026-03-04.kernklant-answers");
        check("  ", "kernklant-antwoorden-2026-03-04.kernklant-answers");
    }

    #[test]
    fn a_round_is_called_after_the_list_and_the_day() {
        let check = |list: Option<&str>, expected: &str| {
            assert_eq!(session_name(jiff::civil::date(2026, 3, 4), list), expected);
        };
        check(Some("Klanten 2025.v2.xlsx"), "ronde-klanten-2025-v2-2026-03-04.kernklant");
        check(Some(""), "ronde-2026-03-04.kernklant");
        check(None, "ronde-2026-03-04.kernklant");
    }

    #[test]
    fn members_files_are_merged() {
        let files = [file(100, "Els", LIST, &["1", "2"]), file(200, "Jan", LIST, &["1"])];
        let (inputs, outcomes) = check(&files, &Inputs::default());
        assert_eq!(outcomes, [merged("Els", 2), merged("Jan", 1)]);
        let raters: Vec<&str> = inputs.answers.raters.keys().map(String::as_str).collect();
        assert_eq!(raters, ["64", "c8"]);
    }

    #[test]
    fn customers_with_another_id_are_found_by_name_and_others_are_listed() {
        let other = "id name revenue\nA SMIT_b.v. 100\n2 Bosch 90\nX Wie 80\nY Das 1";
        let files = [file(100, "Els", other, &["A", "2", "X"])];
        let (inputs, outcomes) = check(&files, &Inputs::default());
        let Outcome::Merged { found_by_name, unmatched, other_version, .. } = &outcomes[0] else {
            panic!("{outcomes:?}")
        };
        assert_eq!(
            (*found_by_name, unmatched.as_slice(), *other_version),
            (1, &["Wie".to_owned()][..], true)
        );
        let keys: Vec<&str> = inputs.answers.raters["64"].answers.keys().map(String::as_str).collect();
        assert_eq!(keys, ["1", "2", "X"]);
        assert_eq!(inputs.names["X"], "Wie");
    }

    #[test]
    fn two_keys_of_one_customer_keep_both_answers_and_one_is_listed() {
        let other = "id name revenue\n1 Smit 100\nA Bos_BV 90\nB bos 80";
        let files = [file(100, "Els", other, &["1", "A", "B"])];
        let (inputs, outcomes) = check(&files, &Inputs::default());
        let of = &inputs.answers.raters["64"].answers;
        let said: Vec<(&str, u64)> = of.iter().map(|(key, answer)| (key.as_str(), answer.changed)).collect();
        assert_eq!(said, [("1", 100), ("2", 102), ("A", 101)], "the newer one is at the customer");
        let Outcome::Merged { unmatched, .. } = &outcomes[0] else { panic!("{outcomes:?}") };
        assert_eq!(unmatched.as_slice(), ["Bos BV"]);
    }

    #[test]
    fn what_was_laid_by_hand_is_found_when_the_file_comes_again() {
        let other = "id name revenue\nX Wie 80\n2 Bos 90";
        let files = [file(100, "Els", other, &["X", "2"])];
        let (inputs, _) = check(&files, &Inputs::default());
        let attached = inputs.after(&Action::Attach { from: "X".into(), to: "3".into() });
        assert!(attached.names.is_empty());
        let (again, outcomes) = check(&files, &attached);
        assert_eq!(again, attached);
        let Outcome::Merged { unmatched, .. } = &outcomes[0] else { panic!("{outcomes:?}") };
        assert!(unmatched.is_empty());
    }

    #[test]
    fn a_file_of_another_list_is_not_taken_unless_wanted() {
        let other = "id name revenue\nX1 Een 100\nX2 Twee 90\nX3 Drie 80";
        let files = [file(100, "Els", other, &["X1", "X2", "X3"])];
        let (inputs, outcomes) = check(&files, &Inputs::default());
        assert_eq!(inputs, Inputs::default());
        let Outcome::OtherList { found: 0, answers: 3, anyway, .. } = &outcomes[0] else {
            panic!("{outcomes:?}")
        };
        assert_eq!(anyway.onto(inputs).answers.raters["64"].answers.len(), 3);
    }

    #[test]
    fn my_own_file_comes_back_to_me() {
        let me = answered(100, "Els", &["1"]);
        let (inputs, outcomes) = check(&[file(100, "Els", LIST, &["1", "3"])], &me);
        assert!(matches!(&outcomes[0], Outcome::Merged { again: true, .. }), "{outcomes:?}");
        assert_eq!(inputs.mine().map(|mine| mine.answers.len()), Some(2));
    }

    #[test]
    fn a_broken_file_stops_no_other() {
        let broken = ("stuk.kernklant-answers".to_owned(), br#"{"kernklant":"answers","#.to_vec());
        let (_, outcomes) = check(&[broken, file(1, "Jan", LIST, &["1"])], &Inputs::default());
        assert!(matches!(outcomes[0], Outcome::Refused(OpenError::Broken { .. })), "{outcomes:?}");
        assert_eq!(outcomes[1], merged("Jan", 1));
    }

    #[test]
    fn a_newer_list_keeps_what_was_entered_and_tells_who_is_gone() {
        let inputs = answered(100, "", &["1", "2", "4"]);
        let old = list(LIST);
        let new = list("id name revenue\n1 Smit_BV 120\nB-2 Bos 95\n5 Das 10");
        let matcher = Matcher::new(&old);
        let called = |key: &str| matcher.find_key(key).map(|i| old.name(i).to_owned());
        let settled = inputs.clone().moved(&moves(&inputs, &Held::new(&new), &called));
        assert_eq!(settled.keys().into_iter().collect::<Vec<_>>(), ["1", "4", "B-2"]);
        assert_eq!(*settled.names, [("4".to_owned(), "Vos".to_owned())].into());
    }

    /// A saved round of somebody who answered about these customers.
    fn round(me: u64, name: &str, keys: &[&str]) -> (String, Vec<u8>) {
        let session = Session { inputs: answered(me, name, keys), ..Session::default() };
        (format!("{name}.kernklant"), write_session(&session))
    }

    /// Who is at this page, and everyone with the number of answers.
    fn team(inputs: &Inputs) -> (&str, Vec<String>) {
        let of =
            |(key, rater): (&String, &Rc<Rater>)| format!("{key}:{}:{}", rater.name, rater.answers.len());
        (&inputs.answers.me, inputs.answers.raters.iter().map(of).collect())
    }

    fn check_team(inputs: &Inputs, me: &str, expected: &[&str]) {
        assert_eq!(team(inputs), (me, expected.iter().map(|&one| one.to_owned()).collect()));
    }

    #[test]
    fn a_colleague_s_round_comes_beside_ones_own_answers() {
        let me = answered(100, "Jan", &["1"]);
        let (inputs, outcomes) = check(&[round(200, "Els", &["1", "2"])], &me);
        check_team(&inputs, "64", &[":Jan:1", "c8:Els:2"]);
        let Outcome::Session { person: Some(whose), .. } = &outcomes[0] else { panic!("{outcomes:?}") };
        assert_eq!((whose.key.as_str(), whose.myself.as_str()), ("c8", "64"));
        let as_els = inputs.after(&Action::GoOnAs(whose.key.clone()));
        check_team(&as_els, "c8", &[":Els:2", "64:Jan:1"]);
    }

    #[test]
    fn where_nobody_answered_yet_the_person_of_the_round_goes_on_or_somebody_new() {
        let (inputs, outcomes) = check(&[round(200, "Els", &["1", "2"])], &Inputs::default());
        check_team(&inputs, "c8", &[":Els:2"]);
        let Outcome::Session { person: Some(whose), .. } = &outcomes[0] else { panic!("{outcomes:?}") };
        let beside = inputs.after(&Action::GoOnAs(whose.myself.clone()));
        let beside = beside.after(&Action::Answer { customer: "1".into(), answer: Some(2), at: 300 });
        check_team(&beside, "12c", &["::1", "c8:Els:2"]);
        // The name one gave oneself before is somebody, too.
        let named = answered(100, "Jan", &[]);
        check_team(&check(&[round(200, "Els", &["1"])], &named).0, "", &[":Jan:0", "c8:Els:1"]);
    }

    #[test]
    fn ones_own_round_comes_back_without_a_question() {
        let me = answered(100, "Els", &["1"]);
        let (inputs, outcomes) = check(&[round(100, "Els", &["2", "3"])], &me);
        check_team(&inputs, "64", &[":Els:3"]);
        assert!(matches!(&outcomes[0], Outcome::Session { person: None, .. }), "{outcomes:?}");
    }

    #[test]
    fn two_names_under_one_id_stay_two_people_until_somebody_says_otherwise() {
        let (els, jan) = (file(100, "Els", LIST, &["1", "2"]), file(100, "Jan", LIST, &["1"]));
        let nameless = file(100, "", LIST, &["4"]);
        let (inputs, outcomes) = check(&[nameless, els.clone(), jan.clone()], &Inputs::default());
        check_team(&inputs, "", &["64 els:Els:3", "64 jan:Jan:1"]);
        let Outcome::Merged { apart: Some(apart), .. } = &outcomes[2] else { panic!("{outcomes:?}") };
        let action = Action::SamePerson { from: apart.key.clone(), into: apart.other.clone() };
        let united = inputs.after(&action);
        check_team(&united, "", &["64 els:Jan:3"]);
        for known in [&els, &jan] {
            let (again, outcomes) = check(std::slice::from_ref(known), &united);
            check_team(&again, "", &["64 els:Jan:3"]);
            assert!(matches!(&outcomes[0], Outcome::Merged { apart: None, .. }), "{outcomes:?}");
        }
        // Who comes with an id that was united under another name stays somebody else.
        let (elsa, piet) = (file(200, "Els B", LIST, &["2"]), file(200, "Piet", LIST, &["1"]));
        let (inputs, _) = check(&[els.clone(), elsa.clone()], &Inputs::default());
        let united = inputs.after(&Action::SamePerson { from: "c8".into(), into: "64".into() });
        check_team(&check(&[piet, elsa], &united).0, "", &["64:Els B:2", "c8:Piet:1"]);
        // Nor does somebody who went on with my round become me.
        let me = answered(100, "Els", &["3"]);
        check_team(&check(&[els, jan], &me).0, "64", &[":Els:3", "64 jan:Jan:1"]);
    }

    #[test]
    fn a_session_is_opened_before_or_after_its_list() {
        let mut inputs = answered(100, "Els", &["A", "2"]);
        inputs.names = Rc::new([("A".to_owned(), "Smit".to_owned())].into());
        let session = Session { inputs, saved: "2026-11-23".into(), ..Session::default() };
        let files = [("x.kernklant".to_owned(), write_session(&session))];
        let (after, outcomes) = check(&files, &Inputs::default());
        assert_eq!(after.keys().into_iter().collect::<Vec<_>>(), ["1", "2"]);
        assert!(matches!(outcomes[0], Outcome::Session { customers: 2, unmatched: 0, .. }));
        let (waiting, _) = open(&files, &Inputs::default(), None);
        let customers = list(LIST);
        let moves = moves(&waiting, &Held::new(&customers), &|_| None);
        assert_eq!(waiting.moved(&moves), after);
    }
}

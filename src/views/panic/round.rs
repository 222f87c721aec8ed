//! Whom the question is asked about, in which order: the round on screen.

use crate::sorted::{InOrder, SortedSet};

use crate::chart::scene::Key;
use crate::customers::Field;
use crate::inputs::Inputs;
use crate::panic::{AskGroup, GroupBy, ask_groups};
use crate::segments::value_then_rest;
use crate::views::{Facts, Request};

/// The table whose request holds order, filter and the customer on screen, and the one that holds whom it is about.
pub const ASK: &str = "ask";
pub const ABOUT: &str = "about";

/// Whom the round is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// At most the first sixty.
    #[default]
    First,
    /// Everyone who is served.
    All,
    Groups(GroupBy),
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The shortlist, then value.
    #[default]
    Value,
    Group,
    Owner,
    Name,
}

/// Which of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    Open,
    Disagree,
}

impl About {
    pub const ALL: [About; 4] =
        [About::First, About::All, About::Groups(GroupBy::Sector), About::Groups(GroupBy::Letter)];

    /// As in the request.
    pub fn key(self) -> &'static str {
        match self {
            About::First => "",
            About::All => "all",
            About::Groups(GroupBy::Sector) => "sector",
            About::Groups(GroupBy::Letter) => "letter",
        }
    }
}

impl Order {
    pub const ALL: [Order; 4] = [Order::Value, Order::Group, Order::Owner, Order::Name];

    /// As in the request.
    pub fn key(self) -> &'static str {
        match self {
            Order::Value => "",
            Order::Group => "group",
            Order::Owner => "owner",
            Order::Name => "name",
        }
    }
}

impl Which {
    pub const ALL: [Which; 3] = [Which::All, Which::Open, Which::Disagree];

    /// As in the request.
    pub fn key(self) -> &'static str {
        match self {
            Which::All => "",
            Which::Open => "open",
            Which::Disagree => "disagree",
        }
    }
}

/// Who or what is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Customer(usize),
    Group(AskGroup),
}

/// The round as it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    pub about: About,
    pub order: Order,
    pub which: Which,
    /// In order of asking.
    pub subjects: Vec<Subject>,
    /// Where the one on screen stands; `None` when there is nobody.
    pub at: Option<usize>,
}

/// Answers of mine that stay in a filtered round after they no longer pass, so that "back" leads to them.
const JUST_ANSWERED: usize = 8;

impl Subject {
    /// The key it is answered under.
    pub fn key<'a>(&'a self, facts: &Facts<'a>) -> &'a str {
        match self {
            Subject::Customer(i) => facts.customers.key(*i),
            Subject::Group(group) => &group.key,
        }
    }
}

/// The answer of the person at this page about a customer or group.
pub fn mine(inputs: &Inputs, key: &str) -> Option<u8> {
    inputs.mine()?.about(key)?.panic
}

impl Round {
    /// The round of this request.
    pub fn of(facts: Facts, request: &Request) -> Self {
        let asked = request.table(ASK);
        let find = |key: &str| key == request.table(ABOUT).filter;
        let about = About::ALL.into_iter().find(|about| find(about.key())).unwrap_or_default();
        let order = Order::ALL.into_iter().find(|order| order.key() == asked.sort).unwrap_or_default();
        let which = Which::ALL.into_iter().find(|which| which.key() == asked.filter).unwrap_or_default();
        let here = match &asked.chosen {
            Some(Key::Customer(key)) => Some(key.as_str()),
            _ => None,
        };
        let mut subjects = match about {
            About::Groups(by) => ask_groups(facts.customers, facts.letters, by, everyone(facts))
                .into_iter()
                .map(Subject::Group)
                .collect(),
            About::First => ordered(facts, order, facts.panic.first_round.clone()),
            About::All => ordered(facts, order, everyone(facts)),
        };
        let passes = Passes::new(facts, which, here);
        subjects.retain(|subject| passes.lets(&facts, subject));
        let is_open = |subject: &Subject| mine(facts.inputs, subject.key(&facts)).is_none();
        let at = here
            .and_then(|here| subjects.iter().position(|subject| subject.key(&facts) == here))
            .or_else(|| subjects.iter().position(is_open))
            .or_else(|| subjects.len().checked_sub(1).map(|_| 0));
        Self { about, order, which, subjects, at }
    }

    /// Where those without an answer stand, in order of asking: after the one on screen, then from the start.
    pub fn open<'a>(&'a self, facts: &'a Facts<'a>) -> impl Iterator<Item = usize> + 'a {
        let all = self.subjects.len();
        let at = self.at.unwrap_or(0);
        (at + 1..all)
            .chain(0..at.min(all))
            .filter(move |&place| mine(facts.inputs, self.subjects[place].key(facts)).is_none())
    }
}

/// Everyone who is served: the shortlist, then the other active customers by value.
pub fn everyone(facts: Facts) -> Vec<usize> {
    let shortlist = facts.shortlist;
    let rest = value_then_rest(facts.customers, &facts.measures.value)
        .into_iter()
        .filter(|&i| facts.inventory.is_active(i) && shortlist.is_member.get(i) != Some(&true));
    shortlist.members.iter().copied().chain(rest).collect()
}

/// In another order; equal ones stay in order of value. Those without a group or account manager come last.
fn ordered(facts: Facts, order: Order, mut customers: Vec<usize>) -> Vec<Subject> {
    let by = |field: Field, i: usize| match facts.customers.text(field, i) {
        Some(text) => (false, text.to_lowercase()),
        None => (true, String::new()),
    };
    match order {
        Order::Value => {}
        Order::Group => customers.order_by_cached_key(|&i| by(Field::Group, i)),
        Order::Owner => customers.order_by_cached_key(|&i| by(Field::Owner, i)),
        Order::Name => customers.order_by_cached_key(|&i| facts.customers.name(i).to_lowercase()),
    }
    customers.into_iter().map(Subject::Customer).collect()
}

/// Who stays in a filtered round.
struct Passes<'a> {
    which: Which,
    here: Option<&'a str>,
    just_answered: SortedSet<&'a str>,
    disagree: SortedSet<usize>,
}

impl<'a> Passes<'a> {
    fn new(facts: Facts<'a>, which: Which, here: Option<&'a str>) -> Self {
        let mut just_answered = SortedSet::new();
        if let (true, Some(mine)) = (which != Which::All, facts.inputs.mine()) {
            let answers = mine.answers.iter().chain(&mine.groups);
            let mut newest: Vec<(u64, &str)> =
                answers.map(|(key, answer)| (answer.changed, key.as_str())).collect();
            newest.order_by(|a, b| b.cmp(a));
            just_answered = newest.into_iter().take(JUST_ANSWERED).map(|(_, key)| key).collect();
        }
        let disagree = facts.panic.discuss.iter().copied().collect();
        Self { which, here, just_answered, disagree }
    }

    fn lets(&self, facts: &Facts, subject: &Subject) -> bool {
        let key = subject.key(facts);
        let passes = match self.which {
            Which::All => true,
            Which::Open => mine(facts.inputs, key).is_none(),
            Which::Disagree => {
                matches!(subject, Subject::Customer(i) if self.disagree.contains(i))
            }
        };
        passes || self.here == Some(key) || self.just_answered.contains(key)
    }
}

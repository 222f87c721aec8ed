//! The third screen: the questionnaire of the first round, and the mutual-importance map.

use serde::{Deserialize, Serialize};

use super::{Facts, Request, Who};
use crate::chart::importance::{self, FieldWords, Map, MapPoint, Writers};
use crate::chart::scene::{Datum, Key, Scene, Size};
use crate::customers::{Field, Kind};
use crate::i18n::picture_words;
use crate::inputs::{Action, Inputs};
use crate::panic::{CustomAnswer, MapField, Tri};
use crate::recipe::Sign;

/// The questionnaire and the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PanicView {
    /// The customers of the first round in the order of asking.
    pub round: Vec<Person>,
    /// How many of them are on the shortlist; they come first.
    pub shortlist: usize,
    /// Answers in the whole list, also outside the round.
    pub answered: usize,
    pub map: MapView,
}

/// A customer in the round, with what the list says about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub who: Who,
    pub facts: Vec<Fact>,
}

/// One thing the list says, ready to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub field: Field,
    pub shown: String,
}

/// The map and its four lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapView {
    /// Customers on the map: value and panic index both known.
    pub placed: usize,
    /// In the order core, we need them, they need us, lighter.
    pub fields: [FieldList; 4],
    /// The cuts in force: percentile of value, panic index.
    pub value_cut: f64,
    pub panic_cut: f64,
    pub scene: Scene,
}

/// The customers of one field, most valuable first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldList {
    pub customers: Vec<Who>,
}

/// What is shown beside the question, in this order.
const SHOWN: [Field; 16] = [
    Field::Sector,
    Field::Place,
    Field::Group,
    Field::Owner,
    Field::Revenue,
    Field::RevenuePrevious,
    Field::Margin,
    Field::MarginRate,
    Field::Potential,
    Field::Orders,
    Field::FirstOrder,
    Field::LastOrder,
    Field::DaysLate,
    Field::Complaints,
    Field::Returns,
    Field::Hours,
];

/// Shows the round and the map.
pub fn panic(facts: Facts, request: &Request) -> PanicView {
    let round = &facts.panic.first_round;
    PanicView {
        round: round.iter().map(|&i| Person { who: facts.who(i), facts: about(facts, request, i) }).collect(),
        shortlist: round.iter().filter(|&&i| facts.shortlist.is_member.get(i) == Some(&true)).count(),
        answered: facts.panic.answered,
        map: map(facts, request),
    }
}

fn about(facts: Facts, request: &Request, i: usize) -> Vec<Fact> {
    let customers = facts.customers;
    let format = request.format;
    SHOWN
        .iter()
        .filter_map(|&field| {
            let shown = match field.kind() {
                Kind::Text => customers.text(field, i)?.to_owned(),
                Kind::Money => format.whole_money(customers.money(field, i)?),
                Kind::Share => format.percent(customers.number(field, i)?, 1),
                Kind::Number | Kind::Score => format.short_number(customers.number(field, i)?, 1),
                Kind::Date => format.date(customers.date(field, i)?),
                Kind::YesNo => return None,
            };
            Some(Fact { field, shown })
        })
        .collect()
}

/// The chart's name of a field.
fn chart_field(field: MapField) -> importance::Field {
    match field {
        MapField::Core => importance::Field::Core,
        MapField::WeNeedThem => importance::Field::WeNeedThem,
        MapField::TheyNeedUs => importance::Field::TheyNeedUs,
        MapField::Lighter => importance::Field::Lighter,
    }
}

const FIELDS: [MapField; 4] = [MapField::Core, MapField::WeNeedThem, MapField::TheyNeedUs, MapField::Lighter];

fn map(facts: Facts, request: &Request) -> MapView {
    // In order of value, so that lists and labels begin with the most valuable.
    let placed: Vec<(usize, MapField)> = facts
        .measures
        .value
        .order
        .iter()
        .filter_map(|&i| Some((i, facts.panic.field.get(i).copied().flatten()?)))
        .collect();
    let list = |field| FieldList {
        customers: facts.who_all(placed.iter().filter(|(_, of)| *of == field).map(|&(i, _)| i)),
    };
    let recipe = &facts.recipe().panic;
    MapView {
        placed: placed.len(),
        fields: FIELDS.map(list),
        value_cut: recipe.value_cut,
        panic_cut: recipe.panic_cut,
        scene: scene(facts, request, &placed),
    }
}

fn scene(facts: Facts, request: &Request, placed: &[(usize, MapField)]) -> Scene {
    let format = request.format;
    let words = picture_words(format.language);
    let recipe = &facts.recipe().panic;
    let point = |&(i, field): &(usize, MapField)| {
        let x = facts.measures.value.percentile.get(i).copied().flatten()?;
        let y = facts.panic.of.get(i)?.index?;
        let value = facts.value(i).map(|value| format.whole_money(value)).unwrap_or_default();
        let datum = Datum {
            key: Key::Customer(facts.customers.key(i).to_owned()),
            label: facts.customers.name(i).to_owned(),
            values: vec![
                (words.map_x.to_owned(), format!("{} ({value})", format.number(x, 0))),
                (words.map_y.to_owned(), format.short_number(y, 1)),
            ],
        };
        Some(MapPoint { x, y, field: chart_field(field), datum })
    };
    let named = |name: &str, letter: &str| FieldWords { name: name.to_owned(), letter: letter.to_owned() };
    let map = Map {
        points: placed.iter().filter_map(point).collect(),
        x_cut: recipe.value_cut,
        y_cut: recipe.panic_cut,
        core: named(words.field_core, "K"),
        we_need_them: named(words.field_we_need_them, "!"),
        they_need_us: named(words.field_they_need_us, "G"),
        lighter: named(words.field_lighter, "L"),
        x_title: words.map_x.to_owned(),
        y_title: words.map_y.to_owned(),
        empty: words.map_empty.to_owned(),
    };
    let width = request.width as f32;
    let write = Writers {
        number: &|number| format.number(number, 0),
        customers: &|count| format.counted(count, words.one_customer, words.customers),
    };
    importance::scene(&map, Size::new(width, (width * 0.62).clamp(380.0, 560.0)), write)
}

/// Yes, no, don't know, in the order of their buttons.
pub const SAYS: [Tri; 3] = [Tri::Yes, Tri::No, Tri::DontKnow];

/// What the person at this page said of a sign.
pub fn says_of(inputs: &Inputs, customer: &str, sign: Sign) -> Option<Tri> {
    inputs.mine()?.answers.get(customer)?.signs.get(&sign).copied()
}

/// What pressing one of these does.
pub fn say(customer: &str, sign: Sign, says: Option<Tri>, at: u64) -> Action {
    let says = says.map(CustomAnswer::YesNo);
    Action::Say { customer: customer.to_owned(), question: sign.key().to_owned(), says, at }
}

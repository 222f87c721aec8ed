//! Linked value: customers in one group (concern, family) protect each other (MF, METHOD section 6).

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Values;
use super::ranking::{sum, tie_break};
use crate::customers::{Customers, Field};
use crate::sorted::InOrder;

/// Customers with the same `group`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub name: String,
    pub members: Vec<usize>,
    /// Sum of the known values of the members; `None` when none is known.
    pub value: Option<Decimal>,
    /// Members whose value is known.
    pub known: usize,
}

/// The groups of two and more, by value descending.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    pub groups: Vec<Group>,
    /// By customer: index into `groups`.
    pub group_of: Vec<Option<usize>>,
}

impl Linked {
    /// Whether others in the group protect this customer: it is in a group of two or more.
    pub fn protects(&self, i: usize) -> bool {
        self.group_of.get(i).is_some_and(Option::is_some)
    }
}

/// Groups the customers; names are compared without case and outer blanks. A customer whose id or name is the
/// group of another belongs to that group too: the parent firm itself.
pub fn linked(customers: &Customers, value: &Values) -> Linked {
    let n = customers.len();
    let mut linked = Linked { groups: Vec::new(), group_of: vec![None; n] };
    if !customers.has(Field::Group) {
        return linked;
    }
    let group_name = |i: usize| customers.text(Field::Group, i).filter(|name| !name.trim().is_empty());
    let (mut places, mut groups) = (HashMap::new(), Vec::<(String, Vec<usize>)>::new());
    for i in 0..n {
        if let Some(name) = group_name(i) {
            let place = *places.entry(plain(name)).or_insert(groups.len());
            if place == groups.len() {
                groups.push((name.trim().to_owned(), Vec::new()));
            }
            groups[place].1.push(i);
        }
    }
    // Few customers bear the name of a group: most are told apart by a fingerprint, without writing their name anew.
    let mut prints: Vec<u32> = places.keys().map(|name| print(name)).collect();
    prints.order_by(Ord::cmp);
    for i in (0..n).filter(|&i| group_name(i).is_none()) {
        let own = [customers.id(i), Some(customers.name(i))].into_iter().flatten();
        let mut own = own.filter(|name| prints.binary_search(&print(name)).is_ok()).map(plain);
        if let Some(place) = own.find_map(|key| places.get(&key).copied()) {
            groups[place].1.push(i);
        }
    }
    linked.groups = groups
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .map(|(name, mut members)| {
            members.order_by(|&a, &b| value.of(b).cmp(&value.of(a)).then_with(|| tie_break(customers, a, b)));
            let known = members.iter().filter(|&&i| value.of(i).is_some()).count();
            let together = (known > 0).then(|| sum(members.iter().filter_map(|&i| value.of(i))));
            Group { name, value: together, known, members }
        })
        .collect();
    linked.groups.order_by(|a, b| b.value.cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
    for (place, group) in linked.groups.iter().enumerate() {
        for &i in &group.members {
            linked.group_of[i] = Some(place);
        }
    }
    linked
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The same for names that are [`plain`]ly the same; mostly another for others.
fn print(name: &str) -> u32 {
    let letters = name.trim().chars().flat_map(char::to_lowercase);
    // A capital sigma at the end of a word has a form of its own.
    let letters = letters.map(|letter| if letter == 'ς' { 'σ' } else { letter });
    letters.fold(0x811c_9dc5_u32, |print, letter| (print ^ u32::from(letter)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{MeasureChoice, Recipe};
    use crate::segments::Rankings;
    use crate::segments::testing::list;

    fn check(text: &str, expected: &[(&str, Option<i64>, usize, usize)]) {
        let customers = list(text);
        let mut recipe = Recipe::default();
        recipe.measure.choice = MeasureChoice::Revenue;
        let inventory = crate::segments::inventory(&customers, &recipe.inventory);
        let measures = Rankings::default().measures(&customers, &inventory, &recipe.measure);
        let linked = linked(&customers, &measures.value);
        let shown = |group: &Group| {
            let value = group.value.map(|value| i64::try_from(value).unwrap_or(i64::MAX));
            (group.name.clone(), value, group.known, group.members.len())
        };
        let shown: Vec<_> = linked.groups.iter().map(shown).collect();
        let expected: Vec<_> = expected.iter().map(|one| (one.0.to_owned(), one.1, one.2, one.3)).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn what_is_unknown_is_no_zero() {
        check(
            "id group revenue\n1 Jansen .\n2 jansen .\n3 Bakker 40\n4 Bakker .\n5 Visser -5\n6 Visser 2",
            &[("Bakker", Some(40), 1, 2), ("Visser", Some(-3), 2, 2), ("Jansen", None, 0, 2)],
        );
    }
}

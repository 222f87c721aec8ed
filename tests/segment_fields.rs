//! Every field that `segment` prints is in `docs/segment.md`, and everything there is printed.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

#[path = "../examples/segment/analyses.rs"]
mod analyses;
#[path = "../examples/segment/customers.rs"]
mod customers;
#[path = "../examples/segment/json.rs"]
mod json;

use std::collections::BTreeSet;

use jiff::civil::date;
use kernklant::customers::{Days, MappingChoice, intake};
use kernklant::engine::results::{Entered, compute};
use kernklant::inputs::Inputs;
use kernklant::recipe::Recipe;
use kernklant::table::{ReadOptions, read};
use serde_json::Value;

const LISTS: [&str; 3] = [
    include_str!("../assets/voorbeeld-klanten.csv"),
    include_str!("../assets/voorbeeld-orders.csv"),
    // What the samples lack: themes, a protected ground, a discount for the small, a product group nobody's own.
    "Klantnr;Klant;Branche;Omzet;Marge;Kosten klant;Klachten;Klachtthema;Productgroep;Leeftijd\n\
     1;A;Bouw;900;90;10;2;Levertijd;Kabels;40\n2;B;Bouw;800;70;90;0;;Kabels;50\n3;C;Bouw;700;60;5;0;;Kabels;30\n\
     4;D;Bouw;600;50;5;0;;Kabels;30\n5;E;Bouw;500;50;5;0;;Kabels;30\n6;F;Bouw;10;5;1;0;;Pompen;30\n7;G;Bouw;600;5;1;0;;Pompen;30\n",
];

fn document(list: &str) -> Value {
    let (table, problems) = read(list.as_bytes(), &ReadOptions::default()).expect("a table");
    let days = Days::from(date(2026, 1, 5));
    let list = intake(&table, problems, &MappingChoice::default(), days).expect("a list");
    let recipe = Recipe::default();
    let nothing = Inputs::default();
    let entered = Entered::of(&nothing);
    let results = compute(&list.customers, &recipe, entered, true);
    json::document(&list, &[], table.names().iter().map(String::as_str), &recipe, &results)
}

/// Objects whose names come from the list or the recipe; documented as `<…>`.
const OPEN: [(&str, &str); 7] = [
    ("intake.mapping", "<field>"),
    ("customers[].factors", "<factor>"),
    ("rfm.segments", "<segment>"),
    ("pyramid", "<layer>"),
    ("migration.matrix", "<from>"),
    ("migration.matrix.<from>", "<to>"),
    ("plan.levels", "<level>"),
];

fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let open = OPEN.iter().find(|(path, _)| *path == at);
            for (name, value) in fields {
                let name = open.map_or(name.as_str(), |(_, name)| name);
                let dot = if at.is_empty() { "" } else { "." };
                paths(value, &format!("{at}{dot}{name}"), found);
            }
        }
        Value::Array(all) if all.is_empty() => {}
        Value::Array(all) if !all[0].is_object() => drop(found.insert(format!("{at}[]"))),
        Value::Array(all) => {
            for one in all {
                paths(one, &format!("{at}[]"), found);
            }
        }
        Value::Null => {}
        _ => drop(found.insert(at.to_owned())),
    }
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_there() {
    let mut printed = BTreeSet::new();
    for list in LISTS {
        paths(&document(list), "", &mut printed);
    }
    let page = include_str!("../docs/segment.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let mut documented = BTreeSet::new();
    let mut rare = BTreeSet::new();
    for (path, rest) in rows {
        // What only some lists have, such as what several files became.
        let set = if rest.contains("(rare)") { &mut rare } else { &mut documented };
        set.insert(path.to_owned());
    }
    let missing: Vec<_> =
        printed.iter().filter(|path| !documented.contains(*path) && !rare.contains(*path)).collect();
    let gone: Vec<_> = documented.difference(&printed).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "not in docs/segment.md: {missing:#?}\nnever printed: {gone:#?}"
    );
}

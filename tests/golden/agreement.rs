//! Krippendorff's alpha.

use kernklant::panic::{Distance, alpha};
use serde_json::Value;

use crate::data::{close, json};

#[test]
fn alpha_equals_every_worked_example() {
    let Some(golden) = json("golden/agreement.json") else { return };
    let mut checked = 0;
    for (name, example) in golden["krippendorff"].as_object().unwrap() {
        let raters = example["data"].as_array().unwrap();
        let units = raters[0].as_array().unwrap().len();
        let units: Vec<Vec<f64>> =
            (0..units).map(|unit| raters.iter().filter_map(|row| row[unit].as_f64()).collect()).collect();
        let distances = [
            ("nominal", Distance::Nominal),
            ("ordinal", Distance::Ordinal),
            ("interval", Distance::Interval),
            ("ratio", Distance::Ratio),
        ];
        for (key, distance) in distances {
            match &example["alpha"][key] {
                Value::Number(expected) => {
                    let found = alpha(&units, distance).unwrap_or(f64::NAN);
                    close(found, expected.as_f64().unwrap(), 1e-9, &format!("{name} {key}"));
                    checked += 1;
                }
                Value::String(_) => assert_eq!(alpha(&units, distance), None, "{name} {key}"),
                _ => {}
            }
        }
    }
    assert!(checked >= 10, "only {checked} figures were checked");
}

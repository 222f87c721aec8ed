//! A recipe on its own: questions, factors, weights and thresholds, without a customer or an answer in it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{OpenError, broken};
use crate::recipe::Entered;

/// What is about people of one firm: the hours of its account managers stay where they are.
const STAYS: &str = "/budget/owner_hours";

/// The settings that differ from the default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecipeFile {
    pub settings: Entered,
}

/// A recipe as a file, readable with the eye.
pub fn write_recipe(settings: &Entered) -> Vec<u8> {
    let mut settings = settings.clone();
    settings.retain(|path, _| !path.starts_with(STAYS));
    let wire = json!({ "kernklant": "recipe", "version": 1, "settings": settings });
    // Nothing in it that JSON cannot say.
    serde_json::to_vec_pretty(&wire).unwrap_or_default()
}

impl RecipeFile {
    pub(super) fn from_json(json: Value) -> Result<Self, OpenError> {
        serde_json::from_value(json).map_err(|error| broken(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Setting, enter};
    use crate::share::{Shared, open};

    /// Of these settings the file holds the first so many.
    fn check(settings: &[(&str, Setting)], in_file: usize) {
        let entered = |settings: &[(&str, Setting)]| {
            let mut all = Entered::new();
            for (path, setting) in settings {
                enter(&mut all, path, Some(setting));
            }
            all
        };
        let expected = RecipeFile { settings: entered(&settings[..in_file]) };
        assert_eq!(open(&write_recipe(&entered(settings))), Ok(Shared::Recipe(expected)));
    }

    #[test]
    fn settings_come_back_as_they_were_without_the_people_of_the_firm() {
        let question = r#"[{"id":"own1","text":{"nl":"Toon?"},"kind":"score","on":true}]"#;
        let settings = [
            ("/panic/questions", Setting::Part(question.into())),
            ("/choice/weights/fit/weight", Setting::Number(2.5)),
            ("/panic/question/nl", Setting::Text("Als wij \"stoppen\" …".into())),
            ("/budget/owner_hours/Els/hours", Setting::Number(700.0)),
        ];
        check(&settings, 3);
        check(&[], 0);
    }
}

//! Puts the recipe together: the defaults with what the person entered laid over them. Only the engine does this.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::{Entered, Recipe, RecipeProblem, Setting};

/// The recipe in force, and what of it can be asked by path.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub recipe: Recipe,
    /// The recipe as JSON, for whoever asks by path.
    json: Value,
    defaults: Value,
    entered: Entered,
    /// What was clamped into its range.
    pub problems: Vec<RecipeProblem>,
}

/// The names by which an element of a list is found.
const NAMES: [&str; 3] = ["id", "owner", "criterion"];

impl Default for Settings {
    fn default() -> Self {
        Self::new(&Entered::new())
    }
}

impl Settings {
    /// The default recipe with these settings. What does not fit where it was entered (a text for a number) is left
    /// out, what is out of range is clamped; [`Settings::refused`] tells.
    pub fn new(entered: &Entered) -> Self {
        let defaults = json(&Recipe::default());
        let (recipe, problems) = laid_over(&defaults, entered).checked();
        Self { json: json(&recipe), recipe, defaults, entered: entered.clone(), problems }
    }

    /// A number at a path: counts, shares and amounts alike. `None` when there is none there.
    pub fn number(&self, path: &str) -> Option<f64> {
        number(find(&self.json, path)?)
    }

    /// The number that the defaults have at a path.
    pub fn default_number(&self, path: &str) -> Option<f64> {
        number(find(&self.defaults, path)?)
    }

    /// A text or the name of a choice at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        find(&self.json, path)?.as_str()
    }

    /// Whether something is on.
    pub fn flag(&self, path: &str) -> bool {
        find(&self.json, path).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A part of the recipe as JSON, to be edited and entered again as [`Setting::Part`].
    pub fn part(&self, path: &str) -> Option<&Value> {
        find(&self.json, path)
    }

    /// What was entered at exactly this path.
    pub fn entered(&self, path: &str) -> Option<&Setting> {
        self.entered.get(path)
    }

    /// Whether anything at or within this path differs from the defaults.
    pub fn differs(&self, path: &str) -> bool {
        find(&self.json, path) != find(&self.defaults, path)
    }

    /// Whether this path leads into something the person made, such as a factor of their own: there is no default to go
    /// back to.
    pub fn is_own(&self, path: &str) -> bool {
        let mut above = path.match_indices('/').map(|(end, _)| &path[..end]);
        find(&self.defaults, path).is_none()
            && above.any(|part| matches!(self.entered(part), Some(Setting::Part(_))))
    }

    /// Whether what was entered at this path is not what is computed with.
    pub fn refused(&self, path: &str) -> bool {
        match (self.entered(path), find(&self.json, path)) {
            (None, _) => false,
            (Some(Setting::Number(given)), Some(used)) => number(used) != Some(*given),
            (Some(Setting::Flag(given)), Some(used)) => used.as_bool() != Some(*given),
            (Some(Setting::Text(given) | Setting::Name(given)), Some(used)) => used.as_str() != Some(given),
            (Some(Setting::Part(given)), Some(_)) => parsed(given).is_none(),
            (Some(_), None) => true,
        }
    }
}

fn json(recipe: &Recipe) -> Value {
    // A recipe holds nothing that JSON cannot say.
    serde_json::to_value(recipe).unwrap_or_default()
}

/// All settings at once; when something does not fit, one after the other without what does not.
fn laid_over(defaults: &Value, entered: &Entered) -> Recipe {
    let mut all = defaults.clone();
    for (path, setting) in entered {
        put(&mut all, path, setting);
    }
    if let Ok(recipe) = serde_json::from_value(all) {
        return recipe;
    }
    let mut fits = (defaults.clone(), Recipe::default());
    for (path, setting) in entered {
        let mut next = fits.0.clone();
        put(&mut next, path, setting);
        if let Ok(recipe) = serde_json::from_value(next.clone()) {
            fits = (next, recipe);
        }
    }
    fits.1
}

/// The parts of a path.
fn steps(path: &str) -> impl Iterator<Item = String> {
    path.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"))
}

fn find<'a>(json: &'a Value, path: &str) -> Option<&'a Value> {
    steps(path).try_fold(json, |json, step| match json {
        Value::Object(object) => object.get(&step),
        Value::Array(list) => list.get(place(list, &step)?),
        _ => None,
    })
}

/// Where in a list the element of this name stands.
fn place(list: &[Value], name: &str) -> Option<usize> {
    let named = |element: &Value| NAMES.iter().any(|key| element.get(key).is_some_and(|value| value == name));
    list.iter().position(named).or_else(|| name.parse().ok())
}

/// Writes a setting where its path leads; a path that leads nowhere changes nothing.
fn put(json: &mut Value, path: &str, setting: &Setting) {
    let mut at = json;
    let mut steps = steps(path).peekable();
    while let Some(step) = steps.next() {
        let is_last = steps.peek().is_none();
        let inner = match at {
            Value::Object(object) => {
                // The last part may be new, such as the hours of an account manager just added.
                if is_last { Some(object.entry(step).or_insert(Value::Null)) } else { object.get_mut(&step) }
            }
            Value::Array(list) => {
                // Only account managers are added by naming them.
                let named =
                    list.iter().any(|element| element.get("owner").is_some_and(|owner| *owner == step));
                if !named && list.first().is_none_or(|first| first.get("owner").is_some()) {
                    list.push(Value::Object(Map::from_iter([("owner".to_owned(), Value::String(step))])));
                    list.last_mut()
                } else {
                    place(list, &step).and_then(|place| list.get_mut(place))
                }
            }
            _ => None,
        };
        let Some(inner) = inner else { return };
        at = inner;
    }
    *at = value(setting, at);
}

/// A setting in the form that stands at its place: amounts of money are texts in JSON, counts have no fraction.
fn value(setting: &Setting, now: &Value) -> Value {
    match setting {
        Setting::Number(number) if now.is_string() => Decimal::try_from(*number)
            .map_or(Value::Null, |amount| Value::String(amount.normalize().to_string())),
        Setting::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            Value::from(*number as i64)
        }
        Setting::Number(number) => Value::from(*number),
        Setting::Flag(on) => Value::Bool(*on),
        Setting::Text(text) | Setting::Name(text) => Value::String(text.clone()),
        Setting::Part(text) => parsed(text).unwrap_or_default(),
    }
}

/// Read as bytes, as files are: the engine holds one reader of JSON.
fn parsed(text: &str) -> Option<Value> {
    serde_json::from_slice(text.as_bytes()).ok()
}

fn number(json: &Value) -> Option<f64> {
    match json {
        Value::String(text) => text.parse().ok(),
        json => json.as_f64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::MeasureChoice;

    fn settings(entered: &[(&str, Setting)]) -> Settings {
        Settings::new(&entered.iter().map(|(path, setting)| ((*path).to_owned(), setting.clone())).collect())
    }

    fn check(path: &str, setting: Setting, holds: impl Fn(&Recipe) -> bool) {
        let found = settings(&[(path, setting)]);
        assert!(holds(&found.recipe), "{path}: {:?}", found.part(path));
        assert!(found.differs(path) && !found.refused(path), "{path}");
    }

    #[test]
    fn what_the_person_made_has_no_default() {
        let mut factors = settings(&[]).recipe.factors.factors;
        factors[0].id = "own_9".to_owned();
        let part = Setting::Part(serde_json::to_string(&factors).unwrap());
        let found = settings(&[("/factors/factors", part)]);
        assert!(found.is_own("/factors/factors/own_9/name"));
        let ours = Recipe::default().factors.factors[1].id.clone();
        assert!(!found.is_own(&format!("/factors/factors/{ours}/name")));
        assert!(!found.is_own("/budget/owner_hours/Els/hours"), "may be taken back");
    }

    #[test]
    fn nothing_entered_is_the_default() {
        assert_eq!(settings(&[]).recipe, Recipe::default());
        assert_eq!(Settings::default().number("/xray/complaint_cost"), Some(100.0));
        assert_eq!(Settings::default().number("/no/such/path"), None);
    }

    #[test]
    fn a_setting_lies_over_the_default() {
        check("/inventory/active_months", Setting::Number(9.0), |recipe| recipe.inventory.active_months == 9);
        check("/xray/complaint_cost", Setting::Number(12.5), |recipe| {
            recipe.xray.complaint_cost == Decimal::new(125, 1)
        });
        check("/measure/choice", Setting::Name("margin".into()), |recipe| {
            recipe.measure.choice == MeasureChoice::Margin
        });
        check("/budget/hours_each", Setting::Number(800.0), |recipe| recipe.budget.hours_each == Some(800.0));
        check("/budget/owner_hours/Els~1Jan/hours", Setting::Number(700.0), |recipe| {
            recipe.budget.owner_hours[0].owner == "Els/Jan" && recipe.budget.owner_hours[0].hours == 700.0
        });
        check("/choice/weights/fit/weight", Setting::Number(3.0), |recipe| {
            recipe.choice.weights.iter().filter(|weight| weight.weight == 3.0).count() == 1
        });
        check("/factors/factors/pays_on_time/on", Setting::Flag(false), |recipe| {
            recipe.factors.factors.iter().filter(|factor| !factor.on).count() == 1
        });
        check("/pyramid/norm/0", Setting::Number(0.5), |recipe| recipe.pyramid.norm[0] == 0.5);
        check("/growth/revenue", Setting::Part(r#"{"amount":{"high":"9","middle":"5"}}"#.into()), |recipe| {
            recipe.growth.revenue != recipe.growth.room
        });
    }

    #[test]
    fn what_does_not_fit_is_left_out_alone_and_told() {
        let found = settings(&[
            ("/inventory/active_months", Setting::Text("soon".into())),
            ("/inventory/asleep_months", Setting::Number(18.0)),
            ("/abc/a_percent", Setting::Number(120.0)),
            ("/nowhere/at/all", Setting::Number(1.0)),
        ]);
        assert_eq!((found.recipe.inventory.active_months, found.recipe.inventory.asleep_months), (6, 18));
        assert_eq!(found.recipe.abc.a_percent, 100);
        for path in ["/inventory/active_months", "/abc/a_percent", "/nowhere/at/all"] {
            assert!(found.refused(path), "{path}");
        }
        assert!(!found.refused("/inventory/asleep_months"));
    }
}

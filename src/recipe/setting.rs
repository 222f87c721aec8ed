//! What a person changed in the recipe: a value at a path, such as `/inventory/active_months`.

use crate::sorted::SortedMap;

use serde::{Deserialize, Serialize};

/// The value of one setting as it was entered. What fits is decided when the recipe is put together
/// ([`super::Settings`]), so that nothing that was typed is ever lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    /// Counts, shares, amounts.
    Number(f64),
    /// On or off.
    Flag(bool),
    /// A text that was typed.
    Text(String),
    /// One of several names, such as `"margin"`; choosing another is a step of its own to undo, typing is not.
    Name(String),
    /// A whole part of the recipe as JSON, such as a list of segments.
    Part(String),
}

/// Everything that differs from the default recipe: path → value. A path is a JSON pointer into the recipe; an element
/// of a list is named by its `id`, `owner` or `criterion`, else by its place: `/choice/weights/fit/weight`,
/// `/factors/factors/pays_on_time/on`. Later paths lie over earlier ones, so a part comes before what is in it.
pub type Entered = SortedMap<String, Setting>;

/// A path of these parts; a slash or tilde inside a part is escaped as JSON pointers do.
pub fn path(parts: &[&str]) -> String {
    let escaped = parts.iter().map(|part| part.replace('~', "~0").replace('/', "~1"));
    escaped.fold(String::new(), |path, part| path + "/" + &part)
}

/// Enters a setting, or takes it back (`None`). Either way what was entered within that part of the recipe goes.
pub fn enter(entered: &mut Entered, path: &str, setting: Option<&Setting>) {
    entered.retain(|known, _| {
        let within = known.strip_prefix(path);
        !within.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    if let Some(setting) = setting {
        entered.insert(path.to_owned(), setting.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(steps: &[(&str, Option<f64>)], expected: &[&str]) {
        let mut entered = Entered::new();
        for (path, number) in steps {
            enter(&mut entered, path, number.map(Setting::Number).as_ref());
        }
        assert_eq!(entered.keys().map(String::as_str).collect::<Vec<_>>(), expected, "{steps:?}");
    }

    #[test]
    fn a_setting_is_entered_and_taken_back() {
        check(&[("/a/b", Some(1.0)), ("/a/c", Some(2.0))], &["/a/b", "/a/c"]);
        check(&[("/a/b", Some(1.0)), ("/a/b", None)], &[]);
        check(&[("/a/b", Some(1.0)), ("/a/bc", Some(1.0)), ("/a/b", None)], &["/a/bc"]);
        check(&[("/a/b", Some(1.0)), ("/a", None)], &[]);
        check(&[("/a/b", Some(1.0)), ("/a", Some(1.0))], &["/a"]);
        assert_eq!(path(&["budget", "a/b~c"]), "/budget/a~1b~0c");
    }
}

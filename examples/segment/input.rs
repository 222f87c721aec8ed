//! Reads what the command line names: lists, recipe, answers.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::SystemTime;

use jiff::civil::{Date, date};
use kernklant::panic::Answers;
use kernklant::recipe::Recipe;
use kernklant::share::{OpenError, Shared, open};
use kernklant::table::{Problem, ReadOptions, Table, read, write_csv};
use serde::Deserialize;

use crate::arguments::Arguments;

/// Today by the clock of this machine, in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or(0);
    let epoch = date(1970, 1, 1);
    jiff::Span::new().try_days(days).map_or(epoch, |span| epoch.saturating_add(span))
}

/// The table of the files. Several files must have the same header; their rows are read as one list.
pub fn table(files: &[String]) -> Result<(Table, Vec<Problem>), String> {
    let mut tables = Vec::new();
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        tables.push(read(&bytes, &ReadOptions::default()).map_err(|error| format!("{file}: {error}"))?);
    }
    if tables.len() <= 1 {
        return tables.pop().ok_or_else(|| "no file".to_owned());
    }
    let mut whole = String::new();
    let mut problems = Vec::new();
    for (place, (table, found)) in tables.iter().enumerate() {
        if table.header() != tables[0].0.header() {
            return Err(format!("{} has other columns than {}", files[place], files[0]));
        }
        let text = write_csv(table);
        let header = if place == 0 || table.header().is_empty() {
            0
        } else {
            text.find('\n').map_or(0, |end| end + 1)
        };
        whole.push_str(&text[header..]);
        problems.extend(found.iter().cloned());
    }
    let (table, found) =
        read(whole.as_bytes(), &ReadOptions::default()).map_err(|error| error.to_string())?;
    problems.extend(found);
    Ok((table, problems))
}

/// The recipe: the defaults, what the file changes of them, and the measure of the command line.
pub fn recipe(arguments: &Arguments) -> Result<Recipe, String> {
    let mut recipe = match &arguments.recipe {
        None => Recipe::default(),
        Some(file) => {
            let recipe: Recipe = json(file)?;
            let (recipe, problems) = recipe.checked();
            for problem in problems {
                eprintln!("segment: {file}: {} is {}, used {}", problem.setting, problem.given, problem.used);
            }
            recipe
        }
    };
    if let Some(measure) = arguments.measure {
        recipe.measure.choice = measure;
    }
    Ok(recipe)
}

/// Everyone's answers together, in the short form or as the page saves them. Files of one rater are one rater; files
/// without a name are a rater each.
pub fn answers(files: &[String]) -> Result<Answers, String> {
    let mut all = Answers::default();
    for (place, file) in files.iter().enumerate() {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let found = match open(&bytes) {
            Ok(Shared::Answers(found)) => found,
            Ok(Shared::Session(_)) => return Err(format!("{file} is a session, not a member's answers")),
            Err(OpenError::Newer { version }) => {
                return Err(format!("{file}: version {version} of answers is unknown"));
            }
            Err(error) => return Err(format!("{file}: no answers from 0 to 5 by customer ({error:?})")),
        };
        let name = &found.rater.name;
        let key = if name.is_empty() { format!("file {}", place + 1) } else { name.clone() };
        all = all
            .merge(Answers { raters: BTreeMap::from([(key, Rc::new(found.rater))]), ..Answers::default() });
    }
    Ok(all)
}

fn json<T: for<'a> Deserialize<'a>>(file: &str) -> Result<T, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| format!("{file}: {error}"))
}

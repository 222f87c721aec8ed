//! Reads what the command line names: lists, recipe, answers.

use std::rc::Rc;
use std::time::SystemTime;

use jiff::civil::{Date, date};
use kernklant::customers::{Days, Joined, ListPart, intake, join};
use kernklant::panic::Answers;
use kernklant::recipe::Recipe;
use kernklant::share::{OpenError, Shared, open};
use kernklant::table::{Problem, ReadOptions, Table, read_all};
use serde::Deserialize;

use crate::arguments::Arguments;

/// Today by the clock of this machine, in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or(0);
    let epoch = date(1970, 1, 1);
    jiff::Span::new().try_days(days).map_or(epoch, |span| epoch.saturating_add(span))
}

/// A table of the files, with the name of its file and of what it is inside that.
pub type Named = (String, Table, Vec<Problem>);

/// Every table of the files, in their order.
pub fn tables(files: &[String]) -> Result<Vec<Named>, String> {
    let mut tables = Vec::new();
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let found = read_all(&bytes, &ReadOptions::default()).map_err(|error| format!("{file}: {error}"))?;
        for table in found {
            let name = if table.name.is_empty() { file.clone() } else { format!("{file}: {}", table.name) };
            tables.push((name, table.table, table.problems));
        }
    }
    Ok(tables)
}

/// The customers of all tables, and what each became when there are several.
pub fn customers(tables: &[Named], arguments: &Arguments, days: Days) -> Result<Joined, String> {
    let mut parts = Vec::with_capacity(tables.len());
    for (name, table, problems) in tables {
        let mut choice = arguments.mapping.clone();
        if tables.len() > 1 {
            // What is said of a column is said of the table that has it.
            choice.columns.retain(|_, column| {
                column.as_ref().is_none_or(|column| table.column_named(column).is_some())
            });
            choice.kind = choice.kind.filter(|_| table.header() == tables[0].1.header());
        }
        let intake =
            intake(table, problems.clone(), &choice, days).map_err(|error| format!("{name}: {error}"))?;
        let last_row = table.len().checked_sub(1).map_or(0, |last| table.row_number(last));
        parts.push(ListPart { name: name.clone(), intake, last_row });
    }
    if parts.len() == 1 {
        let part = parts.remove(0);
        return Ok(Joined { intake: part.intake, files: Vec::new() });
    }
    join(parts).ok_or_else(|| "no file".to_owned())
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
            Ok(Shared::Recipe(_)) => return Err(format!("{file} is a recipe, not a member's answers")),
            Err(OpenError::Newer { version }) => {
                return Err(format!("{file}: version {version} of answers is unknown"));
            }
            Err(error) => return Err(format!("{file}: no answers from 0 to 5 by customer ({error:?})")),
        };
        let name = &found.rater.name;
        let key = if name.is_empty() { format!("file {}", place + 1) } else { name.clone() };
        all = all.merge(Answers { raters: [(key, Rc::new(found.rater))].into(), ..Answers::default() });
    }
    Ok(all)
}

fn json<T: for<'a> Deserialize<'a>>(file: &str) -> Result<T, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| format!("{file}: {error}"))
}

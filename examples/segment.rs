//! `segment`: a customer list in, the whole result as one JSON document out, by the same code as the page.
//!
//! `segment FILE… [--orders] [--map FIELD=COLUMN]… [--recipe R.json] [--answers A.json]…
//! [--reference-date YYYY-MM-DD] [--measure revenue|margin|contribution]`, or `--table FILE` for the table as it was read,
//! or `--print-recipe` for the default recipe. Several files are put together (customers with their orders, two
//! years, parts of one list), the rows of the second counting on from the first. Exit 0 with JSON however
//! many problems; exit 2 with a message when there is no list.

#[path = "segment/analyses.rs"]
mod analyses;
#[path = "segment/arguments.rs"]
mod arguments;
#[path = "segment/customers.rs"]
mod customers;
#[path = "segment/input.rs"]
mod input;
#[path = "segment/json.rs"]
mod json;

use std::io::Write;
use std::process::ExitCode;

use arguments::{Arguments, Task};
use kernklant::choice::Choices;
use kernklant::customers::Days;
use kernklant::engine::results::{Entered, compute};
use kernklant::engine::with_columns;
use kernklant::plan::PlanEdits;
use kernklant::recipe::Recipe;
use kernklant::segments::{Judgements, ShortlistPicks};
use kernklant::table::write_csv;

fn main() -> ExitCode {
    let output = Arguments::read(std::env::args().skip(1)).and_then(|arguments| run(&arguments));
    match output {
        // A closed pipe is the reader's choice, not a failure.
        Ok(text) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("segment: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    match &arguments.task {
        Task::PrintRecipe => pretty(&Recipe::default()),
        Task::Table(file) => {
            let tables = input::tables(std::slice::from_ref(file))?;
            Ok(tables.first().map(|(_, table, _)| write_csv(table)).unwrap_or_default())
        }
        Task::Segment => segment(arguments),
    }
}

fn segment(arguments: &Arguments) -> Result<String, String> {
    let tables = input::tables(&arguments.files)?;
    let recipe = input::recipe(arguments)?;
    let answers = input::answers(&arguments.answers)?;
    let today = input::today();
    let days = Days {
        today: arguments.reference.map_or(today, |day| day.max(today)),
        reference: arguments.reference,
    };
    let joined = input::customers(&tables, arguments, days)?;
    let mut list = joined.intake;
    let offsets = std::iter::once(0).chain(joined.files.iter().skip(1).map(|file| file.offset));
    let rows: Vec<(u32, u32)> = offsets
        .zip(&tables)
        .map(|(offset, (_, table, _))| (offset, offset + table.row_number(table.len().saturating_sub(1))))
        .collect();
    let numbered = tables.iter().map(|(_, table, _)| table).zip(rows);
    list.customers = with_columns(list.customers, numbered, &recipe);
    let entered = Entered {
        judgements: &Judgements::default(),
        shortlist: &ShortlistPicks::default(),
        answers: &answers,
        choices: &Choices::default(),
        edits: &PlanEdits::default(),
    };
    let results = compute(&list.customers, &recipe, entered, true);
    let headers = tables.iter().flat_map(|(_, table, _)| table.names()).map(String::as_str);
    pretty(&json::document(&list, &joined.files, headers, &recipe, &results))
}

fn pretty(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

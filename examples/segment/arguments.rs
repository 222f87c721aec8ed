//! The command line.

use jiff::civil::Date;
use kernklant::customers::{Field, ListKind, MappingChoice};
use kernklant::recipe::MeasureChoice;

/// What to do.
#[derive(Debug, PartialEq)]
pub enum Task {
    Segment,
    Table(String),
    PrintRecipe,
}

/// What was asked for.
#[derive(Debug)]
pub struct Arguments {
    pub task: Task,
    pub files: Vec<String>,
    pub mapping: MappingChoice,
    pub recipe: Option<String>,
    pub answers: Vec<String>,
    pub reference: Option<Date>,
    pub measure: Option<MeasureChoice>,
}

const USAGE: &str = "usage: segment FILE… [--orders] [--map FIELD=COLUMN]… [--recipe R.json] [--answers A.json]… \
[--reference-date YYYY-MM-DD] [--measure revenue|margin|contribution] | --table FILE | --print-recipe";

impl Arguments {
    /// Reads the arguments after the program's name.
    pub fn read(mut given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut found = Self {
            task: Task::Segment,
            files: Vec::new(),
            mapping: MappingChoice::default(),
            recipe: None,
            answers: Vec::new(),
            reference: None,
            measure: None,
        };
        while let Some(argument) = given.next() {
            let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value\n{USAGE}"));
            match argument.as_str() {
                "--print-recipe" => found.task = Task::PrintRecipe,
                "--table" => found.task = Task::Table(value()?),
                "--orders" => found.mapping.kind = Some(ListKind::Orders),
                "--map" => found.map(&value()?)?,
                "--recipe" => found.recipe = Some(value()?),
                "--answers" => found.answers.push(value()?),
                "--reference-date" => {
                    let text = value()?;
                    let day = text.parse().map_err(|_| format!("{text} is no date like 2025-12-31"))?;
                    found.reference = Some(day);
                }
                "--measure" => found.measure = Some(measure(&value()?)?),
                "--help" | "-h" => return Err(USAGE.to_owned()),
                flag if flag.starts_with("--") => return Err(format!("unknown flag {flag}\n{USAGE}")),
                _ => found.files.push(argument),
            }
        }
        if found.task == Task::Segment && found.files.is_empty() {
            return Err(USAGE.to_owned());
        }
        Ok(found)
    }

    /// `FIELD=COLUMN`; an empty column leaves the field unmapped.
    fn map(&mut self, text: &str) -> Result<(), String> {
        let (key, column) = text.split_once('=').ok_or_else(|| format!("--map {text} lacks an ="))?;
        let field = Field::from_key(key.trim()).ok_or_else(|| format!("there is no field {key}"))?;
        let column = (!column.is_empty()).then(|| column.to_owned());
        self.mapping.columns.insert(field, column);
        Ok(())
    }
}

fn measure(word: &str) -> Result<MeasureChoice, String> {
    match word {
        "revenue" => Ok(MeasureChoice::Revenue),
        "margin" => Ok(MeasureChoice::Margin),
        "contribution" => Ok(MeasureChoice::Contribution),
        _ => Err(format!("--measure is revenue, margin or contribution, not {word}")),
    }
}

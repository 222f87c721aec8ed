//! Files: what each of several files became, and which sheet of a workbook was read.

use super::part::Part;
use super::report::row_is;
use super::sheet::sheet;
use crate::customers::{FileReport, Role};
use crate::i18n::Format;
use crate::i18n::words::list as words;
use crate::views::Facts;
use crate::views::sheet::{Block, Cell, Control, Term, Tone};

/// A card for the files and their sheets; `None` for one file without a choice.
pub(super) fn files(facts: Facts, format: Format) -> Option<Block> {
    let language = format.language;
    let mut blocks = Vec::new();
    if !facts.files.is_empty() {
        let terms = facts.files.iter().map(|file| term(file, format)).collect();
        blocks.push(Block::Terms(terms));
        blocks.push(Block::text(Tone::Soft, words::files_rows(language)));
    }
    // The first file's sheet is chosen with the rest of how it is read; what its rows are, the report asks.
    let further = Part::all(facts).into_iter().zip(facts.files).skip(1);
    let controls: Vec<Control> = further
        .flat_map(|(part, file)| {
            let options = facts.inputs.files.get(&file.name).map(|known| known.reading.clone());
            let label = words::sheet_of(language, &file.name);
            let options = options.unwrap_or_default();
            let act = |action| part.act(action);
            sheet(part.id("sheet"), label, &file.origin, &options, act, language)
                .into_iter()
                .chain([row_is(part, language)])
        })
        .collect();
    if !controls.is_empty() {
        blocks.push(Block::Controls(controls));
    }
    (!blocks.is_empty()).then(|| Block::card(words::files_title(language), blocks))
}

/// A file, and what it is to the list.
fn term(file: &FileReport, format: Format) -> Term {
    let say = match file.role {
        Role::Customers => words::file_customers,
        Role::Orders => words::file_orders,
        Role::PreviousYear => words::file_previous,
        Role::OlderYear => words::file_older,
    };
    let [rows, customers, matched] =
        [file.rows, file.customers, file.matched].map(|count| format.count(count));
    let said = say(format.language, &rows, &customers, &matched);
    Term { name: file.name.clone(), value: Cell::Soft(said), why: Vec::new() }
}

//! Files: what each of several files became, and which sheet of a workbook was read.

use crate::customers::{FileReport, Role};
use crate::i18n::words::list as words;
use crate::i18n::{Format, Language};
use crate::inputs::Action;
use crate::table::{ReadOptions, SheetEvidence};
use crate::views::Facts;
use crate::views::sheet::{Block, Cell, Choice, Control, ControlKind, Doing, Term, Tone};

/// A card for the files and their sheets; `None` for one file without a choice.
pub(super) fn files(facts: Facts, format: Format) -> Option<Block> {
    let language = format.language;
    let mut blocks = Vec::new();
    if !facts.files.is_empty() {
        let terms = facts.files.iter().map(|file| term(file, format)).collect();
        blocks.push(Block::Terms(terms));
        blocks.push(Block::text(Tone::Soft, words::files_rows(language)));
    }
    // The first file's sheet is chosen with the rest of how it is read.
    let further = facts.files.iter().enumerate().skip(1);
    let controls: Vec<Control> =
        further.filter_map(|(place, file)| sheet(facts, file, place, language)).collect();
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

/// The choice of a further file's sheet, where there is one to make.
fn sheet(facts: Facts, file: &FileReport, place: usize, language: Language) -> Option<Control> {
    let origin = &file.origin;
    let read = origin.sheet.filter(|_| origin.sheets.len() > 1)?;
    let known = facts.inputs.files.get(&file.name).map(|known| known.reading.clone()).unwrap_or_default();
    let choices = origin
        .sheets
        .iter()
        .map(|sheet| {
            let say = if sheet.hidden { words::sheet_hidden } else { words::sheet_choice };
            let options = ReadOptions { sheet: Some(sheet.name.clone()), ..known.clone() };
            let action = Box::new(Action::Reading(options));
            let doing = Doing::Act(Action::OfFile { file: file.name.clone(), action });
            Choice { label: say(language, &sheet.name, &sheet.rows.to_string()), doing }
        })
        .collect();
    let evidence = origin.sheets.get(read).and_then(|sheet| sheet.evidence);
    let hint = evidence.map(|evidence| match evidence {
        SheetEvidence::Only => words::sheet_only(language),
        SheetEvidence::Header => words::sheet_header(language),
        SheetEvidence::Largest => words::sheet_largest(language),
        SheetEvidence::Chosen => words::sheet_chosen(language),
    });
    Some(Control {
        id: format!("sheet-{place}"),
        label: words::sheet_of(language, &file.name),
        hint: hint.unwrap_or_default(),
        kind: ControlKind::Choices { choices, chosen: Some(read), as_list: true },
        ..Control::default()
    })
}

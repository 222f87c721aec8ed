//! Files: what each of several files became, and which sheet of a workbook was read.

use crate::customers::{FileReport, Role};
use crate::i18n::words::list as words;
use crate::i18n::{Format, Language};
use crate::inputs::Action;
use crate::table::{Origin, SheetEvidence};
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
    let mut controls = Vec::new();
    if facts.files.is_empty() {
        controls.extend(sheet(&facts.report.dialect.origin, None, 0, language));
    } else {
        let named = facts.files.iter().enumerate();
        controls
            .extend(named.filter_map(|(place, file)| sheet(&file.origin, Some(&file.name), place, language)));
    }
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

/// The choice of a sheet, where there is one to make.
fn sheet(origin: &Origin, file: Option<&str>, place: usize, language: Language) -> Option<Control> {
    let read = origin.sheet.filter(|_| origin.sheets.len() > 1)?;
    let choices = origin
        .sheets
        .iter()
        .map(|sheet| {
            let say = if sheet.hidden { words::sheet_hidden } else { words::sheet_choice };
            let act = Action::Sheet(Some(sheet.name.clone()));
            // The first file is read as the inputs themselves say, a further one as they say of it.
            let act = match file {
                Some(file) if place > 0 => Action::OfFile { file: file.to_owned(), action: Box::new(act) },
                _ => act,
            };
            Choice { label: say(language, &sheet.name, &sheet.rows.to_string()), doing: Doing::Act(act) }
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
        label: file.map_or_else(|| words::sheet(language), |file| words::sheet_of(language, file)),
        hint: hint.unwrap_or_default(),
        kind: ControlKind::Choices { choices, chosen: Some(read), as_list: true },
        ..Control::default()
    })
}

//! Which sheet of a workbook, or which table of a web page, is read: proposed with its reason, and chosen otherwise.

use crate::i18n::words::list::{row_many, row_one};
use crate::i18n::words::reading as words;
use crate::i18n::{Format, Language};
use crate::inputs::Action;
use crate::table::{Origin, ReadOptions, SheetEvidence};
use crate::views::sheet::{Choice, Control, ControlKind, Doing};

/// The choice, only where there is one to make. `act` says for which file the options hold.
pub(super) fn sheet(
    id: String,
    label: String,
    origin: &Origin,
    options: &ReadOptions,
    act: impl Fn(Action) -> Action,
    language: Language,
) -> Option<Control> {
    if origin.sheets.len() < 2 {
        return None;
    }
    let format = Format::new(language);
    let read = origin.sheet.and_then(|place| origin.sheets.get(place));
    let choice = |label: String, sheet: Option<String>| Choice {
        label,
        doing: Doing::Act(act(Action::Reading(ReadOptions { sheet, ..options.clone() }))),
    };
    let found = read.map_or("", |sheet| sheet.name.as_str());
    let automatic =
        if options.sheet.is_none() { words::detected(language, found) } else { words::automatic(language) };
    let named = origin.sheets.iter().map(|sheet| {
        let rows = format.counted(sheet.rows as usize, &row_one(language), &row_many(language));
        let said = words::sheet_size(language, &sheet.name, &rows);
        let label = if sheet.hidden { words::sheet_hidden(language, &said) } else { said };
        choice(label, Some(sheet.name.clone()))
    });
    let place =
        options.sheet.as_ref().and_then(|now| origin.sheets.iter().position(|sheet| sheet.name == *now));
    let hint = match read.and_then(|sheet| sheet.evidence) {
        Some(SheetEvidence::Only) => words::sheet_only(language),
        Some(SheetEvidence::Header) => words::sheet_by_header(language),
        Some(SheetEvidence::Largest) => words::sheet_largest(language),
        Some(SheetEvidence::Chosen) => words::by_choice(language),
        None => String::new(),
    };
    let choices = std::iter::once(choice(automatic, None)).chain(named).collect();
    let kind =
        ControlKind::Choices { choices, chosen: Some(place.map_or(0, |place| place + 1)), as_list: true };
    Some(Control { id, label, hint, kind, ..Control::default() })
}

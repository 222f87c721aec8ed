//! Files the person picks or drops. They cross to the worker as handles; the page never reads them.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

/// The files of an `<input type="file">`, which is emptied so that picking the same file again is noticed.
pub fn picked(input: &HtmlInputElement) -> Vec<File> {
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files of a drop.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    event.data_transfer().map(|transfer| listed(transfer.files())).unwrap_or_default()
}

/// The table or else the text of a drop that held no files, such as cells dragged from a spreadsheet.
pub fn dropped_text(event: &DragEvent) -> Option<String> {
    let transfer = event.data_transfer()?;
    table_in(&transfer).or_else(|| transfer.get_data("text/plain").ok()).filter(|text| !text.is_empty())
}

/// Of a paste that held a table: its text, as a text box shows it, and the table as HTML.
pub fn pasted_table(event: &Event) -> Option<(String, String)> {
    let transfer = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    Some((transfer.get_data("text/plain").ok()?, table_in(&transfer)?))
}

fn table_in(transfer: &DataTransfer) -> Option<String> {
    let html = transfer.get_data("text/html").ok()?;
    html.to_ascii_lowercase().contains("<table").then_some(html)
}

/// Whether two texts are the same but for their line ends, which a text box makes its own.
pub fn same_lines(a: &str, b: &str) -> bool {
    a.trim_end().lines().eq(b.trim_end().lines())
}

/// Whether a file says by its name that this program saved it: a member's answers or a session.
pub fn is_ours(file: &File) -> bool {
    let name = file.name().to_ascii_lowercase();
    name.ends_with(".kernklant") || name.ends_with(".kernklant-answers")
}

/// The name and the size in bytes of a file.
pub fn described(file: &File) -> (String, u64) {
    (file.name(), file.size() as u64)
}

pub(super) fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|position| list.get(position)).collect()
}

/// The whole text of a small file, such as a saved session. Lists are never read here: the worker streams them.
pub async fn text(file: &File) -> Option<String> {
    wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?.as_string()
}

//! Copying out and pasting in.

use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, File};

/// What a paste brought.
#[derive(Clone, Debug)]
pub enum Pasted {
    /// Files copied in a file manager.
    Files(Vec<File>),
    /// Text; cells copied from a spreadsheet arrive with tabs between them.
    Text(String),
}

/// What a paste event brought; `None` when it is neither files nor text.
pub fn pasted(event: &ClipboardEvent) -> Option<Pasted> {
    let transfer = event.clipboard_data()?;
    // Spreadsheets put a picture of the cells beside their text: text wins.
    let text = transfer.get_data("text/plain").unwrap_or_default();
    if !text.is_empty() {
        return Some(Pasted::Text(text));
    }
    let files = super::files::listed(transfer.files());
    if files.is_empty() { None } else { Some(Pasted::Files(files)) }
}

/// Puts text on the clipboard; false when the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

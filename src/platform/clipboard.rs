//! The clipboard, as far as a paste or copy that the person makes hands it over; nothing is asked of the browser.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};

/// The text of a paste.
pub fn pasted(event: &Event) -> Option<String> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()
}

/// Puts a text on the clipboard in place of what would have been copied.
pub fn copy(event: &Event, text: &str) {
    if let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
        && data.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

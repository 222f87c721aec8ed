//! Asking before the page is left, so that nothing entered is lost by a slip.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

/// While it is kept, the browser asks before the page is closed or reloaded.
pub fn guard() -> Option<EventListener> {
    let window = super::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            // Older browsers ask only when there is a text, which they do not show.
            event.set_return_value("?");
        }
    }))
}

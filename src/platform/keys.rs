//! Keys pressed anywhere on the page, and the hand that goes elsewhere.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent};

/// Calls back on every key that goes down; stops when the listener is dropped.
pub fn on_key_down(callback: impl Fn(&KeyboardEvent) + 'static) -> Option<EventListener> {
    let document = super::document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            callback(event);
        }
    }))
}

/// Calls back whenever something is pressed or gets the focus, before anything else hears of it; stops when the
/// listeners are dropped.
pub fn on_hand_moved(callback: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let listen = |document: &Document, name: &'static str| {
        let callback = callback.clone();
        EventListener::new_with_options(
            document,
            name,
            EventListenerOptions::run_in_capture_phase(),
            move |_| callback(),
        )
    };
    let document = super::document();
    document
        .map(|document| ["pointerdown", "focusin"].map(|name| listen(&document, name)).into())
        .unwrap_or_default()
}

/// Whether a key went down in a box that people type in or choose from.
pub fn typed_in_box(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
}

/// Whether a key went down where the browser itself undoes: in a box for text.
pub fn has_own_undo(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    typed_in_box(event) && element.is_some_and(|element| element.tag_name() != "SELECT")
}

/// Whether a key went down inside a chart or a table that scrolls, where arrows have a meaning of their own.
pub fn in_chart_or_table(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|element| element.closest("svg, .scroll, .grid-scroll").ok().flatten()).is_some()
}

/// Whether a key went down on a button or link, which a space or Enter presses.
pub fn on_button(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|element| element.closest("button, summary, a").ok().flatten()).is_some()
}

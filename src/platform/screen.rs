//! The screen: how wide it is, and filling it with one element for a beamer.

use gloo::events::EventListener;

/// The width of the page in whole pixels.
pub fn width() -> Option<u32> {
    let page = super::document()?.document_element()?;
    u32::try_from(page.client_width()).ok().filter(|width| *width > 0)
}

/// Fills the screen with the element of this id, or leaves that again. Nothing happens where a browser cannot.
pub fn toggle(id: &str) {
    let Some(document) = super::document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(element) = document.get_element_by_id(id) {
        // Refused when no key or button was pressed; then the page stays as it is.
        let _ = element.request_fullscreen();
    }
}

/// Whether something fills the whole screen.
pub fn is_full() -> bool {
    super::document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Calls back whenever the screen was filled or left, also by the browser's own key; stops when the listener is dropped.
pub fn on_change(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = super::document()?;
    Some(EventListener::new(&document, "fullscreenchange", move |_| callback()))
}

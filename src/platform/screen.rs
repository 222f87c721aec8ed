//! Filling the whole screen with one element, for a beamer.

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

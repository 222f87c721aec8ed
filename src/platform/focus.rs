//! Moving the focus, for people who use a keyboard or a screen reader.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, SvgElement};

/// Focuses the element with this id; false when it is not there.
pub fn focus_id(id: &str) -> bool {
    super::document()
        .and_then(|document| document.get_element_by_id(id))
        .is_some_and(|element| focus(&element))
}

/// Focuses an element of the page or of a chart; false when it cannot take the focus.
pub fn focus(element: &Element) -> bool {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        return element.focus().is_ok();
    }
    element.dyn_ref::<SvgElement>().is_some_and(|element| element.focus().is_ok())
}

/// Scrolls `frame` until the element with this id is in sight; one that is not drawn yet stands `at` pixels down.
pub fn keep_in_sight(frame: &HtmlElement, id: &str, at: usize) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else {
        let half = frame.client_height() / 2;
        frame.set_scroll_top(i32::try_from(at).unwrap_or(i32::MAX).saturating_sub(half));
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings where we are into sight in a strip of sheets that is wider than the screen.
pub fn show_current() {
    let current = super::document().and_then(|page| page.query_selector(".tabs [aria-current]").ok()?);
    if let Some(current) = current {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Center);
        current.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Back to the top, as a new screen begins.
pub fn to_top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

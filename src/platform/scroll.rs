//! Scrolling inside an element, and placing what cannot be placed by a class. The policy of the page forbids style
//! attributes; what script sets on the element itself is allowed.

use web_sys::{Element, HtmlElement};

/// How far it is scrolled down, and how high its inside is.
pub fn seen(element: &Element) -> (f64, f64) {
    (f64::from(element.scroll_top()), f64::from(element.client_height()))
}

/// What its border and its scroll bar take of its height.
pub fn frame(element: &HtmlElement) -> f64 {
    f64::from(element.offset_height() - element.client_height())
}

/// Scrolls to here.
pub fn scroll_to(element: &Element, top: f64) {
    element.set_scroll_top(top.round() as i32);
}

/// Sets a property of style: `height`, `top`.
pub fn set(element: &HtmlElement, name: &str, value: &str) {
    // A browser that does not know the property leaves it.
    let _ = element.style().set_property(name, value);
}

//! Where in a picture the pointer is, and which of its marks an event came from.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// The attribute that numbers the marks of a picture.
pub const MARK: &str = "data-mark";

/// The pointer's place in the picture's own pixels, which may be scaled on screen; `None` while it has no size.
pub fn place_in(event: &MouseEvent, picture: &Element, width: f32, height: f32) -> Option<(f32, f32)> {
    let rect = picture.get_bounding_client_rect();
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return None;
    }
    let x = (f64::from(event.client_x()) - rect.left()) / rect.width() * f64::from(width);
    let y = (f64::from(event.client_y()) - rect.top()) / rect.height() * f64::from(height);
    Some((x as f32, y as f32))
}

/// The number of the mark that the event came from or from within.
pub fn mark_of(event: &Event) -> Option<usize> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(&format!("[{MARK}]")).ok()??.get_attribute(MARK)?.parse().ok()
}

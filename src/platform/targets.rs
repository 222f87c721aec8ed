//! Dragging a row onto a choice of its list, with mouse, pen or finger. The choices lie in a panel that shows only meanwhile.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, PointerEvent};

/// The attribute that numbers the choices of a panel.
const TARGET: &str = "data-target";
/// Marks the target that the pointer is over.
const OVER: &str = "data-over";

/// The pointer went down on a handle: from now on it hears every move.
pub fn begin(event: &PointerEvent) {
    if let (0, Some(handle)) = (event.button(), handle(event)) {
        event.prevent_default();
        // Refused only for a pointer that is gone already.
        let _ = handle.set_pointer_capture(event.pointer_id());
    }
}

/// The pointer moved: the panel shows, away from the pointer, and the target under it is marked.
pub fn go_on(event: &PointerEvent, panel: &str) {
    if !handle(event).is_some_and(|handle| handle.has_pointer_capture(event.pointer_id())) {
        return;
    }
    let Some(panel) = element(panel) else { return };
    if panel.hidden() {
        let height = super::window().and_then(|window| window.inner_height().ok()?.as_f64());
        let is_low = f64::from(event.client_y()) > height.unwrap_or_default() / 2.0;
        panel.set_class_name(if is_low { "targets above" } else { "targets" });
        panel.set_hidden(false);
    }
    let under = target(event, &panel);
    unmark(&panel);
    if let Some(under) = under {
        // A fixed word is always a name.
        let _ = under.set_attribute(OVER, "");
    }
}

/// The pointer was let go: the panel is gone, and the list in the row of the handle changes to the choice it was over,
/// as if it was chosen there.
pub fn end(event: &PointerEvent, panel: &str) {
    let number = element(panel)
        .filter(|panel| !panel.hidden())
        .and_then(|panel| target(event, &panel)?.get_attribute(TARGET)?.parse::<i32>().ok());
    stop(panel);
    let (Some(number), Some(list)) = (number, handle(event).and_then(|handle| list_beside(&handle))) else {
        return;
    };
    if list.selected_index() != number {
        list.set_selected_index(number);
        // Whoever listens to the list does the rest.
        if let Some(change) = super::document().and_then(|document| document.create_event("Event").ok()) {
            change.init_event_with_bubbles("change", true);
            let _ = list.dispatch_event(&change);
        }
    }
}

/// The pointer was taken away, as by a gesture of the browser.
pub fn stop(panel: &str) {
    if let Some(panel) = element(panel) {
        unmark(&panel);
        panel.set_hidden(true);
    }
}

fn handle(event: &PointerEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn list_beside(handle: &Element) -> Option<HtmlSelectElement> {
    handle.closest("tr").ok()??.query_selector("select").ok()??.dyn_into().ok()
}

fn element(id: &str) -> Option<HtmlElement> {
    super::document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn target(event: &PointerEvent, panel: &HtmlElement) -> Option<Element> {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let under = super::document()?.element_from_point(x, y)?.closest(&format!("[{TARGET}]")).ok()??;
    panel.contains(Some(&under)).then_some(under)
}

fn unmark(panel: &HtmlElement) {
    if let Ok(Some(marked)) = panel.query_selector(&format!("[{OVER}]")) {
        let _ = marked.remove_attribute(OVER);
    }
}

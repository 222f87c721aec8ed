//! Files dropped anywhere on the page. While they hover, its main part says so (`styles/layout.css`).

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, File, Node};

use super::files;

/// The part of the page that takes files, and the mark it carries meanwhile.
const PLACE: &str = "main";
const MARK: &str = "data-dropping";

/// Something is held over the page: files may be let go there, anything else goes its usual way.
pub fn hover(event: &DragEvent) {
    if !holds_files(event) {
        return;
    }
    event.prevent_default();
    if let Some(place) = place() {
        // A fixed word is always a name.
        let _ = place.set_attribute(MARK, "");
    }
}

/// It was taken away again; from one part of the page to another is no leaving.
pub fn leave(event: &DragEvent) {
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    if let Some(place) = place().filter(|place| !place.contains(to.as_ref())) {
        let _ = place.remove_attribute(MARK);
    }
}

/// The files that were let go.
pub fn take(event: &DragEvent) -> Vec<File> {
    if let Some(place) = place() {
        let _ = place.remove_attribute(MARK);
    }
    let files = files::dropped(event);
    if !files.is_empty() {
        event.prevent_default();
    }
    files
}

fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind == "Files"))
}

fn place() -> Option<Element> {
    super::document()?.get_element_by_id(PLACE)
}

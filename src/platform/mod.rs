//! The only calls to the browser: files, clipboard, downloads, address, clock, print, focus, boot and failure.
//!
//! Everything compiles natively too, so that clippy and the language server see it, but only runs in a page.
//!
//! What the page needs at its start, in this order:
//!
//! 1. `failure::install()` in `main`, before anything is rendered;
//! 2. `boot::on_ready(callback)`: once the seal holds, with what the worker is started from;
//! 3. `failure::keep_last_inputs(text)` after every change, so that a crash of the page costs nothing.

pub mod boot;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod dragging;
pub mod dropping;
pub mod failure;
pub mod files;
pub mod focus;
pub mod keys;
pub mod leave;
pub mod location;
pub mod picture;
pub mod pointer;
pub mod print;
pub mod resize;
pub mod screen;
pub mod scroll;
pub mod targets;

use wasm_bindgen::{JsCast, JsValue};

/// A property of a JavaScript object, when it is there and of this kind.
fn property<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// The window; absent only outside a page.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The element the page is mounted in.
pub fn root() -> Option<web_sys::Element> {
    document()?.get_element_by_id("app")
}

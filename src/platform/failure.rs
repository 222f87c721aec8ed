//! A panic of the page: shown by a plain-script screen of boot.js that offers the last inputs as a file.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;

/// Sends panics to the screen. Call first in `main`.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| show(&panic.to_string())));
}

/// Remembers what the person entered, as the table that the failure screen would offer.
pub fn keep_last_inputs(text: &str) {
    if let Some(window) = super::window() {
        // Fails only on a frozen window, and then there is nowhere to keep it.
        let _ = Reflect::set(&window, &JsValue::from_str("kernklantLastInputs"), &JsValue::from_str(text));
    }
}

fn show(message: &str) {
    let fail = super::boot::page_object().and_then(|object| super::property::<Function>(&object, "fail"));
    if let Some(fail) = fail {
        // A panic inside a panic hook would hide the first one.
        let _ = fail.call2(&JsValue::NULL, &JsValue::from_str("panic"), &JsValue::from_str(message));
    }
}

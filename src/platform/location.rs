//! The address of the page: its language. Nothing here ever leaves the page it is on.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

/// Where the language stands in the address: `?lang=nl`.
const LANGUAGE: &str = "lang";

/// The language asked for in the address.
pub fn language() -> Option<String> {
    UrlSearchParams::new_with_str(&super::window()?.location().search().ok()?).ok()?.get(LANGUAGE)
}

/// The languages of the browser, the preferred one first.
pub fn browser_languages() -> Vec<String> {
    super::window()
        .map(|window| {
            window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
        })
        .unwrap_or_default()
}

/// Writes the language into the address and onto the document, without loading anything.
pub fn set_language(code: &str) {
    let write = || {
        let url = here()?;
        url.search_params().set(LANGUAGE, code);
        replace(&url.href())?;
        super::document()?.document_element()?.set_attribute("lang", code).ok()
    };
    // A browser that refuses loses the language on reload, no more.
    let _ = write();
}

/// The title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Remembers a step back in the browser's own history. The entry holds the number alone; the address stays as it is.
pub fn remember(at: usize) {
    let write = || {
        let history = super::window()?.history().ok()?;
        let now = history.state().ok()?.as_f64();
        let number = JsValue::from_f64(at as f64);
        if now == Some(at as f64) {
            // We came here by the browser's own buttons.
            return Some(());
        }
        if at == 0 { history.replace_state(&number, "") } else { history.push_state(&number, "") }.ok()
    };
    // A browser that refuses goes without; the page has its own ways back.
    let _ = write();
}

/// Calls back with a number remembered before, whenever the person goes back or forth to it.
pub fn on_back(callback: impl Fn(usize) + 'static) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |event| {
        let state = js_sys::Reflect::get(event, &JsValue::from_str("state"));
        if let Some(at) = state.ok().and_then(|state| state.as_f64()) {
            callback(at as usize);
        }
    }))
}

fn here() -> Option<Url> {
    Url::new(&super::window()?.location().href().ok()?).ok()
}

fn replace(address: &str) -> Option<()> {
    let history = super::window()?.history().ok()?;
    let state = history.state().ok()?;
    history.replace_state_with_url(&state, "", Some(address)).ok()
}

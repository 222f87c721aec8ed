//! The address of the page: its language. Nothing here ever leaves the page it is on.

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

fn here() -> Option<Url> {
    Url::new(&super::window()?.location().href().ok()?).ok()
}

fn replace(address: &str) -> Option<()> {
    super::window()?.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok()
}

//! The address of the page: its language and its fragment. Nothing here ever leaves the page it is on.

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

/// The fragment without its `#`, still in the address; `None` when there is none.
pub fn fragment() -> Option<String> {
    let hash = super::window()?.location().hash().ok()?;
    let fragment = hash.strip_prefix('#')?;
    if fragment.is_empty() { None } else { Some(fragment.to_owned()) }
}

/// Takes the fragment out of the address and out of the history entry.
pub fn clear_fragment() {
    let clear = || {
        let url = here()?;
        url.set_hash("");
        replace(&url.href())
    };
    // A browser that refuses only keeps showing the link that was opened.
    let _ = clear();
}

/// The address of this page with another fragment, for sharing.
pub fn with_fragment(fragment: &str) -> Option<String> {
    let url = here()?;
    url.set_hash(fragment);
    Some(url.href())
}

/// Whether the page is the single file, opened from disk.
pub fn is_local_file() -> bool {
    super::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "file:")
}

fn here() -> Option<Url> {
    Url::new(&super::window()?.location().href().ok()?).ok()
}

fn replace(address: &str) -> Option<()> {
    super::window()?.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok()
}

//! Handing a file to the person. It is made in the browser and never comes from a server.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to read the file before its address is dropped.
const ADDRESS_LIFE_MS: u32 = 60_000;

/// Offers bytes as a download with this name; false when the browser cannot.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    offer(name, media_type, bytes).is_some()
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    offer_blob(name, &blob(media_type, bytes)?)
}

/// Bytes as something the browser can read again.
pub(super) fn blob(media_type: &str, bytes: &[u8]) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// Offers it as a download.
pub(super) fn offer_blob(name: &str, blob: &Blob) -> Option<()> {
    let document = super::document()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(ADDRESS_LIFE_MS, move || {
        // Nothing is lost when the address stays: the page's end drops it too.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

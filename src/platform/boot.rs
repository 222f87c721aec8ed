//! What boot.js hands over: the compiled engine, and the evidence that the seal holds.
//!
//! The seal itself is put on in one place, `index/boot.js`, once both modules and the styles are here.
//! Until [`on_ready`] calls back, nothing of the person may be read; files and pasted text wait.

use js_sys::{Array, JsString, Promise, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// One attempt of the page to reach its own origin after the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// How it was tried: `fetch`, `image`, `xhr`.
    pub channel: String,
    /// Whether the browser refused it and named our policy as the reason.
    pub refused: bool,
}

/// The page is ready for data.
#[derive(Clone, Debug, PartialEq)]
pub struct Boot {
    /// The engine, compiled; the worker starts from it.
    pub engine_module: WebAssembly::Module,
    /// The address of the worker's script, a `blob:`.
    pub worker_url: String,
    /// Whether every attempt to reach the network was refused. Intake unlocks only when this is true.
    pub sealed: bool,
    /// What was tried.
    pub evidence: Vec<Refusal>,
}

/// Calls back once, when the page is sealed and the engine is compiled. When loading fails it never does:
/// boot.js has then replaced the page by a screen that says so.
pub fn on_ready(callback: impl FnOnce(Boot) + 'static) {
    spawn_local(async move {
        let Some(ready) = ready() else { return };
        let Ok(value) = JsFuture::from(ready).await else { return };
        if let Some(boot) = read(&value) {
            callback(boot);
        }
    });
}

/// Tries again, on the person's request, whether the page can reach its own origin; the newest evidence.
pub async fn probe_again() -> Vec<Refusal> {
    let Some(probe) = page_object().and_then(|object| super::property::<js_sys::Function>(&object, "probe"))
    else {
        return Vec::new();
    };
    let Ok(promise) = probe.call0(&JsValue::NULL) else { return Vec::new() };
    match JsFuture::from(Promise::from(promise)).await {
        Ok(list) => refusals(&list),
        Err(_) => Vec::new(),
    }
}

/// The address that probes try to reach; for [`Command::Probe`](crate::worker::protocol::Command::Probe).
pub fn probe_address() -> String {
    let address = page_object().and_then(|object| super::property::<JsString>(&object, "probeAddress"));
    address.map(String::from).unwrap_or_default()
}

/// The object boot.js leaves on the window.
pub(super) fn page_object() -> Option<JsValue> {
    super::property(super::window()?.as_ref(), "kernklant")
}

fn ready() -> Option<Promise> {
    super::property(&page_object()?, "ready")
}

fn read(value: &JsValue) -> Option<Boot> {
    let sealed = Reflect::get(value, &JsValue::from_str("sealed")).ok()?.as_bool()?;
    Some(Boot {
        engine_module: super::property(value, "engineModule")?,
        worker_url: super::property::<JsString>(value, "workerUrl")?.into(),
        sealed,
        evidence: refusals(&super::property::<JsValue>(value, "evidence")?),
    })
}

/// Reads `[[channel, refused], …]`.
fn refusals(list: &JsValue) -> Vec<Refusal> {
    let Some(list) = list.dyn_ref::<Array>() else { return Vec::new() };
    let one = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some(Refusal { channel: pair.get(0).as_string()?, refused: pair.get(1).as_bool()? })
    };
    list.iter().filter_map(one).collect()
}

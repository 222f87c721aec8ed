//! How wide an element is, now and whenever that changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches an element for as long as it is kept.
pub struct WidthWatch {
    observer: ResizeObserver,
    /// What the browser calls; must live as long as the observer.
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back with the inner width in whole pixels, once soon and then whenever it changes.
/// `None` when the browser cannot watch.
pub fn watch_width(element: &Element, callback: impl Fn(u32) + 'static) -> Option<WidthWatch> {
    let mut before = 0;
    let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let last = entries.get(entries.length().saturating_sub(1));
        let Some(entry) = last.dyn_ref::<ResizeObserverEntry>() else { return };
        let width = entry.content_rect().width().floor().max(0.0) as u32;
        // A hidden element has no width; the one it had still holds.
        if width > 0 && width != before {
            before = width;
            callback(width);
        }
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthWatch { observer, _callback: callback })
}

//! Dragging something to a place of the page that takes it: with a mouse or pen from anywhere on it, with a finger by its
//! handle, since elsewhere a finger scrolls. Places that take it carry `data-takes`; while something is on its way, one
//! more such place stands on the screen, since the real one may be out of sight.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::scroll;

/// Pixels from which a press is a drag and no click.
const LEAST: i32 = 6;
/// Where a press means something else than dragging.
const NOT_HERE: &str = "input, select, textarea, summary";

/// Something on its way.
struct Drag {
    from: (i32, i32),
    takes: String,
    words: String,
    /// What follows the pointer, and the place to drop it; there once it is a drag.
    shown: Option<[HtmlElement; 2]>,
    /// The place under the pointer.
    over: Option<Element>,
}

/// Begins with this press: `on_drop` is called when it ends over a place that takes `takes`. Escape gives up.
pub fn begin(event: &PointerEvent, takes: &str, on_drop: impl Fn() + 'static) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(document), Some(pressed)) = (super::document(), target) else { return };
    let on = |selector: &str| pressed.closest(selector).ok().flatten();
    let by_finger = event.pointer_type() == "touch";
    if event.button() != 0 || on(NOT_HERE).is_some() || (by_finger && on(".drag-handle").is_none()) {
        return;
    }
    let name = on("tr").and_then(|row| row.query_selector(".customer").ok().flatten());
    let drag = Rc::new(RefCell::new(Drag {
        from: (event.client_x(), event.client_y()),
        takes: takes.to_owned(),
        words: name.and_then(|name| name.text_content()).unwrap_or_default(),
        shown: None,
        over: None,
    }));
    let listeners: Rc<RefCell<Vec<EventListener>>> = Rc::default();
    let hear = {
        let (listeners, page) = (Rc::clone(&listeners), document.clone());
        Rc::new(move |event: &Event| {
            let ends = drag.borrow_mut().hear(&page, event);
            if let Some(dropped) = ends {
                listeners.borrow_mut().clear();
                if dropped {
                    on_drop();
                }
            }
        })
    };
    let listen = |name: &'static str| {
        let hear = Rc::clone(&hear);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| hear(event))
    };
    let all = ["pointermove", "pointerup", "pointercancel", "keydown"].map(listen);
    listeners.borrow_mut().extend(all);
}

impl Drag {
    /// What an event means to it; whether it was dropped once it is over.
    fn hear(&mut self, document: &Document, event: &Event) -> Option<bool> {
        let ended = match event.type_().as_str() {
            "pointermove" => {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    self.follow(document, event);
                }
                return None;
            }
            "keydown" => {
                let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
                escape.then_some(false)
            }
            "pointerup" => Some(self.over.is_some()),
            _ => Some(false),
        };
        if ended.is_some() {
            self.leave();
            for shown in self.shown.iter().flatten() {
                shown.remove();
            }
        }
        ended
    }

    fn follow(&mut self, document: &Document, event: &PointerEvent) {
        let (x, y) = (event.client_x(), event.client_y());
        if self.shown.is_none() && (x - self.from.0).abs().max((y - self.from.1).abs()) >= LEAST {
            self.shown = self.show(document);
        }
        let Some([ghost, _]) = &self.shown else { return };
        // No text is selected on the way.
        event.prevent_default();
        scroll::set(ghost, "transform", &format!("translate({}px, {}px)", x + 12, y + 8));
        let under = document.element_from_point(x as f32, y as f32);
        let over = under.and_then(|under| under.closest(&places(&self.takes)).ok().flatten());
        if over != self.over {
            self.leave();
            if let Some(place) = &over {
                // Cannot fail for this name.
                let _ = place.set_attribute("data-over", "");
            }
            self.over = over;
        }
    }

    fn leave(&mut self) {
        if let Some(place) = self.over.take() {
            // Nothing to do where it is gone.
            let _ = place.remove_attribute("data-over");
        }
    }

    /// What follows the pointer, and the place on the screen; `None` where no place takes it.
    fn show(&self, document: &Document) -> Option<[HtmlElement; 2]> {
        let place = document.query_selector(&places(&self.takes)).ok()??;
        let title = place.query_selector("h2").ok().flatten().and_then(|title| title.text_content());
        let body = document.body()?;
        let add = |class: &str, words: &str| {
            let made = document.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
            made.set_class_name(class);
            made.set_text_content(Some(words));
            body.append_child(&made).ok()?;
            Some(made)
        };
        // In the other half of the screen, so that nothing is dropped before it went anywhere.
        let height = document.document_element().map_or(0, |root| root.client_height());
        let class = if self.from.1 * 2 > height { "drop-zone high" } else { "drop-zone" };
        let zone = add(class, &title.unwrap_or_default())?;
        zone.set_attribute("data-takes", &self.takes).ok()?;
        Some([add("drag-ghost", &self.words)?, zone])
    }
}

/// The places that take what has this name.
fn places(takes: &str) -> String {
    format!("[data-takes=\"{takes}\"]")
}

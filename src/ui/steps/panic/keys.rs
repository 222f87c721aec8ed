//! The questionnaire by keyboard: digits answer, arrows move; and by swiping on a phone.

use std::rc::Rc;

use web_sys::PointerEvent;
use yew::prelude::*;

use super::{give, step};
use crate::platform::{focus, keys, screen};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::Ask;

/// A swipe is at least so many pixels long, and twice as wide as it is high.
const SWIPE: i32 = 60;

/// 0–5 answer, arrows move, U undoes, N goes to the note, V opens the questions; Escape leaves a box. In a workshop a
/// space reveals, and digits answer only what was revealed.
#[hook]
pub fn use_answer_keys(page: &Page, ask: &Rc<Ask>, hidden: bool, on_reveal: &Callback<()>) {
    let deps = (page.clone(), Rc::clone(ask), hidden, on_reveal.clone());
    use_effect_with(deps, |(page, ask, hidden, on_reveal)| {
        let (page, ask, hidden, on_reveal) = (page.clone(), Rc::clone(ask), *hidden, on_reveal.clone());
        let listener = keys::on_key_down(move |event| {
            if keys::typed_in_box(event) {
                if event.key() == "Escape" {
                    focus::focus_id("title");
                }
                return;
            }
            if event.ctrl_key() || event.meta_key() || event.alt_key() || keys::in_chart_or_table(event) {
                return;
            }
            let workshop = ask.workshop.is_some();
            match event.key().as_str() {
                " " if workshop && hidden && !keys::on_button(event) => on_reveal.emit(()),
                "0" | "1" | "2" | "3" | "4" | "5" if workshop && hidden => on_reveal.emit(()),
                digit @ ("0" | "1" | "2" | "3" | "4" | "5") => give(&page, &ask, digit.as_bytes()[0] - b'0'),
                "ArrowLeft" => step(&page, &ask, -1),
                "ArrowRight" => step(&page, &ask, 1),
                "u" | "U" => page.tell.emit(Message::Undo),
                "n" | "N" => {
                    focus::focus_id("note");
                }
                "v" | "V" => {
                    // Opens them too: who asks for them wants to answer.
                    page.tell.emit(Message::More(true));
                    focus::focus_id("more-questions");
                }
                "f" | "F" if workshop => screen::toggle("workshop"),
                _ => return,
            }
            event.prevent_default();
        });
        move || drop(listener)
    });
}

/// Callbacks for a finger going down and up: to the left is on, to the right is back.
#[hook]
pub fn use_swipe(page: &Page, ask: &Rc<Ask>) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
    let start = use_mut_ref(|| None::<(i32, i32)>);
    let down = {
        let start = Rc::clone(&start);
        Callback::from(move |event: PointerEvent| {
            let touched = event.pointer_type() == "touch";
            *start.borrow_mut() = touched.then(|| (event.client_x(), event.client_y()));
        })
    };
    let (page, ask) = (page.clone(), Rc::clone(ask));
    let up = Callback::from(move |event: PointerEvent| {
        let Some((x, y)) = start.borrow_mut().take() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        if across.abs() >= SWIPE && across.abs() > 2 * along.abs() {
            step(&page, &ask, if across < 0 { 1 } else { -1 });
        }
    });
    (down, up)
}

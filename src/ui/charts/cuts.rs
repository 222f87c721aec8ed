//! Lines across a picture that are moved: by dragging with mouse, pen or finger, or by the arrow keys.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::draw::coordinate;
use crate::chart::scene::{Brush, Place, Scene};
use crate::i18n::digits::{short, within};
use crate::platform::pointer;
use crate::views::sheet::Cut;

/// Half of the room in which a line can be taken hold of, in pixels: a finger needs some.
const REACH: f32 = 11.0;
/// So many steps at once by the page keys.
const LEAP: f64 = 10.0;

/// A line with its grip at the end; nothing in a picture that does not tell its scales. `was_drag` is set once the line
/// moved, so that the click after it means nothing.
pub fn line(
    cut: &Cut,
    scene: &Scene,
    drawing: &NodeRef,
    on_cut: &Callback<(String, f64)>,
    was_drag: &Rc<RefCell<bool>>,
) -> Html {
    let Some(brush) = scene.brush else { return Html::default() };
    let (frame, place) = (scene.frame, place_of(cut, scene, brush));
    let (from, to) = if cut.upright {
        (Place { x: place, y: frame.top }, Place { x: place, y: frame.bottom })
    } else {
        (Place { x: frame.right, y: place }, Place { x: frame.left, y: place })
    };
    let (wide, high) = if cut.upright { (REACH, 0.0) } else { (0.0, REACH) };
    let (left, top) = (from.x.min(to.x) - wide, from.y.min(to.y) - high);

    let press = {
        let was_drag = Rc::clone(was_drag);
        Callback::from(move |event: PointerEvent| {
            // The line is taken, no region begun.
            event.stop_propagation();
            *was_drag.borrow_mut() = false;
            if event.button() == 0
                && let Some(line) = event.target_dyn_into::<Element>()
            {
                // From here on all moves come to the line, wherever the pointer is; without it the drag ends at its edge.
                let _ = line.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let drag = {
        let (cut, drawing, on_cut, was_drag) =
            (cut.clone(), drawing.clone(), on_cut.clone(), Rc::clone(was_drag));
        let size = (scene.width, scene.height);
        Callback::from(move |event: PointerEvent| {
            let Some(line) = event.target_dyn_into::<Element>() else { return };
            if !line.has_pointer_capture(event.pointer_id()) {
                return;
            }
            event.stop_propagation();
            let at = drawing.cast::<Element>().and_then(|it| pointer::place_in(&event, &it, size.0, size.1));
            let Some((x, y)) = at else { return };
            let (bounds, share) = if cut.upright {
                (brush.x, (x - frame.left) / frame.width())
            } else {
                (brush.y, (frame.bottom - y) / frame.height())
            };
            *was_drag.borrow_mut() = true;
            move_to(&cut, bounds.value(f64::from(share)), &on_cut);
        })
    };
    let key = {
        let (cut, on_cut) = (cut.clone(), on_cut.clone());
        Callback::from(move |event: KeyboardEvent| {
            let wanted = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => cut.value + cut.step,
                "ArrowLeft" | "ArrowDown" => cut.value - cut.step,
                "PageUp" => cut.value + LEAP * cut.step,
                "PageDown" => cut.value - LEAP * cut.step,
                "Home" => cut.min,
                "End" => cut.max,
                _ => return,
            };
            event.prevent_default();
            // Neither the picture's own keys nor the page's.
            event.stop_propagation();
            move_to(&cut, wanted, &on_cut);
        })
    };
    html! {
        <g
            class={classes!("chart-cut", cut.upright.then_some("upright"))} role="slider" tabindex="0" data-testid={format!("line{}", cut.path.replace('/', "-"))}
            aria-label={cut.label.clone()} aria-orientation={if cut.upright { "horizontal" } else { "vertical" }}
            aria-valuemin={short(cut.min)} aria-valuemax={short(cut.max)} aria-valuenow={short(cut.value)}
            onpointerdown={press} onpointermove={drag} onkeydown={key}
        >
            <rect
                x={coordinate(left)} y={coordinate(top)}
                width={coordinate((from.x - to.x).abs() + 2.0 * wide)} height={coordinate((from.y - to.y).abs() + 2.0 * high)}
            />
            <line x1={coordinate(from.x)} y1={coordinate(from.y)} x2={coordinate(to.x)} y2={coordinate(to.y)} />
            <circle cx={coordinate(from.x)} cy={coordinate(from.y)} r="6" />
        </g>
    }
}

/// Where the line stands in pixels.
fn place_of(cut: &Cut, scene: &Scene, brush: Brush) -> f32 {
    let frame = scene.frame;
    let side = if cut.upright { brush.x } else { brush.y };
    let share = within(side.share(cut.value), 0.0, 1.0) as f32;
    if cut.upright { frame.left + share * frame.width() } else { frame.bottom - share * frame.height() }
}

/// To the nearest step within the limits; where it stands already nothing is told.
fn move_to(cut: &Cut, wanted: f64, on_cut: &Callback<(String, f64)>) {
    let value = within((wanted / cut.step).round() * cut.step, cut.min, cut.max);
    if value != cut.value {
        on_cut.emit((cut.path.clone(), value));
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::chart::scene::{Frame, Span};

    fn cut(upright: bool, value: f64) -> Cut {
        Cut { upright, value, min: 0.0, max: 100.0, step: 0.5, ..Cut::default() }
    }

    fn check_place(upright: bool, value: f64, expected: f32) {
        let brush = Brush {
            x: Span { low: 0.0, high: 100.0, log: None },
            y: Span { low: -50.0, high: 150.0, log: None },
            chosen: None,
        };
        let scene =
            Scene { frame: Frame { left: 100.0, top: 0.0, right: 300.0, bottom: 200.0 }, ..Scene::default() };
        assert_eq!(place_of(&cut(upright, value), &scene, brush), expected, "{upright} {value}");
    }

    #[test]
    fn a_line_stands_at_its_value() {
        check_place(true, 80.0, 260.0);
        check_place(true, 120.0, 300.0);
        check_place(false, 50.0, 100.0);
        check_place(false, 100.0, 50.0);
    }

    fn check_move(from: f64, wanted: f64, expected: Option<f64>) {
        let told = Rc::new(Cell::new(None));
        let hear = Rc::clone(&told);
        let on_cut = Callback::from(move |(_, value): (String, f64)| hear.set(Some(value)));
        move_to(&cut(true, from), wanted, &on_cut);
        assert_eq!(told.get(), expected, "from {from} to {wanted}");
    }

    #[test]
    fn a_line_moves_by_steps_and_stays_on_its_scale() {
        check_move(80.0, 71.3, Some(71.5));
        check_move(80.0, 80.2, None);
        check_move(80.0, 180.0, Some(100.0));
        check_move(0.0, -3.0, None);
    }
}

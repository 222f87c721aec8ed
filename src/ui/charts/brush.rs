//! Choosing a region of a picture: by dragging with a mouse or pen, or by four numbers.

use yew::prelude::*;

use crate::chart::scene::{Axis, Direction, Key, Place, Region, Scene};
use crate::i18n::digits::within;
use crate::i18n::texts::ChartTexts;
use crate::ui::sheet::NumberBox;

/// Pixels from which a press is a drag and no click.
const LEAST: f32 = 6.0;

/// The region between two places; `None` for a click, or where nothing can be chosen.
pub fn dragged(scene: &Scene, (a, b): (Place, Place)) -> Option<Key> {
    let (brush, frame) = (scene.brush?, scene.frame);
    if (a.x - b.x).abs() < LEAST || (a.y - b.y).abs() < LEAST {
        return None;
    }
    let x = |at: f32| rounded(brush.x.value(f64::from((at - frame.left) / frame.width())));
    let y = |at: f32| rounded(brush.y.value(f64::from((frame.bottom - at) / frame.height())));
    let region = Region { x: (x(a.x.min(b.x)), x(a.x.max(b.x))), y: (y(a.y.max(b.y)), y(a.y.min(b.y))) };
    Some(Key::Region { x: region.x, y: region.y })
}

/// The place within the frame nearest to the pointer.
pub fn inside(scene: &Scene, place: Place) -> Place {
    let frame = scene.frame;
    let within = |at: f32, low: f32, high: f32| within(f64::from(at), f64::from(low), f64::from(high)) as f32;
    Place { x: within(place.x, frame.left, frame.right), y: within(place.y, frame.top, frame.bottom) }
}

/// Three digits are as much as a hand can mean.
fn rounded(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let step = 10.0_f64.powf(value.abs().log10().floor() - 2.0);
    (value / step).round() * step
}

/// From and to of both axes as boxes.
pub fn boxes(scene: &Scene, name: &str, words: &ChartTexts, select: &Callback<Key>) -> Html {
    let Some(brush) = scene.brush else { return Html::default() };
    let all = Region { x: (f64::MIN, f64::MAX), y: (f64::MIN, f64::MAX) };
    let now = brush.chosen.unwrap_or(all);
    let title = |direction: Direction| {
        let axis: Option<&Axis> = scene.axes.iter().find(|axis| axis.direction == direction);
        axis.and_then(|axis| axis.title.as_ref()).map_or_else(String::new, |title| title.text.clone())
    };
    let (x, y) = (title(Direction::Horizontal), title(Direction::Vertical));
    let one = |side: usize, title: &str, word: &str, value: f64| {
        let select = select.clone();
        let on_number = Callback::from(move |number: Option<f64>| {
            let mut sides = [now.x.0, now.x.1, now.y.0, now.y.1];
            sides[side] = number.unwrap_or(if side.is_multiple_of(2) { f64::MIN } else { f64::MAX });
            let [left, right, low, high] = sides;
            select.emit(Key::Region { x: (left, right), y: (low, high) });
        });
        let shown = (value.abs() < 1e300).then_some(value);
        html! {
            <label>{ format!("{title} {word}") }
                <NumberBox id={format!("brush-{name}-{side}")} label={format!("{title} {word}")} value={shown} invalid={false} {on_number} />
            </label>
        }
    };
    html! {
        <fieldset class="chart-boxes no-print">
            <legend class="small soft">{ words.region }</legend>
            { one(0, &x, words.from, now.x.0) }
            { one(1, &x, words.to, now.x.1) }
            { one(2, &y, words.from, now.y.0) }
            { one(3, &y, words.to, now.y.1) }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::{dragged, rounded};
    use crate::chart::scene::{Brush, Frame, Key, Place, Scene, Span};

    fn check(from: (f32, f32), to: (f32, f32), expected: Option<Key>) {
        let side = |high| Span { low: 0.0, high, log: None };
        let scene = Scene {
            frame: Frame { left: 100.0, top: 0.0, right: 300.0, bottom: 200.0 },
            brush: Some(Brush { x: side(1000.0), y: side(50.0), chosen: None }),
            ..Scene::default()
        };
        let place = |(x, y): (f32, f32)| Place { x, y };
        assert_eq!(dragged(&scene, (place(from), place(to))), expected, "{from:?} to {to:?}");
    }

    #[test]
    fn a_drag_is_a_region_either_way_and_a_click_is_none() {
        let region = Some(Key::Region { x: (250.0, 500.0), y: (25.0, 50.0) });
        check((150.0, 100.0), (200.0, 0.0), region.clone());
        check((200.0, 0.0), (150.0, 100.0), region);
        check((150.0, 100.0), (152.0, 101.0), None);
    }

    #[test]
    fn regions_end_at_numbers_a_hand_can_mean() {
        assert_eq!([rounded(12_345.6), rounded(-0.0123), rounded(0.0)], [12_300.0, -0.0123, 0.0]);
    }
}

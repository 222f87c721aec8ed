//! What holds for the labels of every picture at any width.

use kernklant::chart::labels::bounds;
use kernklant::chart::scene::{Frame, Mark, Scene, Text};

/// All texts of a picture, except the letters within points.
fn texts(scene: &Scene) -> Vec<&Text> {
    let axes = scene
        .axes
        .iter()
        .flat_map(|axis| axis.ticks.iter().filter_map(|tick| tick.label.as_ref()).chain(axis.title.as_ref()));
    let marks = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text),
        _ => None,
    });
    axes.chain(marks).chain(scene.legend.iter().map(|entry| &entry.label)).collect()
}

/// Nothing clips, no two texts collide, and every mark that can be pointed at has a tooltip inside.
pub fn check(scene: &Scene, case: &str) {
    let page = Frame { left: -0.5, top: -0.5, right: scene.width + 0.5, bottom: scene.height + 0.5 };
    let placed: Vec<(&Text, Frame)> = texts(scene).into_iter().map(|text| (text, bounds(text))).collect();
    for (i, (text, frame)) in placed.iter().enumerate() {
        assert!(frame.is_within(&page), "{case}: {:?} clips at {frame:?}", text.text);
        assert!(text.size >= 12.0, "{case}: {:?} is too small", text.text);
        for (other, taken) in placed.iter().skip(i + 1) {
            assert!(!frame.overlaps(taken), "{case}: {:?} collides with {:?}", text.text, other.text);
        }
    }
    for (i, mark) in scene.marks.iter().enumerate() {
        if let Some(frame) = mark.frame() {
            assert!(frame.is_within(&page), "{case}: mark {i} at {frame:?} is outside");
        }
        if mark.datum().is_some() {
            let tooltip = scene.tooltip(i).map(|tooltip| tooltip.frame).unwrap_or_default();
            assert!(tooltip.left >= 0.0 && tooltip.right <= scene.width, "{case}: tooltip {tooltip:?}");
        }
    }
}

//! Golden pictures of every chart in every state, and what holds for all of them at any width.

#[path = "../examples/gallery/samples/mod.rs"]
#[allow(dead_code, reason = "the gallery shows titles, too")]
mod samples;

use kernklant::chart::labels::bounds;
use kernklant::chart::scene::{Frame, Mark, Scene, Text};
use kernklant::chart::svg;
use kernklant::i18n::Language;
use samples::{Case, SAMPLES, STATES};

const WIDTHS: [f32; 6] = [320.0, 390.0, 620.0, 900.0, 1440.0, 1920.0];

fn dutch(state: &'static str, width: f32) -> Case {
    Case { state, width, language: Language::Nl }
}

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
fn check(scene: &Scene, case: &str) {
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

#[test]
fn nothing_clips_or_collides_at_any_width() {
    for sample in &SAMPLES {
        for state in STATES {
            // A hundred thousand customers take a while each time.
            let many = state == "many";
            for width in WIDTHS.into_iter().step_by(if many { 3 } else { 1 }) {
                for language in [Language::Nl, Language::En].into_iter().skip(usize::from(many)) {
                    let scene = (sample.draw)(Case { state, width, language });
                    check(&scene, &format!("{} {state} at {width} in {language:?}", sample.name));
                }
            }
        }
    }
}

#[test]
fn no_point_of_the_map_hides_another() {
    for state in ["ordinary", "negative", "many"] {
        let scene = SAMPLES
            .iter()
            .find(|sample| sample.name == "importance")
            .map(|it| (it.draw)(dutch(state, 900.0)));
        let marks = scene.map(|scene| scene.marks).unwrap_or_default();
        let points: Vec<_> = marks
            .iter()
            .filter_map(|mark| if let Mark::Point(point) = mark { Some(point) } else { None })
            .collect();
        assert!(!points.is_empty());
        for (i, one) in points.iter().enumerate() {
            for other in points.iter().skip(i + 1) {
                let apart = (one.place.x - other.place.x).hypot(one.place.y - other.place.y);
                assert!(apart >= one.radius.max(other.radius), "{state}: {apart}");
            }
        }
    }
}

/// The picture as a file, with paths of thousands of points as their length and sum: nobody reads those.
fn drawn(scene: &Scene) -> String {
    let short = |line: &str| {
        if line.len() < 20_000 {
            return line.to_owned();
        }
        let sum = line.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        format!("{}… {} characters, sum {sum:x}", &line[..60], line.len())
    };
    svg::render(scene).lines().map(short).collect::<Vec<_>>().join("\n")
}

#[test]
fn pictures_are_as_they_were() {
    for sample in &SAMPLES {
        for state in STATES {
            let picture = drawn(&(sample.draw)(dutch(state, 390.0)));
            insta::assert_snapshot!(format!("{}-{state}", sample.name), picture);
        }
        let picture = drawn(&(sample.draw)(dutch("ordinary", 900.0)));
        insta::assert_snapshot!(format!("{}-wide", sample.name), picture);
    }
}

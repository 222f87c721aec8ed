//! Golden pictures of every chart in every state, and what holds for all of them at any width.

#[path = "support/labels.rs"]
mod labels;
#[path = "../examples/gallery/samples/mod.rs"]
#[allow(dead_code, reason = "the gallery shows titles, too")]
mod samples;

use kernklant::chart::scene::{Mark, Scene};
use kernklant::chart::svg;
use kernklant::i18n::Language;
use labels::check;
use samples::{Case, SAMPLES, STATES};

const WIDTHS: [f32; 6] = [320.0, 390.0, 620.0, 900.0, 1440.0, 1920.0];

fn dutch(state: &'static str, width: f32) -> Case {
    Case { state, width, language: Language::Nl }
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

//! Marks and axes as SVG elements. Colours and weights are classes; only positions are attributes.

use yew::prelude::*;

use crate::chart::scene::{
    Anchor, Axis, Cloud, Direction, Fill, Mark, Place, Point, Rect, Stroke, Text, Tone,
};
use crate::i18n::digits::fixed;
use crate::platform::picture;

/// More points than this in one cloud are painted on a canvas instead of drawn as shapes.
const MOST_SHAPES: usize = 5000;

/// A mark's shape.
pub fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Line(line) => {
            html! { <path class={classes!("chart-line", tone(line.tone), stroke(line.stroke))} d={line.path()} /> }
        }
        Mark::Area(area) => {
            html! { <path class={classes!(fill(area.fill), tone(area.tone))} d={area.path()} /> }
        }
        Mark::Point(point) => self::point(point),
        Mark::Rule(rule) => {
            line(rule.from, rule.to, classes!("chart-line", tone(rule.tone), stroke(rule.stroke)))
        }
        Mark::Rect(rect) => self::rect(rect),
        Mark::Text(text) => self::text(text),
        Mark::Cloud(cloud) if cloud.places.len() > MOST_SHAPES => {
            html! { <CloudImage cloud={cloud.clone()} /> }
        }
        Mark::Cloud(cloud) => {
            html! { <path class={classes!(fill(cloud.fill), tone(cloud.tone))} d={cloud.path()} /> }
        }
    }
}

/// An axis with its ticks, labels and title.
pub fn axis(axis: &Axis) -> Html {
    let horizontal = axis.direction == Direction::Horizontal;
    let along = |at: f32, across: f32| {
        if horizontal { Place { x: at, y: across } } else { Place { x: across, y: at } }
    };
    html! {
        <g class="chart-axis">
            for tick in &axis.ticks {
                if let Some((from, to)) = tick.grid {
                    { line(along(tick.at, from), along(tick.at, to), classes!("chart-grid")) }
                }
                if horizontal {
                    { line(along(tick.at, axis.at), along(tick.at, axis.at + 4.0), classes!("chart-axis-line")) }
                }
                if let Some(label) = &tick.label {
                    { text(label) }
                }
            }
            if horizontal {
                { line(along(axis.start, axis.at), along(axis.end, axis.at), classes!("chart-axis-line")) }
            }
            if let Some(title) = &axis.title {
                { text(title) }
            }
        </g>
    }
}

/// A line of text.
pub fn text(text: &Text) -> Html {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let classes = classes!(
        "chart-text",
        tone(text.tone),
        text.bold.then_some("chart-bold"),
        text.halo.then_some("chart-halo")
    );
    html! {
        <text class={classes} x={coordinate(text.place.x)} y={coordinate(text.place.y)} font-size={coordinate(text.size)} text-anchor={anchor}>
            { text.text.clone() }
        </text>
    }
}

/// A pixel as an attribute.
pub fn coordinate(pixels: f32) -> String {
    fixed(f64::from(if pixels.is_finite() { pixels } else { 0.0 }), 1)
}

#[derive(PartialEq, Properties)]
struct CloudProps {
    cloud: Cloud,
}

/// Thousands of points, painted once on a canvas; the picture holds them as a mask, so that the style sheet colours them.
#[component]
fn CloudImage(props: &CloudProps) -> Html {
    let cloud = &props.cloud;
    let id = use_memo((), |()| format!("cloud-{:x}", std::ptr::from_ref(cloud) as usize));
    let image = use_memo(cloud.clone(), |cloud| {
        let reach = |at: fn(&Place) -> f32| cloud.places.iter().map(at).fold(0.0, f32::max) + cloud.radius;
        let (width, height) = (reach(|place| place.x), reach(|place| place.y));
        let squares = cloud.places.iter().map(|place| (place.x - cloud.radius, place.y - cloud.radius));
        picture::dots(width, height, squares, cloud.radius * 2.0)
            .map(|image| (image, width.ceil(), height.ceil()))
    });
    let Some((address, width, height)) = &*image else { return Html::default() };
    let (width, height) = (coordinate(*width), coordinate(*height));
    html! {
        <>
            <mask id={(*id).clone()}><image href={address.clone()} width={width.clone()} height={height.clone()} /></mask>
            <rect class={classes!(fill(cloud.fill), tone(cloud.tone))} {width} {height} mask={format!("url(#{id})")} />
        </>
    }
}

fn point(point: &Point) -> Html {
    let edge = (!point.is_dot()).then_some("chart-edge");
    html! {
        <>
            <path class={classes!("chart-fill", edge, tone(point.tone))} d={point.path()} />
            if !point.letter.is_empty() {
                { text(&point.letter_text()) }
            }
        </>
    }
}

fn rect(rect: &Rect) -> Html {
    let frame = rect.frame;
    html! {
        <>
            <rect
                class={classes!(fill(rect.fill), tone(rect.tone))}
                x={coordinate(frame.left)} y={coordinate(frame.top)}
                width={coordinate(frame.width().max(0.0))} height={coordinate(frame.height().max(0.0))}
            />
            if rect.fill == Fill::Hatched {
                <path class={classes!("chart-hatch", tone(rect.tone))} d={rect.hatch()} />
            }
        </>
    }
}

fn line(from: Place, to: Place, classes: Classes) -> Html {
    html! {
        <line class={classes} x1={coordinate(from.x)} y1={coordinate(from.y)} x2={coordinate(to.x)} y2={coordinate(to.y)} />
    }
}

fn stroke(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Bold => "chart-strong",
        Stroke::Thin => "chart-thin",
        Stroke::Dashed => "chart-dashed",
    }
}

fn fill(fill: Fill) -> &'static str {
    match fill {
        Fill::Full => "chart-fill",
        Fill::Wash | Fill::Hatched => "chart-wash",
        Fill::Clear => "chart-clear",
        Fill::Shade(1) => "chart-fill chart-shade-1",
        Fill::Shade(2) => "chart-fill chart-shade-2",
        Fill::Shade(3) => "chart-fill chart-shade-3",
        Fill::Shade(_) => "chart-fill chart-shade-4",
    }
}

/// The class that sets the colour of a tone.
fn tone(tone: Tone) -> Classes {
    let name = match tone {
        Tone::Ink => "tone-ink",
        Tone::Soft => "tone-soft",
        Tone::Faint => "tone-faint",
        Tone::Accent => "tone-accent",
        Tone::A => "tone-a",
        Tone::B => "tone-b",
        Tone::C => "tone-c",
        Tone::D => "tone-d",
        Tone::None => "tone-none",
        Tone::OnFill => "tone-on-fill",
        Tone::Loss => "tone-loss",
        Tone::Series(place) => return classes!(format!("tone-{}", (place.max(1) - 1) % 6 + 1)),
    };
    classes!(name)
}

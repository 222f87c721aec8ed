//! What lies over the marks while one is pointed at: a ring and the tooltip, both placed within the picture.

use yew::prelude::*;

use super::draw::{self, coordinate};
use super::picture::Picture;
use crate::chart::scene::Frame;

/// Which mark has the focus ring and which its tooltip open.
#[derive(PartialEq, Properties)]
pub struct OverlayProps {
    pub picture: Picture,
    pub ringed: Option<usize>,
    pub shown: Option<usize>,
}

/// The ring and the tooltip. Hidden from screen readers, which read the mark itself.
#[component]
pub fn Overlay(props: &OverlayProps) -> Html {
    let ring = |mark: Option<usize>| mark.and_then(|mark| props.picture.marks.get(mark)?.frame());
    let tooltip = props.shown.and_then(|mark| props.picture.tooltip(mark));
    html! {
        <g class="chart-overlay" aria-hidden="true">
            if let Some(frame) = ring(props.shown) {
                { outline(frame, 2.5, "chart-hover") }
            }
            if let Some(frame) = ring(props.ringed) {
                { outline(frame, 3.5, "chart-ring") }
            }
            if let Some(tooltip) = tooltip {
                <g class="chart-tooltip">
                    { outline(tooltip.frame, 0.0, "chart-tooltip-box") }
                    for line in &tooltip.lines {
                        { draw::text(line) }
                    }
                </g>
            }
        </g>
    }
}

fn outline(frame: Frame, outside: f32, class: &'static str) -> Html {
    html! {
        <rect
            {class} rx="5"
            x={coordinate(frame.left - outside)} y={coordinate(frame.top - outside)}
            width={coordinate(frame.width() + 2.0 * outside)} height={coordinate(frame.height() + 2.0 * outside)}
        />
    }
}

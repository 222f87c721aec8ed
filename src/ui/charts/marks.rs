//! All marks of a chart; those with a datum can be reached by keyboard and are read out.

use yew::prelude::*;

use super::draw;
use super::picture::Picture;

/// Which picture, and which of its marks the tab key reaches.
#[derive(PartialEq, Properties)]
pub struct MarksProps {
    pub name: AttrValue,
    pub picture: Picture,
    pub current: Option<usize>,
}

/// Backgrounds, axes, marks and legend. Redrawn only for another picture or another current mark.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let picture = &props.picture;
    let behind = picture.backgrounds();
    html! {
        <>
            <g aria-hidden="true">
                for mark in picture.marks.iter().take(behind) {
                    { draw::mark(mark) }
                }
                for axis in &picture.axes {
                    { draw::axis(axis) }
                }
            </g>
            for i in behind..picture.marks.len() {
                <OneMark name={props.name.clone()} picture={picture.clone()} {i} current={props.current == Some(i)} />
            }
            <g aria-hidden="true">
                for entry in &picture.legend {
                    { draw::mark(&entry.sample) }
                    { draw::text(&entry.label) }
                }
            </g>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct OneMarkProps {
    name: AttrValue,
    picture: Picture,
    i: usize,
    current: bool,
}

/// One mark. Its own component, so that walking through thousands redraws two of them.
#[component]
fn OneMark(props: &OneMarkProps) -> Html {
    let Some(mark) = props.picture.marks.get(props.i) else { return Html::default() };
    let Some(datum) = mark.datum() else {
        return html! { <g aria-hidden="true">{ draw::mark(mark) }</g> };
    };
    html! {
        <g
            id={mark_id(&props.name, props.i)} class="chart-mark" role="graphics-symbol" data-mark={props.i.to_string()}
            tabindex={if props.current { "0" } else { "-1" }} aria-label={datum.sentence()}
        >
            { draw::mark(mark) }
        </g>
    }
}

/// The id of a mark's element.
pub fn mark_id(name: &str, i: usize) -> String {
    format!("chart-{name}-mark-{i}")
}

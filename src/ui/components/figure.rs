//! One key figure with its label and its why.

use yew::prelude::*;

use super::Why;

/// A figure on screen, and as a plain number for those who check.
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// Stable name: the figure is found as `figure-<name>`.
    pub name: AttrValue,
    pub label: AttrValue,
    /// The plain number, at full precision; empty when unknown.
    pub value: AttrValue,
    /// As people read it.
    pub shown: AttrValue,
    /// The sentences behind it.
    #[prop_or_default]
    pub why: Html,
}

/// A term and its value, in a `<dl class="figures">`.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    html! {
        <div class="figure" data-testid={format!("figure-{}", props.name)} data-value={props.value.clone()}>
            <dt>{ props.label.clone() }</dt>
            <dd class="value">{ props.shown.clone() }</dd>
            if props.why != Html::default() {
                <dd><Why>{ props.why.clone() }</Why></dd>
            }
        </div>
    }
}

//! The "why?" that opens under a figure or a choice.

use yew::prelude::*;

use crate::ui::context::use_page;

/// What to explain.
#[derive(PartialEq, Properties)]
pub struct WhyProps {
    /// Another word than "why?" on the handle.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub children: Html,
}

/// A disclosure with the rule, the values and the threshold behind a result.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let page = use_page();
    let label = props.label.clone().unwrap_or_else(|| page.texts().shell.why.into());
    html! {
        <details class="why">
            <summary>{ label }</summary>
            <div>{ props.children.clone() }</div>
        </details>
    }
}

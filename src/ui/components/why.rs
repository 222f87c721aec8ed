//! The "why?" that opens under a figure or a choice.

use yew::prelude::*;

/// A disclosure with the rule, the values and the threshold behind a result; `label` is its handle.
pub fn why(label: &'static str, content: Html) -> Html {
    html! {
        <details class="why">
            <summary>{ label }</summary>
            <div>{ content }</div>
        </details>
    }
}

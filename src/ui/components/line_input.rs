//! A one-line text box that tells its text on every change.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A labelled box; the label may be hidden from sight.
#[derive(PartialEq, Properties)]
pub struct LineInputProps {
    pub label: AttrValue,
    pub value: AttrValue,
    #[prop_or_default]
    pub placeholder: AttrValue,
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// Marked as needing attention.
    #[prop_or_default]
    pub invalid: bool,
    pub on_text: Callback<String>,
}

/// Small, for use inside tables.
#[component]
pub fn LineInput(props: &LineInputProps) -> Html {
    let oninput = {
        let on_text = props.on_text.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_text.emit(input.value());
            }
        })
    };
    html! {
        <input
            type="text"
            class={classes!("input", "slim", props.invalid.then_some("invalid"))}
            aria-label={props.label.clone()}
            aria-invalid={props.invalid.then_some("true")}
            placeholder={props.placeholder.clone()}
            value={props.value.clone()}
            data-testid={props.testid.clone()}
            {oninput}
        />
    }
}

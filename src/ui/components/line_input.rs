//! A one-line text box that tells its text on every change, and keeps what is typed until it is left.

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

/// Small, for use inside tables. The value may come back late from the engine: meanwhile what is typed stands.
#[component]
pub fn LineInput(props: &LineInputProps) -> Html {
    let typed = use_state(|| None::<AttrValue>);
    let value = (*typed).clone().unwrap_or_else(|| props.value.clone());
    let oninput = {
        let (typed, on_text) = (typed.clone(), props.on_text.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let text = input.value();
                typed.set(Some(AttrValue::from(text.clone())));
                on_text.emit(text);
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| typed.set(None));
    html! {
        <input
            type="text"
            class={classes!("input", "slim", props.invalid.then_some("invalid"))}
            aria-label={props.label.clone()}
            aria-invalid={props.invalid.then_some("true")}
            placeholder={props.placeholder.clone()}
            {value}
            data-testid={props.testid.clone()}
            {oninput}
            {onblur}
        />
    }
}

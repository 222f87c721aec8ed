//! A box for one number, read in Dutch and English spelling; a wrong spelling is marked and changes nothing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::context::use_page;

/// A labelled number with its limits.
#[derive(PartialEq, Properties)]
pub struct NumberInputProps {
    pub label: AttrValue,
    /// `None` shows an empty box.
    pub value: Option<f64>,
    #[prop_or(0.0)]
    pub min: f64,
    #[prop_or(1e9)]
    pub max: f64,
    /// Whether an empty box is an answer.
    #[prop_or_default]
    pub optional: bool,
    #[prop_or_default]
    pub placeholder: AttrValue,
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    pub on_number: Callback<Option<f64>>,
}

/// What a typed text says within the limits; outer `None` = not understood.
#[allow(clippy::option_option, reason = "outer: not understood; inner: left empty")]
fn read(text: &str, props: &NumberInputProps) -> Option<Option<f64>> {
    let text = text.trim().replace(',', ".");
    if text.is_empty() {
        return props.optional.then_some(None);
    }
    let number = text.parse::<f64>().ok()?;
    (number.is_finite() && (props.min..=props.max).contains(&number)).then_some(Some(number))
}

/// Keeps what was typed while it has the focus, so that "2," is not taken away half-way.
#[component]
pub fn NumberInput(props: &NumberInputProps) -> Html {
    let page = use_page();
    let typed = use_state(|| None::<String>);
    let shown = typed
        .as_ref()
        .cloned()
        .unwrap_or_else(|| props.value.map(|value| page.format().short_number(value, 2)).unwrap_or_default());
    let invalid = typed.as_ref().is_some_and(|text| read(text, props).is_none());
    let oninput = {
        let typed = typed.clone();
        let on_number = props.on_number.clone();
        let limits = NumberInputProps {
            label: AttrValue::default(),
            on_number: Callback::noop(),
            placeholder: AttrValue::default(),
            testid: None,
            ..*props
        };
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = input.value();
            if let Some(number) = read(&text, &limits) {
                on_number.emit(number);
            }
            typed.set(Some(text));
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| typed.set(None));
    html! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            class={classes!("input", "slim", "number", invalid.then_some("invalid"))}
            aria-label={props.label.clone()}
            aria-invalid={invalid.then_some("true")}
            placeholder={props.placeholder.clone()}
            value={shown}
            data-testid={props.testid.clone()}
            {oninput}
            {onblur}
        />
    }
}

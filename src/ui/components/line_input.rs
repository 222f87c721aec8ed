//! A one-line text box that tells its text on every change.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A labelled box, small, for use inside tables; the label is for screen readers.
pub struct LineInput {
    pub label: String,
    pub value: String,
    pub placeholder: &'static str,
    /// Marked as needing attention.
    pub invalid: bool,
    pub testid: &'static str,
    pub on_text: Callback<String>,
}

impl LineInput {
    /// The box.
    pub fn view(self) -> Html {
        let on_text = self.on_text;
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_text.emit(input.value());
            }
        });
        html! {
            <input
                type="text"
                class={classes!("input", "slim", self.invalid.then_some("invalid"))}
                aria-label={self.label}
                aria-invalid={self.invalid.then_some("true")}
                placeholder={self.placeholder}
                value={self.value}
                data-testid={self.testid}
                {oninput}
            />
        }
    }
}

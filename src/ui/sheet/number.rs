//! A box for one number of a sheet, read in Dutch and English spelling; a wrong spelling is marked and changes nothing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::digits;
use crate::ui::context::use_page;

#[derive(PartialEq, Properties)]
pub struct NumberBoxProps {
    pub id: AttrValue,
    pub label: AttrValue,
    /// As shown; `None` is an empty box.
    pub value: Option<f64>,
    pub invalid: bool,
    /// The number as typed; `None` = emptied.
    pub on_number: Callback<Option<f64>>,
}

/// What a typed text says; outer `None` = not understood.
#[allow(clippy::option_option, reason = "outer: not understood; inner: left empty")]
fn read(text: &str) -> Option<Option<f64>> {
    let text = text.trim().replace(',', ".");
    if text.is_empty() {
        return Some(None);
    }
    digits::read(&text).map(Some)
}

/// Keeps what was typed while it has the focus, so that "2," is not taken away half-way.
#[component]
pub fn NumberBox(props: &NumberBoxProps) -> Html {
    let page = use_page();
    let typed = use_state(|| None::<String>);
    let shown = typed
        .as_ref()
        .cloned()
        .unwrap_or_else(|| props.value.map(|value| page.format().plain(value)).unwrap_or_default());
    let invalid = props.invalid || typed.as_ref().is_some_and(|text| read(text).is_none());
    let oninput = {
        let (typed, on_number) = (typed.clone(), props.on_number.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = input.value();
            if let Some(number) = read(&text) {
                on_number.emit(number);
            }
            typed.set(Some(text));
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| typed.set(None));
    html! {
        <input
            type="text" inputmode="decimal" autocomplete="off"
            class={classes!("input", "slim", "number", invalid.then_some("invalid"))}
            aria-label={props.label.clone()} aria-invalid={invalid.then_some("true")}
            value={shown} data-testid={props.id.clone()} {oninput} {onblur}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_are_read_in_both_spellings() {
        for (text, expected) in [
            ("2,5", Some(Some(2.5))),
            (" 30 ", Some(Some(30.0))),
            ("", Some(None)),
            ("x", None),
            ("1e999", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}

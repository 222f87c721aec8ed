//! A box for a short text with a button for each thing that can be done with it, such as a new column of some kind.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::doing::obey;
use crate::recipe::Setting;
use crate::ui::context::use_page;
use crate::views::sheet::Choice;

#[derive(PartialEq, Properties)]
pub struct EntryBoxProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub placeholder: AttrValue,
    pub choices: Vec<Choice>,
}

/// The text goes into what the button does, and the box is empty again.
#[component]
pub fn EntryBox(props: &EntryBoxProps) -> Html {
    let (page, input) = (use_page(), use_node_ref());
    let press = |choice: &Choice| {
        let (page, input, doing) = (page.clone(), input.clone(), choice.doing.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            if !input.value().trim().is_empty() {
                obey(&page, &doing, Some(Setting::Text(input.value())));
                input.set_value("");
            }
        })
    };
    html! {
        <span class="row">
            <input type="text" class="input slim" ref={input.clone()} aria-label={props.label.clone()} placeholder={props.placeholder.clone()} data-testid={props.id.clone()} />
            for (place, choice) in props.choices.iter().enumerate() {
                <button type="button" class="button slim" data-testid={format!("{}-{place}", props.id)} onclick={press(choice)}>{ &choice.label }</button>
            }
        </span>
    }
}

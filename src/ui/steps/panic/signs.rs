//! The seven signs of a core customer, optional: yes, no, or don't know.

use yew::prelude::*;

use crate::platform::clock;
use crate::recipe::Sign;
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{SAYS, say, says_of};

/// The signs of one customer.
#[derive(PartialEq, Properties)]
pub struct SignsProps {
    pub customer: String,
}

/// Folded away until wanted; pressing the chosen answer again takes it back.
#[component]
pub fn Signs(props: &SignsProps) -> Html {
    let page = use_page();
    let texts = &page.texts().panic;
    html! {
        <details class="why signs">
            <summary>{ texts.signs_title }</summary>
            <div>
                <p class="small soft">{ texts.signs_hint }</p>
                <ul>
                    for (place, sign) in Sign::ALL.into_iter().enumerate() {
                        { row(&page, &props.customer, sign, texts.signs[place]) }
                    }
                </ul>
            </div>
        </details>
    }
}

fn row(page: &Page, customer: &str, sign: Sign, words: &'static str) -> Html {
    let shell = &page.texts().shell;
    let labels = [shell.yes, shell.no, page.texts().panic.dont_know];
    let now = says_of(page.inputs(), customer, sign);
    let choice = |place: usize| {
        let says = SAYS[place];
        let next = (now != Some(says)).then_some(says);
        let customer = customer.to_owned();
        let onclick = page.with(move |_: MouseEvent| Message::Do(say(&customer, sign, next, clock::now())));
        html! { <button type="button" aria-pressed={(now == Some(says)).to_string()} {onclick}>{ labels[place] }</button> }
    };
    html! {
        <li>
            <span>{ words }</span>
            <div class="segmented" role="group" aria-label={words}>{ choice(0) }{ choice(1) }{ choice(2) }</div>
        </li>
    }
}

//! What the list says about the customer, hideable, so that figures do not steer the answer.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::field_name;
use crate::ui::context::use_page;
use crate::views::Fact;

/// The facts of one customer.
#[derive(PartialEq, Properties)]
pub struct FactsProps {
    pub facts: Rc<Vec<Fact>>,
}

/// Closed stays closed from customer to customer.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let page = use_page();
    let texts = &page.texts().panic;
    let hidden = use_state(|| false);
    let toggle = {
        let hidden = hidden.clone();
        Callback::from(move |_: MouseEvent| hidden.set(!*hidden))
    };
    if props.facts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel facts">
            <div class="row-between">
                <h2>{ texts.facts }</h2>
                <button type="button" class="button quiet slim" onclick={toggle}>{ if *hidden { texts.show_facts } else { texts.hide_facts } }</button>
            </div>
            if !*hidden {
                <dl>
                    for fact in props.facts.iter() {
                        <div><dt>{ field_name(fact.field, page.state.language) }</dt><dd>{ &fact.shown }</dd></div>
                    }
                </dl>
            }
        </section>
    }
}

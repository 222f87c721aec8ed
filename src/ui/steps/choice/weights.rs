//! What counts and how much: a slider and a number for every criterion.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::explain::criterion_name;
use crate::inputs::Action;
use crate::ui::components::NumberInput;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{ChoiceView, CriterionRow};

/// The page's own inputs are shown, not the engine's echo, so that a dragged slider never jumps back.
pub fn weights(page: &Page, view: &ChoiceView) -> Html {
    let texts = &page.texts().choice;
    html! {
        <section class="panel">
            <div class="row-between">
                <h2>{ texts.weights_title }</h2>
                <button type="button" class="button quiet slim" onclick={page.on(Message::Do(Action::Set { path: "/choice/weights".into(), value: None }))}>{ texts.reset }</button>
            </div>
            <p class="soft small">{ texts.weights_hint }</p>
            <ul class="weights">{ for view.criteria.iter().map(|row| weight(page, row)) }</ul>
        </section>
    }
}

fn weight(page: &Page, row: &CriterionRow) -> Html {
    let (texts, format) = (&page.texts().choice, page.format());
    let name = criterion_name(row.criterion, page.state.language);
    let now = page.entered_number(&row.path).unwrap_or(row.weight);
    let on_number = page.enters_number(row.path.clone());
    let oninput = {
        let on_number = on_number.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(slider) = event.target_dyn_into::<HtmlInputElement>() {
                on_number.emit(Some(slider.value_as_number()));
            }
        })
    };
    html! {
        <li>
            <span>{ name }<span class="tiny soft">{ (texts.known_for)(&format.percent(row.known, 0)) }</span></span>
            <input type="range" min="0" max="5" step="0.5" value={now.to_string()} aria-label={name} {oninput} />
            <NumberInput label={format!("{}: {name}", texts.weight)} value={Some(now)} max=100.0 {on_number} />
        </li>
    }
}

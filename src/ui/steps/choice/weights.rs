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
                <button type="button" class="button quiet slim" onclick={page.on(Message::Do(Action::ResetWeights))}>{ texts.reset }</button>
            </div>
            <p class="soft small">{ texts.weights_hint }</p>
            <ul class="weights">{ for view.criteria.iter().map(|row| weight(page, row)) }</ul>
        </section>
    }
}

fn weight(page: &Page, row: &CriterionRow) -> Html {
    let (texts, format) = (&page.texts().choice, page.format());
    let criterion = row.criterion;
    let name = criterion_name(criterion, page.state.language);
    let weights = &page.inputs().recipe.choice.weights;
    let now = weights
        .iter()
        .find(|weight| weight.criterion == criterion)
        .map_or(row.weight, |weight| weight.weight);
    let on_number = {
        let tell = page.tell.clone();
        Callback::from(move |number: Option<f64>| {
            if let Some(weight) = number {
                tell.emit(Message::Do(Action::Weight { criterion, weight }));
            }
        })
    };
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

//! The service-level table: what each level may expect, editable, with visits and calls a year.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::i18n::Language;
use crate::i18n::explain::said;
use crate::inputs::Action;
use crate::recipe::Level;
use crate::ui::components::{NumberInput, level_badge};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::PlanView;

/// Capacities down, levels across; a phone shows the levels under each capacity.
pub fn level_table(page: &Page, view: &PlanView) -> Html {
    let texts = &page.texts().plan;
    let service = &page.inputs().recipe.service;
    let language = page.state.language;
    html! {
        <section class="panel">
            <h2>{ texts.levels_title }</h2>
            <p class="soft small">{ texts.levels_hint }</p>
            for (a, b) in view.identical.iter() {
                <p class="notice warn">{ (texts.levels_equal)(a.letter(), b.letter()) }</p>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={texts.levels_title}>
                <table class="table levels">
                    <thead><tr>
                        <th scope="col">{ texts.capacity }</th>
                        for level in Level::ALL {
                            <th scope="col">{ level_badge(level.letter()) }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for (place, capacity) in service.capacities.iter().enumerate() {
                            <tr key={capacity.id.clone()}>
                                <th scope="row">{ said(&capacity.name, language) }</th>
                                for level in Level::ALL {
                                    <td>{ provision(page, place, level, said(&capacity.name, language), said(&capacity.levels.get(level).text, language)) }</td>
                                }
                            </tr>
                        }
                        { frequency(page, texts.visits, |level| *service.visits.get(level), |level, number| Action::Visits { level, number }) }
                        { frequency(page, texts.calls, |level| *service.calls.get(level), |level, number| Action::Calls { level, number }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// An agreement may be a sentence: it wraps.
fn provision(page: &Page, capacity: usize, level: Level, name: &str, text: &str) -> Html {
    let dutch = page.state.language == Language::Nl;
    let oninput = page.with(move |event: InputEvent| {
        let text =
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
        Message::Do(Action::Provision { capacity, level, dutch, text })
    });
    let label = format!("{name} {}", level.letter());
    html! { <textarea class="textarea slim" rows="2" aria-label={label} value={text.to_owned()} {oninput} /> }
}

fn frequency(
    page: &Page,
    name: &'static str,
    value: impl Fn(Level) -> f64,
    make: fn(Level, f64) -> Action,
) -> Html {
    let cell = |level: Level| {
        let tell = page.tell.clone();
        let on_number = Callback::from(move |number: Option<f64>| {
            if let Some(number) = number {
                tell.emit(Message::Do(make(level, number)));
            }
        });
        html! { <td><NumberInput label={format!("{name} {}", level.letter())} value={Some(value(level))} max=366.0 {on_number} /></td> }
    };
    html! {
        <tr>
            <th scope="row">{ name }{ " " }<span class="soft">{ page.texts().plan.per_year }</span></th>
            { for Level::ALL.into_iter().map(cell) }
        </tr>
    }
}

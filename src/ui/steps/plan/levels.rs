//! The service-level table: what each level may expect, editable, with visits and calls a year.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::i18n::explain::said;
use crate::inputs::Action;
use crate::recipe::{Level, Setting, path};
use crate::ui::components::{NumberInput, level_badge};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::PlanView;

/// Capacities down, levels across; a phone shows the levels under each capacity.
pub fn level_table(page: &Page, view: &PlanView) -> Html {
    let texts = &page.texts().plan;
    let service = &view.service;
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
                        for capacity in service.capacities.iter() {
                            <tr key={capacity.id.clone()}>
                                <th scope="row">{ said(&capacity.name, language) }</th>
                                for level in Level::ALL {
                                    <td>{ provision(page, &capacity.id, level, said(&capacity.name, language), said(&capacity.levels.get(level).text, language)) }</td>
                                }
                            </tr>
                        }
                        { frequency(page, texts.visits, "visits", |level| *service.visits.get(level)) }
                        { frequency(page, texts.calls, "calls", |level| *service.calls.get(level)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// An agreement may be a sentence: it wraps.
fn provision(page: &Page, capacity: &str, level: Level, name: &str, text: &str) -> Html {
    let place =
        path(&["service", "capacities", capacity, "levels", key(level), "text", page.state.language.code()]);
    let text = page.entered_text(&place).unwrap_or(text).to_owned();
    let oninput = page.with(move |event: InputEvent| {
        let text =
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
        Message::Do(Action::Set { path: place.clone(), value: Some(Setting::Text(text)) })
    });
    let label = format!("{name} {}", level.letter());
    html! { <textarea class="textarea slim" rows="2" aria-label={label} value={text} {oninput} /> }
}

fn frequency(page: &Page, name: &'static str, section: &str, value: impl Fn(Level) -> f64) -> Html {
    let cell = |level: Level| {
        let place = path(&["service", section, key(level)]);
        let value = Some(page.entered_number(&place).unwrap_or_else(|| value(level)));
        html! { <td><NumberInput label={format!("{name} {}", level.letter())} {value} max=366.0 on_number={page.enters_number(place)} /></td> }
    };
    html! {
        <tr>
            <th scope="row">{ name }{ " " }<span class="soft">{ page.texts().plan.per_year }</span></th>
            { for Level::ALL.into_iter().map(cell) }
        </tr>
    }
}

/// The level's name in the recipe.
fn key(level: Level) -> &'static str {
    match level {
        Level::A => "a",
        Level::B => "b",
        Level::C => "c",
        Level::D => "d",
    }
}

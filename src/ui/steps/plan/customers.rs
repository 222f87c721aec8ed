//! Every customer with its one level: computed, or changed by hand with a reason.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::i18n::explain::level_why;
use crate::inputs::Action;
use crate::recipe::Level;
use crate::ui::components::{LineInput, level_badge, pager, search};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{PlanRow, PlanView};

/// A first; everything else in the analysis is advice, this is what happens.
pub fn customer_levels(page: &Page, view: &PlanView) -> Html {
    let (texts, shell, format) = (&page.texts().plan, &page.texts().shell, page.format());
    html! {
        <section class="stack-s">
            <h2>{ texts.customers_title }</h2>
            if view.override_missing > 0 {
                <p class="notice warn">{ (texts.override_missing)(&format.count(view.override_missing)) }</p>
            }
            { search(page) }
            <div class="scroll" tabindex="0" role="region" aria-label={texts.customers_title}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ texts.level }</th>
                        <th scope="col">{ shell.customer }</th>
                        <th scope="col">{ texts.reason }</th>
                        if view.has_owners {
                            <th scope="col">{ texts.owner }</th>
                        }
                        <th scope="col" class="num">{ texts.visits }</th>
                        <th scope="col" class="num">{ texts.calls }</th>
                    </tr></thead>
                    <tbody>{ for view.rows.iter().map(|row| customer(page, view, row)) }</tbody>
                </table>
            </div>
            { pager(page, view.page, view.pages, view.matches) }
        </section>
    }
}

fn customer(page: &Page, view: &PlanView, row: &PlanRow) -> Html {
    let format = page.format();
    html! {
        <tr key={row.who.key.clone()}>
            <td class="level-cell">{ level_badge(row.level.map_or("", Level::letter)) }{ change(page, row) }</td>
            <th scope="row">{ &row.who.name }</th>
            <td>{ why(page, row) }</td>
            if view.has_owners {
                <td>{ row.owner.clone().unwrap_or_default() }</td>
            }
            <td class="num">{ format.short_number(row.visits, 1) }</td>
            <td class="num">{ format.short_number(row.calls, 1) }</td>
        </tr>
    }
}

/// Another level, or back to the computed one.
fn change(page: &Page, row: &PlanRow) -> Html {
    let texts = &page.texts().plan;
    let computed = row.advised.map_or(texts.no_level, Level::letter);
    let customer = row.who.key.clone();
    let onchange = page.with(move |event: Event| {
        let place = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        // Place 0 is "computed".
        let level = usize::try_from(place - 1).ok().and_then(|place| Level::ALL.get(place).copied());
        Message::Do(Action::Level { customer: customer.clone(), level })
    });
    html! {
        <select class="select slim fit" aria-label={(texts.change_level)(&row.who.name)} data-testid="level-select" {onchange}>
            <option selected={!row.by_hand}>{ (texts.computed)(computed) }</option>
            for level in Level::ALL {
                <option selected={row.by_hand && row.level == Some(level)}>{ level.letter() }</option>
            }
        </select>
    }
}

/// Why this level; a level by hand asks for its reason.
fn why(page: &Page, row: &PlanRow) -> Html {
    let texts = &page.texts().plan;
    if !row.by_hand {
        let core = (!row.core_reason.is_empty()).then(|| format!(": {}", row.core_reason));
        return html! { <>{ level_why(row.why, page.state.language) }{ core }</> };
    }
    let customer = row.who.key.clone();
    // The page's own words, not the engine's echo: a late answer would eat letters.
    let value = page.inputs().plan.levels.get(&customer).map_or_else(String::new, |own| own.reason.clone());
    let on_text =
        page.with(move |text: String| Message::Do(Action::LevelReason { customer: customer.clone(), text }));
    html! {
        { LineInput { label: format!("{} {}", texts.override_reason, row.who.name), value, placeholder: texts.override_reason, invalid: row.reason.trim().is_empty(), testid: "level-reason", on_text }.view() }
    }
}

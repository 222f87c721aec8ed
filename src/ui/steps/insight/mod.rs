//! The second step: what the list says, in sentences first, then figures, curve, letters and the table.

mod figures;
mod letters;
mod pareto;

use yew::prelude::*;

use self::figures::figures;
use self::letters::letters;
use self::pareto::ParetoPanel;
use crate::inputs::Action;
use crate::recipe::{MeasureChoice, Setting};
use crate::ui::components::{customer_table, page_foot, page_head, why};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{InsightView, Screen};

/// What the list says.
#[component]
pub fn InsightStep() -> Html {
    let page = use_page();
    let texts = &page.texts().insight;
    let Some(view) = page.state.pictures.insight.clone() else {
        return html! { <div class="page"><p class="soft" role="status">{ page.texts().shell.busy }</p></div> };
    };
    html! {
        <div class="page">
            { page_head(texts.eyebrow, title(&page, &view), html! { <>
                <p class="lede">{ texts.lede }</p>
                { warnings(&page, &view) }
            </> }) }
            { figures(&page, &view) }
            { measure(&page, &view) }
            if view.small.is_none() {
                <ParetoPanel view={view.clone()} />
            }
            { letters(&page, &view) }
            <section class="stack">
                <h2>{ texts.table_title }</h2>
                { customer_table(&page, &view) }
            </section>
            { page_foot(&page, Some(Screen::List), Some((Screen::Panic, texts.to_panic))) }
        </div>
    }
}

/// The finding of this very list.
fn title(page: &Page, view: &InsightView) -> String {
    let (texts, shell, format) = (&page.texts().insight, &page.texts().shell, page.format());
    let customers = |count: usize| format.counted(count, shell.one_customer, shell.customers);
    match (&view.pareto, view.small) {
        (None, _) => (texts.title_names)(&customers(view.customers)),
        (Some(_), Some(_)) => (texts.title_small)(&customers(view.customers)),
        (Some(pareto), None) => {
            (texts.title_share)(&customers(pareto.top_customers), &format.percent(pareto.top_share, 0))
        }
    }
}

/// Dependence on one or a few.
fn warnings(page: &Page, view: &InsightView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let Some(pareto) = &view.pareto else { return Html::default() };
    html! {
        <>
            if pareto.warn_largest {
                <p class="notice warn">{ (texts.warn_top1)(&pareto.largest.name, &format.percent(pareto.largest_share, 0)) }</p>
            }
            if pareto.warn_few {
                <p class="notice warn">{ (texts.warn_top5)(&format.percent(pareto.few_share, 0)) }</p>
            }
        </>
    }
}

/// What ranks the customers, switchable.
fn measure(page: &Page, view: &InsightView) -> Html {
    let texts = &page.texts().insight;
    if !view.has_value {
        return Html::default();
    }
    let set =
        |name: &str| Action::Set { path: "/measure/choice".into(), value: Some(Setting::Name(name.into())) };
    let choice = |choice: MeasureChoice, name: &str, label: &'static str| {
        html! {
            <button type="button" aria-pressed={(view.measure_choice == choice).to_string()} onclick={page.on(Message::Do(set(name)))}>{ label }</button>
        }
    };
    html! {
        <div class="row">
            <span id="measure">{ texts.measure_title }</span>
            <div class="segmented" role="group" aria-labelledby="measure">
                { choice(MeasureChoice::Automatic, "automatic", texts.measure_auto) }
                { choice(MeasureChoice::Revenue, "revenue", texts.measure_revenue) }
                { choice(MeasureChoice::Margin, "margin", texts.measure_margin) }
                { choice(MeasureChoice::Contribution, "contribution", texts.measure_contribution) }
            </div>
            <b>{ crate::i18n::explain::measure_name(view.measure, page.state.language) }</b>
            { why(page.texts().shell.why, html! { <><p>{ texts.measure_why }</p></> }) }
        </div>
    }
}

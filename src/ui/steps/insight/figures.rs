//! The key figures, each opening to its why.

use yew::prelude::*;

use crate::ui::components::Figure;
use crate::ui::context::Page;
use crate::views::{InsightView, ParetoView};

/// Inventory first, then concentration where there is value; below twenty customers no shares.
pub fn figures(page: &Page, view: &InsightView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    html! {
        <section class="stack-s">
            <h2 class="visually-hidden">{ texts.figures }</h2>
            <dl class="figures">
                { Figure { name: "active", label: texts.active, value: view.active.to_string(), shown: format.count(view.active), why: why_active(page, view) }.view(page) }
                { Figure { name: "shortlist", label: texts.shortlist, value: view.shortlist.to_string(), shown: format.count(view.shortlist), why: why_shortlist(page, view) }.view(page) }
                if let Some(pareto) = &view.pareto {
                    { concentration(page, view, pareto) }
                }
            </dl>
            if let Some(limit) = view.small {
                <p class="small soft">{ (texts.small_list)(&limit.to_string()) }</p>
            }
        </section>
    }
}

fn why_active(page: &Page, view: &InsightView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let count = format.count(view.active);
    let first = match view.window {
        Some(window) => {
            (texts.why_active_orders)(&window.days.to_string(), &format.date(view.reference_date), &count)
        }
        None if view.by_revenue => (texts.why_active_revenue)(&count),
        None => texts.why_all_active.to_owned(),
    };
    let stretched = view.window.filter(|window| window.stretched).and_then(|window| window.median_interval);
    html! {
        <>
            <p>{ first }</p>
            if let Some(days) = stretched {
                <p>{ (texts.why_rhythm)(&format.short_number(days, 0)) }</p>
            }
            if view.window.is_some() {
                <p>{ (texts.why_asleep)(&format.count(view.asleep), &format.count(view.lapsed)) }</p>
            }
        </>
    }
}

fn why_shortlist(page: &Page, view: &InsightView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let (active, size) = (format.count(view.active), format.count(view.shortlist));
    html! { <p>{ (texts.why_shortlist)(&active, &view.one_in.to_string(), &size) }</p> }
}

fn concentration(page: &Page, view: &InsightView, pareto: &ParetoView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let outside = (pareto.outside > 0).then(|| {
        let count =
            format.counted(pareto.outside, page.texts().shell.one_customer, page.texts().shell.customers);
        html! { <p>{ (texts.why_outside)(&count, &format.money(pareto.outside_sum)) }</p> }
    });
    let why_top = html! {
        <>
            <p>{ (texts.why_top20)(&format.count(pareto.top_customers), &format.count(pareto.customers), &format.money(pareto.top_sum), &format.money(pareto.total)) }</p>
            { for outside.clone() }
        </>
    };
    let why_hold = html! {
        <p>{ (texts.why_for80)(&format.count(pareto.hold_customers), &format.count(pareto.customers), &format.percent(pareto.hold_share, 1)) }</p>
    };
    let percent = |share: f64| {
        if view.small.is_some() { "–".to_owned() } else { format.percent(share, 1) }
    };
    html! {
        <>
            { Figure { name: "top20-share", label: texts.top20, value: pareto.top_share.to_string(), shown: percent(pareto.top_share), why: why_top }.view(page) }
            { Figure { name: "customers-for-80", label: texts.for80, value: pareto.hold_customers.to_string(), shown: format.count(pareto.hold_customers), why: why_hold }.view(page) }
            { Figure { name: "gini", label: texts.gini, value: pareto.gini.to_string(), shown: format.number(pareto.gini, 2), why: html! { <><p>{ texts.why_gini }</p>{ for outside }</> } }.view(page) }
        </>
    }
}

//! What to do on Monday, in sentences with names.

use yew::prelude::*;

use crate::ui::context::Page;
use crate::views::{PlanView, Who};

/// The sentences, most urgent first; also on paper.
pub fn sentences(page: &Page, view: &PlanView) -> Vec<String> {
    let (texts, shell, format) = (&page.texts().plan, &page.texts().shell, page.format());
    let names = |people: &[Who]| people.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    if !view.alarm.is_empty() {
        lines.push((texts.monday_alarm)(&names(&view.alarm)));
    }
    if !view.first_core.is_empty() {
        lines.push((texts.monday_core)(&names(&view.first_core)));
    }
    if !view.discuss.is_empty() {
        lines.push((texts.monday_discuss)(&names(&view.discuss)));
    }
    if view.light > 0 {
        let customers = format.counted(view.light, shell.one_customer, shell.customers);
        lines.push((texts.monday_light)(&customers, &format.hours(view.light_hours)));
    }
    if view.reason_missing + view.override_missing > 0 {
        lines.push(texts.monday_reasons.to_owned());
    }
    lines
}

/// A result that ends in a chart is a failure; it ends here.
pub fn monday(page: &Page, view: &PlanView) -> Html {
    let texts = &page.texts().plan;
    let lines = sentences(page, view);
    html! {
        <section class="panel monday">
            <h2>{ texts.monday_title }</h2>
            <p class="soft small">{ texts.role_hint }</p>
            <ol>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ol>
        </section>
    }
}

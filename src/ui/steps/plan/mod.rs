//! The fifth step: the hours, the levels, one level for every customer, and Monday; printable.

mod customers;
mod hours;
mod levels;
mod monday;
mod paper;

use yew::prelude::*;

use self::customers::customer_levels;
use self::hours::hours;
use self::levels::level_table;
use self::monday::monday;
use self::paper::paper;
use crate::platform::print;
use crate::ui::components::{page_foot, page_head};
use crate::ui::context::{Page, use_page};
use crate::views::{PlanView, Screen};

/// A choice with consequences.
#[component]
pub fn PlanStep() -> Html {
    let page = use_page();
    let texts = &page.texts().plan;
    let Some(view) = page.state.pictures.plan.clone() else {
        return html! { <div class="page"><p class="soft" role="status">{ page.texts().shell.busy }</p></div> };
    };
    let on_print = Callback::from(|_: MouseEvent| {
        print::print();
    });
    html! {
        <>
            <div class="page no-print">
                { page_head(texts.eyebrow, title(&page, &view), html! { <>
                    <p class="lede">{ texts.lede }</p>
                    <button type="button" class="button primary" data-testid="print-plan" onclick={on_print}>{ texts.print }</button>
                </> }) }
                { hours(&page, &view) }
                { monday(&page, &view) }
                { level_table(&page, &view) }
                { customer_levels(&page, &view) }
                { page_foot(&page, Some(Screen::Choice), Some((Screen::Review, texts.to_review))) }
            </div>
            { paper(&page, &view) }
        </>
    }
}

/// The finding: how much of the time goes to the core.
fn title(page: &Page, view: &PlanView) -> String {
    let (texts, format) = (&page.texts().plan, page.format());
    match view.core_time {
        Some(share) if view.core > 0 => {
            (texts.title_share)(&format.percent(share, 0), &format.percent(view.goal, 0))
        }
        _ => texts.title_nobody.to_owned(),
    }
}

//! The fifth step: the hours, the levels, one level for every customer, and Monday; printable.

mod customers;
mod hours;
mod levels;
mod monday;
mod paper;

use yew::prelude::*;

use self::customers::CustomerLevels;
use self::hours::Hours;
use self::levels::LevelTable;
use self::monday::Monday;
use self::paper::Paper;
use crate::platform::print;
use crate::ui::components::{PageFoot, PageHead};
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
                <PageHead eyebrow={texts.eyebrow} title={title(&page, &view)}>
                    <p class="lede">{ texts.lede }</p>
                    <button type="button" class="button primary" data-testid="print-plan" onclick={on_print}>{ texts.print }</button>
                </PageHead>
                <Hours view={view.clone()} />
                <Monday view={view.clone()} />
                <LevelTable view={view.clone()} />
                <CustomerLevels view={view.clone()} />
                <PageFoot back={Some(Screen::Choice)} next={Some((Screen::Review, texts.to_review))} />
            </div>
            <Paper {view} />
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

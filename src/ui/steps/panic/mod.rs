//! The third step: the panic question, one customer a screen, and the map that fills with every answer.

mod answers;
mod facts;
mod importance;
mod question;
mod signs;

use yew::prelude::*;

use self::importance::ImportanceMap;
use self::question::Questionnaire;
use crate::ui::components::{PageFoot, PageHead};
use crate::ui::context::use_page;
use crate::views::Screen;

/// The heart: who would panic, and who would shrug?
#[component]
pub fn PanicStep() -> Html {
    let page = use_page();
    let texts = &page.texts().panic;
    let Some(view) = page.state.pictures.panic.clone() else {
        return html! { <div class="page"><p class="soft" role="status">{ page.texts().shell.busy }</p></div> };
    };
    if view.round.is_empty() {
        return html! {
            <div class="page">
                <PageHead eyebrow={texts.eyebrow} title={page.texts().list.title} />
                <p class="notice">{ texts.nobody }</p>
                <PageFoot back={Some(Screen::Insight)} next={Some((Screen::Choice, texts.to_choice))} />
            </div>
        };
    }
    html! {
        <div class="page">
            <Questionnaire view={view.clone()} />
            <ImportanceMap {view} />
            <PageFoot back={Some(Screen::Insight)} next={Some((Screen::Choice, texts.to_choice))} />
        </div>
    }
}

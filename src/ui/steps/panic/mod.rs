//! The third step: the panic question, one customer a screen, and the map that fills with every answer.

mod answers;
mod facts;
mod importance;
mod question;
mod signs;

use yew::prelude::*;

use self::importance::ImportanceMap;
use self::question::Questionnaire;
use crate::ui::components::{page_foot, page_head};
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
                { page_head(texts.eyebrow, page.texts().list.title.to_owned(), Html::default()) }
                <p class="notice">{ texts.nobody }</p>
                { page_foot(&page, Some(Screen::Insight), Some((Screen::Choice, texts.to_choice))) }
            </div>
        };
    }
    html! {
        <div class="page">
            <Questionnaire view={view.clone()} />
            <ImportanceMap {view} />
            { page_foot(&page, Some(Screen::Insight), Some((Screen::Choice, texts.to_choice))) }
        </div>
    }
}

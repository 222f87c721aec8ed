//! The head and foot of a screen: where we are, the finding as a title, and the way on.

use yew::prelude::*;

use crate::ui::context::use_page;
use crate::ui::state::Message;
use crate::views::Screen;

/// The head of a screen.
#[derive(PartialEq, Properties)]
pub struct PageHeadProps {
    #[prop_or_default]
    pub eyebrow: Option<AttrValue>,
    pub title: AttrValue,
    #[prop_or_default]
    pub children: Html,
}

/// The title states the finding; it takes the focus when the step changes.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <header class="page-head">
            if let Some(eyebrow) = &props.eyebrow {
                <p class="eyebrow">{ eyebrow.clone() }</p>
            }
            <h1 id="title" tabindex="-1">{ props.title.clone() }</h1>
            { props.children.clone() }
        </header>
    }
}

/// The foot of a screen.
#[derive(PartialEq, Properties)]
pub struct PageFootProps {
    #[prop_or_default]
    pub back: Option<Screen>,
    #[prop_or_default]
    pub next: Option<(Screen, &'static str)>,
}

/// Back on the left, on to the next step on the right.
#[component]
pub fn PageFoot(props: &PageFootProps) -> Html {
    let page = use_page();
    html! {
        <div class="page-foot no-print">
            if let Some(screen) = props.back {
                <button type="button" class="button" onclick={page.on(Message::Go(screen))}>{ page.texts().shell.back }</button>
            } else {
                <span></span>
            }
            if let Some((screen, label)) = props.next {
                <button type="button" class="button primary" data-testid="next-step" onclick={page.on(Message::Go(screen))}>{ label }</button>
            }
        </div>
    }
}

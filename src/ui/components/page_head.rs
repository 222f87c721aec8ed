//! The head and foot of a screen: where we are, the finding as a title, and the way on.

use yew::prelude::*;

use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::Screen;

/// The title states the finding; it takes the focus when the step changes.
pub fn page_head(eyebrow: &str, title: Html, below: Html) -> Html {
    html! {
        <header class="page-head">
            if !eyebrow.is_empty() {
                <p class="eyebrow">{ eyebrow }</p>
            }
            <h1 id="title" tabindex="-1">{ title }</h1>
            { below }
        </header>
    }
}

/// Back on the left, on to the next step on the right.
pub fn page_foot(page: &Page, back: Option<Screen>, next: Option<(Screen, &'static str)>) -> Html {
    html! {
        <div class="page-foot no-print">
            if let Some(screen) = back {
                <button type="button" class="button" onclick={page.on(Message::Go(screen.into()))}>{ page.texts().shell.back }</button>
            } else {
                <span></span>
            }
            if let Some((screen, label)) = next {
                <button type="button" class="button primary" data-testid="next-step" onclick={page.on(Message::Go(screen.into()))}>{ label }</button>
            }
        </div>
    }
}

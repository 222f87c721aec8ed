//! The header: brand, seal, language, undo, and the six steps.

use yew::prelude::*;

use super::{Symbol, icon, seal_sign};
use crate::i18n::{Language, Texts};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::Screen;

/// The name of a step.
fn step_name(texts: &Texts, screen: Screen) -> &'static str {
    match screen {
        Screen::List => texts.shell.step_list,
        Screen::Insight => texts.shell.step_insight,
        Screen::Panic => texts.shell.step_panic,
        Screen::Choice => texts.shell.step_choice,
        Screen::Plan => texts.shell.step_plan,
        Screen::Review => texts.shell.step_review,
    }
}

/// Stays on top while the page scrolls.
pub fn header(page: &Page) -> Html {
    let texts = page.texts();
    let state = &page.state;
    let other = match state.language {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    };
    html! {
        <header class="topbar no-print">
            <div class="topbar-inner">
                <span class="brand">{ icon(Symbol::Core) }{ "Kernklant" }</span>
                <div class="topbar-tools">
                    { seal_sign(page) }
                    <button type="button" class="button quiet slim" data-testid="undo" aria-disabled={(!state.inputs.can_undo()).then_some("true")} onclick={page.on(Message::Undo)} aria-label={texts.shell.undo}><span aria-hidden="true">{ "↶" }</span><span class="wide-only">{ texts.shell.undo }</span></button>
                    <button type="button" class="button slim" data-testid="language" lang={other.code()} aria-label={texts.shell.language_label} onclick={page.on(Message::Speak(other))}>{ texts.shell.language_switch }</button>
                </div>
                <nav class="steps" aria-label={texts.shell.steps_label}>
                    for (at, screen) in Screen::ALL.into_iter().enumerate() {
                        <button
                            type="button"
                            class={classes!("step", (state.has_list && screen < state.screen()).then_some("done"))}
                            data-testid={format!("step-{}", screen.key())}
                            aria-current={(screen == state.screen()).then_some("step")}
                            aria-disabled={(screen != Screen::List && !state.has_list).then_some("true")}
                            title={(screen != Screen::List && !state.has_list).then_some(texts.shell.step_needs_list)}
                            onclick={page.on(Message::Go(screen.into()))}
                        >
                            <b aria-hidden="true">{ at + 1 }</b>{ step_name(texts, screen) }
                        </button>
                    }
                </nav>
            </div>
        </header>
    }
}

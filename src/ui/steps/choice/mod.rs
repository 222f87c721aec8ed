//! The fourth step: weights, the ranking with its proposal, the person's choice with reasons, and what the chosen share.

mod profile;
mod ranking;
mod weights;

use yew::prelude::*;

use self::profile::profile;
use self::ranking::ranking;
use self::weights::weights;
use crate::inputs::Action;
use crate::recipe::Setting;
use crate::ui::components::{page_foot, page_head};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{ChoiceView, Screen, by_value};

/// The person chooses; the page proposes and asks why.
#[component]
pub fn ChoiceStep() -> Html {
    let page = use_page();
    let (texts, format) = (&page.texts().choice, page.format());
    let Some(view) = page.state.pictures.choice.clone() else {
        return html! { <div class="page"><p class="soft" role="status">{ page.texts().shell.busy }</p></div> };
    };
    let title = if view.chosen == 0 || !view.decided {
        texts.title_none.to_owned()
    } else {
        (texts.title)(&format.counted(view.chosen, texts.core_one, texts.core_many))
    };
    html! {
        <div class="page">
            { page_head(texts.eyebrow, title, html! { <>
                <p class="lede">{ (texts.lede)(&format.count(view.size)) }</p>
            </> }) }
            { state_of_choice(&page, &view) }
            { ranking(&page, &view) }
            { weights(&page, &view) }
            { profile(&page, &view) }
            { page_foot(&page, Some(Screen::Panic), Some((Screen::Plan, texts.to_plan))) }
        </div>
    }
}

/// Accepting, clearing, and what still lacks a reason.
fn state_of_choice(page: &Page, view: &ChoiceView) -> Html {
    let (texts, format) = (&page.texts().choice, page.format());
    let accept = Message::Do(Action::AcceptProposal { customers: view.proposal.clone() });
    let missing = view.reason_missing.len();
    // Switching these off lets what is known decide, such as the panic index.
    let unknown: Vec<_> = view
        .criteria
        .iter()
        .filter(|row| row.known == 0.0 && row.weight > 0.0)
        .map(|row| Action::Set { path: row.path.clone(), value: Some(Setting::Number(0.0)) })
        .collect();
    html! {
        <div class="stack-s">
            if by_value(view) {
                <div class="notice">
                    <p>{ texts.by_value }</p>
                    if !unknown.is_empty() && unknown.len() < view.criteria.len() {
                        <button type="button" class="button slim" data-testid="known-only" onclick={page.on(Message::Do(Action::All(unknown)))}>{ texts.known_only }</button>
                    }
                </div>
            }
            <div class="row">
                <button type="button" class="button primary" data-testid="accept-proposal" onclick={page.on(accept)}>{ texts.take_proposal }</button>
                <button type="button" class="button" aria-disabled={(!view.decided).then_some("true")} onclick={page.on(Message::Do(Action::ClearChoices))}>{ texts.clear }</button>
                if !view.decided {
                    <span class="small soft">{ texts.undecided }</span>
                }
            </div>
            if missing > 0 {
                <p class="notice warn" role="status" data-testid="reasons-missing">
                    { if missing == 1 { texts.reason_missing_one.to_owned() } else { (texts.reason_missing)(&format.count(missing)) } }
                </p>
            }
        </div>
    }
}

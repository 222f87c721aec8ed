//! The first step: bringing in a list, and seeing how it was read.

mod progress;
mod source;
mod welcome;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::progress::ReadingProgress;
use self::source::SourcePanel;
use self::welcome::welcome;
use crate::platform::focus;
use crate::ui::components::{page_foot, page_head};
use crate::ui::context::{Page, use_page};
use crate::ui::sheet::{blocks, control};
use crate::ui::state::Reading;
use crate::views::sheet::{Control, ControlKind};
use crate::views::{ListView, Screen};

/// Before a list: the promise and the ways in. After: the report, the mapping, what needs a look.
#[component]
pub fn ListStep() -> Html {
    let page = use_page();
    use_attention(&page.state.reading);
    let texts = &page.texts().list;
    let Some(view) = page.state.pictures.list.clone().filter(|_| page.state.has_list) else {
        return html! {
            <div class="page">
                { page_head("", texts.title.into(), html! { <><p class="lede">{ texts.lede }</p></> }) }
                { status(&page) }
                <SourcePanel />
                { welcome(&page) }
            </div>
        };
    };
    html! {
        <div class="page">
            { page_head(page.texts().shell.step_list, texts.title_done.into(), Html::default()) }
            { status(&page) }
            <ListBlocks page={page.clone()} {view} />
            { page_foot(&page, None, Some((Screen::Insight, texts.to_insight))) }
            <section class="stack">
                <h2>{ texts.another }</h2>
                <p class="soft">{ texts.another_hint }</p>
                <SourcePanel />
            </section>
        </div>
    }
}

/// All blocks of the list. There are many, so they are drawn again only when one of them may have changed: not when
/// another list begins to be read.
#[derive(Properties)]
pub struct ListBlocksProps {
    page: Page,
    view: Rc<ListView>,
}

impl PartialEq for ListBlocksProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view) && self.page.state.draws_as(&other.page.state)
    }
}

/// So many further blocks are drawn in a turn of their own: all at once would hold up the page.
const IN_A_TURN: usize = 3;

#[component]
fn ListBlocks(props: &ListBlocksProps) -> Html {
    let details = &props.view.details;
    let drawn = use_state_eq(|| 0);
    let next = (*drawn < details.len()).then(|| *drawn + IN_A_TURN);
    let more = drawn.setter();
    use_effect_with(next, move |next| {
        let turn = next.map(|next| Timeout::new(0, move || more.set(next)));
        move || drop(turn)
    });
    let there = details.get(..*drawn).unwrap_or(details);
    html! { <>{ blocks(&props.page, &props.view.report) }{ blocks(&props.page, there) }</> }
}

/// What is happening, or what went wrong, in words that say what to do.
fn status(page: &Page) -> Html {
    let texts = &page.texts().list;
    let format = page.format();
    let content = match &page.state.reading {
        Reading::Nothing | Reading::Done { .. } => Html::default(),
        Reading::Busy { name, .. } => {
            let title = if name.is_empty() { texts.reading_paste.to_owned() } else { (texts.reading)(name) };
            html! {
                <div class="notice reading" data-testid="reading">
                    <p><b>{ title }</b></p>
                    <ReadingProgress />
                </div>
            }
        }
        Reading::TooLarge { name, memory } => {
            let anyway = {
                let engine = page.engine.clone();
                Callback::from(move |_: MouseEvent| engine.read_large())
            };
            html! {
                <div class="notice warn stack-s" data-testid="message">
                    <p><b>{ (texts.too_large_title)(name) }</b></p>
                    <p>{ (texts.too_large)(&format.count((memory / 1e9).round() as usize)) }{ " " }{ texts.less_memory }</p>
                    <button type="button" class="button" data-testid="read-anyway" onclick={anyway}>{ texts.read_anyway }</button>
                </div>
            }
        }
        Reading::Cancelled => html! { <p class="notice" data-testid="message">{ texts.cancelled }</p> },
        Reading::Unreadable => html! { <p class="notice bad" data-testid="message">{ texts.unreadable }</p> },
        Reading::EmptyPaste => {
            html! { <p class="notice warn" data-testid="message">{ texts.paste_empty }</p> }
        }
        Reading::Refused { name, refusal } => {
            let words = refusal.said(page.state.language);
            // Choosing a column is entered like any other choice; the engine then reads the source once more.
            let kind = ControlKind::Choices { choices: refusal.columns.clone(), chosen: None, as_list: true };
            let (id, label) = ("customer-column".to_owned(), texts.customer_column.to_owned());
            let columns = Control { id, label, kind, ..Control::default() };
            html! {
                <div class="notice bad" data-testid="message">
                    <p><b>{ texts.refused_title }{ if name.is_empty() { String::new() } else { format!(": {name}") } }</b></p>
                    <p>{ &words.what }{ " " }{ &words.remedy }</p>
                    if !refusal.columns.is_empty() {
                        { control(page, &columns) }
                    }
                </div>
            }
        }
        Reading::Crashed { memory } => {
            let again = {
                let engine = page.engine.clone();
                Callback::from(move |_: MouseEvent| engine.read_again())
            };
            html! {
                <div class="notice bad stack-s" data-testid="message">
                    if *memory {
                        <p>{ texts.out_of_memory }{ " " }{ texts.less_memory }</p>
                    } else {
                        <p>{ page.texts().shell.crashed }</p>
                    }
                    <button type="button" class="button" data-testid="read-again" onclick={again}>{ if page.state.list_name.is_empty() { texts.read_again.to_owned() } else { (texts.read_again_named)(&page.state.list_name) } }</button>
                </div>
            }
        }
    };
    html! { <div id="status" tabindex="-1" aria-live="polite">{ content }</div> }
}

/// What came of the reading may be far above the box or button that it began with: look there, and go on from there.
#[hook]
fn use_attention(reading: &Reading) {
    let first = use_mut_ref(|| true);
    let place = match reading {
        Reading::Done { .. } | Reading::Busy { again: true, .. } => Some("title"),
        Reading::Nothing | Reading::Busy { .. } => None,
        _ => Some("status"),
    };
    use_effect_with(place, move |place| {
        if let Some(place) = place.filter(|_| !*first.borrow()) {
            focus::to_top();
            focus::focus_id(place);
        }
        first.replace(false);
    });
}

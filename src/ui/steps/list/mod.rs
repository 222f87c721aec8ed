//! The first step: bringing in a list, and seeing how it was read.

mod source;
mod welcome;

use yew::prelude::*;

use self::source::SourcePanel;
use self::welcome::welcome;
use crate::i18n::digits::fixed;
use crate::platform::focus;
use crate::ui::components::{page_foot, page_head};
use crate::ui::context::{Page, use_page};
use crate::ui::sheet::{blocks, control};
use crate::ui::state::Reading;
use crate::views::Screen;
use crate::views::sheet::{Control, ControlKind};

/// Before a list: the promise and the ways in. After: the report, the mapping, what needs a look.
#[component]
pub fn ListStep() -> Html {
    let page = use_page();
    use_attention(&page.state.reading);
    let texts = &page.texts().list;
    let Some(view) = page.state.pictures.list.clone().filter(|_| page.state.has_list) else {
        return html! {
            <div class="page">
                { page_head("", texts.title.to_owned(), html! { <><p class="lede">{ texts.lede }</p></> }) }
                { status(&page) }
                <SourcePanel />
                { welcome(&page) }
            </div>
        };
    };
    html! {
        <div class="page">
            { page_head(page.texts().shell.step_list, texts.title_done.to_owned(), Html::default()) }
            { status(&page) }
            { blocks(&page, &view.report) }
            { blocks(&page, &view.details) }
            { page_foot(&page, None, Some((Screen::Insight, texts.to_insight))) }
            <section class="stack">
                <h2>{ texts.another }</h2>
                <p class="soft">{ texts.another_hint }</p>
                <SourcePanel />
            </section>
        </div>
    }
}

/// What is happening, or what went wrong, in words that say what to do.
fn status(page: &Page) -> Html {
    let texts = &page.texts().list;
    let format = page.format();
    let content = match &page.state.reading {
        Reading::Nothing | Reading::Done { .. } => Html::default(),
        Reading::Busy { name, done, total, rows, .. } => {
            let title = if name.is_empty() { texts.reading_paste.to_owned() } else { (texts.reading)(name) };
            let share = if *total == 0 { 0.0 } else { *done as f64 / *total as f64 };
            let cancel = {
                let engine = page.engine.clone();
                Callback::from(move |_: MouseEvent| engine.cancel())
            };
            html! {
                <div class="notice reading" data-testid="reading">
                    <p><b>{ title }</b>{ " " }<span class="soft">{ (texts.reading_rows)(&format.count(*rows as usize), &format!("{}%", fixed(share * 100.0, 0))) }</span></p>
                    <progress max="1" value={fixed(share, 4)} aria-label={texts.reading_paste}></progress>
                    <button type="button" class="button slim" data-testid="cancel" onclick={cancel}>{ texts.cancel }</button>
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
        Reading::Crashed => {
            let again = {
                let engine = page.engine.clone();
                Callback::from(move |_: MouseEvent| engine.read_again())
            };
            html! {
                <div class="notice bad" data-testid="message">
                    <p>{ page.texts().shell.crashed }</p>
                    <button type="button" class="button" onclick={again}>{ texts.read_again }</button>
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

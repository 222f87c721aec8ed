//! The whole page: state, engine and screens put together.

use std::rc::Rc;

use yew::prelude::*;

use super::components::header;
use super::context::Page;
use super::hooks::{use_engine, use_shortcuts};
use super::sheet::{blocks, sheet};
use super::state::{Message, State, Store};
use super::steps::ListStep;
use crate::i18n::{Language, texts};
use crate::platform::{dropping, focus, leave, location, screen};
use crate::views::Screen;

/// The language of the address, else of the browser; Dutch for a Dutch browser.
fn first_language() -> Language {
    let browser = location::browser_languages();
    location::language()
        .and_then(|code| Language::from_code(&code))
        .unwrap_or_else(|| Language::from_browser(browser.iter().map(String::as_str)))
}

/// The page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store::new(State::new(first_language(), screen::width())));
    let tell = {
        let dispatcher = store.dispatcher();
        use_callback((), move |message: Message, ()| dispatcher.dispatch(message))
    };
    let now: Rc<State> = store.state();
    let engine = use_engine(&now, &tell);
    use_shortcuts(&tell);

    use_effect_with(now.language, |language| {
        location::set_language(language.code());
        location::set_title(texts(*language).shell.title);
    });
    // Once something was entered, closing the page asks first.
    use_effect_with(now.inputs.can_undo(), |entered| {
        let guard = entered.then(leave::guard);
        move || drop(guard)
    });
    let first = use_mut_ref(|| true);
    // A screen that waits for its picture has no title yet; it begins there once it is drawn.
    use_effect_with((now.at, now.is_drawn()), {
        move |&(_, is_drawn)| {
            // The first screen keeps the browser's own focus; later ones begin at their title.
            if !first.replace(false) && is_drawn {
                focus::show_current();
                focus::to_top();
                focus::focus_id("title");
            }
        }
    });

    use_effect_with(now.at, |at| location::remember(*at));
    use_effect_with(tell.clone(), |tell| {
        let tell = tell.clone();
        let listener = location::on_back(move |at| tell.emit(Message::Visit(at)));
        move || drop(listener)
    });

    let page = Page { state: now, tell, engine };
    let words = page.texts();
    let drawn = page.state.sheet().map(|shown| sheet(&page, shown));
    let screen = match page.state.screen() {
        _ if drawn.is_some() => drawn.unwrap_or_default(),
        Screen::List => html! { <ListStep /> },
        Screen::Insight | Screen::Panic | Screen::Choice | Screen::Plan | Screen::Review => {
            html! { <div class="page"><p class="soft" role="status">{ words.shell.busy }</p></div> }
        }
    };
    html! {
        <ContextProvider<Page> context={page.clone()}>
            <a class="skip no-print" href="#main" onclick={skip_to_main()}>{ words.shell.skip }</a>
            { header(&page) }
            { main_part(&page, html! { <>{ notes(&page) }{ screen }</> }) }
            <footer class="footer no-print">{ words.shell.footer }</footer>
        </ContextProvider<Page>>
    }
}

/// The screen. Once a list is in, files of colleagues can be dropped anywhere on it; the first step has a place of its
/// own for lists.
fn main_part(page: &Page, inner: Html) -> Html {
    if page.state.screen() == Screen::List {
        return html! { <main id="main" tabindex="-1">{ inner }</main> };
    }
    let engine = page.engine.clone();
    let ondrop = Callback::from(move |event: DragEvent| engine.open_files(&dropping::take(&event)));
    let ondragover = Callback::from(|event: DragEvent| dropping::hover(&event));
    let ondragleave = Callback::from(|event: DragEvent| dropping::leave(&event));
    html! { <main id="main" tabindex="-1" data-drop={page.texts().shell.drop_files} {ondrop} {ondragover} {ondragleave}>{ inner }</main> }
}

/// What became of opened files, until it was read.
fn notes(page: &Page) -> Html {
    if page.state.notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notes no-print" role="status" data-testid="notes">
            { blocks(page, &page.state.notes) }
            <button type="button" class="button slim" data-testid="forget-notes" onclick={page.on(Message::Forget)}>{ page.texts().shell.understood }</button>
        </div>
    }
}

/// Moves the focus without touching the address: the fragment belongs to shared links.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus::focus_id("main");
    })
}

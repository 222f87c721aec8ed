//! Keeping a round as a file and opening it again: answers, choices, reasons and settings, never the list itself.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::inputs::Action;
use crate::platform::{download, files};
use crate::share::session;
use crate::ui::context::use_page;
use crate::ui::state::Message;

/// Two buttons and what happened.
#[component]
pub fn SessionFile() -> Html {
    let page = use_page();
    let (texts, shell) = (&page.texts().review, &page.texts().shell);
    let save = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.kernklant.json", page.texts().shell.session_name);
            download::save(&name, "application/json", session::write(page.inputs()).as_bytes());
        })
    };
    let open = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = files::picked(&input).into_iter().next() else { return };
            let page = page.clone();
            spawn_local(async move {
                let shell = &page.texts().shell;
                let text = files::text(&file).await.unwrap_or_default();
                let notice = match session::read(&text) {
                    Ok(inputs) => {
                        page.tell.emit(Message::Do(Action::Restore(Box::new(inputs))));
                        shell.session_restored
                    }
                    Err(session::SessionError::Newer) => shell.session_newer,
                    Err(session::SessionError::Broken) => shell.session_broken,
                };
                page.tell.emit(Message::Notice(Some(notice)));
            });
        })
    };
    html! {
        <div class="row">
            <button type="button" class="button" data-testid="save-session" onclick={save}>{ texts.save }</button>
            <span class="button file-button">
                { texts.open }
                <input type="file" accept=".json,application/json" aria-label={texts.open} data-testid="open-session" onchange={open} />
            </span>
            <span class="small soft">{ shell.save_session_hint }</span>
            <span role="status">{ page.state.notice.unwrap_or_default() }</span>
        </div>
    }
}

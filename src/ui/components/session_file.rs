//! Keeping a round as a file and opening it again: answers, choices, reasons and settings, never the list itself.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::platform::files;
use crate::ui::context::use_page;
use crate::views::Download;

/// Two buttons and what happened. The engine writes and reads the file, so that the page stays small.
#[component]
pub fn SessionFile() -> Html {
    let page = use_page();
    let (texts, shell) = (&page.texts().review, &page.texts().shell);
    let save = {
        let engine = page.engine.clone();
        Callback::from(move |_: MouseEvent| engine.download(Download::Session))
    };
    let open = {
        let engine = page.engine.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = files::picked(&input).into_iter().next() else { return };
            let engine = engine.clone();
            spawn_local(async move {
                // A file that cannot be read is told as a broken one.
                engine.open_session(files::text(&file).await.unwrap_or_default());
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

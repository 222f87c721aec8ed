//! The ways in: a file by button or drop, pasted text, or the sample list.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::platform::files;
use crate::ui::components::{Symbol, icon};
use crate::ui::context::use_page;
use crate::ui::state::Seal;

/// Intake unlocks only once the page is sealed.
#[component]
pub fn SourcePanel() -> Html {
    let page = use_page();
    let texts = &page.texts().list;
    let pasted = use_node_ref();
    // What was pasted last: as it shows, and as the table it was.
    let table = use_mut_ref(|| None::<(String, String)>);
    let over = use_state(|| false);
    let locked = matches!(page.state.seal, Seal::Open(_));

    let on_files = {
        let engine = page.engine.clone();
        move |files: Vec<web_sys::File>| {
            let (ours, lists): (Vec<_>, Vec<_>) = files.into_iter().partition(files::is_ours);
            engine.open_files(&ours);
            engine.read_files(lists);
        }
    };
    let onchange = {
        let on_files = on_files.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_files(files::picked(&input));
            }
        })
    };
    let ondrop = {
        let (over, engine) = (over.clone(), page.engine.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            let dropped = files::dropped(&event);
            if dropped.is_empty() {
                if let Some(text) = files::dropped_text(&event) {
                    engine.read_text(&text);
                }
            } else {
                on_files(dropped);
            }
        })
    };
    let hover = |is_over: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(is_over);
        })
    };
    let apply = {
        let (pasted, engine, table) = (pasted.clone(), page.engine.clone(), Rc::clone(&table));
        Callback::from(move |_: MouseEvent| {
            let Some(area) = pasted.cast::<HtmlTextAreaElement>() else { return };
            let shown = area.value();
            match &*table.borrow() {
                // Unchanged since it was pasted: the table tells cells apart better than its text.
                Some((text, table)) if files::same_lines(text, &shown) => engine.read_text(table),
                _ => engine.read_text(&shown),
            }
        })
    };
    let onpaste = Callback::from(move |event: Event| {
        *table.borrow_mut() = files::pasted_table(&event);
    });
    let sample = {
        let engine = page.engine.clone();
        Callback::from(move |_: MouseEvent| engine.read_sample())
    };
    if locked {
        return html! { <p class="notice bad" role="alert">{ page.texts().shell.seal_failed_long }</p> };
    }
    html! {
        <div class="intake panel">
            <div class={classes!("drop", over.then_some("over"))} {ondrop} ondragover={hover(true)} ondragleave={hover(false)}>
                { icon(Symbol::Upload) }
                <p><b>{ texts.drop_title }</b></p>
                <span class="button primary file-button">
                    { texts.choose_file }
                    <input type="file" multiple=true data-testid="file-input" aria-label={texts.choose_file} accept=".kernklant,.kernklant-answers,.csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xlsb,.xls,.ods,.xaf,.xml,.html,.htm,.zip,.gz,text/csv,text/plain" {onchange} />
                </span>
                <p class="small soft">{ texts.drop_hint }</p>
            </div>
            <div class="paste">
                <label class="field">
                    <span>{ texts.paste_label }</span>
                    <textarea ref={pasted} {onpaste} class="textarea mono" rows="6" spellcheck="false" autocomplete="off" data-testid="paste-input" placeholder={texts.paste_example} />
                </label>
                <button type="button" class="button" data-testid="paste-apply" onclick={apply}>{ texts.paste_apply }</button>
            </div>
            <p class="sample">
                <button type="button" class="button quiet" data-testid="load-sample" onclick={sample}>{ texts.sample }</button>
                <span class="small soft">{ texts.sample_hint }</span>
            </p>
        </div>
    }
}

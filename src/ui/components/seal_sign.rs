//! The sign that says the page is sealed, with a button that lets anyone try.

use yew::prelude::*;

use super::{Symbol, icon};
use crate::ui::context::Page;
use crate::ui::state::{Channel, Seal};

/// What the seal says: class, pictogram, a word, a sentence, and what was tried.
fn said(page: &Page) -> (&'static str, Symbol, &'static str, &'static str, &[Channel]) {
    let texts = &page.texts().shell;
    match &page.state.seal {
        Seal::Pending => ("sealed pending", Symbol::OpenLock, texts.sealing, texts.sealing, &[]),
        Seal::Sealed(channels) => ("sealed", Symbol::Lock, texts.sealed, texts.sealed_long, channels),
        Seal::Open(channels) => {
            ("sealed failed", Symbol::OpenLock, texts.seal_failed, texts.seal_failed_long, channels)
        }
    }
}

/// The word in the header.
pub fn seal_sign(page: &Page) -> Html {
    let (class, symbol, word, sentence, _) = said(page);
    let testid = matches!(page.state.seal, Seal::Sealed(_)).then_some("sealed");
    html! { <span {class} data-testid={testid} title={sentence}>{ icon(symbol) }{ word }</span> }
}

/// Says what was tried and what was refused; nothing is claimed that was not tried.
pub fn seal_panel(page: &Page) -> Html {
    let (texts, format) = (&page.texts().shell, page.format());
    let (class, symbol, _, sentence, channels) = said(page);
    let refused = channels.iter().filter(|channel| channel.refused).count();
    let row = |channel: &Channel| {
        let place = if channel.in_worker { texts.channel_worker } else { texts.channel_page };
        let (class, outcome) = if channel.refused {
            ("chip good", texts.channel_refused)
        } else {
            ("chip bad", texts.channel_open)
        };
        html! { <li><span class="mono">{ format!("{} · {place}", channel.name) }</span><span {class}>{ outcome }</span></li> }
    };
    let probe = {
        let engine = page.engine.clone();
        Callback::from(move |_: MouseEvent| engine.probe())
    };
    html! {
        <section class="seal panel">
            <div class="row">
                <span {class}>{ icon(symbol) }</span>
                <p><b>{ sentence }</b></p>
                <button type="button" class="button slim" data-testid="probe" onclick={probe}>{ texts.seal_test }</button>
            </div>
            if !channels.is_empty() {
                <p class="soft small" role="status">{ (texts.seal_channels)(&format.count(refused), &format.count(channels.len())) }</p>
                <ul class="channels small">{ for channels.iter().map(row) }</ul>
            }
        </section>
    }
}

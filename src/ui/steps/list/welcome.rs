//! What a newcomer sees under the ways in: three steps, and the proof that nothing leaves.

use yew::prelude::*;

use crate::ui::components::seal_panel;
use crate::ui::context::Page;

/// The road from list to Monday.
pub fn welcome(page: &Page) -> Html {
    let texts = &page.texts().list;
    let steps = [
        (texts.three_1, texts.three_1_text),
        (texts.three_2, texts.three_2_text),
        (texts.three_3, texts.three_3_text),
    ];
    html! {
        <>
            <section class="stack">
                <h2>{ texts.three_title }</h2>
                <ol class="road">
                    for (name, text) in steps {
                        <li><h3>{ name }</h3><p class="soft">{ text }</p></li>
                    }
                </ol>
            </section>
            { seal_panel(page) }
        </>
    }
}

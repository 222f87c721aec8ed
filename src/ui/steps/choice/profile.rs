//! What the chosen customers have in common against the rest, with counts, and a warning against reading causes into it.

use yew::prelude::*;

use crate::i18n::Format;
use crate::i18n::explain::{TraitWords, trait_words};
use crate::ui::context::Page;
use crate::views::ChoiceView;

/// Nothing is said about groups below five.
pub fn profile(page: &Page, view: &ChoiceView) -> Html {
    let texts = &page.texts().choice;
    let format: Format = page.format();
    if view.too_small || view.traits.is_empty() {
        return html! { <section class="panel"><h2>{ texts.profile_title }</h2><p class="soft">{ texts.profile_none }</p></section> };
    }
    html! {
        <section class="panel">
            <h2>{ texts.profile_title }</h2>
            <p class="soft small">{ texts.profile_hint }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.profile_title}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ texts.characteristic }</th>
                        <th scope="col" class="num">{ texts.profile_chosen }</th>
                        <th scope="col" class="num">{ texts.profile_rest }</th>
                    </tr></thead>
                    <tbody>
                        for TraitWords { name, group, rest } in view.traits.iter().map(|one| trait_words(one, format)) {
                            <tr><th scope="row">{ name }</th><td class="num">{ group }</td><td class="num">{ rest }</td></tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

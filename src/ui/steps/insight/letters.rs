//! A–D by success factors: the counts, the factors with their rules, and what is missing when there are no letters.

use yew::prelude::*;

use crate::i18n::explain::{rule_words, said};
use crate::ui::components::level_badge;
use crate::ui::context::Page;
use crate::views::{FactorRow, InsightView};

/// Counts as figures, factors as a table.
pub fn letters(page: &Page, view: &InsightView) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let letters = [
        ("A", texts.letter_a, view.letters.a),
        ("B", texts.letter_b, view.letters.b),
        ("C", texts.letter_c, view.letters.c),
        ("D", texts.letter_d, view.letters.d),
    ];
    html! {
        <section class="panel">
            <h2>{ texts.letters_title }</h2>
            <p class="soft prose">{ texts.letters_hint }</p>
            if view.letters.enough {
                <ul class="letter-counts">
                    for (letter, words, count) in letters {
                        <li data-testid={format!("figure-count-{}", letter.to_lowercase())} data-value={count.to_string()}>
                            { level_badge(letter) }<b>{ format.count(count) }</b><span class="soft small">{ words }</span>
                        </li>
                    }
                    <li><span class="chip">{ texts.discuss }</span><b>{ format.count(view.letters.discuss) }</b><span class="soft small">{ texts.discuss_text }</span></li>
                    <li><span class="chip">{ texts.needs_data }</span><b>{ format.count(view.letters.needs_data) }</b><span class="soft small">{ texts.needs_data_text }</span></li>
                </ul>
            } else {
                <p class="notice">{ (texts.no_letters)(&view.factors_in_use.to_string(), &view.factors_needed.to_string()) }</p>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={texts.factor}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ texts.factor }</th>
                        <th scope="col">{ texts.factor_rule }</th>
                        <th scope="col" class="num">{ texts.factor_known }</th>
                        <th scope="col" class="num">{ texts.factor_met }</th>
                    </tr></thead>
                    <tbody>{ for view.factors.iter().map(|factor| row(page, factor, view.active)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(page: &Page, factor: &FactorRow, active: usize) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let known = if active == 0 { 0.0 } else { factor.known as f64 / active as f64 };
    html! {
        <tr key={factor.id.clone()} class={(!factor.in_use).then_some("soft")}>
            <th scope="row">{ said(&factor.name, page.state.language) }</th>
            <td>{ rule_words(&factor.rule, &factor.thresholds, format) }</td>
            <td class="num">{ format.percent(known, 0) }</td>
            <td class="num">
                if factor.in_use { { format.count(factor.met) } } else { <span class="chip">{ texts.factor_out }</span> }
            </td>
        </tr>
    }
}

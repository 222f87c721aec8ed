//! The ranking: a box to choose, the score taken apart, and a reason where the choice differs from the proposal.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::explain::{class_words, criterion_name, letter_of};
use crate::inputs::Action;
use crate::ui::components::{LineInput, letter_badge, pager, search, why};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{ChoiceRow, ChoiceView, from_signs};

/// The proposal on top, its line, and then the others.
pub fn ranking(page: &Page, view: &ChoiceView) -> Html {
    let (texts, shell) = (&page.texts().choice, &page.texts().shell);
    html! {
        <section class="stack-s">
            { search(page) }
            <div class="scroll" tabindex="0" role="region" aria-label={texts.eyebrow}>
                <table class="table ranking">
                    <thead><tr>
                        <th scope="col">{ texts.chosen }</th>
                        <th scope="col" class="num">{ texts.rank }</th>
                        <th scope="col">{ shell.customer }</th>
                        <th scope="col" class="num">{ texts.score }</th>
                        <th scope="col" class="num">{ texts.known }</th>
                        <th scope="col" class="num">{ page.texts().shell.value }</th>
                        <th scope="col">{ page.texts().shell.letter }</th>
                        <th scope="col" class="num">{ texts.panic }</th>
                    </tr></thead>
                    <tbody>{ for view.rows.iter().map(|candidate| row(page, view, candidate)) }</tbody>
                </table>
            </div>
            { pager(page, view.page, view.pages, view.matches) }
        </section>
    }
}

fn row(page: &Page, view: &ChoiceView, row: &ChoiceRow) -> Html {
    let (texts, format) = (&page.texts().choice, page.format());
    let key = row.who.key.clone();
    let onchange = {
        let (customer, proposed) = (key.clone(), row.proposed);
        page.with(move |event: Event| {
            let core = event.target_dyn_into::<HtmlInputElement>().is_some_and(|check| check.checked());
            Message::Do(Action::Choose { customer: customer.clone(), core, proposed })
        })
    };
    // What was chosen a moment ago, before the engine has answered.
    let core = page.inputs().choices.choices.get(&key).map_or(row.core, |own| own.core);
    let amount = row.value.map(|value| format.whole_money(value)).unwrap_or_default();
    let line = row.last_proposed.then_some("rule");
    html! {
        <>
            <tr key={key} class={classes!(line, row.core.then_some("chosen"))} data-testid="choice-row">
                <td>
                    <input type="checkbox" class="check" checked={core} aria-label={(texts.choose)(&row.who.name)} data-testid="choose" {onchange} />
                </td>
                <td class="num">{ row.rank.map(|rank| format.count(rank as usize)).unwrap_or_default() }</td>
                <th scope="row">
                    { &row.who.name }
                    if row.proposed {
                        { " " }<span class="chip">{ texts.proposed }</span>
                    }
                    { score(page, row) }
                    { reason(page, row) }
                </th>
                <td class="num">{ row.score.map_or_else(|| "–".to_owned(), |score| format.number(score, 0)) }</td>
                <td class="num">{ format.percent(row.known_weight, 0) }</td>
                <td class="num">{ amount }</td>
                <td>{ letter_badge(letter_of(row.class), class_words(row.class, page.state.language)) }</td>
                <td class="num">{ row.panic_index.map_or_else(|| "–".to_owned(), |index| format.number(index, 0)) }</td>
            </tr>
            if row.last_proposed {
                <tr class="line-row"><td colspan="8">{ (texts.proposal_line)(&format.count(view.size)) }</td></tr>
            }
        </>
    }
}

/// Every known criterion with its points and weight.
fn score(page: &Page, row: &ChoiceRow) -> Html {
    let (texts, format) = (&page.texts().choice, page.format());
    let known = row.scores.iter().filter(|score| score.weight > 0.0 && score.score.is_some());
    html! {
        { why(texts.why_score, html! { <>
            <ul class="factor-answers">
                for score in known {
                    <li>
                        { criterion_name(score.criterion, page.state.language) }{ ": " }
                        <b>{ score.score.map(|points| format.number(points, 0)).unwrap_or_default() }</b>
                        { " × " }{ format.short_number(score.weight, 1) }
                        if from_signs(score) {
                            { " " }<span class="soft">{ texts.source_signs }</span>
                        }
                    </li>
                }
            </ul>
        </> }) }
    }
}

/// Asked only where the choice differs from the proposal; kept when it no longer does.
fn reason(page: &Page, row: &ChoiceRow) -> Html {
    let texts = &page.texts().choice;
    if row.core == row.proposed && row.reason.is_empty() {
        return Html::default();
    }
    let label = if row.core { texts.reason_for } else { texts.reason_against };
    let (customer, core) = (row.who.key.clone(), row.core);
    // The page's own words, not the engine's echo: a late answer would eat letters.
    let value =
        page.inputs().choices.choices.get(&customer).map_or_else(String::new, |own| own.reason.clone());
    let on_text =
        page.with(move |text: String| Message::Do(Action::Reason { customer: customer.clone(), core, text }));
    html! {
        <div class="reason">
            <span class="small">{ label }</span>
            { LineInput { label: format!("{label} {}", row.who.name), value, placeholder: texts.reason_placeholder, invalid: row.reason_missing, testid: "reason", on_text }.view() }
        </div>
    }
}

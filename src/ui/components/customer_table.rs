//! The table of all customers: filter, search, sort, pages, and every letter opening to its why.

use yew::prelude::*;

use super::{letter_badge, pager, search, why};
use crate::i18n::explain::{activity_why, activity_words, class_words, letter_of, letter_why, said};
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{CustomerRow, FactorRow, InsightView, TableRequest, answer_words};

/// The request lives in the page's state; the engine sorts and filters.
pub fn customer_table(page: &Page, view: &InsightView) -> Html {
    let (texts, shell) = (&page.texts().insight, &page.texts().shell);
    let request = &page.state.table("");
    html! {
        <div class="stack-s">
            <div class="row">
                { search(page) }
                if view.letters.enough {
                    { filters(page, view, request) }
                }
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.table_title}>
                <table class="table">
                    <thead><tr>
                        { heading(page, request, "letter", texts.col_letter, "") }
                        { heading(page, request, "name", shell.customer, "") }
                        { heading(page, request, "", texts.col_value, "num") }
                        <th scope="col" class="num">{ texts.col_share }</th>
                        { heading(page, request, "last", texts.col_last, "") }
                        <th scope="col">{ texts.col_activity }</th>
                    </tr></thead>
                    <tbody>
                        for row in view.page.rows.iter() {
                            { customer(page, row, &view.factors, view.letters.enough) }
                        }
                    </tbody>
                </table>
            </div>
            if view.page.rows.is_empty() {
                <p class="soft">{ texts.none_found }</p>
            }
            { pager(page, view.page.page, view.page.pages, view.page.matches) }
        </div>
    }
}

fn filters(page: &Page, view: &InsightView, request: &TableRequest) -> Html {
    let (texts, format) = (&page.texts().insight, page.format());
    let letters = &view.letters;
    let choices = [
        ("", texts.filter_all, view.customers),
        ("a", "A", letters.a),
        ("b", "B", letters.b),
        ("c", "C", letters.c),
        ("d", "D", letters.d),
        ("discuss", texts.discuss, letters.discuss),
        ("needs-data", texts.needs_data, letters.needs_data),
    ];
    html! {
        <div class="segmented" role="group" aria-label={texts.filter_label}>
            for (filter, label, count) in choices {
                <button type="button" aria-pressed={(request.filter == filter).to_string()} onclick={page.on(Message::Table(String::new(), TableRequest { filter: filter.to_owned(), page: 0, ..request.clone() }))}>
                    { label }{ " " }<span class="tiny">{ format.count(count) }</span>
                </button>
            }
        </div>
    }
}

fn heading(
    page: &Page,
    request: &TableRequest,
    sort: &'static str,
    label: &'static str,
    class: &'static str,
) -> Html {
    let sorted = request.sort == sort;
    let reversed = sorted && !request.reversed;
    // The natural direction of names and letters is upwards, of amounts and dates downwards.
    let upwards = matches!(sort, "name" | "letter") != request.reversed;
    let direction = sorted.then_some(if upwards { "ascending" } else { "descending" });
    let next = TableRequest { sort: sort.to_owned(), reversed, page: 0, ..request.clone() };
    let arrow = match direction {
        Some("ascending") => " ↑",
        Some(_) => " ↓",
        None => "",
    };
    html! {
        <th scope="col" class={class} aria-sort={direction}>
            <button type="button" onclick={page.on(Message::Table(String::new(), next))}>{ label }<span aria-hidden="true">{ arrow }</span></button>
        </th>
    }
}

fn customer(page: &Page, row: &CustomerRow, factors: &[FactorRow], lettered: bool) -> Html {
    let (shell, format) = (&page.texts().shell, page.format());
    let language = page.state.language;
    let amount = row.value.map_or_else(|| shell.unknown.to_owned(), |value| format.whole_money(value));
    html! {
        <tr key={row.who.key.clone()}>
            <td>{ letter_badge(letter_of(row.class), if lettered { class_words(row.class, language) } else { "–" }) }</td>
            <th scope="row">
                { &row.who.name }
                { why(shell.why, html! { <>
                    <p>{ letter_why(row.class, &row.why, language) }</p>
                    if !row.factors.is_empty() {
                        <ul class="factor-answers">
                            for (id, answer) in row.factors.iter() {
                                if let Some(factor) = factors.iter().find(|factor| factor.id == *id) {
                                    <li>{ said(&factor.name, language) }{ ": " }<b>{ answer_words(*answer, shell.yes, shell.no, shell.unknown) }</b></li>
                                }
                            }
                        </ul>
                    }
                    <p>{ activity_words(row.activity, language) }{ ": " }{ activity_why(&row.activity_why, format) }</p>
                </> }) }
            </th>
            <td class="num">{ amount }</td>
            <td class="num">{ row.share.map(|share| format.percent(share, 1)).unwrap_or_default() }</td>
            <td class="nowrap">{ row.last_order.map(|date| format.short_date(date)).unwrap_or_default() }</td>
            <td>{ activity_words(row.activity, language) }</td>
        </tr>
    }
}

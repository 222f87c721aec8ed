//! The plan on paper: what changes on Monday, the levels, the hours, and the customers with their reasons.

use yew::prelude::*;

use super::monday::sentences;
use crate::i18n::explain::{level_why, said};
use crate::recipe::Level;
use crate::ui::context::Page;
use crate::views::{PlanRow, PlanView};

/// Only in print; black on white, nothing to click.
pub fn paper(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    let list =
        if page.state.list_name.is_empty() { page.texts().shell.step_list } else { &page.state.list_name };
    let share = view
        .core_time
        .map(|share| (texts.title_share)(&format.percent(share, 0), &format.percent(view.goal, 0)));
    html! {
        <article class="paper print-only" aria-hidden="true">
            <h1>{ texts.print_title }</h1>
            <p class="soft">{ (texts.print_made)(&format.date(view.today), list) }</p>
            <p><b>{ share.unwrap_or_default() }</b></p>
            <h2>{ texts.monday_title }</h2>
            <ol>{ for sentences(page, view).into_iter().map(|line| html! { <li>{ line }</li> }) }</ol>
            <h2>{ texts.hours_title }</h2>
            { hours(page, view) }
            <h2>{ texts.levels_title }</h2>
            { levels(page, view) }
            <h2>{ texts.customers_title }</h2>
            { customers(page, &view.printed) }
        </article>
    }
}

fn hours(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    html! {
        <table class="table">
            <thead><tr><th>{ texts.level }</th><th class="num">{ texts.customers }</th><th class="num">{ texts.visits }</th><th class="num">{ texts.calls }</th><th class="num">{ texts.hours }</th></tr></thead>
            <tbody>
                for level in view.levels.iter() {
                    <tr><th>{ level.level.letter() }</th><td class="num">{ format.count(level.customers) }</td><td class="num">{ format.number(level.visits, 0) }</td><td class="num">{ format.number(level.calls, 0) }</td><td class="num">{ format.number(level.hours, 0) }</td></tr>
                }
            </tbody>
        </table>
    }
}

fn levels(page: &Page, view: &PlanView) -> Html {
    let language = page.state.language;
    html! {
        <table class="table">
            <thead><tr><th></th>{ for Level::ALL.into_iter().map(|level| html! { <th>{ level.letter() }</th> }) }</tr></thead>
            <tbody>
                for capacity in view.service.capacities.iter() {
                    <tr>
                        <th>{ said(&capacity.name, language) }</th>
                        { for Level::ALL.into_iter().map(|level| html! { <td>{ said(&capacity.levels.get(level).text, language) }</td> }) }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn customers(page: &Page, rows: &[PlanRow]) -> Html {
    let (texts, shell, format) = (&page.texts().plan, &page.texts().shell, page.format());
    let reason = |row: &PlanRow| {
        if row.by_hand {
            row.reason.clone()
        } else if row.core_reason.is_empty() {
            level_why(row.why, page.state.language).to_owned()
        } else {
            row.core_reason.clone()
        }
    };
    html! {
        <table class="table">
            <thead><tr><th>{ texts.level }</th><th>{ shell.customer }</th><th>{ texts.owner }</th><th>{ texts.reason }</th><th class="num">{ texts.visits }</th><th class="num">{ texts.calls }</th></tr></thead>
            <tbody>
                for row in rows.iter() {
                    <tr><td>{ row.level.map_or("–", Level::letter) }</td><th>{ &row.who.name }</th><td>{ row.owner.clone().unwrap_or_default() }</td><td>{ reason(row) }</td><td class="num">{ format.short_number(row.visits, 1) }</td><td class="num">{ format.short_number(row.calls, 1) }</td></tr>
                }
            </tbody>
        </table>
    }
}

//! The sixth step: when to look again, what changed, who defends whom, what is still open, and keeping this round.

use yew::prelude::*;

use crate::ui::components::{NumberInput, level_badge, page_foot, page_head};
use crate::ui::context::{Page, use_page};
use crate::views::{Defended, Download, Moves, ReviewView, Screen, change_place};

/// Looking back and ahead.
#[component]
pub fn ReviewStep() -> Html {
    let page = use_page();
    let (texts, format) = (&page.texts().review, page.format());
    let Some(view) = page.state.pictures.review.clone() else {
        return html! { <div class="page"><p class="soft" role="status">{ page.texts().shell.busy }</p></div> };
    };
    html! {
        <div class="page">
            { page_head(texts.eyebrow, (texts.title)(&format.date(view.next)), html! { <>
                <p class="lede">{ texts.lede }</p>
            </> }) }
            { next_round(&page, &view) }
            <section class="panel">
                <h2>{ texts.save_title }</h2>
                <p class="soft prose">{ texts.save_text }</p>
                <button type="button" class="button" data-testid="save-round" onclick={download(&page, Download::Round)}>{ texts.save }</button>
            </section>
            { open_points(&page, &view) }
            { defenders(&page, &view.defended) }
            { moves(&page, view.moves.as_ref()) }
            { page_foot(&page, Some(Screen::Plan), None) }
        </div>
    }
}

fn download(page: &Page, what: Download) -> Callback<MouseEvent> {
    let engine = page.engine.clone();
    Callback::from(move |_| engine.download(what))
}

fn next_round(page: &Page, view: &ReviewView) -> Html {
    let texts = &page.texts().review;
    let months = "/review/months";
    let value = Some(page.entered_number(months).unwrap_or_else(|| f64::from(view.months)));
    html! {
        <div class="row">
            <label class="row">{ texts.months }<NumberInput label={texts.months} {value} min=1.0 max=60.0 on_number={page.enters_number(months.to_owned())} /></label>
            <button type="button" class="button" data-testid="save-ics" onclick={download(page, Download::Calendar)}>{ texts.ics }</button>
        </div>
    }
}

fn open_points(page: &Page, view: &ReviewView) -> Html {
    let (texts, shell, format) = (&page.texts().review, &page.texts().shell, page.format());
    let customers = |count: usize| format.counted(count, shell.one_customer, shell.customers);
    let mut lines = Vec::new();
    if view.open_answers > 0 {
        lines.push((texts.open_answers)(&customers(view.open_answers)));
    }
    if view.open_reasons > 0 {
        lines.push((texts.open_reasons)(&format.count(view.open_reasons)));
    }
    if view.needs_data > 0 {
        lines.push((texts.open_needs)(&customers(view.needs_data)));
    }
    html! {
        <section class="panel">
            <h2>{ texts.open_title }</h2>
            if lines.is_empty() {
                <p class="notice good">{ texts.open_nothing }</p>
            } else {
                <ul class="bullets">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </section>
    }
}

fn defenders(page: &Page, defended: &[Defended]) -> Html {
    let texts = &page.texts().review;
    html! {
        <section class="panel">
            <h2>{ texts.defend_title }</h2>
            <p class="soft small">{ texts.defend_hint }</p>
            if defended.is_empty() {
                <p>{ texts.defend_none }</p>
            }
            <div class="defenders">
                for group in defended.iter() {
                    <section>
                        <h3>{ group.owner.clone().unwrap_or_else(|| page.texts().plan.no_owner.to_owned()) }</h3>
                        <ul>
                            for (who, reason) in group.customers.iter() {
                                <li>{ &who.name }<span class="small soft">{ if reason.is_empty() { texts.reason_none.to_owned() } else { reason.clone() } }</span></li>
                            }
                        </ul>
                    </section>
                }
            </div>
        </section>
    }
}

fn moves(page: &Page, moves: Option<&Moves>) -> Html {
    let (texts, shell, format) = (&page.texts().review, &page.texts().shell, page.format());
    let Some(moves) = moves else {
        return html! { <section class="panel"><h2>{ texts.moves_title }</h2><p class="soft">{ texts.moves_none }</p></section> };
    };
    let words = [texts.promoted, texts.demoted, texts.held, texts.new, texts.gone];
    let counts = [moves.promoted, moves.demoted, moves.held, moves.new, moves.gone];
    html! {
        <section class="panel">
            <h2>{ texts.moves_title }</h2>
            <dl class="figures">
                for (label, count) in words.into_iter().zip(counts) {
                    <div class="figure"><dt>{ label }</dt><dd class="value">{ format.count(count) }</dd></div>
                }
            </dl>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.moves_title}>
                <table class="table">
                    <thead><tr><th scope="col">{ shell.customer }</th><th scope="col"></th><th scope="col"></th></tr></thead>
                    <tbody>
                        for change in moves.customers.iter() {
                            <tr>
                                <th scope="row">{ &change.who.name }</th>
                                <td>{ words[change_place(change.change)] }</td>
                                <td>{ level_badge(change.from.map_or("", |level| level.letter())) }{ " → " }{ level_badge(change.to.map_or("", |level| level.letter())) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

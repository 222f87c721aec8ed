//! The intake report: every row accounted for, and the totals that match.

use yew::prelude::*;

use crate::inputs::Action;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{ListView, is_orders, kind_of};

/// `rows = customers + merged + rejected + left out`, always.
pub fn report(page: &Page, view: &ListView) -> Html {
    let (texts, shell, format) = (&page.texts().list, &page.texts().shell, page.format());
    let customers = format.counted(view.customers, shell.one_customer, shell.customers);
    let count = |label: &'static str, number: usize| {
        html! { <div><dt>{ label }</dt><dd>{ format.count(number) }</dd></div> }
    };
    html! {
        <section
            class="panel report"
            data-testid="intake-report"
            data-rows={view.rows.to_string()}
            data-customers={view.customers.to_string()}
            data-merged={view.merged.to_string()}
            data-rejected={view.rejected.to_string()}
            data-left-out={view.left_out.to_string()}
        >
            <h2>{ (texts.report_title)(&format.count(view.rows), &customers) }</h2>
            <dl class="equation">
                { count(texts.rows, view.rows) }<span aria-hidden="true">{ "=" }</span>
                { count(texts.customers, view.customers) }<span aria-hidden="true">{ "+" }</span>
                { count(texts.merged, view.merged) }<span aria-hidden="true">{ "+" }</span>
                { count(texts.rejected, view.rejected) }<span aria-hidden="true">{ "+" }</span>
                { count(texts.left_out, view.left_out) }
            </dl>
            <p class="small soft">{ texts.equation }</p>
            if let Some((file, analysis)) = view.checksum {
                <p>
                    { (texts.checksum)(&format.money(file), &format.money(analysis)) }
                    if file == analysis {
                        { " " }<span class="good">{ texts.checksum_equal }</span>
                    }
                </p>
            }
            { how(page, view) }
        </section>
    }
}

/// What one row is, which can be changed.
fn how(page: &Page, view: &ListView) -> Html {
    let (texts, format) = (&page.texts().list, page.format());
    let kind = |orders: bool, label: &'static str| {
        html! {
            <button type="button" aria-pressed={(is_orders(view.kind) == orders).to_string()} onclick={page.on(Message::Do(Action::Kind(kind_of(orders))))}>{ label }</button>
        }
    };
    html! {
        <div class="row how">
            <div class="row">
                <span class="small" id="row-is">{ texts.kind_label }</span>
                <div class="segmented" role="group" aria-labelledby="row-is">
                    { kind(false, texts.kind_customers) }
                    { kind(true, texts.kind_orders) }
                </div>
            </div>
            <p class="small soft">
                { (texts.reference)(&format.date(view.reference_date)) }
            </p>
        </div>
    }
}

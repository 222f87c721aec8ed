//! The intake report: every row accounted for, the totals that match, and how the text was read.

use web_sys::HtmlSelectElement;
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

/// What one row is, and how the text was cut into cells; both can be changed.
fn how(page: &Page, view: &ListView) -> Html {
    let (texts, format) = (&page.texts().list, page.format());
    let kind = |orders: bool, label: &'static str| {
        html! {
            <button type="button" aria-pressed={(is_orders(view.kind) == orders).to_string()} onclick={page.on(Message::Do(Action::Kind(kind_of(orders))))}>{ label }</button>
        }
    };
    let delimiter = match view.dialect.delimiter {
        None => texts.delimiter_none.to_owned(),
        Some('\t') => texts.delimiter_tab.to_owned(),
        Some(other) => format!("“{other}”"),
    };
    let header = match view.dialect.header_row {
        Some(row) => (texts.header_row)(&row.to_string()),
        None => texts.no_header.to_owned(),
    };
    let chosen = page.inputs().reading.delimiter;
    let choices =
        [(None, texts.auto), (Some(';'), ";"), (Some(','), ","), (Some('\t'), "tab"), (Some('|'), "|")];
    let onchange = page.with(move |event: Event| {
        let place = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        let delimiter = choices.get(place.max(0) as usize).and_then(|choice| choice.0);
        Message::Do(Action::Delimiter(delimiter))
    });
    html! {
        <div class="row how">
            <div class="row">
                <span class="small" id="row-is">{ texts.kind_label }</span>
                <div class="segmented" role="group" aria-labelledby="row-is">
                    { kind(false, texts.kind_customers) }
                    { kind(true, texts.kind_orders) }
                </div>
            </div>
            <label class="row small">
                { texts.delimiter_label }
                <select class="select slim fit" {onchange}>
                    for (value, label) in choices {
                        <option selected={value == chosen}>{ label }</option>
                    }
                </select>
            </label>
            <p class="small soft">
                { (texts.read_as)(&view.dialect.encoding, &delimiter, &header) }{ " " }
                { (texts.reference)(&format.date(view.reference_date)) }
            </p>
        </div>
    }
}

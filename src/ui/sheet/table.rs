//! A table of a sheet: search, filters, what a chart chose, headings that sort, rows, pages.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::doing::obey;
use super::{control, customer, onto};
use crate::i18n::digits::{fixed, within};
use crate::platform::dragging;
use crate::ui::components::why as disclosure;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::TableRequest;
use crate::views::sheet::table::{Cell, Column, Pager, Row, RowKind, Table};
use crate::views::sheet::{Doing, Tone};

/// The request lives in the page's state; the engine sorts, filters and cuts.
pub fn table(page: &Page, table: &Table) -> Html {
    html! {
        <div class="stack-s" data-testid={format!("table-{}", table.name)} key={table.name.clone()}>
            { tools(page, table) }
            if table.rows.is_empty() && !table.empty.is_empty() {
                <p class="soft" role="status">{ &table.empty }</p>
            } else {
                <div class="scroll" tabindex="0" role="region" aria-label={table.title.clone()}>
                    <table class="table">
                        <thead><tr>{ for table.columns.iter().map(|column| heading(page, table, column)) }</tr></thead>
                        <tbody>{ for table.rows.iter().map(|one| row(page, table, one)) }</tbody>
                    </table>
                </div>
            }
            { onto::panel(table) }
            { for table.pager.as_ref().map(|at| pager(page, table, at)) }
        </div>
    }
}

/// Search, filters, and what a chart chose.
pub fn tools(page: &Page, table: &Table) -> Html {
    if table.search.is_empty() && table.filters.len() < 2 && table.chosen.is_empty() {
        return Html::default();
    }
    html! {
        <div class="row no-print">
            if !table.search.is_empty() {
                { search(page, table) }
            }
            if table.filters.len() > 1 {
                { filters(page, table) }
            }
            if !table.chosen.is_empty() {
                <button type="button" class="button slim" data-testid="chosen" onclick={ask(page, table, TableRequest { chosen: None, page: 0, ..now(page, table) })}>{ &table.chosen }<span aria-hidden="true">{ " ×" }</span></button>
            }
        </div>
    }
}

/// What is asked now: the page's own, since the engine's echo is later.
fn now(page: &Page, table: &Table) -> TableRequest {
    page.state.tables.get(&table.name).cloned().unwrap_or_else(|| table.request.clone())
}

fn ask<E: 'static>(page: &Page, table: &Table, request: TableRequest) -> Callback<E> {
    page.on(Message::Table(table.name.clone(), request))
}

fn search(page: &Page, table: &Table) -> Html {
    let (request, name) = (now(page, table), table.name.clone());
    let value = request.search.clone();
    let oninput = page.with(move |event: InputEvent| {
        let search =
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        Message::Table(name.clone(), TableRequest { search, page: 0, ..request.clone() })
    });
    let label = table.search.clone();
    html! { <input type="search" class="input slim search" aria-label={label.clone()} placeholder={label} {value} {oninput} data-testid="customer-search" /> }
}

fn filters(page: &Page, table: &Table) -> Html {
    let request = now(page, table);
    html! {
        <div class="segmented" role="group" aria-label={table.title.clone()}>
            for filter in table.filters.iter() {
                <button type="button" aria-pressed={(request.filter == filter.key).to_string()} data-testid={format!("filter-{}", filter.key)} onclick={ask(page, table, TableRequest { filter: filter.key.clone(), page: 0, ..request.clone() })}>
                    { &filter.label }{ " " }<span class="tiny">{ &filter.count }</span>
                </button>
            }
        </div>
    }
}

/// How all cells of a column look.
fn class_of(column: Option<&Column>) -> Classes {
    let is = |what: fn(&Column) -> bool| column.is_some_and(what);
    classes!(is(|column| column.numeric).then_some("num"), is(|column| column.spare).then_some("wide-only"))
}

fn heading(page: &Page, table: &Table, column: &Column) -> Html {
    let class = class_of(Some(column));
    let Some(key) = &column.sort else { return html! { <th scope="col" {class}>{ &column.label }</th> } };
    let request = now(page, table);
    let sorted = request.sort == *key;
    let upwards = column.upwards != request.reversed;
    let (direction, arrow) = match (sorted, upwards) {
        (false, _) => (None, ""),
        (true, true) => (Some("ascending"), " ↑"),
        (true, false) => (Some("descending"), " ↓"),
    };
    let reversed = sorted && !request.reversed;
    let next = TableRequest { sort: key.clone(), reversed, page: 0, ..request };
    html! {
        <th scope="col" {class} aria-sort={direction}>
            <button type="button" onclick={ask(page, table, next)}>{ &column.label }<span aria-hidden="true">{ arrow }</span></button>
        </th>
    }
}

fn row(page: &Page, table: &Table, row: &Row) -> Html {
    let can_drag = row.drag != Doing::Nothing;
    let class = match row.kind {
        RowKind::Plain if can_drag => Some("can-drag"),
        RowKind::Plain => None,
        RowKind::Chosen => Some("chosen"),
        RowKind::Soft => Some("soft"),
        RowKind::Total => Some("total"),
        RowKind::Over => Some("over"),
    };
    let cells = row.cells.iter().enumerate().map(|(place, content)| {
        let class = class_of(table.columns.get(place));
        let first = match content {
            Cell::Stack(all) => all.first().unwrap_or(content),
            one => one,
        };
        let head = matches!(first, Cell::Customer { .. } | Cell::Head(_));
        let inner = if place == 0 && !table.onto.is_empty() {
            html! { <span class="held">{ onto::handle(table, row) }<span>{ cell(page, content) }</span></span> }
        } else {
            // The handle comes and goes beside the cell, never around it: a box in the cell keeps the focus.
            let handle = (can_drag && place == 0)
                .then(|| html! { <span class="drag-handle" aria-hidden="true">{ "⠿" }</span> });
            html! { <>{ for handle }{ cell(page, content) }</> }
        };
        if head {
            html! { <th scope="row" {class}>{ inner }</th> }
        } else {
            html! { <td {class}>{ inner }</td> }
        }
    });
    html! {
        <>
            <tr key={row.key.clone()} {class} data-row={row.key.clone()} onpointerdown={can_drag.then(|| drag(page, table, row))}>{ for cells }</tr>
            if !row.line.is_empty() {
                <tr class="line-row"><td colspan={table.columns.len().to_string()}>{ &row.line }</td></tr>
            }
        </>
    }
}

/// A row that can be dragged does what it says once it is dropped on a card for rows of its table.
fn drag(page: &Page, table: &Table, row: &Row) -> Callback<PointerEvent> {
    let (page, takes, doing) = (page.clone(), table.name.clone(), row.drag.clone());
    Callback::from(move |event: PointerEvent| {
        let (page, doing) = (page.clone(), doing.clone());
        dragging::begin(&event, &takes, move || obey(&page, &doing, None));
    })
}

/// What stands in a cell, also beside a term.
pub fn cell(page: &Page, content: &Cell) -> Html {
    match content {
        Cell::Empty => Html::default(),
        Cell::Text(text) | Cell::Number(text) | Cell::Head(text) => html! { { text } },
        Cell::Soft(text) => html! { <span class="soft">{ text }</span> },
        Cell::Customer { who, why } => html! { <>
            { customer(page, who) }
            if !why.is_empty() {
                { disclosure(page.texts().shell.why, why.iter().map(|line| html! { <p>{ line }</p> }).collect()) }
            }
        </> },
        Cell::Letter { letter, words } if letter.is_empty() => html! { <span class="chip">{ words }</span> },
        Cell::Letter { letter, .. } => {
            html! { <span class={classes!("letter", format!("letter-{}", letter.to_ascii_lowercase()))}>{ letter }</span> }
        }
        Cell::Chip { tone, words } => {
            let tone = match tone {
                Tone::Good => "chip good",
                Tone::Warning => "chip warn",
                Tone::Bad => "chip bad",
                _ => "chip",
            };
            html! { <span class={tone}>{ words }</span> }
        }
        Cell::Bars(bars) => {
            let width = 100.0 / bars.len().max(1) as f64;
            let bar = |(place, height): (usize, &f64)| {
                let height = within(*height, 0.0, 1.0) * 24.0;
                html! { <rect x={fixed(place as f64 * width, 3)} y={fixed(24.0 - height, 3)} width={fixed(width * 0.85, 3)} height={fixed(height, 3)} /> }
            };
            html! { <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" class="cell-bars">{ for bars.iter().enumerate().map(bar) }</svg> }
        }
        Cell::Control(one) => control(page, one),
        Cell::Stack(all) => {
            html! { <div class="cell-stack">{ for all.iter().map(|one| html! { <div>{ cell(page, one) }</div> }) }</div> }
        }
    }
}

fn pager(page: &Page, table: &Table, at: &Pager) -> Html {
    let (texts, format) = (&page.texts().shell, page.format());
    let to = |page_number: usize| ask(page, table, TableRequest { page: page_number, ..now(page, table) });
    // Not `disabled` at the ends: a button that has the focus would lose it. It leads to where we are.
    let (first, last) = (at.page == 0, at.page + 1 >= at.pages);
    html! {
        <div class="pager">
            <span role="status">{ &at.matches }</span>
            if at.pages > 1 {
                <span class="row no-print">
                    <button type="button" class="button slim" aria-disabled={first.then_some("true")} onclick={to(at.page.saturating_sub(1))}>{ texts.previous_page }</button>
                    <span>{ (texts.page_of)(&format.count(at.page + 1), &format.count(at.pages)) }</span>
                    <button type="button" class="button slim" aria-disabled={last.then_some("true")} onclick={to(if last { at.page } else { at.page + 1 })}>{ texts.next_page }</button>
                </span>
            }
        </div>
    }
}

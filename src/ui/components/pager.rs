//! Searching and paging through a table of customers.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::TableRequest;

/// Count, previous, next; with one page only the count. The request lives in the page's state.
pub fn pager(page: &Page, at: usize, pages: usize, matches: usize) -> Html {
    let texts = &page.texts().shell;
    let format = page.format();
    let step =
        |to: usize| page.on(Message::Table(String::new(), TableRequest { page: to, ..page.state.table("") }));
    // Not `disabled` at the ends: a button that has the focus would lose it. It leads to where we are.
    let (first, last) = (at == 0, at + 1 >= pages);
    let next = if last { at } else { at + 1 };
    let count = format.counted(matches, texts.one_customer, texts.customers);
    html! {
        <div class="pager">
            <span role="status">{ count }</span>
            if pages > 1 {
                <span class="row">
                    <button type="button" class="button slim" aria-disabled={first.then_some("true")} onclick={step(at.saturating_sub(1))}>{ texts.previous_page }</button>
                    <span>{ (texts.page_of)(&format.count(at + 1), &format.count(pages)) }</span>
                    <button type="button" class="button slim" aria-disabled={last.then_some("true")} onclick={step(next)}>{ texts.next_page }</button>
                </span>
            }
        </div>
    }
}

/// A box that searches the table by name.
pub fn search(page: &Page) -> Html {
    let texts = &page.texts().shell;
    let request = page.state.table("");
    let value = request.search.clone();
    let oninput = page.with(move |event: InputEvent| {
        let search =
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        Message::Table(String::new(), TableRequest { search, page: 0, ..request.clone() })
    });
    html! {
        <input type="search" class="input slim search" aria-label={texts.search} placeholder={texts.search} {value} {oninput} data-testid="customer-search" />
    }
}

//! Paging through a table of customers.

use yew::prelude::*;

use crate::ui::context::use_page;

/// Where we are in how many pages.
#[derive(PartialEq, Properties)]
pub struct PagerProps {
    /// From 0.
    pub page: usize,
    pub pages: usize,
    /// What the table holds, in words; also told to screen readers.
    pub count: AttrValue,
    pub on_page: Callback<usize>,
}

/// Count, previous, next. With one page only the count.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let page = use_page();
    let texts = &page.texts().shell;
    let format = page.format();
    // Not `disabled` at the ends: a button that has the focus would lose it.
    let (first, last) = (props.page == 0, props.page + 1 >= props.pages);
    let step = |to: Option<usize>| {
        let on_page = props.on_page.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                on_page.emit(to);
            }
        })
    };
    html! {
        <div class="pager">
            <span role="status">{ props.count.clone() }</span>
            if props.pages > 1 {
                <span class="row">
                    <button type="button" class="button slim" aria-disabled={first.then_some("true")} onclick={step(props.page.checked_sub(1))}>{ texts.previous_page }</button>
                    <span>{ (texts.page_of)(&format.count(props.page + 1), &format.count(props.pages)) }</span>
                    <button type="button" class="button slim" aria-disabled={last.then_some("true")} onclick={step((!last).then_some(props.page + 1))}>{ texts.next_page }</button>
                </span>
            }
        </div>
    }
}

//! A table of any length: rows are asked for while they are scrolled, and the focused row is never taken away.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::grid_scroll::{HEAD, ROW, Scrolled};
use crate::i18n::digits::short;
use crate::platform::{focus, scroll};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::Place;
use crate::views::grid::{Grid, GridColumn, GridRow, Width, Window, WindowRequest};

/// Rows that are asked for around those in sight, and rows that are drawn around them.
const ASKED: usize = 60;
const DRAWN: usize = 8;
/// Rows of a page of the plain table.
const PAGE: usize = 50;

#[derive(Properties, Clone, PartialEq)]
pub struct GridProps {
    pub grid: Rc<Grid>,
}

/// What the grid knows between two events.
#[derive(Default)]
struct Held {
    asked: WindowRequest,
    /// Whether an answer is still to come.
    waits: bool,
    window: Option<Window>,
    scrolled: Scrolled,
    /// Where the focus is or would come: 0 is the heading.
    active: (usize, usize),
    /// The row of the focus, also when it is out of sight.
    kept: Option<GridRow>,
    has_focus: bool,
    /// The focus follows the active cell after the next drawing.
    moves_focus: bool,
    /// Set: a plain table, at this page.
    page: Option<usize>,
    rest: Option<Timeout>,
}

/// Everything an event needs.
#[derive(Clone)]
struct Ground {
    page: Page,
    grid: Rc<Grid>,
    held: Rc<RefCell<Held>>,
    update: UseForceUpdateHandle,
    scroller: NodeRef,
    sizer: NodeRef,
    table: NodeRef,
}

/// The grid with its search box, filter and switch to a plain table.
#[component]
pub fn DataGrid(props: &GridProps) -> Html {
    let ground = Ground {
        page: use_page(),
        grid: Rc::clone(&props.grid),
        held: use_mut_ref(Held::default),
        update: use_force_update(),
        scroller: use_node_ref(),
        sizer: use_node_ref(),
        table: use_node_ref(),
    };
    use_effect_with(Rc::clone(&props.grid), {
        let ground = ground.clone();
        move |grid: &Rc<Grid>| {
            let hears = ground.clone();
            ground.page.engine.on_window(Callback::from(move |window| hears.hear(window)));
            ground.held.borrow_mut().asked.stamp = grid.stamp;
            ground.ask();
        }
    });
    use_effect({
        let ground = ground.clone();
        move || ground.place()
    });
    ground.draw()
}

impl Ground {
    fn matches(&self, held: &Held) -> usize {
        held.window.as_ref().map_or(self.grid.rows, |window| window.matches)
    }

    /// The rows to draw: those in sight and some around them.
    fn span(&self, held: &Held) -> (usize, usize) {
        let matches = self.matches(held);
        if let Some(page) = held.page {
            return ((page * PAGE).min(matches), ((page + 1) * PAGE).min(matches));
        }
        let (first, last) = held.scrolled.rows();
        (first.saturating_sub(DRAWN).min(matches), (last + DRAWN).min(matches))
    }

    /// Asks for the rows around those in sight, unless an answer is on its way: then it is looked at again.
    fn ask(&self) {
        let held = &mut *self.held.borrow_mut();
        if held.waits {
            return;
        }
        let (from, to) = self.span(held);
        let around = if held.page.is_some() { 0 } else { ASKED };
        held.asked.from = from.saturating_sub(around);
        held.asked.count = (to + around - held.asked.from).max(PAGE);
        held.waits = true;
        self.page.engine.ask_window(held.asked.clone());
    }

    fn hear(&self, window: Window) {
        let again = {
            let held = &mut *self.held.borrow_mut();
            held.waits = false;
            let now = WindowRequest {
                from: window.request.from,
                count: window.request.count,
                ..held.asked.clone()
            };
            let is_newest = now == window.request;
            if is_newest {
                held.scrolled.count(window.matches);
                let last = window.matches;
                held.active.0 = held.active.0.min(last);
                held.window = Some(window);
            }
            !is_newest || self.lacks(held)
        };
        if again {
            self.ask();
        }
        self.update.force_update();
    }

    /// Whether rows are drawn that were not asked for yet.
    fn lacks(&self, held: &Held) -> bool {
        let (from, to) = self.span(held);
        held.window
            .as_ref()
            .is_none_or(|window| from < window.request.from || to > window.request.from + window.rows.len())
    }

    /// Another question: from the top.
    fn change(&self, change: impl FnOnce(&mut WindowRequest)) {
        {
            let held = &mut *self.held.borrow_mut();
            change(&mut held.asked);
            held.scrolled.to(0.0);
            held.active.0 = held.active.0.min(1);
            held.page = held.page.map(|_| 0);
            held.waits = false;
            self.scroll_back(held);
        }
        self.ask();
        self.update.force_update();
    }

    fn scroll_back(&self, held: &Held) {
        if let Some(scroller) = self.scroller.cast::<Element>() {
            scroll::scroll_to(&scroller, held.scrolled.real());
        }
    }

    /// The person scrolled, or the browser did.
    fn on_scroll(&self) {
        let Some(scroller) = self.scroller.cast::<Element>() else { return };
        let (top, height) = scroll::seen(&scroller);
        let lacks = {
            let held = &mut *self.held.borrow_mut();
            let (from, to) = self.span(held);
            held.scrolled.scrolled(top, height);
            let rest = self.clone();
            held.rest = held.scrolled.drifts().then(|| Timeout::new(200, move || rest.settle()));
            let lacks = self.lacks(held);
            // Most of the time the browser moves what is drawn already.
            if !lacks && (from, to) == self.span(held) {
                return;
            }
            lacks
        };
        if lacks {
            self.ask();
        }
        self.update.force_update();
    }

    /// At rest the scroll bar goes where it belongs.
    fn settle(&self) {
        let held = &mut *self.held.borrow_mut();
        held.scrolled.settle();
        self.scroll_back(held);
        self.update.force_update();
    }

    /// Sets the height of all rows together and the place of those that are drawn, and moves the focus.
    fn place(&self) {
        let mut borrowed = self.held.borrow_mut();
        let held = &mut *borrowed;
        if let Some(scroller) = self.scroller.cast::<HtmlElement>() {
            // Of a short list the grid is as high as its rows; a search does not move what stands below it.
            // As a whole number: how to write any float would weigh more than the grid.
            let rows = (HEAD + self.grid.rows as f64 * ROW + scroll::frame(&scroller)) as u32;
            scroll::set(&scroller, "height", &format!("min({rows}px, 32.5rem, 70vh)"));
            held.scrolled.height(scroll::seen(&scroller).1);
        }
        if let (None, Some(sizer), Some(table)) =
            (held.page, self.sizer.cast::<HtmlElement>(), self.table.cast::<HtmlElement>())
        {
            scroll::set(&sizer, "height", &format!("{}px", short(held.scrolled.inside())));
            scroll::set(&table, "top", &format!("{}px", short(held.scrolled.offset(self.span(held).0))));
            // As wide as its columns, in the reader's own size of letters.
            let widths: u32 = self.grid.columns.iter().map(|column| width_of(column.width).1).sum();
            scroll::set(&table, "width", &format!("{widths}rem"));
        }
        let moves_focus = std::mem::take(&mut held.moves_focus);
        let table = self.table.cast::<Element>().filter(|_| moves_focus);
        let cell = table.and_then(|table| table.query_selector("[data-cell][tabindex='0']").ok()?);
        // Taking the focus calls back at once.
        drop(borrowed);
        if let Some(cell) = cell {
            focus::focus(&cell);
        }
    }

    /// Keys of the grid pattern.
    fn on_key(&self, event: &KeyboardEvent) {
        let moved = {
            let held = &mut *self.held.borrow_mut();
            let (row, column) = held.active;
            let (last_row, last_column) = (self.matches(held), self.grid.columns.len() - 1);
            let screen = held.scrolled.screen();
            let ends = event.ctrl_key() || event.meta_key();
            let to = match event.key().as_str() {
                "ArrowDown" => (row + 1, column),
                "ArrowUp" => (row.saturating_sub(1), column),
                "ArrowRight" => (row, column + 1),
                "ArrowLeft" => (row, column.saturating_sub(1)),
                "PageDown" => (row + screen, column),
                "PageUp" => (if row == 0 { 0 } else { row.saturating_sub(screen).max(1) }, column),
                "Home" if ends => (1, 0),
                "End" if ends => (last_row, last_column),
                "Home" => (row, 0),
                "End" => (row, last_column),
                _ => return,
            };
            held.active = (to.0.min(last_row), to.1.min(last_column));
            held.moves_focus = true;
            if held.active.0 > 0 && held.scrolled.show(held.active.0 - 1) {
                self.scroll_back(held);
            }
            self.lacks(held)
        };
        event.prevent_default();
        if moved {
            self.ask();
        }
        self.update.force_update();
    }

    /// The focus came to a cell, by a click or from outside.
    fn on_focus(&self, event: &FocusEvent) {
        let place = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok()?.get_attribute("data-cell"))
            .and_then(|place| {
                let (row, column) = place.split_once(' ')?;
                Some((row.parse().ok()?, column.parse().ok()?))
            });
        let held = &mut *self.held.borrow_mut();
        held.has_focus = true;
        if let Some(place) = place.filter(|place| *place != held.active) {
            held.active = place;
            self.update.force_update();
        }
    }

    fn draw(&self) -> Html {
        let held = &mut *self.held.borrow_mut();
        held.scrolled.count(self.matches(held));
        let (grid, words) = (&self.grid, &self.grid.words);
        let is_paged = held.page.is_some();
        let said = held.window.as_ref().map(|window| window.said.clone()).unwrap_or_default();
        let id = format!("grid-{}", grid.name);
        let flip = {
            let ground = self.clone();
            Callback::from(move |_: MouseEvent| {
                let page = ground.held.borrow().page;
                ground.held.borrow_mut().page = if page.is_some() { None } else { Some(0) };
                ground.change(|_| ());
            })
        };
        html! {
            <div class="stack-s" data-testid={id.clone()}>
                <div class="row no-print">
                    { self.search() }
                    { self.filter(held) }
                    <button type="button" class="button slim" data-testid={format!("{id}-mode")} onclick={flip}>{ if is_paged { &words.as_grid } else { &words.as_pages } }</button>
                </div>
                if is_paged {
                    <div class="scroll" tabindex="0" role="region" aria-label={grid.title.clone()}>{ self.table(held) }</div>
                    { self.pager(held) }
                } else {
                    <p class="visually-hidden" id={format!("{id}-help")}>{ &words.help }</p>
                    <div class="grid-scroll" ref={self.scroller.clone()} onscroll={ { let ground = self.clone(); Callback::from(move |_: Event| ground.on_scroll()) } }>
                        <div class="grid-sizer" ref={self.sizer.clone()}>{ self.table(held) }</div>
                    </div>
                }
                <p class="small soft" role="status">{ if held.window.as_ref().is_some_and(|window| window.matches == 0) { words.none.clone() } else { said } }</p>
            </div>
        }
    }

    fn search(&self) -> Html {
        let ground = self.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                ground.change(|asked| asked.search = input.value());
            }
        });
        let label = self.grid.words.search.clone();
        html! { <input type="search" class="input slim search" aria-label={label.clone()} placeholder={label} {oninput} data-testid={format!("grid-{}-search", self.grid.name)} /> }
    }

    fn filter(&self, held: &Held) -> Html {
        if self.grid.filters.is_empty() {
            return Html::default();
        }
        let ground = self.clone();
        let onchange = Callback::from(move |event: Event| {
            let place =
                event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
            let parts = ground.grid.filters.iter().flat_map(|group| &group.parts);
            let chosen =
                usize::try_from(place - 1).ok().and_then(|place| parts.map(|part| &part.0).nth(place));
            ground.change(|asked| asked.filter = chosen.cloned());
        });
        let words = &self.grid.words;
        html! {
            <label class="row small">{ &words.filter }
                <select class="select slim fit" {onchange} data-testid={format!("grid-{}-filter", self.grid.name)}>
                    <option selected={held.asked.filter.is_none()}>{ &words.all }</option>
                    for group in self.grid.filters.iter() {
                        <optgroup label={group.label.clone()}>{ for group.parts.iter().map(|(part, label)| html! { <option selected={held.asked.filter.as_ref() == Some(part)}>{ label }</option> }) }</optgroup>
                    }
                </select>
            </label>
        }
    }

    /// The same table in both modes; as a grid it has one tab stop and says where each row is.
    fn table(&self, held: &mut Held) -> Html {
        let is_grid = held.page.is_none();
        let matches = self.matches(held);
        let columns = &self.grid.columns;
        let (from, to) = self.span(held);
        let on = |ground: &Ground| ground.clone();
        let onkeydown = {
            let ground = on(self);
            Callback::from(move |event: KeyboardEvent| {
                if ground.held.borrow().page.is_none() {
                    ground.on_key(&event);
                }
            })
        };
        let onfocusin = {
            let ground = on(self);
            Callback::from(move |event: FocusEvent| ground.on_focus(&event))
        };
        let onfocusout = {
            let ground = on(self);
            Callback::from(move |_: FocusEvent| ground.held.borrow_mut().has_focus = false)
        };
        let mut rows: Vec<(usize, bool)> = (from..to).map(|row| (row, false)).collect();
        // The focused row stays, out of sight, before or behind the others.
        let active = held.active.0.checked_sub(1).filter(|row| is_grid && held.has_focus && *row < matches);
        match active {
            Some(row) if row < from => rows.insert(0, (row, true)),
            Some(row) if row >= to => rows.push((row, true)),
            _ => {}
        }
        if let Some(row) = active.and_then(|row| row_of(held.window.as_ref(), row)) {
            held.kept = Some(row.clone());
        }
        html! {
            <table
                key={if is_grid { "grid" } else { "pages" }}
                ref={self.table.clone()} class={if is_grid { "table grid" } else { "table" }} {onkeydown} {onfocusin} {onfocusout}
                role={is_grid.then_some("grid")} aria-label={self.grid.title.clone()}
                aria-describedby={is_grid.then(|| format!("grid-{}-help", self.grid.name))}
                aria-rowcount={is_grid.then(|| (matches + 1).to_string())} aria-colcount={is_grid.then(|| columns.len().to_string())}
            >
                <colgroup>{ for columns.iter().map(|column| html! { <col class={width_of(column.width).0} /> }) }</colgroup>
                <thead><tr aria-rowindex={is_grid.then_some("1")}>
                    { for columns.iter().enumerate().map(|(place, column)| self.heading(held, place, column)) }
                </tr></thead>
                <tbody>
                    { for rows.into_iter().map(|(row, hidden)| {
                        let content = row_of(held.window.as_ref(), row).or(held.kept.as_ref().filter(|_| hidden));
                        self.row(held, row, content, hidden)
                    }) }
                </tbody>
            </table>
        }
    }

    fn heading(&self, held: &Held, place: usize, column: &GridColumn) -> Html {
        let sorted = held.asked.sort == column.key;
        let (direction, arrow) = match (sorted, held.asked.reversed) {
            (false, _) => (None, ""),
            (true, false) => (Some("ascending"), " ↑"),
            (true, true) => (Some("descending"), " ↓"),
        };
        let ground = self.clone();
        let (key, numeric) = (column.key.clone(), column.width == Width::Number);
        let onclick = Callback::from(move |_: MouseEvent| {
            ground.change(|asked| {
                // The largest first, where there is a largest.
                asked.reversed = if asked.sort == key { !asked.reversed } else { numeric };
                asked.sort.clone_from(&key);
            });
        });
        let (cell, tab) = stop(held, 0, place);
        html! {
            <th scope="col" class={numeric.then_some("num")} aria-sort={direction} aria-colindex={held.page.is_none().then(|| (place + 1).to_string())}>
                <button type="button" tabindex={tab} data-cell={cell} {onclick}><span class="two-lines">{ &column.label }<span aria-hidden="true">{ arrow }</span></span></button>
            </th>
        }
    }

    fn row(&self, held: &Held, row: usize, content: Option<&GridRow>, hidden: bool) -> Html {
        let is_grid = held.page.is_none();
        let cells = self.grid.columns.iter().enumerate().map(|(place, column)| {
            // A row that is still to come is there already, so that the focus has a place.
            let text = content.and_then(|content| content.cells.get(place)).map_or("…", String::as_str);
            let (cell, tab) = stop(held, row + 1, place);
            let index = is_grid.then(|| (place + 1).to_string());
            if place == 0 {
                let to = content.map(|content| Message::Go(Place::customer(&content.key)));
                let onclick = to.map(|message| self.page.on::<MouseEvent>(message));
                return html! { <th scope="row" aria-colindex={index}><button type="button" class="customer" tabindex={tab} data-cell={cell} {onclick}><span class="two-lines">{ text }</span></button></th> };
            }
            let numeric = (column.width == Width::Number).then_some("num");
            html! { <td class={numeric} aria-colindex={index} tabindex={tab} data-cell={cell}>{ text }</td> }
        });
        html! { <tr key={row.to_string()} class={hidden.then_some("visually-hidden")} aria-rowindex={is_grid.then(|| (row + 2).to_string())}>{ for cells }</tr> }
    }

    fn pager(&self, held: &Held) -> Html {
        let page = held.page.unwrap_or(0);
        let pages = self.matches(held).div_ceil(PAGE).max(1);
        let to = |page: usize| {
            let ground = self.clone();
            Callback::from(move |_: MouseEvent| {
                {
                    let held = &mut *ground.held.borrow_mut();
                    held.page = Some(page);
                    held.waits = false;
                }
                ground.ask();
                ground.update.force_update();
            })
        };
        let (first, last) = (page == 0, page + 1 >= pages);
        let words = &self.grid.words;
        let range = held.window.as_ref().map(|window| window.range.clone());
        // Not `disabled` at the ends: a button that has the focus would lose it.
        html! {
            <div class="row no-print">
                <button type="button" class="button slim" aria-disabled={first.then_some("true")} onclick={to(page.saturating_sub(1))}>{ &words.previous }</button>
                <span>{ range }</span>
                <button type="button" class="button slim" aria-disabled={last.then_some("true")} data-testid={format!("grid-{}-next", self.grid.name)} onclick={to(if last { page } else { page + 1 })}>{ &words.next }</button>
            </div>
        }
    }
}

fn row_of(window: Option<&Window>, row: usize) -> Option<&GridRow> {
    let window = window?;
    window.rows.get(row.checked_sub(window.request.from)?)
}

/// The mark of a cell, and whether it is the grid's one tab stop; a plain table has none of either.
fn stop(held: &Held, row: usize, column: usize) -> (Option<String>, Option<&'static str>) {
    if held.page.is_some() {
        return (None, None);
    }
    (Some(format!("{row} {column}")), Some(if held.active == (row, column) { "0" } else { "-1" }))
}

/// The class of a column, and its width in rem as in `styles/grid.css`.
fn width_of(width: Width) -> (&'static str, u32) {
    match width {
        Width::Head => ("col-head", 18),
        Width::Text => ("col-text", 12),
        Width::Number => ("col-number", 11),
        Width::Short => ("col-short", 9),
    }
}

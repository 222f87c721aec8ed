//! A grid of cells to walk through, type in, copy, paste and fill, like a spreadsheet. Only the rows in sight are drawn, and
//! the focus stays on the grid itself, so that no row that has it is ever taken away.

use std::rc::Rc;

use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::table::tools;
use crate::inputs::{Action, JudgedCell, read_block, write_block};
use crate::platform::{clipboard, focus};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::TableRequest;
use crate::views::sheet::cell_grid::{CellGrid, PART, WHOLE};
use crate::views::sheet::table::Table;

/// The height of a row, as in the style sheet.
const ROW: usize = 36;
/// Rows drawn above and below those in sight.
const MARGIN: usize = 8;
/// Rows that Page Up and Page Down pass.
const LEAP: usize = 12;
/// A selection is no longer than the rows that are surely here.
const LONGEST: usize = PART;

/// Row and column; column 0 holds the names.
type Spot = (usize, usize);

/// Where one looks and types.
#[derive(Clone, Debug, Default, PartialEq)]
struct Look {
    at: Spot,
    /// The other corner of the selection.
    from: Spot,
    /// What the editor opens with; `None` = nobody types.
    typing: Option<String>,
    /// The first row in sight, and how many are.
    top: usize,
    seen: usize,
}

impl Look {
    /// Rows and columns of the selection, both ends in it.
    fn area(&self) -> (Spot, Spot) {
        let (a, b) = (self.at, self.from);
        ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)))
    }
}

/// A pasted block on its way: rows that are not here yet wait.
struct Paste {
    at: Spot,
    rows: Vec<Vec<String>>,
    run: u32,
}

#[derive(PartialEq, Properties)]
pub struct CellGridViewProps {
    pub grid: Rc<CellGrid>,
}

/// What the handlers need.
#[derive(Clone)]
struct Desk {
    page: Page,
    grid: Rc<CellGrid>,
    look: UseStateHandle<Look>,
    frame: NodeRef,
    editor: NodeRef,
    waiting: Rc<std::cell::RefCell<Option<Paste>>>,
    runs: Rc<std::cell::Cell<u32>>,
    /// What is typed so far: keys come faster than the editor is drawn and has the focus, and none may be lost.
    draft: Rc<std::cell::RefCell<Option<String>>>,
    /// The button went down on a cell and is still down; whether it was the active one already.
    pressed: Rc<std::cell::Cell<Option<bool>>>,
}

/// The grid with its search and filters.
#[component]
pub fn CellGridView(props: &CellGridViewProps) -> Html {
    let desk = Desk {
        page: use_page(),
        grid: props.grid.clone(),
        look: use_state_eq(|| Look { at: (0, 1), from: (0, 1), seen: 20, ..Look::default() }),
        frame: use_node_ref(),
        editor: use_node_ref(),
        waiting: use_mut_ref(|| None),
        runs: use_memo((), |()| std::cell::Cell::new(0)),
        draft: use_mut_ref(|| None),
        pressed: use_memo((), |()| std::cell::Cell::new(None)),
    };
    use_effect_with((desk.look.at, desk.look.typing.is_some()), {
        let desk = desk.clone();
        move |_| desk.show_active()
    });
    use_effect_with(props.grid.clone(), {
        let desk = desk.clone();
        move |_| desk.go_on_pasting()
    });
    let on = |act: fn(&Desk, &Event)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| act(&desk, &event))
    };
    let (grid, look) = (&desk.grid, &*desk.look);
    let onkeydown = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| desk.key(&event))
    };
    let on_mouse = |act: fn(&Desk, &MouseEvent, Spot)| {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(spot) = spot_of(&event) {
                act(&desk, &event, spot);
            }
        })
    };
    let (onmousedown, onmouseover) = (on_mouse(Desk::press), on_mouse(Desk::drag));
    let (onclick, ondblclick) = (on_mouse(Desk::click), on_mouse(|desk, _, at| desk.type_in(at, None)));
    let first = look.top.saturating_sub(MARGIN).min(grid.count);
    let last = (look.top + look.seen + MARGIN).min(grid.count);
    let active = format!("cell-{}-{}", look.at.0, look.at.1);
    let message = desk.cell(look.at).map(|cell| cell.message.clone()).unwrap_or_default();
    html! {
        <div class="stack-s" data-testid={format!("grid-{}", grid.name)}>
            { tools(&desk.page, &as_table(grid)) }
            if grid.count == 0 {
                <p class="soft" role="status">{ &grid.empty }</p>
            } else {
                <div class="cells" role="grid" tabindex="0" ref={desk.frame.clone()} aria-label={grid.title.clone()} aria-multiselectable="true"
                    aria-rowcount={(grid.count + 1).to_string()} aria-colcount={(grid.columns.len() + 1).to_string()} aria-activedescendant={active}
                    {onkeydown} {onmousedown} {onmouseover} {onclick} {ondblclick} onscroll={on(|desk, _| desk.scrolled())}
                    oncopy={on(Desk::copy)} oncut={on(Desk::cut)} onpaste={on(Desk::paste)}>
                    <table role="presentation">
                        <thead role="rowgroup"><tr role="row" aria-rowindex="1">
                            <th role="columnheader" aria-colindex="1">{ &grid.first }</th>
                            for (place, column) in grid.columns.iter().enumerate() {
                                <th role="columnheader" aria-colindex={(place + 2).to_string()} data-column={column.key.clone()}>{ &column.label }<span>{ &column.hint }</span></th>
                            }
                        </tr></thead>
                        { space(first) }
                        <tbody role="rowgroup">{ for (first..last).map(|row| desk.row(row)) }</tbody>
                        { space(grid.count - last) }
                    </table>
                </div>
            }
            <div class="pager"><span role="status">{ &grid.matches }</span><span role="status" class="control-message">{ message }</span></div>
        </div>
    }
}

/// Search and filters are those of any table.
fn as_table(grid: &CellGrid) -> Table {
    Table {
        name: grid.name.clone(),
        title: grid.title.clone(),
        search: grid.search.clone(),
        filters: grid.filters.clone(),
        request: grid.request.clone(),
        ..Table::default()
    }
}

/// The room of rows that are not drawn.
fn space(rows: usize) -> Html {
    let height = (rows * ROW).to_string();
    html! { <tbody aria-hidden="true"><tr><td {height}></td></tr></tbody> }
}

impl Desk {
    fn here(&self, row: usize) -> Option<&crate::views::sheet::cell_grid::GridRow> {
        self.grid.rows.get(row.checked_sub(self.grid.from)?)
    }

    fn cell(&self, at: Spot) -> Option<&crate::views::sheet::cell_grid::GridCell> {
        self.here(at.0)?.cells.get(at.1.checked_sub(1)?)
    }

    /// What a person typed there: the page's own inputs, since the engine's echo is later.
    fn typed(&self, at: Spot) -> Option<&str> {
        let column = self.grid.columns.get(at.1.checked_sub(1)?)?;
        let cells = self.page.inputs().judgements.cells.get(&self.here(at.0)?.key)?;
        cells.get(&column.key).map(String::as_str)
    }

    fn text(&self, at: Spot) -> String {
        if at.1 == 0 {
            return self.here(at.0).map(|row| row.who.name.clone()).unwrap_or_default();
        }
        let cell = self.cell(at);
        let text = match (self.typed(at), cell.and_then(|cell| cell.means.as_ref())) {
            (Some(typed), Some((read, means))) if typed == read => means,
            (Some(typed), _) => typed,
            (None, _) => cell.map(|cell| cell.listed.as_str()).unwrap_or_default(),
        };
        text.to_owned()
    }

    fn row(&self, row: usize) -> Html {
        let index = (row + 2).to_string();
        let Some(content) = self.here(row) else {
            return html! { <tr key={row} role="row" aria-rowindex={index}><td role="gridcell">{ "…" }</td></tr> };
        };
        let (start, end) = self.look.area();
        let cells = (0..=self.grid.columns.len()).map(|column| {
            let at = (row, column);
            let picked = (start.0..=end.0).contains(&row) && (start.1..=end.1).contains(&column);
            let wrong = self.cell(at).is_some_and(|cell| !cell.message.is_empty());
            let numeric = column > 0 && self.grid.columns[column - 1].numeric;
            let class = classes!(
                (at == self.look.at).then_some("at"),
                (column > 0 && self.typed(at).is_none()).then_some("listed"),
                numeric.then_some("num"),
                wrong.then_some("wrong")
            );
            let (id, spot) = (format!("cell-{row}-{column}"), format!("{row},{column}"));
            let role = if column == 0 { "rowheader" } else { "gridcell" };
            let inner = match &self.look.typing {
                Some(text) if at == self.look.at => self.box_to_type(text),
                // A row is of one height, whatever the name.
                _ if column == 0 => html! { <span class="two-lines">{ self.text(at) }</span> },
                _ => html! { { self.text(at) } },
            };
            html! {
                <td {id} {class} {role} data-spot={spot} aria-colindex={(column + 1).to_string()} aria-selected={picked.to_string()}
                    aria-readonly={(column == 0).then_some("true")} aria-invalid={wrong.then_some("true")}>{ inner }</td>
            }
        });
        html! { <tr key={content.who.key.clone()} role="row" aria-rowindex={index} data-row={content.who.key.clone()}>{ for cells }</tr> }
    }

    fn box_to_type(&self, text: &str) -> Html {
        let column = self.look.at.1.saturating_sub(1);
        let label = self.grid.columns.get(column).map(|column| column.label.clone());
        let desk = self.clone();
        let onblur = Callback::from(move |_: FocusEvent| desk.keep((0, 0), false));
        // Kept at every letter: the grid may be drawn again by the engine's answer while somebody types.
        let desk = self.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let typing = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            desk.draft.borrow_mut().clone_from(&typing);
            desk.look.set(Look { typing, ..(*desk.look).clone() });
        });
        html! { <input type="text" class="input slim" autocomplete="off" ref={self.editor.clone()} aria-label={label} value={text.to_owned()} {oninput} {onblur} /> }
    }

    /// Brings the active cell into sight, and the focus to where one types.
    fn show_active(&self) {
        if self.look.typing.is_some() {
            if let Some(input) = self.editor.cast::<HtmlInputElement>() {
                focus::focus(&input);
                let end = input.value().encode_utf16().count() as u32;
                let _ = input.set_selection_range(end, end);
            }
        } else if let Some(frame) = self.frame.cast::<HtmlElement>() {
            focus::keep_in_sight(
                &frame,
                &format!("cell-{}-{}", self.look.at.0, self.look.at.1),
                self.look.at.0 * ROW,
            );
        }
    }

    fn scrolled(&self) {
        let Some(frame) = self.frame.cast::<Element>() else { return };
        let top = usize::try_from(frame.scroll_top()).unwrap_or_default() / ROW;
        let seen = usize::try_from(frame.client_height()).unwrap_or_default() / ROW + 1;
        // In steps, so that a smooth scroll does not draw at every pixel.
        let top = top / 4 * 4;
        self.look.set(Look { top, seen: seen + 4, ..(*self.look).clone() });
        self.ask(top);
    }

    /// Asks for the part of the grid around a row, once it is another.
    fn ask(&self, row: usize) {
        let page = row / PART;
        let asked = self.page.state.tables.get(&self.grid.name).unwrap_or(&self.grid.request);
        if asked.page != page {
            let request = TableRequest { page, ..asked.clone() };
            self.page.tell.emit(Message::Table(self.grid.name.clone(), request));
        }
    }

    fn go(&self, to: Spot, extend: bool) {
        let at = (to.0.min(self.grid.count.saturating_sub(1)), to.1.min(self.grid.columns.len()));
        let mut from = if extend { self.look.from } else { at };
        from.0 = from.0.clamp(at.0.saturating_sub(LONGEST - 1), at.0 + LONGEST - 1);
        self.draft.borrow_mut().take();
        self.look.set(Look { at, from, typing: None, ..(*self.look).clone() });
        self.ask(at.0);
    }

    /// The button goes down on a cell: a selection begins there, or reaches to it with Shift.
    fn press(&self, event: &MouseEvent, at: Spot) {
        if event.button() != 0 || self.types_at(at) {
            return;
        }
        self.keep((0, 0), false);
        self.pressed.set(Some(self.look.at == at && self.look.from == at));
        self.go(at, event.shift_key());
    }

    /// Over another cell with the button down: the selection reaches to it.
    fn drag(&self, event: &MouseEvent, at: Spot) {
        if event.buttons() & 1 == 0 {
            self.pressed.set(None);
        } else if self.pressed.get().is_some() && at != self.look.at {
            self.pressed.set(Some(false));
            self.go(at, true);
        }
    }

    /// A second touch of the active cell opens it, as there is no key to press on a phone.
    fn click(&self, event: &MouseEvent, at: Spot) {
        let again = self.pressed.take() == Some(true) && !event.shift_key();
        if again && event.detail() == 1 {
            self.type_in(at, None);
        }
    }

    fn types_at(&self, at: Spot) -> bool {
        self.look.typing.is_some() && self.look.at == at
    }

    /// Opens the editor: with what stands there, or with the first letter typed.
    fn type_in(&self, at: Spot, first: Option<String>) {
        if at.1 > 0 && self.here(at.0).is_some() && !self.types_at(at) {
            let typing = Some(first.unwrap_or_else(|| self.text(at)));
            self.draft.borrow_mut().clone_from(&typing);
            self.look.set(Look { at, from: at, typing, ..(*self.look).clone() });
        }
    }

    /// Keeps what was typed and walks on.
    fn keep(&self, step: (isize, isize), back_to_grid: bool) {
        let Some(text) = self.draft.borrow_mut().take() else { return };
        let at = self.look.at;
        if text != self.text(at) {
            self.judge(at, &[vec![text]], 0);
        }
        self.look.set(Look { typing: None, ..(*self.look).clone() });
        if back_to_grid {
            self.go((moved(at.0, step.0), moved(at.1, step.1).max(1)), false);
            self.focus();
        }
    }

    fn focus(&self) {
        if let Some(frame) = self.frame.cast::<Element>() {
            focus::focus(&frame);
        }
    }

    /// Enters a block of texts from `at` on, as far as its rows are here.
    fn judge(&self, at: Spot, rows: &[Vec<String>], run: u32) {
        let mut cells = Vec::new();
        for (down, texts) in rows.iter().enumerate() {
            let Some(row) = self.here(at.0 + down) else { break };
            for (right, text) in texts.iter().enumerate() {
                let column = (at.1 + right).checked_sub(1).and_then(|place| self.grid.columns.get(place));
                let Some(column) = column else { continue };
                let (customer, column) = (row.key.clone(), column.key.clone());
                cells.push(JudgedCell { customer, column, text: text.trim().to_owned() });
            }
        }
        if !cells.is_empty() {
            self.page.tell.emit(Message::Do(Action::Judge { cells, run }));
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        let (key, shift) = (event.key(), event.shift_key());
        let control = event.ctrl_key() || event.meta_key();
        let draft = self.draft.borrow().clone();
        if let Some(draft) = draft {
            let in_editor = event.target_dyn_into::<HtmlInputElement>().is_some();
            match (key.as_str(), shift) {
                ("Enter", false) | ("ArrowDown", _) => self.keep((1, 0), true),
                ("Enter", true) | ("ArrowUp", _) => self.keep((-1, 0), true),
                ("Tab", false) => self.keep((0, 1), true),
                ("Tab", true) => self.keep((0, -1), true),
                ("Escape", _) => {
                    self.draft.borrow_mut().take();
                    self.look.set(Look { typing: None, ..(*self.look).clone() });
                    self.focus();
                }
                // The editor is on its way: the key is the next of what is typed.
                _ if !in_editor && !control && key.chars().count() == 1 => {
                    let typing = Some(draft + &key);
                    self.draft.borrow_mut().clone_from(&typing);
                    self.look.set(Look { typing, ..(*self.look).clone() });
                }
                _ => return,
            }
            event.prevent_default();
            return;
        }
        let ((row, column), (rows, columns)) = (self.look.at, (self.grid.count, self.grid.columns.len()));
        let to = match (key.as_str(), control) {
            ("ArrowUp", false) => (moved(row, -1), column),
            ("ArrowDown", false) => (row + 1, column),
            ("ArrowLeft", false) => (row, moved(column, -1)),
            ("ArrowRight", false) => (row, column + 1),
            ("PageUp", false) => (row.saturating_sub(LEAP), column),
            ("PageDown", false) => (row + LEAP, column),
            ("Home", false) | ("ArrowLeft", true) => (row, 0),
            ("End", false) | ("ArrowRight", true) => (row, columns),
            ("Home" | "ArrowUp", true) => (0, if key == "Home" { 0 } else { column }),
            ("End" | "ArrowDown", true) => (rows, if key == "End" { columns } else { column }),
            ("d", true) => {
                self.fill_down();
                return event.prevent_default();
            }
            ("a", true) => {
                self.select_all();
                return event.prevent_default();
            }
            ("Delete" | "Backspace", _) => {
                self.clear();
                return event.prevent_default();
            }
            ("Enter" | "F2", false) => {
                self.type_in((row, column), None);
                return event.prevent_default();
            }
            _ if key.chars().count() == 1 && !control && !event.alt_key() => {
                self.type_in((row, column), Some(key.trim().to_owned()));
                return event.prevent_default();
            }
            _ => return,
        };
        self.go(to, shift);
        event.prevent_default();
    }

    fn clear(&self) {
        let (start, end) = self.look.area();
        let empty = vec![vec![String::new(); end.1 - start.1 + 1]; end.0 - start.0 + 1];
        self.judge(start, &empty, 0);
    }

    /// The first row of the selection goes into those below it; into a single row goes the one above it.
    fn fill_down(&self) {
        let (start, end) = self.look.area();
        let single = start.0 == end.0;
        let source = if single { start.0.checked_sub(1) } else { Some(start.0) };
        let Some(source) = source.filter(|row| self.here(*row).is_some()) else { return };
        let first: Vec<String> = (start.1..=end.1).map(|column| self.text((source, column))).collect();
        self.judge((source + 1, start.1), &vec![first; end.0 - source], 0);
    }

    /// Every cell, names too, as far as rows are here at the top.
    fn select_all(&self) {
        let last = self.grid.count.min(WHOLE).saturating_sub(1);
        self.look.set(Look { at: (0, 0), from: (last, self.grid.columns.len()), ..(*self.look).clone() });
        self.ask(0);
    }

    /// Whether every row of the selection is here.
    fn all_here(&self) -> bool {
        let (start, end) = self.look.area();
        self.here(start.0).is_some() && self.here(end.0).is_some()
    }

    fn selected(&self) -> Vec<Vec<String>> {
        let (start, end) = self.look.area();
        let row = |row: usize| (start.1..=end.1).map(|column| self.text((row, column))).collect();
        (start.0..=end.0).map(row).collect()
    }

    fn copy(&self, event: &Event) {
        if self.look.typing.is_none() && self.all_here() {
            clipboard::copy(event, &write_block(&self.selected()));
        }
    }

    fn cut(&self, event: &Event) {
        if self.look.typing.is_none() && self.all_here() {
            self.copy(event);
            self.clear();
        }
    }

    /// A single cell fills the selection; a block begins at its first cell.
    fn paste(&self, event: &Event) {
        let Some(text) = clipboard::pasted(event).filter(|_| self.look.typing.is_none()) else { return };
        event.prevent_default();
        let (start, end) = self.look.area();
        let mut rows = read_block(&text);
        if rows.len() == 1 && rows[0].len() == 1 {
            rows = vec![vec![rows[0][0].clone(); end.1 - start.1 + 1]; end.0 - start.0 + 1];
        }
        let run = self.runs.get() + 1;
        self.runs.set(run);
        let widest = rows.iter().map(Vec::len).max().unwrap_or(1);
        let corner = (start.0 + rows.len().clamp(1, LONGEST) - 1, start.1 + widest - 1);
        *self.waiting.borrow_mut() = Some(Paste { at: start, rows, run });
        self.look.set(Look {
            at: start,
            from: (corner.0.min(self.grid.count - 1), corner.1.min(self.grid.columns.len())),
            ..(*self.look).clone()
        });
        self.go_on_pasting();
    }

    /// Enters what waits as far as its rows are here, and asks for those that follow.
    fn go_on_pasting(&self) {
        let Some(mut paste) = self.waiting.borrow_mut().take() else { return };
        let here = (self.grid.from + self.grid.rows.len()).saturating_sub(paste.at.0);
        if self.here(paste.at.0).is_some() {
            let rest = paste.rows.split_off(here.min(paste.rows.len()));
            self.judge(paste.at, &paste.rows, paste.run);
            paste = Paste { at: (paste.at.0 + here, paste.at.1), rows: rest, run: paste.run };
        }
        if !paste.rows.is_empty() && paste.at.0 < self.grid.count {
            self.ask(paste.at.0);
            *self.waiting.borrow_mut() = Some(paste);
        }
    }
}

/// The cell an event is about.
fn spot_of(event: &MouseEvent) -> Option<Spot> {
    let cell = event.target_dyn_into::<Element>()?.closest("[data-spot]").ok()??;
    let spot = cell.get_attribute("data-spot")?;
    let (row, column) = spot.split_once(',')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

fn moved(place: usize, by: isize) -> usize {
    place.saturating_add_signed(by)
}

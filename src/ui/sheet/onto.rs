//! Rows that can be dragged onto a choice of their own list: a handle in front, and a panel of the choices meanwhile.
//! Whoever cannot drag takes the list.

use web_sys::PointerEvent;
use yew::prelude::*;

use super::doing::obey;
use crate::platform::targets;
use crate::ui::context::Page;
use crate::views::sheet::table::{Cell, Row, Table};
use crate::views::sheet::{Choice, ControlKind};

/// The list of choices in a row, and which is chosen.
fn choices(row: &Row) -> Option<(&Vec<Choice>, Option<usize>)> {
    row.cells.iter().find_map(|cell| match cell {
        Cell::Control(control) => match &control.kind {
            ControlKind::Choices { choices, chosen, as_list: true } => Some((choices, *chosen)),
            _ => None,
        },
        _ => None,
    })
}

fn panel_id(table: &Table) -> String {
    format!("onto-{}", table.name)
}

/// What a row is taken by; nothing where rows cannot be dragged.
pub fn handle(page: &Page, table: &Table, row: &Row) -> Html {
    if table.onto.is_empty() {
        return Html::default();
    }
    let id = panel_id(table);
    let moves = id.clone();
    let onpointermove = Callback::from(move |event: PointerEvent| targets::go_on(&event, &moves));
    let stops = id.clone();
    let onpointercancel = Callback::from(move |_: PointerEvent| targets::stop(&stops));
    let onpointerup = {
        let (page, row) = (page.clone(), row.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((choices, chosen)) = choices(&row) else { return };
            let place = targets::end(&event, &id).filter(|place| chosen != Some(*place));
            if let Some(choice) = place.and_then(|place| choices.get(place)) {
                obey(&page, &choice.doing, None);
            }
        })
    };
    let onpointerdown = Callback::from(|event: PointerEvent| targets::begin(&event));
    html! { <span class="handle no-print" aria-hidden="true" title={table.onto.clone()} data-testid={format!("drag-{}", row.key)} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}></span> }
}

/// The choices, each with the row that has it now; hidden until a row is dragged.
pub fn panel(table: &Table) -> Html {
    let Some((all, _)) = table.rows.first().and_then(choices).filter(|_| !table.onto.is_empty()) else {
        return Html::default();
    };
    let taken = |place: usize| {
        table
            .rows
            .iter()
            .find(|row| place > 0 && choices(row).is_some_and(|(_, chosen)| chosen == Some(place)))
    };
    html! {
        <div class="targets" hidden=true id={panel_id(table)} aria-hidden="true">
            <p class="small">{ &table.onto }</p>
            <p>
                for (place, choice) in all.iter().enumerate() {
                    <span class={classes!("target", taken(place).map(|_| "taken"))} data-target={place.to_string()}>{ &choice.label }</span>
                }
            </p>
        </div>
    }
}

//! Rows that can be dragged onto a choice of their own list: a handle in front, and a panel of the choices meanwhile.
//! Whoever cannot drag takes the list.

use web_sys::PointerEvent;
use yew::prelude::*;

use crate::platform::targets;
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
pub fn handle(table: &Table, row: &Row) -> Html {
    if table.onto.is_empty() {
        return Html::default();
    }
    let hear = |what: fn(&PointerEvent, &str)| {
        let panel = panel_id(table);
        Callback::from(move |event: PointerEvent| what(&event, &panel))
    };
    let onpointerdown = Callback::from(|event: PointerEvent| targets::begin(&event));
    let (onpointermove, onpointerup) = (hear(targets::go_on), hear(targets::end));
    let onpointercancel = hear(|_, panel| targets::stop(panel));
    html! { <span class="handle no-print" aria-hidden="true" title={table.onto.clone()} data-testid={format!("drag-{}", row.key)} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}></span> }
}

/// The choices, those that some row has already dashed; hidden until a row is dragged.
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

//! What each column means: the guess with its evidence, and a choice for every column.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::i18n::field_name;
use crate::inputs::Action;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{ColumnRow, ListView, evidence_is_header};

/// A row a column; on a phone the examples fall away.
pub fn mapping_table(page: &Page, view: &ListView) -> Html {
    let texts = &page.texts().list;
    html! {
        <section class="panel">
            <h2>{ texts.mapping_title }</h2>
            <p class="soft">{ texts.mapping_hint }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.mapping_title}>
                <table class="table mapping">
                    <thead><tr>
                        <th scope="col">{ texts.column }</th>
                        <th scope="col" class="wide-only">{ texts.sample_values }</th>
                        <th scope="col">{ texts.meaning }</th>
                    </tr></thead>
                    <tbody>
                        for column in view.columns.iter() {
                            <tr key={column.name.clone()}>
                                <th scope="row">{ &column.name }</th>
                                <td class="soft wide-only">{ column.samples.join(" · ") }</td>
                                <td>{ meaning(page, view, column) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn meaning(page: &Page, view: &ListView, column: &ColumnRow) -> Html {
    let texts = &page.texts().list;
    let language = page.state.language;
    let fields = Rc::new(view.fields.clone());
    let onchange = {
        let (fields, name, before) = (Rc::clone(&fields), column.name.clone(), column.field);
        page.with(move |event: Event| {
            let place =
                event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
            // Place 0 is "not used".
            let field = usize::try_from(place - 1).ok().and_then(|place| fields.get(place).copied());
            Message::Do(Action::MapColumn { column: name.clone(), before, field })
        })
    };
    let by_hand = page.inputs().mapping.columns.values().any(|name| name.as_deref() == Some(&column.name));
    let evidence = match (by_hand, column.evidence) {
        (_, None) => None,
        (true, _) => Some(texts.chosen),
        (_, Some(evidence)) if evidence_is_header(evidence) => Some(texts.sure),
        _ => Some(texts.likely),
    };
    html! {
        <div class="meaning">
            <select class={classes!("select", "slim", column.field.is_none().then_some("soft"))} aria-label={format!("{}: {}", texts.meaning, column.name)} data-testid={format!("map-{}", column.name)} {onchange}>
                <option selected={column.field.is_none()}>{ texts.unused }</option>
                for field in fields.iter().copied() {
                    <option value={field.key()} selected={column.field == Some(field)}>{ field_name(field, language) }</option>
                }
            </select>
            if let Some(evidence) = evidence {
                <span class="tiny soft">{ evidence }</span>
            }
        </div>
    }
}

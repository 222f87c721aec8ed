//! Controls of a sheet: buttons, numbers, sliders, texts, boxes to tick, choices; each with its hint, message and reset.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::doing::{doing, obey};
use super::entry::EntryBox;
use super::keyed;
use super::number::NumberBox;
use crate::i18n::digits::short;
use crate::inputs::Action;
use crate::platform::files;
use crate::recipe::Setting;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::sheet::{Choice, Control, ControlKind, Doing};

/// Under each other, in as many columns as fit.
pub fn controls(page: &Page, all: &[Control]) -> Html {
    html! { <div class="controls no-print">{ keyed_controls(page, all) }</div> }
}

/// One after another, each told from the others by its id.
pub fn keyed_controls(page: &Page, all: &[Control]) -> Html {
    keyed(all.iter().map(|one| (one.id.clone(), control(page, one))))
}

/// One control. Those without a visible label stand alone, as in a table.
pub fn control(page: &Page, control: &Control) -> Html {
    let input = input(page, control);
    if control.bare
        || matches!(control.kind, ControlKind::Button | ControlKind::Primary | ControlKind::Files { .. })
    {
        return html! { <>{ input }{ below(page, control) }</> };
    }
    html! {
        <div class="control">
            <span class="control-label" aria-hidden="true">{ &control.label }</span>
            <span class="control-input">{ input }</span>
            { below(page, control) }
        </div>
    }
}

fn below(page: &Page, control: &Control) -> Html {
    html! {
        <>
            if !control.message.is_empty() {
                <span class="control-message" role="status">{ &control.message }</span>
            }
            if !control.hint.is_empty() {
                <span class="control-hint">{ &control.hint }</span>
            }
            if let Some(reset) = &control.reset {
                <button type="button" class="button quiet slim" data-testid={reset.id.clone()} aria-label={format!("{}: {}", control.label, reset.label)} onclick={doing(page, &reset.doing)}>{ &reset.label }</button>
            }
        </>
    }
}

fn input(page: &Page, control: &Control) -> Html {
    let (id, label) = (control.id.clone(), control.label.clone());
    match &control.kind {
        ControlKind::Button | ControlKind::Primary => {
            let class = if control.kind == ControlKind::Primary { "button primary" } else { "button" };
            html! { <button type="button" {class} data-testid={id} onclick={doing(page, &control.doing)}>{ label }</button> }
        }
        ControlKind::Number { value, scale, unit } => number(page, control, *value, *scale, unit),
        ControlKind::Slider { value, scale, min, max, step, unit } => {
            let now = entered(page, control).map_or(*value, |number| number * scale);
            let send = sends_number(page, control, *scale);
            let oninput = Callback::from(move |event: InputEvent| {
                if let Some(slider) = event.target_dyn_into::<HtmlInputElement>() {
                    send.emit(Some(slider.value_as_number()));
                }
            });
            html! { <>
                <input type="range" min={short(*min)} max={short(*max)} step={short(*step)} value={short(now)} aria-label={label} {oninput} />
                { number(page, control, Some(now), *scale, unit) }
            </> }
        }
        ControlKind::Text { value, lines, placeholder } => text(page, control, value, *lines, placeholder),
        ControlKind::Entry { placeholder, choices } => {
            html! { <EntryBox {id} {label} placeholder={placeholder.clone()} choices={choices.clone()} /> }
        }
        ControlKind::Line { value } | ControlKind::Day { value } => {
            let kind = if matches!(control.kind, ControlKind::Day { .. }) { "date" } else { "text" };
            let (told, doing) = (page.clone(), control.doing.clone());
            let onchange = Callback::from(move |event: Event| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    obey(&told, &doing, Some(Setting::Text(input.value())));
                }
            });
            html! { <input type={kind} class="input slim" aria-label={label} value={value.clone()} data-testid={id} {onchange} /> }
        }
        ControlKind::Toggle { on, off } => toggle(page, control, *on, off),
        ControlKind::Files { accept, multiple } => files_to_open(page, control, accept, *multiple),
        ControlKind::Choices { choices, chosen, as_list: true } => select(page, control, choices, *chosen),
        ControlKind::Choices { choices, chosen, as_list: false } => html! {
            <span class="segmented" role="group" aria-label={label} data-testid={id}>
                for (place, choice) in choices.iter().enumerate() {
                    <button type="button" aria-pressed={(*chosen == Some(place)).to_string()} onclick={doing(page, &choice.doing)}>{ &choice.label }</button>
                }
            </span>
        },
    }
}

/// What the page itself holds for a setting: the engine's echo is later, and a dragged slider must not jump back.
fn entered(page: &Page, control: &Control) -> Option<f64> {
    match &control.doing {
        Doing::Setting(path) => page.entered_number(path),
        _ => None,
    }
}

fn sends_number(page: &Page, control: &Control, scale: f64) -> Callback<Option<f64>> {
    let (page, doing) = (page.clone(), control.doing.clone());
    Callback::from(move |number: Option<f64>| {
        obey(&page, &doing, number.map(|number| Setting::Number(number / scale)));
    })
}

fn number(page: &Page, control: &Control, value: Option<f64>, scale: f64, unit: &str) -> Html {
    let value = entered(page, control).map(|number| number * scale).or(value);
    html! { <>
        <NumberBox id={control.id.clone()} label={control.label.clone()} {value} invalid={!control.message.is_empty()} on_number={sends_number(page, control, scale)} />
        if !unit.is_empty() {
            <span class="unit" aria-hidden="true">{ unit }</span>
        }
    </> }
}

fn text(page: &Page, control: &Control, value: &str, lines: u8, placeholder: &str) -> Html {
    let value = match &control.doing {
        Doing::Setting(path) => page.entered_text(path).unwrap_or(value),
        doing => match page.given(doing) {
            Some(Setting::Text(text)) => text,
            _ => value,
        },
    };
    let (value, placeholder, label, id) =
        (value.to_owned(), placeholder.to_owned(), control.label.clone(), control.id.clone());
    let (told, doing) = (page.clone(), control.doing.clone());
    let say = move |text: String| obey(&told, &doing, Some(Setting::Text(text)));
    let invalid = !control.message.is_empty();
    let aria_invalid = invalid.then_some("true");
    if lines > 1 {
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                say(area.value());
            }
        });
        return html! { <textarea class="textarea slim" rows={lines.to_string()} aria-label={label} aria-invalid={aria_invalid} {placeholder} {value} data-testid={id} {oninput} /> };
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            say(input.value());
        }
    });
    html! { <input type="text" class={classes!("input", "slim", invalid.then_some("invalid"))} aria-label={label} aria-invalid={aria_invalid} {placeholder} {value} data-testid={id} {oninput} /> }
}

/// Does what the box says, and stands as it was put, however late the engine answers.
fn toggle(page: &Page, control: &Control, on: bool, off: &Doing) -> Html {
    let (told, switch_on, switch_off) = (page.clone(), control.doing.clone(), off.clone());
    let on = page.given(&control.doing).map_or(on, |value| *value == Setting::Flag(true));
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let value = Setting::Flag(input.checked());
        let doing = if input.checked() { &switch_on } else { &switch_off };
        let action = match (&switch_on, doing) {
            (Doing::Setting(path), _) => Action::Set { path: path.clone(), value: Some(value.clone()) },
            (_, Doing::Act(action)) => action.clone(),
            _ => return obey(&told, doing, None),
        };
        told.tell.emit(Message::Enter { control: switch_on.clone(), value, action });
    });
    html! { <input type="checkbox" class="check" checked={on} aria-label={control.label.clone()} data-testid={control.id.clone()} {onchange} /> }
}

fn select(page: &Page, control: &Control, choices: &[Choice], chosen: Option<usize>) -> Html {
    let (told, all) = (page.clone(), choices.to_vec());
    // Where nothing is chosen yet a blank stands first, so that any choice is a change.
    let blanks = i32::from(chosen.is_none());
    let onchange = Callback::from(move |event: Event| {
        let place =
            event.target_dyn_into::<HtmlSelectElement>().map(|select| select.selected_index() - blanks);
        if let Some(choice) = place.and_then(|place| all.get(usize::try_from(place).ok()?)) {
            obey(&told, &choice.doing, None);
        }
    });
    html! {
        <select class="select slim fit" aria-label={control.label.clone()} data-testid={control.id.clone()} {onchange}>
            if chosen.is_none() {
                <option selected={true}></option>
            }
            for (place, choice) in choices.iter().enumerate() {
                { option(&choice.label, chosen == Some(place)) }
            }
        </select>
    }
}

/// Chosen by its property: once a person chose in a list the attribute, which `html!` would set, says nothing any more.
fn option(label: &str, chosen: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_property("selected", chosen);
    option.add_child(html! { { label } });
    option.into()
}

/// A button for files; they can be dropped anywhere on the page as well.
fn files_to_open(page: &Page, control: &Control, accept: &str, multiple: bool) -> Html {
    let engine = page.engine.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            engine.open_files(&files::picked(&input));
        }
    });
    html! {
        <span class="button file-button">
            { &control.label }
            <input type="file" aria-label={control.label.clone()} accept={accept.to_owned()} {multiple} data-testid={control.id.clone()} {onchange} />
        </span>
    }
}

//! The mutual-importance map with its cuts and its four lists; "we need them" raises the alarm it deserves.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::picture_words;
use crate::ui::charts::{Chart, Picture};
use crate::ui::components::NumberInput;
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{FieldList, MapView, PanicView};

/// The map of a list.
#[derive(PartialEq, Properties)]
pub struct ImportanceMapProps {
    pub view: Rc<PanicView>,
}

/// How many names a field shows before "and n more".
const NAMES: usize = 12;

/// Title states the finding; the four lists say what to do.
#[component]
pub fn ImportanceMap(props: &ImportanceMapProps) -> Html {
    let page = use_page();
    let (texts, shell, format) = (&page.texts().panic, &page.texts().shell, page.format());
    let words = picture_words(page.state.language);
    let map = &props.view.map;
    let picture = use_memo(Rc::clone(&props.view), |view| Picture::from(view.map.scene.clone()));
    let count = |place: usize| map.fields[place].customers.len();
    let people = |place: usize| format.counted(count(place), shell.one_customer, shell.customers);
    let title = match (count(1), count(0)) {
        (0, 0) => texts.map_title.to_owned(),
        (0, _) => (texts.map_title_core)(&people(0)),
        _ => (texts.map_title_alarm)(&people(1)),
    };
    let counts = [0, 1, 2, 3].map(|place| format.count(count(place)));
    let summary =
        (texts.map_summary)(&format.count(map.placed), &counts[0], &counts[1], &counts[2], &counts[3]);
    let fields = [
        ("core", words.field_core, texts.field_core_do),
        ("we-need-them", words.field_we_need_them, texts.field_we_need_them_do),
        ("they-need-us", words.field_they_need_us, texts.field_they_need_us_do),
        ("lighter", words.field_lighter, texts.field_lighter_do),
    ];
    html! {
        <section class="panel">
            <h2>{ title }</h2>
            { cuts(&page, map) }
            <Chart name="importance" language={page.state.language} scene={(*picture).clone()} title={texts.map_chart} {summary} first_column={shell.customer} on_width={page.with(Message::Width)} />
            <div class="map-fields">
                for (place, (key, name, advice)) in fields.into_iter().enumerate() {
                    { field(&page, key, name, advice, &map.fields[place]) }
                }
            </div>
        </section>
    }
}

/// The two cuts as numbers, as precise as a drag is not.
fn cuts(page: &Page, map: &MapView) -> Html {
    let texts = &page.texts().panic;
    let cut = |label: &'static str, testid: &'static str, path: &str, now: f64| {
        let value = Some(page.entered_number(path).unwrap_or(now));
        html! { <label class="row">{ label }<NumberInput {label} {value} max=100.0 {testid} on_number={page.enters_number(path.to_owned())} /></label> }
    };
    html! {
        <div class="row small">
            { cut(texts.cut_value, "cut-value", "/panic/value_cut", map.value_cut) }
            { cut(texts.cut_panic, "cut-panic", "/panic/panic_cut", map.panic_cut) }
        </div>
    }
}

fn field(page: &Page, key: &'static str, name: &'static str, advice: &'static str, list: &FieldList) -> Html {
    let (texts, format) = (&page.texts().panic, page.format());
    let names: Vec<&str> = list.customers.iter().take(NAMES).map(|who| who.name.as_str()).collect();
    let more = list.customers.len().saturating_sub(NAMES);
    html! {
        <section class={classes!("map-field", format!("map-field-{key}"))} data-testid={format!("field-{key}")} data-value={list.customers.len().to_string()}>
            <h3>{ name }{ " " }<span class="soft">{ format.count(list.customers.len()) }</span></h3>
            <p class="small soft">{ advice }</p>
            if names.is_empty() {
                <p class="small">{ texts.field_none }</p>
            } else {
                <p class="small">{ names.join(", ") }
                    if more > 0 {
                        { format!(" + {}", format.count(more)) }
                    }
                </p>
            }
        </section>
    }
}

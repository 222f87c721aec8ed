//! A chart as a figure: heading, summary, picture with keyboard and tooltip, and the same data as a table.

use yew::prelude::*;

pub use super::data_table::ChartTable;
use super::data_table::DataTable;
use super::draw::coordinate;
use super::marks::{Marks, mark_id};
use super::overlay::Overlay;
use super::picture::Picture;
use super::pointing::{Pointed, Pointing, walk};
use super::{brush, cuts};
use crate::chart::scene::{Key, Place};
use crate::i18n::digits::short;
use crate::i18n::{Language, texts};
use crate::platform::{focus, keys, pointer, resize};
use crate::views::sheet::Cut;

/// What a chart shows and says.
#[derive(PartialEq, Properties)]
pub struct ChartProps {
    /// Stable and unique on the page: the figure is found as `chart-<name>`.
    pub name: AttrValue,
    pub language: Language,
    pub scene: Picture,
    /// The heading; states the finding where there is one.
    pub title: AttrValue,
    /// The level of the heading, 2 to 4.
    #[prop_or(3)]
    pub level: u8,
    /// What the picture shows, in a sentence or two with its figures.
    #[prop_or_default]
    pub summary: AttrValue,
    /// The name of the table's first column, for the table that is made from the scene.
    #[prop_or_default]
    pub first_column: AttrValue,
    /// A table instead of the one made from the scene, for charts that show more than their marks.
    #[prop_or_default]
    pub table: Option<ChartTable>,
    /// A mark was chosen, by click or Enter. Without it marks can only be looked at.
    #[prop_or_default]
    pub on_select: Option<Callback<Key>>,
    /// Lines across the picture that can be dragged or moved by keys.
    #[prop_or_default]
    pub cuts: Vec<Cut>,
    /// Such a line was moved: the path of its setting, and where to.
    #[prop_or_default]
    pub on_cut: Callback<(String, f64)>,
    /// The picture's room in whole pixels, once and whenever it changes: ask for a scene of that width.
    #[prop_or_default]
    pub on_width: Option<Callback<u32>>,
    /// The chart is wanted as a file: true for points (PNG), false for shapes (SVG).
    #[prop_or_default]
    pub on_save: Option<Callback<bool>>,
}

/// The figure. While a scene for the newest width is still on its way, the one that is there is scaled.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let words = &texts(props.language).chart;
    let room = use_node_ref();
    let drawing = use_node_ref();
    let pointing = use_reducer_eq(Pointing::default);
    let table_open = use_state_eq(|| false);
    let drag = use_state_eq(|| None::<(Place, Place)>);
    // Whether the press that just ended was a drag: the click that follows it means nothing.
    let was_drag = use_mut_ref(|| false);
    let selectable = use_memo(props.scene.clone(), |scene| scene.selectable());

    use_width_report(&room, props.on_width.as_ref());
    use_escape(&pointing);
    {
        // A new picture may have fewer marks, and has others under the pointer.
        let pointing = pointing.dispatcher();
        use_effect_with(props.scene.clone(), move |scene| {
            pointing.dispatch(Pointed::Redrawn(scene.marks.len()));
        });
    }
    {
        let name = props.name.clone();
        use_effect_with((pointing.walked, pointing.current), move |&(walked, current)| {
            if let Some(mark) = current.filter(|_| walked > 0) {
                focus::focus_id(&mark_id(&name, mark));
            }
        });
    }

    let current = pointing.current.filter(|mark| selectable.contains(mark)).or(selectable.first().copied());
    let (scene, name) = (&props.scene, &props.name);
    let (title_id, summary_id, table_id) =
        (format!("chart-{name}-title"), format!("chart-{name}-summary"), format!("chart-{name}-table"));
    let keys_id = format!("chart-{name}-keys");
    let interactive = !selectable.is_empty();
    let role = if interactive { "graphics-document" } else { "img" };
    let handlers = Handlers {
        props,
        pointing: &pointing,
        drawing: &drawing,
        current,
        selectable: &selectable,
        drag: &drag,
        was_drag: &was_drag,
    };
    let toggle = {
        let table_open = table_open.clone();
        Callback::from(move |_| table_open.set(!*table_open))
    };
    let caption = props.title.clone();

    html! {
        <figure class={classes!("chart", props.on_select.is_some().then_some("chart-selects"))} data-testid={format!("chart-{name}")} aria-labelledby={title_id.clone()}>
            { heading(props.level, &title_id, &props.title) }
            <p id={summary_id.clone()} class="chart-summary">{ props.summary.clone() }</p>
            <div class="chart-room" ref={room}>
                <svg
                    ref={drawing.clone()} class="chart-picture" {role} aria-roledescription={words.chart}
                    aria-labelledby={title_id} aria-describedby={if interactive { format!("{summary_id} {keys_id}") } else { summary_id }}
                    viewBox={format!("0 0 {} {}", short(scene.width.into()), short(scene.height.into()))}
                    width={coordinate(scene.width)} height={coordinate(scene.height)}
                    onpointermove={handlers.hover()} onpointerleave={handlers.leave()} onclick={handlers.click()}
                    onpointerdown={handlers.press()} onpointerup={handlers.release()}
                    onkeydown={handlers.key()} onfocusin={handlers.focus()} onfocusout={handlers.blur()}
                >
                    <Marks {name} picture={scene.clone()} {current} />
                    { for props.cuts.iter().map(|cut| cuts::line(cut, scene, &drawing, &props.on_cut, &was_drag)) }
                    { drag.map(brush_box).unwrap_or_default() }
                    <Overlay picture={scene.clone()} ringed={pointing.ringed()} shown={pointing.shown()} />
                </svg>
                if interactive {
                    <p id={keys_id} hidden=true>{ if props.on_select.is_some() { words.keys_select } else { words.keys } }</p>
                }
            </div>
            if let Some(select) = &props.on_select {
                { brush::boxes(scene, name, words, select) }
            }
            <div class="row no-print">
            if let Some(save) = &props.on_save {
                for (png, label) in [(false, "SVG"), (true, "PNG")] {
                    <button type="button" class="button quiet slim" data-testid={format!("save-{name}-{}", label.to_ascii_lowercase())} onclick={save.reform(move |_| png)}>{ format!("↓ {label}") }</button>
                }
            }
            if props.table.is_some() || interactive {
                <button type="button" class="button quiet slim chart-toggle" aria-expanded={table_open.to_string()} aria-controls={table_id.clone()} onclick={toggle}>
                    { if *table_open { words.hide_table } else { words.show_table } }
                </button>
            }
            </div>
            if props.table.is_some() || interactive {
                if *table_open {
                    <DataTable id={table_id} {caption} table={props.table.clone().unwrap_or_else(|| ChartTable::of(scene, &props.first_column))} />
                }
            }
        </figure>
    }
}

fn brush_box((a, b): (Place, Place)) -> Html {
    let number = super::draw::coordinate;
    html! {
        <rect class="chart-brush" x={number(a.x.min(b.x))} y={number(a.y.min(b.y))} width={number((a.x - b.x).abs())} height={number((a.y - b.y).abs())} />
    }
}

fn heading(level: u8, id: &str, title: &AttrValue) -> Html {
    let (id, title) = (id.to_owned(), title.clone());
    match level {
        0..=2 => html! { <h2 {id} class="chart-title">{ title }</h2> },
        3 => html! { <h3 {id} class="chart-title">{ title }</h3> },
        _ => html! { <h4 {id} class="chart-title">{ title }</h4> },
    }
}

/// Tells the width of the room for as long as it is on the page.
#[hook]
fn use_width_report(room: &NodeRef, on_width: Option<&Callback<u32>>) {
    // The newest callback, without watching anew for every one: most callers make another at each rendering.
    let newest = use_mut_ref(|| None);
    newest.replace(on_width.cloned());
    use_effect_with((room.clone(), on_width.is_some()), move |(room, wanted)| {
        let room = room.cast::<web_sys::Element>().filter(|_| *wanted);
        let watch = room.and_then(|room| {
            resize::watch_width(&room, move |width| {
                // Not borrowed while it runs: it may well draw this chart again.
                let tell: Option<Callback<u32>> = newest.borrow().clone();
                if let Some(tell) = tell {
                    tell.emit(width);
                }
            })
        });
        move || drop(watch)
    });
}

/// Escape closes an open tooltip, also one opened by the pointer while the focus is elsewhere.
#[hook]
fn use_escape(pointing: &UseReducerHandle<Pointing>) {
    let dispatcher = pointing.dispatcher();
    use_effect_with(pointing.shown().is_some(), move |&open| {
        let listener = open.then(|| {
            keys::on_key_down(move |event| {
                if event.key() == "Escape" {
                    dispatcher.dispatch(Pointed::Dismiss);
                }
            })
        });
        move || drop(listener)
    });
}

/// Makes the callbacks of one rendering.
struct Handlers<'a> {
    props: &'a ChartProps,
    pointing: &'a UseReducerHandle<Pointing>,
    drawing: &'a NodeRef,
    current: Option<usize>,
    selectable: &'a std::rc::Rc<Vec<usize>>,
    drag: &'a UseStateHandle<Option<(Place, Place)>>,
    was_drag: &'a std::rc::Rc<std::cell::RefCell<bool>>,
}

impl Handlers<'_> {
    /// The mark under the pointer. Over an open tooltip its mark stays, so that the tooltip can be read at leisure.
    fn under(&self) -> impl Fn(&web_sys::MouseEvent) -> Option<usize> + 'static {
        let (scene, drawing, shown) = (self.props.scene.clone(), self.drawing.clone(), self.pointing.shown());
        move |event| {
            let element = drawing.cast::<web_sys::Element>()?;
            let (x, y) = pointer::place_in(event, &element, scene.width, scene.height)?;
            let tooltip = shown.and_then(|mark| Some((mark, scene.tooltip(mark)?.frame)));
            match tooltip {
                Some((mark, frame))
                    if x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom =>
                {
                    Some(mark)
                }
                _ => scene.nearest(Place { x, y }),
            }
        }
    }

    fn hover(&self) -> Callback<PointerEvent> {
        let (under, pointing) = (self.under(), self.pointing.dispatcher());
        let (place, drag) = (self.place(), self.drag.clone());
        Callback::from(move |event: PointerEvent| match (*drag, place(&event)) {
            (Some((from, _)), Some(to)) => drag.set(Some((from, to))),
            _ => pointing.dispatch(Pointed::Hover(under(&event))),
        })
    }

    /// Where in the frame the pointer is; `None` for pictures without a brush, and for fingers, which scroll.
    fn place(&self) -> impl Fn(&PointerEvent) -> Option<Place> + 'static {
        let (scene, drawing) = (self.props.scene.clone(), self.drawing.clone());
        let selects = self.props.on_select.is_some();
        move |event| {
            if scene.brush.is_none() || !selects || event.pointer_type() == "touch" {
                return None;
            }
            let element = drawing.cast::<web_sys::Element>()?;
            let (x, y) = pointer::place_in(event, &element, scene.width, scene.height)?;
            Some(brush::inside(&scene, Place { x, y }))
        }
    }

    fn press(&self) -> Callback<PointerEvent> {
        let (place, drag, drawing) = (self.place(), self.drag.clone(), self.drawing.clone());
        let was_drag = self.was_drag.clone();
        Callback::from(move |event: PointerEvent| {
            *was_drag.borrow_mut() = false;
            if let Some(at) = place(&event).filter(|_| event.button() == 0) {
                // Without it a drag that leaves the picture would never end; where it fails the drag just stays open.
                let _ =
                    drawing.cast::<web_sys::Element>().map(|it| it.set_pointer_capture(event.pointer_id()));
                drag.set(Some((at, at)));
            }
        })
    }

    fn release(&self) -> Callback<PointerEvent> {
        let (scene, select, drag) =
            (self.props.scene.clone(), self.props.on_select.clone(), self.drag.clone());
        let was_drag = self.was_drag.clone();
        Callback::from(move |_| {
            let region = (*drag).and_then(|ends| brush::dragged(&scene, ends));
            drag.set(None);
            if let (Some(region), Some(select)) = (region, &select) {
                *was_drag.borrow_mut() = true;
                select.emit(region);
            }
        })
    }

    fn leave(&self) -> Callback<PointerEvent> {
        let pointing = self.pointing.dispatcher();
        Callback::from(move |_| pointing.dispatch(Pointed::Hover(None)))
    }

    fn click(&self) -> Callback<MouseEvent> {
        let (under, pointing, select) = (self.under(), self.pointing.dispatcher(), self.select());
        let was_drag = self.was_drag.clone();
        Callback::from(move |event: MouseEvent| {
            if was_drag.take() {
                return;
            }
            if let Some(mark) = under(&event) {
                // A tap has no hover before it: it opens the tooltip, too.
                pointing.dispatch(Pointed::Hover(Some(mark)));
                select(mark);
            }
        })
    }

    fn key(&self) -> Callback<KeyboardEvent> {
        let (pointing, select) = (self.pointing.dispatcher(), self.select());
        let (current, selectable, selects) =
            (self.current, self.selectable.clone(), self.props.on_select.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            if let Some(mark) = walk(&key, current, &selectable) {
                event.prevent_default();
                // The page's own shortcuts must not hear a key that the chart used.
                event.stop_propagation();
                pointing.dispatch(Pointed::Walk(mark));
            } else if let Some(mark) = current.filter(|_| selects && (key == "Enter" || key == " ")) {
                event.prevent_default();
                event.stop_propagation();
                select(mark);
            }
        })
    }

    fn focus(&self) -> Callback<FocusEvent> {
        let pointing = self.pointing.dispatcher();
        Callback::from(move |event: FocusEvent| pointing.dispatch(Pointed::Focus(pointer::mark_of(&event))))
    }

    fn blur(&self) -> Callback<FocusEvent> {
        let pointing = self.pointing.dispatcher();
        Callback::from(move |_| pointing.dispatch(Pointed::Blur))
    }

    fn select(&self) -> impl Fn(usize) + 'static {
        let (scene, on_select) = (self.props.scene.clone(), self.props.on_select.clone());
        move |mark| {
            let datum = scene.marks.get(mark).and_then(|mark| mark.datum());
            if let (Some(on_select), Some(datum)) = (&on_select, datum) {
                on_select.emit(datum.key.clone());
            }
        }
    }
}

//! Draws any sheet: the head, the ways to other sheets, and the blocks. Knows kinds of blocks, never what they are about.

mod cell_grid;
mod controls;
mod doing;
mod entry;
mod grid;
mod grid_scroll;
mod number;
mod onto;
mod table;

use std::rc::Rc;

pub use number::NumberBox;
use yew::prelude::*;

use self::cell_grid::CellGridView;
use self::controls::controls;
pub use self::controls::{control, keyed_controls};
use self::doing::doing;
use self::grid::DataGrid;
use self::table::{cell, table};
use crate::chart::scene::Key;
use crate::i18n::digits::{fixed, within};
use crate::inputs::Action;
use crate::recipe::Setting;
use crate::ui::charts::{Chart, ChartTable, Picture};
use crate::ui::components::page_head;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::ui::steps::Question;
use crate::views::sheet::{
    Block, Card, Chart as ChartBlock, Cut, Figure, Item, Line, Link, List, Part, Selects, Sheet, TabGroup,
    Term, Text, Tone,
};
use crate::views::{Place, Who};

/// The whole screen. Keyed by its place, so that another sheet begins with closed disclosures.
pub fn sheet(page: &Page, sheet: &Sheet) -> Html {
    let place = &sheet.place;
    let key = format!("{} {} {}", place.screen.key(), place.sheet, place.customer);
    let on_paper = !sheet.paper.is_empty();
    let lead: Html =
        sheet.lead.iter().map(|words| html! { <p class="lede">{ line(page, words) }</p> }).collect();
    html! {
        <>
            <div {key} class={classes!("page", (!sheet.tabs.is_empty()).then_some("with-tabs"), on_paper.then_some("no-print"))} data-sheet={place.sheet.clone()}>
                if !sheet.tabs.is_empty() {
                    { tabs(page, &sheet.tabs, place) }
                }
                <div class="sheet">
                    { page_head(&sheet.eyebrow, line(page, &sheet.title), lead) }
                    { blocks_at(page, &sheet.blocks, 2) }
                    if sheet.back.is_some() || sheet.next.is_some() {
                        <div class="page-foot no-print">
                            { sheet.back.as_ref().map_or_else(|| html! { <span></span> }, |back| link(page, back)) }
                            { for sheet.next.as_ref().map(|next| link(page, next)) }
                        </div>
                    }
                </div>
            </div>
            if on_paper {
                <article class="paper print-only" aria-hidden="true">{ blocks_at(page, &sheet.paper, 2) }</article>
            }
        </>
    }
}

/// The other sheets of this step: a list beside the sheet, on a phone a strip above it.
fn tabs(page: &Page, groups: &[TabGroup], here: &Place) -> Html {
    let tab = |label: &String, place: &Place| {
        html! {
            <li><button type="button" aria-current={(place == here).then_some("page")} data-testid={format!("sheet-{}", if place.sheet.is_empty() { "overview" } else { &place.sheet })} onclick={page.on(Message::Go(place.clone()))}>{ label }</button></li>
        }
    };
    html! {
        <nav class="tabs no-print" aria-label={page.texts().shell.sheets_label}>
            for group in groups {
                <div>
                    if !group.label.is_empty() {
                        <p class="eyebrow">{ &group.label }</p>
                    }
                    <ul>{ for group.tabs.iter().map(|one| tab(&one.label, &one.place)) }</ul>
                </div>
            }
        </nav>
    }
}

/// Blocks one after another, also on a screen that is no sheet as a whole.
pub fn blocks(page: &Page, blocks: &[Block]) -> Html {
    blocks_at(page, blocks, 3)
}

/// `level`: of the headings that charts have here.
fn blocks_at(page: &Page, blocks: &[Block], level: u8) -> Html {
    keyed(blocks.iter().map(|one| (one.name(), block(page, one, level))))
}

/// Parts that are told from each other by name, so that one which comes or goes takes no other's focus, letters or
/// unfolding away: without keys they would be told apart by their place from the end.
fn keyed(parts: impl Iterator<Item = (String, Html)>) -> Html {
    let mut names: Vec<String> = Vec::new();
    let part = |(name, content): (String, Html)| {
        let before = names.iter().filter(|known| **known == name).count();
        let key = format!("{name} {before}");
        names.push(name);
        html! { <key={key}>{ content }</> }
    };
    parts.map(part).collect()
}

fn block(page: &Page, block: &Block, level: u8) -> Html {
    match block {
        Block::Heading { level, text } => heading(*level, text),
        Block::Text(text) => paragraph(page, text),
        Block::Figures(figures) => {
            html! { <dl class="figures">{ for figures.iter().map(|one| figure(page, one)) }</dl> }
        }
        Block::Equation(parts) => equation(parts),
        Block::Chart(chart) => self::chart(page, chart, level),
        Block::Table(content) => table(page, content),
        Block::Cells(grid) => html! { <CellGridView grid={grid.clone()} /> },
        Block::Grid(grid) => html! { <DataGrid key={grid.name.clone()} grid={Rc::clone(grid)} /> },
        Block::List(content) => list(page, content),
        Block::Why(lines) => why(page, lines),
        Block::Links(links) => links_of(page, links),
        Block::Controls(all) => controls(page, all),
        Block::Row(all) => {
            html! { <div class="row no-print">{ keyed_controls(page, all) }</div> }
        }
        Block::Terms(terms) => {
            html! { <dl class="terms">{ for terms.iter().map(|one| term(page, one)) }</dl> }
        }
        Block::Bar { share, goal } => bar(*share, *goal),
        Block::Card(content) => card(page, content, level),
        Block::More { id, label, open, blocks: inner } => html! {
            <details class="more" open={*open} data-testid={id.clone()}>
                <summary>{ label }</summary>
                <div class="stack">{ blocks_at(page, inner, level) }</div>
            </details>
        },
        Block::Ask(ask) => html! { <Question ask={Rc::clone(ask)} /> },
        Block::Columns(columns) => html! {
            <div class="columns">{ for columns.iter().map(|column| html! { <div class="stack">{ blocks_at(page, column, level) }</div> }) }</div>
        },
    }
}

/// A paragraph.
fn paragraph(page: &Page, text: &Text) -> Html {
    let testid = (!text.id.is_empty()).then(|| text.id.clone());
    html! { <p class={tone_class(text.tone)} data-testid={testid}>{ line(page, &text.line) }</p> }
}

fn heading(level: u8, text: &str) -> Html {
    match level {
        0 | 1 => html! { <h1>{ text }</h1> },
        2 => html! { <h2>{ text }</h2> },
        3 => html! { <h3>{ text }</h3> },
        _ => html! { <h4>{ text }</h4> },
    }
}

/// A quiet word is a class of text, a loud one a notice.
fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "prose",
        Tone::Soft => "prose soft",
        Tone::Good => "notice good",
        Tone::Warning => "notice warn",
        Tone::Bad => "notice bad",
        Tone::Source => "notice source",
    }
}

/// A sentence; the customers in it can be followed.
pub fn line(page: &Page, line: &Line) -> Html {
    let part = |part: &Part| match part {
        Part::Text(text) => html! { { text } },
        Part::Who(who) => customer(page, who),
    };
    line.0.iter().map(part).collect()
}

/// A name that leads to the customer's sheet.
pub fn customer(page: &Page, who: &Who) -> Html {
    html! {
        <button type="button" class="customer" onclick={page.on(Message::Go(Place::customer(&who.key)))}>{ &who.name }</button>
    }
}

fn figure(page: &Page, figure: &Figure) -> Html {
    html! {
        <div class="figure" data-testid={format!("figure-{}", figure.name)} data-value={figure.value.clone()}>
            <dt>{ &figure.label }</dt>
            <dd class="value">{ &figure.shown }</dd>
            if !figure.why.is_empty() {
                <dd>{ why(page, &figure.why) }</dd>
            }
        </div>
    }
}

/// The first count, then the others with their signs between.
fn equation(parts: &[Figure]) -> Html {
    let part = |(place, part): (usize, &Figure)| {
        let sign = match place {
            0 => "",
            1 => "=",
            _ => "+",
        };
        html! { <>
            if place > 0 {
                <span aria-hidden="true">{ sign }</span>
            }
            <div data-testid={format!("count-{}", part.name)} data-value={part.value.clone()}><dt>{ &part.label }</dt><dd>{ &part.shown }</dd></div>
        </> }
    };
    html! { <dl class="equation">{ for parts.iter().enumerate().map(part) }</dl> }
}

/// A "why?" that opens to its sentences.
pub fn why(page: &Page, lines: &[Line]) -> Html {
    let lines = lines.iter().map(|words| html! { <p>{ line(page, words) }</p> }).collect();
    crate::ui::components::why(page.texts().shell.why, lines)
}

fn chart(page: &Page, chart: &ChartBlock, level: u8) -> Html {
    let table = chart
        .table
        .as_ref()
        .map(|table| ChartTable { header: table.header.clone(), rows: table.rows.clone() });
    let on_select = (chart.selects != Selects::Nothing).then(|| {
        let (state, tell, selects) = (page.state.clone(), page.tell.clone(), chart.selects.clone());
        Callback::from(move |key: Key| match (&selects, key) {
            (_, Key::Customer(key)) => tell.emit(Message::Go(Place::customer(&key))),
            (Selects::Table(name), key) => {
                let mut request = state.table(name);
                // The same mark once more lets go.
                request.chosen = (request.chosen.as_ref() != Some(&key)).then_some(key);
                request.page = 0;
                tell.emit(Message::Table(name.clone(), request));
            }
            _ => {}
        })
    });
    // Where the person put them, not the engine's echo, so that a dragged line stays under the pointer.
    let cuts: Vec<Cut> = chart
        .cuts
        .iter()
        .map(|cut| Cut { value: page.entered_number(&cut.path).unwrap_or(cut.value), ..cut.clone() })
        .collect();
    let on_cut = page.with(|(path, value): (String, f64)| {
        Message::Do(Action::Set { path, value: Some(Setting::Number(value)) })
    });
    let on_save = {
        let (engine, name) = (page.engine.clone(), chart.name.clone());
        Callback::from(move |png| engine.picture(&name, png))
    };
    html! {
        <Chart
            {on_save} {level} key={chart.name.clone()} name={chart.name.clone()} language={page.state.language} scene={Picture::from(chart.scene.clone())}
            title={chart.title.clone()} summary={chart.summary.clone()} first_column={chart.first_column.clone()}
            {table} {on_select} {cuts} {on_cut} on_width={page.with(Message::Width)}
        />
    }
}

fn list(page: &Page, list: &List) -> Html {
    let items: Html = list.items.iter().map(|one| item(page, one)).collect();
    if list.numbered {
        html! { <ol class="list numbered">{ items }</ol> }
    } else {
        html! { <ul class="list">{ items }</ul> }
    }
}

fn item(page: &Page, item: &Item) -> Html {
    let class = match item.tone {
        Tone::Warning | Tone::Bad => "item-warn",
        Tone::Good => "item-good",
        _ => "",
    };
    html! {
        <li {class}>
            <div>
                <p>{ line(page, &item.line) }</p>
                { for item.reasons.iter().map(|reason| html! { <p class="small soft">{ reason }</p> }) }
            </div>
            { for item.link.as_ref().map(|way| link(page, way)) }
        </li>
    }
}

fn links_of(page: &Page, links: &[Link]) -> Html {
    let class =
        if links.iter().any(|link| !link.hint.is_empty()) { "cards no-print" } else { "row no-print" };
    html! { <div {class}>{ for links.iter().map(|one| link(page, one)) }</div> }
}

/// A button; with a hint a card.
pub fn link(page: &Page, link: &Link) -> Html {
    let class = match (link.hint.is_empty(), link.primary) {
        (false, _) => "link-card",
        (true, true) => "button primary",
        (true, false) => "button",
    };
    html! {
        <button type="button" {class} data-testid={(!link.id.is_empty()).then(|| link.id.clone())} onclick={doing(page, &link.doing)}>
            if link.hint.is_empty() {
                { &link.label }
            } else {
                <b>{ &link.label }</b><span>{ &link.hint }</span>
            }
        </button>
    }
}

fn term(page: &Page, term: &Term) -> Html {
    html! {
        <div>
            <dt>{ &term.name }</dt>
            <dd>{ cell(page, &term.value) }
                if !term.why.is_empty() {
                    <p class="small soft">{ term.why.join(" ") }</p>
                }
            </dd>
        </div>
    }
}

/// The numbers stand in the text beside it.
fn bar(share: f64, goal: Option<f64>) -> Html {
    let x = |share: f64| fixed(within(share, 0.0, 1.0) * 100.0, 2);
    html! {
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" class="share-bar">
            <rect x="0" y="0" width="100" height="6" class="share-rest" />
            <rect x="0" y="0" width={x(share)} height="6" class="share-core" />
            if let Some(goal) = goal {
                <rect x={x((goal - 0.004).max(0.0))} y="0" width="0.6" height="6" class="share-goal" />
            }
        </svg>
    }
}

fn card(page: &Page, card: &Card, level: u8) -> Html {
    let tone = match card.tone {
        Tone::Warning | Tone::Bad => "card-warn",
        Tone::Good => "card-good",
        _ => "",
    };
    // The counts of an equation are told on its card too, for checks from outside.
    let counts = card.blocks.iter().find_map(|block| match block {
        Block::Equation(parts) => Some(parts),
        _ => None,
    });
    let counted = |name: &str| counts?.iter().find(|part| part.name == name).map(|part| part.value.clone());
    html! {
        <section
            class={classes!("panel", tone)} data-testid={(!card.id.is_empty()).then(|| card.id.clone())}
            data-takes={(!card.takes.is_empty()).then(|| card.takes.clone())}
            data-rows={counted("rows")} data-customers={counted("customers")} data-merged={counted("merged")}
            data-rejected={counted("rejected")} data-left-out={counted("left-out")}
        >
            if !card.title.is_empty() {
                <h2>{ &card.title }</h2>
            }
            { blocks_at(page, &card.blocks, if card.title.is_empty() { level } else { 3 }) }
        </section>
    }
}

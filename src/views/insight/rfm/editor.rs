//! The editor of the RFM segments: names, intervals, order, the coverage of the 125 codes, and how scores are cut.

use std::rc::Rc;

use super::{rounded, segment_name};
use crate::chart::coverage::{self, Code, Coverage, Panel};
use crate::chart::scene::{Datum, Fill, Key, Tone as Colour};
use crate::i18n::words::{people, rfm as words};
use crate::inputs::Action;
use crate::recipe::{RfmMode, RfmSegment, Setting, Text, vignette_segments};
use crate::segments::{Rfm, rfm_segment};
use crate::views::insight::parts::chart;
use crate::views::sheet::{
    Block, Cell, Chart, Choice, Column, Control, ControlKind, Doing, Link, Row, Selects, Setter, Table, Tone,
};
use crate::views::{Facts, Request};

const SEGMENTS: &str = "/rfm/segments";

/// Names, intervals and order of the segments, with the coverage grid. Closed at first.
pub fn block(facts: Facts, request: &Request, rfm: &Rfm) -> Block {
    let language = request.format.language;
    let uncovered = uncovered(facts);
    let coverage = if uncovered == 0 {
        Block::text(Tone::Good, words::coverage_all(language))
    } else {
        Block::text(Tone::Warning, words::coverage_some(language, &uncovered.to_string()))
    };
    let buttons = vec![
        Link {
            label: words::add(language),
            doing: with(facts, add(facts, request)),
            id: "rfm-add".into(),
            ..Link::default()
        },
        Link {
            label: words::use_default(language),
            doing: Doing::reset(SEGMENTS),
            id: "rfm-ours".into(),
            ..Link::default()
        },
        Link {
            label: words::use_vignette(language),
            doing: with(facts, vignette_segments()),
            id: "rfm-vignette".into(),
            ..Link::default()
        },
    ];
    Block::More {
        id: "rfm-segments".to_owned(),
        label: words::edit(language),
        open: false,
        blocks: vec![
            Block::text(Tone::Soft, words::edit_hint(language)),
            rows(facts, request, rfm),
            Block::Links(buttons),
            coverage,
            Block::Chart(Box::new(grid(facts, request, rfm))),
        ],
    }
}

/// These segments from now on, and nothing of what was entered for the ones before.
fn with(_facts: Facts, segments: Vec<RfmSegment>) -> Doing {
    // Segments hold nothing that JSON cannot say.
    let part = serde_json::to_string(&segments).unwrap_or_default();
    let set = |value| Action::Set { path: SEGMENTS.to_owned(), value };
    Doing::Act(Action::All(vec![set(None), set(Some(Setting::Part(part)))]))
}

/// One more segment, above the last: the last is usually the one that takes the rest.
fn add(facts: Facts, request: &Request) -> Vec<RfmSegment> {
    let mut segments = facts.recipe().rfm.segments.clone();
    let free = (1..).map(|number| format!("own_{number}"));
    let id = free.into_iter().find(|id| segments.iter().all(|segment| segment.id != *id)).unwrap_or_default();
    let name = words::new_name(request.format.language);
    let new = RfmSegment { id, name: Text::new(&name, &name), r: (5, 5), f: (1, 5), m: (1, 5) };
    segments.insert(segments.len().saturating_sub(1), new);
    segments
}

/// A row a segment.
fn rows(facts: Facts, request: &Request, rfm: &Rfm) -> Block {
    let (format, language) = (request.format, request.format.language);
    let segments = &facts.recipe().rfm.segments;
    let setter = Setter::new(facts.settings, request);
    let mut columns = vec![Column::number("#"), Column::text(words::name(language))];
    for what in ["R", "F", "M"] {
        columns.push(Column::text(words::from(language, what)));
        columns.push(Column::text(words::to(language, what)));
    }
    columns.extend([
        Column::number(people::customer(language)),
        Column::text(words::up(language)),
        Column::text(words::remove(language)),
    ]);
    let row = |(place, segment): (usize, &RfmSegment)| {
        let name = segment_name(facts, request, u16::try_from(place).ok());
        let bare = |mut control: Control| {
            control.bare = true;
            control.reset = None;
            Cell::Control(Box::new(control))
        };
        let at = format!("{SEGMENTS}/{}", segment.id);
        let label = |what: String| words::of_segment(language, &what, &name);
        let mut cells = vec![
            Cell::Number((place + 1).to_string()),
            bare(setter.text(&format!("{at}/name"), label(words::name(language)), 1)),
        ];
        for (what, key) in [("R", "r"), ("F", "f"), ("M", "m")] {
            let from = setter.number(&format!("{at}/{key}/0"), label(words::from(language, what)), "");
            let to = setter.number(&format!("{at}/{key}/1"), label(words::to(language, what)), "");
            cells.extend([bare(from), bare(to)]);
        }
        cells.push(Cell::Number(format.count(rfm.segments.get(place).copied().unwrap_or_default())));
        let button = |id: &str, words: String, segments: Vec<RfmSegment>| {
            let control =
                Control::button(&format!("rfm-{id}-{}", segment.id), label(words), with(facts, segments));
            Cell::Control(Box::new(control))
        };
        let mut raised = segments.clone();
        raised.swap(place, place.saturating_sub(1));
        let mut without = segments.clone();
        without.remove(place);
        cells.push(if place == 0 { Cell::Empty } else { button("up", words::up(language), raised) });
        cells.push(button("remove", words::remove(language), without));
        Row { key: segment.id.clone(), cells, ..Row::default() }
    };
    Block::Table(Box::new(Table {
        name: "rfm-segments".to_owned(),
        title: words::edit(language),
        columns,
        rows: segments.iter().enumerate().map(row).collect(),
        empty: words::no_segments(language),
        ..Table::default()
    }))
}

/// How many of the 125 codes no segment takes.
fn uncovered(facts: Facts) -> usize {
    let recipe = &facts.recipe().rfm;
    let codes = (0..125_u8).map(|code| (code / 25 + 1, code / 5 % 5 + 1, code % 5 + 1));
    codes.filter(|&(r, f, m)| rfm_segment(recipe, r, f, m).is_none()).count()
}

/// Colour and pattern of the segment at a place; the number tells the rest apart.
fn look(place: Option<u16>) -> (Colour, Fill) {
    match place {
        Some(place) => {
            (Colour::Series((place % 6) as u8 + 1), if place < 6 { Fill::Full } else { Fill::Hatched })
        }
        None => (Colour::Soft, Fill::Wash),
    }
}

/// The segment of every code.
fn grid(facts: Facts, request: &Request, rfm: &Rfm) -> Chart {
    let format = request.format;
    let language = format.language;
    let recipe = &facts.recipe().rfm;
    let mut counts = vec![0_usize; 125];
    for of in rfm.of.iter().flatten() {
        counts[usize::from(of.r - 1) * 25 + usize::from(of.f - 1) * 5 + usize::from(of.m - 1)] += 1;
    }
    let code = |r: u8, f: u8, m: u8| {
        let place = rfm_segment(recipe, r, f, m);
        let (tone, fill) = look(place);
        let count = counts[usize::from(r - 1) * 25 + usize::from(f - 1) * 5 + usize::from(m - 1)];
        Code {
            number: place.map_or_else(|| "–".to_owned(), |place| (place + 1).to_string()),
            tone,
            fill,
            datum: Some(Datum {
                key: Key::Group(format!("code-{r}-{f}-{m}")),
                label: format!("R {r}, F {f}, M {m}"),
                values: vec![
                    (words::segment(language), segment_name(facts, request, place)),
                    (people::customer(language), format.count(count)),
                ],
            }),
        }
    };
    let panel = |r: u8| Panel {
        name: words::coverage_panel(language, &r.to_string()),
        codes: (1..=5).rev().map(|m| (1..=5).map(|f| code(r, f, m)).collect()).collect(),
    };
    let segment = |place: usize| {
        let place = u16::try_from(place).ok();
        let (tone, fill) = look(place);
        let number = place.map_or_else(String::new, |place| (place + 1).to_string());
        (number, tone, fill, segment_name(facts, request, place))
    };
    let coverage = Coverage {
        panels: (1..=5).rev().map(panel).collect(),
        rows: (1..=5).rev().map(|score| score.to_string()).collect(),
        columns: (1..=5).map(|score| score.to_string()).collect(),
        note: words::coverage_note(language),
        segments: (0..recipe.segments.len()).map(segment).collect(),
        empty: words::no_segments(language),
    };
    let scene = coverage::scene(&coverage, request.width as f32);
    Chart {
        first_column: words::code(language),
        selects: Selects::Table(super::TABLE.to_owned()),
        ..chart("rfm-coverage", words::coverage(language), words::coverage_note(language), Rc::new(scene))
    }
}

/// How scores are cut, with the cuts themselves when they are fixed.
pub fn cuts(facts: Facts, request: &Request, rfm: &Rfm) -> Vec<Control> {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let set = |value| Action::Set { path: "/rfm/mode".to_owned(), value };
    let doing = |mode: &RfmMode| {
        let part = serde_json::to_string(mode).unwrap_or_default();
        Doing::Act(Action::All(vec![set(None), set(Some(Setting::Part(part)))]))
    };
    // Fixed cuts begin where the quintiles are now.
    let fixed = RfmMode::Fixed {
        recency: rfm.recency_cuts.map(|cut| cut.round() + 1.0),
        frequency: rfm.frequency_cuts.map(|cut| cut.round() + 1.0),
        monetary: rfm
            .monetary_cuts
            .map(|cut| rust_decimal::Decimal::try_from(rounded(cut)).unwrap_or_default()),
    };
    let mode = &facts.recipe().rfm.mode;
    let chosen = match mode {
        RfmMode::Ours => 0,
        RfmMode::AsR => 1,
        RfmMode::Fixed { .. } => 2,
    };
    let choices = vec![
        Choice { label: words::mode_ours(language), doing: doing(&RfmMode::Ours) },
        Choice { label: words::mode_r(language), doing: doing(&RfmMode::AsR) },
        Choice { label: words::mode_fixed(language), doing: doing(&fixed) },
    ];
    let mut controls = vec![Control {
        id: "rfm-mode".to_owned(),
        label: words::mode(language),
        kind: ControlKind::Choices { choices, chosen: Some(chosen), as_list: false },
        ..Control::default()
    }];
    if matches!(mode, RfmMode::Fixed { .. }) {
        let days = people::days(language);
        for place in 0..4_u8 {
            let at = |what: &str| format!("/rfm/mode/fixed/{what}/{place}");
            let (falling, rising) = ((4 - place).to_string(), (place + 2).to_string());
            controls.push(setter.number(&at("recency"), words::fixed_recency(language, &falling), &days));
            controls.push(setter.number(&at("frequency"), words::fixed_frequency(language, &rising), ""));
            controls.push(setter.number(&at("monetary"), words::fixed_monetary(language, &rising), ""));
        }
    }
    controls
}

//! RFM: scores, the heat map, segments and their editor (METHOD section 12, DEFINITIONS D4).

mod editor;

use std::rc::Rc;

use rust_decimal::Decimal;

use super::parts::{Bar, bar_scene, chart, letter_column, next_steps, position, settings};
use super::people::{By, Col, People};
use crate::chart::matrix::{self, Cell as Square, Matrix};
use crate::chart::scene::{Datum, Fill, Key, Size, Tone as Colour};
use crate::i18n::explain::said;
use crate::i18n::words::{people, rfm as words};
use crate::recipe::RfmMode;
use crate::segments::{Rfm, RfmOf};
use crate::sorted::InOrder;
use crate::views::sheet::{Block, Cell, Chart, Line, Selects, Sheet, Tone};
use crate::views::{Facts, Request};

const TABLE: &str = "customers";

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let mut sheet = Sheet::new(request, title(facts, request));
    let Some(rfm) = facts.rfm() else {
        let text = if facts.inventory.small {
            words::small(language, &facts.recipe().inventory.small_list.to_string())
        } else {
            words::none(language)
        };
        sheet.push(Block::text(Tone::Plain, text));
        return sheet;
    };
    sheet.lead.push(words::lead(language).into());
    sheet.push(Block::Chart(Box::new(segments_chart(facts, request, rfm))));
    sheet.push(Block::Chart(Box::new(heat(request, rfm))));
    sheet.push(table(facts, request, rfm));
    sheet.push(why(facts, request, rfm));
    sheet.push(next(facts, request, rfm));
    sheet.push(editor::block(facts, request, rfm));
    sheet.push(settings(facts, request, &["/rfm"], editor::cuts(facts, request, rfm)));
    sheet
}

/// The name of a segment by its place; the others have none.
pub fn segment_name(facts: Facts, request: &Request, place: Option<u16>) -> String {
    let language = request.format.language;
    let segment = place.and_then(|place| facts.recipe().rfm.segments.get(usize::from(place)));
    segment.map_or_else(|| words::others(language), |segment| said(&segment.name, language).to_owned())
}

/// The segments with their numbers of customers, the largest first.
fn sizes(facts: Facts, request: &Request, rfm: &Rfm) -> Vec<(usize, String, usize)> {
    let name = |place: usize| segment_name(facts, request, u16::try_from(place).ok());
    let mut sizes: Vec<(usize, String, usize)> =
        rfm.segments.iter().enumerate().map(|(place, count)| (place, name(place), *count)).collect();
    sizes.retain(|(_, _, count)| *count > 0);
    sizes.order_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    sizes
}

/// The finding.
fn title(facts: Facts, request: &Request) -> String {
    let format = request.format;
    let language = format.language;
    let Some(rfm) = facts.rfm() else {
        return if facts.inventory.small {
            words::title_small(language)
        } else {
            words::title_none(language)
        };
    };
    // The best and the most endangered say more than the largest two.
    let of = |id: &str| {
        let place = facts.recipe().rfm.segments.iter().position(|segment| segment.id == id)?;
        Some((segment_name(facts, request, u16::try_from(place).ok()), *rfm.segments.get(place)?))
    };
    let sizes = sizes(facts, request, rfm);
    let other =
        |place: usize| sizes.get(place).map(|(_, name, count)| (name.clone(), *count)).unwrap_or_default();
    let first = of("champions").filter(|(_, count)| *count > 0).unwrap_or_else(|| other(0));
    let second = of("at_risk")
        .filter(|(name, count)| *count > 0 && *name != first.0)
        .or_else(|| {
            sizes.iter().find(|(_, name, _)| *name != first.0).map(|(_, name, count)| (name.clone(), *count))
        })
        .unwrap_or_default();
    let customers = |count| people::customers(format, count);
    words::title(language, &first.0, &customers(first.1), &second.0, &format.count(second.1))
}

fn segments_chart(facts: Facts, request: &Request, rfm: &Rfm) -> Chart {
    let format = request.format;
    let language = format.language;
    let bar = |(place, name, count): (usize, String, usize)| Bar {
        label: name,
        value: count as f64,
        shown: format.count(count),
        colour: Colour::Accent,
        key: Key::Group(format!("segment-{place}")),
        more: Vec::new(),
    };
    let sizes = sizes(facts, request, rfm);
    let (name, count) = sizes.first().map(|(_, name, count)| (name.clone(), *count)).unwrap_or_default();
    let summary = words::segments_summary(language, &name, &people::customers(format, count));
    let scene = bar_scene(request, sizes.into_iter().map(bar).collect(), &people::customer(language), "");
    Chart {
        first_column: words::segment(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("rfm-segments", words::segments_chart(language), summary, scene)
    }
}

/// Recency against frequency, shaded by the mean amount.
fn heat(request: &Request, rfm: &Rfm) -> Chart {
    let format = request.format;
    let language = format.language;
    let mut cells = [[(0_usize, Decimal::ZERO); 5]; 5];
    for of in rfm.of.iter().flatten() {
        let cell = &mut cells[usize::from(of.r - 1)][usize::from(of.f - 1)];
        *cell = (cell.0 + 1, cell.1.saturating_add(of.monetary));
    }
    let mean = |(count, sum): (usize, Decimal)| (count > 0).then(|| sum / Decimal::from(count));
    let mut means: Vec<Decimal> = cells.iter().flatten().filter_map(|cell| mean(*cell)).collect();
    means.order_by(Ord::cmp);
    let shade = |mean: Decimal| {
        let below = means.iter().filter(|other| **other < mean).count();
        match below * 5 / means.len().max(1) {
            0 => Fill::Shade(1),
            1 => Fill::Shade(2),
            2 => Fill::Shade(3),
            3 => Fill::Shade(4),
            _ => Fill::Full,
        }
    };
    let square = |r: usize, f: usize| {
        let cell = cells[r - 1][f - 1];
        let Some(mean) = mean(cell) else {
            return Square { tone: Colour::Soft, fill: Fill::Wash, ..Square::default() };
        };
        let money = format.compact_money(mean);
        let datum = Datum {
            key: Key::Group(format!("rf-{r}-{f}")),
            label: format!("R {r}, F {f}"),
            values: vec![
                (people::customer(language), format.count(cell.0)),
                (words::mean(language), money.clone()),
            ],
        };
        Square {
            tone: Colour::Accent,
            fill: shade(mean),
            letter: String::new(),
            shown: format.count(cell.0),
            detail: money,
            datum: Some(datum),
        }
    };
    let score = |score: usize| score.to_string();
    let map = Matrix {
        rows: (1..=5).rev().map(score).collect(),
        columns: (1..=5).map(score).collect(),
        cells: (1..=5).rev().map(|r| (1..=5).map(|f| square(r, f)).collect()).collect(),
        x_title: words::x_title(language),
        y_title: words::y_title(language),
        legend: vec![
            (words::lowest(language), Colour::Accent, Fill::Shade(1)),
            (words::highest(language), Colour::Accent, Fill::Full),
        ],
        empty: words::heat_empty(language),
    };
    let scene = matrix::scene(&map, Size::new(request.width as f32, 380.0));
    let said = |cell: (usize, Decimal)| {
        let shown = mean(cell).map_or_else(|| "–".to_owned(), |mean| format.compact_money(mean));
        (people::customers(format, cell.0), shown)
    };
    let ((count, top), (low_count, low)) = (said(cells[4][4]), said(cells[0][0]));
    let summary = words::chart_summary(language, &top, &count, &low, &low_count);
    Chart {
        first_column: words::cell(language),
        selects: Selects::Table(TABLE.to_owned()),
        ..chart("rfm-heat", words::chart(language), summary, Rc::new(scene))
    }
}

/// What a mark of the charts stands for.
#[derive(Clone, Copy)]
enum Pick {
    Segment(usize),
    Square(u8, u8),
    Code(u8, u8, u8),
}

impl Pick {
    fn of(key: &Key) -> Option<Self> {
        let Key::Group(name) = key else { return None };
        let mut parts = name.split('-');
        let kind = parts.next()?;
        let numbers: Vec<u8> = parts.filter_map(|part| part.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            ("segment", [place]) => Some(Pick::Segment(usize::from(*place))),
            ("rf", [r, f]) => Some(Pick::Square(*r, *f)),
            ("code", [r, f, m]) => Some(Pick::Code(*r, *f, *m)),
            _ => None,
        }
    }

    fn holds(self, of: &RfmOf, segments: usize) -> bool {
        match self {
            Pick::Segment(place) => of.segment.map_or(segments, usize::from) == place,
            Pick::Square(r, f) => (of.r, of.f) == (r, f),
            Pick::Code(r, f, m) => (of.r, of.f, of.m) == (r, f, m),
        }
    }
}

fn table(facts: Facts, request: &Request, rfm: &Rfm) -> Block {
    let language = request.format.language;
    let of = move |i: usize| rfm.of.get(i).copied().flatten();
    let segments = facts.recipe().rfm.segments.len();
    let scored: Vec<usize> = facts.by_value().iter().copied().filter(|&i| of(i).is_some()).collect();
    let number = move |pick: fn(&RfmOf) -> f64| move |i: usize| of(i).map(|of| pick(&of));
    let mut table = People::new(facts, request, TABLE, words::customers(language), scored)
        .col(Col::name(facts, request, move |i| reasons(facts, request, i)))
        .col(
            Col::cells(words::code(language), move |i| {
                of(i).map_or(Cell::Empty, |of| Cell::Number(format!("{}{}{}", of.r, of.f, of.m)))
            })
            .sorted("code", false, move |i| {
                of(i).map_or(By::Unknown, |of| {
                    By::Number(f64::from(of.r) * 100.0 + f64::from(of.f) * 10.0 + f64::from(of.m))
                })
            }),
        )
        .col(Col::text(words::segment(language), "segment", move |i| {
            of(i).map(|of| segment_name(facts, request, of.segment)).unwrap_or_default()
        }))
        .col(Col::number(
            request,
            words::recency(language),
            "recency",
            number(|of| f64::from(of.recency_days)),
        ))
        .col(Col::number(
            request,
            words::frequency(language),
            "frequency",
            number(|of| f64::from(of.frequency)),
        ))
        .col(Col::money(request, words::amount(language), "monetary", move |i| of(i).map(|of| of.monetary)))
        .col(letter_column(facts, request));
    for place in 0..=segments {
        let name = segment_name(facts, request, u16::try_from(place).ok());
        table = table.filter(&format!("segment-{place}"), name, move |i| {
            of(i).is_some_and(|of| Pick::Segment(place).holds(&of, segments))
        });
    }
    table
        .chosen(|key| {
            let pick = Pick::of(key)?;
            let label = match pick {
                Pick::Segment(place) => segment_name(facts, request, u16::try_from(place).ok()),
                Pick::Square(r, f) => format!("R {r}, F {f}"),
                Pick::Code(r, f, m) => format!("R {r}, F {f}, M {m}"),
            };
            let holds = move |i: usize| of(i).is_some_and(|of| pick.holds(&of, segments));
            Some((people::chosen(language, &label), holds))
        })
        .block()
}

/// The rule behind one customer's scores, in sentences; empty for who has none.
pub fn reasons(facts: Facts, request: &Request, i: usize) -> Vec<String> {
    let format = request.format;
    let language = format.language;
    let Some(of) = facts.rfm().and_then(|rfm| rfm.of.get(i).copied().flatten()) else { return Vec::new() };
    let mut lines = vec![
        words::why_recency(language, &of.recency_days.to_string(), &of.r.to_string()),
        words::why_frequency(language, &of.frequency.to_string(), &of.f.to_string()),
        words::why_amount(language, &format.whole_money(of.monetary), &of.m.to_string()),
    ];
    let segment = of.segment.and_then(|place| facts.recipe().rfm.segments.get(usize::from(place)));
    if let Some(segment) = segment {
        let range = |(low, high): (u8, u8)| format!("{low}–{high}");
        let name = said(&segment.name, language);
        lines.push(words::why_segment(
            language,
            name,
            &range(segment.r),
            &range(segment.f),
            &range(segment.m),
        ));
    }
    lines
}

fn why(facts: Facts, request: &Request, rfm: &Rfm) -> Block {
    let format = request.format;
    let language = format.language;
    let mut lines = vec![match facts.recipe().rfm.mode {
        RfmMode::Ours => words::why_ours(language),
        RfmMode::AsR => words::why_r(language),
        RfmMode::Fixed { .. } => words::why_fixed(language),
    }];
    let number = |value: f64| format.short_number(value, 1);
    for (what, cuts) in [("R", rfm.recency_cuts), ("F", rfm.frequency_cuts), ("M", rfm.monetary_cuts)] {
        let [a, b, c, d] = cuts.map(number);
        lines.push(words::why_cuts(language, what, &a, &b, &c, &d));
    }
    for (what, unused) in ["R", "F", "M"].into_iter().zip(&rfm.unused) {
        if !unused.is_empty() {
            let scores: Vec<String> = unused.iter().map(u8::to_string).collect();
            lines.push(words::why_unused(language, what, &scores.join(", ")));
        }
    }
    Block::why(lines)
}

fn next(facts: Facts, request: &Request, rfm: &Rfm) -> Block {
    let language = request.format.language;
    let segments = &facts.recipe().rfm.segments;
    let there = |id: &str| {
        let place = segments.iter().position(|segment| segment.id == id)?;
        (rfm.segments.get(place)? > &0).then(|| said(&segments[place].name, language))
    };
    let steps: Vec<Line> = [
        there("champions").map(|name| words::next_champions(language, name)),
        there("cannot_lose").or_else(|| there("at_risk")).map(|name| words::next_risk(language, name)),
        there("new").map(|name| words::next_new(language, name)),
    ]
    .into_iter()
    .flatten()
    .map(Line::from)
    .collect();
    if steps.is_empty() {
        let largest =
            sizes(facts, request, rfm).into_iter().next().map(|(_, name, _)| name).unwrap_or_default();
        return next_steps(request, [words::next_risk(language, &largest)]);
    }
    next_steps(request, steps)
}

/// An amount as a setting writes it.
fn rounded(value: f64) -> f64 {
    position(Decimal::try_from(value).unwrap_or_default().round_dp(2))
}

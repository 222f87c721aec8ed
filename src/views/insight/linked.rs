//! Linked value: customers of one group protect each other (METHOD section 6).

use super::parts::{
    Bar, activity_column, bar_scene, capitalised, chart, letter_column, next_steps, position, value_column,
    value_name,
};
use super::people::{By, Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::words::{care as words, overview, people};
use crate::segments::Group;
use crate::views::sheet::{Block, Cell, Chart, Line, Selects, Sheet, Tone};
use crate::views::{Facts, Request};

/// How many bars the chart shows.
const BARS: usize = 15;

/// The sheet.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let (format, language) = (request.format, request.format.language);
    let groups = &facts.linked.groups;
    if groups.is_empty() {
        let mut sheet = Sheet::new(request, words::linked_none(language));
        sheet.push(Block::text(Tone::Plain, words::linked_none_text(language)));
        return sheet;
    }
    let members = groups.iter().map(|group| group.members.len()).sum();
    let title =
        words::linked_title(language, &counted(request, groups.len()), &people::customers(format, members));
    let mut sheet = Sheet::new(request, title);
    sheet.lead.push(words::linked_lead(language).into());
    sheet.push(Block::Chart(Box::new(groups_chart(facts, request, groups))));
    sheet.push(table(facts, request));
    sheet.push(Block::why([words::why_linked(language)]));
    let steps: [Line; 2] =
        [words::linked_next_owner(language).into(), words::linked_next_small(language).into()];
    sheet.push(next_steps(request, steps));
    sheet
}

fn counted(request: &Request, groups: usize) -> String {
    let language = request.format.language;
    request.format.counted(groups, &overview::group_one(language), &overview::group_many(language))
}

/// What is known of a group's value, with how many members that is about.
pub fn amount(request: &Request, group: &Group) -> String {
    let format = request.format;
    let Some(value) = group.value else { return "–".to_owned() };
    let (value, all) = (format.whole_money(value), group.members.len());
    if group.known == all {
        return value;
    }
    words::linked_partly(format.language, &value, &format.count(group.known), &format.count(all))
}

fn groups_chart(facts: Facts, request: &Request, groups: &[Group]) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |group: &Group| Bar {
        label: format!("{} ({})", group.name, format.count(group.members.len())),
        value: group.value.map(position).unwrap_or_default(),
        shown: amount(request, group),
        colour: Colour::Accent,
        key: Key::Group(group.name.clone()),
        more: vec![(words::members(language), format.count(group.members.len()))],
    };
    let count = counted(request, groups.len());
    // The greatest come first, those of whom nothing is known last.
    let summary = match groups.first() {
        Some(group) if group.value.is_some() => {
            words::linked_summary(language, &count, &group.name, &amount(request, group))
        }
        _ => words::linked_unknown(language, &count),
    };
    let rows = groups.iter().take(BARS).map(bar).collect();
    let measure = value_name(facts, request);
    let scene = bar_scene(request, rows, &words::together(language, measure), "");
    Chart {
        first_column: words::group(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("linked", words::linked_chart(language, &capitalised(measure)), summary, scene)
    }
}

fn table(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let linked = facts.linked;
    let group =
        move |i: usize| linked.group_of.get(i).copied().flatten().and_then(|at| linked.groups.get(at));
    let members = linked.groups.iter().flat_map(|group| group.members.iter().copied()).collect();
    People::new(facts, request, "customers", words::linked_table(language), members)
        .ordered("together")
        .col(Col::name(facts, request, move |i| {
            let line = |group: &Group| {
                let measure = value_name(facts, request);
                words::protected_by_group(language, &group.name, measure, &amount(request, group))
            };
            group(i).map(line).into_iter().collect()
        }))
        .col(Col::text(words::group(language), "group", move |i| {
            group(i).map(|group| group.name.clone()).unwrap_or_default()
        }))
        .col(
            Col::cells(words::together(language, &capitalised(value_name(facts, request))), move |i| {
                Cell::Number(group(i).map(|group| amount(request, group)).unwrap_or_default())
            })
            .sorted("together", false, move |i| {
                group(i)
                    .and_then(|group| group.value)
                    .map_or(By::Unknown, |value| By::Number(position(value)))
            }),
        )
        .col(value_column(facts, request))
        .col(letter_column(facts, request))
        .col(activity_column(facts, request))
        .chosen(|key| {
            let Key::Group(name) = key else { return None };
            let name = name.clone();
            let label = people::chosen(language, &name);
            Some((label, move |i: usize| group(i).is_some_and(|group| group.name == name)))
        })
        .block()
}

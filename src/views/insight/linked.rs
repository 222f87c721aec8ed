//! Linked value: customers of one group protect each other (METHOD section 6).

use super::parts::{
    Bar, activity_column, bar_scene, chart, letter_column, next_steps, position, value_column,
};
use super::people::{Col, People};
use crate::chart::scene::{Key, Tone as Colour};
use crate::i18n::words::{care as words, overview, people};
use crate::segments::Group;
use crate::views::sheet::{Block, Chart, Line, Selects, Sheet, Tone};
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
    sheet.push(Block::Chart(Box::new(groups_chart(request, groups))));
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

fn groups_chart(request: &Request, groups: &[Group]) -> Chart {
    let (format, language) = (request.format, request.format.language);
    let bar = |group: &Group| Bar {
        label: format!("{} ({})", group.name, format.count(group.members.len())),
        value: position(group.value),
        shown: format.whole_money(group.value),
        colour: Colour::Accent,
        key: Key::Group(group.name.clone()),
        more: vec![(words::members(language), format.count(group.members.len()))],
    };
    let (name, value) = groups.first().map_or((String::new(), String::new()), |group| {
        (group.name.clone(), format.whole_money(group.value))
    });
    let summary = words::linked_summary(language, &counted(request, groups.len()), &name, &value);
    let rows = groups.iter().take(BARS).map(bar).collect();
    let scene = bar_scene(request, rows, &words::value(language).to_lowercase(), "");
    Chart {
        first_column: words::group(language),
        selects: Selects::Table("customers".to_owned()),
        ..chart("linked", words::linked_chart(language), summary, scene)
    }
}

fn table(facts: Facts, request: &Request) -> Block {
    let language = request.format.language;
    let linked = facts.linked;
    let group =
        move |i: usize| linked.group_of.get(i).copied().flatten().and_then(|at| linked.groups.get(at));
    let members = linked.groups.iter().flat_map(|group| group.members.iter().copied()).collect();
    People::new(facts, request, "customers", words::linked_table(language), members)
        .col(Col::name(facts, request, move |i| {
            let line = |group: &Group| {
                words::protected_by_group(language, &group.name, &request.format.whole_money(group.value))
            };
            group(i).map(line).into_iter().collect()
        }))
        .col(Col::text(words::group(language), "group", move |i| {
            group(i).map(|group| group.name.clone()).unwrap_or_default()
        }))
        .col(Col::money(request, words::value(language), "together", move |i| {
            group(i).map(|group| group.value)
        }))
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

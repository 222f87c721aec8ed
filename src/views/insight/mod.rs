//! The second step: an overview in sentences, and a sheet for every analysis.
//!
//! A sheet is a function `(Facts, &Request) -> Sheet` in a file of its own, named in [`SHEETS`]; `insight` adds the ways to the
//! other sheets and the foot. Words live in `i18n/words`, settings and tables are made with `parts` and `people`.

mod abc;
mod alive;
mod attention;
mod bloom;
mod called;
mod calls;
mod classified;
mod customer;
mod findings;
mod growth;
mod leavers;
mod letters;
mod linked;
mod overview;
mod pareto;
pub mod parts;
mod pearls;
pub mod people;
mod periods;
mod profiteers;
mod protected;
mod pyramid;
mod rfm;
mod whale;
mod white_space;

use crate::customers::Field;
use crate::i18n::words::overview as words;
use crate::i18n::{Language, field_gain, field_name};
use crate::views::sheet::{Block, Link, Sheet, Tab, TabGroup, Tone};
use crate::views::{Facts, Place, Request, Screen, lacks};

/// Under which heading a sheet stands among the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Value,
    Behaviour,
    Growth,
    Care,
}

/// A sheet of this step: its name in a [`Place`], its words, and what makes it.
struct Entry {
    name: &'static str,
    group: Group,
    label: fn(Language) -> String,
    make: fn(Facts, &Request) -> Sheet,
    /// What the sheet could say more with, most useful first.
    fields: &'static [Field],
}

/// Every sheet but the overview, in the order of the tabs.
const SHEETS: &[Entry] = &[
    Entry {
        name: "pareto",
        group: Group::Value,
        label: words::tab_pareto,
        make: pareto::sheet,
        fields: &[Field::Revenue, Field::Margin, Field::CostToServe],
    },
    Entry {
        name: "whale",
        group: Group::Value,
        label: words::tab_whale,
        make: whale::sheet,
        fields: &[Field::Margin, Field::CostToServe],
    },
    Entry {
        name: "pyramid",
        group: Group::Value,
        label: words::tab_pyramid,
        make: pyramid::sheet,
        fields: &[Field::Revenue, Field::LastOrder],
    },
    Entry {
        name: "abc",
        group: Group::Value,
        label: words::tab_abc,
        make: abc::sheet,
        fields: &[Field::Revenue, Field::Margin],
    },
    Entry {
        name: "letters",
        group: Group::Value,
        label: words::tab_letters,
        make: letters::sheet,
        fields: &[Field::DaysLate, Field::Complaints, Field::Orders, Field::Returns, Field::Margin],
    },
    Entry {
        name: "periods",
        group: Group::Behaviour,
        label: words::tab_periods,
        make: periods::sheet,
        fields: &[Field::RevenuePrevious, Field::LastOrder],
    },
    Entry {
        name: "leavers",
        group: Group::Behaviour,
        label: words::tab_leavers,
        make: leavers::sheet,
        fields: &[Field::LastOrder, Field::RevenuePrevious],
    },
    Entry {
        name: "rfm",
        group: Group::Behaviour,
        label: words::tab_rfm,
        make: rfm::sheet,
        fields: &[Field::LastOrder, Field::Orders, Field::Revenue],
    },
    Entry {
        name: "alive",
        group: Group::Behaviour,
        label: words::tab_alive,
        make: alive::sheet,
        fields: &[Field::LastOrder],
    },
    Entry {
        name: "growth",
        group: Group::Growth,
        label: words::tab_growth,
        make: growth::sheet,
        fields: &[Field::Potential, Field::Revenue],
    },
    Entry {
        name: "bloom",
        group: Group::Growth,
        label: words::tab_bloom,
        make: bloom::sheet,
        fields: &[Field::Orders, Field::DaysLate, Field::Complaints, Field::Margin],
    },
    Entry {
        name: "pearls",
        group: Group::Growth,
        label: words::tab_pearls,
        make: pearls::sheet,
        fields: &[Field::Potential, Field::Margin, Field::DaysLate],
    },
    Entry {
        name: "white-space",
        group: Group::Growth,
        label: words::tab_white_space,
        make: white_space::sheet,
        fields: &[Field::Sector, Field::Potential],
    },
    Entry {
        name: "profiteers",
        group: Group::Care,
        label: words::tab_profiteers,
        make: profiteers::sheet,
        fields: &[Field::Margin, Field::CostToServe, Field::Contacts],
    },
    Entry {
        name: "attention",
        group: Group::Care,
        label: words::tab_attention,
        make: attention::sheet,
        fields: &[Field::Hours, Field::Contacts, Field::Complaints],
    },
    Entry {
        name: "linked",
        group: Group::Care,
        label: words::tab_linked,
        make: linked::sheet,
        fields: &[Field::Group],
    },
    Entry {
        name: "protected",
        group: Group::Care,
        label: words::tab_protected,
        make: protected::sheet,
        fields: &[],
    },
];

/// Shows the sheet that was asked for; an unknown name shows the overview.
pub fn insight(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    if request.place.sheet == "customer" {
        return with_foot(customer::sheet(facts, request), request);
    }
    let entry = SHEETS.iter().find(|entry| entry.name == request.place.sheet);
    let mut sheet = match entry {
        Some(entry) => {
            let mut sheet = (entry.make)(facts, request);
            sheet.blocks.extend(one_more(facts, request, entry.fields));
            sheet
        }
        None => overview::sheet(facts, request),
    };
    sheet.eyebrow = words::eyebrow(language);
    with_foot(sheet, request)
}

/// What the most useful of these fields that the list lacks would add; `None` when it has them all.
fn one_more(facts: Facts, request: &Request, fields: &[Field]) -> Option<Block> {
    let language = request.format.language;
    let field = fields.iter().copied().find(|field| lacks(facts, *field))?;
    let line = words::one_more(language, field_name(field, language), field_gain(field, language)?);
    Some(parts::marked(Tone::Soft, "one-more", line))
}

/// With the ways to the other sheets, back and on.
fn with_foot(mut sheet: Sheet, request: &Request) -> Sheet {
    let language = request.format.language;
    if sheet.eyebrow.is_empty() {
        sheet.eyebrow = crate::i18n::words::customer::eyebrow(language);
    }
    sheet.tabs = tabs(language);
    let back = if request.place.sheet.is_empty() {
        Link::to(words::to_list(language), Screen::List)
    } else {
        Link::to(words::back_to_overview(language), Screen::Insight)
    };
    sheet.back = Some(back);
    sheet.next = Some(Link {
        primary: true,
        id: "next-step".to_owned(),
        ..Link::to(words::to_panic(language), Screen::Panic)
    });
    sheet
}

/// Whether what is shown at this place gets better by the slow models.
pub fn asks_for_fit(place: &Place) -> bool {
    place.screen == Screen::Insight && ["alive", "leavers", "customer"].contains(&place.sheet.as_str())
}

/// What a sheet is called; `None` when there is none of this name.
fn label_of(name: &str, language: Language) -> Option<String> {
    SHEETS.iter().find(|entry| entry.name == name).map(|entry| (entry.label)(language))
}

fn tabs(language: Language) -> Vec<TabGroup> {
    let tab = |entry: &Entry| Tab {
        label: (entry.label)(language),
        place: Place::sheet(Screen::Insight, entry.name),
    };
    let group = |group: Group, label: String| TabGroup {
        label,
        tabs: SHEETS.iter().filter(|entry| entry.group == group).map(tab).collect(),
    };
    let first = Tab { label: words::tab_overview(language), place: Screen::Insight.into() };
    let mut groups = vec![
        TabGroup { label: String::new(), tabs: vec![first] },
        group(Group::Value, words::group_value(language)),
        group(Group::Behaviour, words::group_behaviour(language)),
        group(Group::Growth, words::group_growth(language)),
        group(Group::Care, words::group_care(language)),
    ];
    groups.retain(|group| !group.tabs.is_empty());
    groups
}

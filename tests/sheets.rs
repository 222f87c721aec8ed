//! The sheets of growth and of order behaviour on the sample lists: findings, charts, tables and settings hold together.

#[path = "support/labels.rs"]
mod labels;

use kernklant::sorted::SortedMap;

use jiff::civil::date;
use kernklant::chart::scene::Key;
use kernklant::engine::Engine;
use kernklant::i18n::{Format, Language};
use kernklant::inputs::{Action, Inputs};
use kernklant::plan::CallOutcome;
use kernklant::recipe::{Setting, Settings};
use kernklant::views::sheet::{Block, Chart, Control, Doing, Selects, Sheet, Table};
use kernklant::views::{Download, Place, Request, Screen, Source, TableRequest, Update, View};

const CUSTOMERS: &str = include_str!("../assets/voorbeeld-klanten.csv");
const ORDERS: &str = include_str!("../assets/voorbeeld-orders.csv");
const SHEETS: [&str; 6] = ["growth", "bloom", "pearls", "white-space", "rfm", "alive"];

fn engine(text: &str) -> Engine {
    let mut engine = Engine::new(date(2026, 1, 5));
    engine.read(Source { id: 1, name: "lijst.csv".into(), size: text.len() as u64, more: false });
    engine.feed(text.as_bytes(), true);
    while engine.step().is_some() {}
    engine
}

fn request(sheet: &str, language: Language, width: u32) -> Request {
    let place = Place::sheet(Screen::Insight, sheet);
    Request { place, format: Format::new(language), width, tables: SortedMap::new() }
}

fn shown(engine: &mut Engine, request: Request) -> Sheet {
    engine.show(0, request);
    let mut last = None;
    while let Some(updates) = engine.step() {
        for update in updates {
            if let Update::View { view, .. } = update
                && let View::Sheet(sheet) = *view
            {
                last = Some((*sheet).clone());
            }
        }
    }
    let Some(sheet) = last else { panic!("no sheet came") };
    sheet
}

/// All blocks, those within others too.
fn blocks(sheet: &Sheet) -> Vec<&Block> {
    fn within<'a>(blocks: &'a [Block], found: &mut Vec<&'a Block>) {
        for block in blocks {
            found.push(block);
            match block {
                Block::Card(card) => within(&card.blocks, found),
                Block::More { blocks, .. } => within(blocks, found),
                Block::Columns(columns) => columns.iter().for_each(|column| within(column, found)),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    within(&sheet.blocks, &mut found);
    found
}

fn charts(sheet: &Sheet) -> Vec<&Chart> {
    let chart = |block: &&Block| matches!(block, Block::Chart(_));
    let charts = blocks(sheet).into_iter().filter(chart);
    charts.filter_map(|block| if let Block::Chart(chart) = block { Some(&**chart) } else { None }).collect()
}

fn table<'a>(sheet: &'a Sheet, name: &str) -> Option<&'a Table> {
    blocks(sheet).into_iter().find_map(|block| match block {
        Block::Table(table) if table.name == name => Some(&**table),
        _ => None,
    })
}

fn controls(sheet: &Sheet) -> Vec<&Control> {
    let mut found = Vec::new();
    for block in blocks(sheet) {
        match block {
            Block::Controls(controls) | Block::Row(controls) => found.extend(controls),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    if let kernklant::views::sheet::Cell::Control(control) = cell {
                        found.push(control);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn figure(sheet: &Sheet, name: &str) -> Option<f64> {
    blocks(sheet).into_iter().find_map(|block| match block {
        Block::Figures(figures) => figures.iter().find(|figure| figure.name == name)?.value.parse().ok(),
        _ => None,
    })
}

#[test]
fn every_sheet_states_a_finding_and_its_labels_have_room() {
    for (list, text) in [("customers", CUSTOMERS), ("orders", ORDERS)] {
        let mut engine = engine(text);
        for (language, width) in
            [(Language::Nl, 320), (Language::En, 320), (Language::Nl, 760), (Language::En, 1400)]
        {
            for name in SHEETS {
                let sheet = shown(&mut engine, request(name, language, width));
                let case = format!("{name} of {list} in {language:?} at {width}");
                assert!(!sheet.title.to_string().is_empty() && !sheet.blocks.is_empty(), "{case}");
                for chart in charts(&sheet) {
                    assert!(!chart.title.is_empty() && !chart.summary.is_empty(), "{case}: {}", chart.name);
                    labels::check(&chart.scene, &format!("{case}: {}", chart.name));
                }
            }
        }
    }
}

#[test]
fn a_mark_of_a_chart_filters_its_table() {
    let mut tried = 0;
    for text in [CUSTOMERS, ORDERS] {
        let mut engine = engine(text);
        for name in SHEETS {
            let sheet = shown(&mut engine, request(name, Language::En, 760));
            for chart in charts(&sheet) {
                let Selects::Table(table_name) = &chart.selects else { continue };
                let all = table(&sheet, table_name).map(|table| table.pager.clone()).expect("the table");
                let mut keys: Vec<Key> =
                    chart.scene.marks.iter().filter_map(|mark| Some(mark.datum()?.key.clone())).collect();
                keys.retain(|key| !matches!(key, Key::Customer(_)));
                if chart.scene.brush.is_some() {
                    keys.push(Key::Region { x: (0.0, 60_000.0), y: (1.0, 1e12) });
                }
                for key in keys {
                    let mut asked = request(name, Language::En, 760);
                    let chosen = TableRequest { chosen: Some(key.clone()), ..TableRequest::default() };
                    asked.tables.insert(table_name.clone(), chosen);
                    let sheet = shown(&mut engine, asked);
                    let table = table(&sheet, table_name).expect("the table");
                    assert!(!table.chosen.is_empty(), "{name}/{}: {key:?} chose nothing", chart.name);
                    assert!(table.pager.is_some() && all.is_some(), "{name}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 100, "only {tried} marks");
}

#[test]
fn every_setting_of_a_sheet_leads_somewhere() {
    for text in [CUSTOMERS, ORDERS] {
        let mut engine = engine(text);
        for name in SHEETS {
            let sheet = shown(&mut engine, request(name, Language::Nl, 760));
            for control in controls(&sheet) {
                if let Doing::Setting(path) = &control.doing {
                    let there = Settings::default().part(path).is_some();
                    assert!(there, "{name}: {path} is no setting");
                }
            }
        }
    }
}

#[test]
fn everybody_has_one_place_in_the_growth_matrix() {
    let mut engine = engine(CUSTOMERS);
    let sheet = shown(&mut engine, request("growth", Language::Nl, 760));
    let count = |name: &str| figure(&sheet, name).expect("a figure");
    let unknown = table(&sheet, "customers")
        .and_then(|table| table.filters.iter().find(|filter| filter.key == "unknown"))
        .map_or(0.0, |filter| filter.count.parse().expect("a count"));
    let customers = CUSTOMERS.lines().count() as f64 - 1.0;
    let placed = count("growth-a") + count("growth-b") + count("growth-c") + unknown;
    assert!((customers - 2.0..=customers).contains(&placed), "{placed} of {customers}");
    assert!(count("share-of-wallet") > 0.0 && count("share-of-wallet") < 1.0);
}

#[test]
fn product_groups_of_order_lines_show_white_space() {
    let mut engine = engine(ORDERS);
    let sheet = shown(&mut engine, request("white-space", Language::Nl, 760));
    let words = format!("{:?}", sheet.blocks);
    assert!(!words.contains("Voeg per klant of per orderregel een productgroep toe"), "{}", sheet.title);
}

/// Worked out by hand: 24 customers with revenue in either period, so one is top, one large and three are medium.
#[test]
fn who_comes_or_goes_neither_rises_nor_falls() {
    let before_and_after =
        [(100, 60), (90, 95), (80, 200), (70, 70), (60, 60), (50, 50), (40, 40), (30, 30), (0, 50), (20, 0)];
    let rows = before_and_after.into_iter().chain([(5, 5); 15]).enumerate();
    let rows = rows.map(|(place, (before, after))| format!("Klant {place};{after};{before}\n"));
    let list = format!("Naam;Omzet;Omzet vorig jaar\n{}", rows.collect::<String>());
    let sheet = shown(&mut engine(&list), request("periods", Language::Nl, 760));
    let summary = |name: &str| {
        charts(&sheet).iter().find(|chart| chart.name == name).map(|chart| chart.summary.clone())
    };
    let flow = "Gestegen: 1. Gezakt: 1. Nieuw: 1. Teruggekeerd: 0. Weggevallen: 1.";
    assert_eq!(summary("migration").as_deref(), Some(flow));
    assert_eq!(summary("periods").as_deref(), Some("Gegroeid 125, nieuw 50, gedaald −40, weg −20."));
}

#[test]
fn the_models_are_fitted_or_say_why_not() {
    let mut engine = engine(ORDERS);
    let sheet = shown(&mut engine, request("alive", Language::Nl, 760));
    let guarded = format!("{:?}", sheet.blocks).contains("\"guard\"");
    assert_eq!(figure(&sheet, "expected-active").is_none(), guarded, "{}", sheet.title);
    assert!(charts(&sheet).len() == 1);
}

/// Every sheet of every step.
fn places(engine: &mut Engine) -> Vec<Place> {
    let mut places = Vec::new();
    for screen in [Screen::Insight, Screen::Panic, Screen::Choice, Screen::Plan, Screen::Review] {
        let place = Place::from(screen);
        let sheet = shown(engine, Request { place: place.clone(), ..request("", Language::Nl, 760) });
        let tabs = sheet.tabs.iter().flat_map(|group| &group.tabs).map(|tab| tab.place.clone());
        places.push(place);
        places.extend(tabs.filter(|place| !place.sheet.is_empty()));
        if screen == Screen::Insight {
            places.push(Place::customer("K1022"));
        }
    }
    places
}

/// What is kept from before a change never shows: a section of the recipe at a time, whatever was looked at meanwhile.
#[test]
fn a_changed_setting_shows_what_a_fresh_engine_shows() {
    const SETTINGS: [(&str, f64); 20] = [
        ("/inventory/asleep_months", 20.0),
        ("/concentration/top_percent", 30.0),
        ("/choice/weights/fit/weight", 3.0),
        ("/growth/room/percent/high", 35.0),
        ("/abc/a_percent", 60.0),
        ("/inventory/active_months", 3.0),
        ("/pyramid/medium_percent", 25.0),
        ("/factors/meets", 3.0),
        ("/xray/discount_top_percent", 50.0),
        ("/panic/value_cut", 60.0),
        ("/bloom/orders_a_year", 6.0),
        ("/pearls/room_top_percent", 60.0),
        ("/period/months", 9.0),
        ("/rfm/segments/champions/r/0", 3.0),
        ("/service/visits/b", 9.0),
        ("/budget/visit_hours", 5.0),
        ("/review/months", 12.0),
        ("/measure/known_share", 1.0),
        ("/xray/late", 1.1),
        ("/alive/active_days", 30.0),
    ];
    for text in [CUSTOMERS, ORDERS] {
        let mut kept = engine(text);
        let places = places(&mut kept);
        let mut inputs = Inputs::default();
        for (turn, (path, number)) in SETTINGS.into_iter().enumerate() {
            let set = Action::Set { path: path.into(), value: Some(Setting::Number(number)) };
            inputs = inputs.after(&set);
            kept.set_inputs(turn as u64 + 1, inputs.clone());
            let mut fresh = engine(text);
            fresh.set_inputs(turn as u64 + 1, inputs.clone());
            // Others every turn, so that something is always left behind.
            for place in places.iter().skip(turn % 3).step_by(3) {
                let asked = || Request { place: place.clone(), ..request("", Language::Nl, 760) };
                let (one, other) = (shown(&mut kept, asked()), shown(&mut fresh, asked()));
                assert!(one == other, "{place:?} after {path}: {:?} and {:?}", one.blocks, other.blocks);
            }
        }
    }
}

#[test]
fn what_came_of_a_call_is_noted_filtered_and_taken_along() {
    let mut engine = engine(CUSTOMERS);
    let pearls = |engine: &mut Engine| {
        let sheet = shown(engine, request("pearls", Language::En, 760));
        table(&sheet, "calls").cloned().expect("a call list")
    };
    let key = pearls(&mut engine).rows.first().map(|row| row.key.clone()).expect("a pearl");
    let count = |table: &Table, filter: &str| {
        table.filters.iter().find(|one| one.key == filter).map(|one| one.count.clone())
    };
    let all = pearls(&mut engine).rows.len().to_string();
    assert_eq!(count(&pearls(&mut engine), "to-call"), Some(all));
    let called = Action::Called { customer: key.clone(), outcome: Some(CallOutcome::Later) };
    let next = Action::NextContact { customer: key, day: "2026-03-14".into() };
    engine.set_inputs(1, Inputs::default().after(&called).after(&next));
    assert_eq!(count(&pearls(&mut engine), "later").as_deref(), Some("1"));
    engine.download(Download::Calls);
    let mut files = Vec::new();
    while let Some(updates) = engine.step() {
        files.extend(updates.into_iter().filter_map(|update| match update {
            Update::File { bytes, .. } => Some(String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        }));
    }
    assert!(files.len() == 1 && files[0].contains("DTSTART;VALUE=DATE:20260314"), "{files:?}");
}

/// A list of segments that leaves codes open says how many.
#[test]
fn segments_can_be_edited_and_coverage_is_counted() {
    let mut engine = engine(ORDERS);
    let set =
        |path: &str, value: Setting| kernklant::inputs::Action::Set { path: path.into(), value: Some(value) };
    let part = r#"[{"id":"top","name":{"nl":"Top","en":"Top"},"r":[5,5],"f":[5,5],"m":[1,5]}]"#;
    let inputs = Inputs::default()
        .after(&set("/rfm/segments", Setting::Part(part.into())))
        .after(&set("/rfm/segments/top/name/en", Setting::Text("Best of all".into())));
    engine.set_inputs(1, inputs);
    let sheet = shown(&mut engine, request("rfm", Language::En, 760));
    let words = format!("{:?}", sheet.blocks);
    assert!(words.contains("120 of the 125 codes have no segment."), "{}", sheet.title);
    assert!(words.contains("Best of all"), "{}", sheet.title);
}

//! The engine: holds table, customers and results; takes inputs and answers view requests. Pure; the worker is a thin shell around it.

mod computed;
mod extras;
mod grid;
mod kept;
mod known;
mod list;
mod opening;
mod parts;
mod persons;
mod reading;
pub mod results;
mod stage;

use std::borrow::Cow;
use std::rc::Rc;

use jiff::civil::Date;

pub use self::extras::with_columns;
use self::known::Known;
use self::list::{Fitting, List};
use self::opening::Held;
use self::parts::{Part, Parts, last_row};
use self::reading::{Outcome, Reading};
use crate::chart::svg;
use crate::customers::{Customers, Intake, Kind, Typed};
use crate::export;
use crate::i18n::Language;
use crate::i18n::words::calls as words;
use crate::inputs::{Action, Inputs, Patch};
use crate::plan::Call;
use crate::segments::Matcher;
use crate::share;
use crate::sorted::{InOrder, SortedMap};
use crate::table;
use crate::views::grid::WindowRequest;
use crate::views::{self, Download, Opened, Refusal, Request, Screen, Source, Update};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// The state behind the page. Calls that change it return at once; the work is done in [`Engine::step`].
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that is owed")]
#[derive(Debug)]
pub struct Engine {
    today: Date,
    known: Known,
    /// Of the newest inputs; every picture carries it.
    revision: u64,
    reading: Option<Reading>,
    /// Files of the list that is being read, as far as they are done.
    gathered: Vec<(Part, Intake)>,
    /// The next file belongs to them.
    follows: bool,
    list: Option<List>,
    request: Option<Request>,
    /// The newest question about the grid that was not answered yet.
    window: Option<WindowRequest>,
    /// Whether the page has not seen the newest picture yet.
    owes_view: bool,
    /// Whether something is computed that the newest picture left out.
    deepens: bool,
    /// Whether the newest inputs were not yet told as a copy to keep.
    owes_copy: bool,
    told: Vec<Update>,
    /// What became of the files that were opened last.
    opened: Vec<Opened>,
    lost: Option<u32>,
}

impl Engine {
    /// An empty engine; `today` is passed in, never read from a clock.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            known: Known::default(),
            revision: 0,
            reading: None,
            gathered: Vec::new(),
            follows: false,
            list: None,
            request: None,
            window: None,
            owes_view: false,
            deepens: false,
            owes_copy: false,
            told: Vec::new(),
            opened: Vec::new(),
            lost: None,
        }
    }

    /// Starts reading a source with the newest inputs' options; its bytes follow by [`Engine::feed`].
    pub fn read(&mut self, source: Source) {
        self.begin(source, None);
    }

    /// Starts reading a source whose bytes can be had again: then a long list is not kept in memory.
    pub fn read_again(&mut self, source: Source, bytes: Rc<dyn table::Source>) {
        self.begin(source, Some(bytes));
    }

    /// A file after one that said that more follow is put together with it; any other begins a list.
    fn begin(&mut self, source: Source, bytes: Option<Rc<dyn table::Source>>) {
        if !self.follows {
            self.gathered.clear();
        }
        self.follows = false;
        let last =
            self.gathered.iter().fold(0_u32, |sum, (part, _)| sum.saturating_add(last_row(&part.table)));
        let before = (self.gathered.len(), last);
        self.reading = Some(Reading::new(source, bytes, &self.known, before));
    }

    /// Where in the source that is being read the next bytes are to be taken from; `None` when none are needed.
    pub fn wants(&self) -> Option<u64> {
        self.reading.as_ref().and_then(Reading::wants)
    }

    /// The source that turned out unreadable the second time, once.
    pub fn lost(&mut self) -> Option<u32> {
        self.lost.take()
    }

    /// Bytes of the source, in order; `last` closes it.
    pub fn feed<'b>(&mut self, bytes: impl Into<Cow<'b, [u8]>>, last: bool) {
        if let Some(reading) = &mut self.reading {
            reading.feed(bytes.into(), last);
        }
    }

    /// Stops reading; the list that was there before stays.
    pub fn cancel(&mut self) {
        self.follows = false;
        if let Some(reading) = self.reading.take() {
            self.told.push(Update::Cancelled { source: reading.source.id });
        }
    }

    /// Takes the newest inputs.
    pub fn set_inputs(&mut self, revision: u64, inputs: Inputs) {
        let known = self.known.with(inputs);
        if let Some(list) = &mut self.list {
            list.follow(&self.known, &known);
        }
        self.known = known;
        self.revision = revision;
        self.owes_copy = revision > 0;
        self.owes_view = true;
    }

    /// Takes what changed of the inputs.
    pub fn change_inputs(&mut self, revision: u64, patch: &Patch) {
        self.set_inputs(revision, patch.onto(self.known.inputs.clone()));
    }

    /// From now on answers with this view, now and whenever inputs or list change.
    pub fn show(&mut self, revision: u64, request: Request) {
        self.revision = self.revision.max(revision);
        self.request = Some(request);
        self.owes_view = true;
    }

    /// Answers with these rows of the grid; a question that was not answered yet is overtaken.
    pub fn ask_window(&mut self, request: WindowRequest) {
        self.window = Some(request);
    }

    /// Opens members' answers and sessions: name and content of each file. What they change is told as one step for
    /// the page to take; what became of each is told in words, and stands on the team's sheet.
    pub fn open(&mut self, files: &[(String, Vec<u8>)]) {
        let held = self.list.as_ref().map(|list| Held::new(list.customers()));
        let (inputs, opened) = opening::open(files, &self.known.inputs, held.as_ref());
        self.offer(&inputs);
        // The team's sheet tells it itself.
        if self.request.as_ref().is_none_or(|request| request.place.sheet != "team") {
            self.told.push(Update::Opened(views::opened_notes(&opened, &inputs, self.language())));
        }
        self.opened = opened;
        self.owes_view = true;
    }

    /// Tells the page what the inputs should be from now on.
    fn offer(&mut self, inputs: &Inputs) {
        if *inputs != self.known.inputs {
            let patch = Patch::between(&self.known.inputs, inputs);
            self.told.push(Update::Entered(Box::new(Action::Take(Box::new(patch)))));
        }
    }

    /// A newer list: what was entered about customers that have another id now moves with them.
    fn settle(&mut self, list: &List) {
        if self.known.inputs.keys().is_empty() {
            return;
        }
        let before = self.list.as_ref().map(|old| (old.customers(), Matcher::new(old.customers())));
        let called = |key: &str| {
            let (customers, matcher) = before.as_ref()?;
            Some(customers.name(matcher.find_key(key)?).to_owned())
        };
        let moves = opening::moves(&self.known.inputs, &Held::new(list.customers()), &called);
        if self.known.inputs.clone().moved(&moves) != self.known.inputs {
            self.told.push(Update::Moved(Box::new(moves)));
        }
    }

    /// Makes a file of the list as it stands, or of what was entered.
    pub fn download(&mut self, what: Download) {
        let language = self.language();
        let (name, kind, bytes) = match (what, &self.list) {
            (Download::Round, _) => ("kernklant-ronde.csv".to_owned(), CSV, self.round_csv()),
            (Download::Calendar, _) => {
                let day = views::next_review(self.today, &self.known.recipe().review);
                (
                    "kernklant.ics".to_owned(),
                    "text/calendar;charset=utf-8",
                    export::review_day(day, language).into_bytes(),
                )
            }
            (Download::Calls, Some(list)) => {
                let calls = &self.known.inputs.plan.calls;
                let text = calls_calendar(calls, list.customers(), language);
                ("kernklant-contacten.ics".to_owned(), "text/calendar;charset=utf-8", text.into_bytes())
            }
            (Download::Answers, Some(list)) => (
                opening::answers_name(&self.known.inputs, self.today),
                JSON,
                opening::answers_file(&self.known.inputs, list.customers()),
            ),
            (Download::Session, list) => {
                let list = list.as_ref().map(|list| (list.source.name.as_str(), list.customers()));
                let name = opening::session_name(self.today, list.map(|(name, _)| name));
                (name, JSON, opening::session_file(&self.known.inputs, self.today, list))
            }
            (Download::Recipe, _) => (
                "vragen-en-instellingen.kernklant".to_owned(),
                JSON,
                share::write_recipe(&self.known.inputs.settings),
            ),
            (Download::Problems, Some(list)) => {
                ("kernklant-meldingen.csv".to_owned(), CSV, list.problems_csv(language))
            }
            (Download::Rejected, Some(list)) => {
                ("kernklant-rijen.csv".to_owned(), CSV, list.rows_csv(language))
            }
            (Download::Problems | Download::Rejected | Download::Answers | Download::Calls, None) => return,
        };
        self.told.push(Update::File { name, kind: kind.to_owned(), bytes });
    }

    /// Makes a file of a chart that the screen shows; nothing when there is none of this name.
    pub fn picture(&mut self, name: &str, png: bool) {
        let (Some(list), Some(request)) = (&self.list, &self.request) else { return };
        let view = list.view(&self.known, request, self.today, &self.opened);
        let Some((title, summary, scene)) = views::picture_of(&view, name) else { return };
        let sheet = svg::Sheet { title, summary, palette: &svg::LIGHT };
        let bytes = svg::render_sheet(scene, sheet).into_bytes();
        let (end, kind) = if png { ("png", "image/png") } else { ("svg", "image/svg+xml") };
        self.told.push(Update::File {
            name: format!("kernklant-{name}.{end}"),
            kind: kind.to_owned(),
            bytes,
        });
    }

    /// Does at most some 20 ms of work (a whole stage of the analysis counts as one) and returns what is to be
    /// told; `None` when there is nothing left to do.
    pub fn step(&mut self) -> Option<Vec<Update>> {
        let worked = self.work();
        let told = std::mem::take(&mut self.told);
        if worked || !told.is_empty() { Some(told) } else { None }
    }

    /// What was entered as a table, with the names of the customers.
    fn round_csv(&self) -> Vec<u8> {
        let known = &self.known;
        let names = opening::names(&known.inputs, self.list.as_ref().map(List::customers));
        export::round_csv(&known.inputs, known.recipe(), &names, self.language())
    }

    fn language(&self) -> Language {
        self.request.as_ref().map(|request| request.format.language).unwrap_or_default()
    }

    /// All tables of a file are there: with the last file they become the list.
    fn close(&mut self, reading: Reading) {
        let source = reading.source.id;
        if reading.source.more {
            self.follows = true;
            self.told.push(Update::Taken { source });
            return;
        }
        let Some(parts) = Parts::new(std::mem::take(&mut self.gathered)) else { return };
        let mut list = List::new(reading.source, parts);
        list.follow(&reading.known, &self.known);
        self.settle(&list);
        self.list = Some(list);
        self.owes_view = true;
        self.told.push(Update::Read { source });
    }

    fn work(&mut self) -> bool {
        if let Some(reading) = &mut self.reading {
            match reading.step(self.today) {
                Outcome::Waiting => {}
                Outcome::Working(update) => {
                    self.told.extend(update);
                    return true;
                }
                Outcome::Read(parts) => {
                    self.gathered.extend(parts);
                    if let Some(reading) = self.reading.take() {
                        self.close(reading);
                    }
                    return true;
                }
                Outcome::Lost => {
                    self.lost = Some(reading.source.id);
                    self.reading = None;
                    return true;
                }
                Outcome::Refused(reason) => {
                    let place = (self.gathered.is_empty(), reading.source.name.clone());
                    let further = (!place.0).then_some(place.1);
                    let refusal = Box::new(Refusal::new(&reason, further.as_deref()));
                    self.told.push(Update::Refused { source: reading.source.id, refusal });
                    self.reading = None;
                    return true;
                }
            }
        }
        if self.show_newest() || self.show_window() {
            return true;
        }
        // The next piece of a list goes before what makes the picture of the last one more complete.
        if self.reading.is_some() {
            return false;
        }
        if self.measure() {
            return true;
        }
        // Last, when nobody waits any more.
        if std::mem::take(&mut self.owes_copy) {
            let text = String::from_utf8(self.round_csv()).unwrap_or_default();
            self.told.push(Update::Kept { text });
            return true;
        }
        false
    }

    /// Answers the newest question about the grid; false when there is none.
    fn show_window(&mut self) -> bool {
        let (Some(list), Some(request)) = (&mut self.list, &self.request) else { return false };
        let Some(asked) = self.window.take() else { return false };
        let window = list.window(&asked, request.format);
        self.told.push(Update::Window(Box::new(window)));
        true
    }

    /// Compares names and measures columns of the grid while nobody waits for anything else.
    fn measure(&mut self) -> bool {
        let (Some(list), Some(request)) = (&mut self.list, &self.request) else { return false };
        if request.place.screen != Screen::List {
            return false;
        }
        if list.compare(&self.known) {
            self.owes_view = list.is_compared();
            return true;
        }
        if !list.measure() {
            return false;
        }
        // The picture says everything about the columns or nothing.
        self.owes_view = list.is_measured();
        true
    }

    /// One step towards the newest picture; false when the page has it.
    fn show_newest(&mut self) -> bool {
        let (Some(list), Some(request)) = (&mut self.list, &self.request) else { return false };
        if !self.owes_view {
            // The view is out; what takes long makes it better, and then it is told once more.
            if self.reading.is_some() {
                return false;
            }
            if list.deepen(&self.known, &request.place, self.today) {
                self.deepens = true;
                return true;
            }
            self.owes_view = std::mem::take(&mut self.deepens);
            if self.owes_view {
                return true;
            }
            let fitting = list.fit(&self.known, request);
            self.owes_view = fitting == Fitting::Worth;
            return fitting != Fitting::Idle;
        }
        if list.compute(&self.known, &request.place, self.today) {
            return true;
        }
        (self.owes_view, self.deepens) = (false, false);
        if request.place.screen == Screen::List {
            // Of a short list the first picture tells at once who look alike.
            list.compare(&self.known);
        }
        let view = list.view(&self.known, request, self.today, &self.opened);
        list.is_shown(request, &view);
        list.rest();
        self.told.push(Update::View { revision: self.revision, view: Box::new(view) });
        true
    }
}

/// The next contacts that can be read as days, by day.
fn calls_calendar(calls: &SortedMap<String, Call>, customers: &Customers, language: Language) -> String {
    let matcher = Matcher::new(customers);
    let entry = |(key, call): (&String, &Call)| match Typed::read(&call.next, Kind::Date) {
        Typed::Date(day) => {
            let name = matcher.find(key).map_or(key.as_str(), |i| customers.name(i));
            Some((day, words::event(language, name)))
        }
        _ => None,
    };
    let mut entries: Vec<_> = calls.iter().filter_map(entry).collect();
    entries.order_by(Ord::cmp);
    export::days(entries, &words::event_text(language))
}

#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod tests;

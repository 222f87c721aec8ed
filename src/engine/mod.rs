//! The engine: holds table, customers and results; takes inputs and answers view requests. Pure; the worker is a thin shell around it.

mod extras;
mod grid;
mod known;
mod list;
mod reading;
pub mod results;
mod stage;

use jiff::civil::Date;

pub use self::extras::with_columns;
use self::known::Known;
use self::list::List;
use self::reading::{Outcome, Reading};
use crate::export;
use crate::i18n::Language;
use crate::inputs::Inputs;
use crate::views::grid::WindowRequest;
use crate::views::{self, Download, Request, Screen, Source, Update};

const CSV: &str = "text/csv;charset=utf-8";

/// The state behind the page. Calls that change it return at once; the work is done in [`Engine::step`].
#[derive(Debug)]
pub struct Engine {
    today: Date,
    known: Known,
    /// Of the newest inputs; every picture carries it.
    revision: u64,
    reading: Option<Reading>,
    list: Option<List>,
    request: Option<Request>,
    /// The newest question about the grid that was not answered yet.
    window: Option<WindowRequest>,
    /// Whether the page has not seen the newest picture yet.
    owes_view: bool,
    /// Whether the newest inputs were not yet told as a copy to keep.
    owes_copy: bool,
    told: Vec<Update>,
}

impl Engine {
    /// An empty engine; `today` is passed in, never read from a clock.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            known: Known::default(),
            revision: 0,
            reading: None,
            list: None,
            request: None,
            window: None,
            owes_view: false,
            owes_copy: false,
            told: Vec::new(),
        }
    }

    /// Starts reading a source with the newest inputs' options; its bytes follow by [`Engine::feed`].
    pub fn read(&mut self, source: Source) {
        self.reading = Some(Reading::new(source, &self.known));
    }

    /// Bytes of the source, in order; `last` closes it.
    pub fn feed(&mut self, bytes: &[u8], last: bool) {
        if let Some(reading) = &mut self.reading {
            reading.feed(bytes, last);
        }
    }

    /// Stops reading; the list that was there before stays.
    pub fn cancel(&mut self) {
        if let Some(reading) = self.reading.take() {
            self.told.push(Update::Cancelled { source: reading.source.id });
        }
    }

    /// Takes the newest inputs.
    pub fn set_inputs(&mut self, revision: u64, inputs: Inputs) {
        let known = self.known.with(inputs);
        if let Some(list) = &mut self.list {
            list.outdate(self.known.first_changed(&known));
        }
        self.known = known;
        self.revision = revision;
        self.owes_copy = revision > 0;
        self.owes_view = true;
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

    /// Makes a file of the list as it stands, or of what was entered.
    pub fn download(&mut self, what: Download) {
        let language = self.language();
        let (name, kind, bytes) = match (what, &self.list) {
            (Download::Round, _) => (
                "kernklant-ronde.csv",
                CSV,
                export::round_csv(&self.known.inputs, self.known.recipe(), language),
            ),
            (Download::Calendar, _) => {
                let day = views::next_review(self.today, &self.known.recipe().review);
                (
                    "kernklant.ics",
                    "text/calendar;charset=utf-8",
                    export::review_day(day, language).into_bytes(),
                )
            }
            (Download::Problems, Some(list)) => ("kernklant-meldingen.csv", CSV, list.problems_csv(language)),
            (Download::Rejected, Some(list)) => ("kernklant-rijen.csv", CSV, list.rows_csv(language)),
            (Download::Problems | Download::Rejected, None) => return,
        };
        self.told.push(Update::File { name: name.to_owned(), kind: kind.to_owned(), bytes });
    }

    /// Does at most some 20 ms of work (a whole stage of the analysis counts as one) and returns what is to be
    /// told; `None` when there is nothing left to do.
    pub fn step(&mut self) -> Option<Vec<Update>> {
        let worked = self.work();
        let told = std::mem::take(&mut self.told);
        if worked || !told.is_empty() { Some(told) } else { None }
    }

    fn language(&self) -> Language {
        self.request.as_ref().map(|request| request.format.language).unwrap_or_default()
    }

    fn work(&mut self) -> bool {
        if let Some(reading) = &mut self.reading {
            match reading.step(self.today) {
                Outcome::Waiting => {}
                Outcome::Working(update) => {
                    self.told.extend(update);
                    return true;
                }
                Outcome::Read(mut list) => {
                    let source = list.source.id;
                    list.outdate(reading.known.first_changed(&self.known));
                    self.list = Some(*list);
                    self.reading = None;
                    self.owes_view = true;
                    self.told.push(Update::Read { source });
                    return true;
                }
                Outcome::Refused(reason) => {
                    let source = reading.source.id;
                    self.reading = None;
                    self.told.push(Update::Refused { source, reason });
                    return true;
                }
            }
        }
        if self.show_newest() || self.show_window() || self.measure() {
            return true;
        }
        // Last, when nobody waits any more.
        if std::mem::take(&mut self.owes_copy) {
            let text = String::from_utf8(export::round_csv(
                &self.known.inputs,
                self.known.recipe(),
                self.language(),
            ))
            .unwrap_or_default();
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

    /// Measures a column of the grid while nobody waits for anything else.
    fn measure(&mut self) -> bool {
        let (Some(list), Some(request)) = (&mut self.list, &self.request) else { return false };
        if request.place.screen != Screen::List || !list.measure() {
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
            self.owes_view = list.fit(&self.known, request);
            return self.owes_view;
        }
        if list.compute(&self.known, self.today) {
            return true;
        }
        self.owes_view = false;
        let view = list.view(&self.known, request, self.today);
        self.told.push(Update::View { revision: self.revision, view: Box::new(view) });
        true
    }
}

#[cfg(test)]
mod tests;

//! The page's state: the inputs with their history, where we are, and the newest pictures from the engine.

use crate::sorted::SortedMap;
use std::rc::Rc;

use yew::Reducible;

use crate::chart::scene::Key;
use crate::i18n::format::Currency;
use crate::i18n::{Format, Language};
use crate::inputs::{Action, History, Inputs};
use crate::recipe::Setting;
use crate::views::sheet::{Block, Doing};
use crate::views::{ListView, Place, Refusal, Request, Screen, Sheet, TableRequest, Update, View};

/// Pixels for a picture before anything on the page tells how much room there is.
const WIDEST: u32 = 720;

/// How far the seal is.
#[derive(Clone, Debug, PartialEq)]
pub enum Seal {
    /// Modules are still being compiled.
    Pending,
    /// Both test requests were refused; what was tried, and whether it was refused.
    Sealed(Vec<Channel>),
    /// Something got through, so no data is read.
    Open(Vec<Channel>),
}

/// One way to send something, and whether the browser refused it.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    pub name: String,
    pub in_worker: bool,
    pub refused: bool,
}

/// What is happening to the newest source.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Nothing was offered yet.
    Nothing,
    /// It is being read.
    /// `again`: the same source in another way, so that nobody is led away from where they are.
    Busy { name: String, again: bool },
    /// It was read.
    Done { name: String },
    /// The person stopped it.
    Cancelled,
    /// It could not be used.
    Refused { name: String, refusal: Box<Refusal> },
    /// The file cannot be read from disk any more.
    Unreadable,
    /// The paste box was empty.
    EmptyPaste,
    /// The engine stopped; the list must be read again. `memory`: for want of it.
    Crashed { memory: bool },
    /// It takes this many bytes of memory, more than a page gets; it is read only when the person says so.
    TooLarge { name: String, memory: f64 },
}

/// The newest picture of each screen.
#[derive(Clone, Default, PartialEq)]
pub struct Pictures {
    pub list: Option<Rc<ListView>>,
    /// The screen made of blocks, when the newest one is.
    pub sheet: Option<Rc<Sheet>>,
}

/// Something that happened on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The person entered something.
    Do(Action),
    /// The person gave a control of a sheet this value, which does that.
    Enter {
        control: Doing,
        value: Setting,
        action: Action,
    },
    Undo,
    Redo,
    /// The hand went elsewhere or was lifted: what comes next is a step of its own.
    Settle,
    /// To another step or sheet.
    Go(Place),
    /// Back or forth among the places where we were.
    Visit(usize),
    Speak(Language),
    Sealed(Seal),
    /// Another part of the table of this name.
    Table(String, TableRequest),
    /// The width that charts have.
    Width(u32),
    /// The further questions were unfolded or folded.
    More(bool),
    /// A customer's facts are to be hidden or shown.
    HideFacts(bool),
    /// Seconds a customer gets in a workshop; 0 = as long as it takes.
    Timer(u32),
    /// What became of opened files was read.
    Forget,
    /// A source begins to be read.
    Begin {
        name: String,
        again: bool,
    },
    EmptyPaste,
    /// The file could not be read from disk.
    Unreadable,
    /// The engine told something.
    Told(Box<Update>),
    /// The engine died; `memory`: for want of it.
    Crashed {
        memory: bool,
    },
    /// A source takes this many bytes of memory.
    TooLarge {
        name: String,
        memory: f64,
    },
}

/// Everything the page knows.
#[derive(Clone, PartialEq)]
pub struct State {
    pub inputs: History<Inputs>,
    /// Counts every change of the inputs; the newest picture wins.
    pub revision: u64,
    /// Where we were, in order, and which of them is now.
    pub trail: Vec<Place>,
    pub at: usize,
    pub language: Language,
    pub seal: Seal,
    pub reading: Reading,
    pub has_list: bool,
    /// The name of the list that is in.
    pub list_name: String,
    pub tables: SortedMap<String, TableRequest>,
    pub width: u32,
    pub pictures: Pictures,
    /// What controls of the sheet were given since its newest picture, by what they do: the engine's echo is later,
    /// and must not eat letters meanwhile.
    pub given: Vec<(Doing, Setting)>,
    /// What became of files that were opened, until the person goes on.
    pub notes: Vec<Block>,
    /// Whether the further questions are unfolded and the customer's facts hidden, for every customer that follows; and the
    /// seconds a customer gets in a workshop.
    pub more_open: bool,
    pub facts_hidden: bool,
    pub timer: u32,
}

impl State {
    /// The page as it opens on a screen of this width; until a chart tells its own, pictures are made for that.
    pub fn new(language: Language, screen: Option<u32>) -> Self {
        Self {
            inputs: History::new(Inputs::default()),
            revision: 0,
            trail: vec![Place::default()],
            at: 0,
            language,
            seal: Seal::Pending,
            reading: Reading::Nothing,
            has_list: false,
            list_name: String::new(),
            tables: SortedMap::new(),
            width: screen.unwrap_or(WIDEST).min(WIDEST),
            pictures: Pictures::default(),
            given: Vec::new(),
            notes: Vec::new(),
            more_open: false,
            facts_hidden: false,
            timer: 0,
        }
    }

    /// How figures are written: the list's currency when it told one.
    pub fn format(&self) -> Format {
        let currency = self.pictures.list.as_ref().map_or(Currency::Unknown, |list| list.currency);
        Format::new(self.language).with_currency(currency)
    }

    /// What the engine must be asked for this screen.
    pub fn request(&self) -> Request {
        let (place, tables) = (self.place().clone(), self.tables.clone());
        Request { place, format: self.format(), width: self.width, tables }
    }

    /// Where we are.
    pub fn place(&self) -> &Place {
        &self.trail[self.at]
    }

    /// The step we are in.
    pub fn screen(&self) -> Screen {
        self.place().screen
    }

    /// What was asked of the table of this name.
    pub fn table(&self, name: &str) -> TableRequest {
        self.tables.get(name).cloned().unwrap_or_default()
    }

    /// The sheet to draw: the newest one of this step, also while the one asked for is still on its way.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        self.pictures.sheet.as_ref().filter(|sheet| sheet.place.screen == self.screen())
    }

    /// Whether the screen has its picture; before a list the first screen needs none.
    pub fn is_drawn(&self) -> bool {
        let pictures = &self.pictures;
        if let Some(sheet) = &pictures.sheet
            && sheet.place == *self.place()
        {
            return true;
        }
        match self.screen() {
            Screen::List => !self.has_list || pictures.list.is_some(),
            Screen::Insight | Screen::Panic | Screen::Choice | Screen::Plan | Screen::Review => false,
        }
    }

    /// Whether blocks of the same picture look the same: whatever they are drawn from beside it did not change.
    pub fn draws_as(&self, other: &Self) -> bool {
        (self.revision, self.language, self.width) == (other.revision, other.language, other.width)
            && self.tables == other.tables
            && self.given == other.given
    }

    fn go(&mut self, place: Place) {
        self.trail.truncate(self.at + 1);
        self.trail.push(place);
        self.at += 1;
        self.tables.clear();
        self.notes.clear();
    }

    /// After a step back or forth the customer it was about is on screen.
    fn follow(&mut self, before: &Inputs) {
        if self.screen() != Screen::Panic {
            return;
        }
        if let Some(key) = self.inputs.now().differing_answer(before) {
            let chosen = Some(Key::Customer(key));
            let request = TableRequest { chosen, ..self.table("ask") };
            self.tables.insert("ask".to_owned(), request);
        }
    }

    fn told(&mut self, update: Update) {
        match update {
            Update::Read { .. } => {
                let name = match &self.reading {
                    Reading::Busy { name, .. } => name.clone(),
                    _ => String::new(),
                };
                self.list_name.clone_from(&name);
                self.reading = Reading::Done { name };
                self.has_list = true;
            }
            Update::Cancelled { .. } => self.reading = Reading::Cancelled,
            Update::Refused { refusal, .. } => {
                let name = match &self.reading {
                    Reading::Busy { name, .. } => name.clone(),
                    _ => String::new(),
                };
                self.reading = Reading::Refused { name, refusal };
            }
            Update::View { revision, view } if revision == self.revision => self.show(*view),
            // Overtaken pictures are dropped; files and progress are handled where they arrive.
            Update::Opened(notes) => self.notes = notes,
            Update::Moved(moves) if moves.follow(&mut self.inputs) => self.revision += 1,
            Update::View { .. }
            | Update::Progress { .. }
            | Update::File { .. }
            | Update::Taken { .. }
            | Update::Window(_)
            | Update::Kept { .. }
            | Update::Moved(_)
            | Update::Entered(_) => {}
        }
    }

    fn show(&mut self, view: View) {
        self.given.clear();
        if let View::Sheet(sheet) = view {
            self.pictures.sheet = Some(sheet);
            return;
        }
        self.pictures.sheet = None;
        match view {
            View::Sheet(_) => {}
            View::List(view) => self.pictures.list = Some(Rc::new(view)),
        }
    }
}

/// The state behind a shared pointer, so that components compare it by pointer.
#[derive(Clone)]
pub struct Store(Rc<State>);

impl Store {
    /// Holds the first state.
    pub fn new(state: State) -> Self {
        Self(Rc::new(state))
    }

    /// The state as it is now.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(&self.0)
    }
}

impl Reducible for Store {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        match self.0.after(message) {
            Some(next) => Rc::new(Store(Rc::new(next))),
            None => self,
        }
    }
}

impl State {
    /// The state after this message; `None` when nothing changes.
    fn after(&self, message: Message) -> Option<State> {
        let mut next = self.clone();
        match message {
            Message::Enter { control, value, action } => {
                next.given.retain(|(known, _)| *known != control);
                next.given.push((control, value));
                return next.after(Message::Do(action));
            }
            Message::Do(action) => {
                // What was asked beside the notes is answered.
                let answers = matches!(action, Action::GoOnAs(_) | Action::SamePerson { .. });
                if answers && !self.notes.is_empty() {
                    next.notes.clear();
                    return Some(next.after(Message::Do(action)).unwrap_or(next));
                }
                let inputs = next.inputs.now().clone().after(&action);
                if !next.inputs.push(inputs, action.topic()) {
                    return None;
                }
                next.revision += 1;
            }
            Message::Undo | Message::Redo => {
                let moved = if message == Message::Undo { next.inputs.undo() } else { next.inputs.redo() };
                if !moved {
                    return None;
                }
                next.given.clear();
                next.revision += 1;
                next.follow(self.inputs.now());
            }
            Message::Settle if !next.inputs.settle() => return None,
            Message::Settle => {}
            Message::More(open) if open == self.more_open => return None,
            Message::More(open) => next.more_open = open,
            Message::HideFacts(hidden) => next.facts_hidden = hidden,
            Message::Timer(seconds) => next.timer = seconds,
            Message::Forget => next.notes.clear(),
            Message::Go(place) => {
                if place == *self.place() || (place.screen != Screen::List && !self.has_list) {
                    return None;
                }
                next.go(place);
            }
            Message::Visit(at) => {
                let place = self.trail.get(at)?;
                if at == self.at || (place.screen != Screen::List && !self.has_list) {
                    return None;
                }
                next.at = at;
                next.tables.clear();
            }
            Message::Speak(language) => next.language = language,
            Message::Sealed(seal) => next.seal = seal,
            Message::Table(name, request) => {
                next.tables.insert(name, request);
            }
            Message::Width(width) if width == self.width => return None,
            Message::Width(width) => next.width = width,
            Message::Begin { name, again } => next.reading = Reading::Busy { name, again },
            Message::EmptyPaste => next.reading = Reading::EmptyPaste,
            Message::Unreadable => next.reading = Reading::Unreadable,
            Message::Told(update) => next.told(*update),
            Message::TooLarge { name, memory } => next.reading = Reading::TooLarge { name, memory },
            Message::Crashed { memory } => {
                next.reading = Reading::Crashed { memory };
                next.has_list = false;
                next.go(Place::default());
                next.pictures = Pictures::default();
            }
        }
        Some(next)
    }
}

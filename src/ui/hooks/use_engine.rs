//! Keeps the engine in step with the page: sends sources, inputs and requests, and hands on what it answers.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::inputs::{Inputs, Patch};
use crate::platform::boot::{self, Refusal};
use crate::platform::{clock, download, failure, files, picture};
use crate::ui::state::{Channel, Message, Reading, Seal, State};
use crate::views::grid::{Window, WindowRequest};
use crate::views::{Download, Pace, Progress, Source, Update, is_too_much, memory_for};
use crate::worker::client::{Client, Gone, Said};
use crate::worker::protocol::{Command, Event, SAMPLE};

/// What a source is made of; kept, so that the list can be read again in another way.
#[derive(Clone, Debug)]
enum Content {
    File(File),
    Text(Rc<str>),
    /// The engine has it.
    Sample,
}

#[derive(Default)]
struct Link {
    client: Option<Client>,
    /// What the newest list is made of, read or not.
    contents: Vec<Content>,
    /// What the list that is in is made of.
    held: Vec<Content>,
    /// What is being read now, and how fast it goes.
    size: u64,
    pace: Pace,
    /// Who shows how far reading is.
    progress: Option<Callback<Progress>>,
    /// Files of it that wait for those before them, the next one last.
    queue: Vec<(Source, Content)>,
    /// Offered before the page was sealed.
    waiting: Vec<Content>,
    sources: u32,
    /// Who shows a grid now.
    grid: Option<Callback<Window>>,
    /// The inputs that the engine has, and which life of it.
    told: Option<(u32, Inputs)>,
    /// What the page itself tried to send, for the sign that says so.
    page_channels: Vec<Channel>,
}

/// What components can ask of the engine.
#[derive(Clone)]
pub struct EngineHandle {
    link: Rc<RefCell<Link>>,
    tell: Callback<Message>,
}

impl PartialEq for EngineHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.link, &other.link)
    }
}

impl EngineHandle {
    /// Reads files as one list.
    pub fn read_files(&self, files: Vec<File>) {
        self.offer(files.into_iter().map(Content::File).collect());
    }

    /// Reads pasted text; an empty paste only gets a message.
    pub fn read_text(&self, text: &str) {
        if text.trim().is_empty() {
            self.tell.emit(Message::EmptyPaste);
        } else {
            self.offer(vec![Content::Text(Rc::from(text))]);
        }
    }

    /// Reads the list that comes with the program.
    pub fn read_sample(&self) {
        self.offer(vec![Content::Sample]);
    }

    /// Reads the newest source once more, because it must be read differently.
    pub fn read_again(&self) {
        let contents = self.link.borrow().contents.clone();
        self.begin(contents, true);
    }

    /// Reads the list that is in once more, in another way; without one the newest source.
    fn read_held_again(&self) {
        if let Link { contents, held, .. } = &mut *self.link.borrow_mut()
            && !held.is_empty()
        {
            contents.clone_from(held);
        }
        self.read_again();
    }

    /// Reads what was offered last although it is large.
    pub fn read_large(&self) {
        let contents = std::mem::take(&mut self.link.borrow_mut().waiting);
        self.begin(contents, false);
    }

    /// Opens members' answers or a session. Offered before the page is sealed, they are to be offered again.
    pub fn open_files(&self, files: &[File]) {
        if let (Some(client), false) = (&self.link.borrow().client, files.is_empty()) {
            client.open_files(files);
        }
    }

    /// Stops reading.
    pub fn cancel(&self) {
        self.link.borrow_mut().queue.clear();
        self.send(&Command::Cancel);
    }

    /// Asks for rows of a grid; the newest question overtakes older ones.
    pub fn ask_window(&self, request: WindowRequest) {
        self.send(&Command::Window { request });
    }

    /// From now on how far reading is comes here: it redraws nothing else of the page.
    pub fn on_progress(&self, hear: Callback<Progress>) {
        self.link.borrow_mut().progress = Some(hear);
    }

    /// From now on the rows that were asked for come here.
    pub fn on_window(&self, hear: Callback<Window>) {
        self.link.borrow_mut().grid = Some(hear);
    }

    /// Tells the engine what changed since it was last told; a new one everything.
    fn tell_inputs(&self, engine: u32, revision: u64, inputs: &Inputs) {
        let told = self.link.borrow_mut().told.replace((engine, inputs.clone()));
        let patch = match told {
            Some((told_engine, old)) if told_engine == engine => Patch::between(&old, inputs),
            _ => Patch::whole(inputs),
        };
        self.send(&Command::Inputs { revision, patch: Box::new(patch) });
    }

    /// Asks for a file about the list.
    pub fn download(&self, what: Download) {
        self.send(&Command::Download { what });
    }

    /// Asks for a chart on the screen as a file.
    pub fn picture(&self, chart: &str, png: bool) {
        self.send(&Command::Picture { chart: chart.to_owned(), png });
    }

    /// Tries again whether anything can be sent, from the page and from the worker.
    pub fn probe(&self) {
        self.send(&Command::Probe { url: boot::probe_address() });
        let handle = self.clone();
        spawn_local(async move {
            let tried = boot::probe_again().await;
            handle.page_tried(&tried);
        });
    }

    fn page_tried(&self, tried: &[Refusal]) {
        let channels: Vec<Channel> =
            tried.iter().map(|one| channel(&one.channel, false, one.refused)).collect();
        self.link.borrow_mut().page_channels.clone_from(&channels);
        self.tell.emit(Message::Sealed(seal(channels)));
    }

    fn send(&self, command: &Command) {
        if let Some(client) = &self.link.borrow().client {
            client.send(command);
        }
    }

    fn offer(&self, contents: Vec<Content>) {
        if contents.is_empty() {
            return;
        }
        let mut link = self.link.borrow_mut();
        if link.client.is_none() {
            // The page is not sealed yet: what was offered waits unread.
            link.waiting = contents;
            return;
        }
        // A list that is in stays in memory until the new one is there.
        let all = link.held.iter().chain(&contents).map(described);
        let memory = all.map(|(name, bytes)| memory_for(&name, bytes)).sum();
        if is_too_much(memory) {
            let names: Vec<_> = contents.iter().map(|content| described(content).0).collect();
            link.waiting = contents;
            drop(link);
            return self.tell.emit(Message::TooLarge { name: names.join(" + "), memory });
        }
        drop(link);
        self.begin(contents, false);
    }

    /// Reads these as one list.
    fn begin(&self, contents: Vec<Content>, again: bool) {
        let mut link = self.link.borrow_mut();
        if contents.is_empty() || link.client.is_none() {
            return;
        }
        link.contents.clone_from(&contents);
        let (mut names, mut size) = (Vec::new(), 0);
        let mut queue: Vec<(Source, Content)> = Vec::with_capacity(contents.len());
        let last = contents.len() - 1;
        for (place, content) in contents.into_iter().enumerate() {
            link.sources += 1;
            let (name, bytes) = described(&content);
            names.push(name.clone());
            size += bytes;
            queue.push((Source { id: link.sources, name, size: bytes, more: place < last }, content));
        }
        queue.reverse();
        link.queue = queue;
        link.pace = Pace::new(size);
        drop(link);
        self.tell.emit(Message::Begin { name: names.join(" + "), again });
        self.show_progress(Progress::default());
        self.read_next();
    }

    /// Sends the next file of the list.
    fn read_next(&self) {
        let mut link = self.link.borrow_mut();
        let (Some(client), Some((source, content))) = (link.client.clone(), link.queue.pop()) else { return };
        link.size = source.size;
        drop(link);
        match content {
            Content::File(file) => client.read_file(source, file),
            Content::Text(text) => client.read_bytes(source, text.as_bytes().to_vec()),
            Content::Sample => client.send(&Command::Read { source }),
        }
    }

    fn show_progress(&self, progress: Progress) {
        let show = self.link.borrow().progress.clone();
        if let Some(show) = show {
            show.emit(progress);
        }
    }

    fn hear(&self, said: Said) {
        match said {
            Said::Event(Event::Ready) => {}
            Said::Event(Event::Update(Update::Progress { done, total, rows, .. })) => {
                let progress = {
                    let link = &mut *self.link.borrow_mut();
                    link.pace.see(done, total, link.size, rows, clock::milliseconds())
                };
                self.show_progress(progress);
            }
            Said::Event(Event::Update(Update::File { name, kind, bytes })) => {
                if kind == "image/png" {
                    picture::save_as_png(&name, &bytes);
                } else {
                    download::save(&name, &kind, &bytes);
                }
            }
            Said::Event(Event::Update(Update::Window(window))) => {
                // Straight to the grid: a scroll redraws nothing else of the page.
                let grid = self.link.borrow().grid.clone();
                if let Some(grid) = grid {
                    grid.emit(*window);
                }
            }
            Said::Event(Event::Update(Update::Taken { .. })) => {
                {
                    let link = &mut *self.link.borrow_mut();
                    link.pace.file_done(link.size);
                }
                self.read_next();
            }
            Said::Event(Event::Update(Update::Kept { text })) => failure::keep_last_inputs(&text),
            Said::Event(Event::Update(Update::Entered(action))) => self.tell.emit(Message::Do(*action)),
            Said::Event(Event::Update(update)) => {
                if matches!(update, Update::Read { .. }) {
                    let link = &mut *self.link.borrow_mut();
                    link.held.clone_from(&link.contents);
                }
                self.tell.emit(Message::Told(Box::new(update)));
            }
            Said::Event(Event::Unreadable { .. }) => self.tell.emit(Message::Unreadable),
            Said::Event(Event::Probed { channels }) => {
                let in_worker = channels.iter().map(|(name, refused)| channel(name, true, *refused));
                let all = self.link.borrow().page_channels.iter().cloned().chain(in_worker).collect();
                self.tell.emit(Message::Sealed(seal(all)));
            }
            Said::Gone(why) => {
                let mut link = self.link.borrow_mut();
                link.queue.clear();
                // The list that was in before is read again rather than what may have been too much.
                let held = std::mem::take(&mut link.held);
                if !held.is_empty() {
                    link.contents = held;
                }
                let client = link.client.clone();
                drop(link);
                if let Some(client) = client {
                    client.restart();
                }
                self.tell.emit(Message::Crashed { memory: why == Gone::OutOfMemory });
            }
        }
    }
}

/// The name and the size in bytes.
fn described(content: &Content) -> (String, u64) {
    match content {
        Content::File(file) => files::described(file),
        Content::Text(text) => (String::new(), text.len() as u64),
        Content::Sample => (String::new(), SAMPLE.len() as u64),
    }
}

fn channel(name: &str, in_worker: bool, refused: bool) -> Channel {
    Channel { name: name.to_owned(), in_worker, refused }
}

/// Sealed only when there was an attempt and every attempt was refused.
fn seal(channels: Vec<Channel>) -> Seal {
    if !channels.is_empty() && channels.iter().all(|channel| channel.refused) {
        Seal::Sealed(channels)
    } else {
        Seal::Open(channels)
    }
}

/// Starts the engine once the page is sealed, and keeps it in step with the state.
#[hook]
pub fn use_engine(state: &Rc<State>, tell: &Callback<Message>) -> EngineHandle {
    let link = use_mut_ref(Link::default);
    let handle = EngineHandle { link, tell: tell.clone() };
    let is_up = use_state(|| 0_u32);

    use_effect_with((), {
        let (handle, is_up) = (handle.clone(), is_up.clone());
        move |()| {
            boot::on_ready(move |boot| {
                handle.page_tried(&boot.evidence);
                if !boot.sealed {
                    return;
                }
                let hearing = handle.clone();
                let lives = is_up.clone();
                let count = std::cell::Cell::new(0);
                let client = Client::start(boot.engine_module, boot.worker_url, move |said| {
                    if said == Said::Event(Event::Ready) {
                        // A new worker knows nothing: the effects below tell it everything again.
                        count.set(count.get() + 1);
                        lives.set(count.get());
                    }
                    hearing.hear(said);
                });
                let waiting = {
                    let mut link = handle.link.borrow_mut();
                    link.client = Some(client);
                    std::mem::take(&mut link.waiting)
                };
                handle.offer(waiting);
            });
        }
    });

    use_effect_with((*is_up, state.revision), {
        let (handle, state) = (handle.clone(), Rc::clone(state));
        move |(is_up, revision)| {
            if *is_up > 0 {
                handle.tell_inputs(*is_up, *revision, state.inputs.now());
            }
        }
    });
    let inputs = state.inputs.now();
    let further: Vec<_> =
        inputs.files.iter().map(|(name, file)| (name.clone(), file.reading.clone())).collect();
    let reading_options = (Rc::clone(&inputs.reading), further);
    use_effect_with(reading_options, {
        let (handle, has_list) = (handle.clone(), state.has_list);
        move |_| {
            // How the text is cut into cells changed: the file must be read once more.
            if has_list {
                handle.read_held_again();
            }
        }
    });
    use_effect_with((Rc::clone(&inputs.mapping), Rc::clone(&inputs.files)), {
        let handle = handle.clone();
        let is_refused = matches!(state.reading, Reading::Refused { .. });
        move |_| {
            // A list without a column of customers got one.
            if is_refused {
                handle.read_again();
            }
        }
    });
    use_effect_with((*is_up, state.request()), {
        let (handle, revision) = (handle.clone(), state.revision);
        move |(is_up, request)| {
            if *is_up > 0 {
                handle.send(&Command::Show { revision, request: request.clone() });
            }
        }
    });
    handle
}

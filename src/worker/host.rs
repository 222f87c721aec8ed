//! The worker's side: takes commands, drives the engine in short steps, and listens between them.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageChannel, MessageEvent};

use super::content::{Content, Stream};
use super::protocol::{Command, Event, SAMPLE};
use super::{ATTACHMENT, COMMAND};
use crate::engine::Engine;
use crate::platform::clock;
use crate::views::{Source, Update};

/// Members' answers and sessions are read whole, up to this size.
const LARGEST_OPENED: f64 = 256e6;
/// How long is worked before messages of the page are let in.
const WORK_MS: f64 = 12.0;
/// Progress is told this often.
const PROGRESS_MS: f64 = 60.0;

/// Starts the host in the worker this runs in. Does nothing elsewhere.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    std::panic::set_hook(Box::new(|panic| post_last_words(&panic.to_string())));
    let Ok(breath) = MessageChannel::new() else { return post_last_words("no MessageChannel") };
    let host = Rc::new(Host {
        scope: scope.clone(),
        breath,
        state: RefCell::new(State {
            engine: Engine::new(clock::today()),
            reading: None,
            told_at: 0.0,
            works: false,
        }),
    });
    let listening = Rc::clone(&host);
    EventListener::new(&scope, "message", move |event| {
        if let Some(message) = event.dyn_ref::<MessageEvent>() {
            listening.take(&message.data());
        }
    })
    // The worker listens for as long as it lives.
    .forget();
    host.post(&Event::Ready);
}

struct Host {
    scope: DedicatedWorkerGlobalScope,
    /// A message to ourselves lets messages of the page go first.
    breath: MessageChannel,
    state: RefCell<State>,
}

struct State {
    engine: Engine,
    reading: Option<Reading>,
    /// When progress was told last.
    told_at: f64,
    /// Whether [`Host::work`] runs.
    works: bool,
}

/// A source on its way into the engine.
struct Reading {
    source: u32,
    content: Content,
    /// Not here while its next slice is awaited.
    stream: Option<Stream>,
}

impl Host {
    fn take(self: &Rc<Self>, message: &JsValue) {
        let get = |name: &str| Reflect::get(message, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        let Ok(bytes) = get(COMMAND).dyn_into::<Uint8Array>() else { return };
        match postcard::from_bytes::<Command>(&bytes.to_vec()) {
            Ok(command) => self.obey(command, get(ATTACHMENT)),
            Err(error) => post_last_words(&format!("a command of another version: {error}")),
        }
        self.wake();
    }

    fn wake(self: &Rc<Self>) {
        if !self.state.borrow().works {
            self.state.borrow_mut().works = true;
            spawn_local(Rc::clone(self).work());
        }
    }

    fn obey(self: &Rc<Self>, command: Command, attachment: JsValue) {
        let state = &mut *self.state.borrow_mut();
        match command {
            Command::Read { source } => self.begin(state, source, attachment),
            Command::Inputs { revision, patch } => state.engine.change_inputs(revision, &patch),
            Command::Open => spawn_local(Rc::clone(self).open(attachment)),
            Command::Show { revision, request } => state.engine.show(revision, request),
            Command::Window { request } => state.engine.ask_window(request),
            Command::Download { what } => state.engine.download(what),
            Command::Picture { chart, png } => state.engine.picture(&chart, png),
            Command::Cancel => {
                state.reading = None;
                state.engine.cancel();
                self.post_value(&JsValue::TRUE);
            }
            Command::Probe { url } => spawn_local(Rc::clone(self).probe(url)),
        }
    }

    /// A new source overtakes one that is still being read.
    fn begin(&self, state: &mut State, source: Source, attachment: JsValue) {
        let content = match attachment.dyn_into::<File>() {
            Ok(file) => Some(Content::File(file)),
            Err(other) if other.is_undefined() => Some(Content::Bytes(Uint8Array::from(SAMPLE.as_bytes()))),
            Err(other) => {
                other.dyn_into::<ArrayBuffer>().ok().map(|buffer| Content::Bytes(Uint8Array::new(&buffer)))
            }
        };
        let Some(content) = content else { return self.post(&Event::Unreadable { source: source.id }) };
        state.reading = Some(Reading { source: source.id, content: content.clone(), stream: None });
        state.engine.read_again(source, Rc::new(content));
    }

    /// Works until there is nothing left to do, with a breath every now and then.
    async fn work(self: Rc<Self>) {
        let mut breath = now() + WORK_MS;
        loop {
            if !self.step() {
                let Some((source, stream)) = self.stream() else { break };
                self.feed(source, stream).await;
            }
            if now() > breath {
                self.breathe().await;
                breath = now() + WORK_MS;
            }
        }
        self.state.borrow_mut().works = false;
    }

    /// One step of the engine; false when it has nothing to do.
    fn step(&self) -> bool {
        let state = &mut *self.state.borrow_mut();
        let updates = state.engine.step();
        if let Some(source) = state.engine.lost() {
            state.reading = None;
            self.post(&Event::Unreadable { source });
        }
        let Some(updates) = updates else { return false };
        for update in updates {
            if let Update::Progress { .. } = update {
                let now = now();
                if now - state.told_at < PROGRESS_MS {
                    continue;
                }
                state.told_at = now;
            }
            self.post(&Event::Update(update));
        }
        true
    }

    /// The stream from which the engine wants more, at the right place.
    fn stream(&self) -> Option<(u32, Stream)> {
        let state = &mut *self.state.borrow_mut();
        let reading = state.reading.as_mut()?;
        let Some(wanted) = state.engine.wants() else {
            state.reading = None;
            return None;
        };
        let stream = reading.stream.take().filter(|stream| stream.at() == wanted);
        let stream = stream.unwrap_or_else(|| Stream::new(reading.content.clone(), wanted));
        Some((reading.source, stream))
    }

    async fn feed(&self, source: u32, mut stream: Stream) {
        let slice = stream.next().await;
        let state = &mut *self.state.borrow_mut();
        // While it came in, the person may have cancelled or opened another file.
        let Some(reading) = state.reading.as_mut().filter(|reading| reading.source == source) else { return };
        let Some((bytes, is_last)) = slice else {
            state.reading = None;
            state.engine.cancel();
            return self.post(&Event::Unreadable { source });
        };
        state.engine.feed(bytes.to_vec(), is_last);
        reading.stream = Some(stream);
    }

    /// Lets waiting messages in. A promise alone would not: it runs before them.
    async fn breathe(&self) {
        let (here, there) = (self.breath.port1(), self.breath.port2());
        let breath = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
        if there.post_message(&JsValue::NULL).is_ok() {
            // Cannot be rejected.
            let _ = JsFuture::from(breath).await;
        }
    }

    /// Reads small files whole, then works on.
    async fn open(self: Rc<Self>, attachment: JsValue) {
        let mut files = Vec::new();
        for file in Array::from(&attachment).iter().filter_map(|file| file.dyn_into::<File>().ok()) {
            let (name, size) = (file.name(), file.size());
            // A larger one is none of ours; it is told by its first bytes.
            let to = size.min(LARGEST_OPENED);
            let part = file.slice_with_f64_and_f64(0.0, to).map(|part| part.array_buffer());
            let bytes = match part {
                Ok(buffer) => JsFuture::from(buffer).await.map(|buffer| Uint8Array::new(&buffer).to_vec()),
                Err(error) => Err(error),
            };
            // What cannot be read from disk is told as an empty file is.
            files.push((name, bytes.unwrap_or_default()));
        }
        self.state.borrow_mut().engine.open(&files);
        self.wake();
    }

    async fn probe(self: Rc<Self>, url: String) {
        let mut channels = Vec::new();
        let probe =
            Reflect::get(&self.scope, &JsValue::from_str("kernklantProbe")).unwrap_or(JsValue::UNDEFINED);
        if let Ok(probe) = probe.dyn_into::<Function>()
            && let Ok(promise) = probe.call1(&JsValue::NULL, &JsValue::from_str(&url))
            && let Ok(list) = JsFuture::from(Promise::from(promise)).await
        {
            for pair in Array::from(&list).iter().map(|pair| Array::from(&pair)) {
                // A channel without an outcome counts as open.
                let channel = pair.get(0).as_string().unwrap_or_default();
                channels.push((channel, pair.get(1).as_bool().unwrap_or(false)));
            }
        }
        self.post(&Event::Probed { channels });
    }

    fn post(&self, event: &Event) {
        match postcard::to_allocvec(event) {
            Ok(bytes) => self.post_value(&Uint8Array::from(bytes.as_slice())),
            Err(error) => post_last_words(&format!("an event could not be written: {error}")),
        }
    }

    fn post_value(&self, value: &JsValue) {
        // Plain values always pass.
        let _ = self.scope.post_message(value);
    }
}

/// Milliseconds; a worker has no window to ask.
fn now() -> f64 {
    clock::now() as f64
}

/// Tells the page why there will be nothing more.
fn post_last_words(words: &str) {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        // The page also notices a crash by itself, only without these words.
        let _ = scope.post_message(&JsValue::from_str(words));
    }
}

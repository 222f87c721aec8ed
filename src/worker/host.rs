//! The worker's side: takes commands, drives the engine in short steps, and listens between them.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageChannel, MessageEvent};

use super::protocol::{Command, Event};
use super::{ATTACHMENT, COMMAND};
use crate::engine::Engine;
use crate::platform::clock;
use crate::views::Source;

/// How much of a file is held in memory at a time.
const SLICE_BYTES: u64 = 4 * 1024 * 1024;

/// Starts the host in the worker this runs in. Does nothing elsewhere.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    std::panic::set_hook(Box::new(|panic| post_last_words(&panic.to_string())));
    let Ok(breath) = MessageChannel::new() else { return post_last_words("no MessageChannel") };
    let host = Rc::new(Host {
        scope: scope.clone(),
        breath,
        state: RefCell::new(State { engine: Engine::new(clock::today()), reading: None, works: false }),
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
    /// Whether [`Host::work`] runs.
    works: bool,
}

/// A source on its way into the engine.
struct Reading {
    source: u32,
    content: Content,
    done: u64,
}

#[derive(Clone)]
enum Content {
    File(File),
    Bytes(Uint8Array),
}

/// A part of a source that is asked for.
struct Slice {
    source: u32,
    content: Content,
    from: u64,
    to: u64,
    last: bool,
}

impl Host {
    fn take(self: &Rc<Self>, message: &JsValue) {
        let get = |name: &str| Reflect::get(message, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        let Ok(bytes) = get(COMMAND).dyn_into::<Uint8Array>() else { return };
        match postcard::from_bytes::<Command>(&bytes.to_vec()) {
            Ok(command) => self.obey(command, get(ATTACHMENT)),
            Err(error) => post_last_words(&format!("a command of another version: {error}")),
        }
        if !self.state.borrow().works {
            self.state.borrow_mut().works = true;
            spawn_local(Rc::clone(self).work());
        }
    }

    fn obey(self: &Rc<Self>, command: Command, attachment: JsValue) {
        let state = &mut *self.state.borrow_mut();
        match command {
            Command::Read { source } => self.begin(state, source, attachment),
            Command::Inputs { revision, inputs } => state.engine.set_inputs(revision, *inputs),
            Command::Show { revision, request } => state.engine.show(revision, request),
            Command::Window { request } => state.engine.ask_window(request),
            Command::Download { what } => state.engine.download(what),
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
            Err(other) => {
                other.dyn_into::<ArrayBuffer>().ok().map(|buffer| Content::Bytes(Uint8Array::new(&buffer)))
            }
        };
        let Some(content) = content else { return self.post(&Event::Unreadable { source: source.id }) };
        state.reading = Some(Reading { source: source.id, content, done: 0 });
        state.engine.read(source);
    }

    /// Works until there is nothing left to do, with a breath after every step.
    async fn work(self: Rc<Self>) {
        loop {
            let updates = self.state.borrow_mut().engine.step();
            if let Some(updates) = updates {
                for update in updates {
                    self.post(&Event::Update(update));
                }
            } else {
                let Some(slice) = self.next_slice() else { break };
                let bytes = slice.bytes().await;
                self.feed(&slice, bytes);
            }
            self.breathe().await;
        }
        self.state.borrow_mut().works = false;
    }

    fn next_slice(&self) -> Option<Slice> {
        let state = self.state.borrow();
        let reading = state.reading.as_ref()?;
        let size = reading.content.size();
        let to = size.min(reading.done + SLICE_BYTES);
        Some(Slice {
            source: reading.source,
            content: reading.content.clone(),
            from: reading.done,
            to,
            last: to == size,
        })
    }

    fn feed(&self, slice: &Slice, bytes: Option<Vec<u8>>) {
        let state = &mut *self.state.borrow_mut();
        // While the slice came in, the person may have cancelled or opened another file.
        let Some(reading) = state.reading.as_mut().filter(|reading| reading.source == slice.source) else {
            return;
        };
        let Some(bytes) = bytes else {
            state.reading = None;
            state.engine.cancel();
            return self.post(&Event::Unreadable { source: slice.source });
        };
        reading.done = slice.to;
        if slice.last {
            state.reading = None;
        }
        state.engine.feed(&bytes, slice.last);
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

impl Content {
    fn size(&self) -> u64 {
        match self {
            Self::File(file) => file.size() as u64,
            Self::Bytes(bytes) => u64::from(bytes.length()),
        }
    }
}

impl Slice {
    /// The bytes; `None` when the file was moved, changed or locked since it was picked.
    async fn bytes(&self) -> Option<Vec<u8>> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes.subarray(self.from as u32, self.to as u32).to_vec()),
            Content::File(file) => {
                let part = file.slice_with_f64_and_f64(self.from as f64, self.to as f64).ok()?;
                let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
                Some(Uint8Array::new(&buffer).to_vec())
            }
        }
    }
}

/// Tells the page why there will be nothing more.
fn post_last_words(words: &str) {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        // The page also notices a crash by itself, only without these words.
        let _ = scope.post_message(&JsValue::from_str(words));
    }
}

//! The page's side: starts the worker, sends commands in order, and tells what came back or that the worker is gone.
//!
//! ```ignore
//! let client = Client::start(boot.engine_module, boot.worker_url, move |said| dispatch(said));
//! client.send(&Command::Show { revision, request });
//! client.read_file(source, file);           // the worker streams it; the page never reads it
//! client.send(&Command::Cancel);            // an answer is `Update::Cancelled`, never a failure
//! // on `Said::Gone`: client.restart(), then send the source, the inputs and the view again
//! ```

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::protocol::{Command, Event};
use super::{ATTACHMENT, COMMAND};
use crate::platform::clock;
use crate::views::Source;

/// A worker that is silent for this long after a cancel is ended.
const SILENCE_MS: u32 = 1000;

/// At most this many starts in this time: an engine that crashes at once must not start a storm of engines.
const STARTS: usize = 4;
const STARTS_WITHIN_MS: f64 = 10_000.0;

/// What the page hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The worker answered.
    Event(Event),
    /// The worker is gone and with it the list. [`Client::restart`] starts a new one.
    Gone(Gone),
}

/// Why a worker is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// It panicked or could not be started; with its last words.
    Crashed(String),
    /// Its memory did not suffice.
    OutOfMemory,
    /// It did not hear a cancel within a second and was ended.
    Silent,
}

/// The worker as the page sees it. Clones share one worker.
#[derive(Clone)]
pub struct Client {
    shared: Rc<Shared>,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shared, &other.shared)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Client").finish_non_exhaustive()
    }
}

struct Shared {
    module: WebAssembly::Module,
    worker_url: String,
    listen: Box<dyn Fn(Said)>,
    running: RefCell<Option<Running>>,
    /// When the last workers were started.
    starts: RefCell<Vec<f64>>,
}

/// One life of the worker.
struct Running {
    worker: Worker,
    /// Messages that wait for `Ready`; `None` once it came.
    queue: Option<Vec<Message>>,
    /// Runs while a cancel is unanswered.
    silence: Option<Timeout>,
    /// Dropping these stops listening.
    _listeners: [EventListener; 3],
}

struct Message {
    body: Object,
    transfer: Array,
}

impl Client {
    /// Starts a worker from what boot handed over. `listen` is called later, never from within these methods.
    pub fn start(module: WebAssembly::Module, worker_url: String, listen: impl Fn(Said) + 'static) -> Self {
        let shared = Shared {
            module,
            worker_url,
            listen: Box::new(listen),
            running: RefCell::new(None),
            starts: RefCell::default(),
        };
        let client = Self { shared: Rc::new(shared) };
        client.restart();
        client
    }

    /// Ends the worker, if it still lives, and starts a new, empty one. The page then sends everything again.
    /// After several starts in a short time it does nothing; the next command tries again.
    pub fn restart(&self) {
        self.shared.end();
        if !self.shared.may_start() {
            return;
        }
        match self.spawn() {
            Ok(running) => *self.shared.running.borrow_mut() = Some(running),
            Err(error) => self.gone_soon(words_of(&error)),
        }
    }

    /// Sends a command without attachment, in order, now or as soon as the worker is ready.
    pub fn send(&self, command: &Command) {
        self.dispatch(command, &JsValue::UNDEFINED, Array::new());
        if *command == Command::Cancel {
            self.expect_a_word();
        }
    }

    /// Reads a file; its handle crosses, the worker streams it.
    pub fn read_file(&self, source: Source, file: File) {
        self.dispatch(&Command::Read { source }, &file, Array::new());
    }

    /// Opens small files: members' answers or a session. The worker reads them.
    pub fn open_files(&self, files: &[File]) {
        self.dispatch(&Command::Open, &files.iter().collect::<Array>(), Array::new());
    }

    /// Reads bytes, such as pasted text in UTF-8. They are moved, not copied, to the worker.
    pub fn read_bytes(&self, source: Source, bytes: Vec<u8>) {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        self.dispatch(&Command::Read { source }, &buffer, Array::of1(&buffer));
    }

    fn dispatch(&self, command: &Command, attachment: &JsValue, transfer: Array) {
        let Ok(bytes) = postcard::to_allocvec(command) else {
            return self.gone_soon("a command could not be written".into());
        };
        if self.shared.running.borrow().is_none() {
            self.restart();
        }
        let body = Object::new();
        for (name, value) in
            [(COMMAND, Uint8Array::from(bytes.as_slice()).as_ref()), (ATTACHMENT, attachment)]
        {
            // Cannot fail on an object made here.
            let _ = Reflect::set(&body, &JsValue::from_str(name), value);
        }
        let message = Message { body, transfer };
        let mut running = self.shared.running.borrow_mut();
        let Some(running) = running.as_mut() else {
            return self.gone_soon("no engine".into());
        };
        match running.queue.as_mut() {
            Some(queue) => queue.push(message),
            None => post(&running.worker, &message),
        }
    }

    /// Says so after the caller is done.
    fn gone_soon(&self, words: String) {
        let shared = Rc::clone(&self.shared);
        spawn_local(async move { shared.gone(Gone::Crashed(words)) });
    }

    fn spawn(&self) -> Result<Running, JsValue> {
        let worker = Worker::new(&self.shared.worker_url)?;
        let listen = |name: &'static str, hear: fn(&Rc<Shared>, &web_sys::Event)| {
            let shared = Rc::downgrade(&self.shared);
            EventListener::new(&worker, name, move |event| {
                if let Some(shared) = shared.upgrade() {
                    hear(&shared, event);
                }
            })
        };
        let listeners = [
            listen("message", |shared, event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    shared.hear(&event.data());
                }
            }),
            listen("error", |shared, event| {
                let words = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
                shared.crashed(words);
            }),
            listen("messageerror", |shared, _| shared.gone(Gone::Crashed("an unreadable message".into()))),
        ];
        worker.post_message(&self.shared.module)?;
        Ok(Running { worker, queue: Some(Vec::new()), silence: None, _listeners: listeners })
    }

    fn expect_a_word(&self) {
        let shared = Rc::downgrade(&self.shared);
        let silence = Timeout::new(SILENCE_MS, move || {
            if let Some(shared) = shared.upgrade() {
                shared.gone(Gone::Silent);
            }
        });
        if let Some(running) = self.shared.running.borrow_mut().as_mut() {
            // A worker that is not ready yet cannot hear, and has nothing to cancel.
            running.silence = running.queue.is_none().then_some(silence);
        }
    }
}

impl Shared {
    fn hear(&self, data: &JsValue) {
        if let Some(running) = self.running.borrow_mut().as_mut() {
            running.silence = None;
        }
        if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
            match postcard::from_bytes::<Event>(&bytes.to_vec()) {
                Ok(event) => {
                    if event == Event::Ready {
                        self.send_what_waits();
                    }
                    (self.listen)(Said::Event(event));
                }
                Err(error) => self.gone(Gone::Crashed(format!("an event of another version: {error}"))),
            }
        } else if let Some(words) = data.as_string() {
            self.crashed(words);
        }
    }

    /// A panic tells its words first. What stops without any, or says so, had no memory left: the allocator can only
    /// trap.
    fn crashed(&self, words: String) {
        const SIGNS: [&str; 4] = ["unreachable", "emory", "capacity overflow", "llocation"];
        let is_memory = SIGNS.iter().any(|sign| words.contains(sign));
        if is_memory {
            web_sys::console::error_1(&JsValue::from_str(&words));
        }
        self.gone(if is_memory { Gone::OutOfMemory } else { Gone::Crashed(words) });
    }

    /// Counts this start, unless there were too many just now.
    fn may_start(&self) -> bool {
        let now = clock::milliseconds();
        let mut starts = self.starts.borrow_mut();
        starts.retain(|start| now - start < STARTS_WITHIN_MS);
        let may = starts.len() < STARTS;
        if may {
            starts.push(now);
        }
        may
    }

    fn send_what_waits(&self) {
        if let Some(running) = self.running.borrow_mut().as_mut() {
            for message in running.queue.take().unwrap_or_default() {
                post(&running.worker, &message);
            }
        }
    }

    fn gone(&self, why: Gone) {
        self.end();
        if let Gone::Crashed(words) = &why {
            // The screen says what to do; this is for whoever is asked why.
            web_sys::console::error_1(&JsValue::from_str(words));
        }
        (self.listen)(Said::Gone(why));
    }

    fn end(&self) {
        let running = self.running.borrow_mut().take();
        if let Some(running) = running {
            running.worker.terminate();
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.end();
    }
}

fn post(worker: &Worker, message: &Message) {
    // Only values that cannot be cloned are refused, and we send none.
    let _ = worker.post_message_with_transfer(&message.body, &message.transfer);
}

fn words_of(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| error.as_string().unwrap_or_default(), |error| String::from(error.message()))
}

//! The page's side: starts the worker, sends commands in order, and tells what came back or that the worker is gone.
//!
//! ```ignore
//! let client = Client::start(boot.engine_module, boot.worker_url, move |said| dispatch(said));
//! client.send(&Command::Show { revision, request });
//! client.read_file(source, file);           // the worker streams it; the page never reads it
//! client.send(&Command::Cancel);            // an answer is `Update::Cancelled`, never a failure
//! // on `Said::Gone`: client.restart(), then send the source, the inputs and the view again
//! ```

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::protocol::{Command, Event};
use super::{ATTACHMENT, COMMAND};
use crate::views::Source;

/// A worker that is silent for this long after a cancel is ended.
const SILENCE_MS: u32 = 1000;

/// A worker that failed this often before it was ready is not started again: it would only fail once more.
const TRIES: u32 = 3;

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
    /// It panicked, ran out of memory or could not be started; with its last words.
    Crashed(String),
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
    /// Starts since the last `Ready`.
    tries: Cell<u32>,
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
    /// Starts a worker from what boot handed over. `listen` is called later, never from within these methods,
    /// but for a worker that cannot be started at all.
    pub fn start(module: WebAssembly::Module, worker_url: String, listen: impl Fn(Said) + 'static) -> Self {
        let shared = Shared {
            module,
            worker_url,
            listen: Box::new(listen),
            running: RefCell::new(None),
            tries: Cell::new(0),
        };
        let client = Self { shared: Rc::new(shared) };
        client.restart();
        client
    }

    /// Ends the worker, if it still lives, and starts a new, empty one. The page then sends everything again.
    /// After several starts that never got ready it does nothing any more.
    pub fn restart(&self) {
        self.shared.end();
        if self.shared.tries.replace(self.shared.tries.get() + 1) >= TRIES {
            return;
        }
        match self.spawn() {
            Ok(running) => *self.shared.running.borrow_mut() = Some(running),
            Err(error) => self.shared.gone(Gone::Crashed(words_of(&error))),
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

    /// Reads bytes, such as pasted text in UTF-8. They are moved, not copied, to the worker.
    pub fn read_bytes(&self, source: Source, bytes: Vec<u8>) {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        self.dispatch(&Command::Read { source }, &buffer, Array::of1(&buffer));
    }

    fn dispatch(&self, command: &Command, attachment: &JsValue, transfer: Array) {
        let Ok(bytes) = postcard::to_allocvec(command) else {
            return self.shared.gone(Gone::Crashed("a command could not be written".into()));
        };
        let body = Object::new();
        for (name, value) in
            [(COMMAND, Uint8Array::from(bytes.as_slice()).as_ref()), (ATTACHMENT, attachment)]
        {
            // Cannot fail on an object made here.
            let _ = Reflect::set(&body, &JsValue::from_str(name), value);
        }
        let message = Message { body, transfer };
        if let Some(running) = self.shared.running.borrow_mut().as_mut() {
            match running.queue.as_mut() {
                Some(queue) => queue.push(message),
                None => post(&running.worker, &message),
            }
        }
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
                shared.gone(Gone::Crashed(words));
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
            self.gone(Gone::Crashed(words));
        }
    }

    fn send_what_waits(&self) {
        self.tries.set(0);
        if let Some(running) = self.running.borrow_mut().as_mut() {
            for message in running.queue.take().unwrap_or_default() {
                post(&running.worker, &message);
            }
        }
    }

    fn gone(&self, why: Gone) {
        self.end();
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

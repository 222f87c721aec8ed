//! What every component may read: the state, the words of its language, and a way to say that something happened.

use std::rc::Rc;

use yew::prelude::*;

use super::hooks::EngineHandle;
use super::state::{Message, State};
use crate::i18n::{Format, Texts, texts};
use crate::inputs::{Action, Inputs};
use crate::recipe::Setting;

/// The page as a component sees it.
#[derive(Clone)]
pub struct Page {
    pub state: Rc<State>,
    pub tell: Callback<Message>,
    pub engine: EngineHandle,
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.engine == other.engine && self.tell == other.tell
    }
}

impl Page {
    /// The words of the reader's language.
    pub fn texts(&self) -> &'static Texts {
        texts(self.state.language)
    }

    /// How figures are written for this reader.
    pub fn format(&self) -> Format {
        self.state.format()
    }

    /// What the person entered.
    pub fn inputs(&self) -> &Inputs {
        self.state.inputs.now()
    }

    /// The number entered at a path of the recipe. The page's own inputs are shown, not the engine's echo, so that a dragged
    /// slider never jumps back; `None` = the default holds, which the engine tells.
    pub fn entered_number(&self, path: &str) -> Option<f64> {
        match self.inputs().settings.get(path)? {
            Setting::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text entered at a path of the recipe.
    pub fn entered_text(&self, path: &str) -> Option<&str> {
        match self.inputs().settings.get(path)? {
            Setting::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A callback that enters numbers at a path of the recipe; an empty box takes the setting back.
    pub fn enters_number(&self, path: String) -> Callback<Option<f64>> {
        let tell = self.tell.clone();
        Callback::from(move |number: Option<f64>| {
            let value = number.map(Setting::Number);
            tell.emit(Message::Do(Action::Set { path: path.clone(), value }));
        })
    }

    /// A callback that says this message, whatever the event.
    pub fn on<E: 'static>(&self, message: Message) -> Callback<E> {
        let tell = self.tell.clone();
        Callback::from(move |_| tell.emit(message.clone()))
    }

    /// A callback that makes a message of its event.
    pub fn with<E: 'static>(&self, make: impl Fn(E) -> Message + 'static) -> Callback<E> {
        let tell = self.tell.clone();
        Callback::from(move |event| tell.emit(make(event)))
    }
}

/// The page, for components. Panics only when used outside of `App`, which a test would show at once.
#[hook]
pub fn use_page() -> Page {
    #[allow(clippy::expect_used, reason = "App always provides it; nothing a user does can take it away")]
    use_context::<Page>().expect("inside App")
}

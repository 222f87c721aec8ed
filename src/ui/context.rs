//! What every component may read: the state, the words of its language, and a way to say that something happened.

use std::rc::Rc;

use yew::prelude::*;

use super::hooks::EngineHandle;
use super::state::{Message, State};
use crate::i18n::{Format, Texts, texts};
use crate::inputs::Inputs;
use crate::recipe::Setting;
use crate::views::sheet::Doing;

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

    /// What a control of the sheet was given since its newest picture.
    pub fn given(&self, control: &Doing) -> Option<&Setting> {
        self.state.given.iter().find(|(known, _)| known == control).map(|(_, value)| value)
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

//! Controls for settings: value, default, reset and message, from the path alone.

use super::{Choice, Control, ControlKind, Doing, Link};
use crate::i18n::{Format, words};
use crate::recipe::{Setting, Settings};
use crate::views::Request;

/// Makes controls that edit the recipe.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    settings: &'a Settings,
    format: Format,
}

impl<'a> Setter<'a> {
    /// For the settings in force and the reader of this request.
    pub fn new(settings: &'a Settings, request: &Request) -> Self {
        Self { settings, format: request.format }
    }

    /// A number; `unit` stands behind the box.
    pub fn number(self, path: &str, label: impl Into<String>, unit: &str) -> Control {
        self.scaled(path, label, unit, 1.0)
    }

    /// A share, shown and typed in percent.
    pub fn percent(self, path: &str, label: impl Into<String>) -> Control {
        self.scaled(path, label, "%", 100.0)
    }

    fn scaled(self, path: &str, label: impl Into<String>, unit: &str, scale: f64) -> Control {
        // What was typed stays in the box, also when something else is computed with.
        let value = match self.settings.entered(path) {
            Some(Setting::Number(number)) => Some(*number),
            _ => self.settings.number(path),
        };
        let kind =
            ControlKind::Number { value: value.map(|value| value * scale), scale, unit: unit.to_owned() };
        let shown = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| self.format.short_number(value * scale, 2))
        };
        let mut control = self.control(path, label, kind, &shown(self.settings.default_number(path)));
        if self.settings.refused(path) {
            control.message =
                words::sheet::out_of_range(self.format.language, &shown(self.settings.number(path)));
        }
        control
    }

    /// One of several names, each with its words.
    pub fn choice(self, path: &str, label: impl Into<String>, choices: &[(&str, String)]) -> Control {
        let now = self.settings.text(path).unwrap_or_default();
        let chosen = choices.iter().position(|(name, _)| *name == now);
        let choice = |(name, label): &(&str, String)| Choice {
            label: label.clone(),
            doing: Doing::set(path, Setting::Name((*name).to_owned())),
        };
        let kind = ControlKind::Choices {
            choices: choices.iter().map(choice).collect(),
            chosen,
            as_list: choices.len() > 5,
        };
        Control { reset: None, ..self.control(path, label, kind, "") }
    }

    /// On or off.
    pub fn flag(self, path: &str, label: impl Into<String>) -> Control {
        let kind = ControlKind::Toggle { on: self.settings.flag(path), off: Doing::Nothing };
        self.control(path, label, kind, "")
    }

    /// A text in the reader's language; `path` leads to a pair of texts.
    pub fn text(self, path: &str, label: impl Into<String>, lines: u8) -> Control {
        let path = format!("{path}/{}", self.format.language.code());
        let value = self.settings.text(&path).unwrap_or_default().to_owned();
        let kind = ControlKind::Text { value, lines, placeholder: String::new() };
        self.control(&path, label, kind, "")
    }

    /// Back to the defaults of a whole part, when anything in it differs.
    pub fn reset(self, path: &str) -> Option<Link> {
        self.settings.differs(path).then(|| Link {
            label: words::sheet::reset_all(self.format.language),
            doing: Doing::reset(path),
            id: format!("reset{}", path.replace('/', "-")),
            ..Link::default()
        })
    }

    fn control(self, path: &str, label: impl Into<String>, kind: ControlKind, default: &str) -> Control {
        let label = label.into();
        let id = format!("set{}", path.replace('/', "-"));
        let changed = self.settings.differs(path) || self.settings.entered(path).is_some();
        let reset = (changed && !self.settings.is_own(path)).then(|| Link {
            label: words::sheet::reset_to(self.format.language, default),
            id: format!("re{id}"),
            doing: Doing::reset(path),
            ..Link::default()
        });
        Control { id, label, kind, doing: Doing::Setting(path.to_owned()), reset, ..Control::default() }
    }
}

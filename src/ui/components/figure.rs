//! One key figure with its label and its why.

use yew::prelude::*;

use super::why;
use crate::ui::context::Page;

/// A figure on screen, and as a plain number for those who check.
pub struct Figure {
    /// Stable: the figure is found as `figure-<name>`.
    pub name: &'static str,
    pub label: &'static str,
    /// The plain number, at full precision; empty when unknown.
    pub value: String,
    /// As people read it.
    pub shown: String,
    /// The sentences behind it.
    pub why: Html,
}

impl Figure {
    /// A term and its value, for a `<dl class="figures">`.
    pub fn view(self, page: &Page) -> Html {
        html! {
            <div class="figure" data-testid={format!("figure-{}", self.name)} data-value={self.value}>
                <dt>{ self.label }</dt>
                <dd class="value">{ self.shown }</dd>
                <dd>{ why(page.texts().shell.why, self.why) }</dd>
            </div>
        }
    }
}

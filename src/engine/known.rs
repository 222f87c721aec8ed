//! What the engine knows of the person: the inputs, and the recipe that follows from them.

use std::rc::Rc;

use super::stage::Stage;
use crate::inputs::Inputs;
use crate::recipe::{Recipe, Settings};

/// Inputs with their recipe. Cheap to copy: both are shared.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub inputs: Inputs,
    pub settings: Rc<Settings>,
}

impl Known {
    /// The newest inputs; the recipe is put together again only when a setting changed.
    #[must_use]
    pub fn with(&self, inputs: Inputs) -> Self {
        let settings = if inputs.settings == self.inputs.settings {
            Rc::clone(&self.settings)
        } else {
            Rc::new(Settings::new(&inputs.settings))
        };
        Self { inputs, settings }
    }

    /// The recipe in force.
    pub fn recipe(&self) -> &Recipe {
        &self.settings.recipe
    }

    /// The first stage that must be computed again once `newer` holds.
    pub fn first_changed(&self, newer: &Known) -> Stage {
        Stage::first_changed((&self.inputs, self.recipe()), (&newer.inputs, newer.recipe()))
    }
}

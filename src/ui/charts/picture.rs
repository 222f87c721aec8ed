//! A scene that many components share: equal when it is the very same one, so that comparing costs nothing.

use std::ops::Deref;
use std::rc::Rc;

use yew::html::IntoPropValue;

use crate::chart::scene::Scene;

/// A shared scene.
#[derive(Clone, Debug)]
pub struct Picture(Rc<Scene>);

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Picture {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.0
    }
}

impl From<Scene> for Picture {
    fn from(scene: Scene) -> Self {
        Self(Rc::new(scene))
    }
}

impl From<Rc<Scene>> for Picture {
    fn from(scene: Rc<Scene>) -> Self {
        Self(scene)
    }
}

impl IntoPropValue<Picture> for Scene {
    fn into_prop_value(self) -> Picture {
        self.into()
    }
}

impl IntoPropValue<Picture> for Rc<Scene> {
    fn into_prop_value(self) -> Picture {
        self.into()
    }
}

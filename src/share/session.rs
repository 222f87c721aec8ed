//! A session: everything that was entered, to go on with later, on this list or a newer one. It does not hold the list.

use crate::sorted::SortedMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{ListMark, OpenError, broken};
use crate::inputs::Inputs;

/// What a session says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Everything entered; its names tell what the customers were called.
    pub inputs: Inputs,
    /// The day it was saved, as `2026-11-23`.
    pub saved: String,
    /// The file the list came from; empty for pasted text.
    pub list_name: String,
    pub list: ListMark,
}

#[derive(Deserialize, Serialize)]
#[serde(default)]
#[derive(Default)]
struct Wire {
    saved: String,
    list_name: String,
    list: ListMark,
    names: SortedMap<String, String>,
    /// Sections that an older version did not know keep their defaults.
    inputs: Inputs,
}

/// A session as a file, readable with the eye.
pub fn write_session(session: &Session) -> Vec<u8> {
    let mut inputs = session.inputs.clone();
    let names = std::mem::take(Rc::make_mut(&mut inputs.names));
    let wire = json!({
        "kernklant": "session",
        "version": 1,
        "saved": session.saved,
        "list_name": session.list_name,
        "list": session.list,
        "names": names,
        "inputs": inputs,
    });
    // Nothing in it that JSON cannot say.
    serde_json::to_vec_pretty(&wire).unwrap_or_default()
}

impl Session {
    pub(super) fn from_json(json: Value) -> Result<Self, OpenError> {
        let wire: Wire = serde_json::from_value(json).map_err(|error| broken(&error))?;
        let inputs = Inputs { names: Rc::new(wire.names), ..wire.inputs };
        Ok(Self { inputs, saved: wire.saved, list_name: wire.list_name, list: wire.list })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Action;
    use crate::recipe::Level;
    use crate::share::{Shared, open};

    #[test]
    fn a_session_comes_back_as_it_was() {
        let customer = || "K1".to_owned();
        let mut inputs = [
            Action::Answer { customer: customer(), answer: Some(4), at: 10 },
            Action::Final { customer: customer(), answer: Some(5), at: 11 },
            Action::Choose { customer: customer(), core: true, proposed: false },
            Action::Reason { customer: customer(), core: true, text: "opent \"deuren\"".into() },
            Action::Level { customer: customer(), level: Some(Level::B) },
            Action::Pick { customer: customer(), on: true, proposed: false },
        ]
        .iter()
        .fold(Inputs::default(), Inputs::after);
        inputs.names = Rc::new([(customer(), "Bakker Smit".to_owned())].into());
        let session = Session {
            inputs,
            saved: "2026-11-23".into(),
            list_name: "klanten.csv".into(),
            list: ListMark { fingerprint: "00ff".into(), customers: 3 },
        };
        assert_eq!(open(&write_session(&session)), Ok(Shared::Session(Box::new(session))));
    }
}

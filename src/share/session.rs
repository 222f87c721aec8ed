//! The session file: everything the person entered, as JSON with a version. It holds customer keys, never rows.

use serde::{Deserialize, Serialize};

use crate::inputs::{Inputs, SessionError};

/// The version this build writes.
const VERSION: u32 = 1;
/// What tells our files from other JSON.
const KIND: &str = "kernklant-session";

#[derive(Serialize)]
struct Written<'a> {
    kind: &'a str,
    version: u32,
    inputs: &'a Inputs,
}

#[derive(Deserialize)]
struct Envelope {
    kind: String,
    version: u32,
}

#[derive(Deserialize)]
struct Contents {
    inputs: Inputs,
}

/// The inputs as a file.
pub fn write(inputs: &Inputs) -> String {
    // Maps of text to data are always JSON; an empty file would be refused on opening.
    serde_json::to_string(&Written { kind: KIND, version: VERSION, inputs }).unwrap_or_default()
}

/// The inputs of a file.
///
/// # Errors
/// [`SessionError`]; the envelope is read before its contents, so a newer file is told as such.
pub fn read(text: &str) -> Result<Inputs, SessionError> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|_| SessionError::Broken)?;
    if envelope.kind != KIND {
        return Err(SessionError::Broken);
    }
    if envelope.version > VERSION {
        return Err(SessionError::Newer);
    }
    serde_json::from_str::<Contents>(text).map(|contents| contents.inputs).map_err(|_| SessionError::Broken)
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::inputs::{Action, Inputs, SessionError};
    use crate::recipe::Sign;

    fn entered() -> Inputs {
        [
            Action::Answer { customer: "K1".into(), answer: Some(5), at: 7 },
            Action::Sign {
                customer: "K1".into(),
                sign: Sign::Raves,
                says: Some(crate::panic::Tri::Yes),
                at: 8,
            },
            Action::Choose { customer: "K2".into(), core: true, proposed: false },
            Action::Reason { customer: "K2".into(), core: true, text: "opent deuren".into() },
            Action::Level { customer: "K3".into(), level: Some(crate::recipe::Level::B) },
            Action::MapColumn {
                column: "Omzet".into(),
                before: None,
                field: Some(crate::customers::Field::Revenue),
            },
        ]
        .iter()
        .fold(Inputs::default(), |inputs, action| inputs.after(action))
    }

    fn check(text: &str, expected: Result<Inputs, SessionError>) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn what_was_saved_comes_back_whole() {
        check(&write(&entered()), Ok(entered()));
        check(&write(&Inputs::default()), Ok(Inputs::default()));
    }

    #[test]
    fn other_files_are_told_apart() {
        check("", Err(SessionError::Broken));
        check("[1,2]", Err(SessionError::Broken));
        check(r#"{"kind":"something","version":1,"inputs":{}}"#, Err(SessionError::Broken));
        check(r#"{"kind":"kernklant-session","version":99,"inputs":{"new":1}}"#, Err(SessionError::Newer));
        check(
            r#"{"kind":"kernklant-session","version":1,"inputs":{"answers":5}}"#,
            Err(SessionError::Broken),
        );
        check(r#"{"kind":"kernklant-session","version":1,"inputs":{}}"#, Ok(Inputs::default()));
    }
}

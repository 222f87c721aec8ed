//! Files that outlive a build: a member's answers, a whole session, a recipe. Each names its kind and version; what they hold
//! is frozen by samples in `tests/wire.rs`.

mod answers_file;
mod fingerprint;
mod recipe_file;
mod session;

use serde_json::Value;

pub use answers_file::{AnswersFile, write_answers};
pub use fingerprint::{ListMark, fingerprint};
pub use recipe_file::{RecipeFile, write_recipe};
pub use session::{Session, write_session};

/// The ending of a member's answers and of a session.
pub const ANSWERS_ENDING: &str = "kernklant-answers";
pub const SESSION_ENDING: &str = "kernklant";

/// A larger file is none of ours; reading it would only fill the memory.
const LARGEST: usize = 256 << 20;

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    Answers(AnswersFile),
    Session(Box<Session>),
    Recipe(RecipeFile),
}

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing in it.
    Empty,
    /// Not a file of this program.
    Foreign,
    /// It begins as one of ours and then breaks off or says something impossible; where, as (line, column).
    Broken { line: usize, column: usize },
    /// Made by a newer version of this program.
    Newer { version: u64 },
}

/// Reads a member's answers, a session or a recipe, told apart by what they say of themselves. The short form
/// `{"version":1,"rater":"…","answers":{"<id>":0…5}}` is answers too.
///
/// # Errors
/// [`OpenError`]: nothing of the file is used then.
pub fn open(bytes: &[u8]) -> Result<Shared, OpenError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    if bytes.is_empty() {
        return Err(OpenError::Empty);
    }
    if bytes[0] != b'{' || bytes.len() > LARGEST {
        return Err(OpenError::Foreign);
    }
    let says_ours = bytes.windows(11).take(200).any(|part| part == b"\"kernklant\"");
    let json: Value = match serde_json::from_slice(bytes) {
        Ok(json) => json,
        Err(error) if says_ours => return Err(broken(&error)),
        Err(_) => return Err(OpenError::Foreign),
    };
    let kind = json.get("kernklant").and_then(Value::as_str);
    let is_answers = kind == Some("answers") || (kind.is_none() && json.get("answers").is_some());
    let version = json.get("version").and_then(Value::as_u64).unwrap_or(0);
    match (is_answers, kind) {
        (true, _) | (_, Some("session" | "recipe")) if version > 1 => Err(OpenError::Newer { version }),
        (true, _) => AnswersFile::from_json(json).map(Shared::Answers),
        (false, Some("session")) => {
            Session::from_json(json).map(|session| Shared::Session(Box::new(session)))
        }
        (false, Some("recipe")) => RecipeFile::from_json(json).map(Shared::Recipe),
        _ => Err(OpenError::Foreign),
    }
}

fn broken(error: &serde_json::Error) -> OpenError {
    OpenError::Broken { line: error.line(), column: error.column() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, OpenError>) {
        let found = open(text.as_bytes()).map(|shared| match shared {
            Shared::Answers(_) => "answers",
            Shared::Session(_) => "session",
            Shared::Recipe(_) => "recipe",
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_file_says_what_it_is() {
        check(r#"{"version":1,"rater":"Els","answers":{"K1":5}}"#, Ok("answers"));
        check("\u{feff}{\"version\":1,\"answers\":{}}\n", Ok("answers"));
        check(r#"{"kernklant":"session","version":1,"inputs":{}}"#, Ok("session"));
        check(r#"{"kernklant":"recipe","version":1,"settings":{}}"#, Ok("recipe"));
    }

    #[test]
    fn what_is_not_ours_or_broken_is_told_apart() {
        check("", Err(OpenError::Empty));
        check("Klant;Omzet\n1;2", Err(OpenError::Foreign));
        check(r#"{"name":"package"}"#, Err(OpenError::Foreign));
        check(r#"{"kernklant":"answers","version":1,"answ"#, Err(OpenError::Broken { line: 1, column: 40 }));
        check(r#"{"version":1,"answers":{"K1":6}}"#, Err(OpenError::Broken { line: 0, column: 0 }));
        check(r#"{"kernklant":"answers","version":9,"answers":{}}"#, Err(OpenError::Newer { version: 9 }));
        check(r#"{"kernklant":"session","version":2}"#, Err(OpenError::Newer { version: 2 }));
        check(r#"{"kernklant":"recipe","version":3}"#, Err(OpenError::Newer { version: 3 }));
        let wrong = r#"{"kernklant":"recipe","version":1,"settings":[]}"#;
        check(wrong, Err(OpenError::Broken { line: 0, column: 0 }));
    }
}

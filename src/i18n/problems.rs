//! Stand-in until intake writes this file: problems in words.
use super::Language;
use crate::customers::RowNote;
use crate::table::{Problem, ReadError};
pub struct Explained {
    pub kind: String,
    pub what: String,
    pub remedy: String,
}
pub fn explain(problem: &Problem, _l: Language) -> Explained {
    Explained {
        kind: problem.kind.key().into(),
        what: format!("{} {:?} {}", problem.row, problem.column, problem.value),
        remedy: String::new(),
    }
}
pub fn explain_refusal(e: &ReadError, _l: Language) -> Explained {
    Explained { kind: String::new(), what: e.to_string(), remedy: String::new() }
}
pub fn explain_note(n: &RowNote, _l: Language) -> String {
    n.kind.key().into()
}

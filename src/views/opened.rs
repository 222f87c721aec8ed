//! What became of files that were opened: members' answers and sessions.

use crate::inputs::Patch;
use crate::share::OpenError;

/// One file and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The name of the file.
    pub file: String,
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A member's answers were taken over.
    Merged {
        /// Empty when the file names nobody.
        rater: String,
        answers: usize,
        /// Found under another id or a name written otherwise.
        found_by_name: usize,
        /// Names of customers that are not in the list; kept and listed.
        unmatched: Vec<String>,
        /// The same person was there already: the newer of two answers stays.
        again: bool,
        /// Somebody else of this team has the same id under another name: both are kept apart.
        apart: Option<Namesake>,
        /// Made with another version of the list.
        other_version: bool,
    },
    /// Answers about customers of another list; not taken over. `anyway` does it all the same.
    OtherList { rater: String, answers: usize, found: usize, anyway: Box<Patch> },
    /// A session was opened.
    Session {
        saved: String,
        list_name: String,
        /// Customers something was entered about, and those of them that are not in the list that is in.
        customers: usize,
        unmatched: usize,
        /// No list is in yet.
        waiting: bool,
        /// Whose round it is, where it is not clear who goes on with it.
        person: Option<Whose>,
    },
    /// It cannot be used; nothing of it was.
    Refused(OpenError),
}

/// Two members who have one id, since one went on with the round of the other, or one who changed name.
#[derive(Clone, Debug, PartialEq)]
pub struct Namesake {
    /// The keys of both among the members.
    pub key: String,
    pub other: String,
    pub other_name: String,
}

/// Whose round was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Whose {
    /// The key among the members.
    pub key: String,
    pub name: String,
    /// The id of who was at this page before; empty when nobody had answered.
    pub myself: String,
}

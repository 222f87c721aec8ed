//! The worker boundary: what crosses it, and a thin shell on either side.
//!
//! Page to worker: first the compiled module (see `index/worker.js`), then objects `{ command, attachment }` with the
//! command in bytes and beside it a `File` or an `ArrayBuffer`. Worker to page: an event in bytes, `true` for
//! "I heard your cancel", or a string with the last words of a crash.

pub mod client;
mod content;
pub mod host;
pub mod protocol;

/// The property that holds the command's bytes.
const COMMAND: &str = "command";
/// The property that holds the `File` or `ArrayBuffer` of a `Read`.
const ATTACHMENT: &str = "attachment";

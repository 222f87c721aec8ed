//! Table: bytes in, header and cells out, with every problem on the way.

use serde::{Deserialize, Serialize};

/// Why nothing at all could be read. Everything less than this is a [`Problem`] and the rest is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// A header and no rows.
    #[error("there is a header and nothing below it")]
    HeaderOnly,
    /// Not text, and no format we know; `kind` names it when the first bytes tell (pdf, png, zip …).
    #[error("this is not a text table: {kind}")]
    Binary { kind: String },
    /// No column can name the customers.
    #[error("no column names the customers")]
    NoCustomerColumn,
}

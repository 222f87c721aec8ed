//! Everything the person entered: the page's only state.

use serde::{Deserialize, Serialize};

/// Everything the person entered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inputs {}

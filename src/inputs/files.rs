//! Files: what the person overrules of a second and further file; the first has the inputs' own reading and mapping.

use serde::{Deserialize, Serialize};

use crate::customers::MappingChoice;
use crate::table::ReadOptions;

/// How one file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileChoice {
    pub reading: ReadOptions,
    pub mapping: MappingChoice,
}

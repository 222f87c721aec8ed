//! Choosing core customers: criteria, scores, a proposal, and the person's choice with reasons (GT, METHOD section 9).

mod choices;
mod selection;

pub use choices::{Choice, Choices};
pub use selection::{CoreWhy, CriterionScore, RankedBy, ScoreSource, Selection, criteria, selection};

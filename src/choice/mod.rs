//! Choosing core customers: criteria, scores, a proposal, and the person's choice with reasons (GT, METHOD section 9).

mod choices;
mod criteria;
mod selection;

pub use choices::{Choice, Choices};
pub use criteria::{Criteria, CriterionScore, ScoreSource};
pub use selection::{ChoiceBasis, CoreWhy, ProspectFit, RankedBy, Selection, selection};

//! Choosing core customers: criteria, scores, a proposal, and the person's choice with reasons (GT, METHOD section 9).

mod choices;
mod criteria;
mod ideal;
mod selection;

pub use choices::{Choice, Choices};
pub use criteria::{Criteria, CriterionScore, ScoreSource};
pub use ideal::{Ideal, ProspectFit, ideal};
pub use selection::{ChoiceBasis, CoreWhy, RankedBy, Selection, selection};

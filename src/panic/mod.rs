//! The panic question: answers in; index, agreement and the mutual-importance map out (GT, METHOD section 7).

mod agreement;
mod answers;
mod gather;
mod results;

pub use agreement::{Distance, alpha};
pub use answers::{Answers, CustomAnswer, CustomerAnswer, FinalAnswer, Rater, Reason, Tri};
pub use results::{Agreement, MapField, Panic, PanicOf, ReasonCount, index_of, panic, sign_place};

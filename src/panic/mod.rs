//! The panic question: answers in; index, agreement and the mutual-importance map out (GT, METHOD section 7).

mod agreement;
mod answers;
mod gather;
mod groups;
mod pace;
mod results;

pub use agreement::{Distance, alpha};
pub use answers::{Answers, CustomAnswer, CustomerAnswer, FinalAnswer, Rater, Reason, Tri};
pub use groups::{AskGroup, GroupBy, GroupKey, ask_groups, group_name};
pub use pace::seconds_each;
pub use results::{
    Agreement, MapField, Panic, PanicBasis, PanicOf, ReasonCount, index_of, panic, sign_place,
};

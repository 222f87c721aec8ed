//! Small pieces that several screens share. What has no state of its own is a function of the page, not a component.

mod header;
mod icon;
mod letter;
mod line_input;
mod number_input;
mod page_head;
mod pager;
mod seal_sign;
mod why;

pub use header::header;
pub use icon::{Symbol, icon};
pub use letter::{letter_badge, level_badge};
pub use line_input::LineInput;
pub use number_input::NumberInput;
pub use page_head::{page_foot, page_head};
pub use pager::{pager, search};
pub use seal_sign::{seal_panel, seal_sign};
pub use why::why;

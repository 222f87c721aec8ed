//! Small pieces that several screens share. What has no state of its own is a function of the page, not a component.

mod header;
mod icon;
mod page_head;
mod seal_sign;
mod why;

pub use header::header;
pub use icon::{Symbol, icon};
pub use page_head::{page_foot, page_head};
pub use seal_sign::{seal_panel, seal_sign};
pub use why::why;

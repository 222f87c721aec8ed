//! Small pieces that several screens share.

mod customer_table;
mod figure;
mod header;
mod icon;
mod letter;
mod line_input;
mod number_input;
mod page_head;
mod pager;
mod seal_sign;
mod why;

pub use customer_table::CustomerTable;
pub use figure::Figure;
pub use header::Header;
pub use icon::{Icon, Symbol};
pub use letter::{LetterBadge, LevelBadge};
pub use line_input::LineInput;
pub use number_input::NumberInput;
pub use page_head::{PageFoot, PageHead};
pub use pager::Pager;
pub use seal_sign::SealSign;
pub use why::Why;

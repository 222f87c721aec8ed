//! Undo and redo by keyboard, anywhere but in a text box, which has an undo of its own; and where a step ends.

use yew::prelude::*;

use crate::platform::keys;
use crate::ui::state::Message;

/// Ctrl+Z (or ⌘Z) undoes, with Shift (or Ctrl+Y) redoes. Typing or dragging is one step until the hand goes elsewhere.
#[hook]
pub fn use_shortcuts(tell: &Callback<Message>) {
    use_effect_with(tell.clone(), |tell| {
        let settle = tell.clone();
        let moved = keys::on_hand_moved(move || settle.emit(Message::Settle));
        let tell = tell.clone();
        let listener = keys::on_key_down(move |event| {
            let with_control = event.ctrl_key() || event.meta_key();
            if !with_control || keys::has_own_undo(event) {
                return;
            }
            // With caps lock Shift makes the letter small again, so the letter alone does not tell.
            match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                ("z", false) => tell.emit(Message::Undo),
                ("z", true) | ("y", false) => tell.emit(Message::Redo),
                _ => return,
            }
            event.prevent_default();
        });
        move || drop((listener, moved))
    });
}

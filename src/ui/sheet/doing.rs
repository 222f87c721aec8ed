//! Does what a control says: a change, a setting, another place, another part of a table, a file, the printer.

use yew::prelude::*;

use crate::inputs::Action;
use crate::platform::{clock, print};
use crate::recipe::Setting;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::sheet::Doing;

/// A callback for something pressed.
pub fn doing<E: 'static>(page: &Page, doing: &Doing) -> Callback<E> {
    let (page, doing) = (page.clone(), doing.clone());
    Callback::from(move |_| obey(&page, &doing, None))
}

/// Does it, with the value of the control where it has one.
pub fn obey(page: &Page, doing: &Doing, value: Option<Setting>) {
    let message = match (doing, value) {
        (Doing::Nothing, _) => return,
        (Doing::Fill(action), Some(Setting::Text(text))) => {
            Message::Do(action.clone().filled(&text).stamped(clock::now()))
        }
        (Doing::Act(action) | Doing::Fill(action), _) => Message::Do(action.clone().stamped(clock::now())),
        (Doing::Setting(path), value) => Message::Do(Action::Set { path: path.clone(), value }),
        (Doing::Go(place), _) => Message::Go(place.clone()),
        (Doing::Table { name, request }, _) => Message::Table(name.clone(), request.clone()),
        (Doing::Download(what), _) => return page.engine.download(*what),
        (Doing::Print, _) => {
            print::print();
            return;
        }
    };
    page.tell.emit(message);
}

//! The letter of a customer as a small badge: a letter first, a colour second.

use yew::prelude::*;

/// A level "A" … "D" as a badge; empty for none.
pub fn level_badge(letter: &'static str) -> Html {
    let class = match letter {
        "A" => "letter letter-a",
        "B" => "letter letter-b",
        "C" => "letter letter-c",
        "D" => "letter letter-d",
        _ => "letter",
    };
    html! { <span {class}>{ if letter.is_empty() { "–" } else { letter } }</span> }
}

/// A letter, or the words that stand in its place, such as "discuss" and "needs data".
pub fn letter_badge(letter: &'static str, words: &'static str) -> Html {
    if letter.is_empty() {
        html! { <span class="chip">{ words }</span> }
    } else {
        level_badge(letter)
    }
}

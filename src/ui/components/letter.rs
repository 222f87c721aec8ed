//! The letter of a customer as a small badge: a letter first, a colour second.

use yew::prelude::*;

/// A level A–D.
#[derive(PartialEq, Properties)]
pub struct LevelBadgeProps {
    /// "A" … "D", or empty for none.
    pub letter: AttrValue,
}

/// A level as a badge.
#[component]
pub fn LevelBadge(props: &LevelBadgeProps) -> Html {
    let class = match props.letter.as_str() {
        "A" => "letter letter-a",
        "B" => "letter letter-b",
        "C" => "letter letter-c",
        "D" => "letter letter-d",
        _ => "letter",
    };
    let shown = if props.letter.is_empty() { AttrValue::from("–") } else { props.letter.clone() };
    html! { <span {class}>{ shown }</span> }
}

/// A class of section 8, which may also be "discuss" or "needs data".
#[derive(PartialEq, Properties)]
pub struct LetterBadgeProps {
    pub letter: AttrValue,
    /// Shown as words when there is no letter.
    pub words: AttrValue,
}

/// A letter, or the words that stand in its place.
#[component]
pub fn LetterBadge(props: &LetterBadgeProps) -> Html {
    if props.letter.is_empty() {
        html! { <span class="chip">{ props.words.clone() }</span> }
    } else {
        html! { <LevelBadge letter={props.letter.clone()} /> }
    }
}

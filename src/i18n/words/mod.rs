//! Words that only the engine's sheets say; the page does not link them. One file an analysis.

use super::Language;

/// Texts as functions: `title(count): "… {count} …" | "… {count} …";` gives `title(language, &count)`. The first is Dutch, the
/// second English; one alone does not compile, nor does a gap without a value. `⟨kost|kosten⟩` agrees with the number
/// before it: the first for 1.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($value:ident),*))?: $nl:literal | $en:literal;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(language: $crate::i18n::Language $($(, $value: &str)*)?) -> String {
                // For the compiler, which checks the gaps; it is never called.
                let _ = || (format!($nl), format!($en));
                // The names of the gaps, the Dutch and the English.
                let words = concat!($($(stringify!($value), ",",)*)? "\u{1}", $nl, "\u{1}", $en);
                $crate::i18n::words::say(words, language, &[$($($value),*)?])
            }
        )*
    };
}

/// A text in one language with its gaps filled. One reader of texts as data, and one string for each: code of its own
/// for each of sixteen hundred texts costs a first visit 15 kB.
#[inline(never)]
fn say(words: &str, language: Language, values: &[&str]) -> String {
    let mut parts = words.split('\u{1}');
    let gaps = parts.next().unwrap_or_default();
    let mut rest = parts.nth(usize::from(language == Language::En)).unwrap_or_default();
    let mut said = String::with_capacity(rest.len());
    while let Some((before, (gap, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        said.push_str(before);
        let value = gaps.split(',').zip(values).find(|(name, _)| *name == gap);
        said.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    agreed(said + rest)
}

/// A sentence with the word of each `⟨one|more⟩` that agrees with the last number before it.
fn agreed(text: String) -> String {
    if !text.contains('⟨') {
        return text;
    }
    let mut said = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, (words, after))) =
        rest.split_once('⟨').and_then(|(before, rest)| Some((before, rest.split_once('⟩')?)))
    {
        said.push_str(before);
        let (one, more) = words.split_once('|').unwrap_or((words, words));
        said.push_str(if follows_one(&said) { one } else { more });
        rest = after;
    }
    said + rest
}

/// Whether the last number of a text is 1.
fn follows_one(text: &str) -> bool {
    let of_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let end = text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |last| last + 1);
    let start = text[..end]
        .rfind(|letter: char| !of_number(letter))
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..end] == "1"
}

pub mod alive;
pub mod ask;
pub mod behaviour;
pub mod bloom;
pub mod calls;
pub mod care;
pub mod choice;
pub mod concentration;
pub mod customer;
pub mod factors;
pub mod grid;
pub mod growth;
pub mod judge;
pub mod letters;
pub mod list;
pub mod map;
pub mod overview;
pub mod pearls;
pub mod people;
pub mod plan;
pub mod reading;
pub mod review;
pub mod rfm;
pub mod sheet;
pub mod team;
pub mod white_space;

#[cfg(test)]
mod tests {
    use super::{agreed, say};
    use crate::i18n::Language;

    #[test]
    fn gaps_take_their_values_wherever_they_stand() {
        let check = |text: &str, values: [&str; 2], expected: &str| {
            let words = |nl, en| format!("who,count,\u{1}{nl}\u{1}{en}");
            assert_eq!(say(&words(text, ""), Language::Nl, &values), expected, "{text}");
            assert_eq!(say(&words("", text), Language::En, &values), expected, "{text}");
        };
        check("{count} orders van {who}", ["Jansen", "3"], "3 orders van Jansen");
        check("{who}, {who}", ["Jansen", "3"], "Jansen, Jansen");
        // What a customer is called is never read as a gap.
        check("{who}: {count}", ["{count} & {", "3"], "{count} & {: 3");
        check("{count} ⟨order|orders⟩", ["", "1"], "1 order");
    }

    #[test]
    fn words_agree_with_the_number_before_them() {
        let check = |text: &str, expected: &str| assert_eq!(agreed(text.to_owned()), expected, "{text}");
        check("1\u{a0}klant ⟨is een parel|zijn parels⟩", "1\u{a0}klant is een parel");
        check("21 klanten ⟨is|zijn⟩ er", "21 klanten zijn er");
        check("1.001 klanten ⟨kost|kosten⟩ 1", "1.001 klanten kosten 1");
        check("12 ⟨past|passen⟩, 1 ⟨is|zijn⟩ (B)", "12 passen, 1 is (B)");
        check("niemand ⟨a|b⟩", "niemand b");
        check("zonder", "zonder");
    }
}

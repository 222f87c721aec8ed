//! Words that only the engine's sheets say; the page does not link them. One file an analysis.

/// Texts as functions: `title(count): "… {count} …" | "… {count} …";` gives `title(language, &count)`. The first is Dutch, the
/// second English; one alone does not compile.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($value:ident),*))?: $nl:literal | $en:literal;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name(language: $crate::i18n::Language $($(, $value: &str)*)?) -> String {
                match language {
                    $crate::i18n::Language::Nl => format!($nl),
                    $crate::i18n::Language::En => format!($en),
                }
            }
        )*
    };
}

pub mod alive;
pub mod ask;
pub mod behaviour;
pub mod bloom;
pub mod care;
pub mod concentration;
pub mod customer;
pub mod grid;
pub mod growth;
pub mod letters;
pub mod list;
pub mod map;
pub mod overview;
pub mod pearls;
pub mod people;
pub mod reading;
pub mod rfm;
pub mod sheet;
pub mod team;
pub mod white_space;

//! The two languages of the page.

use serde::{Deserialize, Serialize};

/// A language the whole page is available in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Dutch, the language of the method's sources and the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Both languages, in the order the switch shows them.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The two-letter code, fit for `lang` attributes and the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language of a code such as `nl`, `nl-BE` or `EN_us`; `None` for other languages.
    pub fn from_code(code: &str) -> Option<Self> {
        let first = code.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }

    /// The first of the browser's languages that we speak; English when we speak none of them, since a
    /// reader of neither is likelier to read English.
    pub fn from_browser<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        codes.into_iter().find_map(Self::from_code).unwrap_or(Self::En)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn check(codes: &[&str], expected: Language) {
        assert_eq!(Language::from_browser(codes.iter().copied()), expected, "{codes:?}");
    }

    #[test]
    fn the_first_known_browser_language_wins() {
        check(&["nl-NL", "en"], Language::Nl);
        check(&["de-DE", "en-GB", "nl"], Language::En);
        check(&["fr", "NL_be"], Language::Nl);
        check(&["fr"], Language::En);
        check(&[], Language::En);
        check(&["", "nlx"], Language::En);
    }

    #[test]
    fn codes_come_back_as_their_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }
}

//! Every text of the interface as data: a text that is missing in one language does not compile.

mod chart;
mod list;
mod shell;

pub use chart::ChartTexts;
pub use list::ListTexts;
pub use shell::ShellTexts;

use super::Language;

/// All texts of one language, a struct a screen.
#[derive(Debug)]
pub struct Texts {
    pub shell: ShellTexts,
    pub chart: ChartTexts,
    pub list: ListTexts,
}

static NL: Texts = Texts { shell: shell::NL, chart: chart::NL, list: list::NL };

static EN: Texts = Texts { shell: shell::EN, chart: chart::EN, list: list::EN };

/// The texts of a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

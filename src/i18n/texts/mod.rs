//! Every text of the interface as data: a text that is missing in one language does not compile.

mod chart;
mod choice;
mod list;
mod plan;
mod review;
mod shell;

pub use chart::ChartTexts;
pub use choice::ChoiceTexts;
pub use list::ListTexts;
pub use plan::PlanTexts;
pub use review::ReviewTexts;
pub use shell::ShellTexts;

use super::Language;

/// All texts of one language, a struct a screen.
#[derive(Debug)]
pub struct Texts {
    pub shell: ShellTexts,
    pub chart: ChartTexts,
    pub list: ListTexts,
    pub choice: ChoiceTexts,
    pub plan: PlanTexts,
    pub review: ReviewTexts,
}

static NL: Texts = Texts {
    shell: shell::NL,
    chart: chart::NL,
    list: list::NL,
    choice: choice::NL,
    plan: plan::NL,
    review: review::NL,
};

static EN: Texts = Texts {
    shell: shell::EN,
    chart: chart::EN,
    list: list::EN,
    choice: choice::EN,
    plan: plan::EN,
    review: review::EN,
};

/// The texts of a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

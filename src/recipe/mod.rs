//! The recipe: every setting of every analysis, with the defaults of METHOD. No threshold lives anywhere else.
//!
//! Missing parts of a recipe in JSON take their defaults, so a recipe may hold just the one setting that differs.

mod basis;
mod check;
mod insight;
mod panic;
mod rfm;
mod rule;
mod service;
mod setting;
mod settings;
mod text;

use serde::{Deserialize, Serialize};

pub use basis::{
    AbcRecipe, ConcentrationRecipe, InventoryRecipe, MeasureChoice, MeasureRecipe, PeriodRecipe,
    PyramidRecipe,
};
pub use check::RecipeProblem;
pub use insight::{BloomRecipe, Cut, GrowthRecipe, PearlRecipe, XrayRecipe};
pub use panic::{ChoiceRecipe, Criterion, PanicRecipe, Question, QuestionKind, STRATEGIC, Sign, Weight};
pub use rfm::{AliveModel, AliveRecipe, RfmMode, RfmRecipe, RfmSegment, default_segments, vignette_segments};
pub use rule::{Comparison, Factor, FactorRecipe, Quantity, Rule, default_factors};
pub use service::{
    BudgetRecipe, Capacity, Level, OwnerHours, PerLevel, Provision, ReviewRecipe, ServiceRecipe, bloom_rhythm,
};
pub use setting::{Entered, Setting, enter, path};
pub use settings::Settings;
pub use text::Text;

/// The newest version of the recipe this program writes.
pub const VERSION: u32 = 1;

/// Every setting, a section per analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recipe {
    pub version: u32,
    pub measure: MeasureRecipe,
    pub period: PeriodRecipe,
    pub inventory: InventoryRecipe,
    pub concentration: ConcentrationRecipe,
    pub abc: AbcRecipe,
    pub pyramid: PyramidRecipe,
    pub factors: FactorRecipe,
    pub growth: GrowthRecipe,
    pub bloom: BloomRecipe,
    pub pearls: PearlRecipe,
    pub xray: XrayRecipe,
    pub rfm: RfmRecipe,
    pub alive: AliveRecipe,
    pub panic: PanicRecipe,
    pub choice: ChoiceRecipe,
    pub service: ServiceRecipe,
    pub budget: BudgetRecipe,
    pub review: ReviewRecipe,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            version: VERSION,
            measure: MeasureRecipe::default(),
            period: PeriodRecipe::default(),
            inventory: InventoryRecipe::default(),
            concentration: ConcentrationRecipe::default(),
            abc: AbcRecipe::default(),
            pyramid: PyramidRecipe::default(),
            factors: FactorRecipe::default(),
            growth: GrowthRecipe::default(),
            bloom: BloomRecipe::default(),
            pearls: PearlRecipe::default(),
            xray: XrayRecipe::default(),
            rfm: RfmRecipe::default(),
            alive: AliveRecipe::default(),
            panic: PanicRecipe::default(),
            choice: ChoiceRecipe::default(),
            service: ServiceRecipe::default(),
            budget: BudgetRecipe::default(),
            review: ReviewRecipe::default(),
        }
    }
}

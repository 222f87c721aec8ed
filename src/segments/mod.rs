//! Segments: customers in; inventory, concentration, letters, growth, X-ray, RFM and models out.
//!
//! Every analysis is a pure function of the customers, its section of the recipe and earlier results. Results
//! index customers by their place in [`Customers`](crate::customers::Customers) and carry what their *why* needs:
//! the rule, the customer's values, the thresholds. Words are made in `i18n`.

mod abc;
mod abcd;
mod alive;
mod answer;
mod attention;
mod bloom;
mod factors;
pub mod facts;
mod growth;
mod inventory;
mod judgements;
mod leavers;
mod linked;
mod matching;
mod measure;
mod migration;
mod pareto;
mod payment;
mod pearls;
mod profile;
mod profiteers;
mod protected;
mod pyramid;
pub mod ranking;
mod rankings;
mod rfm;
mod rhythm;
mod shortlist;
mod status;
#[cfg(test)]
pub mod testing;
mod whale;
mod white_space;

pub use abc::{Abc, AbcClass, AbcCount, abc};
pub use abcd::{LetterClass, LetterWhy, Letters, letters};
pub use alive::{
    Alive, AliveBuilder, AliveOf, Guard, Histories, History, PurchaseFit, PurchaseModel, SpendFit,
    SpendModel, alive,
};
pub use answer::Answer;
pub use attention::{Attention, AttentionOf, ComplaintBalance, Theme, attention};
pub use bloom::{Bloom, BloomWhy, Blooms, blooms};
pub use factors::{FactorResult, Factors, factors};
pub use growth::{Growth, GrowthLevel, GrowthPlace, growth};
pub use inventory::{Activity, ActivityWhy, Inventory, Window, inventory};
pub use judgements::{JudgedColumn, Judgements, OwnColumn, OwnKind, Placed, ShortlistPicks};
pub use leavers::{LeaverWhy, Leavers, SilentLeaver, SilentWhy, leavers, silent_leavers};
pub use linked::{Group, Linked, linked};
pub use matching::Matcher;
pub use measure::{Measure, MeasureWhy, Measures, Values, measures};
pub use migration::{Flow, Migration, Span, State, migration, migration_between};
pub use pareto::{Pareto, pareto, revenue_holders};
pub use pearls::{PearlWhy, Pearls, pearls};
pub use profile::{Profile, Trait, profile};
pub use profiteers::{Profiteer, ProfiteerWhy, Profiteers, level_cost, profiteers};
pub use protected::{Ground, ProtectedColumn, protected};
pub use pyramid::{Layer, LayerCount, Pyramid, pyramid};
pub use rankings::{Ranking, Rankings, Series, Wallet};
pub use rfm::{Rfm, RfmOf, rfm, rfm_segment};
pub use rhythm::{Rhythm, RhythmOf, Rhythms, rhythms};
pub use shortlist::{Shortlist, shortlist};
pub use whale::{Whale, whale};
pub use white_space::{BelowPeers, Gap, WhiteSpace, white_space};

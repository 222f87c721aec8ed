//! Settings of RFM and of the buy-till-you-die models (METHOD section 12, DEFINITIONS D4 and D5).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Text;

/// How the scores are cut.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RfmMode {
    /// 1 + the number of type-7 quintiles below the value (right-closed), recency reversed.
    #[default]
    Ours,
    /// As the R package `rfm` 0.3.0: rows are counted, and one is added to each cut.
    AsR,
    /// Fixed lower bounds of scores 2–5 (recency: of 4–1), `[min,b1) [b1,b2) …`.
    Fixed { recency: [f64; 4], frequency: [f64; 4], monetary: [Decimal; 4] },
}

/// A named segment: an interval of each score, ends included; the first that fits wins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RfmSegment {
    pub id: String,
    pub name: Text,
    pub r: (u8, u8),
    pub f: (u8, u8),
    pub m: (u8, u8),
}

/// RFM scores and segments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RfmRecipe {
    pub mode: RfmMode,
    /// Used in every mode; [`vignette_segments`] are those of R `rfm`.
    pub segments: Vec<RfmSegment>,
}

impl Default for RfmRecipe {
    fn default() -> Self {
        Self { mode: RfmMode::Ours, segments: default_segments() }
    }
}

fn segment(id: &str, nl: &str, en: &str, r: (u8, u8), f: (u8, u8), m: (u8, u8)) -> RfmSegment {
    RfmSegment { id: id.to_owned(), name: Text::new(nl, en), r, f, m }
}

/// The well-known names, Champions first, such that every one of the 125 codes has a name.
pub fn default_segments() -> Vec<RfmSegment> {
    const ANY: (u8, u8) = (1, 5);
    vec![
        segment("champions", "Kampioenen", "Champions", (4, 5), (4, 5), (4, 5)),
        segment("loyal", "Trouwe klanten", "Loyal customers", (3, 5), (4, 5), (2, 5)),
        segment("potential_loyalist", "Mogelijk trouw", "Potential loyalists", (4, 5), (2, 3), (2, 5)),
        segment("new", "Nieuwe klanten", "New customers", (4, 5), (1, 1), ANY),
        segment("promising", "Veelbelovend", "Promising", (4, 5), ANY, (1, 1)),
        segment("cannot_lose", "Niet kwijtraken", "Can't lose them", (1, 2), (4, 5), (4, 5)),
        segment("at_risk", "In gevaar", "At risk", (1, 2), (2, 5), (3, 5)),
        segment("need_attention", "Aandacht nodig", "Need attention", (3, 3), (2, 5), (3, 5)),
        segment("about_to_sleep", "Bijna in slaap", "About to sleep", (3, 3), ANY, ANY),
        segment("hibernating", "In winterslaap", "Hibernating", (2, 2), ANY, ANY),
        segment("lost", "Verloren", "Lost", (1, 1), ANY, ANY),
        segment("others", "Overige", "Others", ANY, ANY, ANY),
    ]
}

/// The segments of the vignette of R `rfm`, in its order.
pub fn vignette_segments() -> Vec<RfmSegment> {
    let plain =
        |name: &str, r, f, m| segment(&name.to_lowercase().replace([' ', '\''], "_"), name, name, r, f, m);
    vec![
        plain("Champions", (5, 5), (5, 5), (5, 5)),
        plain("Potential Loyalist", (3, 5), (3, 5), (2, 5)),
        plain("Loyal Customers", (2, 4), (2, 4), (2, 4)),
        plain("Promising", (3, 4), (1, 3), (3, 5)),
        plain("New Customers", (4, 5), (1, 3), (1, 5)),
        plain("Can't Lose Them", (1, 2), (3, 4), (4, 5)),
        plain("At Risk", (1, 2), (2, 5), (4, 5)),
        plain("Need Attention", (1, 3), (3, 5), (3, 5)),
        plain("About To Sleep", (2, 3), (1, 3), (1, 4)),
        plain("Lost", (1, 1), (1, 5), (1, 5)),
    ]
}

/// Which buy-till-you-die model is fitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AliveModel {
    /// BG/NBD (Fader, Hardie & Lee 2005).
    #[default]
    BgNbd,
    /// MBG/NBD: drop-out also possible right after the first purchase.
    MbgNbd,
}

/// The models and their guards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AliveRecipe {
    pub model: AliveModel,
    /// Days per unit of time.
    pub unit_days: f64,
    /// P(active) and its horizon in days.
    pub active_days: f64,
    /// Expected orders and value over this many days.
    pub value_days: f64,
    /// Guard: fewer customers than this.
    pub at_least: u32,
    /// Guard: a likelihood ratio against NBD below this shows no drop-out.
    pub likelihood_ratio: f64,
    /// Guard: a more regular rhythm than this Wheat–Morrison k.
    pub regularity: f64,
    /// Guard: a parameter above this.
    pub cap: f64,
    /// Warn on the Gamma-Gamma above this correlation of frequency and value.
    pub correlation: f64,
}

impl Default for AliveRecipe {
    fn default() -> Self {
        Self {
            model: AliveModel::BgNbd,
            unit_days: 7.0,
            active_days: 90.0,
            value_days: 365.0,
            at_least: 50,
            likelihood_ratio: 3.0,
            regularity: 1.5,
            cap: 10_000.0,
            correlation: 0.3,
        }
    }
}

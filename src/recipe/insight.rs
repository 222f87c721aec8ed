//! Settings of the analyses of growth, blooming, pearls and the X-ray (METHOD sections 3–6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How an axis of the growth matrix is cut into 3, 2, 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// 3 = the top `high` percent, 2 = the next `middle` percent, 1 = the rest.
    Percent { high: u32, middle: u32 },
    /// 3 = at least `high`, 2 = at least `middle`, 1 = below.
    Amount { high: Decimal, middle: Decimal },
}

impl Default for Cut {
    fn default() -> Self {
        Cut::Percent { high: 20, middle: 30 }
    }
}

/// Revenue × growth potential (SA, METHOD section 3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GrowthRecipe {
    pub revenue: Cut,
    pub room: Cut,
    /// Where potential is unknown: the criterion `growth` scores 3 from here …
    pub judged_high: f64,
    /// … and 2 from here.
    pub judged_middle: f64,
}

impl Default for GrowthRecipe {
    fn default() -> Self {
        Self { revenue: Cut::default(), room: Cut::default(), judged_high: 4.0, judged_middle: 3.0 }
    }
}

/// Bloeiend, boeiend, vermoeiend (CI, METHOD section 4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BloomRecipe {
    /// Pays late often: more days late than this …
    pub late_days: f64,
    /// … or something open for more days than this.
    pub late_overdue_days: f64,
    /// Complains often: at least this many …
    pub complaints: f64,
    /// … and more than this share of the orders.
    pub complaints_per_order: f64,
    /// Orders at least monthly: this many a year …
    pub orders_a_year: f64,
    /// … or a median gap of at most this many days.
    pub gap_days: f64,
    /// Good name or network: `network` at least.
    pub network: f64,
    /// On time: days late at most …
    pub on_time_days: f64,
    /// … and nothing open for more days than this.
    pub on_time_overdue_days: f64,
    /// Non-payer: something open for more days than this.
    pub non_payer_days: f64,
}

impl Default for BloomRecipe {
    fn default() -> Self {
        Self {
            late_days: 14.0,
            late_overdue_days: 30.0,
            complaints: 3.0,
            complaints_per_order: 0.10,
            orders_a_year: 12.0,
            gap_days: 31.0,
            network: 4.0,
            on_time_days: 3.0,
            on_time_overdue_days: 30.0,
            non_payer_days: 90.0,
        }
    }
}

/// Pearls in the Pareto and white space (CI, METHOD section 5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PearlRecipe {
    /// Outside this top percent by value.
    pub outside_top_percent: u32,
    /// Growth room in this top percent of the rest.
    pub room_top_percent: u32,
    /// Or `growth` at least.
    pub growth: f64,
    /// Payment term at most, when known.
    pub payment_term: f64,
    /// At most this many.
    pub at_most: u32,
    /// White space: bought by at least this share of the sector.
    pub peers_buy: f64,
    /// Well below the peers: revenue below this share of the sector's median.
    pub below_peers: f64,
    /// Fewer peers than this say nothing.
    pub least_peers: u32,
}

impl Default for PearlRecipe {
    fn default() -> Self {
        Self {
            outside_top_percent: 20,
            room_top_percent: 25,
            growth: 4.0,
            payment_term: 30.0,
            at_most: 20,
            peers_buy: 0.5,
            below_peers: 0.5,
            least_peers: 5,
        }
    }
}

/// The X-ray: leavers, silent leavers, profiteers, attention (MF and CI, METHOD section 6; DEFINITIONS D7).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct XrayRecipe {
    /// Leaver: revenue fell at least this share.
    pub fall: f64,
    /// … with at least this many order days then (or value at least the median).
    pub fall_order_days: u32,
    /// Rhythm statuses: ratio of days since the last order to the median interval.
    pub late: f64,
    pub overdue: f64,
    pub silent: f64,
    /// Order days needed for a rhythm.
    pub order_days: u32,
    /// Silent leavers are good customers: in this top percent by value, or core.
    pub good_top_percent: u32,
    /// Without order history: last contact longer ago than this many days.
    pub no_contact_days: u32,
    /// Profiteer: a discount in this top percent of the discounted customers …
    pub discount_top_percent: u32,
    /// … or contacts in this top percent …
    pub contacts_top_percent: u32,
    /// … with a value in this bottom percent.
    pub value_bottom_percent: u32,
    /// Customers of fewer months are exempt.
    pub exempt_months: u32,
    /// The part of the cost to serve that a goodbye saves.
    pub avoidable_cost: f64,
    /// What one complaint costs us.
    pub complaint_cost: Decimal,
}

impl Default for XrayRecipe {
    fn default() -> Self {
        Self {
            fall: 0.30,
            fall_order_days: 2,
            late: 1.5,
            overdue: 2.0,
            silent: 3.0,
            order_days: 4,
            good_top_percent: 20,
            no_contact_days: 90,
            discount_top_percent: 25,
            contacts_top_percent: 10,
            value_bottom_percent: 50,
            exempt_months: 12,
            avoidable_cost: 0.5,
            complaint_cost: Decimal::from(100),
        }
    }
}

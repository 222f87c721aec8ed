//! The fields a column can be mapped to, each with the kind of value it holds.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($variant:ident $key:literal $kind:ident),* $(,)?) => {
        /// A thing we can know about a customer (METHOD section 0) or an order line (DESIGN, Mapping).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field { $($variant),* }

        impl Field {
            /// Every field, in the order in which screens and files list them.
            pub const ALL: &'static [Field] = &[$(Field::$variant),*];

            /// The stable name used in recipes, links and on the command line.
            pub fn key(self) -> &'static str {
                match self { $(Field::$variant => $key),* }
            }

            /// What a cell of this field must read as.
            pub fn kind(self) -> Kind {
                match self { $(Field::$variant => Kind::$kind),* }
            }
        }
    };
}

fields! {
    Id "id" Text, Name "name" Text, Group "group" Text, Place "place" Text, Sector "sector" Text,
    Owner "owner" Text, Status "status" Text,
    ContactPerson "contact_person" Text, Phone "phone" Text, Email "email" Text,
    Revenue "revenue" Money, RevenuePrevious "revenue_previous" Money,
    Margin "margin" Money, MarginRate "margin_rate" Share,
    CostToServe "cost_to_serve" Money, Hours "hours" Number, Contacts "contacts" Number, Returns "returns" Number,
    Potential "potential" Money,
    Orders "orders" Number, FirstOrder "first_order" Date, LastOrder "last_order" Date,
    LastContact "last_contact" Date, ContractEnd "contract_end" Date,
    DaysLate "days_late" Number, Overdue "overdue" Money, OverdueDays "overdue_days" Number,
    Discount "discount" Share, PaymentTerm "payment_term" Number, DeliveryTerms "delivery_terms" YesNo,
    Complaints "complaints" Number, ComplaintTheme "complaint_theme" Text, Satisfaction "satisfaction" Number,
    Strategic "strategic" Score, Growth "growth" Score, Launching "launching" Score,
    BowlingAlley "bowling_alley" Score, PerceivedValue "perceived_value" Score, Network "network" Score,
    Fit "fit" Score, Referrals "referrals" Score,
    SegmentPrevious "segment_previous" Text,
    OrderId "order_id" Text, OrderDate "order_date" Date, Quantity "quantity" Number, Cost "cost" Money,
    ProductGroup "product_group" Text, DebitCredit "debit_credit" Text,
}

/// How a cell is read, and which column of [`super::Customers`] holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Kept as written, trimmed; leading zeros stay.
    Text,
    /// Exact decimal amount in the list's own currency.
    Money,
    /// A share as a number: `12,5 %` is 0.125.
    Share,
    /// A count, a number of hours or of days.
    Number,
    /// A score of 1–5.
    Score,
    /// A calendar day.
    Date,
    /// Yes or no in words, `1`/`0`, `x`.
    YesNo,
}

impl Field {
    /// The field with this stable name.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.key() == key)
    }
}

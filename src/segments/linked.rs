//! Linked value: customers in one group (concern, family) protect each other (MF, METHOD section 6).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Inventory, Values};
use crate::customers::Customers;

/// Customers with the same `group`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub name: String,
    pub members: Vec<usize>,
    /// Sum of the known values of the members.
    pub value: Decimal,
}

/// The groups of two and more, by value descending.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    pub groups: Vec<Group>,
    /// By customer: index into `groups`.
    pub group_of: Vec<Option<usize>>,
}

impl Linked {
    /// Whether others in the group protect this customer: it is in a group of two or more.
    pub fn protects(&self, i: usize) -> bool {
        self.group_of.get(i).is_some_and(Option::is_some)
    }
}

/// Groups the customers; names are compared without case and outer blanks.
pub fn linked(_customers: &Customers, _inventory: &Inventory, _value: &Values) -> Linked {
    Linked::default()
}

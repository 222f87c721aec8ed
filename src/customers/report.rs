//! The intake report: how many rows became what, and what is the matter with the rest.

use crate::sorted::SortedMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::intake::Share;
use super::{Field, ListKind, Mapping};
use crate::table::{Dialect, Problem, ProblemKind};

/// How a list was read. `rows = customers + merged + rejected + left_out`, always.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntakeReport {
    /// Records after the header, total rows included, blank ones not.
    pub rows: usize,
    /// Customers that came out.
    pub customers: usize,
    /// Records beyond a customer's first: duplicates, order lines.
    pub merged: usize,
    /// Rows that cannot be used, in row order; each is also among the problems.
    pub rejected: Vec<RowNote>,
    /// Rows that are not to be used, in row order; each is also among the problems.
    pub left_out: Vec<RowNote>,
    /// Everything there is to tell, in row order; what concerns the whole file (row 0) first.
    pub problems: Vec<Problem>,
    /// With `decimal` filled from the amounts.
    pub dialect: Dialect,
    pub mapping: Mapping,
    /// Per mapped field the name of its column.
    pub columns: SortedMap<Field, String>,
    /// One a mapped money field that is added up, in the order of the fields.
    pub checksums: Vec<Checksum>,
}

/// A row that did not become (part of) a customer, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowNote {
    /// The user's row number.
    pub row: u32,
    /// The first reason found.
    pub kind: ProblemKind,
}

/// The sum of a money column in the file and in the analysis: `in_file = in_analysis + rejected + left_out`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checksum {
    pub field: Field,
    /// Over all rows but the total rows.
    pub in_file: Decimal,
    /// Over the rows that became customers.
    pub in_analysis: Decimal,
    pub rejected: Decimal,
    /// Orders after the reference date and removed rows.
    pub left_out: Decimal,
    /// What the list's own last total row says.
    pub total_row: Option<Decimal>,
}

impl Checksum {
    pub(super) fn empty(field: Field) -> Self {
        let zero = Decimal::ZERO;
        Self { field, in_file: zero, in_analysis: zero, rejected: zero, left_out: zero, total_row: None }
    }

    /// Adds the sums of another list of the same kind; one that would overflow is not added.
    pub(super) fn join(&mut self, other: &Self) {
        let sums = [
            (&mut self.in_file, other.in_file),
            (&mut self.in_analysis, other.in_analysis),
            (&mut self.rejected, other.rejected),
            (&mut self.left_out, other.left_out),
        ];
        for (sum, more) in sums {
            *sum = sum.checked_add(more).unwrap_or(*sum);
        }
        self.total_row = None;
    }

    /// Books an amount; one that would overflow is not added anywhere.
    pub(super) fn add(&mut self, amount: Decimal, share: Share) {
        if share == Share::Total {
            self.total_row = Some(amount);
            return;
        }
        let part = match share {
            Share::Used => &mut self.in_analysis,
            Share::Rejected => &mut self.rejected,
            Share::LeftOut | Share::Total => &mut self.left_out,
        };
        if let (Some(all), Some(sum)) = (self.in_file.checked_add(amount), part.checked_add(amount)) {
            self.in_file = all;
            *part = sum;
        }
    }
}

impl IntakeReport {
    /// Rows that became (part of) a customer.
    pub fn used(&self) -> usize {
        self.customers + self.merged
    }

    /// What one row of the list is.
    pub fn kind(&self) -> ListKind {
        self.mapping.kind
    }

    /// The checksum of a money field, when it is mapped.
    pub fn checksum(&self, field: Field) -> Option<&Checksum> {
        self.checksums.iter().find(|checksum| checksum.field == field)
    }
}

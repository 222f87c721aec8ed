//! A problem: one thing in the user's data that did not read as it should, with its place and value.

use serde::{Deserialize, Serialize};

/// One thing to tell the person about their data. The words live in `i18n::problems`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The user's row number (the file's first record is 1); 0 when it concerns the whole file.
    pub row: u32,
    /// The header text of the column, when it concerns one.
    pub column: Option<String>,
    pub kind: ProblemKind,
    /// The offending value as written, shortened when very long; empty when there is none.
    pub value: String,
}

/// Values longer than this are shortened in problems, so that a broken file cannot fill the memory twice.
const LONGEST_VALUE: usize = 300;

impl Problem {
    /// A problem with its place; the value is shortened when very long.
    pub fn new(row: u32, column: Option<&str>, kind: ProblemKind, value: &str) -> Self {
        let mut shown: String = value.chars().take(LONGEST_VALUE).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        Self { row, column: column.map(str::to_owned), kind, value: shown }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $key:literal),* $(,)?) => {
        /// What is the matter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemKind { $($(#[$doc])* $variant),* }

        impl ProblemKind {
            /// Every kind, in the order in which reports list them.
            pub const ALL: &'static [ProblemKind] = &[$(ProblemKind::$variant),*];

            /// The stable name in files and on the command line.
            pub fn key(self) -> &'static str {
                match self { $(ProblemKind::$variant => $key),* }
            }
        }
    };
}

kinds! {
    // ── reading the file ──
    /// Bytes that are no text in the file's encoding; they read as U+FFFD.
    BrokenBytes "broken_bytes",
    /// A quote that opens and never closes, or closes in the wrong place; it was kept as a character.
    UnclosedQuote "unclosed_quote",
    /// A row with fewer cells than the header; the rest is missing. The value is the number of cells found.
    ShortRow "short_row",
    /// Filled cells beyond the last header; they stay in the table. The value is those cells.
    ExtraCells "extra_cells",
    /// A header that stood before it already; this one got a number.
    RepeatedHeader "repeated_header",
    /// Rows that the spreadsheet hides; they are read like all others. The value is how many.
    HiddenRows "hidden_rows",
    /// The file broke off; what came before was read. The value is the format.
    BrokenOff "broken_off",
    // ── lists beside each other; the value is the customer ──
    /// Ordered, and not in the customer list; the orders count.
    OnlyInOrders "only_in_orders",
    /// In the customer list, and without any order.
    WithoutOrders "without_orders",
    /// In the list of the year before only.
    OnlyBefore "only_before",
    /// Not in the list of the year before.
    NotBefore "not_before",
    /// A column chosen in the mapping that this list does not have. The value is the field.
    ColumnNotFound "column_not_found",
    // ── reading cells ──
    /// No number; the cell is missing.
    UnreadableNumber "unreadable_number",
    /// `1.234`, and nothing in the column tells whether that is a thousand: read as a thousand, told once a column.
    AmbiguousNumber "ambiguous_number",
    /// No date; the cell is missing (an order line without a date is rejected).
    UnreadableDate "unreadable_date",
    /// `03/04/2025`, and nothing in the column tells day from month: read day first, told once a column.
    AmbiguousDate "ambiguous_date",
    /// `januari 2019`: read as the first of the month, told once a column. The value is how many.
    MonthOnly "month_only",
    /// No yes or no; the cell is missing.
    UnreadableYesNo "unreadable_yes_no",
    /// A number that this column cannot hold, such as a score of 9 on a scale of 5; the cell is missing.
    OutOfRange "out_of_range",
    /// Amounts in more than one currency in a column; they are added as they stand, told once a column.
    MixedCurrencies "mixed_currencies",
    /// Amounts that the header says are in thousands or millions; written out they count. The value is the factor.
    Scaled "scaled",
    /// Amounts of several columns, such as quarters, that count as one. The value is the other columns.
    AddedTogether "added_together",
    /// Neither debit nor credit; the amounts of the row count as they stand.
    UnreadableSide "unreadable_side",
    /// Amounts on the other side of the books than most; they are subtracted, told once a column. The value is how many.
    Subtracted "subtracted",
    /// Two rows of one customer say different things; the first (order lists: the latest) counts.
    ConflictingValues "conflicting_values",
    // ── rejected rows ──
    /// Neither id nor name.
    NoKey "no_key",
    /// An order line without a date.
    NoDate "no_date",
    /// An order line without an amount.
    NoAmount "no_amount",
    // ── rows left out ──
    /// A total or subtotal row.
    TotalRow "total_row",
    /// A date after the reference date: an order is left out, in a customer list the cell is missing.
    FutureDate "future_date",
    /// A row the person took out.
    RemovedRow "removed_row",
    /// The header once more, halfway the list.
    HeaderAgain "header_again",
    /// Words below the list that are no customer: a source, a page number, a remark.
    Footer "footer",
    /// Another table in the same file, above or below the list. The value is its headings and number of rows.
    OtherTable "other_table",
}

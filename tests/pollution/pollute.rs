//! The pollutions: each makes one or more files out of the clean list, with what must still come out of them.

use crate::clean::{Expected, Row, expected};

/// A spoiled file.
pub struct Polluted {
    pub name: String,
    pub bytes: Vec<u8>,
    pub expected: Vec<Expected>,
    /// Whether a value was taken away, so that a problem must say so even when all else is right.
    pub spoils: bool,
}

/// Rows in which single records are spoiled: the first, some in between, the last.
pub const SPOILED_ROWS: [usize; 4] = [0, 7, 21, 39];

/// All of them.
pub fn all() -> Vec<Polluted> {
    let mut files = Files(Vec::new());
    files.delimiters();
    files.quotes();
    files.line_ends();
    files.encodings();
    files.around();
    files.headers();
    files.tables();
    files.columns();
    files.records();
    files.values();
    files.0
}

/// What was made so far.
pub struct Files(Vec<Polluted>);

impl Files {
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>, rows: &[Row]) {
        let expected = rows.iter().map(expected).collect();
        self.0.push(Polluted { name: name.into(), bytes: bytes.into(), expected, spoils: false });
    }

    /// A file in which some values are not there any more: `rows` says so with empty cells.
    pub fn add_spoiled(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>, rows: &[Row]) {
        self.add(name, bytes, rows);
        if let Some(last) = self.0.last_mut() {
            last.spoils = true;
        }
    }
}

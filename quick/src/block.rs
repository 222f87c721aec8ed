//! Blocks: rows as places in a text.

/// Where a cell's text stands: in the decoded file, or (top bit set) among the cells that had to be unescaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    start: u32,
    end: u32,
}

const UNESCAPED: u32 = 1 << 31;

impl Span {
    /// A cell that stands in the file as it is; places are below 2³¹.
    #[inline(always)]
    pub fn in_file(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// A cell among those that were unescaped.
    pub fn unescaped(start: usize, end: usize) -> Self {
        Self { start: start as u32 | UNESCAPED, end: end as u32 }
    }

    /// The bytes of the cell, and all from its beginning on.
    #[inline(always)]
    fn bytes_ahead<'a>(self, file: &'a [u8], unescaped: &'a [u8]) -> (&'a [u8], &'a [u8]) {
        let text = if self.start & UNESCAPED == 0 { file } else { unescaped };
        let start = self.start & !UNESCAPED;
        let ahead = text.get(start as usize..).unwrap_or(&[]);
        (ahead.get(..self.end.wrapping_sub(start) as usize).unwrap_or(&[]), ahead)
    }

    /// The first byte of a cell that stands in the file; `None` when it is empty.
    #[inline(always)]
    pub(crate) fn first_byte(self, file: &[u8]) -> Option<u8> {
        file.get(self.start as usize).filter(|_| self.start < self.end).copied()
    }

    /// The text of the cell; `None` when it is no part of these.
    #[inline(always)]
    pub fn text<'a>(self, file: &'a str, unescaped: &'a str) -> Option<&'a str> {
        if self.start & UNESCAPED == 0 {
            file.get(self.start as usize..self.end as usize)
        } else {
            unescaped.get((self.start & !UNESCAPED) as usize..self.end as usize)
        }
    }
}

/// Rows with their text.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub text: String,
    /// Cells that differ from what stands in the text: quotes written double.
    pub unescaped: String,
    pub spans: Vec<Span>,
    /// Per row the first of its spans; one more at the end.
    pub starts: Vec<u32>,
    /// Per row the user's own number.
    pub row_numbers: Vec<u32>,
}

impl Block {
    /// A block without rows.
    pub fn empty() -> Self {
        Self { starts: vec![0], ..Self::default() }
    }

    /// A block without rows, with room for as many as another has: growing would copy what is there again and again.
    pub fn like(other: &Self) -> Self {
        let mut starts = Vec::with_capacity(other.starts.len());
        starts.push(0);
        Self {
            spans: Vec::with_capacity(other.spans.len()),
            starts,
            row_numbers: Vec::with_capacity(other.row_numbers.len()),
            ..Self::default()
        }
    }

    /// How many rows it holds.
    pub fn len(&self) -> usize {
        self.row_numbers.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.row_numbers.is_empty()
    }

    /// A row; an empty one beyond the end.
    #[inline]
    pub fn record(&self, row: usize) -> Record<'_> {
        self.rows(row..row + 1).record(0)
    }

    /// Some rows that follow each other; none beyond the end.
    pub fn rows(&self, rows: std::ops::Range<usize>) -> Rows<'_> {
        Rows {
            numbers: self.row_numbers.get(rows.clone()).unwrap_or(&[]),
            starts: self.starts.get(rows.start..=rows.end).unwrap_or(&[]),
            spans: &self.spans,
            text: &self.text,
            unescaped: &self.unescaped,
        }
    }

    /// How many rows from this one on have this number of cells and follow each other without a gap, the first after
    /// `number`.
    #[inline(never)]
    pub fn alike(&self, rows: std::ops::Range<usize>, cells: usize, number: u32) -> usize {
        let numbers = self.row_numbers.get(rows.clone()).unwrap_or(&[]);
        let starts = self.starts.get(rows.start..=rows.end).unwrap_or(&[]);
        let mut all = numbers.iter().zip(number + 1..).zip(starts.windows(2));
        let differs = all.position(|((number, expected), ends)| {
            *number != expected || (ends[1] - ends[0]) as usize != cells
        });
        differs.unwrap_or(numbers.len())
    }

    /// Ends the row whose spans are the last.
    #[inline(always)]
    pub fn close_row(&mut self, number: u32) {
        self.row_numbers.push(number);
        self.starts.push(self.spans.len() as u32);
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record<'t> {
    number: u32,
    spans: &'t [Span],
    text: &'t str,
    unescaped: &'t str,
}

impl<'t> Record<'t> {
    /// The user's row number; 0 for a row that is not there.
    #[inline]
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many cells the row has.
    #[inline]
    pub fn len(self) -> usize {
        self.spans.len()
    }

    /// Whether it has none.
    pub fn is_empty(self) -> bool {
        self.spans.is_empty()
    }

    /// A cell as written; `None` when the row is too short.
    #[inline]
    pub fn cell(self, column: usize) -> Option<&'t str> {
        self.spans.get(column)?.text(self.text, self.unescaped)
    }

    /// The cells, as written.
    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        self.spans.iter().filter_map(move |span| span.text(self.text, self.unescaped))
    }
}

/// Rows of one block that follow each other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows<'t> {
    numbers: &'t [u32],
    /// Per row the first of its spans; one more at the end.
    starts: &'t [u32],
    spans: &'t [Span],
    text: &'t str,
    unescaped: &'t str,
}

impl<'t> Rows<'t> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.numbers.len()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.numbers.is_empty()
    }

    /// The user's number of each.
    pub fn numbers(self) -> &'t [u32] {
        self.numbers
    }

    /// One of them; an empty one beyond the end.
    pub fn record(self, row: usize) -> Record<'t> {
        let (Some(start), Some(end)) = (self.starts.get(row), self.starts.get(row + 1)) else {
            return Record::default();
        };
        Record {
            number: self.numbers.get(row).copied().unwrap_or(0),
            spans: self.spans.get(*start as usize..*end as usize).unwrap_or(&[]),
            text: self.text,
            unescaped: self.unescaped,
        }
    }

    /// Where the cells of a column stand, an empty span where a row is too short.
    #[inline(always)]
    fn spans(self, column: usize) -> impl Iterator<Item = Span> {
        self.starts.windows(2).map(move |ends| {
            let at = ends[0] as usize + column;
            let span = if at < ends[1] as usize { self.spans.get(at) } else { None };
            span.copied().unwrap_or(Span::in_file(0, 0))
        })
    }

    /// The bytes of the cells of a column as written, each with the text from its beginning on; none where a row is too short.
    #[inline(always)]
    pub(crate) fn bytes_ahead(self, column: usize) -> impl Iterator<Item = (&'t [u8], &'t [u8])> {
        let (text, unescaped) = (self.text.as_bytes(), self.unescaped.as_bytes());
        self.spans(column).map(move |span| span.bytes_ahead(text, unescaped))
    }

    /// The cells of a column as written; empty where a row is too short.
    #[inline(always)]
    pub(crate) fn cells(self, column: usize) -> impl Iterator<Item = &'t str> {
        self.spans(column).map(move |span| span.text(self.text, self.unescaped).unwrap_or(""))
    }
}

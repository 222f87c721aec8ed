//! Scrolling through more rows than a browser can make an element high: the bar is scaled, the rows move one to one.
//!
//! A wheel or a finger moves the rows as far as the bar; a drag of the bar jumps to its share of the list. The two
//! drift apart, so at rest the bar is set where it belongs.

use crate::i18n::digits::within;

/// The height of a row and of the heading in pixels, as in `styles/grid.css`.
pub const ROW: f64 = 36.0;
pub const HEAD: f64 = 40.0;
/// Chromium stops at some 33 million pixels, Firefox at 17.
const HIGHEST: f64 = 15_000_000.0;

/// Where we are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scrolled {
    rows: usize,
    /// Of the box that scrolls.
    height: f64,
    /// How far down the list, in pixels of all rows under each other.
    at: f64,
    /// How far down the bar is.
    bar: f64,
}

impl Default for Scrolled {
    fn default() -> Self {
        Self { rows: 0, height: 480.0, at: 0.0, bar: 0.0 }
    }
}

impl Scrolled {
    /// There are so many rows now.
    pub fn count(&mut self, rows: usize) {
        self.rows = rows;
        self.at = self.at.min(self.lowest());
    }

    /// The box is so high.
    pub fn height(&mut self, height: f64) {
        if height > 0.0 {
            self.height = height;
        }
    }

    fn whole(&self) -> f64 {
        HEAD + self.rows as f64 * ROW
    }

    /// The height of what scrolls.
    pub fn inside(&self) -> f64 {
        self.whole().min(HIGHEST)
    }

    fn lowest(&self) -> f64 {
        (self.whole() - self.height).max(0.0)
    }

    fn lowest_bar(&self) -> f64 {
        (self.inside() - self.height).max(0.0)
    }

    /// Pixels of the list that a pixel of the bar stands for.
    fn scale(&self) -> f64 {
        if self.lowest_bar() > 0.0 { self.lowest() / self.lowest_bar() } else { 1.0 }
    }

    /// The bar was moved to here.
    pub fn scrolled(&mut self, bar: f64, height: f64) {
        self.height(height);
        let moved = bar - self.bar;
        self.bar = bar;
        self.at = if bar <= 0.0 {
            0.0
        } else if bar >= self.lowest_bar() - 1.0 {
            self.lowest()
        } else if moved.abs() < 1.5 * self.height {
            self.at + moved
        } else {
            bar * self.scale()
        };
        self.at = within(self.at, 0.0, self.lowest());
    }

    /// Whether the bar is not where it belongs.
    pub fn drifts(&self) -> bool {
        (self.at / self.scale() - self.bar).abs() > 2.0
    }

    /// Puts the bar where it belongs; see [`Scrolled::real`].
    pub fn settle(&mut self) {
        self.bar = (self.at / self.scale()).round();
    }

    /// To this place in the list.
    pub fn to(&mut self, at: f64) {
        self.at = within(at, 0.0, self.lowest());
        self.settle();
    }

    /// Scrolls as little as needed to show this row; false when it is in sight.
    pub fn show(&mut self, row: usize) -> bool {
        let (top, below) = (row as f64 * ROW, (row + 1) as f64 * ROW + HEAD - self.height);
        let to = if top < self.at { top } else { self.at.max(below) };
        let moves = to != self.at;
        if moves {
            self.to(to);
        }
        moves
    }

    /// Where the bar must be.
    pub fn real(&self) -> f64 {
        self.bar
    }

    /// The first row in sight, and the one after the last.
    pub fn rows(&self) -> (usize, usize) {
        let first = (self.at / ROW).floor() as usize;
        (first, first + (self.height / ROW).ceil() as usize + 1)
    }

    /// How many whole rows are in sight.
    pub fn screen(&self) -> usize {
        (((self.height - HEAD) / ROW).floor() as usize).max(1)
    }

    /// Where a table that begins with this row stands inside what scrolls.
    pub fn offset(&self, first: usize) -> f64 {
        self.bar - self.at + first as f64 * ROW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: usize, bars: &[f64], first_in_sight: usize) {
        let mut scrolled = Scrolled::default();
        scrolled.count(rows);
        for bar in bars {
            scrolled.scrolled(*bar, 480.0);
        }
        assert_eq!(scrolled.rows().0, first_in_sight, "{rows} rows, bar at {bars:?}");
    }

    #[test]
    fn a_short_list_scrolls_as_the_browser_does() {
        check(1000, &[0.0], 0);
        check(1000, &[36.0], 1);
        check(1000, &[36.0, 3600.0, 72.0], 2);
        check(3, &[0.0], 0);
    }

    #[test]
    fn a_long_list_moves_by_rows_and_jumps_by_shares() {
        check(1_000_000, &[360.0], 10);
        check(1_000_000, &[7_500_000.0 - 240.0], 499_993);
        check(1_000_000, &[15_000_000.0 - 480.0], 999_987);
        check(1_000_000, &[7_500_000.0 - 240.0, 7_500_000.0 - 240.0 + 36.0], 499_994);
        check(1_000_000, &[7_500_000.0, 0.0], 0);
    }

    #[test]
    fn at_rest_the_bar_is_where_it_belongs() {
        let mut scrolled = Scrolled::default();
        scrolled.count(1_000_000);
        for step in 1..100 {
            scrolled.scrolled(f64::from(step) * 400.0, 480.0);
        }
        let (at, offset) = (scrolled.rows(), scrolled.offset(0) - scrolled.real());
        assert!(scrolled.drifts());
        scrolled.settle();
        assert!(!scrolled.drifts());
        assert_eq!((scrolled.rows(), scrolled.offset(0) - scrolled.real()), (at, offset));
    }

    #[test]
    fn a_row_is_shown_with_as_little_scrolling_as_can_be() {
        let mut scrolled = Scrolled::default();
        scrolled.count(1_000_000);
        assert!(!scrolled.show(0) && !scrolled.show(11));
        assert!(scrolled.show(999_999));
        assert_eq!(scrolled.rows(), (999_987, 1_000_002));
        assert!(!scrolled.show(999_990) && scrolled.show(5));
        assert_eq!(scrolled.rows().0, 5);
    }
}

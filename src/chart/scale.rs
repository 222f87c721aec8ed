//! From values to pixels: a linear or logarithmic scale that survives any domain.

use super::scene::Span;

/// Maps a domain of values onto a range of pixels. The range may run downwards, as a vertical axis does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f32, f32),
    log: Option<f64>,
}

impl Scale {
    /// A linear scale. A domain that is not finite becomes 0 to 1; one without extent grows around its value.
    pub fn linear(domain: (f64, f64), range: (f32, f32)) -> Self {
        Self { domain: repaired(domain), range, log: None }
    }

    /// A scale of percentiles, 0 to 100.
    pub fn percentile(range: (f32, f32)) -> Self {
        Self { domain: (0.0, 100.0), range, log: None }
    }

    /// The same scale, logarithmic beyond `unit` on either side of zero and about linear within it. Nothing changes
    /// for a unit that is not above zero.
    #[must_use]
    pub fn log(self, unit: Option<f64>) -> Self {
        Self { log: unit.filter(|unit| *unit > 0.0 && unit.is_finite()), ..self }
    }

    /// What a page needs to turn pixels back into values.
    pub fn span(self) -> Span {
        Span { low: self.domain.0, high: self.domain.1, log: self.log }
    }

    /// The same scale with its domain widened to whole steps, so that both ends carry a tick.
    #[must_use]
    pub fn nice(self, max_ticks: usize) -> Self {
        let step = super::ticks::step(self.domain, max_ticks, false);
        let (low, high) = self.domain;
        Self { domain: repaired(((low / step).floor() * step, (high / step).ceil() * step)), ..self }
    }

    /// The lowest and highest value.
    pub fn domain(self) -> (f64, f64) {
        self.domain
    }

    /// The pixels of the lowest and highest value.
    pub fn range(self) -> (f32, f32) {
        self.range
    }

    /// The pixel of a value; outside the domain the nearest end, and the low end for what is not a number.
    pub fn place(self, value: f64) -> f32 {
        let share = self.span().share(value).clamp(0.0, 1.0);
        let (start, end) = self.range;
        start + (share as f32) * (end - start)
    }

    /// The value at a pixel, also beyond the ends.
    pub fn value(self, pixel: f32) -> f64 {
        let (start, end) = self.range;
        let share = f64::from(pixel - start) / f64::from(end - start);
        self.span().value(share)
    }
}

impl Span {
    /// How far along the side a value lies, 0 to 1 within it; 0 for what is not a number.
    pub fn share(self, value: f64) -> f64 {
        let [low, high, value] = [self.low, self.high, value].map(|value| self.bent(value));
        // Halves first: the span of two huge values of opposite sign would overflow.
        let share = (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        if share.is_nan() { 0.0 } else { share }
    }

    /// The value so far along the side, also beyond its ends; the low end for what is not a number.
    pub fn value(self, share: f64) -> f64 {
        if !share.is_finite() {
            return self.low;
        }
        let (low, high) = (self.bent(self.low), self.bent(self.high));
        let value = low + share * (high - low);
        self.log.map_or(value, |unit| value.sinh() * unit)
    }

    fn bent(self, value: f64) -> f64 {
        self.log.map_or(value, |unit| (value / unit).asinh())
    }
}

/// The lowest and highest of the finite values, together with zero when asked; 0 to 1 when there are none.
pub fn extent(values: impl IntoIterator<Item = f64>, with_zero: bool) -> (f64, f64) {
    let start = if with_zero { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
    let (low, high) = values
        .into_iter()
        .filter(|value| value.is_finite())
        .fold(start, |(low, high), value| (low.min(value), high.max(value)));
    repaired((low, high))
}

/// A domain that can be divided by: finite and with an extent.
fn repaired((low, high): (f64, f64)) -> (f64, f64) {
    if !low.is_finite() || !high.is_finite() {
        return (0.0, 1.0);
    }
    if low > high {
        return (high, low);
    }
    if low < high {
        return (low, high);
    }
    if low == 0.0 { (0.0, 1.0) } else { (low - low.abs() / 2.0, low + low.abs() / 2.0) }
}

#[cfg(test)]
mod tests {
    use super::{Scale, extent};

    fn check(domain: (f64, f64), value: f64, expected: f32) {
        let place = Scale::linear(domain, (0.0, 100.0)).place(value);
        assert!((place - expected).abs() < 0.01, "{value} in {domain:?} at {place}, not {expected}");
    }

    #[test]
    fn values_map_linearly_and_stay_inside() {
        check((0.0, 10.0), 5.0, 50.0);
        check((-10.0, 10.0), -5.0, 25.0);
        check((0.0, 10.0), 20.0, 100.0);
        check((0.0, 10.0), -1.0, 0.0);
    }

    #[test]
    fn strange_domains_do_no_harm() {
        check((5.0, 5.0), 5.0, 50.0);
        check((0.0, 0.0), 0.0, 0.0);
        check((f64::NAN, 1.0), 0.5, 50.0);
        check((0.0, 10.0), f64::NAN, 0.0);
        check((0.0, 10.0), f64::INFINITY, 100.0);
        check((-f64::MAX, f64::MAX), 0.0, 50.0);
        check((10.0, 0.0), 2.5, 25.0);
    }

    #[test]
    fn logarithmic_scales_give_each_power_its_room() {
        let scale = Scale::linear((-100.0, 10_000.0), (0.0, 100.0)).log(Some(1.0));
        let place = |value| scale.place(value);
        assert!((place(10_000.0) - place(1000.0) - (place(1000.0) - place(100.0))).abs() < 0.01);
        assert!((scale.value(place(250.0)) - 250.0).abs() < 0.1);
        assert_eq!(Scale::linear((0.0, 10.0), (0.0, 100.0)).log(Some(-1.0)).place(5.0), 50.0);
    }

    #[test]
    fn nice_domains_end_on_steps() {
        assert_eq!(Scale::linear((3.0, 97.0), (0.0, 1.0)).nice(5).domain(), (0.0, 100.0));
        assert_eq!(Scale::linear((-0.3, 1.34), (0.0, 1.0)).nice(5).domain(), (-0.5, 1.5));
    }

    #[test]
    fn extent_passes_over_what_is_not_a_number() {
        assert_eq!(extent([3.0, f64::NAN, -1.0], false), (-1.0, 3.0));
        assert_eq!(extent([3.0, 2.0], true), (0.0, 3.0));
        assert_eq!(extent([], false), (0.0, 1.0));
    }
}

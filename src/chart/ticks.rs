//! Round values along an axis, as many as their labels leave room for.

use super::labels::text_width;
use super::scale::Scale;

/// The least space between two labels on one line, in pixels.
const GAP: f32 = 12.0;

/// The step of 1, 2 or 5 times a power of ten that gives at most `max_ticks` ticks and spaces between them.
/// Whole steps only when `integers`.
pub fn step((low, high): (f64, f64), max_ticks: usize, integers: bool) -> f64 {
    let span = high / 2.0 - low / 2.0;
    let raw = span / max_ticks.max(1) as f64 * 2.0;
    if !raw.is_finite() || raw <= 0.0 {
        return 1.0;
    }
    let power = 10.0_f64.powf(raw.log10().floor());
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| raw <= step * 1.000_001);
    let step = step.unwrap_or(power * 10.0);
    if integers { step.max(1.0).round() } else { step }
}

/// The multiples of the step within the domain, ascending.
pub fn values(domain: (f64, f64), max_ticks: usize, integers: bool) -> Vec<f64> {
    let step = step(domain, max_ticks, integers);
    let first = (domain.0 / step - 1e-9).ceil();
    let last = (domain.1 / step + 1e-9).floor();
    let count = if (last - first).is_finite() && last >= first { (last - first) as usize + 1 } else { 0 };
    // Dividing by the inverse keeps 0.1 + 0.2 from becoming 0.30000000000000004.
    let value = |i: usize| {
        let multiple = first + i as f64;
        if step < 1.0 { multiple / (1.0 / step).round() } else { multiple * step }
    };
    (0..count.min(max_ticks + 2)).map(value).map(|value| if value == 0.0 { 0.0 } else { value }).collect()
}

/// The values of a horizontal axis whose labels, written by `write`, do not collide.
pub fn horizontal(scale: Scale, integers: bool, size: f32, write: &dyn Fn(f64) -> String) -> Vec<f64> {
    let width = (scale.range().1 - scale.range().0).abs();
    let most = (width / 48.0).clamp(1.0, 10.0) as usize;
    for count in (1..=most).rev() {
        let candidates = values(scale.domain(), count, integers);
        if fits(scale, &candidates, size, write) {
            return candidates;
        }
    }
    // Even one step collides: keep the first value alone.
    values(scale.domain(), 1, integers).into_iter().take(1).collect()
}

/// The values of a vertical axis of this height.
pub fn vertical(domain: (f64, f64), height: f32, integers: bool) -> Vec<f64> {
    values(domain, most_vertical(height), integers)
}

/// How many ticks a vertical axis of this height carries without crowding.
pub fn most_vertical(height: f32) -> usize {
    (height / 44.0).clamp(2.0, 8.0) as usize
}

/// Those of the given values whose centred labels keep their distance, the first taken first.
pub fn without_collisions(scale: Scale, given: &[f64], size: f32, write: &dyn Fn(f64) -> String) -> Vec<f64> {
    let mut kept: Vec<(f64, f32, f32)> = Vec::new();
    for &value in given {
        let (at, half) = (scale.place(value), text_width(&write(value), size) / 2.0);
        if kept.iter().all(|(_, other, other_half)| (at - other).abs() >= half + other_half + GAP) {
            kept.push((value, at, half));
        }
    }
    kept.into_iter().map(|(value, ..)| value).collect()
}

fn fits(scale: Scale, candidates: &[f64], size: f32, write: &dyn Fn(f64) -> String) -> bool {
    without_collisions(scale, candidates, size, write).len() == candidates.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{horizontal, step, values};
    use crate::chart::labels::text_width;
    use crate::chart::scale::Scale;

    fn check(domain: (f64, f64), max: usize, expected: &[f64]) {
        assert_eq!(values(domain, max, false), expected, "{domain:?} in {max}");
    }

    #[test]
    fn steps_are_one_two_five() {
        check((0.0, 1.0), 5, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check((0.0, 1.0), 10, &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        check((0.0, 100.0), 2, &[0.0, 50.0, 100.0]);
        check((-7.0, 12.0), 4, &[-5.0, 0.0, 5.0, 10.0]);
        check((0.0, 0.3), 3, &[0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn whole_steps_for_counts() {
        assert_eq!(values((0.0, 2.0), 8, true), [0.0, 1.0, 2.0]);
        assert_eq!(step((0.0, 0.5), 5, true), 1.0);
    }

    #[test]
    fn strange_domains_give_few_ticks() {
        assert!(values((f64::NAN, 1.0), 5, false).len() <= 7);
        assert!(values((-f64::MAX, f64::MAX), 5, false).len() <= 7);
        assert!(values((1e16, 1e16 + 2.0), 5, false).len() <= 7);
    }

    proptest! {
        #[test]
        fn labels_never_collide(low in -1e9..1e9_f64, span in 1e-3..1e9_f64, width in 100.0..1800.0_f32) {
            let scale = Scale::linear((low, low + span), (0.0, width));
            let write = |value: f64| format!("{value:.2}");
            let chosen = horizontal(scale, false, 12.0, &write);
            for pair in chosen.windows(2) {
                let apart = scale.place(pair[1]) - scale.place(pair[0]);
                let need = f32::midpoint(text_width(&write(pair[0]), 12.0), text_width(&write(pair[1]), 12.0));
                prop_assert!(apart >= need);
            }
        }
    }
}

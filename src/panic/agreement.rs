//! Krippendorff's alpha (2011; DEFINITIONS D10): do the raters agree more than by chance?

use crate::sorted::InOrder;

/// How far apart two values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// Alpha = 1 − Dₒ ÷ Dₑ over units (customers), each with the values its raters gave; units with fewer than two
/// values do not count. `None` = undefined: no pairable values, or no variation in them.
///
/// Coincidences: each ordered pair of values of a unit of m values counts 1 ÷ (m − 1). With n pairable values,
/// Dₒ = Σ oₒₖ·δ² and Dₑ = Σ nₒ·nₖ·δ² ÷ (n − 1).
pub fn alpha(units: &[Vec<f64>], distance: Distance) -> Option<f64> {
    let pairable: Vec<&Vec<f64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let mut values: Vec<f64> = pairable.iter().flat_map(|unit| unit.iter().copied()).collect();
    values.order_by(f64::total_cmp);
    values.dedup();
    let place = |value: f64| values.partition_point(|other| *other < value);
    let k = values.len();
    let mut coincidences = vec![0.0_f64; k * k];
    let mut counts = vec![0.0_f64; k];
    for unit in &pairable {
        let weight = 1.0 / (unit.len() - 1) as f64;
        for (i, &a) in unit.iter().enumerate() {
            counts[place(a)] += 1.0;
            for (j, &b) in unit.iter().enumerate() {
                if i != j {
                    coincidences[place(a) * k + place(b)] += weight;
                }
            }
        }
    }
    let n: f64 = counts.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for a in 0..k {
        for b in 0..k {
            let delta = squared(distance, &values, &counts, a.min(b), a.max(b));
            observed += coincidences[a * k + b] * delta;
            expected += counts[a] * counts[b] * delta;
        }
    }
    (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
}

/// δ² between the values at places `a ≤ b`.
fn squared(distance: Distance, values: &[f64], counts: &[f64], a: usize, b: usize) -> f64 {
    if a == b {
        return 0.0;
    }
    let difference = match distance {
        Distance::Nominal => 1.0,
        Distance::Ordinal => counts[a..=b].iter().sum::<f64>() - f64::midpoint(counts[a], counts[b]),
        Distance::Interval => values[a] - values[b],
        Distance::Ratio if values[a] + values[b] == 0.0 => 0.0,
        Distance::Ratio => (values[a] - values[b]) / (values[a] + values[b]),
    };
    difference * difference
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Krippendorff 2011, example C: four raters, twelve units; `.` = missing.
    const EXAMPLE_C: [&str; 4] = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

    fn units(rows: &[&str]) -> Vec<Vec<f64>> {
        let rows: Vec<Vec<char>> =
            rows.iter().map(|row| row.chars().filter(|c| *c != ' ').collect()).collect();
        (0..rows[0].len())
            .map(|unit| rows.iter().filter_map(|row| row[unit].to_digit(10)).map(f64::from).collect())
            .collect()
    }

    fn check(rows: &[&str], distance: Distance, expected: Option<f64>) {
        let found = alpha(&units(rows), distance);
        let same = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (found, expected) => found == expected,
        };
        assert!(same, "{distance:?}: {found:?}, expected {expected:?}");
    }

    #[test]
    fn alpha_equals_krippendorffs_worked_example() {
        check(&EXAMPLE_C, Distance::Nominal, Some(0.743_421_052_631_579));
        check(&EXAMPLE_C, Distance::Ordinal, Some(0.815_387_503_754_881_4));
        check(&EXAMPLE_C, Distance::Interval, Some(0.849_107_142_857_142_8));
        check(&EXAMPLE_C, Distance::Ratio, Some(0.797_402_774_711_612_1));
    }

    #[test]
    fn no_variation_or_no_pairs_is_undefined() {
        check(&["333", "333"], Distance::Ordinal, None);
        check(&["12.", "..3"], Distance::Ordinal, None);
        check(&["123", "123"], Distance::Ordinal, Some(1.0));
    }
}

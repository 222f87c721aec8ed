//! Krippendorff's alpha (2011; DEFINITIONS D10): do the raters agree more than by chance?

/// How far apart two values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// Alpha over units (customers), each with the values its raters gave; units with fewer than two values do not
/// count. `None` = undefined: no pairable values, or no variation in them.
pub fn alpha(_units: &[Vec<f64>], _distance: Distance) -> Option<f64> {
    None
}

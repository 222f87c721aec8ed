//! Gamma-Gamma: what do customers spend per order (Fader & Hardie 2013; DEFINITIONS D5).

use super::special::ln_gamma;

/// The parameters of the Gamma-Gamma model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendModel {
    pub p: f64,
    pub q: f64,
    pub v: f64,
}

impl SpendModel {
    /// E[M] = w·m + (1 − w)·p·v ÷ (q − 1) with w = p·x ÷ (p·x + q − 1); `None` when q ≤ 1, where the mean is infinite.
    /// `m`: mean value of the `x` repeat orders.
    pub fn expected(&self, x: u32, m: f64) -> Option<f64> {
        if self.q <= 1.0 {
            return None;
        }
        let px = self.p * f64::from(x);
        let weight = px / (px + self.q - 1.0);
        Some(weight * m + (1.0 - weight) * self.p * self.v / (self.q - 1.0))
    }

    /// The log-likelihood over (number of repeat orders > 0, their mean value > 0).
    pub fn log_likelihood(&self, spend: &[(f64, f64)]) -> f64 {
        let Self { p, q, v } = *self;
        let fixed = q * v.ln() - ln_gamma(q);
        spend
            .iter()
            .map(|&(x, m)| {
                let px = p * x;
                ln_gamma(px + q) - ln_gamma(px) + fixed + (px - 1.0) * m.ln() + px * x.ln()
                    - (px + q) * (x * m + v).ln()
            })
            .sum()
    }
}

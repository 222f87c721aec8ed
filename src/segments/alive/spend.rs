//! Gamma-Gamma: what do customers spend per order (Fader & Hardie 2013; DEFINITIONS D5).

use super::special::ln_gamma;
use crate::sorted::InOrder;

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
}

/// What customers spent, gathered so that a likelihood asks for few logarithms.
#[derive(Clone, Debug, Default)]
pub struct Spending {
    groups: Vec<Group>,
    /// Number of repeat orders × their mean value of every customer, group after group.
    totals: Vec<f64>,
}

/// Customers with the same number of repeat orders.
#[derive(Clone, Copy, Debug)]
struct Group {
    x: f64,
    customers: usize,
    /// Sum of the logarithms of their mean values.
    logarithms: f64,
}

impl Spending {
    /// Gathers (number of repeat orders > 0, their mean value > 0).
    pub fn new(spend: &[(f64, f64)]) -> Self {
        let mut sorted = spend.to_vec();
        sorted.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let group = |group: &[(f64, f64)]| Group {
            x: group[0].0,
            customers: group.len(),
            logarithms: group.iter().map(|(_, m)| m.ln()).sum(),
        };
        Self {
            groups: sorted.chunk_by(|a, b| a.0 == b.0).map(group).collect(),
            totals: sorted.iter().map(|(x, m)| x * m).collect(),
        }
    }

    /// The log-likelihood of a model.
    pub fn log_likelihood(&self, model: &SpendModel) -> f64 {
        let SpendModel { p, q, v } = *model;
        let fixed = q * v.ln() - ln_gamma(q);
        let (mut sum, mut totals) = (0.0, self.totals.as_slice());
        for group in &self.groups {
            let px = p * group.x;
            let (own, rest) = totals.split_at(group.customers);
            totals = rest;
            let shared = ln_gamma(px + q) - ln_gamma(px) + fixed + px * group.x.ln();
            sum += group.customers as f64 * shared + (px - 1.0) * group.logarithms
                - (px + q) * sum_of_logarithms(own.iter().map(|total| total + v));
        }
        sum
    }
}

/// Σ ln of values above zero, as the logarithms of products of as many of them as a number holds.
fn sum_of_logarithms(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut product) = (0.0, 1.0_f64);
    for value in values {
        let next = product * value;
        if (1e-280..1e280).contains(&next) {
            product = next;
        } else {
            sum += product.ln();
            product = value;
        }
    }
    sum + product.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gathered_likelihood_is_that_of_every_customer() {
        let spend: Vec<(f64, f64)> =
            (1..400).map(|i| (f64::from(i % 7 + 1), f64::from(i * i) / 90.0 + 0.01)).collect();
        let spending = Spending::new(&spend);
        for (p, q, v) in [(6.25, 3.74, 15.44), (0.3, 1.2, 1e-9), (80.0, 400.0, 1e12)] {
            let one = |(x, m): &(f64, f64)| {
                ln_gamma(p * x + q) - ln_gamma(p * x) - ln_gamma(q)
                    + q * f64::ln(v)
                    + (p * x - 1.0) * m.ln()
                    + p * x * x.ln()
                    - (p * x + q) * (x * m + v).ln()
            };
            let (slow, quick): (f64, f64) =
                (spend.iter().map(one).sum(), spending.log_likelihood(&SpendModel { p, q, v }));
            assert!((quick - slow).abs() < 1e-9 * slow.abs(), "{p} {q} {v}: {quick} {slow}");
        }
    }
}

//! BG/NBD and MBG/NBD: when do customers buy, and are they still there (Fader, Hardie & Lee 2005; DEFINITIONS D5).

use super::special::scaled_hypergeometric;
use crate::recipe::AliveModel;

/// What the models need to know about a customer, in one unit of time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct History {
    /// Repeat purchases: order days − 1.
    pub x: u32,
    /// From the first to the last order day.
    pub t_x: f64,
    /// From the first order day to the day of the analysis.
    pub age: f64,
}

/// The parameters of BG/NBD or MBG/NBD.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PurchaseModel {
    pub model: AliveModel,
    pub r: f64,
    pub alpha: f64,
    pub a: f64,
    pub b: f64,
}

impl PurchaseModel {
    /// P(alive): 1 ÷ (1 + odds); under BG/NBD 1 for who never bought again.
    pub fn p_alive(&self, of: History) -> f64 {
        1.0 / (1.0 + self.dead_odds(of))
    }

    /// P(at least one purchase in the next `t`) = P(alive) · [1 − ((α+T) ÷ (α+T+t))^(r+x)].
    pub fn p_active(&self, of: History, t: f64) -> f64 {
        let none = (-(self.r + f64::from(of.x)) * (t / (self.alpha + of.age)).ln_1p()).exp();
        self.p_alive(of) * (1.0 - none)
    }

    /// Expected purchases in the next `t`, given the history.
    pub fn expected(&self, of: History, t: f64) -> f64 {
        // a = 1 is a removable singularity: take the middle of both sides.
        if (self.a - 1.0).abs() < 1e-6 {
            let aside = |by: f64| Self { a: 1.0 + by, ..*self }.expected_away(of, t);
            return f64::midpoint(aside(1e-5), aside(-1e-5));
        }
        self.expected_away(of, t)
    }

    fn expected_away(&self, of: History, t: f64) -> f64 {
        let x = f64::from(of.x);
        let extra = match self.model {
            AliveModel::BgNbd => 0.0,
            AliveModel::MbgNbd => 1.0,
        };
        let c = self.a + self.b + x - 1.0 + extra;
        let z = t / (self.alpha + of.age + t);
        // (1 − z)^(r+x) is ((α+T) ÷ (α+T+t))^(r+x).
        let rest = scaled_hypergeometric(self.r + x, self.b + x + extra, c, z);
        c / (self.a - 1.0) * (1.0 - rest) / (1.0 + self.dead_odds(of))
    }

    /// The odds of having dropped out.
    fn dead_odds(&self, of: History) -> f64 {
        let x = f64::from(of.x);
        let weight = match self.model {
            AliveModel::BgNbd if of.x == 0 => return 0.0,
            AliveModel::BgNbd => self.a / (self.b + x - 1.0),
            AliveModel::MbgNbd => self.a / (self.b + x),
        };
        weight * ((self.r + x) * ((self.alpha + of.age) / (self.alpha + of.t_x)).ln()).exp()
    }
}

/// Equal histories counted together, and time brought to a mean age of 1, so that a fit does not depend on the unit.
#[derive(Clone, Debug)]
pub struct Histories {
    counted: Vec<(History, f64)>,
    scale: f64,
    most_x: usize,
    sum_x: f64,
}

impl Histories {
    /// Gathers the histories; there must be at least one with an age.
    pub fn new(histories: &[History]) -> Self {
        let mean = histories.iter().map(|of| of.age).sum::<f64>() / histories.len().max(1) as f64;
        let scale = if mean > 0.0 { mean } else { 1.0 };
        let mut sorted: Vec<History> = histories.to_vec();
        sorted.sort_by(|a, b| {
            a.x.cmp(&b.x).then_with(|| a.t_x.total_cmp(&b.t_x)).then_with(|| a.age.total_cmp(&b.age))
        });
        let mut counted: Vec<(History, f64)> = Vec::new();
        for of in sorted {
            let of = History { x: of.x, t_x: of.t_x / scale, age: of.age / scale };
            match counted.last_mut() {
                Some((same, count)) if *same == of => *count += 1.0,
                _ => counted.push((of, 1.0)),
            }
        }
        Self {
            scale,
            most_x: histories.iter().map(|of| of.x as usize).max().unwrap_or(0),
            sum_x: histories.iter().map(|of| f64::from(of.x)).sum(),
            counted,
        }
    }

    /// α in the unit of the histories from α in that of the fit, and back.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// What the log-likelihood of the fit lacks because time was scaled: −Σx · ln scale.
    pub fn scaling(&self) -> f64 {
        -self.sum_x * self.scale.ln()
    }

    /// The log-likelihood of BG/NBD or MBG/NBD, α in the unit of the fit. Gamma and beta functions at whole steps are
    /// sums of logarithms, counted up once.
    pub fn log_likelihood(&self, of: &PurchaseModel) -> f64 {
        let PurchaseModel { model, r, alpha, a, b } = *of;
        let mut by_x = Vec::with_capacity(self.most_x + 1);
        let mut sum = r * alpha.ln();
        let shift = match model {
            AliveModel::BgNbd => 0.0,
            AliveModel::MbgNbd => {
                sum += (b / (a + b)).ln();
                1.0
            }
        };
        for k in 0..=self.most_x {
            by_x.push(sum);
            let k = k as f64;
            sum += (r + k).ln() + ((b + k + shift) / (a + b + k + shift)).ln();
        }
        self.counted
            .iter()
            .map(|(history, count)| {
                let x = f64::from(history.x);
                let alive = -(r + x) * (alpha + history.age).ln();
                let weight = match model {
                    AliveModel::BgNbd if history.x == 0 => 0.0,
                    AliveModel::BgNbd => a / (b + x - 1.0),
                    AliveModel::MbgNbd => a / (b + x),
                };
                let either = if weight > 0.0 {
                    let dead = weight.ln() - (r + x) * (alpha + history.t_x).ln();
                    let (high, low) = if alive > dead { (alive, dead) } else { (dead, alive) };
                    high + (low - high).exp().ln_1p()
                } else {
                    alive
                };
                count * (by_x[history.x as usize] + either)
            })
            .sum()
    }

    /// The log-likelihood of NBD: the same without drop-out.
    pub fn log_likelihood_nbd(&self, r: f64, alpha: f64) -> f64 {
        let mut by_x = Vec::with_capacity(self.most_x + 1);
        let mut sum = r * alpha.ln();
        for k in 0..=self.most_x {
            by_x.push(sum);
            sum += (r + k as f64).ln();
        }
        let one = |of: &History| by_x[of.x as usize] - (r + f64::from(of.x)) * (alpha + of.age).ln();
        self.counted.iter().map(|(history, count)| count * one(history)).sum()
    }
}

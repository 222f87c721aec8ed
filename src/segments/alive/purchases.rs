//! BG/NBD and MBG/NBD: when do customers buy, and are they still there (Fader, Hardie & Lee 2005; DEFINITIONS D5).

use super::special::scaled_hypergeometric;
use crate::recipe::AliveModel;
use crate::segments::ranking::Sorted;
use crate::sorted::InOrder;

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
    counted: Vec<Counted>,
    /// The times of all histories, each once: far fewer than there are histories, since orders have days.
    times: Vec<f64>,
    scale: f64,
    most_x: usize,
    sum_x: f64,
}

/// So many customers with one history; its times are places in [`Histories::times`].
#[derive(Clone, Copy, Debug)]
struct Counted {
    x: u32,
    t_x: u32,
    age: u32,
    count: f64,
}

impl Histories {
    /// Gathers the histories; there must be at least one with an age.
    pub fn new(histories: &[History]) -> Self {
        let mean = histories.iter().map(|of| of.age).sum::<f64>() / histories.len().max(1) as f64;
        let scale = if mean > 0.0 { mean } else { 1.0 };
        let times = histories.iter().flat_map(|of| [of.t_x / scale, of.age / scale]);
        let mut times = Sorted::new(times).into_vec();
        times.dedup();
        let place = |time: f64| times.partition_point(|other| *other < time / scale) as u32;
        let mut places: Vec<[u32; 3]> =
            histories.iter().map(|of| [of.x, place(of.t_x), place(of.age)]).collect();
        places.order_by(Ord::cmp);
        let mut counted: Vec<Counted> = Vec::new();
        for [x, t_x, age] in places {
            match counted.last_mut() {
                Some(same) if [same.x, same.t_x, same.age] == [x, t_x, age] => same.count += 1.0,
                _ => counted.push(Counted { x, t_x, age, count: 1.0 }),
            }
        }
        Self {
            scale,
            most_x: histories.iter().map(|of| of.x as usize).max().unwrap_or(0),
            sum_x: histories.iter().map(|of| f64::from(of.x)).sum(),
            counted,
            times,
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

    /// ln (α + t) of every time.
    fn logarithms(&self, alpha: f64) -> Vec<f64> {
        self.times.iter().map(|time| (alpha + time).ln()).collect()
    }

    /// The log-likelihood of BG/NBD or MBG/NBD, α in the unit of the fit. Gamma and beta functions at whole steps are
    /// sums of logarithms, counted up once, and so is every other logarithm that many histories share.
    pub fn log_likelihood(&self, of: &PurchaseModel) -> f64 {
        let PurchaseModel { model, r, alpha, a, b } = *of;
        // By x: what does not depend on the times, and the logarithm of the weight of having dropped out.
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
            let x = k as f64;
            let weight = match model {
                AliveModel::BgNbd if k == 0 => 0.0,
                _ => a / (b + x - 1.0 + shift),
            };
            by_x.push((sum, weight.ln()));
            sum += (r + x).ln() + ((b + x + shift) / (a + b + x + shift)).ln();
        }
        let logarithms = self.logarithms(alpha);
        let one = |of: &Counted| {
            let (fixed, weight) = by_x[of.x as usize];
            let power = -(r + f64::from(of.x));
            let alive = power * logarithms[of.age as usize];
            // Of a weight of nothing the logarithm is −∞, and nothing is added.
            let dead = weight + power * logarithms[of.t_x as usize];
            let (high, low) = if alive > dead { (alive, dead) } else { (dead, alive) };
            of.count * (fixed + high + (low - high).exp().ln_1p())
        };
        self.counted.iter().map(one).sum()
    }

    /// The log-likelihood of NBD: the same without drop-out.
    pub fn log_likelihood_nbd(&self, r: f64, alpha: f64) -> f64 {
        let mut by_x = Vec::with_capacity(self.most_x + 1);
        let mut sum = r * alpha.ln();
        for k in 0..=self.most_x {
            by_x.push(sum);
            sum += (r + k as f64).ln();
        }
        let logarithms = self.logarithms(alpha);
        let one = |of: &Counted| by_x[of.x as usize] - (r + f64::from(of.x)) * logarithms[of.age as usize];
        self.counted.iter().map(|of| of.count * one(of)).sum()
    }
}

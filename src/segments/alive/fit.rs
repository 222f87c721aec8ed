//! Fits the models in steps, checks the guards, and gives every customer its prospects.

use super::purchases::{Histories, History, PurchaseModel};
use super::search::Search;
use super::spend::{SpendModel, Spending};
use super::{Alive, AliveOf, Guard, PurchaseFit, SpendFit};
use crate::calendar::days_between;
use crate::customers::Customers;
use crate::recipe::AliveRecipe;
use crate::segments::ranking::{as_f64, sum};

/// One customer with order days.
#[derive(Clone, Copy, Debug)]
struct Buyer {
    customer: usize,
    history: History,
    /// Mean value of the repeat orders; 0 without.
    mean_value: f64,
    /// Last interval ÷ the last two, with at least two intervals.
    last_of_two: Option<f64>,
}

/// Fits in steps, so that a worker can show progress and be stopped.
#[derive(Clone, Debug)]
pub struct AliveBuilder {
    recipe: AliveRecipe,
    customers: usize,
    buyers: Vec<Buyer>,
    histories: Histories,
    /// (number of repeat orders, their mean value), amounts around 1.
    spend: Vec<(f64, f64)>,
    spending: Spending,
    mean_spend: f64,
    purchase_search: Option<Search<4>>,
    nbd_search: Option<Search<2>>,
    spend_search: Option<Search<3>>,
}

impl AliveBuilder {
    /// Gathers what the fit needs; `None` for a list without order days.
    pub fn new(customers: &Customers, recipe: &AliveRecipe) -> Option<Self> {
        let unit = recipe.unit_days;
        let buyers: Vec<Buyer> = (0..customers.len()).filter_map(|i| buyer(customers, unit, i)).collect();
        (!buyers.is_empty()).then(|| Self::of(customers.len(), buyers, recipe))
    }

    fn of(customers: usize, buyers: Vec<Buyer>, recipe: &AliveRecipe) -> Self {
        let histories: Vec<History> = buyers.iter().map(|buyer| buyer.history).collect();
        let spend: Vec<(f64, f64)> = buyers
            .iter()
            .filter(|buyer| buyer.history.x > 0 && buyer.mean_value > 0.0)
            .map(|buyer| (f64::from(buyer.history.x), buyer.mean_value))
            .collect();
        let mean_spend = spend.iter().map(|(_, m)| m).sum::<f64>() / spend.len().max(1) as f64;
        // Amounts around 1, so that the fit does not depend on the currency.
        let spend: Vec<(f64, f64)> = spend.into_iter().map(|(x, m)| (x, m / mean_spend)).collect();
        Self {
            recipe: recipe.clone(),
            customers,
            histories: Histories::new(&histories),
            buyers,
            spending: Spending::new(&spend),
            spend,
            mean_spend,
            purchase_search: None,
            nbd_search: None,
            spend_search: None,
        }
    }

    /// Works for about this many evaluations of a likelihood; true when [`Self::finish`] has nothing left to fit.
    pub fn step(&mut self, evaluations: usize) -> bool {
        if self.too_few() {
            return true;
        }
        let (histories, cap, model) = (&self.histories, self.recipe.cap, self.recipe.model);
        let purchase = |place: &[f64; 4]| {
            let [r, alpha, a, b] = place.map(f64::exp);
            // α has a scale, not a shape: only shapes are held below the cap.
            -histories.log_likelihood(&PurchaseModel { model, r, alpha, a, b }) + over(&[r, a, b], cap)
        };
        let search = self.purchase_search.get_or_insert_with(|| Search::new([0.0, 0.0, 0.0, 1.0], &purchase));
        if !search.step(evaluations, &purchase) {
            return false;
        }
        let nbd = |place: &[f64; 2]| {
            let [r, alpha] = place.map(f64::exp);
            -histories.log_likelihood_nbd(r, alpha) + over(&[r], cap)
        };
        let search = self.nbd_search.get_or_insert_with(|| Search::new([0.0, 0.0], &nbd));
        if !search.step(evaluations, &nbd) {
            return false;
        }
        if self.spend.len() < 2 {
            return true;
        }
        let spending = &self.spending;
        let gamma = |place: &[f64; 3]| {
            let [p, q, v] = place.map(f64::exp);
            -spending.log_likelihood(&SpendModel { p, q, v }) + over(&[p, q], cap)
        };
        let search = self.spend_search.get_or_insert_with(|| Search::new([0.0, 1.0, 0.0], &gamma));
        search.step(evaluations, &gamma)
    }

    /// About how many percent of the fit is done.
    pub fn percent(&self) -> u8 {
        let of = |progress: Option<f64>| progress.unwrap_or(0.0);
        let purchase = of(self.purchase_search.as_ref().map(Search::progress));
        let nbd = of(self.nbd_search.as_ref().map(Search::progress));
        let spend = of(self.spend_search.as_ref().map(Search::progress));
        (60.0 * purchase + 15.0 * nbd + 25.0 * spend) as u8
    }

    /// The settings it fits by.
    pub fn recipe(&self) -> &AliveRecipe {
        &self.recipe
    }

    /// Finishes the fit and gives every customer its prospects, if the guards allow.
    pub fn finish(mut self) -> Alive {
        while !self.step(usize::MAX / 2) {}
        let at_least = self.recipe.at_least;
        if self.too_few() {
            let guard = Some(Guard::TooFew { customers: self.buyers.len(), at_least });
            return Alive { guard, ..Alive::default() };
        }
        let purchase = self.purchase();
        let spend = self.spend();
        let guard = purchase.as_ref().and_then(|fit| self.guard(fit));
        let of = match (&purchase, guard) {
            (Some(fit), None) => self.prospects(fit, spend.as_ref()),
            _ => Vec::new(),
        };
        Alive { purchase, spend, guard, of }
    }

    fn too_few(&self) -> bool {
        self.buyers.len() < self.recipe.at_least as usize
            || self.buyers.iter().all(|buyer| buyer.history.x == 0)
    }

    fn purchase(&self) -> Option<PurchaseFit> {
        let (place, _) = self.purchase_search.as_ref()?.best();
        let [r, alpha, a, b] = place.map(f64::exp);
        let model = self.recipe.model;
        let log_likelihood = self.histories.log_likelihood(&PurchaseModel { model, r, alpha, a, b });
        let (nbd, _) = self.nbd_search.as_ref()?.best();
        let nbd = self.histories.log_likelihood_nbd(nbd[0].exp(), nbd[1].exp());
        Some(PurchaseFit {
            model,
            unit_days: self.recipe.unit_days,
            r,
            alpha: alpha * self.histories.scale(),
            a,
            b,
            log_likelihood: log_likelihood + self.histories.scaling(),
            likelihood_ratio: 2.0 * (log_likelihood - nbd),
            regularity: self.regularity(),
            customers: self.buyers.len(),
        })
    }

    fn guard(&self, fit: &PurchaseFit) -> Option<Guard> {
        let highest = fit.r.max(fit.a).max(fit.b);
        if highest > 0.9 * self.recipe.cap {
            return Some(Guard::AtCap { parameter: highest });
        }
        if !self.purchase_search.as_ref().is_some_and(Search::converged) {
            return Some(Guard::NotConverged);
        }
        if fit.likelihood_ratio < self.recipe.likelihood_ratio {
            return Some(Guard::NoDropOut { likelihood_ratio: fit.likelihood_ratio });
        }
        fit.regularity.filter(|k| *k > self.recipe.regularity).map(|k| Guard::TooRegular { k })
    }

    /// Wheat & Morrison: k = (1 − 4V) ÷ (8V), V the mean of (U − ½)², U the last interval ÷ the last two.
    fn regularity(&self) -> Option<f64> {
        let shares: Vec<f64> = self.buyers.iter().filter_map(|buyer| buyer.last_of_two).collect();
        let spread = shares.iter().map(|u| (u - 0.5).powi(2)).sum::<f64>() / shares.len() as f64;
        (spread > 0.0).then(|| (1.0 - 4.0 * spread) / (8.0 * spread))
    }

    fn spend(&self) -> Option<SpendFit> {
        let (place, _) = self.spend_search.as_ref()?.best();
        let [p, q, v] = place.map(f64::exp);
        let log_likelihood = self.spending.log_likelihood(&SpendModel { p, q, v });
        let correlation = correlation(&self.spend);
        Some(SpendFit {
            p,
            q,
            v: v * self.mean_spend,
            // The density of an amount is that of the scaled amount ÷ the scale.
            log_likelihood: log_likelihood - self.spend.len() as f64 * self.mean_spend.ln(),
            n: self.spend.len(),
            correlation,
            correlated: correlation.is_some_and(|c| c.abs() > self.recipe.correlation),
            refused: q <= 1.0,
        })
    }

    fn prospects(&self, fit: &PurchaseFit, spend: Option<&SpendFit>) -> Vec<Option<AliveOf>> {
        let model = PurchaseModel { model: fit.model, r: fit.r, alpha: fit.alpha, a: fit.a, b: fit.b };
        let spend = spend.map(|fit| SpendModel { p: fit.p, q: fit.q, v: fit.v });
        let units = |days: f64| days / self.recipe.unit_days;
        let mut of = vec![None; self.customers];
        for buyer in &self.buyers {
            let History { x, .. } = buyer.history;
            let expected_orders = model.expected(buyer.history, units(self.recipe.value_days));
            let repeats = if buyer.mean_value > 0.0 { x } else { 0 };
            let expected_spend = spend.and_then(|spend| spend.expected(repeats, buyer.mean_value));
            of[buyer.customer] = Some(AliveOf {
                p_alive: model.p_alive(buyer.history),
                p_active: model.p_active(buyer.history, units(self.recipe.active_days)),
                expected_orders,
                expected_spend,
                expected_value: expected_spend.map(|spend| spend * expected_orders),
            });
        }
        of
    }
}

/// How far shapes lie above their cap, as a penalty that pulls the search back.
fn over(shapes: &[f64], cap: f64) -> f64 {
    shapes.iter().map(|shape| (shape / cap).ln().max(0.0).powi(2)).sum::<f64>() * 1e6
}

fn buyer(customers: &Customers, unit_days: f64, i: usize) -> Option<Buyer> {
    let days = customers.occasions(i);
    let (first, last) = (days.first()?.date, days.last()?.date);
    let units = |from, to| f64::from(days_between(from, to).max(0)) / unit_days;
    let repeats = days.between(1, days.len());
    let total = as_f64(sum(repeats.iter().map(|day| day.value)));
    let last_three =
        days.len().checked_sub(3).map(|from| [from, from + 1, from + 2].map(|place| days.get(place)));
    let last_of_two = match last_three {
        Some([Some(a), Some(b), Some(c)]) => Some(units(b.date, c.date) / units(a.date, c.date)),
        _ => None,
    };
    Some(Buyer {
        customer: i,
        history: History {
            x: repeats.len() as u32,
            t_x: units(first, last),
            age: units(first, customers.reference_date()),
        },
        mean_value: if repeats.is_empty() { 0.0 } else { total / repeats.len() as f64 },
        last_of_two,
    })
}

fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (mean_x, mean_m) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sums = pairs.iter().fold((0.0, 0.0, 0.0), |(xx, mm, xm), (x, m)| {
        let (x, m) = (x - mean_x, m - mean_m);
        (xx + x * x, mm + m * m, xm + x * m)
    });
    (sums.0 > 0.0 && sums.1 > 0.0).then(|| sums.2 / (sums.0 * sums.1).sqrt())
}

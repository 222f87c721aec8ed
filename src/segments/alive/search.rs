//! Nelder–Mead search for the lowest point of a function, in steps, so that a page can show progress.

use crate::sorted::InOrder;

/// A search that restarts at its best point until that no longer helps.
#[derive(Clone, Debug)]
pub struct Search<const N: usize> {
    corners: Vec<([f64; N], f64)>,
    evaluations: usize,
    best_before_restart: f64,
    width: f64,
    done: bool,
    converged: bool,
}

/// After so many evaluations the search gives up.
const MOST: usize = 6_000;
/// A round ends when all corners are this equal in height and place.
const SAME_HEIGHT: f64 = 1e-9;
const SAME_PLACE: f64 = 1e-6;
/// A restart must win at least this much to be followed by another.
const WORTH: f64 = 1e-7;

impl<const N: usize> Search<N> {
    /// A search around a start; `lowest` is the function.
    pub fn new(start: [f64; N], function: &impl Fn(&[f64; N]) -> f64) -> Self {
        let mut search = Self {
            corners: Vec::new(),
            evaluations: 0,
            best_before_restart: f64::INFINITY,
            width: 0.5,
            done: false,
            converged: false,
        };
        search.spread(start, function);
        search
    }

    /// The best point so far with its height.
    pub fn best(&self) -> (&[f64; N], f64) {
        (&self.corners[0].0, self.corners[0].1)
    }

    /// How far it is, 0–1: an estimate that never falls back, since nobody knows how long a search takes.
    pub fn progress(&self) -> f64 {
        if self.done { 1.0 } else { 1.0 - (-(self.evaluations as f64) / 200.0).exp() }
    }

    /// Whether it found a lowest point, rather than giving up.
    pub fn converged(&self) -> bool {
        self.converged
    }

    /// Works for about this many evaluations; true when done.
    pub fn step(&mut self, evaluations: usize, function: &impl Fn(&[f64; N]) -> f64) -> bool {
        let until = self.evaluations + evaluations;
        while !self.done && self.evaluations < until {
            self.move_once(function);
            if self.evaluations >= MOST {
                self.done = true;
            } else if self.is_flat() {
                let best = self.corners[0];
                if self.best_before_restart - best.1 < WORTH {
                    (self.done, self.converged) = (true, true);
                } else {
                    self.best_before_restart = best.1;
                    self.width = 0.1;
                    self.spread(best.0, function);
                }
            }
        }
        self.done
    }

    fn spread(&mut self, start: [f64; N], function: &impl Fn(&[f64; N]) -> f64) {
        self.corners.clear();
        for corner in 0..=N {
            let mut place = start;
            if let Some(coordinate) = corner.checked_sub(1) {
                place[coordinate] += self.width;
            }
            let height = self.height(&place, function);
            self.corners.push((place, height));
        }
        self.sort();
    }

    fn height(&mut self, place: &[f64; N], function: &impl Fn(&[f64; N]) -> f64) -> f64 {
        self.evaluations += 1;
        let height = function(place);
        if height.is_nan() { f64::INFINITY } else { height }
    }

    fn sort(&mut self) {
        self.corners.order_by(|a, b| a.1.total_cmp(&b.1));
    }

    fn is_flat(&self) -> bool {
        let (best, worst) = (&self.corners[0], &self.corners[N]);
        let far =
            |other: &([f64; N], f64)| best.0.iter().zip(other.0).any(|(a, b)| (a - b).abs() > SAME_PLACE);
        worst.1 - best.1 < SAME_HEIGHT && !self.corners.iter().any(far)
    }

    fn move_once(&mut self, function: &impl Fn(&[f64; N]) -> f64) {
        let worst = self.corners[N];
        let mut middle = [0.0; N];
        for (place, _) in &self.corners[..N] {
            for (sum, coordinate) in middle.iter_mut().zip(place) {
                *sum += coordinate / N as f64;
            }
        }
        let along = |by: f64| {
            let mut place = middle;
            for (coordinate, worst) in place.iter_mut().zip(worst.0) {
                *coordinate += by * (*coordinate - worst);
            }
            place
        };
        let reflected = along(1.0);
        let height = self.height(&reflected, function);
        let better = if height < self.corners[0].1 {
            let expanded = along(2.0);
            let further = self.height(&expanded, function);
            Some(if further < height { (expanded, further) } else { (reflected, height) })
        } else if height < self.corners[N - 1].1 {
            Some((reflected, height))
        } else {
            let contracted = along(if height < worst.1 { 0.5 } else { -0.5 });
            let nearer = self.height(&contracted, function);
            (nearer < height.min(worst.1)).then_some((contracted, nearer))
        };
        if let Some(corner) = better {
            self.corners[N] = corner;
        } else {
            let best = self.corners[0].0;
            for corner in 1..=N {
                let mut place = self.corners[corner].0;
                for (coordinate, best) in place.iter_mut().zip(best) {
                    *coordinate = f64::midpoint(*coordinate, best);
                }
                self.corners[corner] = (place, self.height(&place, function));
            }
        }
        self.sort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_a_curved_valley() {
        // Rosenbrock's function: lowest at (1, 1).
        let valley = |p: &[f64; 2]| (1.0 - p[0]).powi(2) + 100.0 * (p[1] - p[0] * p[0]).powi(2);
        let mut search = Search::new([-1.2, 1.0], &valley);
        while !search.step(50, &valley) {}
        let (place, height) = search.best();
        assert!(search.converged() && height < 1e-9, "{place:?} {height}");
        assert!((place[0] - 1.0).abs() < 1e-4 && (place[1] - 1.0).abs() < 1e-4, "{place:?}");
    }
}

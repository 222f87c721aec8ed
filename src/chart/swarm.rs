//! Spreads points that would cover each other: sideways they keep their exact value, up and down they give way.

use crate::sorted::InOrder;

/// A point before it has its final height, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bead {
    pub x: f32,
    pub y: f32,
    /// How far up (smaller) and down (larger) its centre may go.
    pub highest: f32,
    pub lowest: f32,
}

/// The height of every bead such that none of this radius touches another, each as near to its own height as
/// the earlier ones allow; `None` when they do not fit. The same beads always give the same heights.
pub fn spread(beads: &[Bead], radius: f32) -> Option<Vec<f32>> {
    let apart = radius * 2.0 + 1.0;
    let mut order: Vec<usize> = (0..beads.len()).collect();
    order.order_by(|&a, &b| beads[a].x.total_cmp(&beads[b].x).then(a.cmp(&b)));

    let mut heights = vec![0.0; beads.len()];
    // Those already placed that are still near enough sideways to touch the next.
    let mut near: Vec<(f32, f32)> = Vec::new();
    for i in order {
        let bead = beads.get(i)?;
        near.retain(|(x, _)| bead.x - x < apart);
        let y = free_height(bead, &near, apart)?;
        near.push((bead.x, y));
        *heights.get_mut(i)? = y;
    }
    Some(heights)
}

/// The free height nearest to the bead's own: its own, or one that just touches a neighbour.
fn free_height(bead: &Bead, near: &[(f32, f32)], apart: f32) -> Option<f32> {
    let touching = near.iter().flat_map(|&(x, y)| {
        let dx = bead.x - x;
        let dy = (apart * apart - dx * dx).max(0.0).sqrt() + 0.01;
        [y - dy, y + dy]
    });
    let allowed = std::iter::once(bead.y)
        .chain(touching)
        .filter(|y| (bead.highest..=bead.lowest).contains(y))
        .filter(|y| near.iter().all(|(nx, ny)| (bead.x - nx).hypot(y - ny) >= apart));
    allowed.min_by(|a, b| (a - bead.y).abs().total_cmp(&(b - bead.y).abs()).then(a.total_cmp(b)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Bead, spread};

    fn bead(x: f32) -> Bead {
        Bead { x, y: 50.0, highest: 0.0, lowest: 100.0 }
    }

    #[test]
    fn equal_points_stack() {
        let heights = spread(&[bead(5.0), bead(5.0), bead(5.0)], 4.0).unwrap_or_default();
        let rounded: Vec<i32> = heights.iter().map(|y| y.round() as i32).collect();
        assert_eq!(rounded, [50, 41, 59]);
    }

    #[test]
    fn too_many_do_not_fit() {
        assert_eq!(spread(&[bead(5.0); 100], 4.0), None);
        assert_eq!(spread(&[], 4.0), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn none_hides_another(xs in proptest::collection::vec(0.0..300.0_f32, 0..120)) {
            let beads: Vec<Bead> = xs.into_iter().map(bead).collect();
            if let Some(heights) = spread(&beads, 3.0) {
                for i in 0..beads.len() {
                    for j in 0..i {
                        let apart = (beads[i].x - beads[j].x).hypot(heights[i] - heights[j]);
                        prop_assert!(apart >= 6.9);
                    }
                }
            }
        }
    }
}

//! Charts as shapes: positions in a picture of a given width and height, no DOM and no words of our own.
//!
//! [`scene`] is the picture, the builders ([`pareto`], [`whale`], [`importance`], [`bars`], [`histogram`]) lay one out,
//! and [`svg`] writes it to a file. The page draws the same scene with its own elements.

pub mod axes;
pub mod bars;
pub mod crowd;
pub mod curve;
pub mod histogram;
pub mod importance;
pub mod labels;
pub mod legend;
pub mod outline;
pub mod pareto;
pub mod pick;
pub mod scale;
pub mod scene;
pub mod svg;
pub mod swarm;
pub mod ticks;
pub mod tooltip;
pub mod whale;

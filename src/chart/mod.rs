//! Charts as shapes: positions in a picture of a given width and height, no DOM and no words of our own.
//!
//! [`scene`] is the picture, the builders ([`pareto`], [`whale`], [`pyramid`], [`matrix`], [`coverage`], [`scatter`],
//! [`importance`], [`bars`], [`histogram`], [`rhythm`], [`flow`]) lay one out, and [`svg`] writes it to a file. The page
//! draws the same scene with its own elements; a [`scene::Mark::Cloud`] of many points on a canvas.

pub mod axes;
pub mod bars;
pub mod calendar;
pub mod coverage;
pub mod crowd;
pub mod curve;
pub mod flow;
pub mod histogram;
pub mod importance;
pub mod labels;
pub mod legend;
pub mod matrix;
pub mod outline;
pub mod pareto;
pub mod pick;
pub mod pyramid;
pub mod rhythm;
pub mod scale;
pub mod scatter;
pub mod scene;
pub mod svg;
pub mod swarm;
pub mod ticks;
pub mod tooltip;
pub mod whale;

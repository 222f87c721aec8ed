//! Charts as shapes: positions in a picture of a given width and height, no DOM and no words of our own.

pub mod scene;

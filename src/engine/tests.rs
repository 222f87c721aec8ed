//! The engine driven as the worker drives it.

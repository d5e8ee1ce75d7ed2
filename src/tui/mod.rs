//! All that knows the terminal: what a scope looks like, painting.

pub mod paint;
pub mod svg;
pub mod theme;

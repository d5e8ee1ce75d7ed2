//! Text before it has a meaning: what it takes on a screen, where it breaks, how it is searched.

pub mod fold;
pub mod width;
pub mod wrap;

//! Performs what the application asks of the world, and answers with messages.
//!
//! [`Performer`] does one effect at once and inline, as tests want it; [`Workers`] does the same on threads, so
//! that the screen never waits. Effects on the terminal belong to whoever owns the terminal.

mod performer;
mod shelf;
mod workers;

pub use performer::{Analyser, Opener, Performer};
pub use shelf::{Shelves, key};
pub use workers::Workers;

#[cfg(test)]
mod tests;

//! The terminal, and nothing else of the program: keys in, frames out, and the promise to give it back.
//!
//! What a key does is decided in `app`; what is drawn where, in `view`. Files and analysis are the business of
//! whoever calls [`run`].

mod guard;
mod inbox;
mod input;
pub mod paint;
mod run;
mod screen;
mod signals;
pub mod svg;
pub mod theme;

pub use inbox::Inbox;
pub use run::{Ending, run};

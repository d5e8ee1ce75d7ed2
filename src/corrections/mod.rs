//! The file in which the reader's corrections are kept: `corrections.toml` in the data folder, to be read, edited by hand
//! and shared.
//!
//! `book` reads it, entry by entry, so that a wrong one costs no other; `store` changes it so that nothing is lost, whoever
//! else writes. What corrections do to an article is not known here.

mod book;
mod store;

pub use book::{Book, Entry, Problem};
pub use store::{Error, Store};

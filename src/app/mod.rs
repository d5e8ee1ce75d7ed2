//! The application as a value: what is open, where the reader is, what a key does.
//!
//! `update(&mut App, Msg) -> Vec<Effect>` is the whole of its behaviour. No clock, no thread, no terminal.

mod msg;

pub use msg::{DocumentIdx, Effect, Key, KeyCode, Mouse, MouseAction, Msg};

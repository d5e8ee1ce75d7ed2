//! Text as the rest of the program needs it: tokens and sentences, folding, width and wrapping, cleaning, comparing.
//!
//! Knows no language: lists of words come from the caller.

pub mod compare;
pub mod fold;
pub mod sanitise;
pub mod sentence;
pub mod token;
pub mod width;
pub mod wrap;

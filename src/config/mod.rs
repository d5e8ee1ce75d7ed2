//! What the reader set up: where files are kept.

pub mod paths;

//! The application as rows of text, each piece with its meaning; no terminal is known here.

pub mod plain;

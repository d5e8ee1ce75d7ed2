#![doc = include_str!("ARCHITECTURE.md")]
// A test may fail where it likes; the build without tests is checked all the same.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod model;

pub mod assets;
pub mod text;

pub mod lang;

pub mod ingest;

pub mod analysis;

pub mod export;
pub mod library;

pub mod feeds;

pub mod config;
pub mod corrections;

pub mod app;
pub mod view;

pub mod tui;

pub mod runtime;

pub mod cli;

//! The program from outside, in one binary so that it is linked once.

#![allow(clippy::unwrap_used, reason = "a test may fail where it likes")]

mod analyse;
mod analysis;
mod annotated;
mod cli;
mod corrections;
mod dates;
mod examples;
mod feeds;
mod fetch;
mod gazetteer;
mod hostile;
mod layers;
mod library;
mod names;
mod pages;
mod picture;
mod program;
mod pty;
mod readme;
mod screen;
mod server;
mod statements;
mod tls;

use std::sync::LazyLock;

use linimasa::lang::Packs;

/// The languages of the program, read once for all tests.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap_or_else(|errors| panic!("{errors:#?}")));

//! The packs against the examples that lie beside them.

mod dates;
mod events;
mod furniture;
mod language;
mod named;
mod names;
mod properties;
mod statements;

use std::path::PathBuf;

/// The languages that have a pack.
const LANGUAGES: [&str; 3] = ["id", "en", "ms"];

/// A file of a pack.
fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/languages").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

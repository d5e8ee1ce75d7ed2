//! The compiled gazetteer against the lists that it is made from.

use std::fs;
use std::path::Path;

use linimasa::assets;
use linimasa::lang::gazetteer::{Entry, SOURCES, entries, freeze};
use linimasa::lang::{Gazetteer, Packs};

const AGAIN: &str = "run `cargo run --release --example build_gazetteer`";

/// The entries of one list.
fn list(name: &str) -> Vec<Entry> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    entries(name, &text).unwrap()
}

fn compiled() -> &'static [u8] {
    assets::get("gazetteer.bin").unwrap()
}

#[test]
fn the_compiled_file_is_what_the_lists_say() {
    let (gazetteer, _) = Gazetteer::load(compiled()).unwrap();
    let all: Vec<Entry> = SOURCES.into_iter().flat_map(list).collect();
    assert!(freeze(gazetteer.pack_words(), &all).unwrap() == compiled(), "assets/gazetteer.bin is stale; {AGAIN}");
}

/// The words of the packs are in the file for speed alone: a pack may change without it, but not for ever.
#[test]
fn the_compiled_file_has_nearly_all_words_of_the_packs() {
    let packs = Packs::embedded().unwrap();
    let (added, known) = (packs.words.added(), packs.gazetteer.pack_words().count());
    assert!(added * 20 < known, "{added} words of the packs are not in assets/gazetteer.bin; {AGAIN}");
}

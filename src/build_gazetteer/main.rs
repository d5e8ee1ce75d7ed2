//! Compiles the lists of names in `assets` to `assets/gazetteer.bin`, which the program carries:
//! `cargo run --release --example build_gazetteer`. A test fails where that file is not what the lists say.
#![allow(clippy::print_stdout)]

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use linimasa::lang::gazetteer::{NameWords, SOURCES, entries, freeze};
use linimasa::lang::{Packs, Words};

fn main() -> Result<()> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let read = |name: &str| fs::read_to_string(assets.join(name)).with_context(|| name.to_owned());
    let mut all = Vec::new();
    for name in SOURCES {
        let text = read(name)?;
        let found = entries(name, &text)?;
        println!("{name}: {} records", found.len());
        all.extend(found);
    }
    let packs = Packs::over(Words::default()).map_err(|errors| anyhow!("{errors:?}"))?;
    let [given, family] = NameWords::SOURCES;
    let people = NameWords::parse(&read(given)?, &read(family)?);
    let bytes = freeze(packs.words.listed(), &all, &people)?;
    println!("gazetteer.bin: {} records, {} bytes", all.len(), bytes.len());
    fs::write(assets.join("gazetteer.bin"), bytes).context("gazetteer.bin")
}

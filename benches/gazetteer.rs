//! How long the names that are known beforehand take to load, and how fast words are looked up in them.
//!
//! `load` is checking the file, which is all that is done to it. `look_up` numbers every word of a text: in the
//! compiled table, or in the map that grows while the program runs and was once the only one.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use linimasa::assets;
use linimasa::lang::{Gazetteer, Packs, Words};

#[divan::bench]
fn load(bencher: Bencher) {
    let bytes = compiled();
    bencher.bench_local(|| Gazetteer::load(black_box(bytes)).expect("the gazetteer is sound, which a test holds"));
}

/// The packs of all languages over it, which are parsed.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn packs(bencher: Bencher) {
    bencher.bench_local(|| Packs::embedded().expect("the packs of the program compile, which a test holds"));
}

#[divan::bench(args = ["compiled", "map"])]
fn look_up(bencher: Bencher, table: &str) {
    let (_, compiled) = Gazetteer::load(compiled()).expect("the gazetteer is sound, which a test holds");
    let mut map = Words::default();
    for word in compiled.listed() {
        map.intern(word);
    }
    let words = if table == "map" { map } else { compiled };
    let text = assets::text(assets::COMMISSIONED_ARTICLE).expect("the article is among the assets");
    let tokens: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(['.', ','])).collect();
    bencher
        .counter(ItemsCount::new(tokens.len()))
        .bench_local(|| tokens.iter().filter(|token| words.find(token).is_known()).count());
}

fn compiled() -> &'static [u8] {
    assets::get("gazetteer.bin").expect("the gazetteer is among the assets")
}

fn main() {
    divan::main();
}

//! How fast articles are read altogether: furniture, times, names, who says what, and events.
//!
//! `cargo bench --bench analysis` prints the throughput of one core, for articles of the usual size, each read by itself,
//! and for one article that is far too long.

mod news;

use divan::Bencher;
use linimasa::analysis::analyse;

use news::{CASES, Case, articles, bytes, packs};

#[divan::bench(args = CASES, sample_count = 5, sample_size = 1)]
fn whole(bencher: Bencher, (language, megabytes, each): Case) {
    let (packs, articles) = (packs(), articles(language, megabytes, each));
    let read = || articles.iter().map(|article| analyse(article, &packs).events.len()).sum::<usize>();
    bencher.counter(bytes(&articles)).bench_local(read);
}

fn main() {
    divan::main();
}

//! How fast names are found and joined to entities in news text, and whether the time grows with the text alone.
//!
//! `cargo bench --bench names` prints the throughput of one core. `stage` is the search for names and their resolution, with
//! the words and times given, `whole` is everything from the text on. Text comes as articles of the usual size, each read
//! by itself, and as one article that is far too long.

mod news;

use divan::Bencher;
use linimasa::analysis::{Passages, entities};
use linimasa::model::{Arena, TimeExpression};

use news::{CASES, Case, articles, bytes, packs};

#[divan::bench(args = CASES, sample_count = 5, sample_size = 1)]
fn stage(bencher: Bencher, (language, megabytes, each): Case) {
    let (packs, articles) = (packs(), articles(language, megabytes, each));
    let read = articles.iter().filter_map(|article| Passages::new(article, &packs));
    let read: Vec<(Passages, Arena<TimeExpression>)> = read
        .map(|it| {
            let times = it.dates().times;
            (it, times)
        })
        .collect();
    let find = || read.iter().map(|(passages, times)| passages.entities(times).mentions.len()).sum::<usize>();
    bencher.counter(bytes(&articles)).bench_local(find);
}

#[divan::bench(args = CASES, sample_count = 5, sample_size = 1)]
fn whole(bencher: Bencher, (language, megabytes, each): Case) {
    let (packs, articles) = (packs(), articles(language, megabytes, each));
    let find = || articles.iter().map(|article| entities(article, &packs, &[]).mentions.len()).sum::<usize>();
    bencher.counter(bytes(&articles)).bench_local(find);
}

fn main() {
    divan::main();
}

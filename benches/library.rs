//! How fast a library of 100,000 articles of 2 KB takes articles, answers queries and lists.
//!
//! `cargo bench --bench library` makes one in a temporary folder (about 600 MB) first, and prints how many articles a second it
//! took, without analysis. Then, for each query, its first page of 50 at the median and the 99th percentile of 200 runs.

use std::time::{Duration, Instant};

use linimasa::ingest::plain;
use linimasa::library::{Library, Query};
use linimasa::model::{Analysis, Article, DateOrigin, Published};

const ARTICLES: usize = 100_000;
const ARTICLE_BYTES: usize = 2_000;
const PAGE: usize = 50;
const RUNS: usize = 200;

/// Words of several kinds: a few that every article has, many that few have.
const QUERIES: &[&str] = &[
    "",
    "kata17",
    "kata123 kata77",
    "\"kata5 kata9\"",
    "kata99*",
    "kata1",
    "outlet:kabar3",
    "kata40 or kata50 -kata60",
];

/// Numbers that look as if they came at random, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A word; the frequency of words falls off as in a language.
    fn word(&mut self) -> u64 {
        let within = 1 << (self.roll() % 15);
        self.roll() % within
    }
}

fn article(number: usize, dice: &mut Dice) -> Article {
    let mut body = String::with_capacity(ARTICLE_BYTES + 16);
    while body.len() < ARTICLE_BYTES {
        body.push_str(&format!("kata{}", dice.word()));
        body.push(if dice.roll() % 40 == 0 { '\n' } else { ' ' });
    }
    let body = body.trim_end().to_owned();
    let first = "2015-01-01".parse::<jiff::civil::Date>().unwrap();
    let date = first.saturating_add(jiff::Span::new().days((number % 3_650) as i64));
    Article {
        id: number.to_string(),
        title: Some(format!("Judul {number} tentang kata{}", dice.word())),
        outlet: Some(format!("Kabar{}", number % 50)),
        language: Some("id".into()),
        published: Some(Published { date, origin: DateOrigin::Metadata }),
        paragraphs: plain::spans(&body),
        body,
        ..Article::default()
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let mut dice = Dice(7);
    let mut adding = Duration::ZERO;
    for number in 0..ARTICLES {
        let article = article(number, &mut dice);
        let started = Instant::now();
        library.add(&number.to_string(), &article, &Analysis::default()).unwrap();
        adding += started.elapsed();
    }
    println!("add     {:.0} articles a second", ARTICLES as f64 / adding.as_secs_f64());
    let started = Instant::now();
    drop(Library::open(folder.path()).unwrap());
    println!("open    {:?}", started.elapsed());
    for text in QUERIES {
        let query = Query::parse(text).unwrap();
        for (name, is_list) in [("search", false), ("list", true)] {
            let mut times: Vec<Duration> = (0..RUNS)
                .map(|_| {
                    let started = Instant::now();
                    let found = if is_list { library.list(&query, PAGE) } else { library.search(&query, PAGE) };
                    found.unwrap();
                    started.elapsed()
                })
                .collect();
            times.sort_unstable();
            println!("{name:7} median {:>9.3?}  99% {:>9.3?}  {text}", times[RUNS / 2], times[RUNS * 99 / 100]);
        }
    }
}

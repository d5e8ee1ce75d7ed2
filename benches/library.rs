//! How fast a library of 100,000 articles of 2 KB takes articles, answers queries and lists.
//!
//! `cargo bench --bench library` makes one in a temporary folder (about 600 MB) first, and prints how many articles a second it
//! took, without analysis. Then, for each query, its first page of 50 at the median and the 99th percentile of 200 runs.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement may fail where it likes, and prints")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use linimasa::app::{self, App, Effect, Key, KeyCode, Msg, Options};
use linimasa::ingest::{Overrides, plain};
use linimasa::library::{Entry, Library, Query};
use linimasa::model::{Analysis, Article, DateOrigin, Published};
use linimasa::runtime::{Performer, Shelves};
use linimasa::view;

const ARTICLES: usize = 100_000;
const ARTICLE_BYTES: usize = 2_000;
/// As many as an import writes in one step when the disk is what it waits for.
const AT_ONCE: usize = 250;
const PAGE: usize = 50;
const RUNS: usize = 200;

/// Words that nearly every article has, and words that few have; `{n}` is the `n`th commonest word.
const QUERIES: &[&str] = &[
    "",
    "{2}",
    "{20}",
    "{200}",
    "{2000}",
    "{20000}",
    "{20} {300}",
    "{2} {9000}",
    "\"{20} {21}\"",
    "ma*",
    "meng*",
    "{40} or {50} -{60}",
    "-{5}",
    "outlet:kabar3",
    "outlet:kabar3 {20}",
    "lang:id",
    "is:unread {20}",
    "since:2020 until:2020 {200}",
];

/// Numbers that look as if they came at random, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// The rank of a word among the commonest; how often each comes falls off as in a language.
    fn rank(&mut self) -> u64 {
        let within = 1 << (self.roll() % 16);
        self.roll() % within
    }
}

/// The word of a rank, in syllables, so that beginnings are shared as in a language.
fn word(rank: u64) -> String {
    const BEGINNINGS: &[u8] = b"bcdfghjklmnprstw";
    let mut rest = rank.wrapping_mul(7_919).wrapping_add(13);
    let mut word = String::new();
    for _ in 0..2 + rank % 3 {
        word.push(char::from(BEGINNINGS[(rest % 16) as usize]));
        word.push(char::from(b"aiueo"[(rest / 16 % 5) as usize]));
        rest = rest / 80 + (rest % 97) * 3;
    }
    if rank.is_multiple_of(2) {
        word.push_str("ng");
    }
    word
}

/// `text` with the words that its braces name.
fn query(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |query, part| {
        let (rank, rest) = part.split_once('}').unwrap();
        query + &word(rank.parse().unwrap()) + rest
    })
}

fn article(number: usize, dice: &mut Dice) -> Article {
    let mut body = String::with_capacity(ARTICLE_BYTES + 16);
    while body.len() < ARTICLE_BYTES {
        body.push_str(&word(dice.rank()));
        body.push(if dice.roll().is_multiple_of(40) { '\n' } else { ' ' });
    }
    let body = body.trim_end().to_owned();
    let first = "2015-01-01".parse::<jiff::civil::Date>().unwrap();
    let date = first.saturating_add(jiff::Span::new().days((number % 3_650) as i64));
    Article {
        id: number.to_string(),
        title: Some(format!("Judul {number} tentang {}", word(dice.rank()))),
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
    for first in (0..ARTICLES).step_by(AT_ONCE) {
        let articles: Vec<(String, Article)> =
            (first..first + AT_ONCE).map(|number| (number.to_string(), article(number, &mut dice))).collect();
        let nothing = Analysis::default();
        let entry = |(key, article)| Entry { key, article, analysis: &nothing, raw: None };
        let entries: Vec<Entry> = articles.iter().map(|(key, article)| entry((key.as_str(), article))).collect();
        let started = Instant::now();
        library.add_all(&entries).unwrap();
        adding += started.elapsed();
    }
    println!("add     {:.0} articles a second", ARTICLES as f64 / adding.as_secs_f64());
    first_frames(folder.path());
    scrolling(folder.path());
    for text in QUERIES {
        let text = query(text);
        let query = Query::parse(&text).unwrap();
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

/// From nothing to the first frame, and to the first that shows the list; with an empty library and with the large one.
fn first_frames(large: &Path) {
    let empty = tempfile::tempdir().unwrap();
    drop(Library::open(empty.path()).unwrap());
    for (name, folder) in [("empty", empty.path()), ("large", large)] {
        let (mut frames, mut lists) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let started = Instant::now();
            let shelves = Shelves::new(folder.to_owned());
            shelves.has_anything().unwrap();
            let (mut app, effects, performer) = opened(shelves);
            drop(view::screen(&app));
            frames.push(started.elapsed());
            settle(&mut app, effects, &performer);
            drop(view::screen(&app));
            lists.push(started.elapsed());
        }
        for (what, mut times) in [("first frame", frames), ("the list", lists)] {
            times.sort_unstable();
            println!("{what} median {:>9.3?}  99% {:>9.3?}  {name} library", times[RUNS / 2], times[RUNS * 99 / 100]);
        }
    }
}

/// A row down and drawn, at the start and in the middle of the list, with what has to be asked for on the way.
fn scrolling(folder: &Path) {
    let (mut app, effects, performer) = opened(Shelves::new(folder.to_owned()));
    settle(&mut app, effects, &performer);
    let down = Key { code: KeyCode::Char('j'), ctrl: false, alt: false, shift: false };
    for (name, keys) in [("the start", 0), ("the middle", ARTICLES / 2)] {
        for digit in keys.to_string().chars().filter(|_| keys > 0) {
            app::update(&mut app, Msg::Key(Key { code: KeyCode::Char(digit), ..down }));
        }
        let mut times = Vec::new();
        for _ in 0..RUNS {
            let started = Instant::now();
            let effects = app::update(&mut app, Msg::Key(down));
            settle(&mut app, effects, &performer);
            drop(view::screen(&app));
            times.push(started.elapsed());
        }
        times.sort_unstable();
        println!("scroll  median {:>9.3?}  99% {:>9.3?}  from {name}", times[RUNS / 2], times[RUNS * 99 / 100]);
    }
}

fn opened(shelves: Shelves) -> (App, Vec<Effect>, Performer) {
    let performer = Performer::new(&[], Overrides::default(), Arc::new(|_, _| Analysis::default()));
    let performer = performer.shelving(Some(shelves));
    let mut app = App::new(Options { library: true, ..Options::default() }, Vec::new());
    let mut effects = app::start(&mut app);
    effects.extend(app::update(&mut app, Msg::Resize { width_cols: 150, height_rows: 40 }));
    (app, effects, performer)
}

/// Does all that was asked for, and all that follows from it.
fn settle(app: &mut App, mut effects: Vec<Effect>, performer: &Performer) {
    while let Some(effect) = effects.pop() {
        if let Some(msg) = performer.perform(effect) {
            effects.extend(app::update(app, msg));
        }
    }
}

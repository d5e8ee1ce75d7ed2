//! Whole pages, in the markup of outlets of many kinds, to articles: what is known of each, and how much of its text is found.
//!
//! The pages are written for this test, each with a text file beside it: what is told of its article, an empty line, and the
//! article, paragraph by paragraph. The outlets' names stand for their markup; the news are invented.

use std::fs;
use std::path::{Path, PathBuf};

use linimasa::ingest::html::{self, similarity};
use linimasa::model::Article;

/// The least mean likeness of all.
const LEAST_MEAN: f64 = 0.99;
/// What a page tells of its article, in the order of its text file.
const FACTS: [&str; 6] = ["title", "byline", "published", "outlet", "language", "url"];

/// What is expected of one page.
struct Page {
    name: String,
    /// Lines of 'name: value', those of [`FACTS`] that the page tells. `least` is the least likeness of the text to the
    /// true one, from 0 to 1 by runs of four words; all of it where nothing else is said.
    head: String,
    body: String,
}

impl Page {
    fn of(file: &Path) -> Page {
        let told = fs::read_to_string(file).unwrap();
        let (head, body) = told.split_once("\n\n").unwrap_or_else(|| panic!("{file:?} has no empty line"));
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        Page { name, head: head.to_owned(), body: body.to_owned() }
    }

    fn told(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages")
}

fn pages() -> Vec<Page> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == "txt"));
    files.sort();
    files.iter().map(|file| Page::of(file)).collect()
}

/// The article of a page; where none is found, one that tells nothing, so that the others are measured all the same.
fn article(name: &str) -> Article {
    let bytes = fs::read(folder().join(format!("{name}.html"))).unwrap_or_else(|reason| panic!("{name}: {reason}"));
    html::article(&bytes, None).unwrap_or_default()
}

/// What `article` tells, in the order of [`FACTS`].
fn facts(article: Article) -> [Option<String>; 6] {
    let published = article.published.map(|it| {
        let time = article.published_time.map_or(String::new(), |time| format!(" {time}"));
        format!("{}{time}", it.date)
    });
    [article.title, article.byline, published, article.outlet, article.language, article.url]
}

#[test]
fn facts_of_pages_are_told() {
    let mut wrong = Vec::new();
    for page in pages() {
        for (fact, found) in FACTS.into_iter().zip(facts(article(&page.name))) {
            if found.as_deref() != page.told(fact) {
                wrong.push(format!("{}: {fact} is {found:?}, not {:?}", page.name, page.told(fact)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn texts_of_pages_are_found() {
    let pages = pages();
    let mut told = Vec::new();
    let mut sum = 0.0;
    let mut is_right = true;
    for page in &pages {
        let found = article(&page.name).body;
        let likeness = similarity::of(&page.body, &found);
        sum += likeness;
        told.push(format!("{likeness:.3} {}", page.name));
        if likeness < page.told("least").map_or(1.0, |least| least.parse().unwrap()) {
            is_right = false;
            told.extend(only_in(&page.body, &found).map(|line| format!("    - {line}")));
            told.extend(only_in(&found, &page.body).map(|line| format!("    + {line}")));
        }
    }
    let mean = sum / pages.len() as f64;
    assert!(is_right && mean >= LEAST_MEAN, "\n{}\n{mean:.4} in the mean", told.join("\n"));
}

/// The lines of `text` that are not in `other`.
fn only_in<'a>(text: &'a str, other: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter(|line| !other.lines().any(|it| it == *line))
}

#[test]
fn pages_tell_where_their_article_goes_on() {
    let cases = [
        ("kompas", None, Some("?page=all")),
        ("detik", Some("/2"), None),
        ("tribun", Some("?page=2"), None),
        ("wordpress", Some("2/"), None),
        ("suara", Some("?page=2"), None),
        ("petekan", Some("/2"), None),
        ("beringin", Some("?page=2"), Some("?page=all")),
        ("lontar", Some("?page=2"), Some("?page=all#page2")),
        ("kandangayam", Some("?page=2"), None),
        ("surajaya", None, Some("?showpage=all")),
        ("liputan6", None, None),
        ("bbc", None, None),
    ];
    for (name, next, whole) in cases {
        let article = article(name);
        let own = article.url.clone().unwrap();
        let behind =
            |address: &Option<String>| address.as_deref().and_then(|it| it.strip_prefix(&own)).map(str::to_owned);
        let told = (behind(&article.next_page), behind(&article.whole_page));
        assert_eq!((told.0.as_deref(), told.1.as_deref()), (next, whole), "{name}");
    }
}

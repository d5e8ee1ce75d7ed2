//! `examples/dates.txt` of each language, and the examples beside each rule of `time.toml`.
//!
//! `@ 2025-07-13` sets the day of publication for the lines after it, `# ...` names a class, and in an example each
//! time expression is written `[words|value]`; what is not so marked must not be found.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::Date;
use linimasa::analysis::analyse;
use linimasa::export::timex3::timex;
use linimasa::lang::Packs;
use linimasa::model::{Article, DateOrigin, Published, Span};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap_or_else(|errors| panic!("{errors:#?}")));

/// The day of publication where an example names none.
const PUBLISHED: &str = "2025-07-13";

/// A sentence without its marks, and what they say: words and value.
struct Example {
    text: String,
    marks: Vec<(Span, String)>,
}

impl Example {
    fn parse(line: &str) -> Example {
        let mut example = Example { text: String::new(), marks: Vec::new() };
        let mut rest = line;
        while let Some((before, marked)) = rest.split_once('[') {
            let (inside, after) = marked.split_once(']').unwrap_or_else(|| panic!("a bracket stays open: {line}"));
            let (words, value) = inside.split_once('|').unwrap_or_else(|| panic!("a mark has no value: {line}"));
            example.text.push_str(before);
            let start = example.text.len();
            example.text.push_str(words);
            example.marks.push((Span::new(start, example.text.len()), value.to_owned()));
            rest = after;
        }
        example.text.push_str(rest);
        example
    }
}

/// What is found in `text`, in the notation of the marks.
fn found(text: &str, published: Date, language: &str) -> Vec<(Span, String)> {
    let article = Article {
        body: text.to_owned(),
        paragraphs: vec![Span::new(0, text.len())],
        language: Some(language.to_owned()),
        published: Some(Published { date: published, origin: DateOrigin::Metadata }),
        ..Article::default()
    };
    let analysis = analyse(&article, &PACKS);
    let value = |time: &linimasa::model::TimeExpression| {
        let timex = timex(time);
        let mut value = if timex.kind == "SET" { format!("SET {}", timex.value) } else { timex.value };
        for more in timex.frequency.as_deref().into_iter().chain(timex.modifier) {
            let _ = write!(value, " {more}");
        }
        value
    };
    analysis.times.items().iter().map(|time| (time.span, value(time))).collect()
}

#[derive(Default)]
struct Score {
    examples: usize,
    expected: usize,
    found: usize,
    borders: usize,
    values: usize,
    failures: String,
}

impl Score {
    fn check(&mut self, line: &str, published: Date, language: &str) {
        let example = Example::parse(line);
        let found = found(&example.text, published, language);
        self.examples += 1;
        self.expected += example.marks.len();
        self.found += found.len();
        self.borders += example.marks.iter().filter(|(span, _)| found.iter().any(|(other, _)| other == span)).count();
        self.values += example.marks.iter().filter(|mark| found.contains(mark)).count();
        if found != example.marks {
            let show = |(span, value): &(Span, String)| format!("[{}|{value}]", span.of(&example.text));
            let found: Vec<String> = found.iter().map(show).collect();
            let _ = writeln!(self.failures, "@ {published} {line}\n    found {}", found.join(" "));
        }
    }
}

fn day(text: &str) -> Date {
    text.trim().parse().unwrap_or_else(|_| panic!("`{text}` is no date"))
}

#[track_caller]
fn check(language: &str) {
    let mut score = Score::default();
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/languages").join(language).join("examples/dates.txt");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut published = day(PUBLISHED);
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix("@ ") {
            Some(date) => published = day(date),
            None => score.check(line, published, language),
        }
    }
    let Score { examples, expected, found, borders, values, failures } = score;
    let f1 = |right: usize| 200.0 * right as f64 / (expected + found) as f64;
    assert!(
        failures.is_empty(),
        "{failures}\n{examples} examples of {language}: borders {:.1} F1, values {:.1} F1",
        f1(borders),
        f1(values)
    );
}

#[test]
fn indonesian() {
    check("id");
}

#[test]
fn english() {
    check("en");
}

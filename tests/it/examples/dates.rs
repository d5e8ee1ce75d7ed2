//! `examples/dates.txt` of each language, the examples beside each rule of `time.toml`, and `examples/stories.txt`: short
//! pieces of news that were annotated without sight of the program, and are measured as a whole.
//!
//! `@ 2025-07-13` sets the day of publication for the lines after it, `# ...` names a class, and in an example each
//! time expression is written `[words|value]`; what is not so marked must not be found.

use std::fmt::Write;

use jiff::civil::Date;
use linimasa::analysis::analyse;
use linimasa::export::timex3::timex;
use linimasa::ingest::plain;
use linimasa::lang::time::TimeFile;
use linimasa::model::{Analysis, Article, DateOrigin, Published, Span, TimeExpression};

use super::{LANGUAGES, read};
use crate::PACKS;
use crate::annotated::score::Score;

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

fn analysis(text: &str, published: Date, language: &str) -> Analysis {
    let article = Article {
        body: text.to_owned(),
        paragraphs: plain::spans(text),
        language: Some(language.to_owned()),
        published: Some(Published { date: published, origin: DateOrigin::Metadata }),
        ..Article::default()
    };
    analyse(&article, &PACKS)
}

/// What is found in `text`, in the notation of the marks.
fn found(text: &str, published: Date, language: &str) -> Vec<(Span, String)> {
    let analysis = analysis(text, published, language);
    analysis.times.items().iter().map(|time| (time.span, value(time))).collect()
}

fn value(time: &TimeExpression) -> String {
    let timex = timex(time);
    let mut value = if timex.kind == "SET" { format!("SET {}", timex.value) } else { timex.value };
    for more in timex.frequency.as_deref().into_iter().chain(timex.modifier) {
        let _ = write!(value, " {more}");
    }
    value
}

#[derive(Default)]
struct Tally {
    examples: usize,
    expected: usize,
    found: usize,
    borders: usize,
    values: usize,
    failures: String,
}

impl Tally {
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
    let mut score = Tally::default();
    let text = read(&format!("{language}/examples/dates.txt"));
    let mut published = day(PUBLISHED);
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix("@ ") {
            Some(date) => published = day(date),
            None => score.check(line, published, language),
        }
    }
    let Tally { examples, expected, found, borders, values, failures } = score;
    let f1 = |right: usize| 200.0 * right as f64 / (expected + found) as f64;
    assert!(
        failures.is_empty(),
        "{failures}\n{examples} examples of {language}: borders {:.1} F1, values {:.1} F1",
        f1(borders),
        f1(values)
    );
}

/// The pieces of a file, with the day of publication of each: paragraphs to a line, an empty line between two.
fn stories(language: &str) -> Vec<(Date, Example)> {
    let text = read(&format!("{language}/examples/stories.txt"));
    let mut stories: Vec<(Date, Example)> = Vec::new();
    let mut published = day(PUBLISHED);
    let mut goes_on = false;
    for line in text.lines() {
        if line.is_empty() || line.starts_with("@ ") {
            goes_on = false;
            published = line.strip_prefix("@ ").map_or(published, day);
            continue;
        }
        if !goes_on {
            stories.push((published, Example { text: String::new(), marks: Vec::new() }));
            goes_on = true;
        }
        let (_, story) = stories.last_mut().unwrap();
        let paragraph = Example::parse(line);
        let start = story.text.len();
        let moved = |(span, value): (Span, String)| (Span::new(span.start + start, span.end + start), value);
        story.marks.extend(paragraph.marks.into_iter().map(moved));
        story.text.push_str(&paragraph.text);
        story.text.push('\n');
    }
    stories
}

/// Borders and values in whole pieces: the first annotation, with its own slips and its own taste.
#[track_caller]
fn check_stories(language: &str, borders: f64, values: f64) {
    let (mut of_borders, mut of_values) = (Score::default(), Score::default());
    let bare = |(span, value): &(Span, String)| {
        (*span, value.trim_start_matches("SET ").split(' ').next().unwrap_or_default().to_owned())
    };
    for (published, story) in stories(language) {
        let found = found(&story.text, published, language);
        let spans = |marks: &[(Span, String)]| marks.iter().map(|mark| mark.0).collect::<Vec<Span>>();
        of_borders.count(&spans(&story.marks), &spans(&found));
        let valued = |marks: &[(Span, String)]| marks.iter().map(bare).collect::<Vec<_>>();
        of_values.count(&valued(&story.marks), &valued(&found));
    }
    assert!(of_borders.f1() >= borders && of_values.f1() >= values, "borders {of_borders}\nvalues {of_values}");
}

#[test]
fn stories_of_both_languages() {
    check_stories("id", 0.965, 0.90);
    check_stories("en", 0.985, 0.94);
}

#[test]
fn indonesian() {
    check("id");
}

#[test]
fn english() {
    check("en");
}

#[test]
fn malay() {
    check("ms");
}

/// What goes wrong with the examples beside one rule.
fn complaints(language: &str, id: &str, examples: &[String]) -> Vec<String> {
    let rule = format!("{language}/time/{id}");
    let mut complaints = Vec::new();
    if examples.is_empty() {
        complaints.push(format!("{rule}: no example"));
    }
    for line in examples {
        let example = Example::parse(line);
        let times = analysis(&example.text, day(PUBLISHED), language).times;
        let found: Vec<_> = times.items().iter().map(|time| (time.span, value(time))).collect();
        let other = times.items().iter().find(|time| example.marks.len() == 1 && time.rule.as_str() != rule);
        if found != example.marks {
            complaints.push(format!("{rule}: {line}\n    found {found:?}"));
        } else if let Some(other) = other {
            complaints.push(format!("{rule}: {line}\n    found by {}", other.rule));
        }
    }
    complaints
}

#[test]
fn every_rule_finds_its_own_examples() {
    let file = |code: &str| -> TimeFile { toml::from_str(&read(&format!("{code}/time.toml"))).unwrap() };
    for language in LANGUAGES {
        let rules = file(language).inherit(file("base")).rule;
        let found: Vec<String> = rules.iter().flat_map(|rule| complaints(language, &rule.id, &rule.examples)).collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

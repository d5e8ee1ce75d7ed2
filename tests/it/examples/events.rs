//! `examples/events.txt` of each language, and the events of whole articles.
//!
//! An annotated event is found where an event of the analysis has a clause that covers its word, and the same time. One
//! event of the analysis may answer several that are annotated at one time ('killed 54 people and wounded 150').

use std::fmt;

use jiff::civil::{Date, DateTime};
use linimasa::model::{Analysis, Event, Span, Status};

use crate::PACKS;
use crate::annotated::{Annotated, Mark, file};

/// An annotated event with a time.
#[derive(Debug)]
struct Told<'a> {
    word: Span,
    when: Span,
    status: Status,
    value: &'a str,
    time: Stretch,
}

/// First and last day; the clock time where it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: Date,
    last: Date,
    clock: Option<(i8, i8)>,
}

/// A value of the notation.
fn stretch(value: &str) -> Stretch {
    let (first, last) = value.split_once("..").unwrap_or((value, value));
    let (first, clock) = point(first);
    let (last, _) = point(last);
    Stretch { first: first.0, last: last.1, clock }
}

/// The days of one unit, and the clock time within it.
fn point(value: &str) -> ((Date, Date), Option<(i8, i8)>) {
    if let Some((day, clock)) = value.split_once('T') {
        let at: DateTime = format!("{day}T{clock}").parse().unwrap_or_else(|_| no_time(value));
        return ((at.date(), at.date()), Some((at.hour(), at.minute())));
    }
    if let Some((year, week)) = value.split_once("-W") {
        let (year, week) = (year.parse::<i16>(), week.parse::<i8>());
        let (year, week) = (year.unwrap_or_else(|_| no_time(value)), week.unwrap_or_else(|_| no_time(value)));
        let monday = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).unwrap().date();
        return ((monday, monday.saturating_add(jiff::Span::new().days(6))), None);
    }
    let parts: Vec<i16> = value.split('-').map(|part| part.parse().unwrap_or_else(|_| no_time(value))).collect();
    let days = match *parts.as_slice() {
        [year] => (Date::constant(year, 1, 1), Date::constant(year, 12, 31)),
        [year, month] => {
            let first = Date::new(year, month as i8, 1).unwrap();
            (first, first.last_of_month())
        }
        [year, month, day] => {
            let day = Date::new(year, month as i8, day as i8).unwrap();
            (day, day)
        }
        _ => no_time(value),
    };
    (days, None)
}

fn no_time<T>(value: &str) -> T {
    panic!("`{value}` is no time")
}

fn told(read: &Annotated) -> Vec<Told<'_>> {
    let when = |number: u32| read.marks.iter().find(move |mark| mark.role == "when" && mark.number == number);
    let events = read.marks.iter().filter(|mark| mark.role == "event");
    events.filter_map(|mark| dated(mark, when(mark.number)?)).collect()
}

fn dated<'a>(mark: &Mark, when: &'a Mark) -> Option<Told<'a>> {
    let status = match mark.kind.as_deref() {
        None => Status::Reported,
        Some("planned") => Status::Planned,
        Some("denied") => Status::Denied,
        Some("alleged") => Status::Alleged,
        Some(other) => panic!("`{other}` is no status"),
    };
    let value = when.value.as_deref()?;
    Some(Told { word: mark.span, when: when.span, status, value, time: stretch(value) })
}

/// The words of annotated events without a time.
fn undated(read: &Annotated) -> Vec<Span> {
    let when = |number: u32| read.marks.iter().any(|mark| mark.role == "when" && mark.number == number);
    read.marks.iter().filter(|mark| mark.role == "event" && !when(mark.number)).map(|mark| mark.span).collect()
}

fn time_of(analysis: &Analysis, event: &Event) -> Stretch {
    let interval = analysis.value_to_end(event.time).interval().unwrap();
    let start = interval.start;
    let clock = (start.hour(), start.minute());
    Stretch { first: interval.first_day(), last: interval.last_day(), clock: Some(clock) }
}

/// Whether an event is at the annotated time; a clock time counts only where one is annotated.
fn is_at(found: Stretch, told: Stretch) -> bool {
    (found.first, found.last) == (told.first, told.last) && (told.clock.is_none() || found.clock == told.clock)
}

fn answers(analysis: &Analysis, event: &Event, told: &Told) -> bool {
    event.clause.covers(told.word) && is_at(time_of(analysis, event), told.time)
}

/// The events whose own sentence tells their time; those that take it from another are not annotated.
fn found(analysis: &Analysis) -> impl Iterator<Item = &Event> {
    analysis.events.items().iter().filter(|event| !event.inferred)
}

/// Events found and right; what was found with another status, or with a label that leaves the word out, is counted apart.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    annotated: usize,
    hit: usize,
    found: usize,
    right: usize,
    status: usize,
    label: usize,
    /// Of those annotated and those found, how many agree in the words of the time, whatever its value.
    hit_words: usize,
    right_words: usize,
    /// Annotated times that no time expression of the analysis has.
    no_time: usize,
}

impl Tally {
    fn count(&mut self, read: &Annotated, analysis: &Analysis) {
        let told = told(read);
        let events: Vec<&Event> = found(analysis).collect();
        for told in &told {
            let hits = || events.iter().filter(|event| answers(analysis, event, told));
            self.annotated += 1;
            self.hit += usize::from(hits().next().is_some());
            self.status += usize::from(hits().any(|event| event.status == told.status));
            self.label += usize::from(hits().any(|event| event.label.iter().any(|piece| piece.covers(told.word))));
            self.hit_words += usize::from(events.iter().any(|event| is_told_by(analysis, event, told)));
            self.no_time += usize::from(!has_time(analysis, told.time));
        }
        self.found += events.len();
        let told_by = |event: &&&Event| told.iter().any(|told| is_told_by(analysis, event, told));
        self.right_words += events.iter().filter(told_by).count();
        self.right += events.iter().filter(|event| told.iter().any(|told| answers(analysis, event, told))).count();
    }

    fn recall(&self) -> f64 {
        self.hit as f64 / self.annotated.max(1) as f64
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }
}

/// Whether an event has the annotated word and words of the annotated time; a matter of events alone, where the value is one
/// of times too.
fn is_told_by(analysis: &Analysis, event: &Event, told: &Told) -> bool {
    let time = &analysis.times[event.time];
    let span = time.until.map_or(time.span, |until| time.span.join(analysis.times[until].span));
    event.clause.covers(told.word) && span.overlaps(told.when)
}

fn has_time(analysis: &Analysis, time: Stretch) -> bool {
    analysis.times.iter().any(|(id, _)| {
        let interval = analysis.value_to_end(id).interval();
        interval.is_some_and(|it| (it.first_day(), it.last_day()) == (time.first, time.last))
    })
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { annotated, hit, found, right, status, label, hit_words, right_words, no_time } = self;
        let (precision, recall) = (self.precision(), self.recall());
        write!(
            f,
            "P {precision:.3} ({right} of {found}) R {recall:.3} ({hit} of {annotated}; for {no_time} no such time is found), \
             status right {status}, word in the label {label}; by the words of the time P {:.3} R {:.3}",
            *right_words as f64 / (*found).max(1) as f64,
            *hit_words as f64 / (*annotated).max(1) as f64,
        )
    }
}

/// What is wrong with the events of one passage, if anything is.
fn complaint(read: &Annotated, language: &str) -> Option<String> {
    let analysis = read.analyse(&PACKS, language);
    let complaints = complaints(read, &analysis);
    (!complaints.is_empty()).then(|| complaints.join("; "))
}

fn complaints(read: &Annotated, analysis: &Analysis) -> Vec<String> {
    let told = told(read);
    let events: Vec<&Event> = found(analysis).collect();
    let mut complaints = Vec::new();
    for told in &told {
        let word = told.word.of(&read.text);
        let hits: Vec<&&Event> = events.iter().filter(|event| answers(analysis, event, told)).collect();
        if hits.is_empty() {
            complaints.push(format!("not found: `{word}` {}", told.value));
        } else if !hits.iter().any(|event| event.status == told.status) {
            complaints.push(format!("`{word}` is {:?}, found {:?}", told.status, hits[0].status));
        }
    }
    for event in events.iter().filter(|event| !told.iter().any(|told| answers(analysis, event, told))) {
        let value = analysis.value_to_end(event.time);
        complaints.push(format!("found: `{}` {value}", event.label_text(&read.text)));
    }
    complaints
}

#[test]
fn indonesian() {
    file::check("id", "events.txt", |read| complaint(read, "id"));
}

#[test]
fn english() {
    file::check("en", "events.txt", |read| complaint(read, "en"));
}

/// What may not be fallen below: precision and recall.
const FLOOR: f64 = 0.75;

#[test]
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn examples_as_a_score() {
    for language in ["id", "en"] {
        let (mut tally, mut open) = (Tally::default(), 0);
        for read in file::passages(language, "events.txt") {
            tally.count(&read, &read.analyse(&PACKS, language));
            open += undated(&read).len();
        }
        println!("{language}: {tally}; {open} annotated without a time");
        assert!(tally.recall() > FLOOR && tally.precision() > FLOOR, "{language}: {tally}");
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn whole_articles() {
    for language in ["id", "en"] {
        let mut tally = Tally::default();
        for (name, article) in file::articles_and_reports(language) {
            let analysis = article.analyse(&PACKS, language);
            let mut own = Tally::default();
            own.count(&article, &analysis);
            tally.count(&article, &analysis);
            println!("{language} {name}: {own}");
            for complaint in complaints(&article, &analysis) {
                println!("  {complaint}");
            }
        }
        println!("{language}: {tally}");
        assert!(!file::measures_all() || (tally.recall() > FLOOR && tally.precision() > FLOOR), "{language}: {tally}");
    }
}

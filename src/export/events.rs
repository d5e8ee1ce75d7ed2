//! The events of the timeline, and those that the text does not date: as lines, and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::pieces::{EntityRef, Piece, Told};
use super::statements::{source_fields, via_field};
use super::{grain, on_one_line, timex3, write_line};
use crate::model::{Analysis, Article, Event, Status, TimeId};

/// One event. Fields that say nothing are left out, here and below.
#[derive(Serialize)]
pub(super) struct EventRecord<'a> {
    label: String,
    /// The clause that tells of it.
    clause: Piece<'a>,
    /// Left out where the text tells none.
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<When<'a>>,
    /// The last time of a range that `time` begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<When<'a>>,
    /// Whether the time is that of an event told before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inferred: bool,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<EntityRef<'a>>,
    participants: Vec<EntityRef<'a>>,
    /// The statement that it rests on, as a number from 0 in the order of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<usize>,
    rule: &'a str,
}

/// When: the value as in TIMEX3, how finely it is known, and civil time, half-open, where it lies on the calendar.
#[derive(Serialize)]
struct When<'a> {
    value: String,
    grain: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(flatten)]
    words: Piece<'a>,
}

/// `start..end`, when, how finely that is known, status, where, who, on whose word and through which outlets, what, the
/// rule. Those without a time come last.
pub(super) fn write_lines(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(article, analysis);
    for event in analysis.events_by_time().into_iter().map(|id| &analysis.events[id]) {
        let time = [values(analysis, event.time), grain(&analysis.times[event.time].value).to_owned()];
        write_fields(&told, event, time, out)?;
    }
    let mut undated = analysis.undated.items().iter();
    undated.try_for_each(|event| write_fields(&told, event, Default::default(), out))
}

fn write_fields<W>(told: &Told, event: &Event<W>, time: [String; 2], out: &mut dyn Write) -> io::Result<()> {
    let name = |id| on_one_line(&told.analysis.entities[id].name);
    let participants: Vec<_> = event.participants.iter().map(|&id| name(id)).collect();
    let statement = event.attribution.map(|id| &told.analysis.attributions[id]);
    let source = statement.map_or("", |it| source_fields(told, it).0);
    let via = statement.map(|it| via_field(told, it)).unwrap_or_default();
    let [value, grain] = time;
    let fields = [
        format!("{}..{}", event.clause.start, event.clause.end),
        value,
        grain,
        event.status.name().to_owned(),
        event.place.map(name).unwrap_or_default().into_owned(),
        participants.join(" · "),
        on_one_line(source).into_owned(),
        on_one_line(&via).into_owned(),
        on_one_line(&event.label_text(&told.article.body)).into_owned(),
        event.rule.to_string(),
    ];
    writeln!(out, "{}", fields.join("\t"))
}

/// An event to a line, by time; those without one come last.
pub(super) fn write_json(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(article, analysis);
    let mut dated = analysis.events_by_time().into_iter().map(|id| &analysis.events[id]);
    dated.try_for_each(|event| write_line(&record(&told, event), out))?;
    analysis.undated.items().iter().try_for_each(|event| write_line(&undated_record(&told, event), out))
}

/// What is written of one event.
pub(super) fn record<'a>(told: &Told<'a>, event: &'a Event) -> EventRecord<'a> {
    EventRecord {
        time: Some(when(told, event.time)),
        until: told.analysis.times[event.time].until.map(|last| when(told, last)),
        ..undated_record(told, event)
    }
}

/// What is written of one event but for its time.
pub(super) fn undated_record<'a, W>(told: &Told<'a>, event: &'a Event<W>) -> EventRecord<'a> {
    EventRecord {
        label: event.label_text(&told.article.body),
        clause: told.piece(event.clause),
        time: None,
        until: None,
        inferred: event.inferred,
        status: event.status,
        place: event.place.map(|id| told.entity(id)),
        participants: event.participants.iter().map(|&id| told.entity(id)).collect(),
        statement: event.attribution.map(|id| id.index()),
        rule: event.rule.as_str(),
    }
}

fn when<'a>(told: &Told<'a>, id: TimeId) -> When<'a> {
    let time = &told.analysis.times[id];
    let interval = time.value.interval();
    When {
        value: timex3::timex(time).value,
        grain: grain(&time.value),
        from: interval.map(|interval| interval.start.to_string()),
        to: interval.map(|interval| interval.end.to_string()),
        words: told.piece(time.span),
    }
}

/// The value of a time; of a range both, as ISO 8601 joins them.
fn values(analysis: &Analysis, id: TimeId) -> String {
    let value = |id: TimeId| timex3::timex(&analysis.times[id]).value;
    match analysis.times[id].until {
        Some(last) => format!("{}/{}", value(id), value(last)),
        None => value(id),
    }
}

//! Time expressions as JSON lines: one object to a line.

use std::io::{self, Write};

use serde::Serialize;

use super::{anchor, grain, timex3};
use crate::model::{Analysis, Article, TimeExpression};

/// One line. Fields that say nothing are left out.
#[derive(Serialize)]
struct Line<'a> {
    /// Bytes, half-open.
    start: usize,
    end: usize,
    text: &'a str,
    /// As in TIMEX3.
    r#type: &'a str,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'a str>,
    #[serde(rename = "freq", skip_serializing_if = "Option::is_none")]
    frequency: Option<&'a str>,
    grain: &'a str,
    /// Civil time, half-open, where the value lies on the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    anchor: &'a str,
    /// The line, from 0, of the expression that ends the range which this one begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<usize>,
    rule: &'a str,
}

pub(super) fn write(
    article: &Article,
    analysis: &Analysis,
    _head: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for time in analysis.times.items() {
        write_line(article, time, out)?;
    }
    Ok(())
}

fn write_line(article: &Article, time: &TimeExpression, out: &mut dyn Write) -> io::Result<()> {
    let timex = timex3::timex(time);
    let interval = time.value.interval();
    let line = Line {
        start: time.span.start,
        end: time.span.end,
        text: time.span.of(&article.body),
        r#type: timex.kind,
        value: &timex.value,
        modifier: timex.modifier,
        frequency: timex.frequency.as_deref(),
        grain: grain(&time.value),
        from: interval.map(|interval| interval.start.to_string()),
        to: interval.map(|interval| interval.end.to_string()),
        anchor: anchor(time),
        until: time.until.map(|id| id.index()),
        rule: time.rule.as_str(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

//! Time expressions as JSON lines: one object to a line.

use std::io::{self, Write};

use serde::Serialize;

use super::{anchor, grain, timex3, write_line};
use crate::model::{Analysis, Article, TimeExpression};

/// One line. Fields that say nothing are left out.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    /// Bytes, half-open.
    start: usize,
    end: usize,
    text: &'a str,
    /// As in TIMEX3.
    r#type: &'static str,
    value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(rename = "freq", skip_serializing_if = "Option::is_none")]
    frequency: Option<String>,
    grain: &'static str,
    /// Civil time, half-open, where the value lies on the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    anchor: &'static str,
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
    analysis.times.items().iter().try_for_each(|time| write_line(&line(article, time), out))
}

/// What is written of one expression.
pub(super) fn line<'a>(article: &'a Article, time: &'a TimeExpression) -> Line<'a> {
    let timex = timex3::timex(time);
    let interval = time.value.interval();
    Line {
        start: time.span.start,
        end: time.span.end,
        text: time.span.of(&article.body),
        r#type: timex.kind,
        value: timex.value,
        modifier: timex.modifier,
        frequency: timex.frequency,
        grain: grain(&time.value),
        from: interval.map(|interval| interval.start.to_string()),
        to: interval.map(|interval| interval.end.to_string()),
        anchor: anchor(time),
        until: time.until.map(|id| id.index()),
        rule: time.rule.as_str(),
    }
}

//! What was worked out, for other programs: one small file per format, all listed in [`DATE_FORMATS`], [`NAME_FORMATS`],
//! [`STATEMENT_FORMATS`] and [`EVENT_FORMATS`]; [`write_analysis`] writes all of it at once.

mod entities;
mod events;
mod json;
mod lines;
mod names;
mod pieces;
mod statements;
pub mod timeml;
pub mod timex3;
mod whole;

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use crate::text::sanitise;
pub use names::{NAME_FORMATS, NameFormat, Naming, WriteNames, iob};
pub use whole::{FORMAT_VERSION, write as write_analysis};

use crate::model::{Analysis, Anchor, Article, TimeExpression, TimeValue};

/// Writes the time expressions of an article. The text is what stood before its text in the document it came in, where
/// it came in one.
pub type WriteDates = fn(&Article, &Analysis, Option<&str>, &mut dyn Write) -> io::Result<()>;

/// One way to write time expressions.
#[derive(Clone, Copy, Debug)]
pub struct DateFormat {
    /// The option that chooses it; none for the first, which is usual.
    pub name: &'static str,
    pub write: WriteDates,
}

/// Every format for time expressions.
pub const DATE_FORMATS: &[DateFormat] = &[
    DateFormat { name: "lines", write: lines::write },
    DateFormat { name: "json", write: json::write },
    DateFormat { name: "timeml", write: timeml::write },
];

/// Writes something of an article's analysis.
pub type WriteAnalysis = fn(&Article, &Analysis, &mut dyn Write) -> io::Result<()>;

/// One way to write something of an analysis.
#[derive(Clone, Copy, Debug)]
pub struct AnalysisFormat {
    /// The option that chooses it; none for the first, which is usual.
    pub name: &'static str,
    pub write: WriteAnalysis,
}

/// Every format for statements.
pub const STATEMENT_FORMATS: &[AnalysisFormat] = &[
    AnalysisFormat { name: "lines", write: statements::write_lines },
    AnalysisFormat { name: "json", write: statements::write_json },
];

/// Every format for events.
pub const EVENT_FORMATS: &[AnalysisFormat] = &[
    AnalysisFormat { name: "lines", write: events::write_lines },
    AnalysisFormat { name: "json", write: events::write_json },
];

/// `record` as JSON on a line of its own.
fn write_line(record: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    writeln!(out)
}

/// Words that may come from several lines, on one and safe to show.
fn on_one_line(words: &str) -> Cow<'_, str> {
    let clean = sanitise::clean_line(words);
    if clean == words { Cow::Borrowed(words) } else { Cow::Owned(clean) }
}

/// How finely a time is known, in one word; what lies nowhere on the calendar says what it is instead.
fn grain(value: &TimeValue) -> &'static str {
    match value {
        TimeValue::Placed(interval) if interval.is_period() => "period",
        TimeValue::Placed(interval) => interval.grain.name(),
        TimeValue::Unplaced { grain, .. } => grain.name(),
        TimeValue::Duration(_) | TimeValue::CompoundDuration(..) => "duration",
        TimeValue::Recurring { .. } => "set",
        TimeValue::Vague(_) => "vague",
    }
}

/// What the time was counted from, in one word.
fn anchor(time: &TimeExpression) -> &'static str {
    match time.anchor {
        Anchor::Explicit => "explicit",
        Anchor::Published { .. } => "published",
        Anchor::Earlier(_) => "earlier",
        Anchor::Unknown => "unknown",
    }
}

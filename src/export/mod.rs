//! What was worked out, for other programs: one small file per format, all listed in [`DATE_FORMATS`] and
//! [`NAME_FORMATS`].

mod json;
mod lines;
mod names;
pub mod timeml;
pub mod timex3;

use std::io::{self, Write};

pub use names::{NAME_FORMATS, NameFormat, Naming, WriteNames, iob};

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

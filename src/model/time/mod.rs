//! Time expressions and their values: never more precise than the words were.

mod display;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{DateOrigin, Id, Rule, Span};

pub type TimeId = Id<TimeExpression>;

/// Words of the text that tell a time, with what they mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeExpression {
    pub span: Span,
    pub value: TimeValue,
    pub modifier: Option<Modifier>,
    pub anchor: Anchor,
    /// The expression that ends the range which begins with this one ('12-14 Juli', 'dari Senin hingga Rabu').
    pub until: Option<TimeId>,
    pub rule: Rule,
}

/// The meaning of a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeValue {
    /// A place on the calendar.
    Placed(Interval),
    /// A place on the clock or calendar whose day or year is not known.
    Unplaced { grain: Grain, month: Option<i8>, day: Option<i8>, hour: Option<i8>, minute: Option<i8> },
    /// A length of time ('selama tiga hari').
    Duration(Amount),
    /// A length told in two units ('dua jam 15 menit').
    CompoundDuration(Amount, Amount),
    /// Something that recurs ('setiap Jumat', 'dua kali seminggu'): every how long, how often in it, and when.
    Recurring { every: Amount, times: Option<u16>, on: Occasion },
    /// Known only to lie before, at or after the time of writing ('kini', 'beberapa waktu lalu').
    Vague(Reference),
}

impl TimeValue {
    /// The place on the calendar, if there is one.
    pub fn interval(&self) -> Option<Interval> {
        match self {
            TimeValue::Placed(interval) => Some(*interval),
            _ => None,
        }
    }
}

/// A half-open stretch of civil time, `start..end`, known to one grain.
///
/// A point in time is the whole unit it is known to: 'Juni 2024' is `2024-06-01T00:00..2024-07-01T00:00`
/// with the grain month. A period ('12-14 Juli') spans several units of its grain.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub start: DateTime,
    pub end: DateTime,
    pub grain: Grain,
    /// The part of the day, where that is all that is known of the hour.
    pub part: Option<PartOfDay>,
    /// Its length, where it is a stretch and not one unit: told as one that ends or begins at the anchor ('tiga bulan
    /// terakhir'), or open where both ends were told.
    pub length: Option<Amount>,
}

impl Interval {
    /// The stretch of whole days `first..=last`.
    pub fn days(first: Date, last: Date, grain: Grain) -> Interval {
        let end = last.tomorrow().unwrap_or(last);
        Interval {
            start: first.to_datetime(jiff::civil::Time::midnight()),
            end: end.to_datetime(jiff::civil::Time::midnight()),
            grain,
            part: None,
            length: None,
        }
    }

    /// The stretch `start..end`, known to the smallest unit that it fits into; to the day, where it has no length.
    pub fn between(start: DateTime, end: DateTime) -> Interval {
        let days = start.date().until(end.date()).map_or(0, |span| span.get_days());
        let grain = match days {
            0 if start != end => Grain::Hour,
            0 | 1 => Grain::Day,
            2..=7 => Grain::Week,
            8..=31 => Grain::Month,
            32..=92 => Grain::Quarter,
            93..=366 => Grain::Year,
            _ => Grain::Decade,
        };
        Interval { start, end, grain, part: None, length: None }
    }

    /// The stretch from this interval to the end of `last`, as precise as this one.
    pub fn until(&self, last: Interval) -> Interval {
        let length = Some(Amount { count: None, unit: Unit::Day });
        Interval { end: last.end, length, ..*self }
    }

    /// Whether it is a stretch from one time to another rather than one unit.
    pub fn is_period(&self) -> bool {
        self.length.is_some()
    }

    /// The first day touched.
    pub fn first_day(&self) -> Date {
        self.start.date()
    }

    /// The last day touched.
    pub fn last_day(&self) -> Date {
        let last = self.end.date();
        if self.end.time() == jiff::civil::Time::midnight() && self.end > self.start {
            last.yesterday().unwrap_or(last)
        } else {
            last
        }
    }
}

/// How finely a time is known, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    Second,
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    /// A year of accounts, whatever day it begins on.
    FiscalYear,
    Decade,
    Century,
}

impl Grain {
    /// Its name in one word, for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Grain::Second => "second",
            Grain::Minute => "minute",
            Grain::Hour => "hour",
            Grain::PartOfDay => "part-of-day",
            Grain::Day => "day",
            Grain::Weekend => "weekend",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Season => "season",
            Grain::Half => "half-year",
            Grain::Year => "year",
            Grain::FiscalYear => "fiscal-year",
            Grain::Decade => "decade",
            Grain::Century => "century",
        }
    }
}

/// The parts of a day, each with its own word in the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// Before dawn ('dini hari').
    SmallHours,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// What a modifier word adds to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modifier {
    /// 'awal Juli', 'early July'
    Start,
    /// 'pertengahan Juli', 'mid-July'
    Mid,
    /// 'akhir Juli', 'late July'
    End,
    /// 'sekitar', 'about'
    Approximate,
    /// 'hampir', 'kurang dari', 'less than'
    LessThan,
    /// 'lebih dari', 'more than'
    MoreThan,
    /// 'paling lama', 'up to'
    AtMost,
    /// 'sedikitnya', 'at least'
    AtLeast,
    /// 'menjelang', 'sebelum', 'before'
    Before,
    /// 'setelah', 'after'
    After,
}

/// What a time was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The words alone give it ('12 Juli 2025').
    Explicit,
    /// Counted from the day of publication.
    Published { date: Date, origin: DateOrigin },
    /// Counted from an earlier expression of the article.
    Earlier(TimeId),
    /// There was nothing to count from.
    Unknown,
}

/// An amount of one unit of time; `None` where the words leave it open ('beberapa bulan').
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    pub count: Option<f64>,
    pub unit: Unit,
}

/// When, within its unit, something recurs; all `None` where only the unit is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// 1 to 12
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// 1 (Monday) to 7 (Sunday)
    pub weekday: Option<i8>,
    pub weekend: bool,
    pub part: Option<PartOfDay>,
    /// First month of the season that is meant.
    pub season: Option<i8>,
}

/// Units in which time is counted, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// Where a vague time lies, seen from the time of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    Past,
    Present,
    Future,
}

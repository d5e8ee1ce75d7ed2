//! Time expressions and their values: never more precise than the words were.

use std::fmt;

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

/// Writes the value as short as it is precise: `2024-06`, `2025-07-12`, `2025-07-12T14:00`,
/// `2025-07-12..2025-07-14`, `2020s`, `P3D`.
impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeValue::Placed(interval) => interval.fmt(f),
            TimeValue::Unplaced { month, day, hour, minute, .. } => {
                f.write_str("????")?;
                for part in [month, day] {
                    match part {
                        Some(number) => write!(f, "-{number:02}")?,
                        None => f.write_str("-??")?,
                    }
                }
                if let Some(hour) = hour {
                    write!(f, "T{hour:02}:{:02}", minute.unwrap_or(0))?;
                }
                Ok(())
            }
            TimeValue::Duration(amount) => amount.fmt(f),
            TimeValue::CompoundDuration(long, short) => write!(f, "{long} {short}"),
            TimeValue::Recurring { every, times, .. } => {
                write!(f, "every {every}")?;
                times.map_or(Ok(()), |n| write!(f, " x{n}"))
            }
            TimeValue::Vague(Reference::Past) => f.write_str("past"),
            TimeValue::Vague(Reference::Present) => f.write_str("present"),
            TimeValue::Vague(Reference::Future) => f.write_str("future"),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_period() {
            write!(f, "{}..{}", point(self.start, self.grain), point_last(self))
        } else {
            match self.part {
                Some(part) if self.grain == Grain::PartOfDay => write!(f, "{} {part}", self.start.date()),
                _ => f.write_str(&point(self.start, self.grain)),
            }
        }
    }
}

fn point_last(interval: &Interval) -> String {
    if interval.grain <= Grain::Hour {
        point(interval.end, interval.grain)
    } else {
        point(interval.last_day().to_datetime(jiff::civil::Time::midnight()), interval.grain)
    }
}

fn point(at: DateTime, grain: Grain) -> String {
    let (year, month) = (at.year(), at.month());
    match grain {
        Grain::Second => format!("{}T{:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second()),
        Grain::Minute | Grain::Hour => format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()),
        Grain::PartOfDay | Grain::Day | Grain::Weekend => at.date().to_string(),
        Grain::Week => {
            let week = at.date().iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Grain::Month => format!("{year:04}-{month:02}"),
        Grain::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        Grain::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        Grain::Season => {
            let season = ["winter", "spring", "summer", "autumn"][(month % 12 / 3) as usize];
            format!("{year:04} {season}")
        }
        Grain::Year => format!("{year:04}"),
        Grain::FiscalYear => format!("FY{year:04}"),
        Grain::Decade => format!("{:04}s", year.div_euclid(10) * 10),
        Grain::Century => format!("{}00s", year.div_euclid(100)),
    }
}

impl fmt::Display for PartOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PartOfDay::SmallHours => "small hours",
            PartOfDay::Morning => "morning",
            PartOfDay::Noon => "noon",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
        })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, unit) = match self.unit {
            Unit::Second => ("T", "S"),
            Unit::Minute => ("T", "M"),
            Unit::Hour => ("T", "H"),
            Unit::Day => ("", "D"),
            Unit::Weekend => ("", "WE"),
            Unit::Week => ("", "W"),
            Unit::Month => ("", "M"),
            Unit::Quarter => ("", "Q"),
            Unit::Half => ("", "H"),
            Unit::Year => ("", "Y"),
            Unit::Decade => ("", "DE"),
            Unit::Century => ("", "CE"),
        };
        match self.count {
            Some(count) => write!(f, "P{time}{count}{unit}"),
            None => write!(f, "P{time}X{unit}"),
        }
    }
}

//! The words of time, each with its value, and the classes by which patterns name them.

use std::ops::RangeInclusive;

use serde::Deserialize;

use crate::model::{Amount, Modifier, PartOfDay, Reference, Unit};

/// What one word or phrase of the vocabulary means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeWord {
    /// 1 to 12
    Month(i8),
    /// 1 (Monday) to 7 (Sunday)
    Weekday(i8),
    /// A weekday cut short, which is one only beside a date ('Sat.').
    ShortWeekday(i8),
    /// A weekday that comes round ('Mondays').
    Weekdays(i8),
    Unit(Unit),
    /// One of a unit in a single word ('sebulan').
    OneUnit(Unit),
    /// Several of a unit in a single word ('fortnight').
    Amount(Amount),
    /// Many of a unit in a single word ('bertahun-tahun').
    ManyUnits(Unit),
    /// Every one of a unit in a single word ('tahunan').
    EveryUnit(Unit),
    Number(Numeral),
    Ordinal(i16),
    Direction(Direction),
    Part(PartOfDay),
    Shift(Shift),
    Modifier(Modifier),
    /// A modifier that tells where in a unit, not how much of it ('early', 'the end of').
    Position(Modifier),
    Vague(Reference),
    Season(Season),
    /// The first year of a decade with a name ('the eighties').
    Decade(i16),
    /// An hour with a name ('noon'); midnight is the end of its day, 24.
    Hour(i8),
    /// The half of the day: hours to add to one of twelve ('p.m.' is 12).
    Meridiem(i8),
    Holiday(Holiday),
    /// Minutes east of Greenwich.
    Zone(i16),
}

/// How a word takes part in a number: 'dua puluh lima' is 2, times 10, plus 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numeral {
    Value(f64),
    Times(f64),
    Plus(f64),
}

/// On which side of the anchor a time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Past,
    Present,
    Future,
}

impl Direction {
    /// -1, 0 or 1.
    pub fn sign(self) -> i64 {
        match self {
            Direction::Past => -1,
            Direction::Present => 0,
            Direction::Future => 1,
        }
    }

    /// The other side of the present.
    pub fn opposite(self) -> Direction {
        match self {
            Direction::Past => Direction::Future,
            Direction::Present => Direction::Present,
            Direction::Future => Direction::Past,
        }
    }
}

/// A unit at a fixed distance from the anchor: yesterday is the day at -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub unit: Unit,
    pub by: i16,
    pub part: Option<PartOfDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

impl Season {
    /// The month it begins in, north of the equator.
    pub fn first_month(self) -> i8 {
        match self {
            Season::Winter => 12,
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
        }
    }
}

/// How to know the date of a day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same month and day each year.
    Fixed { month: i8, day: i8 },
    /// So many days behind the nth such weekday (1 is Monday) of a month; -1 is the last.
    Nth { nth: i8, weekday: i8, month: i8, days: i8 },
    /// So many days from Easter Sunday.
    Easter(i8),
    /// Listed, by index into the tables of feasts.
    Listed(u8),
    /// A month of fasting, by its first day.
    ListedMonth(u8),
}

/// The classes of words and numbers that a pattern can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    Month,
    Weekday,
    ShortWeekday,
    Weekdays,
    Unit,
    OneUnit,
    Amount,
    ManyUnits,
    EveryUnit,
    Ordinal,
    Direction,
    Part,
    Shift,
    Modifier,
    Position,
    Vague,
    Season,
    DecadeName,
    HourName,
    Meridiem,
    Holiday,
    Zone,
    /// Any number, in words or digits, with decimals.
    Number,
    /// One or two digits, 1 to 31.
    Day,
    /// One or two digits, 1 to 12.
    MonthNumber,
    /// Four digits, 1000 to 2199.
    Year,
    /// Two digits that stand for a year.
    ShortYear,
    /// One or two digits, 0 to 24, or a number word to 12.
    Hour,
    /// Four digits, 0000 to 2359.
    HourMinute,
    /// Two digits, 00 to 59.
    Minute,
    /// Two digits, 00 to 59.
    Second,
    /// Digits that say nothing of the time ('+07:00').
    Digits,
    /// Any word with a capital letter ('waktu Tokyo').
    Capital,
}

impl Class {
    /// The class of a word of the vocabulary.
    pub fn of(word: TimeWord) -> Class {
        match word {
            TimeWord::Month(_) => Class::Month,
            TimeWord::Weekday(_) => Class::Weekday,
            TimeWord::ShortWeekday(_) => Class::ShortWeekday,
            TimeWord::Weekdays(_) => Class::Weekdays,
            TimeWord::Amount(_) => Class::Amount,
            TimeWord::Decade(_) => Class::DecadeName,
            TimeWord::Hour(_) => Class::HourName,
            TimeWord::Meridiem(_) => Class::Meridiem,
            TimeWord::Unit(_) => Class::Unit,
            TimeWord::OneUnit(_) => Class::OneUnit,
            TimeWord::ManyUnits(_) => Class::ManyUnits,
            TimeWord::EveryUnit(_) => Class::EveryUnit,
            TimeWord::Number(_) => Class::Number,
            TimeWord::Ordinal(_) => Class::Ordinal,
            TimeWord::Direction(_) => Class::Direction,
            TimeWord::Part(_) => Class::Part,
            TimeWord::Shift(_) => Class::Shift,
            TimeWord::Modifier(_) => Class::Modifier,
            TimeWord::Position(_) => Class::Position,
            TimeWord::Vague(_) => Class::Vague,
            TimeWord::Season(_) => Class::Season,
            TimeWord::Holiday(_) => Class::Holiday,
            TimeWord::Zone(_) => Class::Zone,
        }
    }

    /// How many digits a number of this class may have; `None` for the classes that are written in words.
    pub fn digits(self) -> Option<RangeInclusive<usize>> {
        use Class::{Day, Digits, Hour, HourMinute, Minute, MonthNumber, Number, Second, ShortYear, Year};
        match self {
            Day | MonthNumber | Hour => Some(1..=2),
            ShortYear | Minute | Second => Some(2..=2),
            Year | HourMinute => Some(4..=4),
            Digits => Some(1..=5),
            Number => Some(1..=usize::MAX),
            _ => None,
        }
    }
}

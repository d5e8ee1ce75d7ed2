//! Whole units of the calendar, and steps between them.

use jiff::civil::{Date, Time};
use jiff::{Span, ToSpan};

use crate::model::{Anchor, Grain, Interval, PartOfDay, TimeValue, Unit};

/// A value with what it was counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) value: TimeValue,
    pub(crate) anchor: Anchor,
}

/// The day as an interval.
pub(crate) fn day(date: Date) -> Interval {
    Interval::days(date, date, Grain::Day)
}

/// The whole unit in which `date` lies; units below the day give the day.
pub(crate) fn whole(date: Date, unit: Unit) -> Option<Interval> {
    let year = date.year();
    let months = |first_month: i8, count: i64, grain: Grain| {
        let first = Date::new(year, first_month, 1).ok()?;
        Some(Interval::days(first, first.checked_add(count.months()).ok()?.yesterday().ok()?, grain))
    };
    let years = |first_year: i16, count: i64, grain: Grain| {
        let first = Date::new(first_year, 1, 1).ok()?;
        Some(Interval::days(first, first.checked_add(count.years()).ok()?.yesterday().ok()?, grain))
    };
    let monday = || date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(day(date)),
        Unit::Week => Some(Interval::days(monday()?, monday()?.checked_add(6.days()).ok()?, Grain::Week)),
        Unit::Weekend => {
            let saturday = monday()?.checked_add(5.days()).ok()?;
            Some(Interval::days(saturday, saturday.tomorrow().ok()?, Grain::Weekend))
        }
        Unit::Month => months(date.month(), 1, Grain::Month),
        Unit::Quarter => months((date.month() - 1) / 3 * 3 + 1, 3, Grain::Quarter),
        Unit::Half => months((date.month() - 1) / 6 * 6 + 1, 6, Grain::Half),
        Unit::Year => years(year, 1, Grain::Year),
        Unit::Decade => years(year.div_euclid(10) * 10, 10, Grain::Decade),
        Unit::Century => years(year.div_euclid(100) * 100, 100, Grain::Century),
    }
}

/// The date `count` units away; fractions of a unit are taken in the next smaller one, and months clamp. `None`
/// where that lies outside the calendar, however large the number.
pub(crate) fn shift(date: Date, unit: Unit, count: f64) -> Option<Date> {
    let whole = |factor: f64| -> Option<i64> {
        let scaled = (count * factor).round();
        (scaled.abs() < 4_000_000.0).then_some(scaled as i64)
    };
    let days = |factor: f64| Span::new().try_days(whole(factor)?).ok();
    let months = |factor: f64| Span::new().try_months(whole(factor)?).ok();
    let span = match unit {
        Unit::Second => days(1.0 / 86_400.0),
        Unit::Minute => days(1.0 / 1_440.0),
        Unit::Hour => days(1.0 / 24.0),
        Unit::Day => days(1.0),
        Unit::Week | Unit::Weekend => days(7.0),
        Unit::Month if count.fract() != 0.0 => days(30.4),
        Unit::Month => months(1.0),
        Unit::Quarter => months(3.0),
        Unit::Half => months(6.0),
        Unit::Year => months(12.0),
        Unit::Decade => months(120.0),
        Unit::Century => months(1200.0),
    }?;
    date.checked_add(span).ok()
}

/// The hours of a part of the day; the night reaches into the next day.
///
/// Source: the usual hours of Indonesian news ('dini hari' 0-5, 'pagi' 5-11, 'siang' 11-15, 'sore' 15-18,
/// 'malam' 18-24), which fit English ones.
pub(crate) fn part_of_day(date: Date, part: PartOfDay) -> Interval {
    let (from, to) = match part {
        PartOfDay::SmallHours => (0, 5),
        PartOfDay::Morning => (5, 11),
        PartOfDay::Noon => (11, 13),
        PartOfDay::Afternoon => (12, 18),
        PartOfDay::Evening => (17, 21),
        PartOfDay::Night => (18, 24),
    };
    let midnight = date.to_datetime(Time::midnight());
    let at = |hour: i64| midnight.checked_add(hour.hours()).unwrap_or(midnight);
    Interval { start: at(from), end: at(to), grain: Grain::PartOfDay, part: Some(part), length: None }
}

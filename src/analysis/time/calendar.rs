//! Dates that are told by their own parts (year, month, day, weekday, clock), some of them left out.
//!
//! What is left out is taken from the anchor: on the side of it that a direction word names, else on the side
//! that fits the sentence. Nothing finer than the words is ever filled in.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::anchors::{Anchors, FIRST_EVENING_HOUR, FIRST_MORNING_HOUR};
use super::fields::Fields;
use super::parts;
use super::tense::Tense;
use super::units::{self, Found};
use super::yearless::{self, nearest, strangeness};
use crate::lang::time::Direction;
use crate::model::{Anchor, DateOrigin, Grain, Interval, PartOfDay, Published, TimeValue, Unit};

/// Resolves the parts that were told against the anchors.
pub(crate) fn resolve(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let Some((interval, anchor)) = date(fields, anchors) else {
        return unplaced(fields);
    };
    Some(Found { value: TimeValue::Placed(with_clock(interval, fields)?), anchor })
}

/// Resolves the parts as if the article were published on the day its narrative has come to.
pub(crate) fn resolve_in_narrative(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = if fields.weekday.is_some() || fields.day.is_some() { Unit::Day } else { Unit::Month };
    let (date, anchor) = anchors.narrative_for(unit)?;
    let origin = anchors.published.map_or(DateOrigin::Inferred, |published| published.origin);
    let found = resolve(fields, &Anchors { published: Some(Published { date, origin }), ..*anchors })?;
    Some(Found { anchor, ..found })
}

/// The whole unit around the day that the parts tell: 'the week of July 14'.
pub(crate) fn unit_around(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (day, anchor) = date(&Fields { unit: None, ..*fields }, anchors)?;
    Some(Found { value: TimeValue::Placed(units::whole(day.first_day(), fields.unit?)?), anchor })
}

/// The nth week of a month, told by its name or by its distance ('bulan lalu'): the first is the week, Monday to Sunday, of
/// the month's first day.
pub(crate) fn week_of_month(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let week = fields.number.filter(|week| (1.0..=5.0).contains(week))? as i64;
    let (month, anchor) = day_in_month(fields, anchors)?;
    let day = month.first_of_month().checked_add((week - 1).weeks()).ok()?;
    Some(Found { value: TimeValue::Placed(units::whole(day, Unit::Week)?), anchor })
}

/// The nth weekday of a month, told like its week, perhaps with a clock time.
pub(crate) fn weekday_of_month(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let nth = fields.number.filter(|nth| (1.0..=5.0).contains(nth))? as i8;
    let weekday = Weekday::from_monday_one_offset(fields.weekday?).ok()?;
    let (month, anchor) = day_in_month(fields, anchors)?;
    let day = units::day(month.nth_weekday_of_month(nth, weekday).ok()?);
    Some(Found { value: TimeValue::Placed(with_clock(day, fields)?), anchor })
}

/// A day in the month that is told by its name or by its distance.
fn day_in_month(fields: &Fields, anchors: &Anchors) -> Option<(Date, Anchor)> {
    if fields.month.is_some() {
        let month = Fields { day: None, weekday: None, hour: None, part: None, ..*fields };
        return date(&month, anchors).map(|(interval, anchor)| (interval.first_day(), anchor));
    }
    let (published, anchor) = anchors.publication()?;
    Some((units::shift(published, Unit::Month, fields.direction?.sign() as f64)?, anchor))
}

/// The unit nearest to the day of publication, on the side of which the sentence speaks: 'over the weekend'.
pub(crate) fn nearest_unit(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (published, anchor) = anchors.publication()?;
    let near =
        (-1..=1).filter_map(|by| units::whole(units::shift(published, fields.unit?, f64::from(by))?, fields.unit?));
    let interval = nearest(near, fields.direction, published, anchors.tense)?;
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

/// Resolves the parts within a unit that the direction shifts: 'Juni tahun lalu', 'Sabtu pekan lalu'.
pub(crate) fn resolve_in_shifted(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    shifted_from(fields, anchors.publication()?)
}

/// The same, counted from what the narrative has come to: 'March of the following year'.
pub(crate) fn resolve_in_shifted_narrative(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    shifted_from(fields, anchors.narrative_for(fields.unit?)?)
}

fn shifted_from(fields: &Fields, (anchor_date, anchor): (Date, Anchor)) -> Option<Found> {
    let by = fields.direction?.sign() as f64 * fields.number.unwrap_or(1.0);
    let shifted = units::shift(anchor_date, fields.unit?, by)?;
    let interval = match (fields.month, fields.day, fields.weekday) {
        (Some(month), Some(day), _) => units::day(Date::new(shifted.year(), month, day).ok()?),
        (Some(month), None, _) => units::whole(Date::new(shifted.year(), month, 1).ok()?, Unit::Month)?,
        (None, Some(day), _) => units::day(Date::new(shifted.year(), shifted.month(), day).ok()?),
        (None, None, Some(weekday)) => {
            let monday = units::whole(shifted, Unit::Week)?.first_day();
            units::day(monday.checked_add(i64::from(weekday - 1).days()).ok()?)
        }
        (None, None, None) => return None,
    };
    Some(Found { value: TimeValue::Placed(with_clock(interval, fields)?), anchor })
}

fn date(fields: &Fields, anchors: &Anchors) -> Option<(Interval, Anchor)> {
    match (fields.year, fields.month, fields.day) {
        (Some(year), Some(month), Some(day)) => {
            Some((units::day(full_date(year, month, day, fields)?), Anchor::Explicit))
        }
        (Some(year), Some(month), None) => {
            Some((units::whole(Date::new(year, month, 1).ok()?, Unit::Month)?, Anchor::Explicit))
        }
        (Some(year), None, _) => Some((units::whole(Date::new(year, 1, 1).ok()?, Unit::Year)?, Anchor::Explicit)),
        (None, Some(month), day) => yearless::resolve(month, day, fields, anchors),
        (None, None, Some(day)) => day_of_month(day, fields, anchors),
        (None, None, None) => match fields.weekday {
            Some(weekday) => bare_weekday(weekday, fields, anchors),
            None => clock_alone(fields, anchors),
        },
    }
}

/// A date in full. Where its month was told in digits and its weekday fits only with month and day exchanged, the
/// weekday is believed: '12/07' is a Saturday in July, not a Sunday in December.
fn full_date(year: i16, month: i8, day: i8, fields: &Fields) -> Option<Date> {
    let date = Date::new(year, month, day).ok();
    let fits = |date: &Date| fields.weekday.is_none_or(|told| told == date.weekday().to_monday_one_offset());
    let exchanged = || Date::new(year, day, month).ok().filter(|_| fields.month_in_digits).filter(fits);
    date.filter(fits).or_else(exchanged).or(date)
}

/// 'tanggal 12': in the month of the narrative, or the nearest one.
fn day_of_month(day: i8, fields: &Fields, anchors: &Anchors) -> Option<(Interval, Anchor)> {
    let (from, anchor) = anchors.narrative()?;
    let in_month = |by: i64| {
        let month = units::shift(from.first_of_month(), Unit::Month, by as f64)?;
        Date::new(month.year(), month.month(), day).ok().map(units::day)
    };
    let allowed = (-2..=2).filter_map(in_month).filter(|interval| match fields.direction {
        Some(Direction::Past) => interval.first_day() < from,
        Some(Direction::Future) => interval.first_day() > from,
        _ => true,
    });
    let chosen = allowed
        .min_by_key(|interval| strangeness(*interval, from, anchors.tense.filter(|&tense| tense == Tense::Future)))?;
    Some((chosen, anchor))
}

fn bare_weekday(weekday: i8, fields: &Fields, anchors: &Anchors) -> Option<(Interval, Anchor)> {
    let (published, anchor) = anchors.publication()?;
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let same = published.weekday() == weekday;
    let date = match fields.direction {
        Some(Direction::Past) => published.nth_weekday(-1, weekday).ok()?,
        Some(Direction::Future) => published.nth_weekday(1, weekday).ok()?,
        Some(Direction::Present) | None if same => published,
        Some(Direction::Present) if anchors.is_future() => published.nth_weekday(1, weekday).ok()?,
        Some(Direction::Present) if matches!(anchors.tense, Some(Tense::Past | Tense::PastBehind)) => {
            published.nth_weekday(-1, weekday).ok()?
        }
        Some(Direction::Present) => nearer(published, weekday)?,
        None if anchors.tense == Some(Tense::Either) => nearer(published, weekday)?,
        // 'agreed to sell its stake on Monday' on a Tuesday
        None if anchors.agreed && is_near_past(published, weekday) => published.nth_weekday(-1, weekday).ok()?,
        None if anchors.is_future() => published.nth_weekday(1, weekday).ok()?,
        None => published.nth_weekday(-1, weekday).ok()?,
    };
    Some((units::day(date), anchor))
}

/// Whether the last day of this name was yesterday or the day before.
fn is_near_past(published: Date, weekday: Weekday) -> bool {
    let last = published.nth_weekday(-1, weekday);
    last.and_then(|last| last.until(published)).is_ok_and(|span| span.get_days() <= 2)
}

/// The nearer of the days of this name before and behind the day of publication.
fn nearer(published: Date, weekday: Weekday) -> Option<Date> {
    let before = published.nth_weekday(-1, weekday).ok()?;
    let after = published.nth_weekday(1, weekday).ok()?;
    let is_nearer = published.until(after).ok()?.get_days() <= before.until(published).ok()?.get_days();
    Some(if is_nearer { after } else { before })
}

/// Midnight, as the end of a day.
const LAST_HOUR: i8 = 24;

/// A clock time or part of a day without a day.
fn clock_alone(fields: &Fields, anchors: &Anchors) -> Option<(Interval, Anchor)> {
    if fields.hour.is_none() && fields.part.is_none() {
        return None;
    }
    let (date, anchor) = anchors.clock_day(fields.hour.is_some())?;
    let (date, anchor) = of_part_told(fields, anchors, date).unwrap_or((date, anchor));
    let small_hours = fields.hour_of_day().is_some_and(|hour| hour < FIRST_MORNING_HOUR && fields.part.is_none());
    let late = fields.hour_of_day().is_some_and(|hour| hour >= FIRST_EVENING_HOUR);
    let is_past = matches!(anchors.tense, Some(Tense::Past | Tense::PastBehind));
    let is_news = anchors.publication().is_some_and(|(today, _)| date >= today);
    let of_publication = matches!(anchor, Anchor::Published { .. });
    let date = match () {
        // 'The truce took effect at midnight': the one with which the day of the news began.
        () if fields.hour_of_day() == Some(LAST_HOUR) && is_past && (of_publication || is_news) => {
            date.yesterday().ok()?
        }
        // 'He had started before 3 a.m.' behind the evening on which he was missed.
        () if small_hours && anchors.is_night() && !anchors.looks_back => date.tomorrow().ok()?,
        () if late && anchors.tense == Some(Tense::Past) && anchors.is_small_hours() => date.yesterday().ok()?,
        () => date,
    };
    Some((units::day(date), anchor))
}

/// The day near `date` that was told with the part of it in which the hour lies, where a new paragraph comes back to what
/// happened: 'Minggu sore dua pria menembaki perayaan. ... [Senin ...] Tembakan pertama terdengar pukul 18.47'.
fn of_part_told(fields: &Fields, anchors: &Anchors, date: Date) -> Option<(Date, Anchor)> {
    let hour =
        fields.hour_of_day().filter(|_| fields.part.is_none() && !anchors.in_paragraph && !anchors.is_future())?;
    let own = anchors.day.is_some_and(|(_, day)| parts::holds(&day, hour) || day.grain <= Grain::Hour);
    let (id, told) = anchors.parts.at_hour(hour, date).filter(|_| !own)?;
    Some((told.first_day(), Anchor::Earlier(id)))
}

/// What is told when there is nothing to place it by.
fn unplaced(fields: &Fields) -> Option<Found> {
    let grain = match (fields.minute, fields.hour, fields.part, fields.day, fields.weekday, fields.month) {
        (Some(_), ..) => Grain::Minute,
        (_, Some(_), ..) => Grain::Hour,
        (_, _, Some(_), ..) => Grain::PartOfDay,
        (_, _, _, Some(_), ..) | (_, _, _, _, Some(_), _) => Grain::Day,
        (.., Some(_)) => Grain::Month,
        _ => return None,
    };
    let Fields { month, day, hour, minute, .. } = *fields;
    Some(Found { value: TimeValue::Unplaced { grain, month, day, hour, minute }, anchor: Anchor::Unknown })
}

/// Narrows a day to the clock time or part of the day that was told with it.
pub(crate) fn with_clock(interval: Interval, fields: &Fields) -> Option<Interval> {
    if interval.grain != Grain::Day {
        return Some(interval);
    }
    let date = interval.first_day();
    let Some(hour) = fields.hour_of_day() else {
        return Some(fields.part.map_or(interval, |part| units::part_of_day(date, part)));
    };
    let hour = in_part(hour, fields.part);
    let (date, hour) = if hour == 24 { (date.tomorrow().ok()?, 0) } else { (date, hour) };
    let time = Time::new(hour, fields.minute.unwrap_or(0), fields.second.unwrap_or(0), 0).ok()?;
    let start = date.to_datetime(time);
    let (length, grain) = match (fields.minute, fields.second) {
        (_, Some(_)) => (1.seconds(), Grain::Second),
        (Some(_), None) => (1.minutes(), Grain::Minute),
        (None, None) => (1.hours(), Grain::Hour),
    };
    Some(Interval { start, end: start.checked_add(length).ok()?, grain, part: None, length: None })
}

/// 'jam 7 malam' is 19; 'jam 2 malam' stays 2.
fn in_part(hour: i8, part: Option<PartOfDay>) -> i8 {
    match part {
        Some(PartOfDay::Afternoon | PartOfDay::Evening) if (1..12).contains(&hour) => hour + 12,
        Some(PartOfDay::Noon) if (1..6).contains(&hour) => hour + 12,
        Some(PartOfDay::Night) if (6..12).contains(&hour) => hour + 12,
        _ => hour,
    }
}

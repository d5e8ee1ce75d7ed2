//! Days and months that are told without their year: of the story that is told, or in the year that is nearest to the day of
//! publication.

use jiff::civil::Date;

use super::anchors::Anchors;
use super::fields::Fields;
use super::tense::Tense;
use super::units;
use crate::lang::time::Direction;
use crate::model::{Anchor, Grain, Interval, Modifier, Unit};

/// A month, or a day of a month, in the year that fits.
pub(super) fn resolve(month: i8, day: Option<i8>, fields: &Fields, anchors: &Anchors) -> Option<(Interval, Anchor)> {
    let (published, anchor) = anchors.publication()?;
    let candidate = |year: i16| match day {
        Some(day) => Date::new(year, month, day).ok().map(units::day),
        None => Date::new(year, month, 1).ok().and_then(|first| units::whole(first, Unit::Month)),
    };
    if let Some(retold) = day.and_then(|_| retold(anchors, candidate)) {
        return Some(retold);
    }
    if let Some(told) = of_story(fields, anchors, candidate).filter(|_| day.is_some() || anchors.in_paragraph) {
        return Some(told);
    }
    // 'Semua berubah pada Maret 1942. Jepang menduduki Bandung pada 6 Maret'
    let in_month = |interval: &Interval| {
        anchors.month_told.is_some_and(|(_, month)| {
            let behind = month.first_day().until(interval.first_day()).map_or(-1, |span| span.get_days());
            let old = month.first_day().until(published).is_ok_and(|span| span.get_days() >= HISTORY_DAYS);
            (0..=if old { LONGEST_YEAR_DAYS } else { LONGEST_STORY_DAYS }).contains(&behind)
        })
    };
    if let Some((id, month)) = anchors.month_told.filter(|_| fields.direction.is_none() && !anchors.is_future())
        && let Some(told) = candidate(month.first_day().year()).filter(in_month)
    {
        return Some((told, Anchor::Earlier(id)));
    }
    // 'Pada mudik 2024, kecelakaan itu menewaskan 12 orang pada 8 April'
    // 'Musim 2004 saya juga begini, lalu cedera di Mei'
    let bare = fields.weekday.is_none() && fields.direction.is_none() && !anchors.is_future();
    if let Some((id, year)) = anchors.year_told.filter(|_| bare) {
        return Some((candidate(year)?, Anchor::Earlier(id)));
    }
    // Leap days exist every fourth year only, save at three of four centuries.
    let candidates = (-8..=8).filter_map(|offset| candidate(published.year() + offset));
    let direction = if is_begun(month, day, fields, published) { Some(Direction::Present) } else { fields.direction };
    Some((nearest(candidates, direction, published, anchors.tense)?, anchor))
}

/// 'awal Agustus lalu' on 19 August: a part of the month that is over, though the month is not.
fn is_begun(month: i8, day: Option<i8>, fields: &Fields, published: Date) -> bool {
    let last = match fields.modifier {
        Some(Modifier::Start) => 10,
        Some(Modifier::Mid) => 20,
        _ => return false,
    };
    let past = fields.direction == Some(Direction::Past) && day.is_none();
    past && published.month() == month && published.day() > last
}

/// A day that goes on with a story of long ago, as long as no day of the news was told: '25 Oktober 1945 ... Pada 29 Oktober';
/// in its paragraph a month as well ('mendarat pada 17 April dan merebut kota itu awal Mei').
fn of_story(
    fields: &Fields,
    anchors: &Anchors,
    candidate: impl Fn(i16) -> Option<Interval>,
) -> Option<(Interval, Anchor)> {
    let bare = fields.weekday.is_none() && fields.direction.is_none() && !anchors.is_future();
    let (id, day) =
        anchors.unquoted_day.filter(|_| bare && anchors.main_day.is_none() && anchors.is_story_of_past())?;
    let day = day.first_day();
    let follows = |interval: &Interval| {
        day.until(interval.last_day()).is_ok_and(|span| (0..=LONGEST_STORY_DAYS).contains(&span.get_days()))
    };
    let told = (0..=1).filter_map(|offset| candidate(day.year() + offset)).find(follows)?;
    Some((told, Anchor::Earlier(id)))
}

/// What happened so many days before the news is history, which goes on within the year that it told last.
const HISTORY_DAYS: i32 = 3653;
const LONGEST_YEAR_DAYS: i32 = 366;

/// A story goes on within as many days without naming its year again.
const LONGEST_STORY_DAYS: i32 = 92;

/// What a court hears of a day without its year is of the days around the deed that was told with its own.
fn retold(anchors: &Anchors, candidate: impl Fn(i16) -> Option<Interval>) -> Option<(Interval, Anchor)> {
    let (id, deed) = anchors.background_day.filter(|_| anchors.of_hearing)?;
    let deed = deed.first_day();
    let near = |interval: &Interval| {
        deed.until(interval.first_day()).is_ok_and(|span| span.get_days().abs() <= LONGEST_RETOLD_DAYS)
    };
    let around = (-1..=1).filter_map(|offset| candidate(deed.year() + offset));
    Some((around.into_iter().find(near)?, Anchor::Earlier(id)))
}

/// A court hears of as many days around the deed.
const LONGEST_RETOLD_DAYS: i32 = 31;

/// Of the same day, month or feast of several years the one that is meant without saying the year.
pub(super) fn nearest(
    candidates: impl Iterator<Item = Interval>,
    direction: Option<Direction>,
    published: Date,
    tense: Option<Tense>,
) -> Option<Interval> {
    let allowed = candidates.filter(|interval| match direction {
        Some(Direction::Past) => interval.last_day() < published,
        Some(Direction::Future) => interval.first_day() > published,
        Some(Direction::Present) => interval.first_day().year() == published.year(),
        None => true,
    });
    allowed.min_by_key(|interval| strangeness(*interval, published, tense))
}

/// What is told to have been in a month lies rather in that of the year before than in the next.
const AGAINST_TENSE_DAYS: i64 = 400;

/// How odd it would be to mean this time without saying the year, in days; what is to come counts more, and the other side
/// of the present more still against the tense of the sentence.
pub(super) fn strangeness(interval: Interval, published: Date, tense: Option<Tense>) -> i64 {
    let (ahead, back) = match tense {
        Some(Tense::Future) => (1, 4),
        Some(Tense::Past) => (30, 1),
        Some(Tense::PastBehind) => (6, 1),
        Some(Tense::Either) => (1, 1),
        None => (2, 1),
    };
    let days_until = |date: Date| published.until(date).map_or(i64::MAX / 8, |span| i64::from(span.get_days()));
    if interval.first_day() > published {
        // 'was impeached in December' at the end of November
        let is_month = interval.grain >= Grain::Month;
        let against = if is_month && tense == Some(Tense::Past) { AGAINST_TENSE_DAYS } else { 0 };
        days_until(interval.first_day()) * ahead + against
    } else if interval.last_day() < published {
        -days_until(interval.last_day()) * back
    } else {
        0
    }
}

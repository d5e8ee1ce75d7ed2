//! Which day an article that does not say so was published.
//!
//! News is printed on the day of what it tells last, or the day after. The latest full date in the text is the safest
//! guess that can be shown with its words, if no month or year is told that lies behind it, and no day of a month with its weekday
//! does: 'Jumat (21/11)' behind '20 Februari 2025'. Else a day of a month whose
//! year is left out ('Senin (19/2)', 'NAIROBI, March 5 -') is one of the first that fits behind the latest time told.
//! Times that the text calls future count only where there are no others: then it is one of their year, or of the year before.
//! A notice of copyright tells the first year that counts.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use super::tense::Tense;
use super::units::Found;
use crate::analysis::reading::Reading;
use crate::model::{Anchor, DateOrigin, Grain, Interval, Published, Span, TimeValue};

/// How many years behind the latest time told a day without a year may lie.
const YEARS_BEHIND: i16 = 2;

/// A day that its weekday tells lies at most so far behind the latest time told.
const DAYS_BEHIND: i32 = 366;

/// A year stands as near behind the sign: '© 2024 - 2025'.
const LONGEST_NOTICE_TOKENS: usize = 3;

/// The years that news on the web can be of.
const PLAUSIBLE_YEARS: RangeInclusive<i16> = 1995..=2100;

/// One expression as far as it can be read without a day of publication.
pub(crate) struct Told {
    pub(crate) span: Span,
    pub(crate) found: Found,
    /// 1 (Monday) to 7, where the words name it.
    pub(crate) weekday: Option<i8>,
    pub(crate) tense: Option<Tense>,
}

/// The inferred day with the words that gave it; `copyright` is the year of a notice at the foot of the page.
pub(crate) fn infer(told: &[Told], copyright: Option<i16>) -> Option<(Published, Span)> {
    let past = || told.iter().filter(|told| told.tense != Some(Tense::Future));
    let placed = || {
        past()
            .filter(|told| told.found.anchor == Anchor::Explicit)
            .filter_map(|told| Some((told.found.value.interval()?, told.span)))
    };
    let named = told.iter().find(|told| told.weekday.is_some()).and_then(|told| told.weekday);
    let noted = copyright.and_then(|year| Date::new(year, 1, 1).ok());
    let Some(latest) = placed().map(|(interval, _)| interval.first_day()).chain(noted).max() else {
        return before_all(told, named);
    };
    let full = placed().filter(|(interval, _)| interval.grain <= Grain::Day);
    let full =
        full.max_by_key(|(interval, _)| interval.first_day()).filter(|(interval, _)| interval.first_day() >= latest);
    // 'kata Susilo, Jumat (21/11)' tells more of the day of the news than '20 Februari 2025' before it.
    let near = |date: &Date| latest.until(*date).is_ok_and(|it| it.get_days() <= DAYS_BEHIND);
    let weekdays = past().filter(|told| told.weekday.is_some());
    let weekdays = weekdays.filter_map(|told| Some((day_behind(told, latest, named)?, told.span)));
    let weekday = weekdays.filter(|(date, _)| near(date)).max_by_key(|(date, _)| *date);
    if let Some((date, span)) = weekday {
        return Some((Published { date, origin: DateOrigin::Inferred }, span));
    }
    let (date, span) = full
        .map(|(interval, span): (Interval, Span)| (interval.first_day(), span))
        .or_else(|| past().find_map(|told| Some((day_behind(told, latest, named)?, told.span))))?;
    Some((Published { date, origin: DateOrigin::Inferred }, span))
}

/// Where all times told are to come: the first day without a year, in the first year of them, or in the one before if the weekday
/// that is `named` first tells so: 'KUALA LUMPUR, Oct 14 - The bank kept its rate on Tuesday. It expects growth of 4% in 2025.'
fn before_all(told: &[Told], named: Option<i8>) -> Option<(Published, Span)> {
    let explicit = told.iter().filter(|told| told.found.anchor == Anchor::Explicit);
    let years = explicit.filter_map(|told| told.found.value.interval()).map(|interval| interval.first_day().year());
    let year = years.min()?;
    let since = Date::new(year - i16::from(named.is_some()), 1, 1).ok()?;
    let day = told.iter().find_map(|told| Some((day_behind(told, since, named)?, told.span)));
    let (date, span) = day.filter(|(date, _)| date.year() <= year)?;
    Some((Published { date, origin: DateOrigin::Inferred }, span))
}

/// The first day with this month, day and weekday that is not before `latest`. Where its weekday is not told, one on the weekday
/// that is `named` first in the text, or on the day behind it, goes before: 'COLOMBO, Sept 10 - Lawmakers voted on Wednesday'.
fn day_behind(told: &Told, latest: Date, named: Option<i8>) -> Option<Date> {
    let TimeValue::Unplaced { month: Some(month), day: Some(day), .. } = told.found.value else { return None };
    let weekday = |number: Option<i8>| number.and_then(|number| Weekday::from_monday_one_offset(number).ok());
    let dates = || {
        let all = (0..=YEARS_BEHIND).filter_map(|years| Date::new(latest.year() + years, month, day).ok());
        all.filter(|date| *date >= latest)
    };
    if let Some(weekday) = weekday(told.weekday) {
        return dates().find(|date| date.weekday() == weekday);
    }
    let tells_of = |date: &Date| {
        let days = [Some(*date), date.yesterday().ok()].into_iter().flatten().map(Date::weekday);
        weekday(named).is_some_and(|named| days.into_iter().any(|day| day == named))
    };
    dates().find(tells_of).or_else(|| dates().next())
}

/// The year of the last notice of copyright: 'Copyright © 2025', '© 2024-2025'.
pub(crate) fn copyright(reading: &Reading) -> Option<i16> {
    let sign = (0..reading.tokens.len()).rev().find(|&at| reading.mark(at) == '©')?;
    let year = |at: usize| reading.text(at).parse().ok().filter(|year| PLAUSIBLE_YEARS.contains(year));
    (sign + 1..reading.tokens.len()).take(LONGEST_NOTICE_TOKENS).filter_map(year).next_back()
}

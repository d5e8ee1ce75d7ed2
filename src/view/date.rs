//! Times and distances in the reader's words, as short as they are precise.

use crate::app::timeline::Distance;
use crate::app::words::{Locale, Words, phrase};
use crate::model::{Grain, Interval, PartOfDay, TimeValue};

/// A time as the timeline shows it: the short form of the value, with its few words translated.
pub(super) fn date(value: &TimeValue, locale: Locale) -> String {
    match value.interval() {
        Some(interval) if interval.grain == Grain::Season && !interval.is_period() => {
            format!("{} {}", interval.start.year(), season(&interval).of(locale))
        }
        Some(Interval { start, part: Some(part), grain: Grain::PartOfDay, length: None, .. }) => {
            format!("{} {}", start.date(), part_of_day(part).of(locale))
        }
        _ => value.to_string(),
    }
}

/// A distance: `2 yr 4 mo`.
pub(super) fn distance(distance: Distance, locale: Locale) -> String {
    let days = |count: i32| format!("{count} {}", phrase::DAYS_SHORT.of(locale));
    let months = |count: i32| format!("{count} {}", phrase::MONTHS_SHORT.of(locale));
    let years = |count: i32| format!("{count} {}", phrase::YEARS_SHORT.of(locale));
    match distance {
        Distance::Days(count) => days(count),
        Distance::Months(count) if count < 12 => months(count),
        Distance::Months(count) if count % 12 == 0 => years(count / 12),
        Distance::Months(count) => format!("{} {}", years(count / 12), months(count % 12)),
        Distance::Years(count) => years(count),
    }
}

fn season(interval: &Interval) -> Words {
    match interval.start.month() {
        3..=5 => phrase::SPRING,
        6..=8 => phrase::SUMMER,
        9..=11 => phrase::AUTUMN,
        _ => phrase::WINTER,
    }
}

fn part_of_day(part: PartOfDay) -> Words {
    match part {
        PartOfDay::SmallHours => phrase::SMALL_HOURS,
        PartOfDay::Morning => phrase::MORNING,
        PartOfDay::Noon => phrase::NOON,
        PartOfDay::Afternoon => phrase::AFTERNOON,
        PartOfDay::Evening => phrase::EVENING,
        PartOfDay::Night => phrase::NIGHT,
    }
}

//! Times, amounts of time and distances in the reader's words, as short as they are precise.

use super::timeline::Distance;
use super::words::{Locale, Words, phrase};
use crate::model::{Amount, Grain, Interval, Modifier, PartOfDay, Reference, TimeValue, Unit};

/// A time in few words: `2024-06`, `week of 2024-12-09`, `3 days`.
pub fn value(value: &TimeValue, locale: Locale) -> String {
    match value {
        TimeValue::Placed(interval) => placed(interval, locale),
        TimeValue::Unplaced { .. } => clock_apart(value.to_string()),
        TimeValue::Duration(amount) => self::amount(amount, locale),
        TimeValue::CompoundDuration(long, short) => format!("{} {}", amount(long, locale), amount(short, locale)),
        TimeValue::Recurring { every, times, .. } => {
            let times = times.map(|count| format!(", {count}×")).unwrap_or_default();
            format!("{} {}{times}", phrase::EVERY.of(locale), recurring_unit(every, locale))
        }
        TimeValue::Vague(Reference::Past) => phrase::SOME_PAST.of(locale).to_owned(),
        TimeValue::Vague(Reference::Present) => phrase::SOME_PRESENT.of(locale).to_owned(),
        TimeValue::Vague(Reference::Future) => phrase::SOME_FUTURE.of(locale).to_owned(),
    }
}

/// The same with what is known of its place in there: `early 2021`, `late 2022-12`.
pub fn modified(time: &TimeValue, modifier: Option<Modifier>, locale: Locale) -> String {
    let value = value(time, locale);
    match modifier {
        Some(modifier) => format!("{} {value}", modifier_prefix(modifier).of(locale)),
        None => value,
    }
}

/// A distance: `2 yr 4 mo`.
pub fn distance(distance: Distance, locale: Locale) -> String {
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

/// What a grain is called.
pub fn grain_words(grain: Grain) -> Words {
    match grain {
        Grain::Second => phrase::SECOND,
        Grain::Minute => phrase::MINUTE,
        Grain::Hour => phrase::HOUR,
        Grain::PartOfDay => phrase::PART_OF_DAY,
        Grain::Day => phrase::DAY,
        Grain::Weekend => phrase::WEEKEND,
        Grain::Week => phrase::WEEK,
        Grain::Month => phrase::MONTH,
        Grain::Quarter => phrase::QUARTER,
        Grain::Season => phrase::SEASON,
        Grain::Half => phrase::HALF,
        Grain::Year => phrase::YEAR,
        Grain::FiscalYear => phrase::FISCAL_YEAR,
        Grain::Decade => phrase::DECADE,
        Grain::Century => phrase::CENTURY,
    }
}

/// What a modifier says of the time it stands with.
pub fn modifier_words(modifier: Modifier) -> Words {
    match modifier {
        Modifier::Start => phrase::START_OF,
        Modifier::Mid => phrase::MIDDLE_OF,
        Modifier::End => phrase::END_OF,
        Modifier::Approximate => phrase::ABOUT,
        Modifier::LessThan => phrase::LESS_THAN,
        Modifier::MoreThan => phrase::MORE_THAN,
        Modifier::AtMost => phrase::AT_MOST,
        Modifier::AtLeast => phrase::AT_LEAST,
        Modifier::Before => phrase::BEFORE_IT,
        Modifier::After => phrase::AFTER_IT,
    }
}

fn modifier_prefix(modifier: Modifier) -> Words {
    match modifier {
        Modifier::Start => phrase::EARLY,
        Modifier::Mid => phrase::MIDDLE,
        Modifier::End => phrase::LATE,
        Modifier::Approximate => phrase::AROUND,
        Modifier::LessThan => phrase::LESS,
        Modifier::MoreThan => phrase::MORE,
        Modifier::AtMost => phrase::AT_MOST,
        Modifier::AtLeast => phrase::AT_LEAST,
        Modifier::Before => phrase::BEFORE,
        Modifier::After => phrase::AFTER,
    }
}

fn placed(interval: &Interval, locale: Locale) -> String {
    let (year, month) = (interval.start.year(), interval.start.month());
    let words = |words: Words| words.of(locale);
    match interval.grain {
        Grain::Weekend => format!("{}..{}", interval.first_day(), interval.last_day()),
        Grain::Week if interval.is_period() => format!("{}..{}", interval.first_day(), interval.last_day()),
        _ if interval.is_period() => clock_apart(interval.to_string()),
        Grain::Week => format!("{} {}", words(phrase::WEEK_OF), interval.first_day()),
        Grain::PartOfDay => match interval.part {
            Some(part) => format!("{} {}", interval.first_day(), words(part_of_day(part))),
            None => interval.to_string(),
        },
        Grain::Season => format!("{year} {}", words(season(month))),
        Grain::Quarter => format!("{year} {} {}", words(phrase::QUARTER), (month - 1) / 3 + 1),
        Grain::Half => format!("{year} {} {}", words(phrase::HALF), (month - 1) / 6 + 1),
        Grain::FiscalYear => format!("{} {year}", words(phrase::FISCAL_YEAR)),
        Grain::Decade => words(phrase::DECADE_OF).replace("{}", &(year.div_euclid(10) * 10).to_string()),
        Grain::Century => words(phrase::CENTURY_FROM).replace("{}", &(year.div_euclid(100) * 100).to_string()),
        _ => clock_apart(interval.to_string()),
    }
}

/// `2025-02-04 03:14`: the letter between day and clock is for machines.
fn clock_apart(text: String) -> String {
    text.replace('T', " ")
}

fn amount(amount: &Amount, locale: Locale) -> String {
    let plural = amount.count != Some(1.0);
    let unit = unit_words(amount.unit, plural).of(locale);
    match amount.count {
        Some(count) => format!("{count} {unit}"),
        None => format!("{} {unit}", phrase::SOME.of(locale)),
    }
}

/// `day`, or `2 days` where it is not every one.
fn recurring_unit(every: &Amount, locale: Locale) -> String {
    match every.count {
        Some(count) if count != 1.0 => amount(every, locale),
        _ => unit_words(every.unit, false).of(locale).to_owned(),
    }
}

fn unit_words(unit: Unit, plural: bool) -> Words {
    match (unit, plural) {
        (Unit::Second, false) => phrase::SECOND,
        (Unit::Second, true) => phrase::SECONDS,
        (Unit::Minute, false) => phrase::MINUTE,
        (Unit::Minute, true) => phrase::MINUTES,
        (Unit::Hour, false) => phrase::HOUR,
        (Unit::Hour, true) => phrase::HOURS,
        (Unit::Day, false) => phrase::DAY,
        (Unit::Day, true) => phrase::DAYS,
        (Unit::Weekend, false) => phrase::WEEKEND,
        (Unit::Weekend, true) => phrase::WEEKENDS,
        (Unit::Week, false) => phrase::WEEK,
        (Unit::Week, true) => phrase::WEEKS,
        (Unit::Month, false) => phrase::MONTH,
        (Unit::Month, true) => phrase::MONTHS,
        (Unit::Quarter, false) => phrase::QUARTER,
        (Unit::Quarter, true) => phrase::QUARTERS,
        (Unit::Half, false) => phrase::HALF,
        (Unit::Half, true) => phrase::HALVES,
        (Unit::Year, false) => phrase::YEAR,
        (Unit::Year, true) => phrase::YEARS,
        (Unit::Decade, false) => phrase::DECADE,
        (Unit::Decade, true) => phrase::DECADES,
        (Unit::Century, false) => phrase::CENTURY,
        (Unit::Century, true) => phrase::CENTURIES,
    }
}

fn season(first_month: i8) -> Words {
    match first_month {
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

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::model::Occasion;

    fn days(first: (i16, i8, i8), last: (i16, i8, i8), grain: Grain) -> TimeValue {
        let date = |(year, month, day)| Date::constant(year, month, day);
        TimeValue::Placed(Interval::days(date(first), date(last), grain))
    }

    #[test]
    fn a_part_of_a_year_is_not_shown_as_all_of_it() {
        let year = days((2021, 1, 1), (2021, 12, 31), Grain::Year);
        assert_eq!(modified(&year, Some(Modifier::Start), Locale::Indonesian), "awal 2021");
        assert_eq!(modified(&year, Some(Modifier::Mid), Locale::English), "mid 2021");
        assert_eq!(modified(&year, None, Locale::English), "2021");
    }

    #[test]
    fn values_are_told_in_words_that_a_reader_knows() {
        let clock = Date::constant(2025, 2, 4).at(3, 14, 0, 0);
        let minute = Interval { start: clock, end: clock, grain: Grain::Minute, part: None, length: None };
        let amount = |count, unit| Amount { count, unit };
        let every_day = amount(Some(1.0), Unit::Day);
        let cases = [
            (days((2024, 6, 1), (2024, 6, 30), Grain::Month), "2024-06", "2024-06"),
            (days((2024, 12, 9), (2024, 12, 15), Grain::Week), "week of 2024-12-09", "pekan 2024-12-09"),
            (days((2025, 4, 1), (2025, 6, 30), Grain::Quarter), "2025 quarter 2", "2025 triwulan 2"),
            (days((1990, 1, 1), (1999, 12, 31), Grain::Decade), "1990s", "1990-an"),
            (TimeValue::Placed(minute), "2025-02-04 03:14", "2025-02-04 03:14"),
            (TimeValue::Duration(amount(Some(3.0), Unit::Day)), "3 days", "3 hari"),
            (TimeValue::Duration(amount(Some(1.0), Unit::Century)), "1 century", "1 abad"),
            (TimeValue::Duration(amount(None, Unit::Month)), "some months", "beberapa bulan"),
            (
                TimeValue::Recurring { every: every_day, times: Some(2), on: Occasion::default() },
                "every day, 2×",
                "setiap hari, 2×",
            ),
            (TimeValue::Vague(Reference::Present), "now", "kini"),
        ];
        for (told, en, id) in cases {
            assert_eq!((value(&told, Locale::English).as_str(), value(&told, Locale::Indonesian).as_str()), (en, id));
        }
    }
}

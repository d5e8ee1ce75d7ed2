//! Times with a name of their own: decades, centuries, quarters, seasons, feasts.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::anchors::Anchors;
use super::fields::Fields;
use super::tense::Tense;
use super::units::{self, Found};
use super::yearless::nearest;
use crate::lang::time::{Direction, Feasts, Holiday, Season};
use crate::model::{Amount, Anchor, Grain, Interval, TimeValue, Unit};

/// 'tahun 1990-an', 'era 80-an': two digits are of the last century unless that one is not over yet.
pub(crate) fn decade(fields: &Fields) -> Option<Found> {
    let year = fields.year?;
    let year = if year > 2030 { year - 100 } else { year };
    explicit(units::whole(Date::new(year, 1, 1).ok()?, Unit::Decade)?)
}

/// 'abad ke-19'.
pub(crate) fn century(fields: &Fields) -> Option<Found> {
    let number = fields.number.filter(|number| (1.0..=30.0).contains(number))? as i16;
    explicit(units::whole(Date::new((number - 1) * 100, 1, 1).ok()?, Unit::Century)?)
}

fn explicit(interval: Interval) -> Option<Found> {
    Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Explicit })
}

/// 'kuartal II 2025', 'semester pertama tahun ini'.
pub(crate) fn year_part(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    let months = match unit {
        Unit::Quarter => 3,
        Unit::Half => 6,
        _ => return None,
    };
    let number = fields.number.filter(|&number| number >= 1.0 && number * f64::from(months) <= 12.0)? as i8;
    let in_year = |year: i16| units::whole(Date::new(year, (number - 1) * months + 1, 1).ok()?, unit);
    if fields.year.is_some() || fields.direction.is_some() {
        let (year, anchor) = year_of(fields, anchors)?;
        return Some(Found { value: TimeValue::Placed(in_year(year)?), anchor });
    }
    let (published, anchor) = anchors.publication()?;
    let near = (published.year() - 1..=published.year() + 1).filter_map(in_year);
    // 'Penjualan turun sepanjang semester I': what nothing tells to be a plan is accounted for.
    let begun = |part: &Interval| anchors.tense.is_some() || part.first_day() <= published;
    Some(Found { value: TimeValue::Placed(nearest(near.filter(begun), None, published, anchors.tense)?), anchor })
}

/// 'tahun anggaran 2025'. On which day such a year begins depends on the country; it is shown as the year itself.
pub(crate) fn fiscal_year(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (year, anchor) = year_of(fields, anchors)?;
    let interval = units::whole(Date::new(year, 1, 1).ok()?, Unit::Year)?;
    Some(Found { value: TimeValue::Placed(Interval { grain: Grain::FiscalYear, ..interval }), anchor })
}

/// The year that is told, or shifted from the anchor, or the anchor's own.
fn year_of(fields: &Fields, anchors: &Anchors) -> Option<(i16, Anchor)> {
    if let Some(year) = fields.year {
        return Some((year, Anchor::Explicit));
    }
    let (published, anchor) = anchors.publication()?;
    let by = fields.direction.map_or(0, Direction::sign) as i16;
    Some((published.year() + by, anchor))
}

/// 'musim panas 2022', 'last winter': the season of that year, or the nearest one on that side of the anchor, or on the side that
/// the sentence speaks of.
pub(crate) fn season(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let season = fields.season?;
    let in_year = |year: i16| season_of(season, year);
    if let Some(year) = fields.year {
        return explicit(in_year(year)?);
    }
    let (published, anchor) = anchors.publication()?;
    let year = published.year();
    let near = (year - 1..=year + 1).filter_map(in_year);
    let interval = match fields.direction {
        Some(Direction::Past) => near.rev().find(|season| season.last_day() < published)?,
        Some(Direction::Future) => near.into_iter().find(|season| season.first_day() > published)?,
        // 'were sent in the autumn', 'will open in the spring'
        _ if anchors.tense == Some(Tense::Past) => near.rev().find(|season| season.first_day() <= published)?,
        _ if anchors.tense == Some(Tense::Future) => near.into_iter().find(|season| season.last_day() >= published)?,
        _ => in_year(year)?,
    };
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

/// 'joined in December 2023 and left the following spring': the first that begins behind what was told last.
pub(crate) fn season_that_follows(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (season, (id, told)) = (fields.season?, anchors.latest?);
    let year = told.first_day().year();
    let mut near = (year..=year + 1).filter_map(|year| season_of(season, year));
    let interval = near.find(|season| season.first_day() > told.last_day())?;
    Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Earlier(id) })
}

fn season_of(season: Season, year: i16) -> Option<Interval> {
    let first = Date::new(year, season.first_month(), 1).ok()?;
    let last = units::shift(first, Unit::Month, 3.0)?.yesterday().ok()?;
    Some(Interval::days(first, last, Grain::Season))
}

/// 'H+3 Lebaran': so many days after a day with a name.
pub(crate) fn days_after_holiday(fields: &Fields, anchors: &Anchors, feasts: &Feasts) -> Option<Found> {
    let before = Fields { number: fields.number.map(|days| -days), ..*fields };
    holiday(&before, anchors, feasts)
}

/// A day with a name, in the year that is told or the one that fits; perhaps some days before it ('H-7 Lebaran').
pub(crate) fn holiday(fields: &Fields, anchors: &Anchors, feasts: &Feasts) -> Option<Found> {
    let holiday = match (fields.holiday, fields.month, fields.day) {
        (Some(holiday), ..) => holiday,
        (None, Some(month), Some(day)) => Holiday::Fixed { month, day },
        _ => return None,
    };
    let (year, anchor) = match fields.year {
        // Years of the Islamic calendar are a few days shorter than others; they began in 622.
        Some(year) if year < 1600 => ((621.57 + (f64::from(year) + 0.75) * 0.970_224) as i16, Anchor::Explicit),
        Some(year) => (year, Anchor::Explicit),
        None => fitting_year(holiday, fields, anchors, feasts)?,
    };
    let date = date_in(holiday, year, feasts)?;
    let date = units::shift(date, Unit::Day, -fields.number.unwrap_or(0.0))?;
    let interval = match (holiday, fields.part) {
        // '17 Ramadan'
        (Holiday::ListedMonth(_), _) if fields.day.is_some() => {
            units::day(units::shift(date, Unit::Day, f64::from(fields.day? - 1))?)
        }
        (Holiday::ListedMonth(_), _) => {
            let last = date.checked_add(29.days()).ok()?;
            let length = Some(Amount { count: Some(1.0), unit: Unit::Month });
            Interval { length, ..Interval::days(date, last, Grain::Month) }
        }
        (_, Some(part)) => units::part_of_day(date, part),
        _ => units::day(date),
    };
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

/// A feast of so many days ago may still be meant where something is planned: 'A truce was declared for Easter'.
const RECENT_DAYS: i32 = 14;

fn fitting_year(holiday: Holiday, fields: &Fields, anchors: &Anchors, feasts: &Feasts) -> Option<(i16, Anchor)> {
    let (published, anchor) = anchors.publication()?;
    let year = published.year();
    if let (Some(direction), Some(_)) = (fields.direction, fields.unit) {
        return Some((year + direction.sign() as i16, anchor));
    }
    // 'ditargetkan rampung sebelum Lebaran' some weeks behind one
    let planned = anchors.is_future();
    let over = |date: &Date| planned && date.until(published).is_ok_and(|span| span.get_days() > RECENT_DAYS);
    let dates = (year - 1..=year + 1).filter_map(|year| date_in(holiday, year, feasts)).filter(|date| !over(date));
    let date = nearest(dates.map(units::day), fields.direction, published, anchors.tense)?.first_day();
    Some((date.year(), anchor))
}

/// The date of the holiday in `year`.
fn date_in(holiday: Holiday, year: i16, feasts: &Feasts) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
        Holiday::Nth { nth, weekday, month, days } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let date = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            date.checked_add(i64::from(days).days()).ok()
        }
        Holiday::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
        Holiday::Listed(index) | Holiday::ListedMonth(index) => {
            feasts.dates(index).iter().copied().find(|date| date.year() == year)
        }
    }
}

/// Easter Sunday in the Gregorian calendar.
///
/// Source: the anonymous algorithm printed in Nature, 20 April 1876, as given by Meeus, Astronomical Algorithms, ch. 8.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::easter;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in
            [(1990, 4, 15), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25), (2050, 4, 10)]
        {
            let date = easter(year).unwrap();
            assert_eq!((date.month(), date.day()), (month, day), "{year}");
        }
    }
}

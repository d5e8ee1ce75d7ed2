//! From the fields of a match to a value: one function per resolver that a pack can name.

use jiff::civil::Date;

use super::anchors::Anchors;
use super::calendar;
use super::fields::Fields;
use super::units::{self, Found};
use crate::lang::time::{Direction, Holiday, Resolver, Season};
use crate::model::{Amount, Anchor, Grain, Interval, Reference, TimeValue, Unit};

/// The value of `fields` under `resolver`; `None` where the words make no time after all ('31 Februari').
pub(crate) fn resolve(resolver: Resolver, fields: &Fields, anchors: &Anchors) -> Option<Found> {
    match resolver {
        Resolver::Calendar => calendar::resolve(fields, anchors),
        Resolver::CalendarInShiftedYear => calendar::resolve_in_shifted(fields, anchors),
        Resolver::Offset => offset(fields, anchors.publication()),
        Resolver::NarrativeOffset => offset(fields, anchors.narrative_at_any_grain()),
        Resolver::Trailing => trailing(fields, anchors),
        Resolver::Duration => duration(fields),
        Resolver::Recurring => recurring(fields),
        Resolver::Vague => fields.vague.map(vague),
        Resolver::Same => same(fields, anchors),
        Resolver::Shift => shift(fields, anchors),
        Resolver::Decade => decade(fields),
        Resolver::Century => century(fields),
        Resolver::YearPart => year_part(fields, anchors),
        Resolver::Season => season(fields, anchors),
        Resolver::Holiday => holiday(fields, anchors),
    }
}

fn vague(reference: Reference) -> Found {
    Found { value: TimeValue::Vague(reference), anchor: Anchor::Unknown }
}

/// 'dua hari lalu', 'bulan depan': the whole unit that many units away.
fn offset(fields: &Fields, from: Option<(Date, Anchor)>) -> Option<Found> {
    let (direction, unit) = (fields.direction?, fields.unit?);
    let Some(count) = fields.number else {
        return Some(vague(if direction == Direction::Past { Reference::Past } else { Reference::Future }));
    };
    let Some((from, anchor)) = from else {
        return Some(Found { value: vague_direction(direction), anchor: Anchor::Unknown });
    };
    let date = units::shift(from, unit, count * direction.sign() as f64)?;
    // Half a year ago is a month, not a year.
    let grain_unit = if count.fract() != 0.0 && unit >= Unit::Year { Unit::Month } else { unit };
    let interval = with_part(units::whole(date, grain_unit)?, fields);
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

fn vague_direction(direction: Direction) -> TimeValue {
    TimeValue::Vague(match direction {
        Direction::Past => Reference::Past,
        Direction::Present => Reference::Present,
        Direction::Future => Reference::Future,
    })
}

fn with_part(interval: Interval, fields: &Fields) -> Interval {
    match fields.part {
        Some(part) if interval.grain == Grain::Day => units::part_of_day(interval.first_day(), part),
        _ => interval,
    }
}

/// 'tiga bulan terakhir', 'lima tahun ke depan': from there to here, or from here to there.
fn trailing(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    let amount = Amount { count: fields.number, unit };
    let Some(((published, anchor), count)) = anchors.publication().zip(fields.number) else {
        return Some(Found { value: TimeValue::Duration(amount), anchor: Anchor::Unknown });
    };
    let sign = fields.direction.unwrap_or(Direction::Past).sign() as f64;
    let other = units::shift(published, unit, count * sign)?;
    let (first, last) = if other < published { (other, published) } else { (published, other) };
    let interval = Interval { period: true, ..Interval::days(first, last, Grain::Day) };
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

fn duration(fields: &Fields) -> Option<Found> {
    let amount = Amount { count: fields.number, unit: fields.unit? };
    Some(Found { value: TimeValue::Duration(amount), anchor: Anchor::Explicit })
}

fn recurring(fields: &Fields) -> Option<Found> {
    let every = match (fields.unit, fields.weekday, fields.month) {
        (Some(unit), ..) => Amount { count: Some(1.0), unit },
        (None, Some(_), _) => Amount { count: Some(1.0), unit: Unit::Week },
        (None, None, Some(_)) => Amount { count: Some(1.0), unit: Unit::Year },
        (None, None, None) => Amount { count: Some(1.0), unit: Unit::Day },
    };
    let times = fields.number.map(|number| number as u16);
    Some(Found { value: TimeValue::Recurring { every, times }, anchor: Anchor::Explicit })
}

/// 'hari itu', 'tahun yang sama': the unit around what was told last.
fn same(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    let told = if unit <= Unit::Day { anchors.day } else { anchors.latest };
    let Some((id, interval)) = told else { return Some(vague(Reference::Past)) };
    let interval = with_part(units::whole(interval.first_day(), unit)?, fields);
    Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Earlier(id) })
}

fn shift(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let shift = fields.shift?;
    let Some((published, anchor)) = anchors.publication() else {
        let sign = if shift.by < 0 { Reference::Past } else { Reference::Future };
        return Some(vague(if shift.by == 0 { Reference::Present } else { sign }));
    };
    let date = units::shift(published, shift.unit, f64::from(shift.by))?;
    let fields = Fields { part: fields.part.or(shift.part), ..*fields };
    let interval = with_part(units::whole(date, shift.unit)?, &fields);
    match (fields.hour, interval.grain) {
        (Some(_), Grain::Day | Grain::PartOfDay) => {
            let told = Fields { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()), ..fields };
            calendar::resolve(&told, anchors).map(|found| Found { anchor, ..found })
        }
        _ => Some(Found { value: TimeValue::Placed(interval), anchor }),
    }
}

fn decade(fields: &Fields) -> Option<Found> {
    let first = Date::new(fields.year?, 1, 1).ok()?;
    Some(Found { value: TimeValue::Placed(units::whole(first, Unit::Decade)?), anchor: Anchor::Explicit })
}

fn century(fields: &Fields) -> Option<Found> {
    let number = fields.number.filter(|number| (1.0..=30.0).contains(number))? as i16;
    let first = Date::new((number - 1) * 100, 1, 1).ok()?;
    Some(Found { value: TimeValue::Placed(units::whole(first, Unit::Century)?), anchor: Anchor::Explicit })
}

/// 'kuartal II 2025', 'semester pertama tahun ini'.
fn year_part(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    let months = if unit == Unit::Half { 6 } else { 3 };
    let number = fields.number.filter(|&number| number >= 1.0 && number * f64::from(months) <= 12.0)? as i8;
    let (year, anchor) = year_of(fields, anchors)?;
    let first = Date::new(year, (number - 1) * months + 1, 1).ok()?;
    Some(Found { value: TimeValue::Placed(units::whole(first, unit)?), anchor })
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

fn season(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (year, anchor) = year_of(fields, anchors)?;
    let first_month = match fields.season? {
        Season::Winter => 12,
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
    };
    let first = Date::new(year, first_month, 1).ok()?;
    let last = units::shift(first, Unit::Month, 3.0)?.yesterday().ok()?;
    Some(Found { value: TimeValue::Placed(Interval::days(first, last, Grain::Season)), anchor })
}

fn holiday(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let Holiday::Fixed { month, day } = fields.holiday?;
    calendar::resolve(&Fields { month: Some(month), day: Some(day), ..*fields }, anchors)
}

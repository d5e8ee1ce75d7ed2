//! Lengths of time, and what recurs: neither lies anywhere on the calendar.

use super::fields::Fields;
use super::units::Found;
use crate::lang::time::Season;
use crate::model::{Amount, Anchor, Occasion, TimeValue, Unit};

/// 'tiga hari', 'dua jam 15 menit', 'setengah tahun'.
pub(crate) fn duration(fields: &Fields) -> Option<Found> {
    let amount = in_whole_units(Amount { count: fields.number, unit: fields.unit? });
    let value = match fields.rest {
        Some(rest) => TimeValue::CompoundDuration(amount, rest),
        None => TimeValue::Duration(amount),
    };
    Some(Found { value, anchor: Anchor::Explicit })
}

/// Less than one of a unit is told in the next smaller one: half a year is six months.
fn in_whole_units(amount: Amount) -> Amount {
    let (smaller, factor) = match amount.unit {
        Unit::Minute => (Unit::Second, 60.0),
        Unit::Hour => (Unit::Minute, 60.0),
        Unit::Day => (Unit::Hour, 24.0),
        Unit::Year => (Unit::Month, 12.0),
        Unit::Decade => (Unit::Year, 10.0),
        Unit::Century => (Unit::Year, 100.0),
        _ => return amount,
    };
    match amount.count {
        Some(count) if count < 1.0 => Amount { count: Some(count * factor), unit: smaller },
        _ => amount,
    }
}

/// 'setiap Jumat', 'dua kali seminggu', 'tiap tiga bulan'. Where a unit is told with the number of times in it, the
/// fields hold the unit in the number's rest.
pub(crate) fn recurring(fields: &Fields) -> Option<Found> {
    let unit = fields.unit.filter(|&unit| unit != Unit::Weekend);
    let on = Occasion {
        month: fields.month,
        day: fields.day,
        weekday: fields.weekday,
        weekend: fields.unit == Some(Unit::Weekend),
        part: fields.part,
        season: fields.season.map(Season::first_month),
    };
    let every = match unit {
        Some(unit) => {
            Amount { count: Some(if fields.times.is_some() { 1.0 } else { fields.number.unwrap_or(1.0) }), unit }
        }
        None => Amount { count: Some(1.0), unit: unit_of(&on) },
    };
    let times = fields.times;
    Some(Found { value: TimeValue::Recurring { every, times, on }, anchor: Anchor::Explicit })
}

/// The unit in which an occasion comes round once.
fn unit_of(on: &Occasion) -> Unit {
    if on.weekday.is_some() || on.weekend {
        Unit::Week
    } else if on.month.is_some() || on.season.is_some() {
        Unit::Year
    } else if on.day.is_some() {
        Unit::Month
    } else {
        Unit::Day
    }
}

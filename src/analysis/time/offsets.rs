//! Times that are told by their distance from an anchor, or as the same as one told before.

use jiff::Span;
use jiff::civil::Date;

use super::anchors::Anchors;
use super::fields::Fields;
use super::resolve::vague;
use super::tense::Tense;
use super::units::{self, Found};
use super::{amounts, calendar};
use crate::lang::time::Direction;
use crate::model::{Amount, Anchor, Grain, Interval, Reference, TimeId, TimeValue, Unit};

/// A day so long before what was told last is another story's.
const OLD_DAYS: i32 = 366;

/// What lies so far ahead is what 'the day before' looks back from, and not the news.
const FORTNIGHT_DAYS: i32 = 14;

/// Days are counted from none so long before what was told last.
const FAR_DAYS: i32 = 60;

/// 'dua hari lalu', 'bulan depan': the whole unit that many units away from `from`.
pub(crate) fn from(fields: &Fields, from: Option<(Date, Anchor)>) -> Option<Found> {
    let (direction, unit) = (fields.direction?, fields.unit?);
    let Some((count, (from, anchor))) = fields.number.zip(from) else {
        return Some(vague(reference(direction)));
    };
    let date = units::shift(from, unit, count * direction.sign() as f64)?;
    let whole = units::whole(date, grain_unit(unit, count))?;
    Some(Found { value: TimeValue::Placed(calendar::with_clock(whole, fields)?), anchor })
}

/// 'on Thursday, a day after the fire': counted from what was told right before, if that is as fine as the unit; else a length.
pub(crate) fn from_beside(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    let fine = |told: &Interval| {
        unit >= Unit::Day && units::whole(told.first_day(), unit).is_some_and(|whole| told.grain <= whole.grain)
    };
    match anchors.beside.filter(|(_, told)| fine(told) && !told.is_period()) {
        Some((id, told)) => from(fields, Some((told.first_day(), Anchor::Earlier(id)))),
        None => amounts::duration(fields),
    }
}

/// 'sehari setelah ledakan': counted from what was told last; a length where no day was. Behind a time, the day of the blast itself.
pub(crate) fn from_told(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    if anchors.beside.is_some() {
        let direction = fields.direction.map(Direction::opposite);
        return from_beside(&Fields { direction, ..*fields }, anchors);
    }
    if anchors.latest.is_none() { amounts::duration(fields) } else { from_narrative(fields, anchors) }
}

/// Half a year ago is a month, half a decade ago a year.
fn grain_unit(unit: Unit, count: f64) -> Unit {
    match unit {
        Unit::Year if count.fract() != 0.0 => Unit::Month,
        Unit::Decade | Unit::Century if count.fract() != 0.0 => Unit::Year,
        _ => unit,
    }
}

/// 'sebulan kemudian', 'sehari sebelumnya': counted from what was told last, else from the day of publication. Some hours
/// later is the day that was told last. What would then lie in the future without being said to ('dua tahun berselang') is a length that lies nowhere.
pub(crate) fn from_narrative(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit?;
    if let Some(found) = from_clock(fields, anchors) {
        return Some(found);
    }
    let last = anchors.latest.filter(|(_, told)| told.grain <= Grain::Day).or(anchors.day);
    if let Some((id, told)) = last.filter(|_| unit < Unit::Day && fields.number.is_none()) {
        let interval = units::whole(told.first_day(), Unit::Day)?;
        return Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Earlier(id) });
    }
    // 'Baru tiga menit kemudian' behind no day at all: as fine as that nothing is known.
    if last.is_none() && unit < Unit::Day && fields.number.is_some() {
        return amounts::duration(fields);
    }
    if anchors.latest.is_none() && unit > Unit::Day && fields.direction == Some(Direction::Future) {
        return amounts::duration(fields);
    }
    // 'a month earlier' is counted from no year that was told last.
    let is_year = anchors.latest.is_some_and(|(_, told)| told.grain >= Grain::Year);
    let day = anchors.day.filter(|_| is_year && unit == Unit::Month && fields.number.is_some());
    let day = day.map(|(id, told)| (told.first_day(), Anchor::Earlier(id)));
    let narrative = day.or_else(|| anchors.narrative_for(unit));
    // What was told last and is still to come is not what 'the day before' looks back from.
    let is_ahead = anchors.publication().zip(narrative).is_some_and(|((today, _), (date, _))| date > today);
    let looks_back = fields.direction == Some(Direction::Past) && anchors.tense != Some(Tense::Future);
    // 'Sehari sebelumnya' in a new paragraph looks back from the news, and not from what was told of its background.
    let news = narrative.filter(|_| looks_back && unit == Unit::Day).and_then(|(date, _)| anchors.news_behind(date));
    // 'a fortnight earlier' behind a month: not of a day told long before that.
    // 'Pekan depan mereka menjamu Levante, lalu Monaco tiga hari berselang': nor days of one told for its background.
    let (days, grain) = if unit == Unit::Day { (FAR_DAYS, Grain::Day) } else { (OLD_DAYS, Grain::Week) };
    let coarse = anchors.latest.filter(|(_, told)| matches!(unit, Unit::Day | Unit::Week) && told.grain > grain);
    let old = |(_, told): (TimeId, Interval)| {
        // 'was registered eleven days earlier' behind a month of long ago
        let far = |distance: i32| distance > days || looks_back && -distance > days;
        narrative.is_some_and(|(date, _)| date.until(told.first_day()).is_ok_and(|span| far(span.get_days())))
    };
    // 'malam sebelumnya' behind 'awal Agustus' is of no night that is known.
    let of_none = unit == Unit::Day && anchors.day.is_none() && coarse.is_some();
    if of_none || coarse.is_some_and(old) {
        return amounts::duration(fields);
    }
    // 'Kloter pertama berangkat 22 April. Jamaah masuk asrama sehari sebelumnya': of a day weeks ahead told right before.
    let far_ahead = || {
        let ahead = anchors.publication().zip(narrative);
        let days = ahead.map_or(0, |((today, _), (date, _))| today.until(date).map_or(0, |span| span.get_days()));
        anchors.in_paragraph && anchors.tense.is_none() && days > FORTNIGHT_DAYS
    };
    let from_news = is_ahead && looks_back && !far_ahead();
    let found = from(fields, if from_news { anchors.publication() } else { news.or(narrative) })?;
    // 'dicabut dua pekan kemudian' behind a month: weeks from the day of the news on have not come yet.
    let is_coarse = anchors.latest.is_some_and(|(_, told)| told.grain > Grain::Week);
    let later =
        anchors.publication().zip(found.value.interval()).is_some_and(|((today, _), it)| it.first_day() > today);
    // 'dilepaskan keesokan harinya' in a new paragraph: a day behind the news has not come yet.
    let aside = unit == Unit::Day && !anchors.in_paragraph && !is_ahead;
    if later && (is_coarse && unit == Unit::Week || aside) && anchors.tense != Some(Tense::Future) {
        return amounts::duration(fields);
    }
    Some(found)
}

/// 'the same month last year', 'the year-earlier quarter': the unit told last, as many years away as the words say; a year
/// where nothing finer was told.
pub(crate) fn same_in_year(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let (published, _) = anchors.publication()?;
    let told = anchors.latest.filter(|(_, told)| !told.is_period() && told.grain < Grain::Year);
    let interval = match (told, fields.unit) {
        (Some((_, told)), Some(unit)) if unit <= Unit::Half => units::whole(told.first_day(), unit)?,
        (Some((_, told)), _) => told,
        (None, Some(unit)) if unit <= Unit::Half => units::whole(published, unit)?,
        (None, _) => units::whole(published, Unit::Year)?,
    };
    let first = interval.first_day();
    let year = match (fields.year, fields.number, fields.direction?) {
        (Some(year), ..) => year,
        // Counted from what was told.
        (None, Some(years), direction) => first.year() + (years as i16) * direction.sign() as i16,
        (None, None, direction) => published.year() + direction.sign() as i16,
    };
    let shifted = units::shift(first, Unit::Year, f64::from(year - first.year()))?;
    let unit = match interval.grain {
        Grain::Week => Unit::Week,
        Grain::Month => Unit::Month,
        Grain::Quarter => Unit::Quarter,
        Grain::Half => Unit::Half,
        Grain::Year => Unit::Year,
        _ => Unit::Day,
    };
    let anchor = anchors.latest.map_or(Anchor::Unknown, |(id, _)| Anchor::Earlier(id));
    Some(Found { value: TimeValue::Placed(units::whole(shifted, unit)?), anchor })
}

/// 'lima belas menit kemudian' behind a clock time: that time moved; behind anything else nothing as fine is known.
fn from_clock(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let is_clock = |(_, told): &(TimeId, Interval)| told.grain <= Grain::Hour;
    // 'Ia diringkus lima jam setelah kejadian', behind what the couple did months ago
    let coarse = anchors.latest.is_some_and(|(_, told)| told.grain > Grain::Day);
    let (id, told) = anchors.latest.filter(is_clock).or_else(|| anchors.day.filter(|day| coarse && is_clock(day)))?;
    let seconds = match fields.unit? {
        Unit::Second => 1.0,
        Unit::Minute => 60.0,
        Unit::Hour => 3600.0,
        _ => return None,
    };
    let by = (fields.number? * seconds * fields.direction?.sign() as f64).round() as i64;
    let by = Span::new().try_seconds(by).ok()?;
    let moved = |at: jiff::civil::DateTime| at.checked_add(by).ok();
    let interval = Interval { start: moved(told.start)?, end: moved(told.end)?, ..told };
    Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Earlier(id) })
}

fn reference(direction: Direction) -> Reference {
    match direction {
        Direction::Past => Reference::Past,
        Direction::Present => Reference::Present,
        Direction::Future => Reference::Future,
    }
}

/// 'tiga bulan terakhir', 'lima tahun ke depan': from there to here, or from here to there.
pub(crate) fn trailing(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let amount = Amount { count: fields.number, unit: fields.unit? };
    let Some(((published, anchor), count)) = anchors.publication().zip(fields.number) else {
        return Some(Found { value: TimeValue::Duration(amount), anchor: Anchor::Unknown });
    };
    let sign = fields.direction.unwrap_or(Direction::Past).sign() as f64;
    let other = units::shift(published, amount.unit, count * sign)?;
    let (first, last) = if other < published { (other, published) } else { (published, other) };
    let interval = Interval { length: Some(amount), ..Interval::days(first, last, Grain::Day) };
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

/// 'kemarin', 'tadi malam', 'keesokan harinya': a fixed distance from `from`, perhaps with a clock time.
pub(crate) fn shift(fields: &Fields, anchors: &Anchors, from: Option<(Date, Anchor)>) -> Option<Found> {
    let shift = fields.shift?;
    // 'esok pukul 06.00' in a story of 1945
    let told_then = shift.by > 0 && !anchors.quoted && anchors.main_day.is_none() && anchors.is_story_of_past();
    let from = if told_then { anchors.narrative() } else { from };
    let Some((from, anchor)) = from else {
        return Some(vague(match shift.by {
            ..0 => Reference::Past,
            0 => Reference::Present,
            1.. => Reference::Future,
        }));
    };
    let date = units::shift(from, shift.unit, f64::from(shift.by))?;
    let part = fields.part.or(shift.part);
    let told = Fields { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()), part, ..*fields };
    if fields.hour.is_some() && shift.unit == Unit::Day {
        return calendar::resolve(&told, anchors).map(|found| Found { anchor, ..found });
    }
    let interval = with_part(units::whole(date, shift.unit)?, &told);
    Some(Found { value: TimeValue::Placed(interval), anchor })
}

/// 'hari itu', 'tahun yang sama', 'saat itu': the unit around what was told last, or just that.
pub(crate) fn same(fields: &Fields, anchors: &Anchors) -> Option<Found> {
    let unit = fields.unit.or(fields.part.map(|_| Unit::Day));
    let told = if unit.is_some_and(|unit| unit <= Unit::Day) { anchors.narrative_day() } else { anchors.latest };
    // 'Pada malam yang sama' in a new paragraph: the night that was told, and not that of the last day.
    let near = || Some((fields.part?, told?.1.first_day()));
    let of_part = near().and_then(|(part, date)| anchors.parts.of(part, date)).filter(|_| !anchors.in_paragraph);
    let told = of_part.or(told);
    // 'Setahun sebelumnya, di bulan yang sama': of a year alone no month is the same.
    let is_whole = |unit: Unit| matches!(told, Some((_, told)) if told.grain == Grain::Year && unit < Unit::Year);
    let told = told.filter(|_| !unit.is_some_and(is_whole));
    let Some((id, interval)) = told else { return Some(vague(Reference::Past)) };
    let interval = match unit {
        Some(unit) => calendar::with_clock(units::whole(interval.first_day(), unit)?, fields)?,
        None => interval,
    };
    Some(Found { value: TimeValue::Placed(interval), anchor: Anchor::Earlier(id) })
}

fn with_part(interval: Interval, fields: &Fields) -> Interval {
    match fields.part {
        Some(part) if interval.grain == Grain::Day => units::part_of_day(interval.first_day(), part),
        _ => interval,
    }
}

//! Dates of feeds, which are written in every way there is.
//!
//! RFC 2822 and ISO 8601 with all their misreadings, Indonesian, Malay and English months, WIB, WITA and WIT, day/month/year,
//! seconds since 1970. A date without a zone is read on the clock of `zone_less`.

mod reader;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::model::Moment;

/// The moment that `text` tells; the beginning of the day where it tells no time.
///
/// ```
/// use linimasa::ingest::feed::date;
/// let wib = jiff::tz::offset(7);
/// let moment = date::parse("Sen, 14 Agu 2025 10.30 WITA", wib).unwrap();
/// assert_eq!(moment.time.to_string(), "2025-08-14T02:30:00Z");
/// ```
pub fn parse(text: &str, zone_less: Offset) -> Option<Moment> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_digits(text, zone_less);
    }
    reader::moment(text, zone_less)
}

/// Seconds or milliseconds since 1970, or a date without any marks.
fn from_digits(text: &str, zone_less: Offset) -> Option<Moment> {
    let time = match text.len() {
        9 | 10 => Timestamp::from_second(text.parse().ok()?).ok()?,
        12 | 13 => Timestamp::from_millisecond(text.parse().ok()?).ok()?,
        8 | 12.. => {
            let field = |from: usize, to: usize| text.get(from..to).map_or(Some(0), |digits| digits.parse::<i8>().ok());
            let date = Date::new(text[..4].parse().ok()?, field(4, 6)?, field(6, 8)?).ok()?;
            let time = Time::new(field(8, 10)?, field(10, 12)?, field(12, 14)?, 0).ok()?;
            return at(date.to_datetime(time), zone_less);
        }
        _ => return None,
    };
    Some(Moment { time, offset: Offset::UTC })
}

fn at(local: DateTime, offset: Offset) -> Option<Moment> {
    offset.to_timestamp(local).ok().map(|time| Moment { time, offset })
}

#[cfg(test)]
mod tests;

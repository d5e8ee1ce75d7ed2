//! Dates as pages and feeds write them: one tolerant reader for ISO 8601, RFC 2822, and how outlets print them.
//!
//! `tokens` cuts the text, `day` knows the forms of a day, `clock` those of a time, `zones` the clocks of the world, `names`
//! what months and days are called. What is not said stays open: a day alone has no time, a time without a zone none.
//! Weekdays tell only which of two numbers is the month, because a wrong one beside a right date is more common than the other
//! way round.

mod clock;
mod day;
pub(super) mod names;
mod tokens;
mod zones;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::Offset;

pub(super) use zones::home;

use crate::model::{Moment, PublishedTime};

/// The first date in `text` with the time beside it; none where there is no full date.
///
/// ```
/// use linimasa::ingest::date::read;
/// let moment = read("Minggu, 13 Juli 2025 | 14:05 WIB").unwrap();
/// assert_eq!((moment.date.to_string(), moment.time.unwrap().to_string()), ("2025-07-13".into(), "14:05 WIB".into()));
/// assert_eq!(read("Minggu lalu"), None);
/// ```
pub fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() != 8 {
        return from_digits(text);
    }
    let tokens = day::with_year_in_place(tokens::cut(text));
    let (date, from, to) = (0..tokens.len()).find_map(|at| day::at(&tokens, at))?;
    let mut places = (to..tokens.len()).chain(0..from);
    let Some((clock, behind)) = places.find_map(|at| clock::at(&tokens, at, from..to)) else {
        return Some(Moment { date, time: None });
    };
    let zone_minutes = zones::read(tokens.get(behind..).unwrap_or_default());
    let date = if clock.is_next_day { date.tomorrow().ok()? } else { date };
    Some(Moment { date, time: Some(PublishedTime { time: clock.time, zone_minutes }) })
}

/// Seconds or milliseconds since 1970, or day and time without any marks ('20250713140509').
fn from_digits(text: &str) -> Option<Moment> {
    let since_1970 = match text.len() {
        9 | 10 => text,
        12 | 13 => &text[..text.len() - 3],
        14 => {
            let field = |from: usize, to: usize| text[from..to].parse::<i8>().ok();
            let date = day::in_time_of_news(text[..4].parse().ok()?, field(4, 6)?, field(6, 8)?)?;
            let time = Time::new(field(8, 10)?, field(10, 12)?, field(12, 14)?, 0).ok()?;
            return Some(Moment { date, time: Some(PublishedTime { time, zone_minutes: None }) });
        }
        _ => return None,
    };
    let there = Offset::UTC.to_datetime(Timestamp::from_second(since_1970.parse().ok()?).ok()?);
    Some(Moment { date: there.date(), time: Some(PublishedTime { time: there.time(), zone_minutes: Some(0) }) })
}

#[cfg(test)]
mod tests;

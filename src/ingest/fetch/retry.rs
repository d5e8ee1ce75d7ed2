//! `Retry-After`: when a host wants to be asked again.

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

/// A host that asks for more is asked again after this all the same.
const LONGEST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The time that `header` tells, which is a number of seconds or a date; nothing, where it is neither.
///
/// Source: RFC 9110, section 10.2.3.
pub(super) fn parse(header: &str, now: Timestamp) -> Option<Timestamp> {
    let header = header.trim();
    let time = match header.parse::<u64>() {
        Ok(seconds) => now.checked_add(SignedDuration::from_secs(i64::try_from(seconds).ok()?)).ok(),
        Err(_) => DateTimeParser::new().relaxed_weekday(true).parse_timestamp(header).ok(),
    };
    let latest = now.checked_add(LONGEST).ok()?;
    // A number too large for a date is too long in any case.
    let huge = header.bytes().all(|byte| byte.is_ascii_digit()) && !header.is_empty();
    time.or(huge.then_some(latest)).map(|time| time.clamp(now, latest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read() {
        let now: Timestamp = "2026-11-26T10:00:00Z".parse().unwrap();
        let cases = [
            ("120", Some("2026-11-26T10:02:00Z")),
            (" 0 ", Some("2026-11-26T10:00:00Z")),
            ("Thu, 26 Nov 2026 11:30:00 GMT", Some("2026-11-26T11:30:00Z")),
            ("Mon, 26 Nov 2026 11:30:00 GMT", Some("2026-11-26T11:30:00Z")),
            ("Thu, 26 Nov 2020 11:30:00 GMT", Some("2026-11-26T10:00:00Z")),
            ("999999999999", Some("2026-12-03T10:00:00Z")),
            ("-5", None),
            ("later", None),
            ("", None),
        ];
        for (header, expected) in cases {
            assert_eq!(parse(header, now), expected.map(|text| text.parse().unwrap()), "{header}");
        }
    }
}

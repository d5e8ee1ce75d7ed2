//! Dates as pages and feeds write them: one tolerant reader for ISO 8601, RFC 2822, and how outlets print them.
//!
//! What is not said stays open: a time without a zone has none. Weekdays are not looked at, because a wrong one beside a
//! right date is more common than the other way round.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

use super::{front, zones};

/// A moment as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub date: Date,
    pub time: Option<Time>,
    /// Minutes that its clock is ahead of UTC.
    pub zone_minutes: Option<i16>,
}

impl Moment {
    /// The same, on the clock of the place that is `home_minutes` ahead of UTC.
    ///
    /// A time without a zone is taken for one of that place, and one in UTC, which is how programs write, is moved
    /// there: readers of an outlet speak of its days.
    pub fn at_home(self, home_minutes: Option<i16>) -> Moment {
        match (self.time, self.zone_minutes, home_minutes) {
            (Some(_), None, Some(home)) => Moment { zone_minutes: Some(home), ..self },
            (Some(time), Some(0), Some(home)) => {
                let there = DateTime::from_parts(self.date, time).checked_add(jiff::Span::new().minutes(home));
                there.map_or(self, |there| Moment {
                    date: there.date(),
                    time: Some(there.time()),
                    zone_minutes: Some(home),
                })
            }
            _ => self,
        }
    }
}

/// The first date in `text` with the time beside it; none where there is no full date.
///
/// ```
/// use linimasa::ingest::html::dates::read;
/// let moment = read("Minggu, 13 Juli 2025 | 14:05 WIB").unwrap();
/// assert_eq!((moment.date.to_string(), moment.zone_minutes), ("2025-07-13".to_owned(), Some(420)));
/// assert_eq!(read("Minggu lalu"), None);
/// ```
pub fn read(text: &str) -> Option<Moment> {
    // A page may call a whole paragraph its date.
    const MOST_BYTES: usize = 300;
    let text = front(text, MOST_BYTES);
    if let Some(moment) = epoch(text.trim()) {
        return Some(moment);
    }
    let tokens = tokens(text);
    let (date, from, to) = (0..tokens.len()).find_map(|at| date_at(&tokens, at))?;
    let outside = |at: usize| at >= to || at < from;
    let clock = (to..tokens.len()).chain(0..from).filter(|&at| outside(at)).find_map(|at| time_at(&tokens, at, from));
    let (time, behind) = clock.map_or((None, to), |(time, behind)| (Some(time), behind));
    let zone_minutes = time.and_then(|_| zones::read(&tokens[behind.min(tokens.len())..]));
    Some(Moment { date, time, zone_minutes })
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<Moment> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text)?;
    let seconds: i64 = match digits.len() {
        10 => digits.parse().ok()?,
        13 => digits[..10].parse().ok()?,
        _ => return None,
    };
    let there = jiff::tz::Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(Moment { date: there.date(), time: Some(there.time()), zone_minutes: Some(0) })
}

/// A piece of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Mark(char),
}

/// Numbers, words and marks, without white space.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let taken = if c.is_ascii_digit() {
            let digits = length(|c| c.is_ascii_digit());
            let value = rest[..digits].parse().unwrap_or(u32::MAX);
            tokens.push(Token::Number { value, digits });
            digits
        } else if c.is_alphabetic() {
            let letters = length(char::is_alphabetic);
            tokens.push(Token::Word(&rest[..letters]));
            letters
        } else {
            if !c.is_whitespace() {
                tokens.push(Token::Mark(c));
            }
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    tokens
}

/// The date that begins at token `at`, and its first token and the one behind it.
fn date_at(tokens: &[Token], at: usize) -> Option<(Date, usize, usize)> {
    use Token::{Mark, Number, Word};
    let found = |date: Option<Date>, count: usize| date.map(|date| (date, at, at + count));
    match tokens[at..] {
        // 20250713T140500
        [Number { value, digits: 8 }, ..] => found(day(value / 10_000, value / 100 % 100, value % 100), 1),
        [
            Number { value: year, digits: 4 },
            Mark(a),
            Number { value: month, .. },
            Mark(b),
            Number { value: date, .. },
            ..,
        ] if a == b && is_between(a) => found(day(year, month, date), 5),
        [
            Number { value: first, .. },
            Mark(a),
            Number { value: second, .. },
            Mark(b),
            Number { value: year, digits },
            ..,
        ] if a == b && is_between(a) && (digits == 4 || digits == 2) => {
            let year = if digits == 2 { 2000 + year } else { year };
            // Day first, as nearly everywhere; where that cannot be, the month. Before 'AM' or 'PM' writes an American.
            let american = tokens[at + 5..].iter().any(|token| matches!(token, Word(word) if is_half(word).is_some()));
            let (date, month) = if american { (second, first) } else { (first, second) };
            found(day(year, month, date).or_else(|| day(year, date, month)), 5)
        }
        // 13 Juli 2025, 13-Jul-25
        [Number { value: date, digits: 1 | 2 }, ref rest @ ..] => {
            let (month, skipped) = month_behind_marks(rest)?;
            let (year, behind) = year_behind_marks(&rest[skipped..])?;
            found(day(year, month, date), 1 + skipped + behind)
        }
        // July 13, 2025; July 13th 2025
        [Word(word), Number { value: date, digits: 1 | 2 }, ref rest @ ..] => {
            let suffix = usize::from(matches!(rest, [Word("st" | "nd" | "rd" | "th"), ..]));
            let (year, behind) = year_behind_marks(&rest[suffix..])?;
            found(day(year, month(word)?, date), 2 + suffix + behind)
        }
        _ => None,
    }
}

/// Marks that parts of a date are set apart by.
fn is_between(mark: char) -> bool {
    matches!(mark, '-' | '/' | '.')
}

/// The month that `tokens` begin with, and how many tokens it takes.
fn month_behind_marks(tokens: &[Token]) -> Option<(u32, usize)> {
    match *tokens {
        [Token::Word(word), Token::Mark('.'), ..] => Some((month(word)?, 2)),
        [Token::Word("of" | "st" | "nd" | "rd" | "th"), Token::Word(word), ..] => Some((month(word)?, 2)),
        [Token::Word(word), ..] => Some((month(word)?, 1)),
        [Token::Mark('-' | '/' | ' '), Token::Word(word), ..] => Some((month(word)?, 2)),
        _ => None,
    }
}

fn year_behind_marks(tokens: &[Token]) -> Option<(u32, usize)> {
    match *tokens {
        [Token::Number { value, digits: 4 }, ..] => Some((value, 1)),
        [Token::Mark(',' | '-' | '/' | '.'), Token::Number { value, digits: 4 }, ..] => Some((value, 2)),
        // RFC 822 had years of two digits.
        [Token::Mark('-'), Token::Number { value, digits: 2 }, ..] => Some((2000 + value, 2)),
        _ => None,
    }
}

/// A day in the time of news.
fn day(year: u32, month: u32, date: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1800..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()
}

/// The time that begins at token `at`, and the token behind it; `date` is where the date begins.
fn time_at(tokens: &[Token], at: usize, date: usize) -> Option<(Time, usize)> {
    use Token::{Mark, Number, Word};
    if let [Word("T"), Number { value, digits: digits @ (4 | 6) }, ..] = tokens[at..] {
        let value = if digits == 4 { value * 100 } else { value };
        return Some((clock(value / 10_000, value / 100 % 100, value % 100, None)?, at + 2));
    }
    let (hour, mut behind) = match tokens[at..] {
        [Number { value, digits: 1 | 2 }, ..] => (value, at + 1),
        _ => return None,
    };
    // A number before the date stands against it only if that is all: '14:05 13/07/2025'.
    let end = if at < date { date } else { tokens.len() };
    let part = |at: usize| match tokens[at..end.max(at)] {
        [Mark(':' | '.'), Number { value, digits: 2 }, ..] => Some(value),
        _ => None,
    };
    let minute = part(behind);
    let second = minute.and_then(|_| part(behind + 2));
    behind += 2 * (usize::from(minute.is_some()) + usize::from(second.is_some()));
    if let (Some(_), [Mark('.' | ','), Number { .. }, ..]) = (second, &tokens[behind..]) {
        behind += 2;
    }
    let half = half_at(&tokens[behind..]);
    if minute.is_none() && half.is_none() {
        return None;
    }
    let (is_afternoon, taken) = half.map_or((None, 0), |(half, taken)| (Some(half), taken));
    Some((clock(hour, minute.unwrap_or(0), second.unwrap_or(0), is_afternoon)?, behind + taken))
}

/// Whether `tokens` begin with a half of the day, which, and how many tokens it takes: 'pm', 'p.m.'.
fn half_at(tokens: &[Token]) -> Option<(bool, usize)> {
    match *tokens {
        [Token::Word(word), ..] if is_half(word).is_some() => Some((is_half(word)?, 1)),
        [Token::Word("a" | "A"), Token::Mark('.'), Token::Word("m" | "M"), ..] => Some((false, 4)),
        [Token::Word("p" | "P"), Token::Mark('.'), Token::Word("m" | "M"), ..] => Some((true, 4)),
        _ => None,
    }
}

/// Whether a word is the afternoon (`true`) or the morning.
fn is_half(word: &str) -> Option<bool> {
    match word {
        "am" | "AM" | "Am" => Some(false),
        "pm" | "PM" | "Pm" => Some(true),
        _ => None,
    }
}

fn clock(hour: u32, minute: u32, second: u32, is_afternoon: Option<bool>) -> Option<Time> {
    let hour = match is_afternoon {
        Some(_) if hour > 12 || hour == 0 => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    // A leap second is the second before it.
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second.min(59)).ok()?, 0).ok()
}

/// The number of a month by its Indonesian, Malay or English name, whole or short.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "januari", "january"],
        &["feb", "februari", "february", "pebruari", "peb"],
        &["mar", "maret", "march", "mac", "mrt"],
        &["apr", "april"],
        &["mei", "may"],
        &["jun", "juni", "june"],
        &["jul", "juli", "july", "julai"],
        &["agu", "ags", "agt", "agustus", "august", "aug", "ogos", "agust"],
        &["sep", "sept", "september"],
        &["okt", "oct", "oktober", "october"],
        &["nov", "nop", "november", "nopember"],
        &["des", "dec", "desember", "december", "disember", "dis"],
    ];
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let cases = [
            ("2025-07-13T14:05:09+07:00", "2025-07-13 14:05:09 420"),
            ("2025-07-13T14:05:09.123Z", "2025-07-13 14:05:09 0"),
            ("2025-07-13T14:05:09-0430", "2025-07-13 14:05:09 -270"),
            ("2025-07-13T14:05+07", "2025-07-13 14:05:00 420"),
            ("20250713T140509Z", "2025-07-13 14:05:09 0"),
            ("2025-07-13 14:05:09", "2025-07-13 14:05:09 ?"),
            ("2025/07/13 14:05:09", "2025-07-13 14:05:09 ?"),
            ("2025-07-13", "2025-07-13 ? ?"),
            ("Sun, 13 Jul 2025 07:05:00 GMT", "2025-07-13 07:05:00 0"),
            ("Sun, 13 Jul 2025 14:05:00 +0700", "2025-07-13 14:05:00 420"),
            ("13 Jul 2025 10:00 WIB", "2025-07-13 10:00:00 420"),
            ("Minggu, 13 Juli 2025 | 14:05 WIB", "2025-07-13 14:05:00 420"),
            ("Kompas.com - 13/07/2025, 08:12 WIB", "2025-07-13 08:12:00 420"),
            ("Minggu, 13 Jul 2025 14.05 WITA", "2025-07-13 14:05:00 480"),
            ("13 Agu 2025, 21:00 WIT", "2025-08-13 21:00:00 540"),
            ("Ahad 13 Jul 2025 06:30 WIB", "2025-07-13 06:30:00 420"),
            ("Diterbitkan 13-07-2025 06:30", "2025-07-13 06:30:00 ?"),
            ("06:30 WIB, 13 Juli 2025", "2025-07-13 06:30:00 420"),
            ("July 13, 2025 at 2:05 PM EDT", "2025-07-13 14:05:00 -240"),
            ("Published July 13th, 2025, 12:05 a.m. ET", "2025-07-13 00:05:00 ?"),
            ("Sun 13 Jul 2025 15.05 BST", "2025-07-13 15:05:00 60"),
            ("07/13/2025 2:05 PM", "2025-07-13 14:05:00 ?"),
            ("07/08/2025 02:05 pm", "2025-07-08 14:05:00 ?"),
            ("13 July 2025", "2025-07-13 ? ?"),
            ("13 Julai 2025 2:05 pm GMT+8", "2025-07-13 14:05:00 480"),
            ("13.07.2025", "2025-07-13 ? ?"),
            ("13-Jul-25", "2025-07-13 ? ?"),
            ("1752390300", "2025-07-13 07:05:00 0"),
            ("1752390300000", "2025-07-13 07:05:00 0"),
            ("2025-07-13T14:05:09 (UTC+09:00)", "2025-07-13 14:05:09 540"),
        ];
        for (text, expected) in cases {
            let told = read(text).map(|Moment { date, time, zone_minutes }| {
                let time = time.map_or("?".to_owned(), |it| it.to_string());
                format!("{date} {time} {}", zone_minutes.map_or("?".to_owned(), |it| it.to_string()))
            });
            assert_eq!(told.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "kemarin", "14:05 WIB", "13 Juli", "2025", "32/13/2025", "99999999", "12345", "Juli 2025", "1.2.3"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_is_that_of_the_outlet() {
        let home =
            |text: &str, home| read(text).map(|it| it.at_home(home)).map(|it| (it.date.to_string(), it.zone_minutes));
        assert_eq!(home("2025-07-12T18:05:00Z", Some(420)), Some(("2025-07-13".to_owned(), Some(420))));
        assert_eq!(home("2025-07-12T18:05:00", Some(420)), Some(("2025-07-12".to_owned(), Some(420))));
        assert_eq!(home("2025-07-12T18:05:00Z", None), Some(("2025-07-12".to_owned(), Some(0))));
        assert_eq!(home("2025-07-12", Some(420)), Some(("2025-07-12".to_owned(), None)));
        assert_eq!(home("9999-12-31T23:59Z", Some(420)), None);
    }
}

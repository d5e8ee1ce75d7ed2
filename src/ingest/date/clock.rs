//! The forms of a time.

use std::ops::Range;

use jiff::civil::Time;

use super::names::afternoon;
use super::tokens::Token::{self, Mark, Number, Word};

pub(super) struct Clock {
    pub(super) time: Time,
    /// The end of a day, '24:00', is the beginning of the next.
    pub(super) is_next_day: bool,
}

/// The time that begins at token `at`, and the token behind it; `date` is where the date stands.
pub(super) fn at(tokens: &[Token], at: usize, date: Range<usize>) -> Option<(Clock, usize)> {
    match tokens[at..] {
        // '+07:00' is a zone.
        _ if at > 0 && tokens[at - 1] == Mark('+') => return None,
        [Word("T"), Number { value, digits: 4 }, ..] => return Some((of(value / 100, value % 100, 0, None)?, at + 2)),
        [Word("T"), Number { value, digits: 6 }, ..] => return Some((without_marks(value)?, at + 2)),
        [Number { value, digits: 6 }, ..] if at == date.end => return Some((without_marks(value)?, at + 1)),
        _ => {}
    }
    let [Number { value: hour, digits: 1 | 2 }, ..] = tokens[at..] else { return None };
    // A number before the date stands against it only if that is all: '14:05 13/07/2025'.
    let end = if at < date.start { date.start } else { tokens.len() };
    let part = |at: usize| match tokens[at..end.max(at)] {
        [Mark(':' | '.'), Number { value, digits: 2 }, ..] => Some(value),
        _ => None,
    };
    let mut behind = at + 1;
    let minute = part(behind);
    let second = minute.and_then(|_| part(behind + 2));
    behind += 2 * (usize::from(minute.is_some()) + usize::from(second.is_some()));
    if let (Some(_), [Mark('.' | ','), Number { .. }, ..]) = (second, &tokens[behind..]) {
        behind += 2;
    }
    let half = half(&tokens[behind..]);
    if minute.is_none() && half.is_none() {
        return None;
    }
    let (is_afternoon, taken) = half.map_or((None, 0), |(half, taken)| (Some(half), taken));
    Some((of(hour, minute.unwrap_or(0), second.unwrap_or(0), is_afternoon)?, behind + taken))
}

/// 140509
fn without_marks(value: u32) -> Option<Clock> {
    of(value / 10_000, value / 100 % 100, value % 100, None)
}

/// Whether `tokens` begin with a half of the day, which, and how many tokens it takes: 'pm', 'p.m.'.
fn half(tokens: &[Token]) -> Option<(bool, usize)> {
    match *tokens {
        [Word(word), ..] if afternoon(word).is_some() => Some((afternoon(word)?, 1)),
        [Word("a" | "A"), Mark('.'), Word("m" | "M"), ..] => Some((false, 4)),
        [Word("p" | "P"), Mark('.'), Word("m" | "M"), ..] => Some((true, 4)),
        _ => None,
    }
}

fn of(hour: u32, minute: u32, second: u32, is_afternoon: Option<bool>) -> Option<Clock> {
    let hour = match is_afternoon {
        Some(true) if (1..=12).contains(&hour) => hour % 12 + 12,
        Some(false) if (1..=12).contains(&hour) => hour % 12,
        // '14:05 PM' says it twice.
        _ => hour,
    };
    let is_next_day = (hour, minute) == (24, 0);
    let hour = if is_next_day { 0 } else { hour };
    // A leap second is the second before it.
    let part = |value: u32| i8::try_from(value).ok();
    Some(Clock { time: Time::new(part(hour)?, part(minute)?, part(second.min(59))?, 0).ok()?, is_next_day })
}

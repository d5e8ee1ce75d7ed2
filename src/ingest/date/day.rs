//! The forms of a day.

use jiff::civil::{Date, Weekday};

use super::names::{afternoon, month, weekday};
use super::tokens::Token::{self, Mark, Number, Word};

/// The date that begins at token `at`, and its first token and the one behind it.
pub(super) fn at(tokens: &[Token], at: usize) -> Option<(Date, usize, usize)> {
    let rest = &tokens[at..];
    let (date, taken) =
        in_numbers(rest, weekday_before(&tokens[..at])).or_else(|| day_first(rest)).or_else(|| month_first(rest))?;
    Some((date, at, at + taken))
}

/// The day of the week that stands directly before a date, with a comma or without.
fn weekday_before(tokens: &[Token]) -> Option<Weekday> {
    match *tokens {
        [.., Word(name)] | [.., Word(name), Mark(',' | '.')] => weekday(name),
        _ => None,
    }
}

/// '2025-07-13', '13/07/2025', '13.07.25', '13 07 2025', '20250713'.
fn in_numbers(tokens: &[Token], told: Option<Weekday>) -> Option<(Date, usize)> {
    match *tokens {
        [Number { value, digits: 8 }, ..] => Some((day(value / 10_000, value / 100 % 100, value % 100)?, 1)),
        [
            Number { value: year, digits: 4 },
            Mark(a),
            Number { value: month, .. },
            Mark(b),
            Number { value: date, .. },
            ..,
        ] if a == b && is_between(a) => Some((day(year, month, date)?, 5)),
        [
            Number { value: first, .. },
            Mark(a),
            Number { value: second, .. },
            Mark(b),
            Number { value: year, digits },
            ref rest @ ..,
        ] if a == b && is_between(a) => Some((either_first(first, second, in_full(year, digits)?, rest, told)?, 5)),
        [
            Number { value: first, .. },
            Number { value: second, .. },
            Number { value: year, digits: 4 },
            ref rest @ ..,
        ] => Some((either_first(first, second, year, rest, told)?, 3)),
        _ => None,
    }
}

/// Day first, as nearly everywhere; where that cannot be, or is not on the day of the week that is `told`, the month. Before
/// 'AM' or 'PM' writes an American.
fn either_first(first: u32, second: u32, year: u32, rest: &[Token], told: Option<Weekday>) -> Option<Date> {
    let american = rest.iter().any(|token| matches!(token, Word(word) if afternoon(word).is_some()));
    let (date, month) = if american { (second, first) } else { (first, second) };
    let either = [day(year, month, date), day(year, date, month)];
    let on_told = either.iter().flatten().find(|date| Some(date.weekday()) == told);
    on_told.or(either.iter().flatten().next()).copied()
}

/// '13 Juli 2025', '13-Jul-25', '1st of July, 2025'.
fn day_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let [Number { value: date, digits: 1 | 2 }, ref rest @ ..] = *tokens else { return None };
    let skipped = match rest {
        [Word("of" | "st" | "nd" | "rd" | "th"), Word("of"), ..] => 2,
        [Word("of" | "st" | "nd" | "rd" | "th") | Mark('-' | '/' | '.' | ','), ..] => 1,
        _ => 0,
    };
    let [Word(name), ref rest @ ..] = rest[skipped..] else { return None };
    let stop = usize::from(matches!(rest, [Mark('.'), ..]));
    let (year, taken) = year(&rest[stop..])?;
    Some((day(year, month(name)?, date)?, 2 + skipped + stop + taken))
}

/// 'July 13, 2025', 'Sept. 13th 2025', 'Jul-13-2025'.
fn month_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let [Word(name), ref rest @ ..] = *tokens else { return None };
    let skipped = usize::from(matches!(rest, [Mark('-' | '/' | '.'), ..]));
    let [Number { value: date, digits: 1 | 2 }, ref rest @ ..] = rest[skipped..] else { return None };
    let suffix = usize::from(matches!(rest, [Word("st" | "nd" | "rd" | "th"), ..]));
    let (year, taken) = year(&rest[suffix..])?;
    Some((day(year, month(name)?, date)?, 2 + skipped + suffix + taken))
}

/// The year that `tokens` begin with, and how many tokens it takes.
fn year(tokens: &[Token]) -> Option<(u32, usize)> {
    match *tokens {
        [Number { value, digits: 4 }, ..] => Some((value, 1)),
        [Mark(',' | '-' | '/' | '.'), Number { value, digits: 4 }, ..] => Some((value, 2)),
        [Mark('-' | '/'), Number { value, digits: 2 }, ..] => Some((in_full(value, 2)?, 2)),
        // RFC 822 had years of two digits; '13 Juli 10:30' and '13 Juli 10 orang' have none.
        [Number { value, digits: 2 }] => Some((in_full(value, 2)?, 1)),
        [Number { value, digits: 2 }, ref rest @ ..] if begins_with_time(rest) => Some((in_full(value, 2)?, 1)),
        _ => None,
    }
}

fn begins_with_time(tokens: &[Token]) -> bool {
    let tokens = if let [Mark(',' | '|'), rest @ ..] = tokens { rest } else { tokens };
    matches!(tokens, [Number { .. }, Mark(':' | '.'), Number { digits: 2, .. }, ..])
}

/// A year of four digits, or one of two digits with its century. Source: RFC 2822, section 4.3, from 50 on; later here,
/// because no feed is older.
fn in_full(year: u32, digits: usize) -> Option<u32> {
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// Marks that parts of a date are set apart by.
fn is_between(mark: char) -> bool {
    matches!(mark, '-' | '/' | '.')
}

/// The tokens with the year behind the day where it stands at the end: 'Sun Jul 13 10:30:00 WIB 2025'.
pub(super) fn with_year_in_place(mut tokens: Vec<Token>) -> Vec<Token> {
    let Some(&year @ Number { digits: 4, .. }) = tokens.last() else { return tokens };
    let is_day = |pair: &[Token]| match *pair {
        [Word(name), Number { digits: 1 | 2, .. }] | [Number { digits: 1 | 2, .. }, Word(name)] => {
            month(name).is_some()
        }
        _ => false,
    };
    let place = (2..tokens.len()).find(|&at| is_day(&tokens[at - 2..at]) && begins_with_time(&tokens[at..]));
    if let Some(place) = place {
        tokens.pop();
        tokens.insert(place, year);
    }
    tokens
}

fn day(year: u32, month: u32, date: u32) -> Option<Date> {
    in_time_of_news(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(date).ok()?)
}

/// A day that news can be of.
pub(super) fn in_time_of_news(year: i16, month: i8, date: i8) -> Option<Date> {
    (1800..=2200).contains(&year).then(|| Date::new(year, month, date).ok())?
}

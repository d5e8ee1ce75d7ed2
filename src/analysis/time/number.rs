//! Numbers in digits and in words.

use crate::analysis::reading::Reading;
use crate::lang::time::{Numeral, TimeRules, TimeWord};

/// The number that begins at token `at`, and the token after it.
pub(crate) fn read(reading: &Reading, rules: &TimeRules, at: usize) -> Option<(f64, usize)> {
    if reading.is_number(at) { digits(reading, rules, at) } else { in_words(reading, rules, at) }
}

/// Whether the token `at` is a number, in digits or as one word.
pub(crate) fn ends_at(reading: &Reading, rules: &TimeRules, at: usize) -> bool {
    reading.is_number(at) || numeral(reading, rules, at).is_some_and(|(_, end)| end == at + 1)
}

/// '1.250', '1,5', '25': thousands are grouped by the mark that is not the decimal one.
fn digits(reading: &Reading, rules: &TimeRules, at: usize) -> Option<(f64, usize)> {
    let mut written = reading.text(at).to_owned();
    let mut end = at + 1;
    while reading.is_glued(end) && reading.is_glued(end + 1) && reading.is_number(end + 1) {
        let mark = reading.mark(end);
        let group = reading.text(end + 1);
        if mark == rules.decimal_mark && !written.contains('.') {
            written.push('.');
        } else if !matches!(mark, '.' | ',') || mark == rules.decimal_mark || group.len() != 3 {
            break;
        }
        written.push_str(group);
        end += 2;
    }
    let (fraction, end) = fraction(reading, end).unwrap_or((0.0, end));
    multiplied(reading, rules, written.parse::<f64>().ok()? + fraction, end)
}

/// '1/2' of '2 1/2', and the token after it.
fn fraction(reading: &Reading, at: usize) -> Option<(f64, usize)> {
    let part = |at: usize| reading.text(at).parse::<u8>().ok().filter(|&part| reading.is_number(at) && part < 10);
    let is_joined = reading.mark(at + 1) == '/' && reading.is_glued(at + 1) && reading.is_glued(at + 2);
    let (upper, lower) = (part(at)?, part(at + 2)?);
    (is_joined && !reading.is_glued(at) && upper < lower).then(|| (f64::from(upper) / f64::from(lower), at + 3))
}

/// '3,5 juta': words that multiply stand behind digits too, and so do some that add ('2 and a half').
fn multiplied(reading: &Reading, rules: &TimeRules, mut total: f64, mut end: usize) -> Option<(f64, usize)> {
    while let Some((next, after)) = numeral(reading, rules, end) {
        total = match next {
            Numeral::Times(times) => total * times,
            Numeral::Plus(plus) if plus < 1.0 => total + plus,
            _ => break,
        };
        end = after;
    }
    Some((total, end))
}

/// The word of a number that begins at token `index`, and the token after it.
fn numeral(reading: &Reading, rules: &TimeRules, index: usize) -> Option<(Numeral, usize)> {
    let (len, values) = rules.vocabulary.longest(reading.words.get(index..)?)?;
    let numeral = values.iter().find_map(|value| match value {
        TimeWord::Number(numeral) => Some(*numeral),
        _ => None,
    })?;
    Some((numeral, index + len))
}

/// 'dua puluh lima': a value, then words that add to it or multiply its last part.
fn in_words(reading: &Reading, rules: &TimeRules, at: usize) -> Option<(f64, usize)> {
    let numeral = |index: usize| numeral(reading, rules, index);
    let (mut total, mut end) = match numeral(at)? {
        (Numeral::Value(value), end) => (value, end),
        // 'billion' of '$2.1 billion a year ago' multiplies what stands before it.
        (Numeral::Times(times), end) if at == 0 || !reading.is_number(at - 1) => (times, end),
        (Numeral::Times(_) | Numeral::Plus(_), _) => return None,
    };
    loop {
        let joined = reading.words.get(end).is_some_and(|word| rules.number_joiners.contains(word));
        let Some((next, after)) = numeral(if joined { end + 1 } else { end }) else { break };
        total = match next {
            Numeral::Value(value) if value < smallest_part(total) => total + value,
            Numeral::Value(_) => break,
            Numeral::Plus(plus) => total + plus,
            Numeral::Times(times) => multiply_last(total, times),
        };
        end = after;
    }
    Some((total, end))
}

/// What may still be added: less than the last power of ten that was told.
fn smallest_part(total: f64) -> f64 {
    [1000.0, 100.0, 10.0].into_iter().find(|part| total % part == 0.0).unwrap_or(1.0)
}

/// Multiplies only what is smaller than the multiplier: 'seratus dua puluh' is 100 + 2 × 10.
fn multiply_last(total: f64, times: f64) -> f64 {
    let part = total % times;
    if part == 0.0 { total * times } else { total - part + part * times }
}

//! What a line is by its letters, figures and marks alone.

use crate::ingest::date;
use crate::ingest::html::words::WORDS;

/// Whether `linked` bytes are all of a line but for a mark or two.
pub(super) fn is_nearly_all(linked: usize, line: &str) -> bool {
    linked * 20 >= line.len() * 19
}

/// A mark behind the words that lead elsewhere: 'Baca juga: ...', but no sentence that goes on.
pub(super) fn has_colon(text: &str) -> bool {
    text.find(':').is_some_and(|at| at < 25)
}

/// Whether a sentence begins behind a place, a day and a dash: 'Kendari, 18 November 2025 - Polisi menangkap dua orang'.
pub(super) fn has_dateline(text: &str) -> bool {
    const LEAST_WORDS: usize = 4;
    let Some((before, behind)) = text.split_once(" - ").or_else(|| text.split_once(" – ")) else { return false };
    let is_day = |text: &str| date::read(text).is_some();
    behind.split_whitespace().count() >= LEAST_WORDS && is_day(before) && !is_day(behind)
}

/// Whether a time such as '17:05' or '17.05' is in `text`.
pub(super) fn has_clock(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|it| matches!(it, [a, b':' | b'.', c, d] if [a, c, d].iter().all(|it| it.is_ascii_digit())))
}

/// A name without what may be left out before it: 'the Brooks Trust', 'PT Andalan Hijau'.
pub(super) fn without_article(words: &str) -> &str {
    ["the ", "pt ", "cv "].iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words)
}

/// Whether `words` are a time and no more: '17:05', '8 hours ago', '2 jam lalu', '14.10 WIB'.
pub(super) fn is_time_alone(words: &str) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = |word: &str| WORDS.lines.of_time.contains(word.trim_start_matches(|c: char| c.is_ascii_digit()));
    let mut all = words.split(' ').peekable();
    let has_unit = words.split(' ').any(is_unit);
    all.any(is_number)
        && has_unit
        && words.split(' ').all(|word| is_unit(word) || word.bytes().all(|it| it.is_ascii_digit()))
}

/// Whether `words` tell how many have seen or shared an article, and no more: 'Views: 1.204', '312 kali dibaca'.
pub(super) fn is_count(words: &str) -> bool {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let others: Vec<&str> = words.split(' ').filter(|word| !is_number(word)).collect();
    others.len() < words.split(' ').count() && WORDS.lines.counts.contains(&others.join(" "))
}

/// Whether `words` tell which page of an article it is, and no more: '2 dari 3 halaman', 'page 2 of 3'.
pub(super) fn is_page_number(words: &str) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut others: Vec<&str> = words.split(' ').filter(|word| !is_number(word)).collect();
    others.sort_unstable();
    let numbers = words.split(' ').count() - others.len();
    numbers == 2 && matches!(others.as_slice(), ["dari", "halaman"] | ["of", "page"] | ["of", "pages"])
}

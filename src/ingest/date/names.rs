//! What months, days of the week and halves of the day are called.

use jiff::civil::Weekday;

/// By number from 1: Indonesian, Malay and English, whole and short, and as they are often misspelt.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february", "febuari", "pebruari", "peb"],
    &["mar", "maret", "march", "mac", "mrt"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july", "julai"],
    &["agu", "ags", "agt", "agustus", "august", "aug", "ogos", "ogo", "agust"],
    &["sep", "sept", "september"],
    &["okt", "oct", "oktober", "october"],
    &["nov", "nop", "november", "nopember"],
    &["des", "dec", "desember", "december", "disember", "dis"],
];

/// From Monday on: Indonesian and English, whole and short, and as they are often misspelt.
const DAYS: [&[&str]; 7] = [
    &["senin", "sen", "monday", "mon"],
    &["selasa", "sel", "tuesday", "tue", "tues"],
    &["rabu", "rab", "wednesday", "wed"],
    &["kamis", "kam", "thursday", "thu", "thur", "thurs"],
    &["jumat", "jum", "friday", "fri"],
    &["sabtu", "sab", "saturday", "sat"],
    &["minggu", "ahad", "min", "sunday", "sun"],
];

/// The number of a month by its name.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(number, _)| number)
}

/// The day of the week by its name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.to_lowercase();
    let (number, _) = (1..).zip(DAYS).find(|(_, names)| names.contains(&word.as_str()))?;
    Weekday::from_monday_one_offset(number).ok()
}

/// Whether a word is the whole Indonesian name of a day of the week, before which bylines end.
pub(in crate::ingest) fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    DAYS.iter().any(|names| names[0] == word) || word == "ahad"
}

/// Whether a word is the afternoon (`true`) or the morning.
pub(super) fn afternoon(word: &str) -> Option<bool> {
    match word {
        _ if word.eq_ignore_ascii_case("am") => Some(false),
        _ if word.eq_ignore_ascii_case("pm") => Some(true),
        _ => None,
    }
}

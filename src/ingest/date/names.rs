//! What months, days of the week and halves of the day are called.

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

/// The Indonesian ones, which bylines end before.
const DAYS: [&str; 8] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "Ahad"];

/// The number of a month by its name.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(number, _)| number)
}

pub(in crate::ingest) fn is_weekday(word: &str) -> bool {
    DAYS.contains(&word)
}

/// Whether a word is the afternoon (`true`) or the morning.
pub(super) fn afternoon(word: &str) -> Option<bool> {
    match word {
        _ if word.eq_ignore_ascii_case("am") => Some(false),
        _ if word.eq_ignore_ascii_case("pm") => Some(true),
        _ => None,
    }
}

//! What holds for the times of every text.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use linimasa::analysis::{analyse, dates};
use linimasa::ingest::plain;
use linimasa::model::{Article, DateOrigin, Interval, Published};
use proptest::prelude::*;

use super::LANGUAGES;
use crate::PACKS;

fn article(text: &str, language: &str, published: Option<Date>) -> Article {
    Article {
        body: text.to_owned(),
        paragraphs: plain::spans(text),
        language: Some(language.to_owned()),
        published: published.map(|date| Published { date, origin: DateOrigin::Metadata }),
        ..Article::default()
    }
}

#[track_caller]
fn check_sound(text: &str, published: Option<Date>) {
    for language in LANGUAGES {
        let article = article(text, language, published);
        for analysis in [analyse(&article, &PACKS), dates(&article, &PACKS)] {
            let mut end = 0;
            for time in analysis.times.items() {
                let span = time.span;
                assert!(span.start >= end && span.end > span.start && span.end <= text.len(), "{span:?} in {text:?}");
                assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?} in {text:?}");
                end = span.end;
            }
        }
    }
}

#[test]
fn a_day_of_publication_without_a_year_is_of_the_one_that_fits() {
    let cases = [
        ("COLOMBO, Sept 10 - Lawmakers voted on Wednesday. The party won in 2024.", Some("2025-09-10")),
        ("ACCRA, Oct 14 - The bank kept its rate on Tuesday. It expects growth of 4% in 2025.", Some("2025-10-14")),
        ("ACCRA, Oct 14 - The bank kept its rate on Monday. It expects growth of 4% in 2025.", Some("2024-10-14")),
        ("ACCRA, Oct 14 - The bank kept its rate. It expects growth of 4% in 2025.", Some("2025-10-14")),
        ("ACCRA, Oct 14 - The bank kept its rate.", None),
    ];
    for (text, expected) in cases {
        let published = dates(&article(text, "en", None), &PACKS).published;
        assert_eq!(published.map(|it| it.date.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn numbers_beyond_the_calendar_are_no_dates() {
    for text in [
        "Rapat dimulai H-8000000 Lebaran.",
        "Rapat dimulai pukul 10.05 WIB. Ia pergi 200000000 jam kemudian.",
        "The talks began at 10:05 a.m. on Monday. He left 200 million hours later.",
    ] {
        check_sound(text, Some(date(2025, 7, 13)));
    }
}

/// Words and marks of which times are made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        "12",
        "2025",
        "31",
        "0",
        "24",
        "99",
        "9999",
        "1/2",
        "12/7/2025",
        "06.12",
        "5:30",
        "'24",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "\"",
        "“",
        "é",
        "日",
        "\u{301}",
        "\n",
        "pukul",
        "Minggu",
        "minggu",
        "Mei",
        "Maret",
        "Juli",
        "lalu",
        "depan",
        "tahun",
        "dua",
        "puluh",
        "setengah",
        "abad ke-",
        "kuartal",
        "IV",
        "setiap",
        "awal",
        "sekitar",
        "lebih dari",
        "hari",
        "yang sama",
        "WIB",
        "malam",
        "Idul Fitri",
        "Lebaran",
        "sejak",
        "May",
        "March",
        "the",
        "of",
        "a",
        "an",
        "half",
        "and a half",
        "p.m.",
        "Sunday",
        "Sat.",
        "next",
        "last",
        "ago",
        "week",
        "decade",
        "century",
        "the end of",
        "every",
        "other",
        "third",
        "quarter",
        "winter",
        "'s",
        "Thanksgiving",
        "noon",
        "midnight",
        "from",
        "to",
        "until",
        "between",
        "GMT",
        "on",
        "at",
        "in",
        "million",
        "hundred",
        "thousand",
        "billion",
        "dozen",
        "later",
        "earlier",
        "seconds",
        "juta",
        "jam kemudian",
        "hours later",
        "H-",
        "20000000",
    ]);
    let joined = proptest::collection::vec((words, proptest::sample::select(vec![" ", " ", " ", ""])), 0..40);
    joined.prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn any_day() -> impl Strategy<Value = Option<Date>> {
    let edges = prop_oneof![Just(Date::MIN), Just(Date::MAX), Just(date(2024, 2, 29)), Just(date(9999, 12, 30))];
    let day = (-3_650i64..36_500).prop_map(|days| date(1980, 1, 1).saturating_add(days.days()));
    proptest::option::of(prop_oneof![1 => edges, 4 => day])
}

/// What is told from the day of publication, but not by weeks, which move against the year.
const DEICTIC: &[(&str, &str)] = &[
    ("id", "Ia tiba kemarin."),
    ("id", "Ia tiba hari ini pukul 16.00 WIB."),
    ("id", "Sidang digelar besok."),
    ("id", "Ia pergi tiga hari lalu."),
    ("id", "Harga naik bulan lalu."),
    ("id", "Pabrik itu dibuka dua bulan silam."),
    ("id", "Keduanya bertemu pada Juni tahun lalu."),
    ("id", "Jembatan dibangun tahun depan."),
    ("id", "Ekspor turun pada awal tahun ini."),
    ("id", "Ia datang lima tahun lalu."),
    ("id", "Gelombang panas melanda pada musim panas lalu."),
    ("en", "He left yesterday."),
    ("en", "The vote is tomorrow at 3 p.m."),
    ("en", "The mill closed two months ago."),
    ("en", "He was convicted in May last year."),
    ("en", "The tunnel will open early next year."),
    ("en", "It was sold a decade ago in another town last month."),
    ("en", "The fires burned 90 homes last summer."),
    ("en", "The bank cut rates last quarter."),
];

fn intervals(text: &str, language: &str, published: Date) -> Vec<Interval> {
    let analysis = analyse(&article(text, language, Some(published)), &PACKS);
    analysis.times.items().iter().filter_map(|time| time.value.interval()).collect()
}

proptest! {
    #[test]
    fn any_text_has_sound_times(text in any::<String>(), published in any_day()) {
        check_sound(&text, published);
    }

    #[test]
    fn any_mixture_of_time_words_has_sound_times(text in pieces(), published in any_day()) {
        check_sound(&text, published);
    }

    #[test]
    fn a_year_later_is_a_year_later(year in 1990i16..2049, month in 3i8..=12, day in 6i8..=28, at in 0..DEICTIC.len()) {
        let (language, text) = DEICTIC[at];
        let published = date(year, month, day);
        let now = intervals(text, language, published);
        let later = intervals(text, language, published + 1.year());
        prop_assert!(!now.is_empty(), "{text}");
        prop_assert_eq!(now.len(), later.len(), "{}", text);
        for (now, later) in now.iter().zip(&later) {
            // The tens of a year move every tenth year only.
            let step = if now.grain == linimasa::model::Grain::Decade { 0 } else { 1 };
            let moved = now.start + step.years() == later.start;
            prop_assert!(moved || step == 0 && now.start + 10.years() == later.start, "{text}: {now} and {later}");
        }
    }
}

//! Where the day of publication comes from when no metadata tells it.

use linimasa::model::DateOrigin::{self, Inferred, Text};

use super::facts::Facts;

/// A text, the day it was published, and how that is known.
const CASES: &[(&str, Option<(&str, DateOrigin)>)] = &[
    (
        "Banjir Rendam Demak\nKOMPAS.com - 09/02/2024, 08:12 WIB\nBanjir merendam Demak sejak kemarin.",
        Some(("2024-02-09", Text)),
    ),
    ("Tayang: Sabtu, 12 Jul 2025 19:05 WIB\nWarga mengungsi sejak Kamis lalu.", Some(("2025-07-12", Text))),
    ("Harga beras naik lagi.\nSelasa, 3 Juni 2025 | 10.15 WIB", Some(("2025-06-03", Text))),
    ("Harga beras naik lagi.\nJuni 3, 2025", Some(("2025-06-03", Text))),
    // The page glued the hour to the year, or wrote it all into the line of the author.
    ("Court ousts president.\nApril 4, 20258:34 AM GMT+7Updated a day ago", Some(("2025-04-04", Text))),
    (
        "Court ousts president.\nBy Jane Roe, Senior Reporter | Thursday, May 8, 2025 | 3 min read",
        Some(("2025-05-08", Text)),
    ),
    // The first line tells when it was published, a later one when it was changed.
    ("4 Mei 2025\nDiperbarui 6 Mei 2025\nIa tiba kemarin.", Some(("2025-05-04", Text))),
    // A sentence with a date is a sentence.
    ("Ia tiba di Ambon pada 5 Mei 2025.\nKemarin ia pulang.", Some(("2025-05-05", Inferred))),
    // A day without its year lies behind the latest month told, on the weekday told with it.
    ("Kampanye dimulai November 2023. KPU menetapkannya, Senin (19/2).", Some(("2024-02-19", Inferred))),
    ("BAKU, 5 Maret (Reuters) - Menteri itu dilantik Agustus 2024.", Some(("2025-03-05", Inferred))),
    // The end of a range counts as its beginning does.
    // A day with its weekday behind the latest time told, and not the end of what lasts.
    ("Ia dilantik 20 Februari 2025. \"Kami banding,\" kata Susilo, Jumat (21/11).", Some(("2025-11-21", Inferred))),
    (
        "Ia ditahan hingga 9 Desember 2025, kata Budi, Kamis (20/11). Ia dilantik pada 2024.",
        Some(("2025-11-20", Inferred)),
    ),
    // When somebody spoke has been, whatever they spoke of.
    (
        "Warga mual pada Rabu (26/11/2025). \"Hasilnya keluar Senin depan,\" kata Leli, Kamis (27/11/2025).",
        Some(("2025-11-27", Inferred)),
    ),
    ("Bentrokan terjadi antara 2008 dan 2011. Konflik pecah pada 24 Juli.", Some(("2011-07-24", Inferred))),
    ("Clashes went on between 2016 and 2019. BELGRADE, Sept 10 - Talks resumed.", Some(("2019-09-10", Inferred))),
    // A notice at the foot tells the year.
    (
        "The quake struck on 28 March. Soldiers seized power in February 2021.\nCopyright © 2025 Example News",
        Some(("2025-03-28", Inferred)),
    ),
    // What a day only looks ahead to makes it no day to come.
    (
        "Rupiah ditutup melemah pada Selasa (21/10/2025), sehari menjelang rapat bank sentral. Ekspor naik sejak 1 Oktober 2025.",
        Some(("2025-10-21", Inferred)),
    ),
    (
        "Shares fell on 21 October 2025 ahead of the central bank's meeting. Exports rose in September 2025.",
        Some(("2025-10-21", Inferred)),
    ),
    // A full date before a later month says nothing of the day of publication.
    ("Perjanjian diteken 2 April 2021. Menteri itu dilantik pada Agustus 2024.", None),
    ("Ia tiba di Ambon kemarin.\nHari ini ia pulang.", None),
];

#[test]
fn days_of_publication() {
    for (text, expected) in CASES {
        let published = Facts::of(&format!("{text}\n"), None, None).analysis.published;
        let found = published.map(|published| (published.date.to_string(), published.origin));
        let expected = expected.map(|(date, origin)| (date.to_owned(), origin));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn relative_dates_are_counted_from_the_line() {
    let facts = Facts::of(CASES[1].0, None, None);
    facts.time("Kamis lalu", "2025-07-10");
}

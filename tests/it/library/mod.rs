//! The library: what the commands promise, over one folder.

mod faults;
mod importing;
mod marking;

use std::fs;
use std::path::Path;

use jiff::civil::{date, time};
use linimasa::library::{Entry, Library, Query};
use linimasa::model::{Analysis, Article, DateOrigin, Published, PublishedTime};

use crate::program::run;

const FLOOD: &str = "Banjir bandang melanda Kabupaten Demak di Jawa Tengah pada 12 Juli 2025, kata Bupati Hartati Wulandari kepada Kantor Berita Antara.\n";
const VISIT: &str = "Presiden Raditya Kusuma tiba di Ambon pada 3 Maret 2024. Kafé itu ramai.\n";
const RATES: &str = "The central bank raised its rate on Tuesday, Governor Alice Whitfield told Reuters.\n";

const FILES: &[(&str, &str)] = &[
    ("flood.txt", FLOOD),
    ("flood.toml", "title = 'Demak terendam'\noutlet = 'Kabar Timur'\npublished = 2025-07-13\nlanguage = 'id'\n"),
    ("visit.txt", VISIT),
    ("visit.toml", "title = 'Kunjungan ke Maluku'\noutlet = 'Warta Kota'\npublished = 2024-03-04\nlanguage = 'id'\n"),
    ("rates.txt", RATES),
    ("rates.toml", "title = 'Rates up'\noutlet = 'The Daily Ledger'\npublished = 2025-01-15\nlanguage = 'en'\n"),
];

/// A query and the articles that it finds, the newest first, by the first word of their headlines.
const QUERIES: &[(&str, &[&str])] = &[
    ("", &["Demak", "Rates", "Kunjungan"]),
    ("banjir", &["Demak"]),
    ("BANJIR demak", &["Demak"]),
    ("kafe", &["Kunjungan"]),
    ("\"banjir bandang\"", &["Demak"]),
    ("\"bandang banjir\"", &[]),
    ("pres*", &["Kunjungan"]),
    ("pres", &[]),
    ("banjir or rate", &["Demak", "Rates"]),
    ("(banjir or rate) -lang:en", &["Demak"]),
    ("-banjir", &["Rates", "Kunjungan"]),
    ("-(banjir or rate)", &["Kunjungan"]),
    ("person:whitfield", &["Rates"]),
    ("person:raditya", &["Kunjungan"]),
    ("place:demak", &["Demak"]),
    ("person:demak", &[]),
    ("via:reuters", &["Rates"]),
    ("source:wulandari", &["Demak"]),
    ("source:raditya", &[]),
    ("outlet:kota", &["Kunjungan"]),
    ("lang:id", &["Demak", "Kunjungan"]),
    ("from:2025-07-12 to:2025-07-12", &["Demak"]),
    ("to:2024", &["Kunjungan"]),
    ("from:2024-03-04 to:2024", &[]),
    ("since:2025", &["Demak", "Rates"]),
    ("-since:2025", &["Kunjungan"]),
    ("until:2025-01-15", &["Rates", "Kunjungan"]),
    ("--banjir", &["Demak"]),
    ("covid-19", &[]),
    ("c++ or \"a'b\" or *", &[]),
];

fn library_of_three(folder: &Path) {
    for (name, text) in FILES {
        fs::write(folder.join(name), text).unwrap();
    }
    let added = run(folder, &["add", "flood.txt", "visit.txt", "rates.txt"]);
    assert_eq!(added.1, "new\t1\tDemak terendam\nnew\t2\tKunjungan ke Maluku\nnew\t3\tRates up\n", "{}", added.2);
}

#[test]
fn queries_find_what_they_ask_for() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    for (query, expected) in QUERIES {
        let (code, list, errors) = run(folder.path(), &["list", "--", query]);
        let first_words: Vec<&str> =
            list.lines().filter_map(|line| line.split('\t').nth(3)?.split(' ').next()).collect();
        assert_eq!((code, first_words.as_slice()), (Some(0), *expected), "{query}: {errors}");
    }
}

#[test]
fn an_article_without_a_day_was_published_neither_since_nor_until_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("undated.txt"), "Harga cabai naik.\n").unwrap();
    run(folder.path(), &["add", "undated.txt"]);
    for (query, count) in [("since:2000", 0), ("until:2100", 0), ("-since:2000", 1), ("-until:2100", 1)] {
        assert_eq!(run(folder.path(), &["list", "--", query]).1.lines().count(), count, "{query}");
    }
}

#[test]
fn the_deepest_query_is_answered_as_fast_as_any() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let query = format!("{}banjir{}", "(".repeat(31), " demak)".repeat(31));
    assert!(run(folder.path(), &["list", "--", &query]).1.contains("Demak terendam"));
}

#[test]
fn the_commands_keep_their_promises() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let at = folder.path();
    let cases: &[(&[&str], i32, &str, &str)] = &[
        (&["list"], 0, "1\t2025-07-13\tKabar Timur\tDemak terendam\n", ""),
        (&["list", "--limit", "1"], 0, "1\t2025-07-13\tKabar Timur\tDemak terendam\n", ""),
        (&["search", "banjir", "bandang"], 0, "\t[Banjir] [bandang] melanda Kabupaten Demak", ""),
        (&["search", "demak or ambon"], 0, "1\t2025-07-13\tKabar Timur\t", ""),
        (&["search", "orang:kim"], 2, "", "column 1: there is no field `orang`"),
        (&["search", "banjir (demak"], 2, "", "banjir (demak\n         ^"),
        (&["show", "2"], 0, "title\tKunjungan ke Maluku\n", ""),
        (&["show", "2", "9"], 1, "Raditya", "there is no article 9"),
        (&["show", "banjir"], 2, "", "expected the number of an article, as `linimasa list` prints it"),
        (&["add", "flood.txt"], 0, "same\t1\tDemak terendam\n", ""),
        (&["add", "none.txt"], 2, "", "none.txt"),
        (&["check"], 0, "sound\t", ""),
        (&["backup", "copy.db"], 0, "", ""),
        (&["backup", "copy.db"], 2, "", "copy.db` is there already"),
        (&["backup", "none/copy.db"], 2, "", "`none` is no folder that is there; make it"),
        (&["backup", "copy.db/copy.db"], 2, "", "`copy.db` is no folder that is there"),
        (&["rm", "3"], 0, "", ""),
        (&["rm", "3"], 2, "", "there is no article 3"),
        (&["search", "rate"], 0, "", ""),
        (&["check"], 0, "sound\t", ""),
    ];
    for (arguments, expected_code, expected, complaint) in cases {
        let (code, stdout, stderr) = run(at, arguments);
        assert_eq!(code, Some(*expected_code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(expected) && (stdout.is_empty() == expected.is_empty()), "{arguments:?}: {stdout}");
        assert!(stderr.contains(complaint) && (stderr.is_empty() == complaint.is_empty()), "{arguments:?}: {stderr}");
    }
    fs::create_dir(at.join("other")).unwrap();
    fs::copy(at.join("copy.db"), at.join("other/library.db")).unwrap();
    let copied = Library::open(&at.join("other")).unwrap();
    assert_eq!(copied.list(&Query::everything(), 9).unwrap().len(), 3);
}

#[test]
fn a_changed_text_is_a_new_version_and_only_that_is_found() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let changed = "Banjir di Kudus surut pada 14 Juli 2025.\n";
    fs::write(folder.path().join("flood.txt"), changed).unwrap();
    assert_eq!(run(folder.path(), &["add", "flood.txt"]).1, "changed\t1\tDemak terendam\n");
    assert!(run(folder.path(), &["show", "1"]).1.contains("Kudus"));
    for (query, found) in [("bandang", 0), ("kudus", 1), ("from:2025-07-12 to:2025-07-12", 0), ("from:2025-07-14", 1)] {
        assert_eq!(run(folder.path(), &["list", query]).1.lines().count(), found, "{query}");
    }
    assert_eq!(run(folder.path(), &["check"]).0, Some(0));
}

#[test]
fn versions_stand_in_the_order_in_which_they_came() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let published = Some(Published { date: date(2025, 7, 13), origin: DateOrigin::Metadata });
    let hour = Some(PublishedTime { time: time(9, 30, 0, 0), zone_minutes: Some(420) });
    for (body, published_time) in [("Satu.", hour), ("Dua.", None), ("Tiga.", hour)] {
        let article = Article { body: body.into(), published, published_time, ..Article::default() };
        library.add(&Entry { key: "a", article: &article, analysis: &Analysis::default(), raw: None }).unwrap();
        assert!(library.texts(1).unwrap().pop().unwrap().1.ends_with(body), "{body}");
    }
}

#[test]
fn the_same_article_at_another_path_is_no_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("other")).unwrap();
    let page = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pages/bbc.html")).unwrap();
    for name in ["bbc.html", "other/copy.html"] {
        fs::write(at.join(name), &page).unwrap();
    }
    fs::write(at.join("flood.txt"), FLOOD).unwrap();
    for (path, word) in [
        ("bbc.html", "new\t1"),
        ("other/copy.html", "same\t1"),
        ("bbc.html", "same\t1"),
        ("flood.txt", "new\t2"),
        ("other/../flood.txt", "same\t2"),
    ] {
        let (_, told, errors) = run(at, &["add", path]);
        assert!(told.starts_with(word), "{path}: {told}{errors}");
    }
    for number in ["1", "2"] {
        assert_eq!(run(at, &["show", "--versions", number]).1.lines().count(), 1, "article {number}");
    }
}

#[test]
fn an_article_comes_out_as_it_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let article = Article {
        id: "a\tb".into(),
        body: "Satu.\nDua “tiga”.".into(),
        paragraphs: linimasa::ingest::plain::spans("Satu.\nDua “tiga”."),
        byline: Some("Ayu".into()),
        ..Article::default()
    };
    let (id, _) = library
        .add(&Entry { key: "key", article: &article, analysis: &Analysis::default(), raw: Some(b"<p>Satu.") })
        .unwrap();
    assert_eq!(library.raw(id).unwrap().as_deref(), Some(&b"<p>Satu."[..]));
    assert_eq!(library.article(id).unwrap(), Some(article));
    assert_eq!(library.article(id + 1).unwrap(), None);
}

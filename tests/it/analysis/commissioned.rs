//! The article that the reader was made for: every row of its facts, with its metadata file and without.

use jiff::civil::date;
use linimasa::assets;
use linimasa::model::EntityKind::{Organisation, Other, Outlet, Person, Place, Platform};
use linimasa::model::Status::{Planned, Reported};
use linimasa::model::{Anchor, DateOrigin, FurnitureKind, Warning};

use super::facts::{Facts, Row};

fn text() -> &'static str {
    assets::text(assets::COMMISSIONED_ARTICLE).unwrap()
}

fn with_metadata() -> Facts {
    Facts::of(text(), Some("KOMPAS.com"), Some(date(2025, 7, 13)))
}

fn without_metadata() -> Facts {
    Facts::of(text(), None, None)
}

/// The timeline; the period ends on the day of publication.
fn timeline(period: &str) -> [Row<'_>; 7] {
    [
        ("2022-02", "month", Reported, "invasi skala penuh Rusia ke Ukraina dimulai", "publisher"),
        ("2024-06", "month", Reported, "Kim Jong Un dan Vladimir Putin menandatangani perjanjian", "publisher"),
        (period, "day", Reported, "Korea Utara telah mengirim sekitar 11.000 tentara ke Rusia", "unnamed"),
        (
            "2025-04",
            "month",
            Reported,
            "Pyongyang secara terbuka pertama kali mengakui pengiriman pasukannya",
            "publisher",
        ),
        ("2025-06", "month", Planned, "Korea Utara juga berencana mengirim ribuan pekerja", "unnamed"),
        ("2025-07-10", "day", Reported, "Trump mengatakan telah mencapai kesepakatan dengan NATO", "NBC News"),
        ("2025-07-12", "day", Reported, "Pertemuan antara Kim dan Lavrov berlangsung", "KCNA"),
    ]
}

#[test]
fn six_dated_events_and_a_period() {
    with_metadata().timeline(&timeline("2024-07-13..2025-07-13"));
}

#[test]
fn the_same_timeline_without_metadata() {
    without_metadata().timeline(&timeline("2024-07-12..2025-07-12"));
}

#[test]
fn relative_dates_say_what_they_were_counted_from() {
    for (facts, origin, day) in [
        (with_metadata(), DateOrigin::Metadata, date(2025, 7, 13)),
        (without_metadata(), DateOrigin::Inferred, date(2025, 7, 12)),
    ] {
        let published = facts.analysis.published.unwrap();
        assert_eq!((published.date, published.origin), (day, origin));
        let time = facts.analysis.times.items().iter().find(|time| time.span.of(&facts.body) == "Juni tahun lalu");
        assert_eq!(time.unwrap().anchor, Anchor::Published { date: day, origin });
        let inferred = facts.analysis.warnings.iter().any(
            |it| matches!(it, Warning::InferredPublicationDate { span } if span.of(&facts.body) == "Sabtu (12/7/2025)"),
        );
        assert_eq!(inferred, origin == DateOrigin::Inferred);
    }
}

#[test]
fn times_are_as_precise_as_their_words() {
    let facts = with_metadata();
    for (words, value) in [
        ("Sabtu (12/7/2025)", "2025-07-12"),
        ("tahun terakhir", "2024-07-13..2025-07-13"),
        ("Februari 2022", "2022-02"),
        ("Kamis lalu", "2025-07-10"),
        ("April lalu", "2025-04"),
        ("beberapa bulan", "PXM"),
        ("Juni tahun lalu", "2024-06"),
        ("bulan lalu", "2025-06"),
    ] {
        facts.time(words, value);
    }
    assert_eq!(facts.analysis.times.len(), 8);
}

#[test]
fn seven_kinds_of_source() {
    for facts in [with_metadata(), without_metadata()] {
        let mut sources = facts.sources();
        assert_eq!(sources.remove(0), "publisher");
        sources.sort();
        assert_eq!(sources, ["BBC", "KCNA", "Kementerian Luar Negeri Rusia", "NBC News", "TASS", "unnamed"]);
        for (words, basis) in [
            ("Pemimpin Korea Utara Kim Jong Un menyatakan", "publisher"),
            ("Hal ini disampaikan Kim", "KCNA"),
            ("Kim menegaskan", "publisher"),
            ("Saya memiliki keyakinan", "KCNA"),
            ("Pertemuan antara Kim dan Lavrov", "publisher"),
            ("dipenuhi rasa saling percaya", "KCNA"),
            ("Di platform Telegram", "Kementerian Luar Negeri Rusia"),
            ("Selain bertemu Kim", "BBC"),
            ("Dalam kesempatan itu", "TASS"),
            ("Sejumlah pejabat Barat", "unnamed"),
            ("Adapun invasi", "publisher"),
            ("Dalam wawancara dengan NBC", "NBC News"),
            ("Pyongyang secara terbuka", "publisher"),
            ("Pada Juni tahun lalu", "publisher"),
            ("Selain itu, Korea Utara", "unnamed"),
        ] {
            facts.rests_on(words, &[basis]);
        }
    }
}

#[test]
fn outlets_are_known_for_what_they_are() {
    let facts = with_metadata();
    for (name, category, country, state_owned) in [
        ("KCNA", "agency", "KP", true),
        ("BBC", "broadcaster", "GB", false),
        ("TASS", "agency", "RU", true),
        ("NBC News", "broadcaster", "US", false),
    ] {
        let entity = facts.analysis.entities.items().iter().find(|entity| entity.name == name).unwrap();
        let outlet = entity.outlet.as_ref().unwrap();
        assert_eq!((outlet.kind.name(), outlet.country.as_str()), (category, country), "{name}");
        // The BBC is public, which not everybody calls state-owned.
        if name != "BBC" {
            assert_eq!(outlet.state_owned, state_owned, "{name}");
        }
    }
}

#[test]
fn entities_with_all_their_mentions() {
    for facts in [with_metadata(), without_metadata()] {
        for (name, mentions, forms) in [
            ("Kim Jong Un", 8, &["Kim", "Kim Jong Un"][..]),
            ("Sergei Lavrov", 5, &["Lavrov", "Sergei Lavrov"]),
            ("Choe Son Hui", 1, &[]),
            ("Vladimir Putin", 2, &[]),
            ("Donald Trump", 2, &["Trump"]),
        ] {
            facts.entity(Person, name, mentions, forms);
        }
        facts.only(Person, &["Kim Jong Un", "Sergei Lavrov", "Choe Son Hui", "Vladimir Putin", "Donald Trump"]);
        for (name, mentions, forms) in [
            ("Pyongyang", 3, &["PYONGYANG"][..]),
            ("Korea Utara", 8, &[]),
            ("Rusia", 14, &[]),
            ("Ukraina", 8, &[]),
            ("Amerika Serikat", 2, &["AS"]),
            ("Kursk", 1, &[]),
            ("Moskwa", 1, &[]),
        ] {
            facts.entity(Place, name, mentions, forms);
        }
        facts.only(Place, &["Pyongyang", "Korea Utara", "Rusia", "Ukraina", "Amerika Serikat", "Kursk", "Moskwa"]);
        facts.only(Organisation, &["NATO", "Kementerian Luar Negeri Rusia"]);
        facts.only(Outlet, &["KOMPAS.com", "KCNA", "TASS", "BBC", "NBC News"]);
        facts.only(Platform, &["Telegram"]);
        facts.only(Other, &["Patriot"]);
    }
}

#[test]
fn pairs_titles_and_capitals_that_act() {
    let facts = with_metadata();
    let mentions = facts.analysis.mentions.items();
    let pair = facts.body.find("Rusia-Ukraina.").unwrap();
    let in_pair = mentions.iter().filter(|mention| mention.span.start >= pair && mention.span.end <= pair + 13);
    assert_eq!(in_pair.count(), 2, "`Rusia-Ukraina` is two mentions");
    for (name, title) in [
        ("Sergei Lavrov", "Menteri Luar Negeri Rusia"),
        ("Choe Son Hui", "Menteri Luar Negeri Korea Utara"),
        ("Donald Trump", "Presiden Amerika Serikat (AS)"),
        ("Vladimir Putin", "Presiden"),
        ("Kim Jong Un", "Pemimpin Korea Utara"),
    ] {
        let mention = mentions.iter().find(|mention| mention.span.of(&facts.body) == name).unwrap();
        assert_eq!(mention.title.map(|title| title.of(&facts.body)), Some(title), "{name}");
    }
    let acting: Vec<&str> =
        mentions.iter().filter(|mention| mention.acting).map(|mention| mention.span.of(&facts.body)).collect();
    assert_eq!(acting, ["Pyongyang"]);
}

#[test]
fn furniture_yields_nothing() {
    let facts = with_metadata();
    let kinds: Vec<FurnitureKind> = facts.analysis.furniture.iter().map(|piece| piece.kind).collect();
    use FurnitureKind::{Advert, Dateline, Link};
    assert_eq!(kinds, [Dateline, Link, Link, Link, Advert]);
    for piece in facts.analysis.furniture.iter().filter(|piece| piece.kind != Dateline) {
        assert!(!facts.analysis.mentions.items().iter().any(|mention| piece.span.overlaps(mention.span)));
        assert!(!facts.analysis.times.items().iter().any(|time| piece.span.overlaps(time.span)));
        assert!(facts.analysis.bases_at(piece.span.start).is_empty());
    }
}

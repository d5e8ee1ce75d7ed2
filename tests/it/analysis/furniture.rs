//! Lines that are not the article, and lines that only look so: by words, shape and place.

use linimasa::model::FurnitureKind::{
    self, Advert, Byline, Caption, Link, Navigation, Notice, PublicationLine, Repeat, Tags,
};

use super::facts::Facts;

/// What stands between two lines that are tried.
const PROSE: [(&str, &str); 2] = [
    ("id", "Petugas masih mendata rumah yang rusak dan menyiapkan makanan bagi anak-anak yang mengungsi."),
    ("en", "Officials are still counting the damaged houses and preparing meals for the children."),
];

/// Of the lines of a page this share at least is known between two paragraphs of prose, where place tells nothing.
const KNOWN_ANYWHERE: f64 = 0.88;

fn pieces(facts: &Facts) -> Vec<(FurnitureKind, &str)> {
    facts.analysis.furniture.iter().map(|piece| (piece.kind, piece.span.of(&facts.body))).collect()
}

#[test]
fn no_sub_head_or_sentence_is_lost_between_paragraphs() {
    for (language, prose) in PROSE {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/furniture");
        let text = std::fs::read_to_string(path.join(language).with_extension("txt")).unwrap();
        let lines: Vec<(bool, &str)> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| (line.starts_with('-'), &line[2..]))
            .collect();
        let body: Vec<String> = lines.iter().map(|(_, line)| format!("{prose}\n{line}\n")).collect();
        let facts = Facts::of(&format!("{}{prose}\n", body.concat()), None, None);
        let found: Vec<&str> = pieces(&facts).into_iter().map(|(_, line)| line).collect();
        let lost: Vec<&&str> =
            lines.iter().filter(|(out, line)| !out && found.contains(line)).map(|(_, line)| line).collect();
        assert!(lost.is_empty(), "{language}: {lost:#?}");
        let out = lines.iter().filter(|(out, _)| *out).count();
        let kept_in: Vec<&&str> =
            lines.iter().filter(|(out, line)| *out && !found.contains(line)).map(|(_, line)| line).collect();
        assert!(kept_in.len() as f64 <= out as f64 * (1.0 - KNOWN_ANYWHERE), "{language}: {kept_in:#?}");
    }
}

#[test]
fn place_tells_what_stands_around_the_prose() {
    let facts = Facts::of(
        "\
PERISTIWA
Jembatan Gantung di Lahat Putus Diterjang Banjir
Wahyu Ramadhan
9 Juli 2025, 08:15
Jembatan Gantung di Lahat Putus Diterjang Banjir
Sebuah jembatan gantung di Kabupaten Lahat putus diterjang banjir pada Selasa malam.
Penyebab masih diselidiki
Warga kini menyeberang dengan rakit bambu buatan sendiri.
Lihat Juga
Longsor Menutup Jalan Lintas Tengah Sumatera
Harga Durian Lahat Naik
Lahat
banjir bandang
",
        None,
        None,
    );
    assert_eq!(
        pieces(&facts),
        [
            (Navigation, "PERISTIWA"),
            (Byline, "Wahyu Ramadhan"),
            (PublicationLine, "9 Juli 2025, 08:15"),
            (Repeat, "Jembatan Gantung di Lahat Putus Diterjang Banjir"),
            (Link, "Lihat Juga"),
            (Link, "Longsor Menutup Jalan Lintas Tengah Sumatera"),
            (Link, "Harga Durian Lahat Naik"),
            (Link, "Lahat"),
            (Link, "banjir bandang"),
        ]
    );
}

#[test]
fn tags_and_captions_without_a_word_of_theirs() {
    let facts = Facts::of(
        "\
Bridge swept away in Nord
Rina Vos/Delta Press
The footbridge at Aulnoye after the flood.
AULNOYE, France (DP) — A footbridge was swept away in northern France on Tuesday night.
Nobody was hurt.
Floods
Nord
",
        None,
        None,
    );
    assert_eq!(
        pieces(&facts),
        [
            (Byline, "Rina Vos/Delta Press"),
            (Caption, "The footbridge at Aulnoye after the flood."),
            (FurnitureKind::Dateline, "AULNOYE, France (DP) —"),
            (Tags, "Floods"),
            (Tags, "Nord"),
        ]
    );
}

#[test]
fn what_is_handed_in_alone_is_read() {
    for line in ["Baca juga: Jadwal Kapal Pelni", "SENATE TO VOTE ON THURSDAY AFTER DELAY", "Published: 12 July 2025"] {
        assert_eq!(pieces(&Facts::of(line, None, None)), [], "{line}");
    }
}

#[test]
fn head_and_tail_keep_what_is_told_and_leave_out_who_tells_it() {
    let facts = Facts::of(
        "\
Revealed: mill town's water was tested once in nine years
Exclusive: documents suggest inspectors were told to stay away from the river
Lena Marsh and Tom Abara in Halvick
Northern correspondents, environment desk
Wed 6 Aug 2025 12.00 BST
The water of a mill town was tested once in nine years, documents show.
Residents said that they had asked for tests since 2019.
Sign up to Morning Ledger
A short letter that breaks down the key stories of the day and tells why they matter
Privacy Notice: Newsletters may contain content funded by outside parties.
The council declined to comment on the documents.
The Ledger's river coverage receives financial support from two foundations.
",
        None,
        None,
    );
    let found = pieces(&facts);
    let expected = [
        (Byline, "Lena Marsh and Tom Abara in Halvick"),
        (Byline, "Northern correspondents, environment desk"),
        (PublicationLine, "Wed 6 Aug 2025 12.00 BST"),
        (Advert, "Sign up to Morning Ledger"),
        (Advert, "A short letter that breaks down the key stories of the day and tells why they matter"),
        (Notice, "Privacy Notice: Newsletters may contain content funded by outside parties."),
        (Notice, "The Ledger's river coverage receives financial support from two foundations."),
    ];
    assert_eq!(found, expected);
}

use jiff::civil::date;
use proptest::prelude::*;

use super::metadata::Metadata;
use super::plain::{NotText, decode, paragraphs};
use super::{Overrides, Source, plain, read};
use crate::assets::COMMISSIONED_ARTICLE;
use crate::model::{Article, DateOrigin, Published, Span};
use crate::text::sanitise;

#[track_caller]
fn check_paragraphs(text: &str, expected: &[&str]) {
    let (body, spans) = paragraphs(text);
    let found: Vec<&str> = spans.iter().map(|span| span.of(&body)).collect();
    assert_eq!(found, expected);
    assert_eq!(body, expected.join("\n"));
}

#[test]
fn a_line_is_a_paragraph() {
    check_paragraphs("", &[]);
    check_paragraphs("\n \n", &[]);
    check_paragraphs(" Satu. \n\n\nDua.\nTiga.", &["Satu.", "Dua.", "Tiga."]);
    check_paragraphs(
        "Presiden tiba di bandara pada Selasa pagi, kata juru bicaranya.\nIa dijemput oleh gubernur.",
        &["Presiden tiba di bandara pada Selasa pagi, kata juru bicaranya.", "Ia dijemput oleh gubernur."],
    );
}

#[test]
fn wrapped_text_is_unwrapped() {
    let text = "\
Gempa mengguncang kota itu
================================

Sebuah gempa berkekuatan 5,4 mengguncang wilayah pesisir
pada Senin malam dan membuat warga berlarian keluar dari
rumah mereka.
Tidak ada laporan kerusakan, kata badan penanggulangan
bencana setempat, yang tetap meminta warga waspada.

- posko pertama dibuka di alun-alun kota sejak semalam
- posko kedua dibuka di dekat pelabuhan lama
";
    check_paragraphs(
        text,
        &[
            "Gempa mengguncang kota itu",
            "================================",
            "Sebuah gempa berkekuatan 5,4 mengguncang wilayah pesisir pada Senin malam dan membuat warga \
             berlarian keluar dari rumah mereka.",
            "Tidak ada laporan kerusakan, kata badan penanggulangan bencana setempat, yang tetap meminta warga waspada.",
            "- posko pertama dibuka di alun-alun kota sejak semalam",
            "- posko kedua dibuka di dekat pelabuhan lama",
        ],
    );
}

#[test]
fn lines_that_were_not_wrapped_stay_lines() {
    check_paragraphs(
        "Warga diminta waspada setelah gempa semalam di pesisir\nHarga beras naik lagi",
        &["Warga diminta waspada setelah gempa semalam di pesisir", "Harga beras naik lagi"],
    );
    check_paragraphs(
        "Aku ini binatang jalang\nDari kumpulannya terbuang",
        &["Aku ini binatang jalang", "Dari kumpulannya terbuang"],
    );
}

#[test]
fn bytes_that_are_not_text_say_where() {
    assert_eq!(decode(b"\xEF\xBB\xBFKim"), Ok("Kim".into()));
    assert_eq!(decode(b"Kim\xE9 tiba"), Err(NotText::NotUtf8 { offset: 3 }));
    assert_eq!(decode(b"PK\x03\x04\0"), Err(NotText::Binary { offset: 4 }));
    assert_eq!(decode(b"\xFF\xFEK\0i\0m\0"), Ok("Kim".into()));
    assert_eq!(decode(b"\xFF\xFEK\0i"), Err(NotText::NotUtf8 { offset: 0 }));
    assert_eq!(decode(b"\xFF\xFE\0\0K\0\0\0"), Err(NotText::Binary { offset: 2 }));
    assert_eq!(decode(b"<?xml encoding='latin1'?>Ren\xE9"), Ok("<?xml encoding='latin1'?>René".into()));
}

#[test]
fn the_commissioned_article_comes_with_its_metadata() {
    let article = read(&Source::Embedded(COMMISSIONED_ARTICLE), &Overrides::default()).unwrap();
    assert_eq!(article.outlet.as_deref(), Some("KOMPAS.com"));
    assert_eq!(article.language.as_deref(), Some("id"));
    assert_eq!(article.place.as_deref(), Some("PYONGYANG"));
    assert_eq!(article.published, Some(Published { date: date(2025, 7, 13), origin: DateOrigin::Metadata }));
    assert_eq!(article.paragraphs.len(), 20);
    assert!(article.paragraphs[0].of(&article.body).starts_with("PYONGYANG, KOMPAS.com - Pemimpin"));
}

#[test]
fn the_reader_overrides_the_metadata() {
    let overrides = Overrides { published: Some(date(2024, 2, 29)), language: Some("en".to_owned()) };
    let article = read(&Source::Embedded(COMMISSIONED_ARTICLE), &overrides).unwrap();
    assert_eq!(article.published, Some(Published { date: date(2024, 2, 29), origin: DateOrigin::Reader }));
    assert_eq!(article.language.as_deref(), Some("en"));
}

#[test]
fn a_date_may_be_written_as_toml_or_text() {
    for written in ["2025-07-13", "2025-07-13T08:30:00+07:00", "\"2025-07-13\"", "\"2025-07-13T08:30:00Z\""] {
        let article = Metadata::parse("a.toml", &format!("published = {written}")).unwrap().over(Article::default());
        assert_eq!(article.published.map(|it| it.date), Some(date(2025, 7, 13)), "{written}");
    }
}

#[test]
fn a_mistake_in_metadata_names_file_line_and_problem() {
    let cases = [
        ("outlet = \"A\"\nauthor = \"B\"", 2, "unknown field `author`"),
        (
            "outlet = \"A\"\n\npublished = \"kemarin\"",
            3,
            "expected a date like 2025-07-13 in `published`, but found `kemarin`",
        ),
        ("published = 13", 1, "expected a date in `published`, but found integer"),
        ("outlet = ", 1, "expected"),
        ("title = [1]", 1, "invalid type"),
    ];
    for (text, line, problem) in cases {
        let error = Metadata::parse("a.toml", text).unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("a.toml", line), "{error}");
        assert!(error.problem.contains(problem), "{error}");
    }
}

#[test]
fn metadata_cannot_steer_the_terminal() {
    let article =
        Metadata::parse("a.toml", r#"title = "\u001b]0;pwn\u0007Judul\n kedua""#).unwrap().over(Article::default());
    assert_eq!(article.title.as_deref(), Some("Judul kedua"));
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            paragraphs(&sanitise::clean(&text));
        }
    }

    #[test]
    fn paragraphs_cover_the_body_and_lose_no_word(text in "([a-c]{1,9}[ .\n]{1,2}){0,60}") {
        let (body, spans) = paragraphs(&text);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&body), words(&text));
        let mut next = 0;
        for (index, span) in spans.iter().enumerate() {
            prop_assert_eq!(span.start, if index == 0 { 0 } else { next + 1 });
            prop_assert_eq!(span.trim(&body), *span);
            prop_assert!(!span.is_empty());
            next = span.end;
        }
        prop_assert_eq!(next, body.len());
        let whole = Span::new(0, body.len());
        prop_assert_eq!(whole.of(&body).lines().count(), spans.len());
    }
}

#[test]
fn paragraphs_are_the_same_where_they_stand() {
    let wrapped = "Presiden menerima tamu dari tiga negara pada\nSabtu pagi, kata juru bicara istana dalam\nketerangan tertulis yang dibagikan kepada para\nwartawan di halaman.\n\n  Lalu hujan.\r\n";
    for text in [wrapped, "Satu.\nDua.\n\n Tiga. \n", ""] {
        let (body, clean) = plain::paragraphs(text);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let clean: Vec<_> = clean.iter().map(|span| words(span.of(&body))).collect();
        let verbatim: Vec<_> = plain::spans(text).iter().map(|span| words(span.of(text))).collect();
        assert_eq!(verbatim, clean, "{text:?}");
    }
}

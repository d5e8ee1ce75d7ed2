//! The compiled gazetteer against the lists that it is made from.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use linimasa::assets;
use linimasa::lang::gazetteer::{Entry, Role, SOURCES, entries, freeze};
use linimasa::lang::{Gazetteer, Packs, PlaceKind, WordId};
use linimasa::model::Span;
use linimasa::text::token::tokenise;

const AGAIN: &str = "run `cargo run --release --example build_gazetteer`";

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap_or_else(|errors| panic!("{errors:#?}")));

/// The place whose adjective or people `text` begins with: its country, and what it is called in English.
fn demonym(text: &str) -> Option<(&'static str, &'static str)> {
    let mut tokens = Vec::new();
    tokenise(text, Span::new(0, text.len()), &mut tokens);
    let words: Vec<WordId> = tokens.iter().map(|token| PACKS.words.find(token.span().of(text))).collect();
    let (_, name) = PACKS.gazetteer.demonym(&words)?;
    let record = PACKS.gazetteer.record(name.record);
    Some((record.place?.country, PACKS.gazetteer.name_in(name.record, "en").unwrap_or(record.name)))
}

/// The entries of one list.
fn list(name: &str) -> Vec<Entry> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    entries(name, &text).unwrap()
}

fn compiled() -> &'static [u8] {
    assets::get("gazetteer.bin").unwrap()
}

#[test]
fn the_compiled_file_is_what_the_lists_say() {
    let (gazetteer, _) = Gazetteer::load(compiled()).unwrap();
    let all: Vec<Entry> = SOURCES.into_iter().flat_map(list).collect();
    assert!(freeze(gazetteer.pack_words(), &all).unwrap() == compiled(), "assets/gazetteer.bin is stale; {AGAIN}");
}

/// The words of the packs are in the file for speed alone: a pack may change without it, but not for ever.
#[test]
fn the_compiled_file_has_nearly_all_words_of_the_packs() {
    let packs = Packs::embedded().unwrap();
    let (added, known) = (packs.words.added(), packs.gazetteer.pack_words().count());
    assert!(added * 20 < known, "{added} words of the packs are not in assets/gazetteer.bin; {AGAIN}");
}

#[test]
fn adjectives_of_places_say_which_place_is_meant() {
    for (text, expected) in [
        ("Russian troops", Some(("RU", "Russia"))),
        ("South Koreans voted", Some(("KR", "South Korea"))),
        ("Papua New Guinean coffee", Some(("PG", "Papua New Guinea"))),
        ("Bissau-Guinean soldiers", Some(("GW", "Guinea-Bissau"))),
        ("Chechen fighters", Some(("RU", "Chechnya"))),
        ("Russia attacked", None),
        ("soldiers", None),
    ] {
        assert_eq!(demonym(text), expected, "{text}");
    }
}

/// Where nobody lives, or a larger country has the same one (`countries.toml` tells).
const WITHOUT_DEMONYM: [&str; 8] = ["DM", "CG", "VA", "TF", "BV", "HM", "GS", "UM"];

#[test]
fn every_country_has_two_names_and_a_demonym() {
    let mut countries = 0;
    for entry in list("countries.toml") {
        let Some(place) = entry.place.filter(|place| place.kind == PlaceKind::Country) else { continue };
        countries += 1;
        assert!(["id", "en"].iter().all(|code| entry.localised.contains_key(*code)), "{}", entry.name);
        let demonym = entry.forms.iter().any(|form| form.role == Role::Demonym);
        assert!(demonym != WITHOUT_DEMONYM.contains(&place.country.as_str()), "{}", entry.name);
    }
    // ISO 3166-1 has 249, of which one is a continent in another list; Kosovo has a code of its own.
    assert_eq!(countries, 249);
}

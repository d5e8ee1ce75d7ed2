//! The compiled gazetteer against the lists that it is made from.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use linimasa::assets;
use linimasa::lang::gazetteer::{Entry, NameWords, Role, SOURCES, entries, freeze};
use linimasa::lang::{Gazetteer, PlaceKind, WordId, fold};
use linimasa::model::Span;
use linimasa::text::token::tokenise;

use crate::PACKS;

const AGAIN: &str = "run `cargo run --release --example build_gazetteer`";

/// The place whose adjective or people `text` begins with: its country, and what it is called in English.
fn demonym(text: &str) -> Option<(&'static str, &'static str)> {
    let mut tokens = Vec::new();
    tokenise(text, Span::new(0, text.len()), &mut tokens);
    let words: Vec<WordId> = tokens.iter().map(|token| PACKS.words.find(token.span().of(text))).collect();
    let (_, name) = PACKS.gazetteer.demonym(&words)?;
    let record = PACKS.gazetteer.record(name.record);
    Some((record.place?.country, PACKS.gazetteer.name_in(name.record, "en").unwrap_or(record.name)))
}

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The entries of one list.
fn list(name: &str) -> Vec<Entry> {
    entries(name, &text(name)).unwrap()
}

fn compiled() -> &'static [u8] {
    assets::get("gazetteer.bin").unwrap()
}

#[test]
fn the_compiled_file_is_what_the_lists_say() {
    let (gazetteer, _) = Gazetteer::load(compiled()).unwrap();
    let all: Vec<Entry> = SOURCES.into_iter().flat_map(list).collect();
    let people = NameWords::parse(&text("given-names.txt"), &text("family-names.txt"));
    assert!(
        freeze(gazetteer.pack_words(), &all, &people).unwrap() == compiled(),
        "assets/gazetteer.bin is stale; {AGAIN}"
    );
}

/// The words of the packs are in the file for speed alone: a pack may change without it, but not for ever.
#[test]
fn the_compiled_file_has_nearly_all_words_of_the_packs() {
    let (added, known) = (PACKS.words.added(), PACKS.gazetteer.pack_words().count());
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

#[test]
fn indonesia_has_all_its_provinces_regencies_and_cities() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/places.toml");
    let places: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let text = |place: &toml::Value, key: &str| place.get(key).and_then(toml::Value::as_str).unwrap_or("").to_owned();
    for (kind, expected) in [("province", 38), ("regency", 416), ("city", 98)] {
        let all = places["place"].as_array().unwrap().iter();
        let found: Vec<_> = all.filter(|it| text(it, "kind") == kind && text(it, "country") == "ID").collect();
        assert_eq!(found.len(), expected, "{kind}");
        for place in found {
            assert!(place.get("lat").is_some() && place.get("lon").is_some(), "{}", text(place, "name"));
        }
    }
}

#[test]
fn places_lie_on_the_globe_and_in_a_country_of_the_list() {
    let places: Vec<Entry> = ["countries.toml", "places.toml", "cities.tsv"].into_iter().flat_map(list).collect();
    let country = |entry: &Entry| entry.place.as_ref().map_or_else(String::new, |place| place.country.clone());
    let known: HashSet<String> = list("countries.toml").iter().map(country).collect();
    for entry in &places {
        let place = entry.place.as_ref().unwrap();
        // What lies in several countries has none.
        assert!(place.country.is_empty() || known.contains(&place.country), "{}", entry.name);
        let lies = |(lat, lon): (f32, f32)| lat.abs() <= 90.0 && lon.abs() <= 180.0;
        assert!(place.coordinates.is_none_or(lies), "{}", entry.name);
    }
}

/// Forms that lead to several things, which only their spelling tells apart: 'IMO' and the platform 'imo'.
const TOLD_APART_BY_CASE: [&str; 3] = ["imo", "nis", "oki"];

/// Two entries that may have one form: a place, and a place within it. 'Singapura' is a country and its capital.
fn may_share(one: &Entry, other: &Entry) -> bool {
    let country = |entry: &Entry| entry.place.as_ref().map(|place| place.country.clone());
    country(one).is_some() && country(one) == country(other)
}

#[test]
fn a_name_an_alias_or_a_domain_leads_to_one_thing() {
    let all: Vec<(&str, Entry)> =
        SOURCES.into_iter().flat_map(|name| list(name).into_iter().map(move |entry| (name, entry))).collect();
    let mut leads: HashMap<String, &(&str, Entry)> = HashMap::new();
    let mut twice = Vec::new();
    for thing in &all {
        let names = thing.1.forms.iter().filter(|form| form.role == Role::Name);
        let forms: BTreeSet<String> = names.map(|form| fold(&form.text).into_owned()).collect();
        for form in forms.into_iter().filter(|form| !TOLD_APART_BY_CASE.contains(&form.as_str())) {
            let Some(other) = leads.insert(form.clone(), thing) else { continue };
            if !may_share(&other.1, &thing.1) {
                twice.push(format!("`{form}`: {} in {}, {} in {}", other.1.name, other.0, thing.1.name, thing.0));
            }
        }
    }
    assert!(twice.is_empty(), "\n{}", twice.join("\n"));
    assert!(list("outlets.toml").len() >= 400);
}

#[test]
fn countries_are_called_by_their_names_in_the_reader_s_language() {
    for (code, language, expected) in [
        ("ID", "en", Some("Indonesia")),
        ("JP", "id", Some("Jepang")),
        ("DE", "id", Some("Jerman")),
        ("DE", "en", Some("Germany")),
        ("TL", "id", Some("Timor Leste")),
        ("QQ", "en", None),
        ("", "id", None),
    ] {
        assert_eq!(linimasa::lang::country_name(code, language).as_deref(), expected, "{code} in {language}");
    }
}

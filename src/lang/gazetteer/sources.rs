//! The lists in `assets` as entries. The program carries the compiled gazetteer and not these lists; they are read where
//! it is compiled, and a reader's own list of outlets is read when the program starts.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::PlaceKind;
use super::entry::{Entry, PlaceEntry, Role};
use super::{cities, outlets};
use crate::model::EntityKind;

/// The lists, in the order in which their entries are numbered: where one form leads to several things, the first counts.
pub const SOURCES: [&str; 10] = [
    "outlets.toml",
    "platforms.toml",
    "countries.toml",
    "places.toml",
    "cities.tsv",
    "things.txt",
    "organisations.toml",
    "people.toml",
    "bodies.txt",
    "towns.txt",
];

/// A list that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{file}: {message}")]
pub struct SourceError {
    pub file: String,
    pub message: String,
}

/// The entries of `text`, which is the list called `file`.
///
/// # Errors
/// When it is no such list, or `file` is none of [`SOURCES`].
pub fn entries(file: &str, text: &str) -> Result<Vec<Entry>, SourceError> {
    match file {
        "outlets.toml" => outlets::entries(file, text),
        "platforms.toml" => list(file, text, |list: PlatformsFile| list.platform.into_iter().map(platform).collect()),
        "countries.toml" => {
            list(file, text, |list: CountriesFile| list.country.into_iter().flat_map(country).collect())
        }
        "places.toml" => list(file, text, |list: PlacesFile| list.place.into_iter().map(place).collect()),
        "cities.tsv" => cities::entries(file, text),
        "things.txt" => Ok(plain(EntityKind::Other, text)),
        "bodies.txt" => Ok(plain(EntityKind::Organisation, text)),
        "towns.txt" => Ok(plain(EntityKind::Place, text)),
        "organisations.toml" => {
            list(file, text, |list: OrganisationsFile| list.organisation.into_iter().map(organisation).collect())
        }
        "people.toml" => list(file, text, |list: PeopleFile| list.person.into_iter().map(person).collect()),
        _ => Err(SourceError { file: file.to_owned(), message: "expected a list of the gazetteer".to_owned() }),
    }
}

fn list<T: DeserializeOwned>(
    file: &str,
    text: &str,
    entries: impl FnOnce(T) -> Vec<Entry>,
) -> Result<Vec<Entry>, SourceError> {
    let error = |error: toml::de::Error| SourceError { file: file.to_owned(), message: error.to_string() };
    toml::from_str(text).map(entries).map_err(error)
}

/// A list of nothing but names: between semicolons, other ways to write one behind an equals sign.
fn plain(kind: EntityKind, text: &str) -> Vec<Entry> {
    let lines = text.lines().filter(|line| !line.starts_with("# "));
    lines.flat_map(|line| line.split("; ")).map(|name| Entry::new(kind, name.split(" = "))).collect()
}

type ByLanguage<T> = BTreeMap<String, T>;

/// `platforms.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlatformsFile {
    /// When the list was known to be right: `YYYY-MM`; for whoever reads the file, as in the lists below.
    #[serde(rename = "as_of")]
    _as_of: String,
    platform: Vec<PlatformFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlatformFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    risky: Vec<String>,
}

fn platform(platform: PlatformFile) -> Entry {
    named(EntityKind::Platform, &platform.name, platform.aliases.iter().chain(&platform.domains), &platform.risky)
}

/// `countries.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountriesFile {
    #[serde(rename = "as_of")]
    _as_of: String,
    country: Vec<CountryFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    code: String,
    name: ByLanguage<String>,
    #[serde(default)]
    aliases: ByLanguage<Vec<String>>,
    #[serde(default)]
    abbreviations: ByLanguage<Vec<String>>,
    #[serde(default)]
    demonyms: ByLanguage<Vec<String>>,
    #[serde(default)]
    risky: Vec<String>,
    capital: Option<CapitalFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CapitalFile {
    id: String,
    en: String,
    #[serde(default)]
    aliases: Vec<String>,
    lat: Option<f32>,
    lon: Option<f32>,
}

/// A country, and its capital if it has one.
fn country(country: CountryFile) -> Vec<Entry> {
    let forms = country.aliases.values().chain(country.abbreviations.values()).flatten();
    let names = country.name.values().chain(forms).map(String::as_str);
    let mut entry = Entry::new(EntityKind::Place, names);
    country.demonyms.values().flatten().for_each(|demonym| entry.add_form(demonym, Role::Demonym));
    entry.mark_risky(&country.risky);
    entry.localised = country.name;
    entry.place = Some(PlaceEntry { kind: PlaceKind::Country, country: country.code.clone(), coordinates: None });
    [entry].into_iter().chain(country.capital.map(|it| capital(it, country.code, &country.risky))).collect()
}

fn capital(capital: CapitalFile, country: String, risky: &[String]) -> Entry {
    let aliases = [&capital.id].into_iter().chain(&capital.aliases);
    let mut entry = named(EntityKind::Place, &capital.en, aliases, risky);
    entry.localised = [("id", capital.id), ("en", capital.en)].map(|(code, name)| (code.to_owned(), name)).into();
    entry.place = Some(PlaceEntry { kind: PlaceKind::Capital, country, coordinates: capital.lat.zip(capital.lon) });
    entry
}

/// `places.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    #[serde(rename = "as_of")]
    _as_of: String,
    place: Vec<PlaceFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    demonyms: Vec<String>,
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(default)]
    country: String,
    lat: Option<f32>,
    lon: Option<f32>,
    #[serde(default)]
    risky: Vec<String>,
}

fn place(place: PlaceFile) -> Entry {
    let mut entry = named(EntityKind::Place, &place.name, &place.aliases, &[]);
    place.demonyms.iter().for_each(|demonym| entry.add_form(demonym, Role::Demonym));
    entry.mark_risky(&place.risky);
    let coordinates = place.lat.zip(place.lon);
    entry.place = Some(PlaceEntry { kind: PlaceKind::Other, country: place.country, coordinates });
    entry
}

/// `organisations.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationsFile {
    #[serde(rename = "as_of")]
    _as_of: String,
    organisation: Vec<OrganisationFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default, rename = "country")]
    _country: String,
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(default)]
    risky: Vec<String>,
}

fn organisation(organisation: OrganisationFile) -> Entry {
    named(EntityKind::Organisation, &organisation.name, &organisation.aliases, &organisation.risky)
}

/// `people.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    #[serde(rename = "as_of")]
    _as_of: String,
    person: Vec<PersonFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    /// What a language calls somebody whose title is translated: 'Queen Camilla'.
    #[serde(default)]
    called: ByLanguage<String>,
    #[serde(default, rename = "role")]
    _role: ByLanguage<String>,
    #[serde(default, rename = "country")]
    _country: String,
    #[serde(default)]
    risky: Vec<String>,
}

fn person(person: PersonFile) -> Entry {
    let mut entry = named(EntityKind::Person, &person.name, &person.aliases, &person.risky);
    entry.localised = person.called;
    entry
}

/// Something that is called `name`, and known by `aliases` too.
fn named<'n>(
    kind: EntityKind,
    name: &'n str,
    aliases: impl IntoIterator<Item = &'n String>,
    risky: &[String],
) -> Entry {
    let mut entry = Entry::new(kind, [name].into_iter().chain(aliases.into_iter().map(String::as_str)));
    entry.mark_risky(risky);
    entry
}

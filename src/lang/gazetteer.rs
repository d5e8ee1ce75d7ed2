//! Names that are known before any article is read: outlets, platforms, countries and their capitals,
//! places, organisations and people.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::phrases::Phrases;
use super::words::Words;
use crate::model::{EntityKind, OutletFacts};

/// The place of a record in the gazetteer.
pub type RecordId = u32;

/// All records, and the names that lead to them.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub records: Vec<Record>,
    pub names: Phrases<RecordName>,
}

/// One way to write the name of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordName {
    pub record: RecordId,
    /// For an abbreviation, the only spelling that counts: 'AS' is a country, 'as' is not.
    pub exact: Option<Box<str>>,
}

/// One thing that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub kind: EntityKind,
    /// The name where an article's language has no other.
    pub name: String,
    /// Names by language code.
    pub localised: BTreeMap<String, String>,
    pub outlet: Option<OutletFacts>,
    pub place: Option<Place>,
}

impl Record {
    /// The canonical name in a language.
    pub fn name_in(&self, code: &str) -> &str {
        self.localised.get(code).unwrap_or(&self.name)
    }
}

/// What is known of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub kind: PlaceKind,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// Degrees north and east.
    pub coordinates: Option<(f32, f32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Country,
    Capital,
    Other,
}

impl Gazetteer {
    /// Adds a record and returns where it went.
    pub(crate) fn add(&mut self, record: Record) -> RecordId {
        self.records.push(record);
        (self.records.len() - 1) as RecordId
    }

    /// Makes `name` lead to `record`, however it is cased; a name in capitals alone only as it is written.
    pub(crate) fn name(&mut self, words: &mut Words, name: &str, record: RecordId) {
        let is_abbreviation = name.chars().count() <= 5 && name.chars().all(|c| c.is_uppercase());
        let exact = is_abbreviation.then(|| name.into());
        self.names.insert(words, name, RecordName { record, exact });
    }
}

/// `outlets.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutletsFile {
    /// When the list was known to be right: `YYYY-MM`; for whoever reads the file.
    #[serde(rename = "as_of")]
    _as_of: String,
    outlet: Vec<OutletFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutletFile {
    name: String,
    aliases: Vec<String>,
    domains: Vec<String>,
    country: String,
    #[serde(rename = "languages")]
    _languages: Vec<String>,
    kind: String,
    #[serde(default)]
    state_owned: bool,
}

/// `platforms.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlatformsFile {
    #[serde(default, rename = "as_of")]
    _as_of: Option<String>,
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
    /// Names too short to be believed without a cue word; left out.
    #[serde(default, rename = "risky")]
    _risky: Vec<String>,
}

/// `countries.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountriesFile {
    #[serde(default, rename = "as_of")]
    _as_of: Option<String>,
    country: Vec<CountryFile>,
}

type ByLanguage<T> = BTreeMap<String, T>;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    code: String,
    name: ByLanguage<String>,
    #[serde(default)]
    aliases: ByLanguage<Vec<String>>,
    #[serde(default)]
    abbreviations: ByLanguage<Vec<String>>,
    #[serde(default, rename = "demonyms")]
    _demonyms: ByLanguage<Vec<String>>,
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

/// `places.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlacesFile {
    #[serde(default, rename = "as_of")]
    _as_of: Option<String>,
    place: Vec<PlaceFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(default)]
    country: String,
    lat: Option<f32>,
    lon: Option<f32>,
}

/// `organisations.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationsFile {
    #[serde(default, rename = "as_of")]
    _as_of: Option<String>,
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
}

impl Gazetteer {
    pub(crate) fn add_outlets(&mut self, file: OutletsFile, words: &mut Words) {
        for outlet in file.outlet {
            let facts = OutletFacts { category: outlet.kind, country: outlet.country, state_owned: outlet.state_owned };
            let mut record = plain(EntityKind::Outlet, &outlet.name);
            record.outlet = Some(facts);
            let id = self.add(record);
            let names = [&outlet.name].into_iter().chain(&outlet.aliases).chain(&outlet.domains);
            names.for_each(|name| self.name(words, name, id));
        }
    }

    pub(crate) fn add_platforms(&mut self, file: PlatformsFile, words: &mut Words) {
        for platform in file.platform {
            let id = self.add(plain(EntityKind::Platform, &platform.name));
            let names = [&platform.name].into_iter().chain(&platform.aliases).chain(&platform.domains);
            names.for_each(|name| self.name(words, name, id));
        }
    }

    pub(crate) fn add_countries(&mut self, file: CountriesFile, words: &mut Words) {
        for country in file.country {
            let place = Place { kind: PlaceKind::Country, country: country.code.clone(), coordinates: None };
            let id = self.add(Record {
                localised: country.name.clone(),
                place: Some(place),
                ..plain(EntityKind::Place, "")
            });
            let lists = country.aliases.values().chain(country.abbreviations.values()).flatten();
            country.name.values().chain(lists).for_each(|name| self.name(words, name, id));
            if let Some(capital) = country.capital {
                self.add_capital(capital, country.code, words);
            }
        }
    }

    fn add_capital(&mut self, capital: CapitalFile, country: String, words: &mut Words) {
        let localised = [("id", &capital.id), ("en", &capital.en)];
        let place = Place { kind: PlaceKind::Capital, country, coordinates: capital.lat.zip(capital.lon) };
        let id = self.add(Record {
            localised: localised.map(|(code, name)| (code.to_owned(), name.clone())).into(),
            place: Some(place),
            ..plain(EntityKind::Place, &capital.en)
        });
        let mut names = vec![&capital.id, &capital.en];
        names.extend(&capital.aliases);
        names.dedup();
        names.into_iter().for_each(|name| self.name(words, name, id));
    }

    pub(crate) fn add_places(&mut self, file: PlacesFile, words: &mut Words) {
        for place in file.place {
            let facts = Place { kind: PlaceKind::Other, country: place.country, coordinates: place.lat.zip(place.lon) };
            let id = self.add(Record { place: Some(facts), ..plain(EntityKind::Place, &place.name) });
            [&place.name].into_iter().chain(&place.aliases).for_each(|name| self.name(words, name, id));
        }
    }

    pub(crate) fn add_organisations(&mut self, file: OrganisationsFile, words: &mut Words) {
        for organisation in file.organisation {
            let id = self.add(plain(EntityKind::Organisation, &organisation.name));
            [&organisation.name].into_iter().chain(&organisation.aliases).for_each(|name| self.name(words, name, id));
        }
    }
}

fn plain(kind: EntityKind, name: &str) -> Record {
    Record { kind, name: name.to_owned(), localised: BTreeMap::new(), outlet: None, place: None }
}

//! Names that are known before any article is read: outlets, platforms, countries and their capitals,
//! places, organisations and people.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::phrases::Phrases;
use super::words::{WordId, Words};
use crate::model::{EntityKind, OutletFacts};

/// The place of a record in the gazetteer.
pub type RecordId = u32;

/// All records, and the names that lead to them.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub records: Vec<Record>,
    pub names: Phrases<RecordName>,
    /// Words of the names of people, each a given name or a family name of other people too.
    pub name_parts: FxHashSet<WordId>,
}

/// One way to write the name of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordName {
    pub record: RecordId,
    /// For an abbreviation, the only spelling that counts: 'AS' is a country, 'as' is not.
    pub exact: Option<Box<str>>,
    /// Whether it is an ordinary word or another name too, so that it counts only beside a cue.
    pub risky: bool,
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
    fn add(&mut self, record: Record) -> RecordId {
        self.records.push(record);
        (self.records.len() - 1) as RecordId
    }

    /// Makes each of `names` lead to `record`, however it is cased; a short one in capitals only as it is written.
    /// Those that are also `risky` need a cue beside them.
    fn name<'n>(
        &mut self,
        words: &mut Words,
        record: RecordId,
        names: impl Iterator<Item = &'n String>,
        risky: &[String],
    ) {
        for name in names {
            let is_abbreviation = name.chars().count() <= 5 && name.chars().all(char::is_uppercase);
            let exact = is_abbreviation.then(|| name.as_str().into());
            let risky = risky.contains(name);
            self.names.insert(words, name, RecordName { record, exact, risky });
        }
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
    #[serde(default)]
    risky: Vec<String>,
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
    #[serde(default)]
    risky: Vec<String>,
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
    #[serde(default)]
    risky: Vec<String>,
}

/// `people.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeopleFile {
    #[serde(default, rename = "as_of")]
    _as_of: Option<String>,
    person: Vec<PersonFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default, rename = "role")]
    _role: ByLanguage<String>,
    #[serde(default, rename = "country")]
    _country: String,
    #[serde(default)]
    risky: Vec<String>,
}

impl Gazetteer {
    pub(crate) fn add_outlets(&mut self, file: OutletsFile, words: &mut Words) {
        for outlet in file.outlet {
            let facts = OutletFacts { category: outlet.kind, country: outlet.country, state_owned: outlet.state_owned };
            let mut record = plain(EntityKind::Outlet, &outlet.name);
            record.outlet = Some(facts);
            let id = self.add(record);
            let names = [&outlet.name].into_iter().chain(&outlet.aliases).chain(&outlet.domains);
            self.name(words, id, names, &[]);
        }
    }

    pub(crate) fn add_platforms(&mut self, file: PlatformsFile, words: &mut Words) {
        for platform in file.platform {
            let id = self.add(plain(EntityKind::Platform, &platform.name));
            let names = [&platform.name].into_iter().chain(&platform.aliases).chain(&platform.domains);
            self.name(words, id, names, &platform.risky);
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
            self.name(words, id, country.name.values().chain(lists), &country.risky);
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
        self.name(words, id, names.into_iter(), &[]);
    }

    pub(crate) fn add_places(&mut self, file: PlacesFile, words: &mut Words) {
        for place in file.place {
            let facts = Place { kind: PlaceKind::Other, country: place.country, coordinates: place.lat.zip(place.lon) };
            let id = self.add(Record { place: Some(facts), ..plain(EntityKind::Place, &place.name) });
            self.name(words, id, [&place.name].into_iter().chain(&place.aliases), &place.risky);
        }
    }

    pub(crate) fn add_organisations(&mut self, file: OrganisationsFile, words: &mut Words) {
        for organisation in file.organisation {
            let id = self.add(plain(EntityKind::Organisation, &organisation.name));
            let names = [&organisation.name].into_iter().chain(&organisation.aliases);
            self.name(words, id, names, &organisation.risky);
        }
    }

    pub(crate) fn add_people(&mut self, file: PeopleFile, words: &mut Words) {
        for person in file.person {
            let id = self.add(plain(EntityKind::Person, &person.name));
            self.name(words, id, [&person.name].into_iter().chain(&person.aliases), &person.risky);
            let parts = person.name.split_whitespace().filter(|part| part.starts_with(char::is_uppercase));
            self.name_parts.extend(parts.map(|part| words.intern(part)));
        }
    }
}

fn plain(kind: EntityKind, name: &str) -> Record {
    Record { kind, name: name.to_owned(), localised: BTreeMap::new(), outlet: None, place: None }
}

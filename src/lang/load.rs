//! From embedded files to compiled [`Packs`].

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::guidelines::{self, Guidelines, model_file};
use super::time::{self, Feasts, TimeFile};
use super::{Gazetteer, Grammar, ModelError, Pack, Packs, Phrases, TaggerModel, Words, cues};
use crate::assets;

/// The compiled gazetteer.
const GAZETTEER: &str = "gazetteer.bin";

/// A file of a pack that cannot be used.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("{file}: {message}")]
pub struct PackError {
    pub file: String,
    pub message: String,
}

/// `pack.toml`.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PackFile {
    code: String,
    name: String,
    decimal_mark: char,
    #[serde(default)]
    demonyms: bool,
    #[serde(default)]
    full_names: bool,
    function_words: Vec<String>,
    abbreviations: Vec<String>,
    #[serde(default)]
    counted: Vec<String>,
    grammar: Grammar,
}

/// What the country with this ISO 3166 alpha-2 code is called in a language, by the gazetteer that is part of the program.
pub fn country_name(code: &str, language: &str) -> Option<String> {
    let (gazetteer, _) = Gazetteer::load(assets::get(GAZETTEER)?).ok()?;
    gazetteer.country_name(code, language).map(str::to_owned)
}

impl Packs {
    /// The packs and the gazetteer that are part of the program.
    ///
    /// # Errors
    /// Every file that does not parse or compile; none does in a released program, which a test holds.
    pub fn embedded() -> Result<Packs, Vec<PackError>> {
        Packs::with_models(|_| None)
    }

    /// The same for text that is annotated by guidelines of its own: those of this name, where a language has them, else the
    /// first of [`GUIDELINES`](super::GUIDELINES) that are its.
    ///
    /// # Errors
    /// As for [`Packs::embedded`].
    pub fn annotating(guidelines: Option<&str>) -> Result<Packs, Vec<PackError>> {
        Packs::with_models(|code| guidelines::of(code, guidelines))
    }

    fn with_models(guidelines: impl Fn(&str) -> Option<&'static Guidelines>) -> Result<Packs, Vec<PackError>> {
        let mut packs = Packs::without_models()?;
        for pack in &mut packs.packs {
            pack.guidelines = guidelines(&pack.code);
            let file = model_file(&pack.code, pack.guidelines.map(|guidelines| guidelines.name));
            pack.tagger = tagger(&file).map_err(|error| vec![error])?;
        }
        Ok(packs)
    }

    /// The same without the trained models, for whoever trains them anew: the present ones may be for other features.
    ///
    /// # Errors
    /// As for [`Packs::embedded`].
    pub fn without_models() -> Result<Packs, Vec<PackError>> {
        let error = |message| vec![PackError { file: GAZETTEER.into(), message }];
        let bytes = assets::get(GAZETTEER).ok_or_else(|| error("expected this file among the assets".into()))?;
        let (gazetteer, words) = Gazetteer::load(bytes).map_err(|found| error(found.to_string()))?;
        Ok(Packs { gazetteer, ..Packs::over(words)? })
    }

    /// The packs that are part of the program, over `words` and what they add to them; no gazetteer, no models.
    ///
    /// # Errors
    /// As for [`Packs::embedded`].
    pub fn over(words: Words) -> Result<Packs, Vec<PackError>> {
        let mut packs = Packs { words, ..Packs::default() };
        let feasts = parse("holidays.toml").map_err(|error| vec![error])?;
        let mut errors = Vec::new();
        for code in embedded_codes() {
            match pack(code, &feasts, &mut packs.words) {
                Ok(pack) => packs.packs.push(pack),
                Err(found) => errors.extend(found),
            }
        }
        if errors.is_empty() { Ok(packs) } else { Err(errors) }
    }
}

/// The languages whose folder is among the assets, the first language of the program before the others.
fn embedded_codes() -> Vec<&'static str> {
    let folder = |name: &'static str| name.strip_prefix("languages/")?.strip_suffix("/pack.toml");
    let mut codes: Vec<&str> = assets::FILES.iter().filter_map(|(name, _)| folder(name)).collect();
    codes.sort_by_key(|&code| code != "id");
    codes
}

fn pack(code: &str, feasts: &Feasts, words: &mut Words) -> Result<Pack, Vec<PackError>> {
    let path = |file: &str| format!("languages/{code}/{file}");
    let one = |error| vec![error];
    let head: PackFile = parse(&path("pack.toml")).map_err(one)?;
    let base: TimeFile = parse("languages/base/time.toml").map_err(one)?;
    let times: TimeFile = parse(&path("time.toml")).map_err(one)?;
    let compiled = time::compile(&times.inherit(base), &format!("{code}/time"), head.decimal_mark, feasts, words);
    let time = compiled.map_err(|messages| {
        let error = |message| PackError { file: path("time.toml"), message };
        messages.into_iter().map(error).collect::<Vec<_>>()
    })?;
    let cues = cues::compile(
        &parse(&path("names.toml")).map_err(one)?,
        &parse(&path("attribution.toml")).map_err(one)?,
        &parse(&path("events.toml")).map_err(one)?,
        &parse(&path("furniture.toml")).map_err(one)?,
        words,
    );
    let common = read(&path("common.txt")).map_err(one)?;
    let more = assets::text(&path("words.txt")).unwrap_or_default();
    Ok(Pack {
        code: head.code,
        name: head.name,
        demonyms: head.demonyms,
        full_names: head.full_names,
        function_words: head.function_words.iter().map(|word| words.intern(word)).collect(),
        counted: set(head.counted.iter().map(String::as_str), words),
        abbreviations: set(head.abbreviations.iter().map(String::as_str), words),
        common_words: set(common.lines().filter(|line| !line.starts_with('#')), words),
        more_words: set(more.lines().filter(|line| !line.starts_with('#')), words),
        time,
        cues,
        grammar: head.grammar,
        tagger: None,
        guidelines: None,
    })
}

/// The model of a file; without one, gazetteers and cues find names alone.
fn tagger(name: &str) -> Result<Option<TaggerModel>, PackError> {
    let error = |error: ModelError| PackError { file: name.to_owned(), message: error.to_string() };
    assets::get(name).map(|bytes| TaggerModel::load(bytes).map_err(error)).transpose()
}

fn set<'a>(phrases: impl Iterator<Item = &'a str>, words: &mut Words) -> Phrases<()> {
    let mut set = Phrases::default();
    for phrase in phrases {
        set.insert(words, phrase, ());
    }
    set
}

fn read(name: &str) -> Result<&'static str, PackError> {
    let missing = || PackError { file: name.into(), message: "expected this file among the assets".into() };
    assets::text(name).ok_or_else(missing)
}

fn parse<T: DeserializeOwned>(name: &str) -> Result<T, PackError> {
    let error = |error: toml::de::Error| PackError { file: name.into(), message: error.to_string() };
    toml::from_str(read(name)?).map_err(error)
}

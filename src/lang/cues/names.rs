//! `names.toml`: what words tell of the names beside them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Cues, NameHint};
use crate::lang::words::Words;

/// What a word says of the name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameCue {
    /// A role or rank before a person's name ('Menteri Luar Negeri').
    Title,
    /// A form of address or degree, no part of the name ('Pak', 'Dr').
    Honorific,
    /// The first word of an organisation's name ('Kementerian').
    OrganisationHead,
    /// The last word of an organisation's name ('Party').
    OrganisationTail,
    /// A common noun before a place's name ('wilayah', 'Kota').
    PlaceHead,
    /// The last word of a place's name ('Avenue').
    PlaceTail,
    /// The first word of the name of an event or a law ('Piala', 'Undang-Undang').
    EventHead,
    /// The last word of the name of an event or a law ('Championships', 'Act').
    EventTail,
    /// A preposition that places things ('di').
    PlacePreposition,
    /// A lower-case word within a name ('bin').
    Connector,
    /// A part of 'and' within an organisation's name.
    And,
    /// A noun before a product's name, so that it is no person ('sistem', 'platform').
    Thing,
    /// Written with a capital letter, yet no name of its own ('Barat').
    NotName,
    /// A word for a body of government, which is named with the place that it governs ('Kementerian', 'Polres').
    Government,
    /// A noun before the name of a people or a language, which is written as its place ('bahasa').
    PeopleHead,
}

/// `names.toml`: lists by what they say of a name.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct NamesFile {
    #[serde(default)]
    hints: BTreeMap<NameHint, Vec<String>>,
    /// What the lists have besides, of which the tagger is not told.
    #[serde(default)]
    untold: BTreeMap<NameCue, Vec<String>>,
    #[serde(default)]
    expansions: BTreeMap<String, String>,
    #[serde(flatten)]
    cues: BTreeMap<NameCue, Vec<String>>,
}

/// Adds the lists of a pack to its cues.
pub(super) fn add(cues: &mut Cues, file: &NamesFile, words: &mut Words) {
    cues.expansions.clone_from(&file.expansions);
    for (&cue, list) in &file.cues {
        super::add(&mut cues.names, list, cue, words);
        super::add(&mut cues.told_names, list, cue, words);
    }
    for (&cue, list) in &file.untold {
        super::add(&mut cues.names, list, cue, words);
    }
    for (&hint, list) in &file.hints {
        super::add(&mut cues.name_hints, list, hint, words);
        if hint == NameHint::MatchWord {
            super::add(&mut cues.match_words, list, (), words);
        }
    }
}

//! Language packs and gazetteers: what the program knows of words, as data compiled into tables.
//!
//! A pack is a folder of TOML files that list words and write patterns; it inherits from the base pack. It
//! decides nothing: every condition is a function of `analysis` under a name that the pack chooses.
#![doc = include_str!("ADDING_A_LANGUAGE.md")]

mod cues;
mod detect;
pub mod gazetteer;
mod grammar;
mod guidelines;
mod load;
mod memo;
mod phrases;
mod tagger;
pub mod time;
mod word_table;
mod words;

pub use cues::{
    Cue, Cues, EventCues, EventWord, FurnitureCues, FurnitureMark, FurnitureWord, MarkPlace, NameCue, NameHint,
    StatusCue, Turn,
};
pub use gazetteer::{Gazetteer, Outlet, Place, PlaceKind, Record, RecordId, RecordName};
pub use grammar::Grammar;
pub use guidelines::{GUIDELINES, Guidelines, model_file};
pub use load::{PackError, country_name};
pub use phrases::Phrases;
pub use tagger::{
    FACT_PLACES, FEATURE_VERSION, LANES, ModelError, PLACES, Scores, TAGS, TaggerModel, Weighed, WeighedForm, checksum,
};
pub(crate) use words::fold_into;
pub use words::{WordId, Words, fold};

use gazetteer::Entry;
use time::TimeRules;

/// Every pack, over one numbering of words.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    pub words: Words,
    pub packs: Vec<Pack>,
    pub gazetteer: Gazetteer,
}

impl Packs {
    /// Adds something that has names. They count before those that were known already.
    pub fn add(&mut self, entry: &Entry) {
        self.gazetteer.add(&mut self.words, entry);
    }

    /// The pack for a language code (`id`, or `id-ID`).
    pub fn for_code(&self, code: &str) -> Option<&Pack> {
        let code = code.split(['-', '_']).next().unwrap_or(code);
        self.packs.iter().find(|pack| pack.code.eq_ignore_ascii_case(code))
    }
}

/// Words with the affixes of a noun that have fewer letters may be anything: 'Kenduran'.
const SHORTEST_MADE_BYTES: usize = 8;

/// One language.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// ISO 639-1 code.
    pub code: String,
    /// Its own name.
    pub name: String,
    /// Whether words made of the names of places ('Russian') are written with a capital letter, though they name nothing.
    pub demonyms: bool,
    /// Whether news introduces people by given name and family name, so that a single word is rarely all there is of a name.
    pub full_names: bool,
    /// Frequent small words by which a text's language is known.
    pub function_words: Vec<WordId>,
    /// Words after which a full stop does not end a sentence.
    pub abbreviations: Phrases<()>,
    /// Words that a Roman number follows: 'sesi I'.
    pub counted: Phrases<()>,
    /// Words that are ordinary even where a sentence begins with them.
    pub common_words: Phrases<()>,
    /// More of them, which the tagger is not told.
    pub more_words: Phrases<()>,
    pub time: TimeRules,
    pub cues: Cues,
    pub grammar: Grammar,
    /// What a tagger of names learned for this language, if one was trained.
    pub tagger: Option<TaggerModel>,
    /// The guidelines that this follows; none are our own.
    pub guidelines: Option<&'static Guidelines>,
}

impl Pack {
    /// Whether `word` is an ordinary word of the language.
    pub fn is_common(&self, word: WordId) -> bool {
        self.common_words.has(word)
    }

    /// Whether `text` begins and ends as nouns do that were made of another word: 'Pencurian', 'KERUGIAN'.
    pub fn is_made_noun(&self, text: &str) -> bool {
        let is_made = |(prefix, suffix): &(String, String)| {
            let begins = text.get(..prefix.len()).is_some_and(|it| it.eq_ignore_ascii_case(prefix));
            let end = text.len().saturating_sub(suffix.len());
            begins && text.get(end..).is_some_and(|it| it.eq_ignore_ascii_case(suffix))
        };
        text.len() >= SHORTEST_MADE_BYTES && self.cues.noun_affixes.iter().any(is_made)
    }

    /// Whether any list has `word` as an ordinary one.
    pub fn is_ordinary(&self, word: WordId) -> bool {
        self.is_common(word) || self.more_words.has(word) || self.cues.name_hints.of(word).contains(&NameHint::Ordinary)
    }
}

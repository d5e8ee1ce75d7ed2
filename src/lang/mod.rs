//! Language packs and gazetteers: what the program knows of words, as data compiled into tables.
//!
//! A pack is a folder of TOML files that list words and write patterns; it inherits from the base pack. It
//! decides nothing: every condition is a function of `analysis` under a name that the pack chooses.
#![doc = include_str!("ADDING_A_LANGUAGE.md")]

mod cues;
mod detect;
mod gazetteer;
mod load;
mod phrases;
mod tagger;
pub mod time;
mod words;

pub use cues::{Cue, Cues, FurnitureMark, NameCue, StatusCue, Turn};
pub use gazetteer::{Gazetteer, Place, PlaceKind, Record, RecordId, RecordName};
pub use load::PackError;
pub use phrases::Phrases;
pub use tagger::{FEATURE_VERSION, ModelError, Scores, TAGS, TaggerModel, checksum};
pub use words::{WordId, Words, fold};

use time::TimeRules;

/// Every pack, over one numbering of words.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    pub words: Words,
    pub packs: Vec<Pack>,
    pub gazetteer: Gazetteer,
}

impl Packs {
    /// The pack for a language code (`id`, or `id-ID`).
    pub fn for_code(&self, code: &str) -> Option<&Pack> {
        let code = code.split(['-', '_']).next().unwrap_or(code);
        self.packs.iter().find(|pack| pack.code.eq_ignore_ascii_case(code))
    }
}

/// One language.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// ISO 639-1 code.
    pub code: String,
    /// Its own name.
    pub name: String,
    /// Frequent small words by which a text's language is known.
    pub function_words: Vec<WordId>,
    /// Words after which a full stop does not end a sentence.
    pub abbreviations: Phrases<()>,
    /// Words that are ordinary even where a sentence begins with them.
    pub common_words: Phrases<()>,
    pub time: TimeRules,
    pub cues: Cues,
    /// What a tagger of names learned for this language, if one was trained.
    pub tagger: Option<TaggerModel>,
}

impl Pack {
    /// Whether `word` is an ordinary word of the language.
    pub fn is_common(&self, word: WordId) -> bool {
        !self.common_words.exact(&[word]).is_empty()
    }
}

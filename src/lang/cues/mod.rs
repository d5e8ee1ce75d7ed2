//! Words that say something about the words beside them: who speaks, what kind of name follows, whether a
//! thing has happened. Lists of a pack, compiled to one table per question.

mod events;
mod furniture;
mod hints;
mod names;
mod speech;

use std::collections::BTreeMap;

use serde::Deserialize;

pub(crate) use events::EventsFile;
pub use events::{EventCues, EventWord};
pub(crate) use furniture::FurnitureFile;
pub use furniture::{FurnitureCues, FurnitureMark, FurnitureWord, MarkPlace};
pub use hints::NameHint;
pub use names::NameCue;
pub(crate) use names::NamesFile;
pub(crate) use speech::SpeechFile;
pub use speech::{Cue, Turn};

use super::phrases::Phrases;
use super::words::Words;
use crate::model::Stance;

/// The cue tables of one pack.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    pub names: Phrases<NameCue>,
    /// Those of them that the tagger was trained with, which only a training may change.
    pub told_names: Phrases<NameCue>,
    pub name_hints: Phrases<NameHint>,
    /// Those of them that reports of matches are told by, for which every word of an article is asked.
    pub match_words: Phrases<()>,
    /// What words in the names of organisations stand for, by the shorter word ('kejari' for 'kejaksaan negeri').
    pub expansions: BTreeMap<String, String>,
    pub speech: Phrases<Cue>,
    /// What a cue tells of the content, for those that tell more than that it was said.
    pub stances: Phrases<Stance>,
    pub turns: Phrases<Turn>,
    /// Verbs of telling by which a speaker tells something no more, behind a negation ('elaborate'), or with one ('gave no').
    pub withholds: Phrases<()>,
    /// Ends of words for people by what they do ('ers').
    pub agent_suffixes: Vec<String>,
    /// Ends of words that begin a clause about the noun before ('ing').
    pub participle_suffixes: Vec<String>,
    pub status: Phrases<StatusCue>,
    pub events: EventCues,
    pub furniture: FurnitureCues,
    /// Beginnings of words that are verbs in this language ('me', 'ber').
    pub verb_prefixes: Vec<String>,
    /// Ends of words that are verbs in this language ('ed').
    pub verb_suffixes: Vec<String>,
    /// Ends that make a verb of another word ('kan').
    pub stem_suffixes: Vec<String>,
    /// What nouns that were made of other words begin and end with ('pe', 'an').
    pub noun_affixes: Vec<(String, String)>,
    /// Ends that say whose a thing is ('nya'): no name has them.
    pub owned_suffixes: Vec<String>,
    /// Words that look like verbs and are none.
    pub not_verbs: Phrases<()>,
    /// Words that are verbs though they do not look it.
    pub verbs: Phrases<()>,
    /// Nouns that name an event ('pertemuan').
    pub event_nouns: Phrases<()>,
    /// Words at the start of a sentence that only join it to the one before.
    pub connectives: Phrases<()>,
    /// Words that lead an adverbial of time ('pada', 'sejak').
    pub time_prepositions: Phrases<()>,
    /// Words that begin a clause about the noun before them ('yang').
    pub relatives: Phrases<()>,
    /// Words that begin a clause of its own within a sentence ('yang', 'setelah').
    pub clause_openers: Phrases<()>,
    /// Phrases of two words that hold an opener and open no clause ('untuk sementara').
    pub no_openers: Phrases<()>,
}

impl Cues {
    /// Whether a word looks like one that begins a clause about the noun before it ('speaking').
    pub fn aside_suffix(&self, word: &str) -> bool {
        word.len() > 4 && self.participle_suffixes.iter().any(|suffix| word.ends_with(suffix.as_str()))
    }
}

/// What a word tells of an event's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusCue {
    Planned,
    Denied,
    Alleged,
    /// Tells of no plan, though shorter words of it do: 'agreed to a ceasefire'.
    Reported,
}

/// Compiles the four files of a pack.
pub(crate) fn compile(
    names: &NamesFile,
    speech: &SpeechFile,
    events_file: &EventsFile,
    furniture_file: &FurnitureFile,
    words: &mut Words,
) -> Cues {
    let mut cues = Cues {
        verb_prefixes: events_file.verb_prefixes.clone(),
        verb_suffixes: events_file.verb_suffixes.clone(),
        stem_suffixes: events_file.stem_suffixes.clone(),
        noun_affixes: events_file.noun_affixes.clone(),
        owned_suffixes: events_file.owned_suffixes.clone(),
        events: events::compile(events_file, words),
        furniture: furniture::compile(furniture_file, words),
        ..Cues::default()
    };
    names::add(&mut cues, names, words);
    speech::add(&mut cues, speech, words);
    for (&status, list) in &events_file.status {
        add(&mut cues.status, list, status, words);
    }
    add(&mut cues.not_verbs, &events_file.not_verbs, (), words);
    add(&mut cues.verbs, &events_file.verbs, (), words);
    add(&mut cues.event_nouns, &events_file.event_nouns, (), words);
    // 'sehari sebelum pelantikannya'
    for suffix in &events_file.owned_suffixes {
        let owned: Vec<String> = events_file.event_nouns.iter().map(|noun| format!("{noun}{suffix}")).collect();
        add(&mut cues.event_nouns, &owned, (), words);
    }
    add(&mut cues.connectives, &events_file.connectives, (), words);
    add(&mut cues.time_prepositions, &events_file.time_prepositions, (), words);
    add(&mut cues.relatives, &events_file.relatives, (), words);
    add(&mut cues.clause_openers, &events_file.clause_openers, (), words);
    add(&mut cues.no_openers, &events_file.no_openers, (), words);
    cues
}

fn add<V: Copy>(table: &mut Phrases<V>, list: &[String], value: V, words: &mut Words) {
    for phrase in list {
        table.insert(words, phrase, value);
    }
}

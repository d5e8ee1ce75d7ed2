//! Words that say something about the words beside them: who speaks, what kind of name follows, whether a
//! thing has happened. Lists of a pack, compiled to one table per question.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::phrases::Phrases;
use super::words::Words;
use crate::model::{FurnitureKind, Stance};

/// The cue tables of one pack.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    pub names: Phrases<NameCue>,
    pub speech: Phrases<Cue>,
    pub status: Phrases<StatusCue>,
    pub furniture: Phrases<FurnitureMark>,
    /// Beginnings of words that are verbs in this language ('me', 'ber').
    pub verb_prefixes: Vec<String>,
    /// Ends of words that are verbs in this language ('ed').
    pub verb_suffixes: Vec<String>,
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
}

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
}

/// What a word or phrase does in telling who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Between speaker and content ('menyatakan').
    Says(Stance),
    /// Before the speaker, behind the content ('ujar').
    SaysBehind(Stance),
    /// Verb and pronoun in one word ('katanya').
    SaysWithPronoun,
    /// Before the outlet that passes it on ('seperti dikutip').
    Via,
    /// Before the outlet that was told ('dalam wawancara dengan').
    Told,
    /// Before any source ('menurut').
    According,
    /// Before an outlet, in the middle of a sentence ('disebut').
    CalledBy,
    /// What somebody does who publishes something themselves ('mengunggah').
    Publishes,
    /// A person by their role, not their name ('pejabat').
    Role,
    /// How many of them, before the role ('sejumlah').
    Quantity,
    /// A common noun for an outlet ('kantor berita').
    Medium,
    /// A paper that is quoted ('keterangan tertulis').
    Document,
    /// A third-person pronoun for a speaker.
    Pronoun,
}

/// What a word tells of an event's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusCue {
    Planned,
    Denied,
    Alleged,
}

/// How a phrase shows that a paragraph is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurnitureMark {
    pub kind: FurnitureKind,
    /// Whether the phrase counts only at the start of a paragraph, and then alone suffices.
    pub starts: bool,
    /// What it adds to the paragraph's score; at 10 the paragraph is furniture.
    pub weight: u8,
}

/// `names.toml`: lists by what they say of a name.
pub(crate) type NamesFile = BTreeMap<NameCue, Vec<String>>;

/// `attribution.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct SpeechFile {
    says: BTreeMap<Stance, Vec<String>>,
    says_behind: BTreeMap<Stance, Vec<String>>,
    says_with_pronoun: Vec<String>,
    via: Vec<String>,
    told: Vec<String>,
    according: Vec<String>,
    called_by: Vec<String>,
    publishes: Vec<String>,
    role: Vec<String>,
    quantity: Vec<String>,
    medium: Vec<String>,
    document: Vec<String>,
    pronoun: Vec<String>,
}

/// `events.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct EventsFile {
    status: BTreeMap<StatusCue, Vec<String>>,
    verb_prefixes: Vec<String>,
    verb_suffixes: Vec<String>,
    not_verbs: Vec<String>,
    verbs: Vec<String>,
    event_nouns: Vec<String>,
    connectives: Vec<String>,
    time_prepositions: Vec<String>,
    relatives: Vec<String>,
    clause_openers: Vec<String>,
}

/// `furniture.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FurnitureFile {
    mark: Vec<MarkFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkFile {
    kind: FurnitureKind,
    #[serde(default)]
    starts: bool,
    weight: u8,
    phrases: Vec<String>,
}

/// Compiles the four files of a pack.
pub(crate) fn compile(
    names: &NamesFile,
    speech: &SpeechFile,
    events: &EventsFile,
    furniture: &FurnitureFile,
    words: &mut Words,
) -> Cues {
    let mut cues = Cues {
        verb_prefixes: events.verb_prefixes.clone(),
        verb_suffixes: events.verb_suffixes.clone(),
        ..Cues::default()
    };
    for (&cue, list) in names {
        add(&mut cues.names, list, cue, words);
    }
    for (&stance, list) in &speech.says {
        add(&mut cues.speech, list, Cue::Says(stance), words);
    }
    for (&stance, list) in &speech.says_behind {
        add(&mut cues.speech, list, Cue::SaysBehind(stance), words);
    }
    for (list, cue) in [
        (&speech.says_with_pronoun, Cue::SaysWithPronoun),
        (&speech.via, Cue::Via),
        (&speech.told, Cue::Told),
        (&speech.according, Cue::According),
        (&speech.called_by, Cue::CalledBy),
        (&speech.publishes, Cue::Publishes),
        (&speech.role, Cue::Role),
        (&speech.quantity, Cue::Quantity),
        (&speech.medium, Cue::Medium),
        (&speech.document, Cue::Document),
        (&speech.pronoun, Cue::Pronoun),
    ] {
        add(&mut cues.speech, list, cue, words);
    }
    for (&status, list) in &events.status {
        add(&mut cues.status, list, status, words);
    }
    add(&mut cues.not_verbs, &events.not_verbs, (), words);
    add(&mut cues.verbs, &events.verbs, (), words);
    add(&mut cues.event_nouns, &events.event_nouns, (), words);
    add(&mut cues.connectives, &events.connectives, (), words);
    add(&mut cues.time_prepositions, &events.time_prepositions, (), words);
    add(&mut cues.relatives, &events.relatives, (), words);
    add(&mut cues.clause_openers, &events.clause_openers, (), words);
    for mark in &furniture.mark {
        let value = FurnitureMark { kind: mark.kind, starts: mark.starts, weight: mark.weight };
        add(&mut cues.furniture, &mark.phrases, value, words);
    }
    cues
}

fn add<V: Copy>(table: &mut Phrases<V>, list: &[String], value: V, words: &mut Words) {
    for phrase in list {
        table.insert(words, phrase, value);
    }
}

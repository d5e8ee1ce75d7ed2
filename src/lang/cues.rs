//! Words that say something about the words beside them: who speaks, what kind of name follows, whether a
//! thing has happened. Lists of a pack, compiled to one table per question.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::events::{self, EventCues, EventsFile};
use super::furniture::{self, FurnitureCues, FurnitureFile};
use super::phrases::Phrases;
use super::words::Words;
use crate::model::Stance;

/// The cue tables of one pack.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    pub names: Phrases<NameCue>,
    pub name_hints: Phrases<NameHint>,
    /// What words in the names of organisations stand for, by the shorter word ('kejari' for 'kejaksaan negeri').
    pub expansions: BTreeMap<String, String>,
    pub speech: Phrases<Cue>,
    /// What a cue tells of the content, for those that tell more than that it was said.
    pub stances: Phrases<Stance>,
    pub turns: Phrases<Turn>,
    /// Whether a verb of saying may close what is said, behind its speaker ('..., the ministry said').
    pub verbs_close: bool,
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

/// What a word says of a name, which the tagger is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameHint {
    /// The last word of the name of a sports club, behind its city ('United').
    ClubTail,
    /// A word for the result of a match, before a preposition and the other club ('kalah').
    Result,
    /// Words before the name of a company ('saham', 'shares of').
    CompanyHead,
    /// A last word of an organisation's name before the person who speaks for it ('Sekuritas').
    OfficeTail,
    /// A noun for a site that has a head of its own ('Bandara').
    OfficeSite,
    /// The title of one who heads a village ('Kades'), before its name and theirs.
    VillageTitle,
    /// A direction within a village's name ('Wetan').
    VillageTail,
    /// A word beside a club in a report of a match ('mengalahkan', 'striker').
    MatchWord,
    /// A small word within the name of a person that joins nothing else ('von').
    Particle,
    /// A word of a name that is a place to whoever goes there and a body to whoever deals with it ('hospital', 'RSUD').
    Site,
    /// A city whose club is called by its name alone ('Sunderland'), in reports of matches.
    CityClub,
    /// What leads from the number of a law to its matter ('tentang').
    LawAbout,
    /// The title of one who leads or speaks for a company, before its name ('CEO').
    OfficeTitle,
    /// What stands before the fields that a body is named by ('for').
    BeforeFields,
    /// A preposition before the platform that something was written on ('on').
    PlatformBefore,
    /// What stands before the name of a storm ('hurricane').
    Storm,
    /// A noun behind the name of a thing that makers are not named before ('rover').
    ThingBehind,
    /// An article, which no name of a company has before it ('the').
    Article,
    /// A word whose figures and letters name no product ('section', 'terminal').
    Numbered,
    /// What stands before the name of a ship ('KRI').
    Ship,
    /// A word at either end of a name that short forms leave out ('PT', 'Inc', 'Desa').
    Form,
    /// What introduces the letters that stand for somebody ('berinisial').
    Initials,
    /// What stands between two names of one person ('alias').
    Alias,
    /// A word beside the name by which somebody is called ('sapaan').
    Nickname,
    /// What stands before the name that somebody bore once ('née').
    Born,
    /// A form of address of men ('Mr').
    HeAddress,
    /// A form of address of women ('Mrs').
    SheAddress,
    /// What parts alternatives ('atau').
    Or,
    /// A noun for any place, which is no part of its name ('wilayah').
    Region,
    /// A road or line that is named by its two ends ('Tol').
    Route,
    /// Somebody who lives where the name behind tells ('warga').
    Resident,
    /// What joins the last of a list to the others, beside 'dan' ('hingga').
    ListJoint,
    /// A form of address or rank in the names of streets and airports ('Jenderal').
    Eponym,
    /// An academic degree, which is no part of a name ('MKM').
    Degree,
    /// A body that is named by the people who are in it ('Asosiasi Pengusaha').
    Association,
    /// A noun for works before their titles, which need no quotation marks ('lagu').
    WorkNoun,
    /// What stands between the word for a change and the law that is changed ('atas').
    LawOf,
    /// What stands between the title of a work and whoever made it ('karya').
    WorkBy,
    /// A given name before which 'I' stands, as in 'I Wayan'.
    BirthName,
    /// A word for a part of a body that is named with it ('Fraksi', 'Satreskrim').
    UnitHead,
    /// A verb without its prefix, as headlines have it ('tangkap').
    HeadlineVerb,
    /// An ordinary word that the list of these has not.
    Ordinary,
    /// A word for a body of government that is named by its field, in ordinary words ('Dinas').
    FieldHead,
    /// The same at the end of the name of a company ('Therapeutics').
    CompanyTail,
    /// The same of the name of a place that no list has ('City', 'Prefecture').
    PlaceForm,
    /// A noun behind a company's name that only companies have ('shares'), or in apposition to it ('a startup').
    CompanyNoun,
    /// A word for a work of art, music or writing, or for its parts ('album', 'novel').
    WorkWord,
    /// Words before a name that only places follow ('residents of').
    PlaceSure,
    /// The last word of the name of a county, within that of its police or court too ('County').
    County,
    /// What leads from a place to the region that it lies in ('in').
    In,
    /// What stands before the home of somebody who was just named ('of').
    PlaceOf,
    /// A word behind a name that only places have ('residents').
    PlaceBehind,
    /// The first word of the name of a place of several words ('Great', 'San').
    PlaceStart,
    /// A word behind a name and a comma that only people are meant by ('who').
    PersonPronoun,
    /// The last word of the name of a body that is named after somebody ('Foundation').
    NamedAfter,
    /// Letters behind a name that tell of an office or honour and are no part of it ('KC').
    Postnominal,
    /// What stands behind the family name of one of several people of one name ('Jr').
    NameSuffix,
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

/// What a word does in the sentence around a cue: the borders of speaker and content are found by these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// Leads the content ('bahwa').
    That,
    /// Joins a clause to the one before ('sedangkan').
    Joint,
    /// Takes back the verb behind it ('belum', 'declined to').
    Negation,
    /// Before a participle, so that the subject does not speak ('was').
    Passive,
    /// Before a verb of what is still to be done ('will').
    Modal,
    /// May stand between subject and verb ('juga', 'has').
    Between,
    /// Before the subject without a comma ('sementara').
    Opening,
    /// Begins what tells of the speaking, not of what was said ('saat', 'kepada', 'in').
    Adjunct,
    /// At the start of a sentence, means the sentence before ('hal ini').
    Covers,
    /// Behind the person whom an outlet quotes ('as saying').
    AsSaying,
    /// Before speaker and verb, so that they are an aside ('as').
    Aside,
    /// Marks what was spoken of before, in front of the noun ('the').
    DefiniteBefore,
    /// Marks what was spoken of before, behind the noun ('tersebut').
    DefiniteBehind,
    /// A noun for one person ('perempuan').
    Person,
    /// A noun for an organisation ('perusahaan').
    Organisation,
    /// Somebody by whose they are ('istri'): a name behind it is not theirs.
    Relation,
    /// Those who listen to everybody ('wartawan').
    Listener,
    /// A pronoun for an organisation or thing ('it').
    Neuter,
    /// Before the agent of a passive ('oleh').
    By,
    /// A cue of other use as well ('memastikan', 'bagi'): it attributes only a whole clause.
    Weak,
    /// A common noun that may mean an outlet named before ('surat kabar').
    Outlet,
    /// The last word of many outlets' names ('Times').
    OutletTail,
    /// An ordinary word or given name that is an outlet's name where it was told something ('told Dawn', 'Stuff reported').
    OutletWord,
    /// The first word of many outlets' names ('Tribun').
    OutletHead,
    /// A pronoun for several people ('mereka').
    Many,
    /// Between a noun and what it belongs to ('of').
    Of,
    /// What is hardly said of anybody but an outlet ('mewartakan').
    Reports,
    /// What attributes only where an outlet does it ('has learned', 'understands').
    Learns,
    /// What an outlet does whose words 'as saying' follow ('quoted').
    Quotes,
    /// Between a listener and what they are told to do ('to').
    ToDo,
    /// Tells that a source will not be named: what stands behind it is why, and nothing that is said.
    Anonymity,
    /// The verb of a clause that tells who somebody is ('runs' of 'who runs the clinic'), and so belongs to their name.
    Describes,
    /// Begins a remark of the publisher's own that closes a sentence ('which', 'although').
    Remark,
}

/// What a word tells of an event's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusCue {
    Planned,
    Denied,
    Alleged,
}

/// `names.toml`: lists by what they say of a name.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct NamesFile {
    #[serde(default)]
    hints: BTreeMap<NameHint, Vec<String>>,
    #[serde(default)]
    expansions: BTreeMap<String, String>,
    #[serde(flatten)]
    cues: BTreeMap<NameCue, Vec<String>>,
}

/// `attribution.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct SpeechFile {
    says: BTreeMap<Stance, Vec<String>>,
    says_behind: BTreeMap<Stance, Vec<String>>,
    says_with_pronoun: BTreeMap<Stance, Vec<String>>,
    verbs_close: bool,
    agent_suffixes: Vec<String>,
    participle_suffixes: Vec<String>,
    turns: BTreeMap<Turn, Vec<String>>,
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

/// Compiles the four files of a pack.
pub(crate) fn compile(
    names: &NamesFile,
    speech: &SpeechFile,
    events_file: &EventsFile,
    furniture_file: &FurnitureFile,
    words: &mut Words,
) -> Cues {
    let mut cues = Cues {
        expansions: names.expansions.clone(),
        verb_prefixes: events_file.verb_prefixes.clone(),
        verb_suffixes: events_file.verb_suffixes.clone(),
        stem_suffixes: events_file.stem_suffixes.clone(),
        noun_affixes: events_file.noun_affixes.clone(),
        owned_suffixes: events_file.owned_suffixes.clone(),
        events: events::compile(events_file, words),
        furniture: furniture::compile(furniture_file, words),
        ..Cues::default()
    };
    for (&cue, list) in &names.cues {
        add(&mut cues.names, list, cue, words);
    }
    for (&hint, list) in &names.hints {
        add(&mut cues.name_hints, list, hint, words);
    }
    add_speech(&mut cues, speech, words);
    for (&status, list) in &events_file.status {
        add(&mut cues.status, list, status, words);
    }
    add(&mut cues.not_verbs, &events_file.not_verbs, (), words);
    add(&mut cues.verbs, &events_file.verbs, (), words);
    add(&mut cues.event_nouns, &events_file.event_nouns, (), words);
    add(&mut cues.connectives, &events_file.connectives, (), words);
    add(&mut cues.time_prepositions, &events_file.time_prepositions, (), words);
    add(&mut cues.relatives, &events_file.relatives, (), words);
    add(&mut cues.clause_openers, &events_file.clause_openers, (), words);
    add(&mut cues.no_openers, &events_file.no_openers, (), words);
    cues
}

fn add_speech(cues: &mut Cues, speech: &SpeechFile, words: &mut Words) {
    cues.verbs_close = speech.verbs_close;
    cues.agent_suffixes.clone_from(&speech.agent_suffixes);
    cues.participle_suffixes.clone_from(&speech.participle_suffixes);
    for (&stance, list) in &speech.says {
        add(&mut cues.speech, list, Cue::Says(stance), words);
        add(&mut cues.stances, list, stance, words);
    }
    for (&stance, list) in &speech.says_behind {
        add(&mut cues.speech, list, Cue::SaysBehind(stance), words);
        add(&mut cues.stances, list, stance, words);
    }
    for (&stance, list) in &speech.says_with_pronoun {
        add(&mut cues.speech, list, Cue::SaysWithPronoun, words);
        add(&mut cues.stances, list, stance, words);
    }
    for (list, cue) in [
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
    for (&turn, list) in &speech.turns {
        add(&mut cues.turns, list, turn, words);
    }
}

fn add<V: Copy>(table: &mut Phrases<V>, list: &[String], value: V, words: &mut Words) {
    for phrase in list {
        table.insert(words, phrase, value);
    }
}

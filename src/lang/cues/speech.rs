//! `attribution.toml`: what words do in telling who says something, and through which outlets.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Cues;
use crate::lang::words::Words;
use crate::model::Stance;

/// What a word or phrase does in telling who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Between speaker and content ('menyatakan').
    Says(Stance),
    /// Before the speaker, behind the content ('ujar').
    SaysBehind(Stance),
    /// Between speaker and content in a headline, where verbs have no prefix ('Klaim').
    SaysHeadline,
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
    /// A noun for somebody who is not known by it alone, since there may be several ('korban'), as a minister is.
    Newcomer,
    /// A noun for an organisation ('perusahaan').
    Organisation,
    /// A noun for one kind of organisation ('ministry'), which no organisation of another kind is called.
    Institution,
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
    /// Leads to what something rests on, whoever told it ('berdasarkan').
    Grounds,
    /// A common noun that may mean an outlet named before ('surat kabar').
    Outlet,
    /// A noun that means an outlet of one kind: 'the newspaper', 'stasiun televisi'.
    Newspaper,
    Magazine,
    Broadcaster,
    Agency,
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
    /// What somebody does to a list or a score as well as to what they said ('added').
    Adds,
    /// A verb of saying in a form that is a noun as well ('forecast', 'warning').
    NounToo,
    /// 'demands', 'claims': a verb that is such a noun where somebody's stands before it.
    NounsToo,
    /// What attributes only where an outlet does it ('has learned', 'understands').
    Learns,
    /// Who hears evidence, and that they do: 'the jury heard'.
    Hears,
    /// Stands before somebody and a verb by which they name something in their words: 'what' of 'what he called a delay'.
    What,
    /// Begins what somebody was asked before they said something ('Asked whether ...').
    Questioned,
    /// What a station is to a network ('affiliate' of 'CNN affiliate KWCH').
    Affiliate,
    /// What somebody does to what others told ('membenarkan').
    Confirms,
    /// What an outlet does whose words 'as saying' follow ('quoted').
    Quotes,
    /// What an outlet of one word does that nobody knows ('wrote' of 'Golem wrote in May that').
    Writes,
    /// Between a listener and what they are told to do ('to').
    ToDo,
    /// Tells that a source will not be named: what stands behind it is why, and nothing that is said.
    Anonymity,
    /// The verb of a clause that tells who somebody is ('runs' of 'who runs the clinic'), and so belongs to their name.
    Describes,
    /// Tells whose somebody is, who is therefore somebody else ('his' of 'his lawyer').
    Owner,
    /// Begins a remark of the publisher's own that closes a sentence ('which', 'although').
    Remark,
}

/// `attribution.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct SpeechFile {
    says: BTreeMap<Stance, Vec<String>>,
    says_behind: BTreeMap<Stance, Vec<String>>,
    says_headline: BTreeMap<Stance, Vec<String>>,
    says_with_pronoun: BTreeMap<Stance, Vec<String>>,
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
    withholds: Vec<String>,
}

/// Adds the lists of a pack to its cues.
pub(super) fn add(cues: &mut Cues, speech: &SpeechFile, words: &mut Words) {
    cues.agent_suffixes.clone_from(&speech.agent_suffixes);
    cues.participle_suffixes.clone_from(&speech.participle_suffixes);
    for (&stance, list) in &speech.says {
        super::add(&mut cues.speech, list, Cue::Says(stance), words);
        super::add(&mut cues.stances, list, stance, words);
    }
    for (&stance, list) in &speech.says_behind {
        super::add(&mut cues.speech, list, Cue::SaysBehind(stance), words);
        super::add(&mut cues.stances, list, stance, words);
    }
    for (&stance, list) in &speech.says_headline {
        super::add(&mut cues.speech, list, Cue::SaysHeadline, words);
        super::add(&mut cues.stances, list, stance, words);
    }
    for (&stance, list) in &speech.says_with_pronoun {
        super::add(&mut cues.speech, list, Cue::SaysWithPronoun, words);
        super::add(&mut cues.stances, list, stance, words);
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
        super::add(&mut cues.speech, list, cue, words);
    }
    super::add(&mut cues.withholds, &speech.withholds, (), words);
    for (&turn, list) in &speech.turns {
        super::add(&mut cues.turns, list, turn, words);
    }
}

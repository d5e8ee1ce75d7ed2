//! `events.toml`: which words tell of something that happened, and which only of when it was said, how often it happens,
//! or what it is measured against.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::StatusCue;
use crate::lang::phrases::{Phrases, cut};
use crate::lang::words::{WordId, Words};

/// What the time beside a word dates, where it is not simply the event of its clause.
#[derive(Clone, Debug, Default)]
pub struct EventCues {
    pub words: Phrases<EventWord>,
    /// Phrases by which a sentence without a time takes that of the event told before ('dalam kesempatan itu').
    pub inherits: Phrases<()>,
    /// For each word, by its number, one bit for each kind of which a phrase begins with it.
    opening: Vec<u128>,
}

/// What a word does to the times in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventWord {
    /// A verb of saying that is a deed where it has an object and no clause ('mengumumkan').
    Deed,
    /// A verb or noun whose time is that of the report ('dihubungi', 'dated').
    Report,
    /// A participle by which others hold somebody for something, before 'to be' or 'to have' ('believed').
    Reputed,
    /// Opens, at the beginning of a sentence, what tells when and where somebody spoke ('giving evidence').
    Speaking,
    /// Joins a circumstance to who spoke ('saat' in 'kata X saat tiba').
    Circumstance,
    /// Something that happens again and again ('biasanya').
    Habit,
    /// A verb by which something is done in being said, whatever follows ('ruled that').
    Act,
    /// What somebody is found to be, by which a verb of saying is a deed: 'menyatakan ia bersalah'.
    Finding,
    /// The noun of a figure, of which a time only tells how much it was ('jumlah').
    Quantity,
    /// Makes of a part of the day the present one ('ini' in 'malam ini').
    Now,
    /// Tells on which days something is open or done, so that a weekday in its sentence is any such day ('hari kerja').
    Schedule,
    /// A verb of saying that is a deed before a number ('reported 14,152 cases').
    Counts,
    /// Stands before what something has changed from ('from' in 'from 3.1% in May').
    Origin,
    /// Stands before a time that something is measured against ('dibandingkan').
    Comparison,
    /// A noun or adjective whose 'since' is no event ('tertinggi sejak').
    Superlative,
    /// Stands before a time since which something has lasted, so that it dates nothing ('since').
    Lasting,
    /// Stands before a time since which a state has lasted, or at which a deed was done ('sejak').
    Since,
    /// Stands before the time up to which something lasts ('hingga').
    Until,
    /// Stands before a time before which something is not to be ('sebelum' in 'tidak akan pulih sebelum Juni').
    NotBefore,
    /// Opens, right behind a time, the clause that tells what happened then ('when' of 'since November, when'), or asks how it did.
    When,
    /// A noun that a date belongs to ('edisi').
    DatedNoun,
    /// A law, which is known by its year: 'undang-undang ... tahun 2022'.
    Law,
    /// Stands between a time and a finer one that is meant ('pekan depan, tepatnya Rabu').
    Namely,
    /// Whoever does something, right before its verb without a prefix ('kami' in 'akan kami kirimkan').
    Agent,
    /// Begins, behind a comma, what is told of another subject ('sedangkan').
    Contrast,
    /// Names a disaster by its day ('tragedi' in 'tragedi 1 Oktober 2022 yang menewaskan 135 orang').
    Disaster,
    /// Tells of what went before that it goes on or is made good ('melanjutkan penguatan sehari sebelumnya').
    Continues,
    /// Takes up, beside a verb of saying, what was said before ('hal itu').
    ToldAgain,
    /// Tells how long ago something was on a day ('genap' in 'genap setahun sejak bendungan jebol').
    Jubilee,
    /// Says what something is ('adalah').
    Copula,
    /// Carries tense and no meaning ('telah', 'was').
    Auxiliary,
    /// Says, before a verb, that something can be done ('bisa').
    Ability,
    /// Tells that something is done by now ('sudah').
    Done,
    /// Makes a verb behind it one of what was done and not of who did it ('was').
    Passive,
    /// What was done to the thing named before it ('built' of 'a house built in 1904').
    Participle,
    /// Stands before a noun, so that what follows is no verb ('the').
    Determiner,
    /// Opens what is said ('bahwa').
    Complementiser,
    /// Opens what would have to be so first ('kalau').
    Supposition,
    /// Tells what would have been, and was not ('would have been').
    Unreal,
    /// Puts something off to another time ('postponed').
    Moved,
    /// A verb of asking that is a deed where it tells for what ('asked' of 'asked Ottawa for help').
    Request,
    /// Lays something before an office, where 'ke' and its name follow the object ('melaporkan suaminya ke polisi').
    Lodges,
    /// A noun for what may come, which as an object of a deed plans nothing ('rencana' in 'membahas rencana').
    Prospect,
    /// Tells what somebody was about to do, or doing, when something happened ('hendak').
    Midst,
    /// Tells that a court heard what is told ('the jury heard').
    Hearing,
    /// Carries the tense of what had been before ('had').
    Pluperfect,
    /// Stands before what is asked for ('for' of 'asked Ottawa for help'), the time that a noun is meant for, or the office that
    /// something is laid before ('ke').
    Purpose,
    /// Says that something is not so ('tidak').
    Negation,
    /// Begins with such a word and says nothing of the kind ('tidak hanya').
    NoNegation,
    /// Holds such a word and plans nothing ('cikal bakal').
    NoPlan,
    /// A verb for a state and not a happening ('merupakan').
    State,
    /// The start of a match or show, whose clock time is told apart from its day ('kickoff').
    Start,
    /// Gives leave to do something, for as long as a time tells ('can').
    Leave,
    /// 'kembali' is a word of tense, and a verb before where to or when.
    Moves,
    /// A verb for how something or how much of it was, so that its time is that of a state or figure ('remained', 'stood at').
    Measure,
    /// A verb for how much is to be had for something, where a number is its object ('cost').
    Price,
    /// Expects what follows, which is no happening where it is a figure ('expects revenue of $2 billion').
    Expects,
    /// Tells that a figure changes ('rise').
    Change,
    /// Says that there is something, which is a figure where a number follows ('there were').
    There,
    /// Stands for all of a kind, before what was done to it ('those' of 'those bought in 2009').
    Kind,
    /// Tells how old somebody or something is, where a number follows or it stands in an aside ('turned', 'founded').
    Founded,
    /// Tells which of several times something was done, before its verb ('last').
    Which,
    /// Counts how often something was ('kali' in 'dua kali').
    Times,
    /// Stands before a noun that something is measured against ('daripada').
    Than,
    /// Leads to the day of which a figure is ('per' in 'per 30 Juni').
    AsOf,
    /// Tells a figure ('mencapai'), so that a day that leads to the day of one dates nothing.
    Figure,
    /// Leads to the last time at which something may be done ('by').
    By,
    /// Words for a time that is still to come, whatever the verb ('later this').
    ToCome,
    /// Leads to the time from which what was decided holds ('effective').
    Effective,
    /// Says, before a time, that something was so for all or most of it ('throughout').
    Throughout,
    /// Counts so many that a year of them is a statistic ('million').
    Tally,
    /// Tells, with its number, how much somebody does in a year ('carried').
    Output,
    /// Stands before what comes again and again ('every').
    Every,
    /// Makes a share of the number before it ('percent').
    Share,
    /// Joins to a deed what is done or said with it ('seraya').
    Meanwhile,
    /// Stands before a number that is none of a single happening ('roughly').
    Approximation,
    /// Leads to what somebody is said to have done ('convicted of').
    Charge,
    /// Tells how somebody is punished, where the reason follows behind how much ('fined').
    Punishes,
    /// A noun for what is said against somebody, which doubts that it happened and not what was done about it ('dugaan').
    Allegation,
    /// Says of what was alleged that it happened ('terjadi').
    Happens,
    /// To say it against somebody is the deed, where no other verb follows ('didakwa').
    Accuses,
    /// Leads on, so that no label ends with it ('as early as').
    LooseEnd,
    /// Says, behind 'and', that the same happened at another time ('again' of 'in 2018 and again in 2024').
    Repeated,
    /// A word of matches, in whose sentence a quarter is one of play ('touchdown').
    Play,
    /// Goes with the time behind it ('in the early hours of').
    TimeLead,
    /// Opens, with a verb of saying, who told it before ('as' of 'As the minister announced last month, ...').
    AsTold,
    /// By what a paper comes before its readers ('published' of 'The study, published on Monday, found').
    Appears,
    /// Goes, with the beginning of a time, with the verb before it ('in last' of 'was called in last Wednesday').
    Particle,
}

/// The file as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct EventsFile {
    pub(super) status: BTreeMap<StatusCue, Vec<String>>,
    pub(super) verb_prefixes: Vec<String>,
    pub(super) verb_suffixes: Vec<String>,
    pub(super) stem_suffixes: Vec<String>,
    pub(super) noun_affixes: Vec<(String, String)>,
    pub(super) owned_suffixes: Vec<String>,
    pub(super) not_verbs: Vec<String>,
    pub(super) verbs: Vec<String>,
    pub(super) event_nouns: Vec<String>,
    pub(super) connectives: Vec<String>,
    pub(super) time_prepositions: Vec<String>,
    pub(super) relatives: Vec<String>,
    pub(super) clause_openers: Vec<String>,
    pub(super) no_openers: Vec<String>,
    words: BTreeMap<EventWord, Vec<String>>,
    inherits: Vec<String>,
}

impl EventCues {
    /// Whether a phrase of this kind may begin with `first`: most words begin none, and many kinds are asked for at each.
    #[inline]
    pub fn may_open(&self, first: WordId, word: EventWord) -> bool {
        self.opening.get(first.index()).is_some_and(|kinds| kinds & 1 << word as u128 != 0)
    }

    fn mark(&mut self, first: Option<WordId>, word: EventWord) {
        let Some(at) = first.filter(|word| word.is_known()).map(WordId::index) else { return };
        if self.opening.len() <= at {
            self.opening.resize(at + 1, 0);
        }
        self.opening[at] |= 1 << word as u128;
    }
}

pub(crate) fn compile(file: &EventsFile, words: &mut Words) -> EventCues {
    let mut cues = EventCues::default();
    for (&word, list) in &file.words {
        for phrase in list {
            cues.words.insert(words, phrase, word);
            cues.mark(cut(words, phrase).first().copied(), word);
        }
    }
    file.inherits.iter().for_each(|phrase| cues.inherits.insert(words, phrase, ()));
    cues
}

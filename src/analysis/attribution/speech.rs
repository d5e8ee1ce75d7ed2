//! Who speaks in a sentence, and with which verb: 'X menyatakan', 'ujar X', 'menurut X', 'katanya'.

use std::ops::Range;

use super::clues::{Clue, Clues, Naming};
use crate::lang::Cue;
use crate::model::{EntityId, EntityKind, Source};

/// A speaker with the verb that makes them one.
#[derive(Clone, Debug)]
pub(crate) struct Speech {
    pub(crate) cue: Range<usize>,
    pub(crate) source: Source,
    /// The tokens of the words that name the speaker, with their title.
    pub(crate) speaker: Range<usize>,
    pub(crate) order: Order,
    /// Published by the source itself.
    pub(crate) primary: bool,
    pub(crate) rule: &'static str,
}

/// Where the content stands, seen from the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Speaker, verb, content.
    Behind,
    /// Content, verb, speaker; or the speaker's phrase before or behind all of it.
    Around,
}

/// The speech of the sentence; of several, the one that the sentence is built on comes first. `last_speaker` is whom
/// a pronoun means.
pub(crate) fn find(clues: &Clues, last_speaker: Option<EntityId>) -> Option<Speech> {
    let outside_quotes = |clue: &&Clue| !clues.is_quoted(clue.tokens.start);
    let speeches = clues.clues.iter().filter(outside_quotes).filter_map(|clue| match clue.cue {
        Cue::SaysBehind(_) if !may_stand_behind(clues, clue) => None,
        Cue::SaysBehind(_) => {
            behind(clues, clue, "attribution/verb-before-speaker").or_else(|| before_pronoun(clues, clue, last_speaker))
        }
        Cue::SaysWithPronoun => with_pronoun(clues, clue, last_speaker),
        Cue::According => behind(clues, clue, "attribution/according-to"),
        Cue::Says(_) => subject(clues, clue, last_speaker),
        Cue::Publishes => publisher(clues, clue),
        _ => None,
    });
    speeches.max_by_key(|speech| (rank(speech), std::cmp::Reverse(speech.cue.start)))
}

/// Whether a verb that can stand on either side of its speaker ('said') stands before them here: only behind a comma or a
/// quotation, or at the start. A verb that can stand in no other place ('ujar') always does.
fn may_stand_behind(clues: &Clues, clue: &Clue) -> bool {
    let on_either_side =
        clues.clues.iter().any(|other| other.tokens == clue.tokens && matches!(other.cue, Cue::Says(_)));
    let start = clue.tokens.start;
    let is_behind =
        start == clues.sentence.start || matches!(clues.reading.mark(start - 1), ',' | '”' | '"' | '’' | '\'');
    !on_either_side || is_behind
}

/// A verb behind its content binds closer than the first verb of the sentence.
fn rank(speech: &Speech) -> u8 {
    match speech.order {
        Order::Around => 1,
        Order::Behind => 0,
    }
}

/// The speaker right behind the cue: a name with its title, or a role.
fn behind(clues: &Clues, clue: &Clue, rule: &'static str) -> Option<Speech> {
    let from = clue.tokens.end;
    let role = role_at(clues, from);
    let named = clues.name_after(from, |at| clues.is_cue(at, |cue| cue == Cue::Medium));
    let (source, speaker) = match (named, role.clone()) {
        (Some(name), _) if name.kind != EntityKind::Outlet && !is_within(role.as_ref(), name) => {
            named_source(clues, name)
        }
        (_, Some(role)) => (Source::Unnamed { span: clues.reading.span(role.clone()) }, role),
        _ => document(clues, from)?,
    };
    Some(Speech { cue: clue.tokens.clone(), source, speaker, order: Order::Around, primary: false, rule })
}

/// A role that holds a place's name ('pejabat keamanan Moskwa') speaks, not the place.
fn is_within(role: Option<&Range<usize>>, name: &Naming) -> bool {
    role.is_some_and(|role| role.start < name.start && name.tokens.end <= role.end && name.kind == EntityKind::Place)
}

fn document(clues: &Clues, from: usize) -> Option<(Source, Range<usize>)> {
    let document = clues.clues.iter().find(|clue| clue.cue == Cue::Document && clue.tokens.start == from)?;
    Some((Source::Document { span: clues.reading.span(document.tokens.clone()) }, document.tokens.clone()))
}

fn named_source(clues: &Clues, name: &Naming) -> (Source, Range<usize>) {
    let span = clues.reading.span(name.tokens.clone());
    (Source::Entity { entity: name.entity, span }, name.start..name.tokens.end)
}

/// 'kata dia': whoever spoke last.
fn before_pronoun(clues: &Clues, clue: &Clue, last_speaker: Option<EntityId>) -> Option<Speech> {
    let pronoun = clues.clues.iter().find(|it| it.cue == Cue::Pronoun && it.tokens.start == clue.tokens.end)?;
    let span = clues.reading.span(pronoun.tokens.clone());
    Some(Speech {
        cue: clue.tokens.clone(),
        source: Source::Entity { entity: last_speaker?, span },
        speaker: pronoun.tokens.clone(),
        order: Order::Around,
        primary: false,
        rule: "attribution/verb-before-pronoun",
    })
}

fn with_pronoun(clues: &Clues, clue: &Clue, last_speaker: Option<EntityId>) -> Option<Speech> {
    let span = clues.reading.span(clue.tokens.clone());
    Some(Speech {
        cue: clue.tokens.clone(),
        source: Source::Entity { entity: last_speaker?, span },
        speaker: clue.tokens.clone(),
        order: Order::Around,
        primary: false,
        rule: "attribution/verb-with-pronoun",
    })
}

/// The subject before a verb of saying.
fn subject(clues: &Clues, clue: &Clue, last_speaker: Option<EntityId>) -> Option<Speech> {
    let start = clause_start(clues, clue.tokens.start)?;
    let window = start..clue.tokens.start;
    let person = last_name(clues, &window, |kind| kind == EntityKind::Person);
    let role = (window.clone()).find_map(|at| role_at(clues, at)).filter(|role| role.end <= window.end);
    let acting = || last_name(clues, &window, |kind| matches!(kind, EntityKind::Organisation | EntityKind::Place));
    let (source, speaker) = if let Some(name) = person {
        named_source(clues, name)
    } else if let Some(role) = role {
        (Source::Unnamed { span: clues.reading.span(role.clone()) }, role)
    } else if let Some(name) = acting() {
        named_source(clues, name)
    } else {
        let pronoun =
            clues.clues.iter().find(|other| other.cue == Cue::Pronoun && window.contains(&other.tokens.start))?;
        let span = clues.reading.span(pronoun.tokens.clone());
        (Source::Entity { entity: last_speaker?, span }, pronoun.tokens.clone())
    };
    let rule = "attribution/speaker-before-verb";
    Some(Speech { cue: clue.tokens.clone(), source, speaker, order: Order::Behind, primary: false, rule })
}

/// Where the clause begins whose verb stands at `verb`; `None` for a clause that only describes a noun or sets the
/// time of another ('perjanjian yang menyatakan', 'setelah Ukraina mengungkap').
fn clause_start(clues: &Clues, verb: usize) -> Option<usize> {
    let words = &clues.reading.words;
    let mut start = clues.sentence.start;
    for at in clues.sentence.start..verb {
        if clues.reading.mark(at) == ',' && !clues.is_quoted(at) {
            start = at + 1;
        } else if clues.pack.cues.relatives.has(words[at]) {
            // 'pejabat yang enggan disebut namanya mengatakan': the clause about the speaker has a verb of its own.
            if verb - at <= 2 {
                return None;
            }
        } else if at > clues.sentence.start
            && clues.pack.cues.clause_openers.begins(&words[at..verb])
            && !is_and(clues, at)
        {
            return None;
        }
    }
    // An apposition between commas keeps the subject before it: 'Kim, yang berusia 41 tahun, menyatakan'.
    (start < verb).then_some(start)
}

fn is_and(clues: &Clues, at: usize) -> bool {
    use crate::lang::NameCue;
    clues.pack.cues.names.exact(&clues.reading.words[at..=at]).contains(&NameCue::And)
}

/// The last name of a wanted kind in the window that no preposition governs.
fn last_name<'c>(clues: &'c Clues, window: &Range<usize>, wanted: impl Fn(EntityKind) -> bool) -> Option<&'c Naming> {
    use crate::lang::NameCue;
    let governed = |name: &Naming| {
        name.start > window.start && {
            let before = clues.reading.words[name.start - 1];
            let cues = clues.pack.cues.names.exact(&[before]);
            cues.contains(&NameCue::PlacePreposition)
                || clues.pack.function_words.contains(&before) && !is_and(clues, name.start - 1)
        }
    };
    clues.names.iter().rev().find(|name| {
        let nested = clues.names.iter().any(|other| {
            other.tokens.len() > name.tokens.len()
                && other.tokens.start <= name.tokens.start
                && name.tokens.end <= other.tokens.end
        });
        !nested && window.start <= name.start && name.tokens.end <= window.end && wanted(name.kind) && !governed(name)
    })
}

/// 'sejumlah pejabat Barat' at `at`: how many, the role, and capitalised words that belong to it.
fn role_at(clues: &Clues, at: usize) -> Option<Range<usize>> {
    let cue_at = |at: usize, wanted: Cue| clues.clues.iter().find(|clue| clue.tokens.start == at && clue.cue == wanted);
    let role_start = cue_at(at, Cue::Quantity).map_or(at, |quantity| quantity.tokens.end);
    let role = cue_at(role_start, Cue::Role)?;
    let mut end = role.tokens.end;
    while end < clues.sentence.end && (clues.reading.is_capitalised(end) || clues.is_cue(end, |cue| cue == Cue::Role)) {
        end += 1;
    }
    // A person's name behind the role is a speaker with a name.
    let named = clues.names.iter().any(|name| name.kind == EntityKind::Person && name.tokens.end == end);
    (!named).then_some(at..end)
}

/// An organisation or person that publishes something itself on a platform.
fn publisher(clues: &Clues, clue: &Clue) -> Option<Speech> {
    clues.names.iter().find(|name| name.kind == EntityKind::Platform)?;
    let is_publisher = |kind| matches!(kind, EntityKind::Organisation | EntityKind::Person);
    let name = clues.names.iter().rev().find(|name| name.tokens.end <= clue.tokens.start && is_publisher(name.kind))?;
    let (source, speaker) = named_source(clues, name);
    let rule = "attribution/own-publication";
    Some(Speech { cue: clue.tokens.clone(), source, speaker, order: Order::Behind, primary: true, rule })
}

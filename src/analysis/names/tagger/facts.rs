//! What is known of each token before it is tagged: its form, its case, what the lists say of it.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::{Cue, NameCue, Pack, Packs, PlaceKind, RecordName};
use crate::model::EntityKind;

/// The facts of one token that depend on where it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// The outline of its form.
    pub(crate) outline: u64,
    /// How it is cased, whether it is an ordinary word, whether a sentence or quotation begins with it.
    pub(crate) manner: u64,
    /// One bit for each way in which the gazetteer knows it.
    pub(crate) gazetteer: u32,
    /// One bit for each cue that it is, or is a part of.
    pub(crate) cues: u32,
}

impl Facts {
    /// A number that no other facts have, the outline left aside.
    pub(crate) fn key(&self) -> u64 {
        self.manner | u64::from(self.gazetteer) << 8 | u64::from(self.cues) << 32
    }
}

/// Fills `facts` with those of the tokens of a sentence, the outlines of whose forms are given.
pub(crate) fn collect(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    sentence: Range<usize>,
    outlines: impl Iterator<Item = u64>,
    facts: &mut Vec<Facts>,
) {
    facts.clear();
    facts.extend(outlines.map(|outline| Facts { outline, ..Facts::default() }));
    for at in sentence.clone() {
        let is_common = pack.is_common(reading.words[at]);
        let opens = at == sentence.start || matches!(reading.mark(at - 1), '“' | '"' | '‘');
        let case = reading.tokens[at].case as u64;
        let here = &mut facts[at - sentence.start];
        here.manner = 1 + case * 4 + u64::from(is_common) * 2 + u64::from(opens);
        mark_known(reading, packs, at..sentence.end, &mut facts[at - sentence.start..]);
        mark_cues(reading, pack, at..sentence.end, &mut facts[at - sentence.start..]);
    }
}

/// Marks the tokens of every known name that begins at the first of `tokens`.
fn mark_known(reading: &Reading, packs: &Packs, tokens: Range<usize>, facts: &mut [Facts]) {
    if !reading.is_capitalised(tokens.start) {
        return;
    }
    if packs.gazetteer.is_name_part(reading.words[tokens.start]) {
        facts[0].gazetteer |= 1 << 21;
    }
    if packs.gazetteer.is_given_name(reading.words[tokens.start]) {
        facts[0].gazetteer |= 1 << 22;
    }
    if packs.gazetteer.is_family_name(reading.words[tokens.start]) {
        facts[0].gazetteer |= 1 << 23;
    }
    for (len, name) in packs.gazetteer.names(&reading.words[tokens.clone()]) {
        if !name.fits(reading.span(tokens.start..tokens.start + len).of(reading.body)) {
            continue;
        }
        let class = class_of(packs, &name);
        let (first, later) = if len == 1 { (class * 3, 0) } else { (class * 3 + 1, class * 3 + 2) };
        facts[0].gazetteer |= 1 << first;
        for inner in &mut facts[1..len] {
            inner.gazetteer |= 1 << later;
        }
    }
}

/// A number below ten for what a name of the gazetteer names.
fn class_of(packs: &Packs, name: &RecordName) -> u32 {
    let record = packs.gazetteer.record(name.record);
    match record.kind {
        _ if name.risky => 6,
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Outlet => 2,
        EntityKind::Platform | EntityKind::Other => 3,
        EntityKind::Place if record.place.is_some_and(|place| place.kind == PlaceKind::Other) => 4,
        EntityKind::Place => 5,
    }
}

/// Marks the tokens of every cue that begins at the first of `tokens`.
fn mark_cues(reading: &Reading, pack: &Pack, tokens: Range<usize>, facts: &mut [Facts]) {
    let words = &reading.words[tokens];
    if !words.first().is_some_and(|word| word.is_known()) {
        return;
    }
    let mut mark = |len: usize, bit: u32| facts[..len].iter_mut().for_each(|fact| fact.cues |= 1 << bit);
    for (len, cues) in pack.cues.told_names.starting(words) {
        cues.iter().filter_map(|&cue| bit_of_name_cue(cue)).for_each(|bit| mark(len, bit));
    }
    for (len, cues) in pack.cues.speech.starting(words) {
        cues.iter().filter_map(|&cue| bit_of_speech_cue(cue)).for_each(|bit| mark(len, bit));
    }
    if pack.time.vocabulary.has(words[0]) {
        mark(1, 20);
    }
}

fn bit_of_name_cue(cue: NameCue) -> Option<u32> {
    Some(match cue {
        NameCue::Title => 0,
        NameCue::Honorific => 1,
        NameCue::OrganisationHead => 2,
        NameCue::OrganisationTail => 3,
        NameCue::PlaceHead => 4,
        NameCue::PlacePreposition => 5,
        NameCue::Connector => 6,
        NameCue::And => 7,
        NameCue::Thing => 8,
        NameCue::NotName => 9,
        NameCue::PlaceTail | NameCue::EventHead | NameCue::EventTail | NameCue::Government | NameCue::PeopleHead => {
            return None;
        }
    })
}

fn bit_of_speech_cue(cue: Cue) -> Option<u32> {
    Some(match cue {
        Cue::Says(_) => 10,
        Cue::SaysBehind(_) => 11,
        Cue::SaysWithPronoun | Cue::Pronoun => 12,
        Cue::Via | Cue::Told | Cue::CalledBy => 13,
        Cue::According => 14,
        Cue::Publishes => 15,
        Cue::Role | Cue::Quantity => 16,
        Cue::Medium | Cue::Document => 17,
        Cue::SaysHeadline => return None,
    })
}

//! Days that only tell when somebody spoke: 'the mayor said on Monday', 'kata X, Rabu (19/6)'. What is told later without a
//! day of its own did not happen on them.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, Pack};

/// How far before a time the verb of saying may stand that it belongs to.
const REACH: usize = 16;

/// Whether the nearest verb of `sentence` before the token `time` is one of saying, or something is only told up to then.
pub(super) fn dates_saying(reading: &Reading, pack: &Pack, sentence: &Range<usize>, time: usize) -> bool {
    let from = sentence.start.max(time.saturating_sub(REACH));
    // 'korban bertambah hingga Selasa siang': up to when something is counted.
    let counted = |at: usize| pack.cues.events.words.of(reading.words[at]).contains(&EventWord::Until);
    if time > sentence.start && counted(time - 1) {
        return true;
    }
    if is_of_speaker(reading, pack, from..time) || teller(reading, pack, from..time).is_some() {
        return true;
    }
    let told = (from..time).rev().find_map(|at| {
        let words = &reading.words[at..time];
        let is = |word: EventWord| pack.cues.events.words.starting(words).any(|(_, found)| found.contains(&word));
        if matches!(reading.mark(at), '"' | '“' | '”') || is(EventWord::Complementiser) {
            return Some(false);
        }
        if is(EventWord::Deed) {
            return Some(false);
        }
        if is(EventWord::Report) || says_behind(pack, words) {
            return Some(true);
        }
        (verbs::is_verb(reading, pack, at) && !is(EventWord::Auxiliary)).then_some(false)
    });
    told == Some(true)
}

/// 'Iran akan membalas, lapor IRNA, Rabu': where it begins to be told, behind the last comma but that of the time, whose report it is,
/// with nothing else before the time; a preposition behind the comma would lead to what is reported.
pub(super) fn teller(reading: &Reading, pack: &Pack, words: Range<usize>) -> Option<usize> {
    let comma = |at: &usize| reading.mark(*at) == ',';
    let last = words.end.checked_sub(1).filter(|last| words.contains(last) && pack.grammar.noun_first)?;
    let closed = if comma(&last) { last } else { words.end };
    let start = (words.start..closed).rev().find(comma)? + 1;
    let tells = |cue: &Cue| matches!(cue, Cue::SaysBehind(_) | Cue::SaysWithPronoun | Cue::Via | Cue::According);
    let (len, _) = pack.cues.speech.starting(&reading.words[start..closed]).find(|(_, cues)| cues.iter().any(tells))?;
    let deeds = (start + len..closed).any(|at| verbs::is_verb(reading, pack, at) && !reading.is_capitalised(at));
    (!deeds).then_some(start)
}

/// '"...," kata X setelah sidang putusan, Kamis': whether `words`, up to a time, tell who spoke, and what they were at then.
fn is_of_speaker(reading: &Reading, pack: &Pack, words: Range<usize>) -> bool {
    let marks = |at: usize| matches!(reading.mark(at), '"' | '“' | '”');
    let cue = |at: &usize| marks(at - 1) && says_behind(pack, &reading.words[*at..words.end]);
    let cue = words.clone().skip(1).find(cue).filter(|_| pack.grammar.noun_first);
    let circumstance = |at: usize| pack.cues.events.may_open(reading.words[at], EventWord::Circumstance);
    cue.is_some_and(|cue| !(cue..words.end).any(marks) && (cue..words.end).any(circumstance))
}

/// Whether `words` begin with a verb that follows what was said: 'kata', 'ujar'.
fn says_behind(pack: &Pack, words: &[crate::lang::WordId]) -> bool {
    let says = |cue: &Cue| matches!(cue, Cue::SaysBehind(_) | Cue::SaysWithPronoun);
    pack.cues.speech.longest(words).is_some_and(|(_, cues)| cues.iter().any(says))
}

/// Whether a sentence retells what a court heard: 'The jury heard that he had come in at 5.40pm'. Its hours are not of the day
/// of the hearing.
pub(super) fn retells_hearing(reading: &Reading, pack: &Pack, sentence: &Range<usize>) -> bool {
    // 'Saksi menerangkan kronologi penangkapan. Menurut dia, kapal mulai mengejar sekitar pukul 02.15'
    let opens = |at: &usize| reading.opens_paragraph(*at);
    let floor = sentence.start.saturating_sub(LONGEST_RETOLD);
    let first = (floor..=sentence.start).rev().find(opens).filter(|_| pack.grammar.noun_first);
    let tokens = first.unwrap_or(sentence.start)..sentence.end.min(sentence.start + LONGEST_RETOLD);
    let hearing = |at: usize| {
        let words = &reading.words[at..sentence.end];
        let mut found = pack.cues.events.words.starting(words);
        pack.cues.events.may_open(words[0], EventWord::Hearing)
            && found.any(|(_, words)| words.contains(&EventWord::Hearing))
    };
    tokens.into_iter().any(hearing)
}

/// Whether a verb near before the token `time` is of what had been before: 'He had started before 3 a.m.'
pub(super) fn looks_back(reading: &Reading, pack: &Pack, sentence: &Range<usize>, time: usize) -> bool {
    let from = sentence.start.max(time.saturating_sub(REACH));
    let pluperfect = |at: usize| pack.cues.events.words.of(reading.words[at]).contains(&EventWord::Pluperfect);
    (from..time).any(pluperfect)
}

/// Behind so many tokens of its sentence nothing tells any more that a court heard it.
const LONGEST_RETOLD: usize = 80;

/// Whether a quotation that the sentence or its paragraph opened is still open at the token `time`: '“We have crews coming
/// tomorrow,”'.
pub(super) fn is_quoted(reading: &Reading, sentence: &Range<usize>, time: usize) -> bool {
    let first = time.saturating_sub(QUOTE_REACH);
    let paragraph = (first..=sentence.start.min(time)).rev().find(|&at| reading.opens_paragraph(at));
    let from = paragraph.unwrap_or(sentence.start).max(first);
    let (mut opened, mut straight) = (false, false);
    for at in from..time {
        match reading.mark(at) {
            '“' | '„' => opened = true,
            '”' => opened = false,
            '"' => straight = !straight,
            _ => {}
        }
    }
    opened || straight
}

/// How far before a time the mark may stand that opens its quotation.
const QUOTE_REACH: usize = 60;

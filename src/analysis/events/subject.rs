//! Whose deed a clause tells that names nobody itself: 'Djon menjabat Danrem mulai 2022, sebelum ditarik ke Batujajar'.

use std::ops::Range;

use super::clauses::noun_before;
use super::stage::Stage;
use crate::lang::{EventWord, StatusCue, Turn};
use crate::model::Span;

/// The subject that the words of a clause without one share with those before: 'Djon menjabat Danrem mulai 2022, sebelum ditarik
/// ke Batujajar'.
pub(super) fn shared_subject(stage: &Stage, words: Range<usize>) -> Option<Span> {
    let inner = stage.reading.span(words.clone());
    let said = stage.attributions().find_map(|(_, it)| it.contents().find(|said| said.covers(inner)));
    let clause = said.map_or(stage.tokens(), |said| stage.reading.tokens_in(said));
    let bare = stage.pack.grammar.noun_first
        && words.start > clause.start + 1
        && begins_with_verb(stage, words.start)
        && !stage.is_event_noun(words.start)
        && !stage.opens_clause(clause.start);
    let subject = subject(stage, clause).filter(|subject| bare && subject.end <= inner.start)?;
    // 'Lulusan itu pernah mengajar sebelum bergabung'
    let told = stage.reading.tokens_in(subject);
    let tense = told.clone().rev().take_while(|&at| stage.is(at, EventWord::Auxiliary)).count();
    (tense < told.len()).then(|| stage.reading.span(told.start..told.end - tense))
}

/// 'menerbitkan izin yang diperpanjang pada 2020 dan diperbarui': the noun of the clause about it before `joint`, whose verb has the voice
/// of that at `verb`.
pub(super) fn noun_of_relative_before(stage: &Stage, floor: usize, joint: usize, verb: usize) -> Option<Span> {
    if stage.pack.grammar.verbs_inflect {
        return None;
    }
    let last = (floor..joint).rev().find(|&at| stage.is_main_verb(at))?;
    let light = |at: &usize| stage.is(*at, EventWord::Auxiliary);
    let relative = (floor..last).rev().find(|at| !light(at)).filter(|&at| stage.is_relative(at))?;
    let has = |at: usize, prefix: &str| stage.reading.text(at).starts_with(prefix);
    let alike = stage.pack.cues.verb_prefixes.iter().any(|prefix| has(last, prefix) && has(verb, prefix));
    let noun = noun_before(stage, floor, relative);
    (alike && noun < relative).then(|| stage.reading.span(noun..relative))
}

/// How many words at `at` join a clause to the one before: 'but', 'lalu'.
pub(super) fn joining_len(stage: &Stage, at: usize) -> usize {
    if stage.pack.grammar.verbs_inflect {
        return usize::from(stage.is(at, EventWord::Contrast));
    }
    stage.pack.cues.connectives.longest(stage.rest(at)).map_or(0, |(len, _)| len)
}

/// The noun before a clause about it that tells of a time of its own: 'the unit, which opened in 1954'; without a comma only where the
/// verb follows at once, for 'that' opens what is said as well: 'sold it to a rival that closed its own last year'.
pub(super) fn noun_of_relative(stage: &Stage, floor: usize, relative: usize) -> Option<Span> {
    if !stage.pack.grammar.verbs_inflect || relative <= floor || !stage.is_relative(relative) {
        return None;
    }
    let comma = stage.reading.mark(relative - 1) == ',';
    let end = relative - usize::from(comma);
    if !comma && !begins_with_verb(stage, relative + 1) {
        return None;
    }
    let closes = |at: &usize| !stage.reading.is_word(*at) && stage.reading.mark(*at) != '-' || stage.is_main_verb(*at);
    let near = || (floor.max(end.saturating_sub(LONGEST_OBJECT_TOKENS))..end).rev().take_while(|at| !closes(at));
    let of = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Of);
    let article = |at: usize| stage.is(at, EventWord::Determiner) && !of(at);
    // 'four breaches of its permit, which': as far as nouns are joined by 'of'
    let definite = |at: &usize| article(*at) && !article(at - 1) && !of(at - 1);
    let named = near().take_while(|&at| stage.reading.is_capitalised(at)).last();
    let start = near().find(definite).or(named)?;
    Some(stage.reading.span(start..end))
}

/// A noun before the comma of a clause about it has at most this many tokens.
const LONGEST_OBJECT_TOKENS: usize = 10;

/// Whether a verb or its words of tense stand at `at`, or behind an adverb there: 'and last inspected', 'and later sold'.
pub(super) fn begins_with_verb(stage: &Stage, at: usize) -> bool {
    let adverb = stage.is(at, EventWord::Which) || stage.pack.cues.connectives.has(stage.reading.words[at]);
    if stage.pack.grammar.verbs_inflect && adverb && !stage.is_relative(at) && stage.is_main_verb(at + 1) {
        return true;
    }
    let opens_with_status = stage.pack.cues.status.longest(stage.rest(at)).is_some();
    opens_with_status || stage.is_verb(at) || stage.is(at, EventWord::Auxiliary)
}

/// What stands before the first verb of the clause and its words of tense, without an adverbial that opens it: 'In a notice posted
/// online, the firm said it was at work and expected ...'.
pub(super) fn subject(stage: &Stage, clause: Range<usize>) -> Option<Span> {
    let comma = |at: &usize| stage.reading.is_comma(*at);
    let led = stage.is_time_preposition(clause.start);
    let opener = clause.clone().find(comma).filter(|_| led);
    let start = opener.map_or(clause.start, |comma| comma + 1);
    let stops = |at: usize| stage.is_verb(at) || stage.is_relative(at) || stage.reading.mark(at) == ',';
    let mut verb = (start..clause.end).find(|&at| stops(at))?;
    // 'menargetkan aturannya terbit bulan ini dan berlaku 60 hari kemudian'
    if stage.pack.grammar.noun_first && stage.status_cue(verb) == Some(StatusCue::Planned) {
        let own = verb + 1..(verb + 1..clause.end).find(|&at| stops(at)).unwrap_or(verb + 1);
        if !own.is_empty() && stage.reading.is_word(own.start) && !stage.is_time_preposition(own.start) {
            return Some(stage.reading.span(own));
        }
    }
    // 'four new ferries being built'
    while led_by_tense(stage, start, verb) {
        verb -= 1;
    }
    // 'that if elected he would complete the dam and inaugurate it' has none before its first verb.
    let names = (start..verb).any(|at| !stage.opens_clause(at) && stage.reading.is_word(at));
    (verb > start && names).then(|| stage.reading.span(start..verb))
}

fn led_by_tense(stage: &Stage, start: usize, verb: usize) -> bool {
    stage.pack.grammar.verbs_inflect && verb > start && stage.is(verb - 1, EventWord::Auxiliary)
}

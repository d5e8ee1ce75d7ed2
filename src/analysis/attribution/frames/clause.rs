//! Where the clause begins whose subject stands before a verb of saying: behind a comma, a word that joins clauses, another verb of
//! saying.

use std::ops::Range;

use super::appositions::segment_start;
use super::nouns::{is_verb, speaks};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::{EventWord, NameCue, Turn};
use crate::model::EntityKind;

/// Whether a verb stands in a clause about a noun: 'who said', 'yang sebelum berangkat sempat meragukan'.
fn is_of_relative(page: &Page, verb: usize, floor: usize) -> bool {
    let reach = if page.pack.grammar.noun_first { LONGEST_RELATIVE } else { 2 };
    let near = floor.max(verb.saturating_sub(reach))..verb;
    near.rev().take_while(|&at| !page.divides(at)).any(|at| page.is(at, fact::RELATIVE))
}

/// Between the word for 'which' and the verb of its clause stand fewer tokens.
const LONGEST_RELATIVE: usize = 6;

/// Where the clause begins whose subject ends at `end`.
pub(super) fn clause_start(page: &Page, end: usize, floor: usize) -> Option<usize> {
    let mut start = end;
    let mut joint = None;
    while start > floor {
        let at = start - 1;
        if page.divides(at) {
            return Some(listed(page, start, floor));
        }
        let inside = page.name_over(at).is_some();
        if page.turns(at, Turn::That) && !inside {
            if let Some(start) = apposed_to_clause(page, at, floor) {
                return Some(start);
            }
            return joint;
        }
        let of_relative = is_of_relative(page, at, floor);
        // 'Gang members claiming to represent the town told'
        let reduced = page.pack.cues.aside_suffix(page.reading.text(at)) && page.turns(at + 1, Turn::ToDo);
        if page.is(at, fact::CUE) && !inside && is_verb(page, at) && !of_relative && !reduced {
            // 'X said A and Y said B': the clause of Y begins behind 'and'.
            return joint;
        }
        if opens_said(page, at, start..end, floor) && !inside {
            return Some(start);
        }
        // 'Coalition wobbles as DA threatens to quit', 'Chipmaker to cut jobs as chief admits ...': a clause of its own, and no aside, where another stands before it.
        let is_own = page.turns(at, Turn::Aside)
            && page.turns(at, Turn::Joint)
            && (page.name_over(start).is_some() || start + 1 == end && page.is(start, fact::ROLE))
            && !in_relative(page, at, floor);
        if is_own && !inside && at > floor + 1 && speaks(page, &(start..end)) {
            return Some(start);
        }
        // 'Rapat digelar beberapa jam setelah Presiden Trump mengancam': how long before stands before the word.
        let since = page.turns(at, Turn::Adjunct) && at > floor && page.is(at - 1, fact::TIME);
        if since && !inside && page.pack.grammar.noun_first && speaks(page, &(start..end)) {
            return Some(start);
        }
        // 'a statement in which the officers accused'
        let led = at > floor && page.is(at, fact::RELATIVE) && page.turns(at - 1, Turn::Adjunct);
        if led && page.pack.grammar.verbs_inflect && start < end && speaks(page, &(start..end)) {
            return Some(start);
        }
        // 'scolding officials for what he called a delay'
        if page.turns(at, Turn::What) && start < end && speaks(page, &(start..end)) {
            return Some(start);
        }
        if opens_own(page, at, start..end, floor) && !inside {
            return Some(start);
        }
        if page.turns(at, Turn::Joint) && !inside {
            if joins_clauses(page, at, start..end, floor) {
                return Some(start);
            }
            joint = Some(start);
        }
        start = at;
    }
    // Behind the verb of another frame only what a joining word begins is a clause of its own.
    // A headline may end with such a word: 'Pilots see a warning'.
    let behind_cue = start > 0 && page.is(start - 1, fact::CUE) && page.same_paragraph(start - 1, start);
    if behind_cue { joint } else { Some(start) }
}

/// '..., a rebel group that controls the area said': where a noun begins behind the comma that closes what was said, if the word for
/// 'that' at `that` opens a clause about it. In 'He said, a day later, that prices' there is no noun that can speak.
fn apposed_to_clause(page: &Page, that: usize, floor: usize) -> Option<usize> {
    let comma = (floor..that).rev().find(|&at| page.divides(at))?;
    let noun = comma + 1..that;
    let article = page.is(noun.start, fact::QUANTITY) || page.turns(noun.start, Turn::DefiniteBefore);
    let carries = |at: usize| [Turn::Between, Turn::Passive, Turn::Modal].into_iter().any(|turn| page.turns(at, turn));
    let told = |at: usize| (carries(at) || page.is_verb(at) || page.is(at, fact::CUE)) && page.name_over(at).is_none();
    // 'that controls', but not 'that the area', 'that he'
    let form = |suffix: &String| page.reading.text(that + 1).ends_with(suffix.as_str());
    let plain = !page.is(that + 1, fact::QUANTITY | fact::PRONOUN) && !page.turns(that + 1, Turn::DefiniteBefore);
    let inflected = page.reading.text(that + 1).ends_with('s') || page.pack.cues.verb_suffixes.iter().any(form);
    let verb = plain && inflected && !page.reading.is_capitalised(that + 1);
    let about = verb || page.is_verb(that + 1) || carries(that + 1);
    let whole = article && about && noun.len() > 1 && !noun.clone().any(told) && speaks(page, &noun);
    (page.pack.grammar.verbs_inflect && whole && is_clause_before(page, floor..comma)).then_some(noun.start)
}

/// Whether the words hold a verb, so that they may be what was said.
fn is_clause_before(page: &Page, tokens: Range<usize>) -> bool {
    let carries = |at: usize| page.is_verb(at) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
    tokens.into_iter().any(|at| carries(at) && page.name_over(at).is_none())
}

/// 'The fire destroyed six homes and residents said': whether the word for 'and' at `at` stands between a clause whose verb has its object
/// and whoever speaks; but not in 'a man charged with fraud and his lawyer'.
fn joins_clauses(page: &Page, at: usize, words: Range<usize>, floor: usize) -> bool {
    let deed = |verb: usize| {
        let form = page.pack.cues.aside_suffix(page.reading.text(verb)) || page.is(verb, fact::ROLE | fact::TITLE);
        let object =
            page.reading.is_word(verb + 1) && !page.turns(verb + 1, Turn::Adjunct) && !page.turns(verb + 1, Turn::By);
        page.is_verb(verb) && page.name_over(verb).is_none() && !form && object && verb + 1 < at
    };
    page.pack.grammar.verbs_inflect
        && page.pack.cues.names.of(page.reading.words[at]).contains(&NameCue::And)
        && speaks(page, &words)
        && !(floor..at).any(|at| page.is(at, fact::RELATIVE))
        && (floor + 1..at).rev().take_while(|&at| !page.divides(at)).any(deed)
}

/// Whether a word stands in a clause about a noun: 'a trader who gave his name as Moussa'.
fn in_relative(page: &Page, at: usize, floor: usize) -> bool {
    let mut clause = (floor..at).rev().take_while(|&at| !page.divides(at));
    clause.any(|at| page.is(at, fact::RELATIVE))
}

/// 'The case drew attention after the Press Herald reported': a word that opens a clause, behind a verb of its own, before
/// what can speak.
fn opens_said(page: &Page, at: usize, words: Range<usize>, floor: usize) -> bool {
    let outlet =
        page.is(at + 1, fact::MEDIUM) || page.name_over(at + 1).is_some_and(|name| name.kind == EntityKind::Outlet);
    let opens = page.turns(at, Turn::Opening) && !page.turns(at, Turn::Aside) && !page.turns(at, Turn::Joint);
    let leads = outlet && page.turns(at, Turn::Adjunct) && !tells(page, at);
    (opens || leads && at + 1 < words.end) && speaks_behind_verb(page, at, &words, floor)
}

/// 'Kasus ini bermula ketika pengurus mempertanyakan': a word that opens a clause, between a verb and somebody who can speak.
fn opens_own(page: &Page, at: usize, words: Range<usize>, floor: usize) -> bool {
    let opens = page.pack.cues.events.may_open(page.reading.words[at], EventWord::When);
    // 'appeared to agree when he told parliament'
    let is_pronoun = words.len() == 1 && page.is(words.start, fact::PRONOUN) && page.pack.grammar.verbs_inflect;
    opens && at > floor + 1 && (is_pronoun || speaks_behind_verb(page, at, &words, floor))
}

/// Whether `words` can speak, and before `at` stands a verb of another clause.
fn speaks_behind_verb(page: &Page, at: usize, words: &Range<usize>, floor: usize) -> bool {
    speaks(page, words) && (floor..at).any(|at| page.is_verb(at)) && !(floor..at).any(|at| page.is(at, fact::RELATIVE))
}

/// Whether a word leads to whom it was told: 'kepada Al Jazeera'.
fn tells(page: &Page, at: usize) -> bool {
    let first = page.clues.partition_point(|clue| clue.tokens.end <= at);
    page.clues.get(first).is_some_and(|clue| clue.tokens.contains(&at) && clue.kinds.told)
}

/// Where a list of capitalised words begins that a title holds: 'Kepala Pusat Data, Informasi, dan Komunikasi BNPB'; and
/// where the noun begins whose last word stands behind a place: 'Atlet asal Wonogiri, Jawa Tengah, itu'.
fn listed(page: &Page, start: usize, floor: usize) -> usize {
    let alone = page.turns(start, Turn::DefiniteBehind);
    // 'Kyiv, Washington dan Seoul menyebut'
    let pair = page.name_over(start).is_some_and(|name| {
        name.kind == EntityKind::Place && page.turns(name.tokens.end, Turn::Joint) && name.tokens.start == start
    });
    if !(page.turns(start, Turn::Joint) && page.reading.is_capitalised(start + 1) || alone || pair) {
        return start;
    }
    // 'A court has ordered a retrial, but ICE says'
    if page.pack.cues.events.may_open(page.reading.words[start], EventWord::Contrast) {
        return start;
    }
    let mut from = start;
    for _ in 0..4 {
        if from <= floor + 1 || page.reading.mark(from - 1) != ',' {
            return start;
        }
        from = segment_start(page, from - 1, floor);
        let noun = fact::TITLE | fact::ROLE | fact::DOCUMENT;
        let titled = (from..start).any(|at| page.is(at, noun) || page.turns(at, Turn::Person));
        // 'Inggris, Prancis, dan Kanada mengancam'
        let first =
            page.name_over(from).is_some_and(|name| name.kind == EntityKind::Place && page.divides(name.tokens.end));
        let row = !alone && first && (from == 0 || page.reading.mark(from - 1) != ',');
        if titled && !pair || row {
            return from;
        }
    }
    start
}

//! What stands behind the words that somebody said and is no part of them: when and where they were said, what was not told, what the
//! publisher remarks.

use std::ops::Range;

use crate::analysis::attribution::page::{Page, fact};
use crate::lang::{EventWord, NameCue, Turn};
use crate::model::EntityKind;

/// Where the words end that are no more than a noun, before what tells when and where it was said: 'announced the cuts in a post
/// on Bluesky last night', 'reported the breach on Monday'.
pub(super) fn before_circumstance(page: &Page, said: Range<usize>) -> usize {
    let first = said.start;
    let clause = |at: usize| {
        // 'denied targeting civilians in a message on Telegram': a deed in one word, right behind the cue.
        let deed = at == first && page.pack.cues.aside_suffix(page.reading.text(at));
        page.is_verb(at) && !deed
            // 'in May'
            || page.turns(at, Turn::Modal) && !page.is(at, fact::TIME)
            // 'called the search “retribution with a warrant”'
            || matches!(page.reading.mark(at), '“' | '"' | '‘')
            || page.turns(at, Turn::Passive)
            || page.turns(at, Turn::ToDo)
            || page.is(at, fact::RELATIVE | fact::SPEECH)
            || page.divides(at)
    };
    let platform = |at: usize| page.name_over(at).is_some_and(|name| name.kind == EntityKind::Platform);
    // 'menuntut "penyerahan tanpa syarat" lewat Truth Social': where a few words of somebody's were posted.
    let is_mark = |at: usize| matches!(page.reading.mark(at), '"' | '“' | '”');
    let close = (said.start + 1..said.end).find(|&at| is_mark(at)).filter(|_| is_mark(said.start));
    // 'mengatakan "dana nasabah aman", tetapi tidak menjawab soal tebusan': what the speaker did besides.
    let besides = |close: usize| {
        page.divides(close + 1) && page.turns(close + 2, Turn::Joint) && (close + 3..said.end).all(|at| !is_mark(at))
    };
    let posted =
        |close: &usize| page.turns(close + 1, Turn::Adjunct) && (close + 2..close + 5).any(platform) || besides(*close);
    if let Some(close) = close.filter(posted) {
        return close + 1;
    }
    // 'described the flood as “a national grief” and ordered an inquiry'
    let called = (said.start + 1..said.end).find(|&at| is_mark(at) && page.turns(at - 1, Turn::Aside));
    let named = called.and_then(|open| (open + 1..said.end).find(|&at| is_mark(at)));
    if let Some(close) = named.filter(|&at| page.turns(at + 1, Turn::Joint) && page.is_verb(at + 2)) {
        return close + 1;
    }
    if let Some(speech) = shown_speech(page, said.clone()) {
        return speech;
    }
    // 'proposed ending the program in a budget request; the Senate has yet to vote': another clause, and no part of the noun.
    let semicolon = said.clone().find(|&at| page.reading.mark(at) == ';');
    let noun = said.start..semicolon.unwrap_or(said.end);
    let said = if !noun.clone().any(clause) { noun } else { said };
    if said.clone().any(clause) {
        return said.end;
    }
    let paper = |at: usize| page.is(at, fact::DOCUMENT | fact::MEDIUM) || page.turns(at, Turn::Outlet);
    let tells = |at: usize| {
        let light = page.is(at + 1, fact::QUANTITY) || page.turns(at + 1, Turn::DefiniteBefore);
        // 'Arus Balik Lebih Landai dari Tahun Lalu' of a headline has its capitals for another reason.
        let dated = page.is(at + 1, fact::TIME) && page.reading.is_capitalised(at + 1) && !page.is_in_headline(at);
        dated || platform(at + 1) || light && (at + 2..at + 4).any(paper)
    };
    let circumstance = |&at: &usize| page.turns(at, Turn::Adjunct) && !page.turns(at, Turn::Of) && tells(at);
    (said.start + 1..said.end).find(circumstance).unwrap_or(said.end)
}

/// Where it begins to be told how a speech was shown, with which the words end: 'mengakui pasukannya ditarik dalam pidato yang
/// disiarkan televisi, Senin malam'.
fn shown_speech(page: &Page, said: Range<usize>) -> Option<usize> {
    if !page.pack.grammar.noun_first {
        return None;
    }
    let relative = said.clone().rev().find(|&at| page.is(at, fact::RELATIVE)).filter(|&at| at > said.start + 2)?;
    let lead = (relative - LONGEST_SPEECH..relative).rev().find(|&at| page.turns(at, Turn::Adjunct))?;
    let shown = page.pack.cues.events.may_open(*page.reading.words.get(relative + 1)?, EventWord::Deed);
    let closes = is_when(page, said.end.min(relative + 2 + LONGEST_SPEECH)..said.end);
    (shown && lead > said.start && closes).then_some(lead)
}

/// 'pidato kenegaraan', 'televisi pemerintah'
const LONGEST_SPEECH: usize = 2;

/// Where the publisher's own remark begins that closes a sentence behind a comma: ', which fell short', ', although'.
pub(super) fn remark(page: &Page, tokens: Range<usize>) -> Option<usize> {
    let comma = tokens.clone().rev().find(|&at| page.divides(at))?;
    let remarks = page.turns(comma + 1, Turn::Remark) && page.reading.mark(comma) == ',' && comma > tokens.start + 2;
    remarks.then_some(comma)
}

/// Where whoever denied a noun does something else: 'has denied wrongdoing and is due to stand trial'.
pub(super) fn deed_behind(page: &Page, said: &Range<usize>) -> Option<usize> {
    let carries = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal) || page.is_verb(at);
    let and = said.clone().skip(1).take(LONGEST_DENIED).find(|&at| page.turns(at, Turn::Joint))?;
    let bare = !(said.start + 1..and).any(carries) && !page.turns(said.start.wrapping_sub(1), Turn::That);
    let tense = page.turns(and + 1, Turn::Passive) || page.turns(and + 1, Turn::Modal);
    (bare && tense && page.pack.grammar.verbs_inflect && !page.is(and, fact::SPEECH)).then_some(and)
}

/// 'any part in the attack' has as many tokens.
const LONGEST_DENIED: usize = 8;

/// Where it begins to be told what the speaker did not tell: 'but gave no details', 'tetapi tidak merinci', 'without elaborating'.
pub(super) fn withheld(page: &Page, said: &Range<usize>) -> Option<usize> {
    let phrase = |at: usize| {
        let words = page.reading.words.get(at..said.end)?;
        page.pack.cues.withholds.longest(words).map(|(len, _)| len)
    };
    let contrasts = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Contrast);
    // 'and declined to comment further'
    let declines = |at: usize| {
        let past =
            page.pack.cues.verb_suffixes.iter().any(|suffix| page.reading.text(at + 1).ends_with(suffix.as_str()));
        let and = page.pack.cues.names.of(page.reading.words[at]).contains(&NameCue::And);
        and && past && negates(page, at + 1) && page.pack.grammar.verbs_inflect
    };
    (said.start + 1..said.end).find(|&at| {
        if at + 1 < said.end && declines(at) {
            return true;
        }
        if !page.turns(at, Turn::Joint) || !contrasts(at) {
            // 'without elaborating'
            return page.turns(at, Turn::Negation) && phrase(at).is_some();
        }
        // 'but it did not say'
        let light = |&at: &usize| page.is(at, fact::PRONOUN) || page.turns(at, Turn::Modal) || page.is_verb(at);
        let light = (at + 1..said.end).take(LONGEST_SUBJECT).take_while(|at| !negates(page, *at) && light(at)).count();
        let verb = (at + 1 + light..said.end).find(|&at| !negates(page, at)).unwrap_or(said.end);
        phrase(at + 1).is_some_and(|len| len > 1) || verb > at + 1 + light && phrase(verb) == Some(1)
    })
}

/// 'it did'
const LONGEST_SUBJECT: usize = 2;

fn negates(page: &Page, at: usize) -> bool {
    page.turns(at, Turn::Negation)
}

/// Whether nothing but a day and what leads to it is left: 'in an interview with Fox News on Wednesday night.'
pub(super) fn is_when(page: &Page, tokens: Range<usize>) -> bool {
    let leads =
        |at: usize| page.pack.cues.time_prepositions.has(page.reading.words[at]) || page.turns(at, Turn::Adjunct);
    tokens.into_iter().all(|at| page.is(at, fact::TIME) || leads(at) || !page.reading.is_word(at))
}

//! What stands behind the words that somebody said and is no part of them: when and where they were said, what was not told, what the
//! publisher remarks.

use std::ops::Range;

use crate::analysis::attribution::page::{Page, fact};
use crate::lang::{EventWord, NameCue, Turn};
use crate::model::EntityKind;

/// Where the words end that are no more than a noun, before what tells when and where it was said: 'announced the cuts in a post
/// on Bluesky last night', 'reported the breach on Monday'.
pub(super) fn before_circumstance(page: &Page, said: Range<usize>, denies: bool) -> usize {
    let first = said.start;
    let clause = |at: usize| is_of_clause(page, first, at);
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
    // 'called the ruling “absurd” and filed an appeal'
    let object = |mark: usize| {
        let close = (mark + 1..said.end).find(|&at| is_mark(at));
        let short = close.is_some_and(|close| !(mark + 1..close).any(|at| page.turns(at, Turn::Joint)));
        page.pack.grammar.verbs_inflect && short && !(first..mark).any(clause)
    };
    let opens = |&at: &usize| is_mark(at) && (page.turns(at - 1, Turn::Aside) || object(at));
    let called = (said.start + 1..said.end).find(opens);
    let named = called.and_then(|open| (open + 1..said.end).find(|&at| is_mark(at)));
    if let Some(close) = named.filter(|&at| page.turns(at + 1, Turn::Joint) && page.is_verb(at + 2)) {
        return close + 1;
    }
    if let Some(end) = before_post(page, &said) {
        return end;
    }
    if let Some(speech) = shown_speech(page, said.clone()) {
        return speech;
    }
    let said = said.start..before_semicolon(page, &said);
    // 'mengecam serangan tersebut lewat pernyataan di akun X, Selasa'
    let comma = said.clone().find(|&at| page.divides(at)).filter(|_| page.pack.grammar.noun_first);
    let bare = |&comma: &usize| is_when(page, comma..said.end) && !(first..comma).any(clause);
    let said = said.start..comma.filter(bare).unwrap_or(said.end);
    // 'membantah tudingan tersebut saat bersaksi di persidangan'
    let when = |at: &usize| {
        let opens = page.pack.cues.events.may_open(page.reading.words[*at], EventWord::When);
        opens && page.turns(*at, Turn::Adjunct) && page.is_verb(at + 1)
    };
    let opener = said.clone().skip(2).find(when).filter(|_| denies && page.pack.grammar.noun_first);
    if let Some(opener) = opener.filter(|&opener| !(first..opener).any(clause)) {
        return opener;
    }
    // 'confirmed the incident to journalists on Thursday'
    let confirms = page.pack.grammar.verbs_inflect && page.turns(said.start.wrapping_sub(1), Turn::Confirms);
    let outlet = |at: usize| page.name_over(at).is_some_and(|name| name.kind == EntityKind::Outlet);
    let listens = |at: &usize| page.turns(*at, Turn::ToDo) && (page.turns(at + 1, Turn::Listener) || outlet(at + 1));
    let whom = said.clone().skip(1).find(listens).filter(|_| confirms);
    if let Some(whom) = whom.filter(|&whom| !(first..whom).any(clause)) {
        return whom;
    }
    if said.clone().any(clause) {
        return said.end;
    }
    let paper = |at: usize| page.is(at, fact::DOCUMENT | fact::MEDIUM) || page.turns(at, Turn::Outlet);
    let tells = |at: usize| {
        let light = page.is(at + 1, fact::QUANTITY) || page.turns(at + 1, Turn::DefiniteBefore);
        // 'Arus Balik Lebih Landai dari Tahun Lalu' of a headline has its capitals for another reason.
        let dated = page.is(at + 1, fact::TIME) && page.reading.is_capitalised(at + 1) && !page.is_in_headline(at);
        // 'lewat pernyataan'
        let through = || page.clues_in(at..at + 1).any(|index| page.clues[index].kinds.told);
        let issued = page.pack.grammar.noun_first && paper(at + 1) && through();
        dated || platform(at + 1) || issued || light && (at + 2..at + 4).any(paper)
    };
    let circumstance = |&at: &usize| page.turns(at, Turn::Adjunct) && !page.turns(at, Turn::Of) && tells(at);
    let end = (said.start + 1..said.end).find(circumstance).unwrap_or(said.end);
    // 'confirmed the arrest last night', 'confirmed the deal late on Thursday'
    let leads = |at: usize| page.turns(at, Turn::Adjunct) && !page.is(at, fact::TIME);
    let cut = usize::from(end < said.end && leads(end - 1));
    let days = (said.start + 1..end - cut).rev().take_while(|&at| page.is(at, fact::TIME)).last();
    days.filter(|&at| confirms && !leads(at - 1)).unwrap_or(if confirms { end - cut } else { end })
}

/// Where somebody's own words end, before where they were posted: 'called the talks “good and constructive” in a post on Telegram'.
fn before_post(page: &Page, said: &Range<usize>) -> Option<usize> {
    let is_mark = |at: usize| matches!(page.reading.mark(at), '"' | '“' | '”');
    let close = said.clone().rev().find(|&at| is_mark(at)).filter(|_| page.pack.grammar.verbs_inflect)?;
    let open = (said.start..close).find(|&at| is_mark(at))?;
    let lead = close + 1;
    let leads = page.is(lead, fact::PLACE_PREPOSITION) && !page.turns(lead, Turn::ToDo) && !page.turns(lead, Turn::Of);
    let platform = |at: usize| page.name_over(at).is_some_and(|name| name.kind == EntityKind::Platform);
    let paper = page.is(lead + 1, fact::QUANTITY) && (lead + 2..lead + 4).any(|at| page.is(at, fact::DOCUMENT));
    let told = |at: usize| page.is_verb(at) || page.divides(at);
    let bare = !(said.start..open).any(|at| is_of_clause(page, said.start, at)) && !(lead..said.end).any(told);
    (leads && bare && (paper || platform(lead + 1))).then_some(lead)
}

/// Where the words end that are no more than a noun, before the semicolon of another clause: 'proposed ending the program in a budget
/// request; the Senate has yet to vote', 'had expected a 0.3% rise; the index rose 0.1%'.
pub(super) fn before_semicolon(page: &Page, said: &Range<usize>) -> usize {
    let semicolon = said.clone().find(|&at| page.reading.mark(at) == ';');
    semicolon.filter(|&end| !(said.start..end).any(|at| is_of_clause(page, said.start, at))).unwrap_or(said.end)
}

/// Whether the token at `at` of what begins at `first` is of a clause, and of no mere noun.
fn is_of_clause(page: &Page, first: usize, at: usize) -> bool {
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
}

/// Where it is told what came of a deed that was promised or asked for: 'had promised to cut the debt, but borrowing has risen'.
pub(super) fn outcome(page: &Page, said: &Range<usize>) -> Option<usize> {
    let comma = said.clone().skip(1).find(|&at| page.divides(at)).filter(|&at| page.reading.mark(at) == ',')?;
    let contrasts = page.pack.cues.events.may_open(*page.reading.words.get(comma + 1)?, EventWord::Contrast);
    let carries = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal) || page.is_verb(at);
    // 'but borrowing has risen'
    let noun = page.pack.cues.aside_suffix(page.reading.text(comma + 2)) && carries(comma + 3);
    let verb = carries(comma + 2) && !noun || page.turns(comma + 2, Turn::ToDo);
    let subject = !verb && !page.is(comma + 2, fact::SPEECH);
    let told = page.turns(said.start, Turn::ToDo) && contrasts && subject;
    (told && (comma + 3..said.end).any(carries)).then_some(comma)
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

/// Where the publisher's own remark begins that closes a sentence behind a comma: ', which fell short', ', although'; or behind a
/// semicolon, that nobody said something: '; no group has claimed the attack'.
pub(super) fn remark(page: &Page, tokens: Range<usize>) -> Option<usize> {
    let mark = tokens.clone().rev().find(|&at| page.divides(at)).filter(|&mark| mark > tokens.start + 2)?;
    let nobody = || negates(page, mark + 1) && (mark + 2..tokens.end).any(|at| page.is(at, fact::CUE));
    let remarks = match page.reading.mark(mark) {
        ',' => page.turns(mark + 1, Turn::Remark),
        ';' => page.pack.grammar.verbs_inflect && nobody(),
        _ => false,
    };
    remarks.then_some(mark)
}

/// Where whoever spoke of a noun does something else: 'has denied wrongdoing and is due to stand trial', 'announced the deal and flew
/// home', 'membantah tudingan itu dan akan melapor'.
pub(super) fn deed_behind(page: &Page, said: &Range<usize>, denies: bool) -> Option<usize> {
    let carries = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal) || page.is_verb(at);
    let and = said.clone().skip(1).take(LONGEST_DENIED).find(|&at| page.turns(at, Turn::Joint))?;
    let bare = !(said.start + 1..and).any(carries) && !page.turns(said.start.wrapping_sub(1), Turn::That);
    let tense = page.turns(and + 1, Turn::Passive) || page.turns(and + 1, Turn::Modal);
    let definite = page.turns(said.start, Turn::DefiniteBefore) || page.is(said.start, fact::PRONOUN);
    // 'denied the report and flew to Brazil'
    let deed = definite && page.is_verb(and + 1) && !page.pack.cues.aside_suffix(page.reading.text(and + 1));
    let contrasts = page.pack.cues.events.may_open(page.reading.words[and], EventWord::Contrast);
    // 'membantah tudingan itu dan akan melaporkan balik', but 'membantah menerima suap dan memeras'
    let noun = page.pack.grammar.verbs_inflect || denies && !page.is_verb(said.start);
    let ends = bare && noun && (tense && denies || deed && !contrasts);
    (ends && !page.is(and, fact::SPEECH)).then_some(and)
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

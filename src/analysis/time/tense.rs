//! Whether a sentence speaks of what has been or of what is to come, where one of its times stands.
//!
//! Words tell it, not grammar: the pack lists those that turn a sentence to one side or the other.

use std::ops::Range;

use super::{number, reported};
use crate::analysis::reading::Reading;
use crate::analysis::verbs;
use crate::lang::time::TimeRules;
use crate::lang::{NameCue, Pack, Phrases};
use crate::text::token::Case;

/// On which side of the present a sentence puts its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    /// Only a word behind the time is past, as in 'Applications close on 15 August, the university said'.
    PastBehind,
    Future,
    /// Of a plan that was changed, whose day may lie on either side: 'was originally due on Wednesday'.
    Either,
}

/// What stands right before a time and looks ahead has at most as many words.
const LONGEST_LEAD: usize = 3;

/// 'Menjelang laga kandang melawan Arema,' has at most as many tokens.
const LONGEST_OPENING: usize = 7;

/// How far from an expression its tense is looked for. A sentence without end must not cost its square.
const REACH: usize = 60;

/// The tense that the nearest word before `tokens` tells, else the first one behind them. What stands right before them and
/// looks ahead ('until Saturday', 'called a rally for Thursday', 'the funeral is on Friday') tells it before any verb.
///
/// What somebody said is told behind the quotation in its own tense; the search ends with the quotation.
pub(crate) fn told(reading: &Reading, pack: &Pack, sentence: &Range<usize>, tokens: Range<usize>) -> Option<Tense> {
    let rules = &pack.time;
    let from = sentence.start.max(tokens.start.saturating_sub(LONGEST_LEAD));
    let led_by = |list: &Phrases<()>| {
        (from..tokens.start).any(|from| !list.exact(&reading.words[from..tokens.start]).is_empty())
    };
    if led_by(&rules.future_prepositions) {
        return Some(Tense::Future);
    }
    if led_by(&rules.past_prepositions) {
        return Some(Tense::Past);
    }
    if is_deadline(reading, rules, sentence.start, tokens.start) {
        return Some(Tense::Future);
    }
    let before = sentence.start.max(tokens.start.saturating_sub(REACH))..tokens.start;
    // 'Economy dominated campaign; winner takes office on 8 November'
    let clause = before.clone().rev().find(|&at| reading.mark(at) == ';').map_or(before.start, |at| at + 1);
    let before = after_speech(reading, clause..tokens.start)..tokens.start;
    let before = reported::teller(reading, pack, before.clone()).unwrap_or(before.start)..tokens.start;
    let behind = tokens.end..sentence.end.min(tokens.end + REACH);
    // 'Jelang laga, dua suporter diamankan sekitar pukul 16.00'
    let leads = |at: usize| {
        let words = &reading.words[at..before.end];
        let comma = |at: &usize| reading.mark(*at) == ',';
        pack.grammar.noun_first
            && at == before.start
            && rules.words_ahead_of.begins(words)
            && (at..before.end).take(LONGEST_OPENING).any(|at| comma(&at))
    };
    let tense_at = |at: usize| tense(reading, rules, before.start, at..before.end).filter(|_| !leads(at));
    let told_before = before.clone().rev().find_map(|at| Some((at, tense_at(at)?)));
    if let Some((at, Tense::Future)) = told_before {
        // 'semula dijadwalkan berakhir pada Rabu', 'was originally due on Wednesday'
        if (before.start..=at).any(|at| rules.once_planned.begins(&reading.words[at..before.end])) {
            return Some(Tense::Either);
        }
        if joins_past(reading, rules, sentence, &tokens) {
            return Some(Tense::Past);
        }
        // 'had failed an inspection and been ordered to close on 14 January': on either side of the news; but not 'had said it would'.
        let to_do = (at.saturating_sub(1)..=at + 1).any(|at| rules.infinitives.has(reading.words[at]));
        if to_do && (before.start..at).any(|at| rules.pluperfects.has(reading.words[at])) {
            return None;
        }
    }
    let told_before = told_before.map(|(_, tense)| tense);
    let told_behind = || {
        let in_quotation = |&at: &usize| !matches!(reading.mark(at), '"' | '”');
        // 'Duterte, yang ditangkap pada Maret, kini menunggu sidang'
        let closes = behind.is_empty() || matches!(reading.mark(behind.start), ',' | '.');
        if closes && is_in_aside(reading, pack, &before) {
            return Some(Tense::PastBehind);
        }
        let looks_on = |&at: &usize| !rules.words_ahead_of.begins(&reading.words[at..behind.end]);
        // 'ditemukan pada Selasa oleh warga yang hendak memancing': what is told of somebody is no part of the clause that has its verb;
        // 'Kapal berangkat pada Jumat dan dijadwalkan tiba sehari setelahnya': nor what is done next.
        let is_deed = |at: usize| verbs::is_verb(reading, pack, at);
        let is_told = pack.grammar.noun_first && before.clone().any(is_deed);
        let joins = |at: usize| pack.cues.names.of(reading.words[at]).contains(&NameCue::And);
        let next = |at: usize| joins(at) && (at + 1..at + LONGEST_PLAN).any(is_deed);
        let goes_on = |&at: &usize| !(is_told && (next(at) || pack.cues.relatives.has(reading.words[at])));
        let read = behind.clone().take_while(in_quotation).take_while(goes_on).filter(looks_on);
        let told = read.into_iter().find_map(|at| tense(reading, rules, behind.start, at..behind.end));
        // 'In March, the council sold the library': nothing but a word that leads the time stands before it.
        let opens = sentence.start + 1 >= tokens.start && pack.grammar.verbs_inflect;
        told.map(|tense| if tense == Tense::Past && !opens { Tense::PastBehind } else { tense })
    };
    told_before.or_else(|| told_behind().filter(|_| !is_told_plainly(reading, pack, &before, tokens.end)))
}

/// Behind the quotation that ends within `before` with a comma or a stop of its own: '"Kami akan banding," kata X, Kamis' tells no tense of
/// the Thursday.
fn after_speech(reading: &Reading, before: Range<usize>) -> usize {
    let closes = |at: &usize| {
        matches!(reading.mark(*at), '"' | '”') && matches!(reading.mark(at.saturating_sub(1)), ',' | '.' | '?' | '!')
    };
    (before.start + 1..before.end).rev().find(closes).map_or(before.start, |close| close + 1)
}

/// Whether a clause about a noun, behind a comma of its own, is what ends with `before`: 'Duterte, yang ditangkap pada'.
fn is_in_aside(reading: &Reading, pack: &Pack, before: &Range<usize>) -> bool {
    let comma = before.clone().rev().find(|&at| reading.mark(at) == ',');
    let opens = |comma: usize| pack.cues.relatives.has(reading.words[comma + 1]);
    pack.grammar.noun_first && comma.is_some_and(|comma| comma + 1 < before.end && opens(comma))
}

/// 'Parlemen pada Kamis menyetujui anggaran yang akan dibahas lagi': where the verb of a subject before the time stands right
/// behind it, no word of tense behind that verb is its own. English verbs show their tense themselves.
fn is_told_plainly(reading: &Reading, pack: &Pack, before: &Range<usize>, at: usize) -> bool {
    let subject = before.len() > 1 && !matches!(reading.mark(before.end - 1), ',' | '"' | '“');
    let has_tense = || tense(reading, &pack.time, at, at..reading.words.len().min(at + LONGEST_PLAN)).is_some();
    pack.grammar.noun_first && subject && verbs::is_verb(reading, pack, at) && !has_tense()
}

/// 'promised elections but in March had himself sworn in': whether the time opens a clause of its own that tells of what has been.
fn joins_past(reading: &Reading, rules: &TimeRules, sentence: &Range<usize>, tokens: &Range<usize>) -> bool {
    let joins = |at: usize| at > sentence.start && rules.clause_joiners.has(reading.words[at]);
    let opens = tokens.start.checked_sub(2).is_some_and(joins);
    let behind = tokens.end..sentence.end;
    opens && !behind.is_empty() && tense(reading, rules, behind.start, behind.clone()) == Some(Tense::Past)
}

/// How far before 'by Friday' the deed is looked for that is to be done.
const DEADLINE_REACH: usize = 8;

/// 'ordered agencies to patch by June 23', 'promised a sound wall by Christmas': something is to be done, and nothing past stands
/// between it and the day.
fn is_deadline(reading: &Reading, rules: &TimeRules, from: usize, at: usize) -> bool {
    let Some(by) = at.checked_sub(1).filter(|&by| by > from && rules.deadline_prepositions.has(reading.words[by]))
    else {
        return false;
    };
    let from = from.max(by.saturating_sub(DEADLINE_REACH));
    let is_lower =
        |at: usize| reading.tokens[at].case == Case::Lower && !rules.tenseless_openers.has(reading.words[at]);
    let opens = |at: usize| {
        rules.infinitives.has(reading.words[at]) && at + 1 < by && is_lower(at + 1)
            || rules.deadline_verbs.has(reading.words[at]) && at + 1 < by
    };
    let told = (from..by).rev().find(|&at| opens(at) || tense(reading, rules, from, at..by) == Some(Tense::Past));
    told.is_some_and(opens)
}

/// The tense that the word at the start of `tokens` tells, if it tells any; no name does ('the London Athletics
/// Meet'), and nothing that is counted ('by seven votes to one').
fn tense(reading: &Reading, rules: &TimeRules, from: usize, tokens: Range<usize>) -> Option<Tense> {
    let words = &reading.words[tokens.clone()];
    if tokens.start > from && (tokens.start - 1..=tokens.start).all(|at| is_titled(reading, at)) {
        return None;
    }
    // 'in May and again in July'
    let is_name = |at: usize| is_titled(reading, at) && reading.tokens[at - 1].case == Case::Lower;
    if tokens.start > from && is_name(tokens.start) {
        return None;
    }
    // 'by seven votes to one', 'filed plans for six flats'
    let behind_number =
        || number::ends_at(reading, rules, tokens.start - 1) || is_done(reading, rules, tokens.start - 1);
    let counted = tokens.start > from && rules.counted.has(words[0]) && behind_number();
    if counted || is_half(reading, tokens.start) || rules.tenseless.begins(words) {
        return None;
    }
    if rules.infinitives.has(words[0]) && is_ranked(reading, rules, from, tokens.start) {
        return None;
    }
    // The longer words tell it: 'agreed to', but 'agreed to a'.
    let longest = |phrases: &Phrases<()>| phrases.longest(words).map_or(0, |(len, _)| len);
    let future = longest(&rules.future_words);
    if future > 0 && future >= longest(&rules.past_words) {
        if is_of_past_verb(reading, rules, from, tokens.start) {
            return Some(Tense::Past);
        }
        // 'pembunuhan berencana'
        let before = tokens.start.checked_sub(1).filter(|&before| before >= from);
        let in_tenseless = before.is_some_and(|before| {
            rules.tenseless.longest(&reading.words[before..tokens.end]).is_some_and(|(len, _)| len > 1)
        });
        return (!in_tenseless).then_some(Tense::Future);
    }
    let is_past = rules.past_words.begins(words) || is_done(reading, rules, tokens.start);
    // 'plans to begin paid rides': a participle right behind a bare verb only describes its object.
    let words = &reading.words[..tokens.start];
    let bare_verb = |at: usize| {
        let led = |len: &usize| rules.future_words.exact(&words[at - len..at]).len() == 1;
        rules.future_words.begins(&words[at..]) || (1..=LONGEST_PLAN.min(at - from)).any(|len| led(&len))
    };
    let opens = |at: usize| rules.tenseless_openers.has(reading.words[at]) || bare_verb(at);
    if is_past && is_ahead(reading, rules, from, tokens.start) {
        return Some(Tense::Future);
    }
    // 'when he is sentenced on April 30'
    let opened = tokens.start > from && (opens(tokens.start - 1) || bare_verb(tokens.start));
    (is_past && !opened).then_some(Tense::Past)
}

/// Between 'until' and what is done then stand at most as many words.
const LONGEST_AWAITED_TOKENS: usize = 6;

/// 'until the case is heard on February 17': whether what is done at `at`, with a word of the present before it, is still awaited.
fn is_ahead(reading: &Reading, rules: &TimeRules, from: usize, at: usize) -> bool {
    let Some(be) = at.checked_sub(1).filter(|&be| be > from && rules.present_passives.has(reading.words[be])) else {
        return false;
    };
    let near = (from.max(be.saturating_sub(LONGEST_AWAITED_TOKENS))..be).rev();
    near.take_while(|&at| reading.mark(at) != ',').any(|at| rules.awaiting.has(reading.words[at]))
}

/// 'failed to start on Monday': whether what would look ahead at `at` depends on a verb by which it is past.
fn is_of_past_verb(reading: &Reading, rules: &TimeRules, from: usize, at: usize) -> bool {
    let to = [at, at.saturating_sub(1)].into_iter().find(|&at| rules.infinitives.has(reading.words[at]));
    to.filter(|&to| to > from).is_some_and(|to| !rules.past_words.exact(&reading.words[to - 1..=to]).is_empty())
}

/// Whether a word has the ending of what was done: 'filed'.
fn is_done(reading: &Reading, rules: &TimeRules, at: usize) -> bool {
    let text = reading.text(at);
    rules.past_endings.iter().any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending))
}

/// Between 'the first' and what was done stand at most as many words.
const LONGEST_RANKED_TOKENS: usize = 8;

/// 'became the first sitting president to be arrested on January 15': what is told behind which of all it was has been.
fn is_ranked(reading: &Reading, rules: &TimeRules, from: usize, at: usize) -> bool {
    let near = (from.max(at.saturating_sub(LONGEST_RANKED_TOKENS))..at).rev();
    near.take_while(|&at| reading.mark(at) != ',').any(|at| rules.ranks.has(reading.words[at]))
}

/// 'is due to', 'plans to' have at most as many words.
const LONGEST_PLAN: usize = 3;

/// Whether a word is half of another: 'the hardest-hit towns', 'left-wing', 'a much-delayed vote' tell no tense.
fn is_half(reading: &Reading, at: usize) -> bool {
    let hyphen = |at: usize| reading.mark(at) == '-' && reading.is_glued(at) && reading.is_glued(at + 1);
    hyphen(at + 1) || at > 0 && hyphen(at - 1)
}

/// Whether a word is written as names are, and not in capitals throughout.
fn is_titled(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.case == Case::Capital)
}

//! The part of a sentence that one of several times belongs to: 'declared an emergency on Saturday and plans to visit the
//! region next week' tells two events, each with its own verb.

use std::ops::Range;

use super::beside;
use super::gate;
use super::joints::{after_joint, before_joint, joint, phrase_in};
use super::stage::Stage;
use super::subject::{begins_with_verb, joining_len, noun_of_relative, noun_of_relative_before, subject};
use crate::lang::{EventWord, NameCue, Turn};
use crate::model::{Span, TimeExpression};

/// Where an event is told: its own words, and the subject they share with the words before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) subject: Option<Span>,
    pub(super) words: Range<usize>,
}

impl Part {
    /// The pieces in order.
    pub(super) fn pieces(&self, stage: &Stage) -> Vec<Span> {
        self.subject.into_iter().chain([stage.reading.span(self.words.clone())]).collect()
    }
}

/// The part of the tokens `clause` around `time`: from the joint behind the time before it to the joint behind itself, as
/// far as each side has a verb of its own; the whole clause where it tells one event.
pub(super) fn around(stage: &Stage, clause: Range<usize>, time: &TimeExpression) -> Part {
    let own = stage.time_tokens(time);
    let clause = between_semicolons(stage, clause, &own);
    // 'had no power from Friday until Sunday, when engineers repaired the line' tells of the Sunday.
    if let Some(part) = told_behind(stage, clause.clone(), &own).filter(|_| time.until.is_none()) {
        return part;
    }
    let mut start = clause.start;
    let mut end = clause.end;
    let mut before = clause.start;
    for other in times_in(stage, clause.clone()) {
        if other.end <= own.start {
            let between = other.end..own.start;
            let next = close_of_relative(stage, before, between.clone());
            if let Some(next) = next.or_else(|| joint(stage, before..clause.end, between)) {
                start = next;
                before = next;
            }
        } else if other.start >= own.end {
            let between = own.end..other.start;
            // 'at 10am on Thursday, a day after': the day stands between.
            let next = times_in(stage, clause.clone()).into_iter().find(|next| next.start > other.start);
            let counted = |next: &Range<usize>| between.len() <= 1 && beside::of(stage, clause.end, next).is_some();
            let other = next.filter(counted).unwrap_or(other);
            if let Some(aside) = beside::of(stage, clause.end, &other) {
                // 'In June 2022, a month before work began, neighbours had asked': what the time before it dates follows.
                let leads = !stage.has_verb(start..own.start) && aside.words.end < end;
                (start, end) = if leads { (aside.words.end, end) } else { (start, other.start) };
                break;
            }
            let next = joint(stage, start..clause.end, between.clone()).or_else(|| phrase_in(stage, between));
            end = next.unwrap_or(end);
            // 'was born in 1979, moved to London and joined the party in 2001'
            if goes_on_behind(stage, start, &own) {
                end = end.min(own.end + 1);
            }
            break;
        }
    }
    let words = after_joint(stage, start, own.start)..before_joint(stage, end).max(own.end);
    // What begins with its verb has the subject of the words before it.
    let subject = (start > clause.start).then(|| subject(stage, said_before(stage, &clause, start))).flatten();
    let but = joining_len(stage, words.start);
    let subject = subject.filter(|_| begins_with_verb(stage, words.start + but));
    let of_relative = || noun_of_relative_before(stage, clause.start, start, words.start + but);
    let subject = subject.map(|subject| of_relative().unwrap_or(subject));
    let words = if subject.is_some() { words.start + but..words.end } else { words };
    let words = words.start..end_of_relative(stage, clause.start, &words, &own);
    let noun = || {
        // 'menangkap Budi yang kabur pada Maret'
        let noun = noun_before(stage, clause.start, words.start);
        (stage.pack.grammar.noun_first && noun < words.start).then(|| stage.reading.span(noun..words.start))
    };
    Part { subject: subject.or_else(noun).or_else(|| noun_of_relative(stage, clause.start, words.start)), words }
}

/// 'The former president, who was arrested in August after refusing to leave, was put on trial on Monday': the comma that closes a clause
/// about the subject in which the time before `between` stands, where the verb of the sentence follows.
fn close_of_relative(stage: &Stage, floor: usize, between: Range<usize>) -> Option<usize> {
    let relative = |at: &usize| *at > floor && stage.reading.is_comma(at - 1) && stage.is_relative(*at);
    let open = (floor..between.start).rev().find(relative).filter(|_| stage.pack.grammar.verbs_inflect)?;
    if stage.has_verb(floor..open - 1) || (open..between.start).any(|at| stage.reading.is_comma(at)) {
        return None;
    }
    between.into_iter().find(|&at| stage.reading.is_comma(at) && begins_with_verb(stage, at + 1))
}

/// 'The firm, which was founded in 2009 and went public in 2021, makes buses': the comma behind the time that closes what is told of a
/// noun, where the words begin within it; else where they end.
fn end_of_relative(stage: &Stage, floor: usize, words: &Range<usize>, time: &Range<usize>) -> usize {
    let comma = |at: &usize| stage.reading.is_comma(*at);
    let relative = |at: usize| at > floor && comma(&(at - 1)) && stage.is_relative(at);
    let open = (floor..words.start).rev().take_while(|at| !stage.reading.is_comma(*at)).find(|&at| relative(at));
    let within = stage.pack.grammar.verbs_inflect && open.is_some_and(|open| !stage.has_verb(floor..open));
    let close = (time.end..words.end).find(comma).filter(|_| within);
    close.unwrap_or(words.end)
}

/// Whether a comma and the next verb of the same subject stand right behind the time.
fn goes_on_behind(stage: &Stage, start: usize, time: &Range<usize>) -> bool {
    let verb = time.end + 1;
    let aside = stage.pack.cues.aside_suffix(stage.reading.text(verb));
    stage.pack.grammar.verbs_inflect
        && stage.reading.is_comma(time.end)
        && stage.is_main_verb(verb)
        && !aside
        && stage.has_verb(start..time.start)
}

/// What somebody said of the clause, where the word before `at` is told by them: its subject is not whoever says so ('Prosecutors say
/// Smith shot the couple on June 14 and fled').
fn said_before(stage: &Stage, clause: &Range<usize>, at: usize) -> Range<usize> {
    let before = stage.reading.span(at - 1..at);
    let led = |said: &Span| said.covers(before) && said.start > stage.reading.span(clause.clone()).start;
    let said =
        stage.attributions().filter_map(|(_, it)| it.contents().find(|said| it.cue.end <= said.start && led(said)));
    let start = said.map(|said| stage.reading.token_from(said.start)).max();
    start.map_or(clause.start, |start| start.max(clause.start))..clause.end
}

/// 'in the early hours of' has one more token.
const LONGEST_LEAD_TOKENS: usize = 4;

/// A noun before a clause about it has at most this many words.
const LONGEST_NOUN_TOKENS: usize = 5;

/// Where the noun begins that a clause about it follows, if one begins at `relative`, no further back than `floor`; else `relative`.
pub(super) fn noun_before(stage: &Stage, floor: usize, relative: usize) -> usize {
    let closes = |at: usize| {
        let leads = stage.is_verb(at) || stage.opens_clause(at) || stage.is_time_preposition(at);
        leads || stage.is_in_time(at) || stage.is(at, EventWord::Complementiser) || !stage.reading.is_word(at)
    };
    // ', yang mendeklarasikan partai itu'
    let comma = |at: usize| stage.reading.mark(at) == ',';
    let opens = stage.is_relative(relative) || comma(relative) && stage.is_relative(relative + 1);
    let end = relative - usize::from(relative > floor && comma(relative - 1));
    let end = before_places(stage, floor, end);
    // 'Rapat Dewan Gubernur (RDG) yang', 'dividen US$ 34,7 juta yang'
    let near = floor.max(end.saturating_sub(LONGEST_NOUN_TOKENS))..end;
    let bracket = |at: usize| stage.reading.mark(at) == '(';
    let open = (end > floor && stage.reading.mark(end - 1) == ')').then(|| near.clone().rev().find(|&at| bracket(at)));
    let open = open.flatten().unwrap_or(end);
    let amount =
        |at: usize| stage.is_amount(at) || at > 0 && stage.reading.is_number(at - 1) && stage.reading.is_number(at + 1);
    let amounts = near.filter(|&at| amount(at)).count();
    let from = floor.max(open.saturating_sub(LONGEST_NOUN_TOKENS + amounts));
    let noun = (from..open).rev().take_while(|&at| amount(at) || !closes(at)).last();
    // 'akibat gempa bumi yang mengguncang': a noun that is a verb as well
    let event = |at: usize| stage.pack.grammar.noun_first && stage.is_event_noun(at) && stage.is_verb(at);
    let noun = noun.map(|noun| noun - usize::from(noun > from && event(noun - 1)));
    // 'bergabung dengan kapal yang sudah tiba'
    let leads = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Adjunct);
    let noun = noun.map(|noun| noun + usize::from(leads(noun) && noun + 1 < end));
    // 'dibagi lewat keputusan menteri yang terbit'
    let law = |at: &usize| stage.pack.grammar.noun_first && stage.is(*at, EventWord::Law);
    let noun = noun.map(|noun| (noun..open).find(law).unwrap_or(noun));
    noun.filter(|_| opens).unwrap_or(relative)
}

/// Before a row of places with commas between that ends at `end`: 'perusahaan di Serang, Banten, yang'; or before where an event was:
/// 'ledakan di SMAN 72 Jakarta yang'; else `end`.
fn before_places(stage: &Stage, floor: usize, end: usize) -> usize {
    let capital = |at: usize| stage.reading.is_capitalised(at) || stage.reading.is_number(at);
    let joins = |at: usize| stage.reading.is_comma(at) && at > floor && capital(at - 1) && capital(at + 1);
    let row = (floor..end).rev().take_while(|&at| capital(at) || joins(at)).last().unwrap_or(end);
    let leads = |at: &usize| stage.pack.cues.names.of(stage.reading.words[*at]).contains(&NameCue::PlacePreposition);
    let lead = row.checked_sub(1).filter(|at| *at > floor && leads(at));
    let fits = |&lead: &usize| (row..end).any(joins) || stage.is_event_noun(lead - 1);
    lead.filter(fits).filter(|_| stage.pack.grammar.noun_first).unwrap_or(end)
}

/// The clause between semicolons or colons, where it has a verb of its own: '23 people were vaccinated; this week the number was
/// 310', 'It is the second recall: in May it pulled a batch'.
fn between_semicolons(stage: &Stage, clause: Range<usize>, time: &Range<usize>) -> Range<usize> {
    let divides = |at: &usize| parts_clauses(stage, *at);
    if !clause.clone().any(|at| divides(&at)) {
        return clause;
    }
    let start = (clause.start..time.start).rev().find(divides).map_or(clause.start, |at| at + 1);
    let end = (time.end..clause.end).find(divides).unwrap_or(clause.end);
    let start = if stage.has_verb(start..end) { start } else { clause.start };
    if stage.has_verb(start..end) { start..end } else { clause }
}

/// Fewer words before a colon may be a label: 'Exclusive: ...', 'New York police: ...'.
const SHORTEST_BEFORE_COLON: usize = 6;

/// Whether a semicolon stands at `at`; or, where verbs show that a clause stands on either side, a colon.
pub(super) fn parts_clauses(stage: &Stage, at: usize) -> bool {
    match stage.reading.mark(at) {
        ';' => true,
        ':' if stage.pack.grammar.verbs_inflect && !stage.reading.is_glued(at + 1) => {
            let tokens = stage.tokens();
            let told = at - tokens.start >= SHORTEST_BEFORE_COLON || stage.has_verb(tokens.start..at);
            told && stage.has_verb(at + 1..tokens.end)
        }
        _ => false,
    }
}

/// 'has lived on bake sales since November, when the grant ended, ...': a time since which something has lasted, or at which
/// something only was so, dates the clause behind it.
fn told_behind(stage: &Stage, clause: Range<usize>, time: &Range<usize>) -> Option<Part> {
    let before = time.start.checked_sub(1).filter(|&at| at >= clause.start)?;
    let lasting = stage.is(before, EventWord::Lasting) || stage.is(before, EventWord::Since);
    let opens = time.end + usize::from(stage.reading.mark(time.end) == ',');
    // 'was in hospital on Friday, when the bridge fell': nothing was done before the time; 'began in 2022, when' tells of both.
    let lead = if stage.is_time_preposition(before) { before } else { before + 1 };
    let done = |at: usize| {
        let known = stage.pack.cues.verbs.has(stage.reading.words[at]) && !stage.is(at, EventWord::Passive);
        stage.is_main_verb(at) || known
    };
    let only_was = || {
        let told = clause.start..lead;
        told.len() > 1 && opens > time.end && !told.clone().any(done)
    };
    // 'a war that they felt forced into by the attack of Oct. 7, 2023, when militants killed 1,200 people'
    // 'were moved out in the early hours of 12 February, when water was seen'
    let hours = clause.start.max(before.saturating_sub(LONGEST_LEAD_TOKENS))..=before;
    let leads = |at: usize| stage.len_of(at, EventWord::TimeLead).is_some_and(|len| at + len == before + 1);
    let is_of = stage.pack.cues.turns.of(stage.reading.words[before]).contains(&Turn::Of);
    let of_noun = is_of && !hours.into_iter().any(leads);
    if !stage.is(opens, EventWord::When) || !lasting && !of_noun && !only_was() {
        return None;
    }
    // 'hilang sejak Kamis, ketika hendak berangkat': whoever the clause before tells of.
    let verb = (opens..clause.end).find(|&at| stage.is_verb(at)).filter(|_| !begins_with_verb(stage, opens + 1))?;
    let closes = |&at: &usize| stage.reading.is_comma(at);
    let end = (verb..clause.end).find(closes).unwrap_or(clause.end);
    Some(Part { subject: None, words: time.start..end })
}

/// The words of a clause without those of another behind its time: 'had a value of $6 billion in 2021, when people bought tents'.
pub(super) fn without_next(stage: &Stage, part: &Part, time: &Range<usize>) -> Range<usize> {
    let words = part.words.clone();
    let opens = |at: &usize| stage.reading.mark(*at) == ',' && stage.opens_clause(at + 1) && !stage.is_and(at + 1);
    let closes = stage.pack.grammar.verbs_inflect && stage.has_verb(words.start..time.start);
    let other = (time.end..words.end).find(opens).filter(|_| closes);
    words.start..other.unwrap_or(words.end)
}

/// The clause about a noun between its commas, within `words`; empty where there is none.
pub(super) fn aside_about_noun(stage: &Stage, words: Range<usize>) -> Range<usize> {
    let comma = |at: usize| stage.reading.is_comma(at);
    let none = words.end..words.end;
    if !stage.pack.grammar.verbs_inflect {
        return none;
    }
    let Some(close) = words.clone().rev().find(|&at| comma(at)) else { return none };
    let Some(open) = (words.start..close).rev().find(|&at| comma(at)) else { return none };
    match (open..close).find(|&at| stage.is_relative(at)) {
        Some(relative) if !stage.has_verb(words.start..open) => relative..close,
        _ => none,
    }
}

/// The times in `clause`, each to the end of its range.
pub(super) fn times_in(stage: &Stage, clause: Range<usize>) -> Vec<Range<usize>> {
    let times = stage.found.times;
    let span = stage.reading.span(clause);
    let from = times.items().partition_point(|time| time.span.end <= span.start);
    let inside = times.items()[from..].iter().take_while(|time| time.span.start < span.end);
    let mut found: Vec<Range<usize>> = Vec::new();
    for time in inside.filter(|time| time.value.interval().is_some()) {
        let tokens = stage.time_tokens(time);
        if gate::is_part_of_name(stage, tokens.clone()) || gate::is_feast_behind_noun(stage, time, tokens.start) {
            continue;
        }
        if found.last().is_none_or(|last| last.end <= tokens.start) {
            found.push(tokens);
        }
    }
    found
}

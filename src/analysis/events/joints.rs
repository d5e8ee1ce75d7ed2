//! Where one clause of a sentence ends and the next begins: at a comma, a word for 'and', or one that opens a clause.

use std::ops::Range;

use super::stage::Stage;
use crate::lang::EventWord;
use crate::model::Attribution;

/// Where a new clause begins in `between`, two times of `clause`: at a comma, a word for 'and', or one that opens a clause,
/// with a verb on either side.
pub(super) fn joint(stage: &Stage, clause: Range<usize>, between: Range<usize>) -> Option<usize> {
    let inflects = stage.pack.grammar.verbs_inflect;
    // 'Born in Sligo in 1937, she left school at 14'
    if inflects && stage.reading.is_comma(between.start) && stage.is(clause.start, EventWord::Participle) {
        return Some(between.start);
    }
    if inflects && is_row(stage, &between) {
        return None;
    }
    let between = if inflects { behind_aside(stage, &clause, between) } else { between };
    let divides = |at: &usize| {
        let mark = stage.reading.mark(*at);
        // ', Minggu (10/11), dipimpin presiden' belongs to what stands before.
        let before_time = stage.pack.grammar.noun_first && *at + 1 == between.end;
        // 'diambil pada 2019 dan 2021, lalu dianalisis'
        if before_time && stage.is_and(*at) && *at == between.start {
            return false;
        }
        let comma = matches!(mark, ',' | ';' | '—' | '–') && !stage.reading.is_glued(*at + 1) && !before_time;
        // 'sebelum Jumat', 'before the end of the year' lead a time and no clause.
        let leads_time = stage.is_time_preposition(*at) && at + 2 >= between.end;
        let phrase = comma && opens_phrase(stage, *at, between.end);
        comma && !phrase || (stage.is_and(*at) || stage.opens_clause(*at) && !leads_time) && !joins_names(stage, *at)
    };
    let has_verbs = |joint: &usize| {
        let told = stage.is(*joint, EventWord::Complementiser);
        // ', mulai pukul 15.30 WIB': a verb by its form, which only leads the time.
        let mut behind = *joint..clause.end;
        let verb = |at: usize| {
            stage.is_verb(at) && !(stage.is_time_preposition(at) && at + 1 == between.end) && !closes_said(stage, at)
        };
        // 'Dua hari usai laga itu, PSSI memperpanjang kontrak': a verb by its form within the words for a time.
        let before = |at: usize| stage.is_verb(at) && !stage.is_in_time(at);
        (told || (clause.start..*joint).any(before)) && behind.any(verb)
    };
    // 'heard that on 17 October, officers saw a man': the comma behind a time that opens its clause.
    let opening =
        between.start.checked_sub(1).filter(|_| stage.reading.mark(between.start) == ',').is_some_and(|last| {
            let leads = |at: &usize| stage.is_in_time(*at) || stage.is_time_preposition(*at);
            let before = (clause.start..=last).rev().find(|at| !leads(at));
            before.is_some_and(|at| stage.is(at, EventWord::Complementiser))
        });
    let has_verbs = |joint: &usize| !(opening && *joint == between.start) && has_verbs(joint);
    // 'left Sfax on Friday with 70 people aboard and began taking on water': the joint that a verb follows.
    // 'would reach hospitals and nursing homes': such a form goes on only behind another.
    let has_form = |at: usize| stage.pack.cues.aside_suffix(stage.reading.text(at));
    let bound = |at: usize| has_form(at) && !(clause.start..at).any(|at| has_form(at) && stage.is_verb(at));
    // 'was taken to hospital and released on Thursday': both share the word of tense, which the time before does not part from them.
    let shares = |at: usize| {
        let verb = (between.start..at).rev().find(|&at| stage.is_main_verb(at));
        verb.is_some_and(|verb| verb > between.start && stage.is(verb - 1, EventWord::Passive))
    };
    let goes_on = |at: &usize| {
        !shares(*at) && stage.is_and(*at) && stage.is_verb(at + 1) && !bound(at + 1) && divides(at) && has_verbs(at)
    };
    // 'fell on Nov. 12, a record low, and the economy grew': a comma behind which no verb comes before the next joint divides nothing.
    let bare = |at: &usize| stage.is_and(*at) && stage.is_verb(at + 1) && shares(*at);
    let joints = || between.clone().filter(|at| divides(at) && has_verbs(at) && !bare(at));
    let aside = |at: &usize| {
        let next = joints().find(|next| next > at);
        stage.pack.grammar.verbs_inflect && next.is_some_and(|next| !stage.has_verb(*at..next))
    };
    between.clone().rev().find(goes_on).or_else(|| joints().find(|at| !aside(at)))
}

/// 'On Monday, as envoys gathered in Doha, shelling resumed': what is left of `between` behind a clause that opens behind the comma of
/// a time which leads; for the time is none of that clause's own.
fn behind_aside(stage: &Stage, clause: &Range<usize>, between: Range<usize>) -> Range<usize> {
    let Range { start, end } = between;
    let opens = |at: usize| stage.opens_clause(at) && !stage.is_relative(at) && !stage.is_and(at);
    let leads = |at: usize| stage.is_in_time(at) || stage.is_time_preposition(at);
    let aside = stage.reading.is_comma(start) && opens(start + 1) && (clause.start..start).all(leads);
    let close = (start + 1..end).find(|&at| aside && stage.reading.is_comma(at));
    close.map_or(start, |close| close + 1)..end
}

/// 'in October and on New Year's Eve,', 'in 2019 and again in 2022,': whether two times of one clause have nothing but small words between
/// them and a comma behind.
fn is_row(stage: &Stage, between: &Range<usize>) -> bool {
    let again = |at: usize| at > between.start && stage.is_and(at - 1) && stage.is(at, EventWord::Repeated);
    let joins = |at: usize| stage.is_and(at) || stage.is_time_preposition(at) && !stage.opens_clause(at) || again(at);
    !between.is_empty() && between.clone().all(joins) && closes_time(stage, between.end)
}

/// Whether a comma follows the time that begins at `time`.
fn closes_time(stage: &Stage, time: usize) -> bool {
    let end = (time..stage.tokens().end).find(|&at| !stage.is_in_time(at));
    end.is_some_and(|end| stage.reading.mark(end) == ',')
}

/// Where, between two times, a phrase without a verb begins that has the verb before the first: ', to Kenya in 2022' behind 'expanded to
/// Ghana in 2021'.
pub(super) fn phrase_in(stage: &Stage, mut between: Range<usize>) -> Option<usize> {
    let end = between.end;
    between.find(|&at| stage.reading.mark(at) == ',' && opens_phrase(stage, at, end))
}

fn opens_phrase(stage: &Stage, comma: usize, end: usize) -> bool {
    stage.pack.grammar.verbs_inflect
        && stage.is_time_preposition(comma + 1)
        && !stage.opens_clause(comma + 1)
        && comma + 2 < end
        && !stage.has_verb(comma + 1..end)
}

/// Whether the verb at `at` tells who said all that stands before it: '..., the teams announced'.
fn closes_said(stage: &Stage, at: usize) -> bool {
    let verb = stage.reading.span(at..at + 1);
    let closes =
        |it: &Attribution| !it.direct && it.cue.covers(verb) && it.contents().all(|said| said.end <= verb.start);
    stage.pack.grammar.verbs_inflect && stage.attributions().any(|(_, it)| closes(it))
}

/// Whether the word for 'and' at `at` stands between two names, of which the second does nothing: 'published in Cell and Science,'.
fn joins_names(stage: &Stage, at: usize) -> bool {
    let is_name = |at: usize| stage.reading.is_capitalised(at);
    let behind = (at + 1..stage.tokens().end).find(|&at| !is_name(at)).unwrap_or(at + 1);
    at > 0 && is_name(at - 1) && behind > at + 1 && !stage.reading.is_word(behind)
}

/// Behind the commas and the words for 'and' that stand at `at`.
pub(super) fn after_joint(stage: &Stage, mut at: usize, limit: usize) -> usize {
    while at < limit && (matches!(stage.reading.mark(at), ',' | ';' | '—' | '–') || stage.is_and(at)) {
        at += 1;
    }
    at
}

pub(super) fn before_joint(stage: &Stage, end: usize) -> usize {
    let comma = end.checked_sub(1).filter(|&at| matches!(stage.reading.mark(at), ',' | ';'));
    comma.unwrap_or(end)
}

//! Attribution: for each sentence who says it, with which words, and through which outlets it came.
//!
//! `quotes` finds quotations, `clues` gathers what bears on a sentence, `speech` finds the speaker, `outlets` the
//! chain of outlets; here they become attributions with content and scope. The scope is the whole sentence, with
//! every quotation that reaches into it; or, where an outlet only called something so, the words it used.

mod clues;
mod outlets;
mod quotes;
mod speech;

use std::ops::Range;

use clues::Clues;
use outlets::{Passage, Reach};
use rustc_hash::FxHashSet;
use speech::{Order, Speech};

use super::reading::Reading;
use crate::lang::Pack;
use crate::model::{Arena, Attribution, Entity, EntityId, EntityKind, Mention, Rule, Source, Span, Stance};

/// The attributions in `sentences`, sorted by scope. Places that speak are marked in `mentions` as acting.
pub(crate) fn find(
    reading: &Reading,
    pack: &Pack,
    sentences: &[Range<usize>],
    entities: &Arena<Entity>,
    mentions: &mut Arena<Mention>,
) -> Arena<Attribution> {
    let names = clues::namings(reading, entities, mentions);
    let mut quotes = Vec::new();
    for paragraph in &reading.paragraphs {
        quotes::find(reading, paragraph.clone(), &mut quotes);
    }
    let mut found: Vec<Attribution> = Vec::new();
    let mut last_speaker: Option<EntityId> = None;
    let mut acting: FxHashSet<Span> = FxHashSet::default();
    for sentence in sentences {
        let clues = Clues::gather(reading, pack, sentence.clone(), &names, &quotes);
        let speech = speech::find(&clues, last_speaker);
        if let Some(Source::Entity { entity, .. }) = speech.as_ref().map(|speech| speech.source)
            && entities[entity].kind == EntityKind::Person
        {
            last_speaker = Some(entity);
        }
        acting.extend(acting_place(entities, speech.as_ref()));
        found.extend(attributions(&clues, speech, outlets::find(&clues)));
    }
    for (_, mention) in mentions.iter_mut().filter(|(_, mention)| acting.contains(&mention.span)) {
        mention.acting = true;
    }
    found.sort_by_key(|attribution| (attribution.scope.start, std::cmp::Reverse(attribution.scope.end)));
    Arena::from(found)
}

/// Where the speaker is a place, which then stands for its government.
fn acting_place(entities: &Arena<Entity>, speech: Option<&Speech>) -> Option<Span> {
    let Some(Source::Entity { entity, span }) = speech.map(|speech| speech.source) else { return None };
    (entities[entity].kind == EntityKind::Place).then_some(span)
}

/// The attributions of one sentence: the speaker's with the outlets that carry the whole, and one for each phrase
/// that an outlet coined.
fn attributions(clues: &Clues, speech: Option<Speech>, passages: Vec<Passage>) -> Vec<Attribution> {
    let (phrases, whole): (Vec<Passage>, Vec<Passage>) =
        passages.into_iter().partition(|passage| passage.reach == Reach::Phrase);
    let mut found: Vec<Attribution> = phrases.into_iter().map(|passage| of_phrase(clues, passage)).collect();
    // 'KCNA melaporkan': the outlet is the speaker already.
    let speech = speech.filter(|speech| !whole.iter().any(|passage| passage.cue == speech.cue));
    if speech.is_some() || !whole.is_empty() {
        found.push(of_sentence(clues, speech, whole));
    }
    found
}

fn of_phrase(clues: &Clues, passage: Passage) -> Attribution {
    let quote = clues.quotes.iter().find(|quote| quote.start >= passage.tokens.end);
    let end = quote.map_or(clues.sentence.end, |quote| quote.end.min(clues.sentence.end));
    let content = quote.map_or(passage.tokens.end..end, |quote| quote.start..end);
    Attribution {
        source: None,
        cue: clues.reading.span(passage.cue.clone()),
        content: clues.reading.span(content),
        more: Vec::new(),
        stance: Stance::Claim,
        scope: clues.reading.span(passage.tokens.start..end),
        via: passage.via,
        direct: quote.is_some(),
        primary: false,
        rule: Rule::from(passage.rule),
    }
}

fn of_sentence(clues: &Clues, speech: Option<Speech>, passages: Vec<Passage>) -> Attribution {
    let reading = clues.reading;
    // An outlet that reports as the subject is the last hand: 'The Straits Times melaporkan, mengutip Reuters'.
    let (subjects, others): (Vec<&Passage>, Vec<&Passage>) = passages.iter().partition(|passage| passage.is_subject);
    let via = others.iter().chain(&subjects).flat_map(|passage| passage.via.iter().copied()).collect();
    let content = content(clues, speech.as_ref(), &passages);
    let quote = clues.quotes.iter().find(|quote| content.start <= quote.start && quote.end <= content.end + 1);
    let direct = quote.is_some_and(|quote| quote.start == content.start);
    let scope = clues.quotes.iter().fold(reading.span(clues.sentence.clone()), |scope, quote| {
        let reaches = direct && quote.start < content.end && content.start < quote.end;
        let joined = scope.join(reading.span(quote.clone()));
        if reaches && joined.len() <= Attribution::LONGEST_SCOPE_BYTES { joined } else { scope }
    });
    let first = passages.first();
    let cue = speech.as_ref().map(|speech| &speech.cue).or(first.map(|passage| &passage.cue));
    let rule = speech.as_ref().map(|speech| speech.rule).or(first.map(|passage| passage.rule));
    Attribution {
        source: speech.as_ref().map(|speech| speech.source),
        cue: cue.map_or(Span::empty(scope.start), |cue| reading.span(cue.clone())),
        content: reading.span(content),
        more: Vec::new(),
        stance: Stance::Claim,
        scope,
        via,
        direct,
        primary: speech.is_some_and(|speech| speech.primary),
        rule: Rule::from(rule.unwrap_or_default()),
    }
}

/// The tokens of what is said: the sentence without the words that say who says it.
fn content(clues: &Clues, speech: Option<&Speech>, passages: &[Passage]) -> Range<usize> {
    let mut content = clues.sentence.clone();
    match speech {
        Some(speech) if speech.order == Order::Behind => content.start = speech.cue.end,
        Some(speech) => {
            let words = speech.cue.start.min(speech.speaker.start)..speech.cue.end.max(speech.speaker.end);
            if stands_behind(clues, &words) { content.start = words.end } else { content.end = words.start }
        }
        None => {}
    }
    for passage in passages {
        // What leads the content is cut off before it; anything else ends it.
        if passage.tokens.start <= content.start + 1 {
            content.start = content.start.max(passage.tokens.end);
        } else {
            content.end = content.end.min(passage.tokens.start);
        }
    }
    trim(clues, content.start.min(content.end)..content.end)
}

/// Whether what is said comes behind the words that name the speaker: a quotation does, or they open the sentence.
fn stands_behind(clues: &Clues, words: &Range<usize>) -> bool {
    let quoted_before = clues.quotes.iter().any(|quote| quote.start < words.start);
    let quoted_behind = clues.quotes.iter().any(|quote| quote.start >= words.end);
    let opens = words.start <= clues.sentence.start + 1;
    !quoted_before && (quoted_behind || opens)
}

/// Without commas, a word for 'that' and the final stop at its borders.
fn trim(clues: &Clues, mut tokens: Range<usize>) -> Range<usize> {
    let is_loose = |at: usize| matches!(clues.reading.mark(at), ',' | '.' | ':' | '-' | '–' | '—');
    while tokens.start < tokens.end && is_loose(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && is_loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

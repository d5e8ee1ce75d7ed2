//! Attribution: for each sentence who says it, with which words, and through which outlets it came.
//!
//! `page` holds what is known of each token: quotations, those that are speech, clues, borders. `frames` reads the words around
//! each clue for who speaks, to whom and where the content stands; `outlets` finds the outlets that are named; `statements`
//! puts together what each sentence says, whom its words mean, and how far it reaches.

mod frames;
mod outlets;
mod page;
mod statements;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::reading::Reading;
use crate::lang::{Gazetteer, Pack, Turn};
use crate::model::{
    Arena, Attribution, Entity, EntityKind, Furniture, FurnitureKind, Mention, Source, Span, TimeExpression,
};
use frames::Unit;
use outlets::Outlets;
use page::{Page, fact};
use statements::Writer;

/// No sentence has more tokens.
const LONGEST_SENTENCE: usize = 1_000;

/// What the stages before this one found.
pub(crate) struct Found<'a> {
    pub(crate) sentences: &'a [Range<usize>],
    pub(crate) furniture: &'a [Furniture],
    pub(crate) times: &'a Arena<TimeExpression>,
    pub(crate) gazetteer: &'a Gazetteer,
    /// What the outlet is called that published the article.
    pub(crate) publisher: Option<&'a str>,
}

/// The attributions of an article, sorted by scope.
///
/// Outlets that only their cue gives away are added to `entities` and `mentions`; places that speak are marked as acting.
pub(crate) fn find(
    reading: &Reading,
    pack: &Pack,
    found: &Found,
    entities: &mut Arena<Entity>,
    mentions: &mut Arena<Mention>,
) -> Arena<Attribution> {
    let page = Page::new(reading, pack, found, entities, mentions);
    let datelines = found.furniture.iter().filter(|piece| piece.kind == FurnitureKind::Dateline);
    let mut datelines: Vec<Range<usize>> = datelines.map(|piece| reading.tokens_in(piece.span)).collect();
    let units = units(&page, found.sentences, &mut datelines);
    let mut outlets = Outlets::new(entities, found.publisher);
    let mut writer = Writer::new(&page, &units);
    for unit in &units {
        writer.read(unit, &datelines, &mut outlets);
    }
    let mut attributions = writer.finish();
    outlets.place(&page, mentions);
    mark_acting(&page, &attributions, entities, mentions);
    attributions.sort_by_key(|attribution| (attribution.scope.start, std::cmp::Reverse(attribution.scope.end)));
    Arena::from(attributions)
}

/// Sentences, those joined that one quotation reaches over, that tell who asked behind a question, or that a colon announces; without
/// datelines, which are added to `datelines`.
fn units(page: &Page, sentences: &[Range<usize>], datelines: &mut Vec<Range<usize>>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(sentences.len());
    // Where a paragraph begins that the one before announces.
    let mut announced = None;
    for sentence in sentences.iter().flat_map(pieces) {
        let inside = page.quotes.partition_point(|quote| quote.tokens.start < sentence.start).checked_sub(1);
        let reaches = inside.is_some_and(|quote| page.quotes[quote].tokens.end > sentence.start);
        let last = units.last_mut().filter(|last| last.tokens.end == sentence.start);
        let opens = last.as_ref().is_some_and(|last| announces(page, &last.tokens, &sentence));
        if opens {
            announced = Some(sentence.start).filter(|&at| !page.is(at, fact::SPEECH));
        }
        if page.said_at(sentence.start).is_some() {
            announced = Some(sentence.start);
        }
        let told = announced.is_some_and(|start| start < sentence.start && page.same_paragraph(start, sentence.start));
        let goes_on = |last: &&mut Unit| {
            let unit = &last.tokens;
            let told = told && unit.len() < LONGEST_SENTENCE;
            reaches || opens || told || asks_behind(page, unit, &sentence)
        };
        match last.filter(goes_on) {
            Some(last) => last.tokens.end = sentence.end,
            None => units.push(Unit { tokens: sentence, index: units.len() }),
        }
    }
    for unit in &mut units {
        if let Some(dateline) =
            statements::scope::own_dateline(page, unit).filter(|dateline| dateline.end < unit.tokens.end)
        {
            unit.tokens.start = dateline.end;
            datelines.push(dateline);
        }
    }
    units
}

/// 'The minister said:' at the end of a paragraph: whether what was said begins with the next.
fn announces(page: &Page, unit: &Range<usize>, sentence: &Range<usize>) -> bool {
    let colon = unit.end - 1;
    let cue = colon > unit.start && page.reading.mark(colon) == ':' && page.is(colon - 1, fact::CUE);
    cue && !page.same_paragraph(colon, sentence.start) && sentence.len() > 1
}

/// '“You hated him?” Mr Csoka asked.': whether a sentence is only who asked or called what the quotation before it has.
fn asks_behind(page: &Page, quotation: &Range<usize>, sentence: &Range<usize>) -> bool {
    let mark = |back: usize| quotation.end.checked_sub(back).map_or(' ', |at| page.reading.mark(at));
    let closes = matches!(mark(1), '”' | '"' | '’') && matches!(mark(2), '?' | '!');
    if !closes || !page.pack.grammar.verbs_inflect || !page.same_paragraph(quotation.start, sentence.start) {
        return false;
    }
    let Some(clue) = page.clues_in(sentence.clone()).next().map(|index| &page.clues[index]) else { return false };
    let speaker = page.name_over(clue.tokens.start.saturating_sub(1));
    let named = speaker.is_some_and(|name| name.start == sentence.start && name.tokens.end == clue.tokens.start);
    let follows = clue.tokens.end;
    let listens = clue.kinds.told || page.turns(follows, Turn::Listener);
    named && clue.kinds.says && (page.ends(follows) || page.divides(follows) || listens)
}

/// A sentence, cut where it is longer than any sentence is, so that no text makes the time grow faster than its length.
fn pieces(sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = *sentence;
    (start..end).step_by(LONGEST_SENTENCE).map(move |from| from..end.min(from + LONGEST_SENTENCE))
}

/// Marks the places that speak for their governments.
fn mark_acting(page: &Page, attributions: &[Attribution], entities: &Arena<Entity>, mentions: &mut Arena<Mention>) {
    let place = |attribution: &Attribution| match attribution.source {
        Some(Source::Entity { entity, span }) if entities[entity].kind == EntityKind::Place => Some((entity, span)),
        _ => None,
    };
    let speaking: Vec<(_, Span)> = attributions.iter().filter_map(place).collect();
    if speaking.is_empty() {
        return;
    }
    let named: FxHashSet<Span> = (speaking.iter())
        .flat_map(|&(entity, span)| {
            let tokens = page.reading.tokens_in(span);
            page.names_in(tokens).filter(move |name| name.entity == entity).map(|name| page.span(name.tokens.clone()))
        })
        .collect();
    for (_, mention) in mentions.iter_mut().filter(|(_, mention)| named.contains(&mention.span)) {
        mention.acting = true;
    }
}

//! From an article to everything that can be said about it: a chain of stages over one reading of the text.
//!
//! Furniture first, so that a link never becomes an event; then time, names, attribution and events, each with
//! what those before it found. Nothing here fails: what cannot be worked out is left out, or is a warning.

mod attribution;
mod events;
mod folded;
mod furniture;
pub mod names;
mod passages;
mod publication;
mod reading;
mod time;
mod token_index;
mod verbs;

use std::ops::Range;

pub use passages::{Passages, dates, entities, entities_as_annotated};

use crate::lang::time::TimeRules;
use crate::lang::{Pack, Packs};
use crate::model::{
    Analysis, Arena, Article, Correction, Entity, EntityId, EntityKind, Furniture, FurnitureKind, Mention, Sentence,
    Warning,
};
use crate::text::sentence;
use crate::text::token::Case;
use names::corrected::Said;
use reading::Reading;

/// Works out what `article` says, with the pack of its language.
///
/// The language is the article's own word for it if there is a pack for that, else the pack whose small words are
/// the most frequent. Takes time linear in the length of the text.
pub fn analyse(article: &Article, packs: &Packs) -> Analysis {
    analyse_corrected(article, packs, &[])
}

/// The same, with what the reader corrected: words that were added are found as names, and the names that were found are
/// joined, called and left out as the corrections say. What follows from names follows from these.
pub fn analyse_corrected(article: &Article, packs: &Packs, corrections: &[Correction]) -> Analysis {
    let reading = Reading::new(article, packs);
    let told = article.language.as_deref().and_then(|code| packs.for_code(code)).map(|pack| (pack, true));
    let Some((pack, certain)) = told.or_else(|| packs.detect(reading.telling_words())) else {
        return Analysis::default();
    };

    let publication = publication::lines(&reading, pack);
    let published = article.published.or(publication.first().map(|line| line.published));
    let (furniture, prose) = furniture::find(&reading, pack, &publication);
    let sentences = sentences(&reading, pack, &prose);
    let passages = with_datelines(&reading, &furniture, &sentences);
    let times = time::find(&reading, pack, &passages, published);
    let said = Said::new(corrections, article);
    let in_time = names::in_time(&reading, packs, pack, &times.expressions);
    let known = names::KnownNames::find(&reading, packs);
    let passages = passages.as_slice();
    let scene =
        names::Scene { reading: &reading, packs, pack, passages, in_time: &in_time, known: &known, said: &said };
    let mut names = names::find(&scene);
    let told = attribution::Found {
        sentences: &sentences,
        furniture: &furniture,
        times: &times.expressions,
        gazetteer: &packs.gazetteer,
        publisher: article.outlet.as_deref(),
    };
    let attributions = attribution::find(&reading, pack, &told, &mut names.entities, &mut names.mentions);
    let sentences: Arena<Sentence> =
        sentences.iter().map(|tokens| Sentence { span: reading.span(tokens.clone()) }).collect();
    let found = events::Found {
        sentences: &sentences,
        entities: &names.entities,
        mentions: &names.mentions,
        times: &times.expressions,
        attributions: &attributions,
        published: times.published.map(|published| published.date),
    };
    let (events, undated) = events::find(&reading, pack, &found);

    let mut warnings = times.warnings;
    if !certain {
        warnings.push(Warning::UncertainLanguage);
    }
    Analysis {
        language: pack.code.clone(),
        published: times.published,
        publisher: publisher(article, &furniture, &names.entities, &names.mentions),
        furniture,
        entities: names.entities,
        mentions: names.mentions,
        times: times.expressions,
        attributions,
        events,
        undated,
        warnings,
        sentences,
    }
}

fn sentences(reading: &Reading, pack: &Pack, prose: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for paragraph in prose {
        let is_abbreviation = |index: usize| {
            let at = paragraph.start + index;
            let known =
                pack.abbreviations.longest(&reading.words[at..]).is_some() && !is_word_of_its_own(reading, pack, at);
            known || is_clock_before_day(reading, &pack.time, at)
        };
        let is_counted = |index: usize| pack.counted.has(reading.words[paragraph.start + index]);
        let is_small = |index: usize| pack.function_words.contains(&reading.words[paragraph.start + index]);
        let tokens = &reading.tokens[paragraph.clone()];
        let found = sentence::split(reading.body, tokens, is_abbreviation, is_counted, is_small);
        sentences.extend(found.into_iter().map(|range| paragraph.start + range.start..paragraph.start + range.end));
    }
    sentences
}

/// 'voted no. Hatcher': an abbreviation only before what is counted ('no. 5').
fn is_word_of_its_own(reading: &Reading, pack: &Pack, at: usize) -> bool {
    let small = reading.tokens[at].case == Case::Lower && pack.function_words.contains(&reading.words[at]);
    small && !reading.is_number(at + 2)
}

/// Whether a clock time ends with the word at `at` and a stop, and its day follows: 'at 2:37 a.m. Tuesday'.
fn is_clock_before_day(reading: &Reading, rules: &TimeRules, at: usize) -> bool {
    let words = &reading.words;
    let behind = words.get(at + 2..).is_some_and(|words| rules.behind_clock.begins(words));
    let ends = |from: usize| rules.clock_stops.starting(&words[from..]).any(|(len, _)| from + len == at + 2);
    behind && (at.saturating_sub(LONGEST_CLOCK_TOKENS)..=at).any(ends)
}

/// A word of the clock has no more tokens before its last.
const LONGEST_CLOCK_TOKENS: usize = 3;

/// The passages in which names and times count: the sentences, and the datelines before them.
fn with_datelines(reading: &Reading, furniture: &[Furniture], sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let datelines = furniture.iter().filter(|piece| piece.kind == FurnitureKind::Dateline);
    let mut passages: Vec<Range<usize>> = datelines.map(|piece| reading.tokens_in(piece.span)).collect();
    passages.extend(sentences.iter().cloned());
    passages.sort_by_key(|passage| passage.start);
    passages
}

/// The outlet that the article names as its own, or that its dateline names.
fn publisher(
    article: &Article,
    furniture: &[Furniture],
    entities: &Arena<Entity>,
    mentions: &Arena<Mention>,
) -> Option<EntityId> {
    let outlets = || entities.iter().filter(|(_, entity)| entity.kind == EntityKind::Outlet);
    // The reader may have given it another name than the article does.
    let is_called = |entity: &Entity, name: &str| {
        let mut printed = entity.mentions.iter().map(|&id| mentions[id].span.of(&article.body));
        entity.name.eq_ignore_ascii_case(name) || printed.any(|form| form.eq_ignore_ascii_case(name))
    };
    let told = article
        .outlet
        .as_deref()
        .and_then(|name| outlets().find(|(_, entity)| is_called(entity, name)).map(|(id, _)| id));
    told.or_else(|| {
        let dateline = furniture.iter().find(|piece| piece.kind == FurnitureKind::Dateline)?;
        let in_dateline = |mention: &&Mention| {
            dateline.span.covers(mention.span) && entities[mention.entity].kind == EntityKind::Outlet
        };
        mentions.items().iter().find(in_dateline).map(|mention| mention.entity)
    })
}

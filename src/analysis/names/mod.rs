//! Names: found in each sentence, given a kind, and joined over the whole article to one entity each.
//!
//! `tagger` finds names as a model was trained to and `borders` sets where each of them begins and ends; `spot` finds
//! candidates with what surrounds them, of which what was tagged is one kind; `headline` tells which words of headlines
//! belong to no name; `agree` makes the candidates of the whole article agree; `kind` decides what each is; `resolve` joins
//! them. Without a model the rest works alone. `corrected` does what the reader said, before and after.

mod agree;
mod borders;
mod candidate;
pub(crate) mod corrected;
mod fields;
mod headline;
mod kind;
mod known;
mod months;
mod resolve;
mod scene;
mod short;
mod spot;
mod tagger;
mod taught;

use std::ops::Range;

use self::candidate::Candidate;
use self::headline::Headlines;
pub(crate) use self::known::KnownNames;
pub(crate) use self::scene::Scene;
use self::spot::Spotter;
pub use self::tagger::lesson;
use self::tagger::{Tagged, Tagger};
pub(crate) use self::taught::find_as_taught;
use super::reading::Reading;
use crate::lang::{Pack, Packs};
use crate::model::{Arena, Entity, Id, Mention, TimeExpression};

/// The entities of an article and where they are named; mentions are sorted by span.
#[derive(Default)]
pub(crate) struct Names {
    pub(crate) entities: Arena<Entity>,
    pub(crate) mentions: Arena<Mention>,
}

impl Names {
    /// Adds the names of another article, whose text lies behind this one's.
    pub(crate) fn append(&mut self, other: Names) {
        let (entities, mentions) = (self.entities.len(), self.mentions.len());
        for mut entity in other.entities.into_items() {
            entity.mentions.iter_mut().for_each(|id| *id = Id::new(mentions + id.index()));
            self.entities.push(entity);
        }
        for mention in other.mentions.into_items() {
            self.mentions.push(Mention { entity: Id::new(entities + mention.entity.index()), ..mention });
        }
    }
}

/// How much is tagged at once, so that the tagger's memory does not grow with a text that has no sentences.
const LONGEST_TAGGED_TOKENS: usize = 4_000;

/// For each token whether it begins in one of `times`, and is none of a name: 'May' of 'Theresa May'.
pub(crate) fn in_time(reading: &Reading, packs: &Packs, pack: &Pack, times: &Arena<TimeExpression>) -> Vec<bool> {
    let mut in_time = begins_in_time(reading, times);
    months::leave_out_surnames(reading, packs, pack, times, &mut in_time);
    in_time
}

fn begins_in_time(reading: &Reading, times: &Arena<TimeExpression>) -> Vec<bool> {
    let mut times = times.items().iter().map(|time| time.span).peekable();
    let is_in_time = |start: usize| {
        while times.next_if(|time| time.end <= start).is_some() {}
        times.peek().is_some_and(|time| time.contains(start))
    };
    reading.tokens.iter().map(|token| token.span().start).map(is_in_time).collect()
}

/// What is known of the article as a whole before its sentences are looked at.
#[derive(Clone, Copy)]
struct Page<'a> {
    headlines: &'a Headlines<'a>,
    /// Whether it is about matches, so that words which clubs are called by name these.
    reports_matches: bool,
    /// Whether it is about works, so that what stands in quotation marks is a title.
    reviews_works: bool,
}

/// Finds the names that a reader wants to have marked.
pub(crate) fn find(scene: &Scene) -> Names {
    let mut tagger = scene.tagger();
    let headlines = Headlines::find(scene);
    let reports_matches = agree::clubs::reports_matches(scene);
    let reviews_works = !reports_matches && agree::titles::reviews_works(scene);
    let page = Page { headlines: &headlines, reports_matches, reviews_works };
    // Each step goes through the whole article before the next begins, so that its code stays at hand.
    let tagged = tagger.as_mut().map(|tagger| scene.passages.iter().map(|it| scene.tagged(tagger, it)).collect());
    let settled = tagged.map(|tagged: Vec<Vec<Tagged>>| scene.settled(&tagged, &headlines));
    let mut spotted = Vec::new();
    for (index, passage) in scene.passages.iter().enumerate() {
        scene.spot(passage, settled.as_ref().map(|settled| settled[index].as_slice()), page, &mut spotted);
    }
    spotted = headlines.adopt(scene, spotted);
    spotted = corrected::spot(scene, spotted);
    scene.joined(agree::settle(scene, page, tagger.is_some(), spotted))
}

impl<'a> Scene<'a> {
    /// The tagger of the pack, if it has a model.
    fn tagger(&self) -> Option<Tagger<'a>> {
        let model = self.pack.tagger.as_ref()?;
        Some(Tagger::new(model, self.reading, self.packs, self.pack))
    }

    fn tagged(&self, tagger: &mut Tagger, passage: &Range<usize>) -> Vec<Tagged> {
        if passage.len() <= LONGEST_TAGGED_TOKENS {
            return tagger.names(passage.clone());
        }
        let pieces = passage.clone().step_by(LONGEST_TAGGED_TOKENS);
        let ends = |start: usize| start..passage.end.min(start + LONGEST_TAGGED_TOKENS);
        pieces.flat_map(|start| tagger.names(ends(start))).collect()
    }

    fn trimmed(&self, tagged: &[Tagged]) -> Vec<Tagged> {
        // 'Christmas Day' is a day.
        let is_time = |tagged: &&Tagged| tagged.tokens.clone().all(|at| self.in_time.get(at).copied().unwrap_or(false));
        tagged.iter().filter(|tagged| !is_time(tagged)).filter_map(|tagged| tagged.trimmed(self.reading)).collect()
    }

    /// What was tagged in each passage, without the ordinary words of headlines, cut where it is two names and with its borders set.
    fn settled(&self, tagged: &[Vec<Tagged>], headlines: &Headlines) -> Vec<Vec<Tagged>> {
        let parts = |name: &Tagged| {
            let kind = name.kind;
            headlines.parts(name.tokens.clone()).map(move |part| Tagged::new(part, kind))
        };
        let trimmed = |tagged: &Vec<Tagged>| {
            tagged.iter().flat_map(parts).filter_map(|part| part.trimmed(self.reading)).collect()
        };
        borders::settle(self, tagged.iter().map(trimmed).collect())
    }

    /// Appends the candidates of one passage to `out`, given what a tagger found in it.
    fn spot(&self, passage: &Range<usize>, tagged: Option<&[Tagged]>, page: Page, out: &mut Vec<Candidate>) {
        let sentence = passage.clone();
        let name_words = Vec::new();
        Spotter { scene: *self, reading: self.reading, sentence, name_words, tagged, title: None, page, out }.spot();
    }

    fn joined(&self, mut candidates: Vec<Candidate>) -> Names {
        let is_short =
            |candidate: &Candidate| self.reading.span(candidate.tokens.clone()).len() <= Mention::LONGEST_BYTES;
        candidates.retain(is_short);
        let named = agree::clubs::settle(self, kind::decide(self, &candidates));
        corrected::settle(resolve::resolve(self, named), self.said)
    }
}

//! Names: found in each sentence, given a kind, and joined over the whole article to one entity each.
//!
//! `tag` finds names as a model was trained to (over `facts` and `features`), `spot` finds candidates with what surrounds
//! them, of which what was tagged (cut by `divide` where it is two, its borders set by `edges`) is one kind, `companies` and `consistency`
//! make them agree over the article, `headline` tells which words of headlines belong to no name, `initials` finds people by the
//! letters that stand for them, `kind` decides what each is, `clubs` finds those that are called by
//! their city, `resolve` joins them. Without a model the rest works
//! alone. `corrected` does what the reader said, before and after.

mod candidate;
mod clubs;
mod companies;
mod consistency;
pub(crate) mod corrected;
mod divide;
mod edges;
mod facts;
mod features;
mod form;
mod headline;
mod initials;
mod kind;
mod law;
pub mod lesson;
mod office;
mod organisation;
mod person;
mod places;
mod products;
mod resolve;
mod results;
mod site;
mod spot;
mod tag;
mod tagged;
mod taught;
mod titles;
mod works;

use std::ops::Range;

use self::candidate::Candidate;
use self::corrected::Said;
use self::headline::Headlines;
use self::spot::Spotter;
use self::tag::{Tagged, Tagger};
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

/// Where names are looked for.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) packs: &'a Packs,
    pub(crate) pack: &'a Pack,
    /// Sentences and datelines, as ranges of tokens.
    pub(crate) passages: &'a [Range<usize>],
    /// Which tokens are words of a time, and so no names: 'Sabtu', 'Juni'.
    pub(crate) in_time: &'a [bool],
    /// What the reader said of names.
    pub(crate) said: &'a Said<'a>,
}

/// For each token whether it begins in one of `times`.
pub(crate) fn in_time(reading: &Reading, times: &Arena<TimeExpression>) -> Vec<bool> {
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
}

/// Finds the names that a reader wants to have marked.
pub(crate) fn find(scene: &Scene) -> Names {
    let mut tagger = scene.tagger();
    let headlines = Headlines::find(scene.reading, scene.packs, scene.pack, scene.passages);
    let mut spotted = Vec::new();
    let reports_matches = clubs::reports_matches(scene.reading, scene.pack);
    let page = Page { headlines: &headlines, reports_matches };
    for passage in scene.passages {
        let tagged = tagger.as_mut().map(|tagger| scene.tagged(tagger, passage));
        let settled = tagged.as_deref().map(|tagged| scene.settled(tagged, passage, &headlines));
        scene.spot(passage, settled.as_deref(), page, &mut spotted);
    }
    spotted = headlines.adopt(scene.reading, spotted);
    let mut spotted = corrected::spot(scene.reading, scene.passages, scene.said, spotted);
    if !reports_matches && titles::reviews_works(scene.reading, scene.pack) {
        spotted = titles::settle(scene.reading, scene.packs, scene.pack, scene.passages, spotted);
    }
    if tagger.is_some() {
        spotted = companies::settle(scene.reading, scene.packs, scene.pack, spotted);
        if scene.pack.full_names {
            spotted = companies::without_strangers(scene.reading, scene.packs, scene.pack, spotted);
        }
        spotted = consistency::agree(scene.reading, scene.packs, scene.pack, spotted);
    }
    spotted = initials::settle(scene.reading, scene.pack, scene.passages, spotted);
    scene.joined(spotted)
}

impl Scene<'_> {
    /// The tagger of the pack, if it has a model.
    fn tagger(&self) -> Option<Tagger<'_>> {
        let model = self.pack.tagger.as_ref()?;
        Some(Tagger::new(model, self.reading, self.packs, self.pack))
    }

    fn tagged(&self, tagger: &mut Tagger, passage: &Range<usize>) -> Vec<Tagged> {
        let pieces = passage.clone().step_by(LONGEST_TAGGED_TOKENS);
        let ends = |start: usize| start..passage.end.min(start + LONGEST_TAGGED_TOKENS);
        pieces.flat_map(|start| tagger.names(ends(start))).collect()
    }

    fn trimmed(&self, tagged: &[Tagged]) -> Vec<Tagged> {
        tagged.iter().filter_map(|tagged| tagged.trimmed(self.reading)).collect()
    }

    /// What was tagged, without the ordinary words of headlines, cut where it is two names and with its borders set.
    fn settled(&self, tagged: &[Tagged], passage: &Range<usize>, headlines: &Headlines) -> Vec<Tagged> {
        let parts = |name: &Tagged| {
            let kind = name.kind;
            headlines.parts(name.tokens.clone()).map(move |tokens| Tagged { tokens, kind }).collect::<Vec<_>>()
        };
        let names: Vec<Tagged> = tagged.iter().flat_map(parts).collect();
        let names = divide::divide(self.reading, self.packs, self.pack, passage, self.trimmed(&names));
        edges::settle(self.reading, self.packs, self.pack, passage, names)
    }

    /// Appends the candidates of one passage to `out`, given what a tagger found in it.
    fn spot(&self, passage: &Range<usize>, tagged: Option<&[Tagged]>, page: Page, out: &mut Vec<Candidate>) {
        let spotter = Spotter {
            reading: self.reading,
            packs: self.packs,
            pack: self.pack,
            sentence: passage.clone(),
            tagged,
            title: None,
            in_time: self.in_time,
            page,
            out,
        };
        spotter.spot();
    }

    fn joined(&self, mut candidates: Vec<Candidate>) -> Names {
        let is_short =
            |candidate: &Candidate| self.reading.span(candidate.tokens.clone()).len() <= Mention::LONGEST_BYTES;
        candidates.retain(is_short);
        let named =
            clubs::settle(self.reading, self.packs, self.pack, kind::decide(self.reading, self.pack, &candidates));
        corrected::settle(resolve::resolve(self.reading, self.packs, self.pack, named), self.said)
    }
}

//! Names: found in each sentence, given a kind, and joined over the whole article to one entity each.
//!
//! `tag` finds names as a model was trained to (over `facts` and `features`), `spot` finds candidates with what surrounds
//! them, of which what was tagged (cut by `divide` where it is two, its borders set by `edges`) is one kind, `consistency`
//! makes them agree over the article, `kind` decides what each is, `resolve` joins them. Without a model the rest works
//! alone. `corrected` does what the reader said, before and after.

mod consistency;
pub(crate) mod corrected;
mod divide;
mod edges;
mod facts;
mod features;
mod kind;
pub mod lesson;
mod office;
mod resolve;
mod spot;
mod tag;
mod tagged;

use std::ops::Range;

use self::corrected::Said;
use self::spot::Spotter;
use self::tag::Tagger;
use super::reading::Reading;
use crate::lang::{Pack, Packs};
use crate::model::{Arena, Entity, Mention, TimeExpression};

/// The entities of an article and where they are named; mentions are sorted by span.
pub(crate) struct Names {
    pub(crate) entities: Arena<Entity>,
    pub(crate) mentions: Arena<Mention>,
}

/// Finds the names in `passages`, which are sentences and datelines as ranges of tokens; words of a time are none, unless
/// the reader said so.
pub(crate) fn find(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    passages: &[Range<usize>],
    times: &Arena<TimeExpression>,
    said: &Said,
) -> Names {
    let is_time = |at: usize| {
        let start = reading.tokens[at].span().start;
        let next = times.items().partition_point(|time| time.span.end <= start);
        times.items().get(next).is_some_and(|time| time.span.contains(start))
    };
    let mut spotted = Vec::new();
    let mut tagger = pack.tagger.as_ref().map(Tagger::new);
    for passage in passages {
        let tagged = tagger.as_mut().map(|tagger| {
            let names = tagger.names(reading, packs, pack, passage.clone());
            let names = divide::divide(reading, packs, pack, passage, names);
            edges::settle(reading, packs, pack, passage, names)
        });
        let spotter = Spotter {
            reading,
            packs,
            pack,
            sentence: passage.clone(),
            tagged: tagged.as_deref(),
            title: None,
            is_time: &is_time,
            out: &mut spotted,
        };
        spotter.spot();
    }
    let mut spotted = corrected::spot(reading, passages, said, spotted);
    if tagger.is_some() {
        spotted = consistency::agree(reading, pack, spotted);
    }
    let named = kind::decide(reading, pack, spotted);
    corrected::settle(resolve::resolve(reading, packs, pack, named), said)
}

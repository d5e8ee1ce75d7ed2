//! Names: found in each sentence, given a kind, and joined over the whole article to one entity each.
//!
//! `spot` finds candidates with what surrounds them, `kind` decides what each is, `resolve` joins them.

mod facts;
mod features;
mod kind;
pub mod lesson;
mod resolve;
mod spot;
mod tag;

use std::ops::Range;

use super::reading::Reading;
use crate::lang::{Pack, Packs};
use crate::model::{Arena, Entity, Mention, TimeExpression};

/// The entities of an article and where they are named; mentions are sorted by span.
pub(crate) struct Names {
    pub(crate) entities: Arena<Entity>,
    pub(crate) mentions: Arena<Mention>,
}

/// Finds the names in `passages`, which are sentences and datelines as ranges of tokens; words of a time are none.
pub(crate) fn find(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    passages: &[Range<usize>],
    times: &Arena<TimeExpression>,
) -> Names {
    let is_time = |at: usize| {
        let start = reading.tokens[at].span().start;
        let next = times.items().partition_point(|time| time.span.end <= start);
        times.items().get(next).is_some_and(|time| time.span.contains(start))
    };
    let mut spotted = Vec::new();
    for passage in passages {
        spot::spot(reading, packs, pack, passage.clone(), &is_time, &mut spotted);
    }
    let named = kind::decide(reading, pack, spotted);
    resolve::resolve(reading, packs, pack, named)
}

//! Sets the borders of the names that the tagger found, and finds none that it did not.
//!
//! The tagger sees words, not the marks, ranks and offices between them. `divide` parts what it took for one name where it is
//! two (`between` what stands between them, `pairs` where nothing does) and cuts off what belongs to neither (`trim`, `people` of somebody's
//! name, `politics`); `join` and `glued` put together what it parted (`one_person` the parts of one name); `edges` settles where each begins and ends (`starts`, and
//! `ends` for bodies), `kinds` of what kind it is by its first and last word.

mod between;
mod divide;
mod edges;
mod ends;
mod glued;
mod join;
mod kinds;
mod one_person;
mod pairs;
mod people;
mod politics;
mod starts;
mod trim;

use std::ops::Range;

use super::scene::Scene;
use super::tagger::Tagged;

/// The names of one sentence as they are meant; in order, none overlapping another.
pub(super) fn settle(scene: &Scene, sentence: &Range<usize>, tagged: Vec<Tagged>) -> Vec<Tagged> {
    edges::settle(scene, sentence, divide::divide(scene, sentence, tagged))
}

//! Sets the borders of the names that the tagger found, and finds none that it did not.
//!
//! The tagger sees words, not the marks, ranks and offices between them. `divide` parts what it took for one name where it is
//! two (`between` what stands between them, `pairs` and `firms` where nothing does) and cuts off what belongs to neither (`trim`, `people` of somebody's
//! name, `politics`); `join` and `glued` put together what it parted (`one_person` the parts of one name, `given` a given name that was left out); `edges` settles where each begins and ends (`starts`, and
//! `ends` for bodies), `kinds` of what kind it is by its first and last word.

mod between;
mod divide;
mod edges;
mod ends;
mod firms;
mod given;
mod glued;
mod hyphens;
mod join;
mod kinds;
mod one_person;
mod pairs;
mod people;
mod politics;
mod starts;
mod trim;

use super::scene::Scene;
use super::tagger::Tagged;

/// The names of each passage as they are meant; in order, none overlapping another.
pub(super) fn settle(scene: &Scene, tagged: Vec<Vec<Tagged>>) -> Vec<Vec<Tagged>> {
    let passages = || scene.passages.iter();
    let divided: Vec<_> =
        tagged.into_iter().zip(passages()).map(|(it, passage)| divide::divide(scene, passage, it)).collect();
    divided.into_iter().zip(passages()).map(|(it, passage)| edges::settle(scene, passage, it)).collect()
}

//! Regencies that are called as their chief towns are: where an article tells of 'Kabupaten Mojokerto' and then of 'Mojokerto',
//! it means the one place, unless it tells of the town by saying so, 'Kota Mojokerto'.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::names::kind::Named;
use crate::analysis::names::known::Known;
use crate::analysis::names::scene::Scene;
use crate::lang::{NameCue, NameHint, RecordId};
use crate::model::EntityKind;

/// Gives regencies the records of the towns that the article has beside them.
pub(super) fn settle(scene: &Scene, named: &mut [Named]) {
    let towns: FxHashMap<&str, RecordId> = named
        .iter()
        .filter(|name| name.kind == EntityKind::Place && is_regency(scene, name))
        .filter_map(|name| {
            let town = behind_noun(scene, &name.tokens)?;
            Some((scene.reading.form(&(name.tokens.start + 1..name.tokens.end)), town.record))
        })
        .collect();
    if towns.is_empty() {
        return;
    }
    // A town whose name is an ordinary word too was found without its record: 'Tegal'.
    for name in named.iter_mut().filter(|name| name.kind == EntityKind::Place && name.record.is_none()) {
        name.record = towns.get(scene.reading.form(&name.tokens)).copied();
    }
    let mut plain: FxHashSet<RecordId> = FxHashSet::default();
    let mut told: FxHashSet<RecordId> = FxHashSet::default();
    for name in named.iter().filter(|name| name.kind == EntityKind::Place) {
        let town = behind_noun(scene, &name.tokens);
        match (name.record, town) {
            (Some(record), Some(town)) if town.record == record && !is_regency(scene, name) => {
                told.insert(record);
            }
            (Some(record), None) => {
                plain.insert(record);
            }
            _ => {}
        }
    }
    let regencies = named.iter_mut().filter(|name| name.kind == EntityKind::Place && is_regency(scene, name));
    for name in regencies {
        let town = behind_noun(scene, &name.tokens).map(|town| town.record);
        let meant = town.filter(|town| plain.contains(town) && !told.contains(town));
        name.record = meant.or(name.record);
    }
}

fn is_regency(scene: &Scene, name: &Named) -> bool {
    scene.is_hint(name.tokens.start, NameHint::Regency)
}

/// The town whose name is all that stands behind the common noun that `tokens` begin with.
fn behind_noun(scene: &Scene, tokens: &Range<usize>) -> Option<Known> {
    let rest = tokens.start + 1..tokens.end;
    let len = rest.len();
    let is_headed = len > 0 && scene.is_cue(tokens.start, NameCue::PlaceHead);
    is_headed.then(|| scene.known(rest)).flatten().filter(|town| town.len == len && town.kind == EntityKind::Place)
}

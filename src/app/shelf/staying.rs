//! Rows that stay though a query does not find them any more: what the reader read or hid is still there for `U`, until the
//! reader asks anew.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Shelf;
use crate::app::list::List;
use crate::model::Listed;

impl Shelf {
    /// Takes what the reader changed.
    pub(super) fn take_changed(&mut self, rows: Vec<Listed>) {
        self.changed.extend(rows.iter().map(|row| row.id));
        self.take_rows(rows);
    }

    /// Takes what a query finds. The article under the cursor stays there, if it is in the list again.
    pub(super) fn take_ids(&mut self, found: Vec<i64>) {
        let selected = self.selected();
        (self.refused, self.is_waiting) = (None, false);
        if std::mem::take(&mut self.is_asked_anew) {
            self.changed.clear();
        }
        self.ids = if self.changed.is_empty() { found } else { with_staying(&self.ids, found, &self.changed) };
        let again = selected.and_then(|id| self.ids.iter().position(|&it| it == id));
        self.list = List { selected: again.unwrap_or(0), top: self.list.top };
    }
}

/// `found` with those of `before` that were `changed`, each before the row that it stood before.
fn with_staying(before: &[i64], found: Vec<i64>, changed: &FxHashSet<i64>) -> Vec<i64> {
    let is_found: FxHashSet<i64> = found.iter().copied().collect();
    let mut staying: FxHashMap<i64, Vec<i64>> = FxHashMap::default();
    let mut waiting = Vec::new();
    for id in before {
        if is_found.contains(id) {
            staying.insert(*id, std::mem::take(&mut waiting));
        } else if changed.contains(id) {
            waiting.push(*id);
        }
    }
    let placed = found.into_iter().flat_map(|id| staying.remove(&id).unwrap_or_default().into_iter().chain([id]));
    placed.chain(waiting).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_rows_stand_before_the_row_that_they_stood_before() {
        let cases: &[[&[i64]; 4]] = &[
            [&[1, 2, 3], &[9, 1, 3], &[2], &[9, 1, 2, 3]],
            [&[1, 2, 3], &[9, 3], &[1, 2], &[9, 1, 2, 3]],
            [&[1, 2, 3], &[9, 1], &[3], &[9, 1, 3]],
            [&[1, 2, 3], &[9, 1, 2], &[2, 7], &[9, 1, 2]],
            [&[1], &[], &[1], &[1]],
        ];
        for [before, found, changed, expected] in cases {
            let changed = changed.iter().copied().collect();
            assert_eq!(with_staying(before, found.to_vec(), &changed), *expected, "{before:?} {found:?}");
        }
    }
}

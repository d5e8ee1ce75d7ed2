//! How far an article was read: kept with every paragraph, and found again in a newer version of the text.

use rusqlite::{OptionalExtension, params};

use super::{Error, Library};

impl Library {
    /// Where reading of article `id` goes on, a byte of its newest text: as far as it was read, or where its
    /// paragraph then stands now. 0 for one that was not begun.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn place(&self, id: i64) -> Result<usize, Error> {
        let select = "SELECT a.position, old.body, new.body FROM article a
            JOIN version new ON new.id = a.latest LEFT JOIN version old ON old.id = a.position_version
            WHERE a.id = ?1";
        let read = |row: &rusqlite::Row| {
            let (position, new): (usize, String) = (row.get(0)?, row.get(2)?);
            let old: Option<String> = row.get(1)?;
            Ok(moved(position, old.as_deref().unwrap_or(&new), &new))
        };
        let place = self.connection.query_row(select, [id], read).optional();
        place.map(Option::unwrap_or_default).map_err(|reason| self.error(reason))
    }

    /// Remembers that article `id` was read as far as byte `place` of its newest text. With `is_first`, the first
    /// place of a session, the place before is kept too, for [`Library::unplace`].
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn keep_place(&mut self, id: i64, place: usize, is_first: bool) -> Result<(), Error> {
        // The place before may stand in an older text.
        let before = if is_first { Some(self.place(id)?) } else { None };
        let update = "UPDATE article SET position = ?1, position_version = latest,
            position_before = coalesce(?2, position_before) WHERE id = ?3";
        let done = self.connection.prepare_cached(update).and_then(|mut it| it.execute(params![place, before, id]));
        done.map(drop).map_err(|reason| self.error(reason))
    }

    /// Puts the place of article `id` back to where it was before it was opened last, and the other way round; whether there is
    /// such an article.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn unplace(&mut self, id: i64) -> Result<bool, Error> {
        let update = "UPDATE article SET position = position_before, position_before = position WHERE id = ?1";
        self.connection.execute(update, [id]).map(|count| count > 0).map_err(|reason| self.error(reason))
    }
}

/// The byte of `new` that stands where byte `place` of `old` stood: in the same paragraph, if that is still there.
fn moved(place: usize, old: &str, new: &str) -> usize {
    let place = border(old, place);
    if old == new {
        return place;
    }
    let start = old[..place].rfind('\n').map_or(0, |at| at + 1);
    let paragraph = old[start..].lines().next().unwrap_or("");
    let mut at = 0;
    for line in new.split('\n') {
        if line == paragraph && !line.is_empty() {
            return border(new, at + (place - start));
        }
        at += line.len() + 1;
    }
    border(new, place)
}

/// The start of the character of `text` that holds byte `at`, or its end.
fn border(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_place_moves_with_its_paragraph() {
        let old = "Satu.\nDua tiga.\nEmpat.";
        let cases = [
            (8, old, 8),
            (8, "Baru.\nSatu.\nDua tiga.", 14),
            (8, "Satu.\nLain sekali.", 8),
            (8, "Satu", 4),
            (99, old, old.len()),
            (1, "é", 0),
        ];
        for (place, new, expected) in cases {
            assert_eq!(moved(place, old, new), expected, "{place} {new}");
        }
    }
}

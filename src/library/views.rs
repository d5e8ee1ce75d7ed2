//! Queries under a name, and the tags that there are.

use rusqlite::Row;

use super::{Error, Library};
use crate::model::{FollowedFeed, Tally, View};

impl Library {
    /// The saved queries by name.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn views(&self) -> Result<Vec<View>, Error> {
        let view = |row: &Row| Ok(View { name: row.get(0)?, query: row.get(1)? });
        self.all("SELECT name, query FROM view ORDER BY name", view)
    }

    /// Saves `view`, in the place of one of the same name.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn save_view(&mut self, view: &View) -> Result<(), Error> {
        let insert = "INSERT OR REPLACE INTO view (name, query) VALUES (?1, ?2)";
        let saved = self.connection.execute(insert, [&view.name, &view.query]);
        saved.map(drop).map_err(|reason| self.error(reason))
    }

    /// Takes away the view called `name`; whether there was one.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn remove_view(&mut self, name: &str) -> Result<bool, Error> {
        let removed = self.connection.execute("DELETE FROM view WHERE name = ?1", [name]);
        removed.map(|count| count > 0).map_err(|reason| self.error(reason))
    }

    /// Every tag with the number of articles that have it, by name.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn tags(&self) -> Result<Vec<(String, usize)>, Error> {
        let tag = |row: &Row| Ok((row.get(0)?, row.get(1)?));
        self.all("SELECT name, count(*) FROM tag GROUP BY name ORDER BY name", tag)
    }

    /// How many articles stand how with the reader.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn tally(&self) -> Result<Tally, Error> {
        let tally = |row: &Row| {
            let (all, unread, starred) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Tally { all, unread, starred, noted: row.get(3)?, hidden: row.get(4)? })
        };
        self.connection.query_row(TALLY, [], tally).map_err(|reason| self.error(reason))
    }

    /// The feeds that are followed, by folder and name; one in several folders in each.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn followed(&self) -> Result<Vec<FollowedFeed>, Error> {
        let feed = |row: &Row| {
            let (id, name, label) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(FollowedFeed { id, name, label, unread: row.get(3)?, failure: row.get(4)? })
        };
        self.all(FOLLOWED, feed)
    }

    fn all<T>(&self, select: &str, read: impl Fn(&Row) -> rusqlite::Result<T>) -> Result<Vec<T>, Error> {
        let all =
            || -> rusqlite::Result<Vec<T>> { self.connection.prepare_cached(select)?.query_map([], read)?.collect() };
        all().map_err(|reason| self.error(reason))
    }
}

const TALLY: &str = "SELECT
    (SELECT count(*) FROM article WHERE hidden = 0),
    (SELECT count(*) FROM article WHERE read = 0 AND hidden = 0),
    (SELECT count(*) FROM article WHERE starred = 1 AND hidden = 0),
    (SELECT count(*) FROM article WHERE note <> '' AND hidden = 0),
    (SELECT count(*) FROM article WHERE hidden = 1)";

const FOLLOWED: &str = "
    SELECT f.id, CASE f.title WHEN '' THEN f.address ELSE f.title END AS name, coalesce(l.label, '') AS label,
        (SELECT count(*) FROM feed_item i JOIN article a ON a.id = i.article
            WHERE i.feed = f.id AND a.read = 0 AND a.hidden = 0),
        f.failure
    FROM feed f LEFT JOIN feed_label l ON l.feed = f.id
    ORDER BY label COLLATE NOCASE, name COLLATE NOCASE";

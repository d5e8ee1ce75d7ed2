//! The texts that an article has had.

use rusqlite::{OptionalExtension, Row};

use super::{Error, Library};
use crate::model::Article;

/// One text of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: i64,
    /// When it was added, in UTC: 2025-07-13T06:12:00Z
    pub added: String,
}

impl Library {
    /// The newest version of article `id`, as it was received.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn article(&self, id: i64) -> Result<Option<Article>, Error> {
        self.read_article("SELECT v.facts, v.body FROM article a JOIN version v ON v.id = a.latest WHERE a.id = ?1", id)
    }

    /// The versions of article `id`, the oldest first; none where there is no such article.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn versions(&self, id: i64) -> Result<Vec<Version>, Error> {
        let version = |row: &Row| Ok(Version { id: row.get(0)?, added: row.get(1)? });
        let read = || -> rusqlite::Result<Vec<Version>> {
            // Two may have come within a second; their numbers tell when they were published, and not when they came.
            let select = "SELECT id, added FROM version WHERE article = ?1
                ORDER BY id = (SELECT latest FROM article WHERE id = ?1), added, id";
            let mut select = self.connection.prepare_cached(select)?;
            select.query_map([id], version)?.collect()
        };
        read().map_err(|reason| self.error(reason))
    }

    /// The article as it was received as `version`.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn version(&self, version: &Version) -> Result<Option<Article>, Error> {
        self.read_article("SELECT facts, body FROM version WHERE id = ?1", version.id)
    }

    /// When each version of article `id` was added, and its title and text, the oldest first.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn texts(&self, id: i64) -> Result<Vec<(String, String)>, Error> {
        let text = |version: Version| {
            let article = self.version(&version)?.unwrap_or_default();
            let title = article.title.as_deref().unwrap_or_default();
            Ok((version.added, format!("{title}\n{}", article.body)))
        };
        self.versions(id)?.into_iter().map(text).collect()
    }

    fn read_article(&self, select: &str, id: i64) -> Result<Option<Article>, Error> {
        let read = |row: &Row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
        let found = self.connection.query_row(select, [id], read).optional().map_err(|reason| self.error(reason))?;
        let Some((facts, body)) = found else { return Ok(None) };
        let damaged = |_| Error::Damaged { path: self.path().to_owned() };
        serde_json::from_str(&facts).map(|article| Some(Article { body, ..article })).map_err(damaged)
    }
}

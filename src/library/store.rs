//! The library on the disk: articles go in, come out and are removed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Error, raw, rows, schema};
use crate::assets::LIBRARY_STEPS;
use crate::model::{Analysis, Article, PublishedTime};

/// An open library.
#[derive(Debug)]
pub struct Library {
    pub(super) connection: Connection,
    path: PathBuf,
}

/// What adding an article came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    New,
    /// Its text, or what its source says of it, is not what it was: a new version of the same article.
    Changed,
    /// All of it is as it was; nothing was done.
    Same,
}

/// An article on its way into the library.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What it is known by for ever: its address, or its path.
    pub key: &'a str,
    pub article: &'a Article,
    pub analysis: &'a Analysis,
    /// The bytes that it was made of, where they are at hand.
    pub raw: Option<&'a [u8]>,
}

/// What the library is called in its folder.
const FILE: &str = "library.db";

/// How long another process may hold the library before this one gives up.
const PATIENCE: Duration = Duration::from_secs(5);

impl Library {
    /// The library in `folder`, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made or written, or what is there is no library or a newer one.
    pub fn open(folder: &Path) -> Result<Library, Error> {
        fs::create_dir_all(folder).map_err(|reason| Error::Folder { folder: folder.to_owned(), reason })?;
        let path = folder.join(FILE);
        let failed = |reason| Error::of(path.clone(), reason);
        let mut connection = Connection::open(&path).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        // Readers do not wait for a writer, and what was committed outlives a crash of the program. A power cut may
        // take the last seconds, never the rest; what is undone then can be added again.
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "normal").map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        schema::migrate(&mut connection, &path, LIBRARY_STEPS)?;
        Ok(Library { connection, path })
    }

    /// Whether there is a library in `folder`.
    pub fn is_there(folder: &Path) -> bool {
        folder.join(FILE).exists()
    }

    /// Whether no article is in it.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn is_empty(&self) -> Result<bool, Error> {
        let any = self.connection.query_row("SELECT EXISTS (SELECT 1 FROM article)", [], |row| row.get::<_, bool>(0));
        any.map(|any| !any).map_err(|reason| self.error(reason))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds an article with what it says; its number in the library, and what was done.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn add(&mut self, entry: &Entry) -> Result<(i64, Added), Error> {
        let added = self.add_all(std::slice::from_ref(entry))?;
        Ok(added[0])
    }

    /// Adds articles in one step, all or none; what became of each, in order. The step is on the disk before this returns.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn add_all(&mut self, entries: &[Entry]) -> Result<Vec<(i64, Added)>, Error> {
        self.try_add_all(entries).map_err(|reason| self.error(reason))
    }

    fn try_add_all(&mut self, entries: &[Entry]) -> rusqlite::Result<Vec<(i64, Added)>> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let now = now();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let added = entries.iter().map(|entry| add(&transaction, entry, &now)).collect::<rusqlite::Result<_>>()?;
        transaction.commit()?;
        Ok(added)
    }

    /// The number of the article known by `key`, if its newest version is `article` as it stands.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn known(&self, key: &str, article: &Article) -> Result<Option<i64>, Error> {
        let known = known(&self.connection, key).map_err(|reason| self.error(reason))?;
        Ok(known.filter(|known| known.is(article)).map(|known| known.id))
    }

    /// Removes article `id` with all its versions; whether there was one.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn remove(&mut self, id: i64) -> Result<bool, Error> {
        let removed = self.connection.execute("DELETE FROM article WHERE id = ?1", [id]);
        removed.map(|count| count > 0).map_err(|reason| self.error(reason))
    }

    pub(super) fn error(&self, reason: rusqlite::Error) -> Error {
        Error::of(self.path.clone(), reason)
    }
}

/// Adds an article as a part of `transaction`.
pub(super) fn add(transaction: &Transaction, entry: &Entry, now: &str) -> rusqlite::Result<(i64, Added)> {
    let Entry { key, article, analysis, raw } = *entry;
    let published = analysis.published.or(article.published).map(|published| published.date.to_string());
    let day = published.clone().unwrap_or_else(|| now[..10].to_owned());
    let facts = facts(article);
    let (id, added) = match known(transaction, key)? {
        Some(known) if known.is(article) => return Ok((known.id, Added::Same)),
        Some(known) => (known.id, Added::Changed),
        None => {
            let insert = "INSERT INTO article (key, added, day, latest) VALUES (?1, ?2, ?3, 0)";
            (transaction.prepare_cached(insert)?.insert(params![key, now, day])?, Added::New)
        }
    };
    let outlet = article.outlet.clone().or_else(|| analysis.publisher.map(|id| analysis.entities[id].name.clone()));
    let language = article.language.as_deref().unwrap_or(&analysis.language);
    let version = next_version(transaction, &moment(article, &day))?;
    transaction.prepare_cached(INSERT_VERSION)?.execute(params![
        version,
        id,
        now,
        article.headline(),
        article.body,
        outlet.unwrap_or_default(),
        language,
        published,
        facts
    ])?;
    rows::write(transaction, version, article, analysis)?;
    transaction.prepare_cached(INDEX_VERSION)?.execute([version])?;
    raw.map_or(Ok(()), |bytes| raw::write(transaction, version, bytes))?;
    let update = "UPDATE article SET latest = ?1, day = ?2 WHERE id = ?3";
    transaction.prepare_cached(update)?.execute(params![version, day, id])?;
    Ok((id, added))
}

/// The time as the library keeps it.
pub(super) fn now() -> String {
    utc(Timestamp::now())
}

pub(super) fn utc(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// An article that is in the library.
struct Known {
    id: i64,
    body: String,
    facts: String,
}

impl Known {
    /// Whether its newest version is `article`, also in all that its source says of it. Where it lay when it was read is no
    /// part of that, nor how the facts were written down: a library of before lacks fields that came later.
    fn is(&self, article: &Article) -> bool {
        let same_place = |known| Article { id: article.id.clone(), body: article.body.clone(), ..known };
        self.body == article.body && serde_json::from_str(&self.facts).is_ok_and(|known| same_place(known) == *article)
    }
}

fn known(connection: &Connection, key: &str) -> rusqlite::Result<Option<Known>> {
    let select = "SELECT a.id, v.body, v.facts FROM article a JOIN version v ON v.id = a.latest WHERE a.key = ?1";
    let mut select = connection.prepare_cached(select)?;
    let known = |row: &rusqlite::Row| Ok(Known { id: row.get(0)?, body: row.get(1)?, facts: row.get(2)? });
    select.query_row([key], known).optional()
}

const INSERT_VERSION: &str = "INSERT INTO version (id, article, added, title, body, outlet, language, published, facts)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const INDEX_VERSION: &str = "INSERT INTO text (rowid, title, body, person, place, org, source, via, outlet, lang)
    SELECT id, title, body, person, place, org, source, via, outlet, lang FROM searchable WHERE id = ?1";

/// When an article of `day` was published: its hour in UTC, where that is told.
fn moment(article: &Article, day: &str) -> String {
    let is_of_day = article.published.is_none_or(|it| it.date.to_string() == day);
    match article.published_time.filter(|_| is_of_day) {
        Some(PublishedTime { time, zone_minutes }) => {
            let minutes = zone_minutes.unwrap_or(0);
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, minutes) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
            format!("{day}T{:02}:{:02}:00{sign}{hours:02}:{minutes:02}", time.hour(), time.minute())
        }
        None => day.to_owned(),
    }
}

/// The number of a version of `moment`: the newest first is the order of numbers backwards, see `assets/library/002.sql`.
fn next_version(transaction: &Transaction, moment: &str) -> rusqlite::Result<i64> {
    let next = "SELECT coalesce(max(id), unixepoch(?1) << 24) + 1 FROM version
        WHERE id BETWEEN unixepoch(?1) << 24 AND (unixepoch(?1) << 24) + (1 << 24) - 1";
    transaction.prepare_cached(next)?.query_row([moment], |row| row.get(0))
}

/// All of `article` but its text, as JSON.
fn facts(article: &Article) -> String {
    let told = Article { body: String::new(), ..article.clone() };
    // Its fields are texts, numbers and days: JSON has a form for each.
    serde_json::to_string(&told).unwrap_or_default()
}

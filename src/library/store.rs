//! The library on the disk: articles go in, come out and are removed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Error, schema};
use crate::assets::LIBRARY_STEPS;
use crate::model::{Analysis, Article};

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
    /// Its text is not the one it had: a new version of the same article.
    Changed,
    /// Its text is the one it had; nothing was done.
    Same,
}

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
        let path = folder.join("library.db");
        let failed = |reason| Error::of(path.clone(), reason);
        let mut connection = Connection::open(&path).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        // Readers do not wait for a writer, and what was committed outlives a crash of the program.
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        schema::migrate(&mut connection, &path, LIBRARY_STEPS)?;
        Ok(Library { connection, path })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds `article`, known by `key`, with what it says; its number in the library, and what was done.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn add(&mut self, key: &str, article: &Article, analysis: &Analysis) -> Result<(i64, Added), Error> {
        self.try_add(key, article, analysis).map_err(|reason| self.error(reason))
    }

    fn try_add(&mut self, key: &str, article: &Article, analysis: &Analysis) -> rusqlite::Result<(i64, Added)> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let added = add_within(&transaction, key, article, analysis)?;
        transaction.commit()?;
        Ok(added)
    }

    /// The newest version of article `id`, as it was received.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn article(&self, id: i64) -> Result<Option<Article>, Error> {
        let select = "SELECT v.facts, v.body FROM article a JOIN version v ON v.id = a.latest WHERE a.id = ?1";
        let read = |row: &rusqlite::Row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
        let found = self.connection.query_row(select, [id], read).optional().map_err(|reason| self.error(reason))?;
        let Some((facts, body)) = found else { return Ok(None) };
        let damaged = |_| Error::Damaged { path: self.path.clone() };
        serde_json::from_str(&facts).map(|article| Some(Article { body, ..article })).map_err(damaged)
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

    /// Writes a copy of the library to `to`, which must not be there yet; others may go on using the library.
    ///
    /// # Errors
    ///
    /// Where there is a file already, or it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        if to.exists() {
            return Err(Error::Exists { path: to.to_owned() });
        }
        let written = self.connection.execute("VACUUM INTO ?1", [to.to_string_lossy()]);
        written.map(|_| ()).map_err(|reason| Error::of(to.to_owned(), reason))
    }

    /// What is wrong with the library, in words of SQLite; nothing, where it is sound.
    ///
    /// # Errors
    ///
    /// Where it cannot be read at all.
    pub fn check(&self) -> Result<Vec<String>, Error> {
        self.try_check().map_err(|reason| self.error(reason))
    }

    fn try_check(&self) -> rusqlite::Result<Vec<String>> {
        let mut integrity = self.connection.prepare("PRAGMA integrity_check")?;
        let lines = integrity.query_map([], |row| row.get::<_, String>(0))?;
        let mut wrong: Vec<String> = lines.collect::<rusqlite::Result<_>>()?;
        wrong.retain(|line| line != "ok");
        let orphans: i64 =
            self.connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if orphans > 0 {
            wrong.push(format!("{orphans} rows belong to nothing"));
        }
        for table in ["text", "entity_name"] {
            let check = format!("INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)");
            if let Err(reason) = self.connection.execute(&check, []) {
                wrong.push(format!("the index of {table} does not fit its articles: {reason}"));
            }
        }
        Ok(wrong)
    }

    pub(super) fn error(&self, reason: rusqlite::Error) -> Error {
        Error::of(self.path.clone(), reason)
    }
}

/// Adds `article` as a part of `transaction`.
pub(super) fn add_within(
    transaction: &Transaction,
    key: &str,
    article: &Article,
    analysis: &Analysis,
) -> rusqlite::Result<(i64, Added)> {
    let now = now();
    let published = analysis.published.or(article.published).map(|published| published.date.to_string());
    let day = published.clone().unwrap_or_else(|| now[..10].to_owned());
    let known = transaction
        .query_row(
            "SELECT a.id, v.body, v.facts FROM article a JOIN version v ON v.id = a.latest WHERE a.key = ?1",
            [key],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)),
        )
        .optional()?;
    let facts = facts(article);
    let (id, added) = match known {
        Some((id, body, told)) if body == article.body && told == facts => return Ok((id, Added::Same)),
        Some((id, ..)) => (id, Added::Changed),
        None => {
            let insert = "INSERT INTO article (key, added, day, latest) VALUES (?1, ?2, ?3, 0)";
            transaction.execute(insert, params![key, now, day])?;
            (transaction.last_insert_rowid(), Added::New)
        }
    };
    let outlet = article.outlet.clone().or_else(|| analysis.publisher.map(|id| analysis.entities[id].name.clone()));
    let language = article.language.as_deref().unwrap_or(&analysis.language);
    transaction.prepare_cached(INSERT_VERSION)?.execute(params![
        id,
        now,
        headline(article),
        article.body,
        outlet.unwrap_or_default(),
        language,
        published,
        facts
    ])?;
    let version = transaction.last_insert_rowid();
    add_entities(transaction, version, analysis)?;
    add_events(transaction, version, article, analysis)?;
    transaction.execute("UPDATE article SET latest = ?1, day = ?2 WHERE id = ?3", params![version, day, id])?;
    Ok((id, added))
}

/// The time as the library keeps it.
pub(super) fn now() -> String {
    moment(Timestamp::now())
}

pub(super) fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

const INSERT_VERSION: &str = "INSERT INTO version (article, added, title, body, outlet, language, published, facts)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

fn add_entities(transaction: &Transaction, version: i64, analysis: &Analysis) -> rusqlite::Result<()> {
    let insert = "INSERT INTO entity (version, kind, name, mentions, via) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut insert = transaction.prepare_cached(insert)?;
    for (id, entity) in analysis.entities.iter() {
        let is_via = analysis.attributions.items().iter().any(|it| it.via.iter().any(|via| via.outlet == id));
        insert.execute(params![version, entity.kind.name(), entity.name, entity.mentions.len(), is_via])?;
    }
    Ok(())
}

fn add_events(transaction: &Transaction, version: i64, article: &Article, analysis: &Analysis) -> rusqlite::Result<()> {
    let insert = r#"INSERT INTO event (version, label, status, "from", "to") VALUES (?1, ?2, ?3, ?4, ?5)"#;
    let mut insert = transaction.prepare_cached(insert)?;
    for event in analysis.events.items() {
        let Some(interval) = analysis.value_to_end(event.time).interval() else { continue };
        let (from, to) = (interval.start.to_string(), interval.end.to_string());
        insert.execute(params![version, event.label_text(&article.body), event.status.name(), from, to])?;
    }
    Ok(())
}

/// All of `article` but its text, as JSON.
fn facts(article: &Article) -> String {
    let told = Article { body: String::new(), ..article.clone() };
    // Its fields are texts, numbers and days: JSON has a form for each.
    serde_json::to_string(&told).unwrap_or_default()
}

/// The title, else the first paragraph.
fn headline(article: &Article) -> &str {
    let first = || article.paragraphs.first().map_or("", |span| span.of(&article.body));
    article.title.as_deref().unwrap_or_else(first)
}

//! What feeds have told, and how asking them went.
//!
//! What one answer brings is kept in one transaction: all of it is there, or nothing.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};

use super::feeds::Page;
use super::store::{add, now, utc};
use super::{Added, Entry, Error, Library};
use crate::model::{Analysis, Article};

/// What an answer says of the feed itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Its new address, where it has moved for good.
    pub moved: Option<String>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// What a feed told that is new.
#[derive(Clone, Debug, Default)]
pub struct FeedNews {
    pub checked: Checked,
    /// Empty where the feed does not say.
    pub title: String,
    pub site: Option<String>,
    pub items: Vec<NewItem>,
}

/// An item that is new or says something else than before.
#[derive(Clone, Debug)]
pub struct NewItem {
    pub guid: String,
    /// What its article is known by in the library.
    pub key: String,
    pub said: i64,
    pub article: Article,
    pub analysis: Analysis,
    /// The text as it stands in the feed.
    pub raw: Vec<u8>,
    /// Whether its page is to be fetched.
    pub wants_page: bool,
}

impl NewItem {
    fn entry(&self) -> Entry<'_> {
        Entry { key: &self.key, article: &self.article, analysis: &self.analysis, raw: Some(&self.raw) }
    }
}

/// How many articles came of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub new: usize,
    pub changed: usize,
}

impl Library {
    /// Keeps what feed `id` told: all of it, or nothing.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn take_news(&mut self, id: i64, news: &FeedNews) -> Result<Taken, Error> {
        self.in_transaction(|transaction| {
            let mut taken = Taken::default();
            if !is_followed(transaction, id)? {
                return Ok(taken);
            }
            let id = succeeded(transaction, id, &news.checked)?;
            let update = "UPDATE feed SET title = CASE ?2 WHEN '' THEN title ELSE ?2 END, site = coalesce(?3, site)
                WHERE id = ?1";
            transaction.execute(update, params![id, news.title, news.site])?;
            for item in &news.items {
                if is_taken(transaction, id, item)? {
                    continue;
                }
                let (article, added) = match told_better(transaction, id, item)? {
                    Some(article) => (article, Added::Same),
                    None => add(transaction, &item.entry(), &now())?,
                };
                match added {
                    Added::New => taken.new += 1,
                    Added::Changed => taken.changed += 1,
                    Added::Same => {}
                }
                let page = item.wants_page.then(|| Page::Wanted.name());
                transaction.prepare_cached(INSERT_ITEM)?.execute(params![
                    id,
                    item.guid,
                    article,
                    now(),
                    item.said,
                    page
                ])?;
            }
            Ok(taken)
        })
    }

    /// Notes that feed `id` answered that nothing is new.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn feed_unchanged(&mut self, id: i64, checked: &Checked) -> Result<(), Error> {
        self.in_transaction(|transaction| succeeded(transaction, id, checked).map(|_| ()))
    }

    /// Notes why feed `id` failed and what to do, and when it may be asked again; with `gone` it never is.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn feed_failed(
        &mut self,
        id: i64,
        reason: &str,
        not_before: Option<Timestamp>,
        gone: bool,
    ) -> Result<(), Error> {
        let update = "UPDATE feed SET checked = ?2, failure = ?3, failures = failures + 1, not_before = ?4, gone = ?5
            WHERE id = ?1";
        let values = params![id, now(), reason, not_before.map(utc), gone];
        self.connection.execute(update, values).map(|_| ()).map_err(|reason| self.error(reason))
    }

    /// The items of feed `id` whose pages are wanted: guid and article.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn wanted_pages(&self, id: i64) -> Result<Vec<(String, Article)>, Error> {
        let read = || -> rusqlite::Result<Vec<(String, i64)>> {
            let select = "SELECT guid, article FROM feed_item WHERE feed = ?1 AND page = 'wanted' AND article NOT NULL
                ORDER BY article DESC";
            let mut select = self.connection.prepare_cached(select)?;
            select.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        let wanted = read().map_err(|reason| self.error(reason))?;
        let articles = wanted.into_iter().map(|(guid, article)| Ok(self.article(article)?.map(|it| (guid, it))));
        articles.filter_map(Result::transpose).collect()
    }

    /// Keeps the page of an item as another version of its article.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn take_page(
        &mut self,
        id: i64,
        guid: &str,
        article: &Article,
        analysis: &Analysis,
        raw: &[u8],
    ) -> Result<(), Error> {
        self.in_transaction(|transaction| {
            let select = "SELECT a.key FROM feed_item i JOIN article a ON a.id = i.article
                WHERE i.feed = ?1 AND i.guid = ?2";
            let key: Option<String> = transaction.query_row(select, params![id, guid], |row| row.get(0)).optional()?;
            // The reader removed it while its page was fetched.
            let Some(key) = key else { return Ok(()) };
            add(transaction, &Entry { key: &key, article, analysis, raw: Some(raw) }, &now())?;
            set_page(transaction, id, guid, Page::Taken)
        })
    }

    /// Keeps the page of article `id`, made of `raw`, as another version of it; feeds that tell less of it do not take its place.
    ///
    /// # Errors
    ///
    /// Where there is no such article, or the library cannot be written. It is then as it was.
    pub fn take_page_of(&mut self, id: i64, article: &Article, analysis: &Analysis, raw: &[u8]) -> Result<(), Error> {
        self.in_transaction(|transaction| {
            let select = "SELECT key FROM article WHERE id = ?1";
            let key: String = transaction.query_row(select, [id], |row| row.get(0))?;
            add(transaction, &Entry { key: &key, article, analysis, raw: Some(raw) }, &now())?;
            let update = "UPDATE feed_item SET page = ?2 WHERE article = ?1";
            transaction.execute(update, params![id, Page::Taken.name()]).map(|_| ())
        })
    }

    /// Notes that the page of an item is not to be had.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn page_failed(&mut self, id: i64, guid: &str) -> Result<(), Error> {
        self.in_transaction(|transaction| set_page(transaction, id, guid, Page::Failed))
    }
}

const INSERT_ITEM: &str =
    "INSERT INTO feed_item (feed, guid, article, seen, said, page) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (feed, guid) DO UPDATE SET article = excluded.article, said = excluded.said, page = coalesce(excluded.page, page)";

/// Whether another program took this item in the meantime, or the reader took it out.
fn is_taken(transaction: &Transaction, feed: i64, item: &NewItem) -> rusqlite::Result<bool> {
    let select = "SELECT EXISTS (SELECT 1 FROM feed_item WHERE feed = ?1 AND guid = ?2
        AND (article IS NULL OR (said = ?3 AND (page NOT NULL OR NOT ?4))))";
    let values = params![feed, item.guid, item.said, item.wants_page];
    transaction.query_row(select, values, |row| row.get(0))
}

/// The article of an item of which the library has more than is told: from another feed, where this one tells it for the
/// first time, or from its page.
fn told_better(transaction: &Transaction, feed: i64, item: &NewItem) -> rusqlite::Result<Option<i64>> {
    let select = "SELECT a.id FROM article a JOIN version v ON v.id = a.latest
        WHERE a.key = ?1 AND length(v.body) > length(?2)
        AND coalesce((SELECT page = 'taken' FROM feed_item WHERE feed = ?3 AND guid = ?4),
            NOT EXISTS (SELECT 1 FROM feed_item WHERE feed = ?3 AND guid = ?4))";
    let values = params![item.key, item.article.body, feed, item.guid];
    transaction.query_row(select, values, |row| row.get(0)).optional()
}

fn is_followed(transaction: &Transaction, id: i64) -> rusqlite::Result<bool> {
    transaction.query_row("SELECT EXISTS (SELECT 1 FROM feed WHERE id = ?1)", [id], |row| row.get(0))
}

fn set_page(transaction: &Transaction, id: i64, guid: &str, page: Page) -> rusqlite::Result<()> {
    let update = "UPDATE feed_item SET page = ?3 WHERE feed = ?1 AND guid = ?2";
    transaction.execute(update, params![id, guid, page.name()]).map(|_| ())
}

/// Notes that feed `id` answered; the number it has then, which is another where it moved to the address of another.
fn succeeded(transaction: &Transaction, id: i64, checked: &Checked) -> rusqlite::Result<i64> {
    let id = match &checked.moved {
        Some(address) => moved(transaction, id, address)?,
        None => id,
    };
    let update =
        "UPDATE feed SET checked = ?2, succeeded = ?2, failure = NULL, failures = 0, not_before = NULL, gone = 0,
        etag = ?3, last_modified = ?4 WHERE id = ?1";
    transaction.execute(update, params![id, now(), checked.etag, checked.last_modified])?;
    Ok(id)
}

/// Gives feed `id` another address. Where one that is followed has it already, the two become one.
fn moved(transaction: &Transaction, id: i64, address: &str) -> rusqlite::Result<i64> {
    let select = "SELECT id FROM feed WHERE address = ?1 AND id <> ?2";
    let other: Option<i64> = transaction.query_row(select, params![address, id], |row| row.get(0)).optional()?;
    let Some(other) = other else {
        transaction.execute("UPDATE feed SET address = ?2 WHERE id = ?1", params![id, address])?;
        return Ok(id);
    };
    for table in ["feed_label", "feed_item"] {
        transaction.execute(&format!("UPDATE OR IGNORE {table} SET feed = ?2 WHERE feed = ?1"), [id, other])?;
    }
    transaction.execute("DELETE FROM feed WHERE id = ?1", [id])?;
    Ok(other)
}

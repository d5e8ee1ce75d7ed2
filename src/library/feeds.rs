//! The feeds that the reader follows. Nothing is fetched here.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Row, Transaction, TransactionBehavior, params};

use super::store::now;
use super::{Error, Library};

/// A feed that is followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subscription {
    pub id: i64,
    pub address: String,
    /// May be empty.
    pub title: String,
    pub site: Option<String>,
    /// Folders: 'Berita/Daerah'; sorted.
    pub labels: Vec<String>,
    /// Whether articles that it cuts short are fetched from their pages.
    pub full_text: bool,
    /// When it was asked last, and when it answered last: 2025-07-13T06:12:00Z.
    pub checked: Option<String>,
    pub succeeded: Option<String>,
    /// Why it failed last and what to do; nothing since it answered.
    pub failure: Option<String>,
    /// How often in a row.
    pub failures: u32,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    pub not_before: Option<Timestamp>,
    /// It is not asked any more.
    pub gone: bool,
    /// Articles of it that are in the library.
    pub articles: u64,
}

/// A feed that is to be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewFeed {
    pub address: String,
    pub title: String,
    pub site: Option<String>,
    pub labels: Vec<String>,
}

/// What is known of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// A checksum of what it said last.
    pub said: i64,
    pub page: Option<Page>,
    /// The reader took its article out of the library.
    pub removed: bool,
}

/// How far the page of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Wanted,
    Taken,
    /// It is not tried again until the item changes.
    Failed,
}

impl Page {
    pub(super) fn name(self) -> &'static str {
        match self {
            Page::Wanted => "wanted",
            Page::Taken => "taken",
            Page::Failed => "failed",
        }
    }

    fn from_name(name: &str) -> Option<Page> {
        [Page::Wanted, Page::Taken, Page::Failed].into_iter().find(|page| page.name() == name)
    }
}

impl Library {
    /// All feeds, by title and address.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn feeds(&self) -> Result<Vec<Subscription>, Error> {
        self.try_feeds().map_err(|reason| self.error(reason))
    }

    fn try_feeds(&self) -> rusqlite::Result<Vec<Subscription>> {
        let mut labels: HashMap<i64, Vec<String>> = HashMap::new();
        let mut select = self.connection.prepare_cached("SELECT feed, label FROM feed_label ORDER BY feed, label")?;
        for row in select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (feed, label): (i64, String) = row?;
            labels.entry(feed).or_default().push(label);
        }
        let mut select = self.connection.prepare_cached(SELECT_FEEDS)?;
        let feeds = select.query_map([], subscription)?;
        feeds.map(|feed| feed.map(|feed| with_labels(feed, &mut labels))).collect()
    }

    /// Follows a feed; its number, and whether it was not followed before. One that was gets the labels and nothing else, and is
    /// asked again if it was gone.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. It is then as it was.
    pub fn follow(&mut self, feed: &NewFeed) -> Result<(i64, bool), Error> {
        self.in_transaction(|transaction| {
            let insert = "INSERT INTO feed (address, title, site, added) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (address) DO NOTHING";
            let is_new = transaction.execute(insert, params![feed.address, feed.title, feed.site, now()])? > 0;
            transaction.execute("UPDATE feed SET gone = 0 WHERE address = ?1", [&feed.address])?;
            let select = "SELECT id FROM feed WHERE address = ?1";
            let id: i64 = transaction.query_row(select, [&feed.address], |row| row.get(0))?;
            for label in &feed.labels {
                transaction.execute("INSERT OR IGNORE INTO feed_label VALUES (?1, ?2)", params![id, label])?;
            }
            Ok((id, is_new))
        })
    }

    /// Follows feed `id` no more; its articles stay. Whether it was followed.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn unfollow(&mut self, id: i64) -> Result<bool, Error> {
        let removed = self.connection.execute("DELETE FROM feed WHERE id = ?1", [id]);
        removed.map(|count| count > 0).map_err(|reason| self.error(reason))
    }

    /// Sets whether articles that feed `id` cuts short are fetched from their pages.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn set_full_text(&mut self, id: i64, wanted: bool) -> Result<(), Error> {
        let update = "UPDATE feed SET full_text = ?2 WHERE id = ?1";
        self.connection.execute(update, params![id, wanted]).map(|_| ()).map_err(|reason| self.error(reason))
    }

    /// What is known of the items of feed `id`, by their guids.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn known_items(&self, id: i64) -> Result<HashMap<String, Known>, Error> {
        let read = || -> rusqlite::Result<HashMap<String, Known>> {
            let mut select = self
                .connection
                .prepare_cached("SELECT guid, said, page, article IS NULL FROM feed_item WHERE feed = ?1")?;
            let known = |row: &Row| {
                let page = row.get::<_, Option<String>>(2)?.and_then(|name| Page::from_name(&name));
                Ok((row.get(0)?, Known { said: row.get(1)?, page, removed: row.get(3)? }))
            };
            select.query_map([id], known)?.collect()
        };
        read().map_err(|reason| self.error(reason))
    }

    pub(super) fn in_transaction<T>(
        &mut self,
        change: impl FnOnce(&Transaction) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        let run = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = change(&transaction)?;
            transaction.commit()?;
            Ok(result)
        };
        run().map_err(|reason| self.error(reason))
    }
}

const SELECT_FEEDS: &str = "SELECT id, address, title, site, full_text, checked, succeeded, failure, failures, etag,
    last_modified, not_before, gone, (SELECT count(DISTINCT article) FROM feed_item WHERE feed = feed.id)
    FROM feed ORDER BY title COLLATE NOCASE, address";

fn subscription(row: &Row) -> rusqlite::Result<Subscription> {
    let not_before: Option<String> = row.get(11)?;
    Ok(Subscription {
        id: row.get(0)?,
        address: row.get(1)?,
        title: row.get(2)?,
        site: row.get(3)?,
        labels: Vec::new(),
        full_text: row.get(4)?,
        checked: row.get(5)?,
        succeeded: row.get(6)?,
        failure: row.get(7)?,
        failures: row.get(8)?,
        etag: row.get(9)?,
        last_modified: row.get(10)?,
        not_before: not_before.and_then(|time| time.parse().ok()),
        gone: row.get(12)?,
        articles: row.get(13)?,
    })
}

fn with_labels(feed: Subscription, labels: &mut HashMap<i64, Vec<String>>) -> Subscription {
    Subscription { labels: labels.remove(&feed.id).unwrap_or_default(), ..feed }
}

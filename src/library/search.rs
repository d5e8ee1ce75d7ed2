//! Asks the library: the articles that fit a query, the newest first or the best first.
//!
//! Every list is read in the order in which it is shown and no further than it is shown, so that its first page costs the
//! same in a large library as in a small one.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::query::Condition;
use super::rank::{Found, MARKED, ranked, snippet};
use super::{Error, Library, Query};
use crate::model::{Listed, Standing};

/// What a list shows of `a`, the article, and `v`, its newest version, before where its words were found.
const COLUMNS: &str = "a.id, v.title, v.outlet, a.day, a.read, a.starred, a.hidden, a.note,
    (SELECT group_concat(name, char(10) ORDER BY name) FROM tag WHERE article = a.id)";

/// One article, by its newest version.
const BY_VERSION: &str = "FROM article a JOIN version v ON v.id = a.latest WHERE a.latest = ?2";

/// Of more articles than this, or than are asked for, only the newest that fit are ranked by their words.
const MOST_RANKED: usize = 100;

/// With fewer articles than this under one mark of the reader, a list goes through these and not through the index.
const FEW: usize = 2_000;

/// What the number of a version is where it was published in a time, so that a list begins and ends there. A day on the
/// calendar of its outlet may be the one before or after in UTC, in which numbers count.
const SINCE: &str = ">= (unixepoch(?, '-1 day') << 24)";
const UNTIL: &str = "< (unixepoch(?, '+1 day') << 24)";

/// How a list goes through the library; the newest come first in each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Articles,
    Index,
}

impl Library {
    /// The articles that fit `query`, the newest first.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn list(&self, query: &Query, limit: usize) -> Result<Vec<Listed>, Error> {
        self.newest(&query.condition(), &format!("{COLUMNS}, ''"), limit, listed).map_err(|reason| self.error(reason))
    }

    /// The articles that fit `query`, the best first: those where its words are many and rare, in the headline above all.
    /// Where more than 100 fit, or than `limit`, the newest of these are ranked. A query without words has no best; its newest come first.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Vec<Listed>, Error> {
        self.try_search(&query.condition(), limit).map_err(|reason| self.error(reason))
    }

    /// The numbers of all articles that fit `query`, in the order of [`Library::list`].
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn numbers(&self, query: &Query) -> Result<Vec<i64>, Error> {
        let numbers = self.newest(&query.condition(), "a.id", usize::MAX, |row| row.get(0));
        numbers.map_err(|reason| self.error(reason))
    }

    /// What a list shows of the articles with these numbers, in no order; those that are gone are left out.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn listed(&self, numbers: &[i64]) -> Result<Vec<Listed>, Error> {
        let places = vec!["?"; numbers.len()].join(", ");
        let select =
            format!("SELECT {COLUMNS}, '' FROM article a JOIN version v ON v.id = a.latest WHERE a.id IN ({places})");
        let numbers = numbers.iter().map(|&number| Value::Integer(number)).collect();
        self.rows(&select, numbers, listed).map_err(|reason| self.error(reason))
    }

    fn newest<T>(
        &self,
        condition: &Condition,
        columns: &str,
        limit: usize,
        read: impl Fn(&Row) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        let way = self.way(condition)?;
        let (order, (from, mut values)) = (way.order(), tables(condition, way, columns));
        values.extend(condition.values.iter().cloned());
        let mut bounds = String::new();
        for (bound, day) in [(SINCE, &condition.since), (UNTIL, &condition.until)] {
            bounds.extend(day.iter().map(|_| format!(" AND {order} {bound}")));
            values.extend(day.iter().map(|day| Value::Text(day.clone())));
        }
        values.push(count(limit));
        let select = format!("SELECT {columns} {from} AND {}{bounds} ORDER BY {order} DESC LIMIT ?", condition.sql);
        self.rows(&select, values, read)
    }

    fn try_search(&self, condition: &Condition, limit: usize) -> rusqlite::Result<Vec<Listed>> {
        if !condition.is_ranked || self.way(condition)? == Way::Articles {
            return self.newest(condition, &format!("{COLUMNS}, ''"), limit, listed);
        }
        let found = self.found(condition, MOST_RANKED.max(limit))?;
        let mut best = Vec::new();
        for index in ranked(&found).into_iter().take(limit) {
            let Found { version, body, .. } = &found[index];
            let (select, snippet) = (format!("SELECT {COLUMNS}, ?1 {BY_VERSION}"), snippet(body));
            best.extend(self.rows(&select, vec![Value::Text(snippet), Value::Integer(*version)], listed)?);
        }
        Ok(best)
    }

    /// The newest that the index finds, with what it finds marked.
    fn found(&self, condition: &Condition, limit: usize) -> rusqlite::Result<Vec<Found>> {
        let [start, end] = MARKED.map(u32::from);
        let marked = |column| format!("highlight(text, {column}, char({start}), char({end}))");
        let columns = format!("text.rowid, {}, {}", marked(0), marked(1));
        self.newest(condition, &columns, limit, |row| {
            Ok(Found { version: row.get(0)?, title: row.get(1)?, body: row.get(2)? })
        })
    }

    /// Whether the index leads, or the articles: all, or the few that the reader marked.
    fn way(&self, condition: &Condition) -> rusqlite::Result<Way> {
        let Some(marked) = &condition.marked else {
            return Ok(if condition.index.is_some() { Way::Index } else { Way::Articles });
        };
        let probe = format!("SELECT count(*) FROM (SELECT 1 FROM article a WHERE {} LIMIT {FEW})", marked.sql);
        let mut probe = self.connection.prepare_cached(&probe)?;
        let some: usize = probe.query_row(params_from_iter(&marked.values), |row| row.get(0))?;
        Ok(if condition.index.is_none() || some < FEW { Way::Articles } else { Way::Index })
    }

    fn rows<T>(
        &self,
        select: &str,
        values: Vec<Value>,
        read: impl Fn(&Row) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        let mut select = self.connection.prepare_cached(select)?;
        select.query_map(params_from_iter(values), read)?.collect()
    }
}

/// The tables that a list goes through, in this order, up to its first condition, and the values for it. The versions hold the
/// texts, so that they are left out where neither `columns` nor the condition asks for them.
fn tables(condition: &Condition, way: Way, columns: &str) -> (String, Vec<Value>) {
    let asks_for_version = columns.contains("v.") || condition.sql.contains("v.");
    let version = if asks_for_version { " CROSS JOIN version v ON v.id = a.latest" } else { "" };
    let index = condition.index.clone().map(Value::Text);
    let tables = match (way, &index) {
        (Way::Index, _) => {
            format!("FROM text CROSS JOIN article a ON a.latest = text.rowid{version} WHERE text MATCH ?")
        }
        (Way::Articles, Some(_)) => {
            format!("FROM article a{version} CROSS JOIN text ON text.rowid = a.latest WHERE text MATCH ?")
        }
        (Way::Articles, None) => format!("FROM article a{version} WHERE 1"),
    };
    (tables, index.into_iter().collect())
}

impl Way {
    fn order(self) -> &'static str {
        match self {
            Way::Articles => "a.latest",
            Way::Index => "text.rowid",
        }
    }
}

fn listed(row: &Row) -> rusqlite::Result<Listed> {
    let tags: Option<String> = row.get(8)?;
    let tags = tags.unwrap_or_default().lines().map(str::to_owned).collect();
    let standing = Standing { read: row.get(4)?, starred: row.get(5)?, hidden: row.get(6)?, note: row.get(7)?, tags };
    let (id, headline, outlet) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(Listed { id, headline, outlet, day: row.get(3)?, snippet: row.get(9)?, standing })
}

fn count(limit: usize) -> Value {
    Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX))
}

//! Asks the library: the articles that fit a query, the newest first or the best first.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::query::Condition;
use super::{Error, Library, Query};

/// One article as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: i64,
    /// The title, else the first paragraph, whole.
    pub headline: String,
    /// Empty where it is not known.
    pub outlet: String,
    /// Of publication, else the day on which it was added: 2025-07-13.
    pub day: String,
    /// Where the words were found, with `[` and `]` around them; empty in lists by day.
    pub snippet: String,
}

impl Library {
    /// The articles that fit `query`, the newest first.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn list(&self, query: &Query, limit: usize) -> Result<Vec<Found>, Error> {
        let Condition { sql, mut values } = query.condition();
        values.push(count(limit));
        let select = format!(
            "SELECT a.id, v.title, v.outlet, a.day, '' FROM article a JOIN version v ON v.id = a.latest
             WHERE {sql} ORDER BY a.day DESC, a.id DESC LIMIT ?"
        );
        self.rows(&select, values)
    }

    /// The articles that fit `query`, the best first: those where its words are many and rare, in the headline above all.
    /// A query without words has no best; its newest come first.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Vec<Found>, Error> {
        let Some(words) = query.words() else { return self.list(query, limit) };
        let Condition { sql, values } = query.condition();
        let select = format!(
            "SELECT a.id, v.title, v.outlet, a.day, snippet(text, -1, '[', ']', '…', 16)
             FROM text JOIN version v ON v.id = text.rowid JOIN article a ON a.latest = v.id
             WHERE text MATCH ? AND {sql} ORDER BY bm25(text, 4.0, 1.0), a.id DESC LIMIT ?"
        );
        let all = [Value::Text(words)].into_iter().chain(values).chain([count(limit)]);
        self.rows(&select, all.collect())
    }

    fn rows(&self, select: &str, values: Vec<Value>) -> Result<Vec<Found>, Error> {
        let read = || -> rusqlite::Result<Vec<Found>> {
            let mut select = self.connection.prepare_cached(select)?;
            select.query_map(params_from_iter(values), found)?.collect()
        };
        read().map_err(|reason| self.error(reason))
    }
}

fn found(row: &Row) -> rusqlite::Result<Found> {
    Ok(Found { id: row.get(0)?, headline: row.get(1)?, outlet: row.get(2)?, day: row.get(3)?, snippet: row.get(4)? })
}

fn count(limit: usize) -> Value {
    Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX))
}

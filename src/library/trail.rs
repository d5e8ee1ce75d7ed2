//! The trail of a person, place or outlet across the whole library: what happened with them, and what they said, by time.

use jiff::civil::DateTime;
use rusqlite::params;

use super::{Error, Library};
use crate::model::{EntityKind, Grain, Interval, Told};

impl Library {
    /// The events with the one called `name`, over all articles, by time; of the same day, the newest article first.
    /// For an outlet, those that came through it as well. Where there are more than `limit`, the last ones.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn trail(&self, kind: EntityKind, name: &str, limit: usize) -> Result<Vec<Told>, Error> {
        self.told(TRAIL, kind, name, limit)
    }

    /// What the one called `name` said, over all articles, by the days of these; for an outlet, what came through it.
    /// Where there is more than `limit`, the last of it.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read.
    pub fn said(&self, kind: EntityKind, name: &str, limit: usize) -> Result<Vec<Told>, Error> {
        self.told(SAID, kind, name, limit)
    }

    fn told(&self, select: &str, kind: EntityKind, name: &str, limit: usize) -> Result<Vec<Told>, Error> {
        let read = || -> rusqlite::Result<Vec<Told>> {
            let mut select = self.connection.prepare_cached(select)?;
            let told = |row: &rusqlite::Row| {
                let when: String = row.get(2)?;
                let time = time(&when, &row.get::<_, String>(3)?, &row.get::<_, String>(4)?);
                let (article, outlet) = (row.get(0)?, row.get(1)?);
                Ok(Told { article, outlet, when, time, status: row.get(5)?, label: row.get(6)? })
            };
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut trail: Vec<Told> =
                select.query_map(params![name, kind.name(), limit], told)?.collect::<Result<_, _>>()?;
            trail.reverse();
            Ok(trail)
        };
        read().map_err(|reason| self.error(reason))
    }
}

/// The time from `from` to `to`, known to the smallest unit that it fits into, or a period where `when` tells one.
fn time(when: &str, from: &str, to: &str) -> Interval {
    let [from, to] = [from, to].map(|text| text.parse::<DateTime>());
    let from = from.unwrap_or_default();
    let time = Interval::between(from, to.unwrap_or(from).max(from));
    if when.contains("..") { Interval::days(time.first_day(), time.last_day(), Grain::Day).until(time) } else { time }
}

const TRAIL: &str = r#"
    SELECT a.id, v.outlet, e.value, e."from", e."to", e.status, e.label
    FROM entity who
    JOIN event_entity link ON link.entity = who.id
    JOIN event e ON e.id = link.event
    JOIN article a ON a.latest = e.version
    JOIN version v ON v.id = a.latest
    WHERE who.name = ?1 COLLATE NOCASE AND who.kind = ?2 AND a.hidden = 0
    ORDER BY e."from" DESC, a.day, a.id, e.id DESC LIMIT ?3"#;

/// Bytes of the text are told as text; `from` and `to` are on the borders of characters.
const SAID: &str = r#"
    SELECT a.id, v.outlet, a.day, a.day, a.day, s.stance,
        CAST(substr(CAST(v.body AS BLOB), s."from" + 1, s."to" - s."from") AS TEXT)
    FROM entity who
    JOIN statement s ON s.speaker = who.id OR s.id IN (SELECT statement FROM statement_via WHERE outlet = who.id)
    JOIN article a ON a.latest = s.version
    JOIN version v ON v.id = a.latest
    WHERE who.name = ?1 COLLATE NOCASE AND who.kind = ?2 AND a.hidden = 0 AND s.version = who.version
    ORDER BY a.day DESC, a.id DESC, s."from" DESC LIMIT ?3"#;

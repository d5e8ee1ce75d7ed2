//! What the reader does with articles: read, star, hide, note, tag; all of it can be undone, also by a later run.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Error, Library};
use crate::model::Act;

/// What an undoing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The column: `read`, `starred`, `hidden`, `note` or `tags`.
    pub field: String,
    pub articles: Vec<i64>,
}

/// Which way through what was done.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

impl Library {
    /// Does `act` with each of `articles` as one act; how many it changed.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written. Nothing is changed then.
    pub fn act(&mut self, articles: &[i64], act: &Act) -> Result<usize, Error> {
        self.try_act(articles, act).map_err(|reason| self.error(reason))
    }

    fn try_act(&mut self, articles: &[i64], act: &Act) -> rusqlite::Result<usize> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // What was undone cannot be done again once something else was done.
        transaction.execute("DELETE FROM deed WHERE undone = 1", [])?;
        let number: i64 = transaction.query_row("SELECT coalesce(max(act), 0) + 1 FROM deed", [], |row| row.get(0))?;
        let insert = "INSERT INTO deed (act, article, field, before, after) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut changed = 0;
        for &article in articles {
            let field = field(act);
            let Some(before) = value(&transaction, article, field)? else { continue };
            let after = after(act, &before);
            if before != after {
                set(&transaction, article, field, &after)?;
                transaction.prepare_cached(insert)?.execute(params![number, article, field, before, after])?;
                changed += 1;
            }
        }
        transaction.commit()?;
        Ok(changed)
    }

    /// Undoes the last act that is not undone yet.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn undo(&mut self) -> Result<Option<Undone>, Error> {
        self.walk(Way::Back).map_err(|reason| self.error(reason))
    }

    /// Does again what was undone last, as long as nothing else was done since.
    ///
    /// # Errors
    ///
    /// Where the library cannot be written.
    pub fn redo(&mut self) -> Result<Option<Undone>, Error> {
        self.walk(Way::Forth).map_err(|reason| self.error(reason))
    }

    fn walk(&mut self, way: Way) -> rusqlite::Result<Option<Undone>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (which, column, undone) = match way {
            Way::Back => ("SELECT max(act) FROM deed WHERE undone = 0", "before", 1),
            Way::Forth => ("SELECT min(act) FROM deed WHERE undone = 1", "after", 0),
        };
        let Some(act) = transaction.query_row(which, [], |row| row.get::<_, Option<i64>>(0))? else { return Ok(None) };
        let select = format!("SELECT article, field, {column} FROM deed WHERE act = ?1 ORDER BY id");
        let deeds: Vec<(i64, String, String)> = transaction
            .prepare(&select)?
            .query_map([act], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (article, field, text) in &deeds {
            set(&transaction, *article, field, text)?;
        }
        transaction.execute("UPDATE deed SET undone = ?1 WHERE act = ?2", params![undone, act])?;
        transaction.commit()?;
        let field = deeds.first().map(|(_, field, _)| field.clone()).unwrap_or_default();
        Ok(Some(Undone { field, articles: deeds.into_iter().map(|(article, ..)| article).collect() }))
    }
}

/// The field that `act` changes.
fn field(act: &Act) -> &'static str {
    match act {
        Act::Read(_) => "read",
        Act::Star(_) => "starred",
        Act::Hide(_) => "hidden",
        Act::Note(_) => "note",
        Act::Tag(_) | Act::Untag(_) => "tags",
    }
}

/// What its field holds after `act`, where it held `before`.
fn after(act: &Act, before: &str) -> String {
    match act {
        Act::Read(on) | Act::Star(on) | Act::Hide(on) => u8::from(*on).to_string(),
        Act::Note(note) => note.clone(),
        Act::Tag(name) | Act::Untag(name) => {
            let mut tags: Vec<&str> = before.lines().filter(|tag| !tag.eq_ignore_ascii_case(name)).collect();
            if matches!(act, Act::Tag(_)) {
                tags.push(name);
            }
            tags.sort_unstable();
            tags.join("\n")
        }
    }
}

/// What `field` of `article` holds, as text; tags a line each. `None` where there is no such article.
fn value(transaction: &Transaction, article: i64, field: &str) -> rusqlite::Result<Option<String>> {
    let column = match field {
        "tags" => "(SELECT coalesce(group_concat(name, char(10) ORDER BY name), '') FROM tag WHERE article = a.id)",
        // One of the names above, never what somebody typed.
        field => &format!("CAST(a.{field} AS TEXT)"),
    };
    let select = format!("SELECT {column} FROM article a WHERE a.id = ?1");
    transaction.prepare_cached(&select)?.query_row([article], |row| row.get(0)).optional()
}

fn set(transaction: &Transaction, article: i64, field: &str, text: &str) -> rusqlite::Result<()> {
    if field == "tags" {
        transaction.prepare_cached("DELETE FROM tag WHERE article = ?1")?.execute([article])?;
        let mut insert = transaction.prepare_cached("INSERT INTO tag (article, name) VALUES (?1, ?2)")?;
        return text.lines().try_for_each(|name| insert.execute(params![article, name]).map(drop));
    }
    let value = if field == "note" { "?1" } else { "CAST(?1 AS INTEGER)" };
    let update = format!("UPDATE article SET {field} = {value} WHERE id = ?2");
    transaction.prepare_cached(&update)?.execute(params![text, article]).map(drop)
}

//! A query as SQL over `a`, the article, and `v`, its newest version.

use rusqlite::types::Value;

use super::{Named, Phrase, Query};

/// A condition with a `?` for each of its values, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::library) struct Condition {
    pub(in crate::library) sql: String,
    pub(in crate::library) values: Vec<Value>,
}

impl Query {
    pub(in crate::library) fn condition(&self) -> Condition {
        let mut condition = Condition::default();
        condition.add(self);
        condition
    }

    /// The words to rank by, in the language of the index, where nothing is found without one of them.
    pub(in crate::library) fn words(&self) -> Option<String> {
        if !self.needs_words() {
            return None;
        }
        let mut all = Vec::new();
        self.collect_words(&mut all);
        Some(all.join(" OR "))
    }

    fn needs_words(&self) -> bool {
        match self {
            Query::Words(_) => true,
            Query::All(parts) => parts.iter().any(Query::needs_words),
            Query::Any(ways) => ways.iter().all(Query::needs_words),
            _ => false,
        }
    }

    fn collect_words(&self, all: &mut Vec<String>) {
        match self {
            Query::Words(phrase) => all.push(phrase.as_match()),
            Query::All(parts) | Query::Any(parts) => parts.iter().for_each(|part| part.collect_words(all)),
            _ => {}
        }
    }
}

impl Phrase {
    /// In the language of the index, where nothing in quotation marks means anything.
    fn as_match(&self) -> String {
        let star = if self.prefix { "*" } else { "" };
        format!("\"{}\"{star}", self.words.replace('"', "\"\""))
    }
}

impl Condition {
    fn add(&mut self, query: &Query) {
        match query {
            Query::All(parts) => self.join(parts, " AND ", "1"),
            Query::Any(ways) => self.join(ways, " OR ", "0"),
            Query::Not(inner) => {
                self.sql.push_str("NOT ");
                self.add(inner);
            }
            Query::Words(phrase) => {
                self.term("v.id IN (SELECT rowid FROM text WHERE text MATCH ?)", [phrase.as_match()]);
            }
            Query::Names(named, phrase) => {
                let which = match named {
                    Named::Person => "kind = 'person'",
                    Named::Place => "kind = 'place'",
                    Named::Organisation => "kind = 'organisation'",
                    Named::Via => "via",
                };
                let names = "SELECT rowid FROM entity_name WHERE entity_name MATCH ?";
                let sql = format!("v.id IN (SELECT version FROM entity WHERE {which} AND id IN ({names}))");
                self.term(&sql, [phrase.as_match()]);
            }
            Query::Outlet(name) => self.term("instr(lower(v.outlet), lower(?)) > 0", [name.clone()]),
            Query::Language(code) => {
                self.term("(v.language = ? OR v.language LIKE ? || '-%')", [code.clone(), code.clone()]);
            }
            Query::Happened { from, to } => {
                let from_sql = from.as_ref().map_or("", |_| r#" AND "to" > ?"#);
                let to_sql = to.as_ref().map_or("", |_| r#" AND "from" < ?"#);
                let sql = format!("EXISTS (SELECT 1 FROM event WHERE version = v.id{from_sql}{to_sql})");
                self.term(&sql, from.iter().chain(to).map(|day| format!("{day}T00:00:00")));
            }
            Query::Since(day) => self.term("v.published >= ?", [day.clone()]),
            Query::Until(day) => self.term("v.published < ?", [day.clone()]),
        }
    }

    fn join(&mut self, parts: &[Query], word: &str, none: &str) {
        self.sql.push('(');
        for (index, part) in parts.iter().enumerate() {
            self.sql.push_str(if index > 0 { word } else { "" });
            self.add(part);
        }
        self.sql.push_str(if parts.is_empty() { none } else { "" });
        self.sql.push(')');
    }

    fn term(&mut self, sql: &str, values: impl IntoIterator<Item = String>) {
        self.sql.push_str(sql);
        self.values.extend(values.into_iter().map(Value::Text));
    }
}

//! A query as SQL over `a`, the article, and `v`, its newest version, where that is needed, and as an expression of the index of words.
//!
//! The index hands out what it finds newest first, as fast as it is read, however much there is: all of a query that it can
//! answer goes into one expression for it, the rest is asked of each article that it hands out.

use rusqlite::types::Value;

use super::{Named, Phrase, Query, Standing};

/// What articles must fulfil.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::library) struct Condition {
    /// In the language of the index.
    pub(in crate::library) index: Option<String>,
    /// Whether it asks for words of the text, by which what it finds can be ranked.
    pub(in crate::library) is_ranked: bool,
    /// With a `?` for each of its values, in order.
    pub(in crate::library) sql: String,
    pub(in crate::library) values: Vec<Value>,
    /// Days between which all that it finds was published, where it says so: the second is not one of them.
    pub(in crate::library) since: Option<String>,
    pub(in crate::library) until: Option<String>,
    /// The condition on the reader's own marks, which may leave few articles.
    pub(in crate::library) marked: Option<Driver>,
}

/// A condition on the article alone.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::library) struct Driver {
    pub(in crate::library) sql: String,
    pub(in crate::library) values: Vec<Value>,
}

/// Finds every article.
const ANY: &str = "{lang} : \"any\"";

impl Query {
    pub(in crate::library) fn condition(&self) -> Condition {
        let parts = match self {
            Query::All(parts) => parts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut condition = Condition::default();
        let (indexed, others): (Vec<&Query>, Vec<&Query>) = parts.iter().partition(|part| part.indexed().is_some());
        condition.index = conjunction(&indexed);
        condition.is_ranked = indexed.iter().any(|part| part.has_words());
        condition.join(&others, " AND ", "1");
        let since = parts.iter().filter_map(|part| if let Query::Since(day) = part { Some(day.clone()) } else { None });
        let until = parts.iter().filter_map(|part| if let Query::Until(day) = part { Some(day.clone()) } else { None });
        (condition.since, condition.until) = (since.max(), until.min());
        condition.marked = parts.iter().find_map(Query::driver);
        if !self.asks_for_hidden() {
            condition.sql.push_str(" AND a.hidden = 0");
        }
        condition
    }

    /// What is hidden is in no list that does not ask for it.
    fn asks_for_hidden(&self) -> bool {
        match self {
            Query::Is(standing) => *standing == Standing::Hidden,
            Query::All(parts) | Query::Any(parts) => parts.iter().any(Query::asks_for_hidden),
            Query::Not(inner) => inner.asks_for_hidden(),
            _ => false,
        }
    }

    /// Whether words of the text are wanted.
    fn has_words(&self) -> bool {
        match self {
            Query::Words(_) => true,
            Query::All(parts) | Query::Any(parts) => parts.iter().any(Query::has_words),
            _ => false,
        }
    }

    /// All of it in the language of the index, if it can be said there.
    fn indexed(&self) -> Option<String> {
        let column = |name: &str, phrase: &Phrase| Some(format!("{{{name}}} : {}", phrase.as_match()));
        match self {
            Query::Words(phrase) => column("title body", phrase),
            Query::Names(named, phrase) => column(named.column(), phrase),
            Query::Outlet(phrase) => column("outlet", phrase),
            Query::Language(phrase) => column("lang", phrase),
            Query::Not(inner) => Some(format!("{ANY} NOT ({})", inner.indexed()?)),
            Query::All(parts) => conjunction(&parts.iter().collect::<Vec<_>>()),
            Query::Any(ways) => {
                let ways: Option<Vec<String>> = ways.iter().map(|way| Some(format!("({})", way.indexed()?))).collect();
                Some(ways?.join(" OR "))
            }
            Query::Feed(_) | Query::Is(_) | Query::Tag(_) => None,
            Query::Happened { .. } | Query::Since(_) | Query::Until(_) => None,
        }
    }

    fn driver(&self) -> Option<Driver> {
        match self {
            Query::Is(standing) => Some(Driver { sql: standing.sql().to_owned(), values: Vec::new() }),
            Query::Feed(name) => Some(Driver { sql: TOLD.to_owned(), values: vec![Value::Text(name.clone()); 2] }),
            Query::Tag(name) => Some(Driver { sql: TAGGED.to_owned(), values: vec![Value::Text(name.clone())] }),
            _ => None,
        }
    }
}

const TOLD: &str = "a.id IN (SELECT article FROM feed_item WHERE feed IN
    (SELECT id FROM feed WHERE CAST(id AS TEXT) = ? OR instr(lower(title), lower(?)) > 0))";
const TAGGED: &str = "a.id IN (SELECT article FROM tag WHERE name = ?)";

/// Everything that each of `parts` finds; `None` where there are none, or the index does not know one.
fn conjunction(parts: &[&Query]) -> Option<String> {
    let (mut wanted, mut unwanted) = (Vec::new(), String::new());
    for part in parts {
        match part {
            Query::Not(inner) => unwanted.push_str(&format!(" NOT ({})", inner.indexed()?)),
            part => wanted.push(format!("({})", part.indexed()?)),
        }
    }
    match (wanted.is_empty(), unwanted.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{ANY}{unwanted}")),
        (false, _) => Some(format!("({}){unwanted}", wanted.join(" AND "))),
    }
}

impl Named {
    /// The column of the index that has its names.
    fn column(self) -> &'static str {
        match self {
            Named::Person => "person",
            Named::Place => "place",
            Named::Organisation => "org",
            Named::Source => "source",
            Named::Via => "via",
        }
    }
}

impl Standing {
    /// As the indices of these columns have it, so that they are used.
    fn sql(self) -> &'static str {
        match self {
            Standing::Unread => "a.read = 0",
            Standing::Read => "a.read = 1",
            Standing::Starred => "a.starred = 1",
            Standing::Hidden => "a.hidden = 1",
            Standing::Noted => "a.note <> ''",
        }
    }
}

impl Phrase {
    /// In the language of the index, where nothing in quotation marks means anything.
    fn as_match(&self) -> String {
        let star = if self.prefix { " *" } else { "" };
        format!("\"{}\"{star}", self.words.replace('"', "\"\""))
    }
}

impl Condition {
    fn add(&mut self, query: &Query) {
        match query {
            Query::All(parts) => self.join(&parts.iter().collect::<Vec<_>>(), " AND ", "1"),
            Query::Any(ways) => self.join(&ways.iter().collect::<Vec<_>>(), " OR ", "0"),
            Query::Not(inner) => {
                self.sql.push_str("NOT ");
                self.add(inner);
            }
            Query::Is(standing) => self.sql.push_str(standing.sql()),
            Query::Tag(name) => self.term(TAGGED, [name.clone()]),
            Query::Feed(name) => self.term(TOLD, [name.clone(), name.clone()]),
            Query::Happened { from, to } => {
                let from_sql = from.as_ref().map_or("", |_| r#" AND "to" > ?"#);
                let to_sql = to.as_ref().map_or("", |_| r#" AND "from" < ?"#);
                let sql = format!("EXISTS (SELECT 1 FROM event WHERE version = a.latest{from_sql}{to_sql})");
                self.term(&sql, from.iter().chain(to).map(|day| format!("{day}T00:00:00")));
            }
            // An article without a day was published neither since nor until one.
            Query::Since(day) => self.term("ifnull(v.published >= ?, 0)", [day.clone()]),
            Query::Until(day) => self.term("ifnull(v.published < ?, 0)", [day.clone()]),
            Query::Words(_) | Query::Names(..) | Query::Outlet(_) | Query::Language(_) => {
                let Some(index) = query.indexed() else { return };
                self.term("a.latest IN (SELECT rowid FROM text WHERE text MATCH ?)", [index]);
            }
        }
    }

    fn join(&mut self, parts: &[&Query], word: &str, none: &str) {
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

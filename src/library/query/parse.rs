//! A query as it is typed.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use thiserror::Error;

use super::{Named, Phrase, Query, Standing};

/// What is wrong with a query, and where.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("column {column}: {reason}")]
pub struct QueryError {
    /// In characters, from 1.
    pub column: usize,
    pub reason: String,
}

/// Deeper brackets are refused.
const DEEPEST: usize = 32;

/// The fields, as an error lists them.
const FIELDS: &str = "person, place, org, source, outlet, via, lang, from, to, since, until, feed, is, tag";

/// What may stand behind `is:`.
const STANDINGS: &[(&str, Standing)] = &[
    ("unread", Standing::Unread),
    ("read", Standing::Read),
    ("starred", Standing::Starred),
    ("hidden", Standing::Hidden),
    ("noted", Standing::Noted),
];

impl Query {
    /// What `text` asks for; see [`super`] for the language.
    ///
    /// # Errors
    ///
    /// Where it is no query, with the column.
    pub fn parse(text: &str) -> Result<Query, QueryError> {
        let mut parser = Parser { chars: text.chars().collect(), at: 0, depth: 0 };
        let query = parser.any()?;
        match parser.peek() {
            None => Ok(query),
            Some(_) => Err(parser.error(parser.at, "this bracket closes none")),
        }
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn any(&mut self) -> Result<Query, QueryError> {
        let lonely = |parser: &Parser, at| Err(parser.error(at, "`or` stands between two things"));
        let mut ways = vec![self.all()?];
        let mut last_or = None;
        while self.is_at_or() {
            if ways.last() == Some(&Query::everything()) {
                return lonely(self, self.at);
            }
            last_or = Some(self.at);
            self.at += 2;
            ways.push(self.all()?);
        }
        match last_or {
            None => Ok(ways.remove(0)),
            Some(at) if ways.last() == Some(&Query::everything()) => lonely(self, at),
            Some(_) => Ok(Query::Any(ways)),
        }
    }

    fn all(&mut self) -> Result<Query, QueryError> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|next| next != ')') && !self.is_at_or() {
            let part = self.one()?;
            match (parts.last_mut(), part) {
                // 'from:2024 to:2025' asks for one event that lies in both.
                (Some(Query::Happened { to: to @ None, .. }), Query::Happened { from: None, to: Some(day) }) => {
                    *to = Some(day)
                }
                (Some(Query::Happened { from: from @ None, .. }), Query::Happened { from: Some(day), to: None }) => {
                    *from = Some(day)
                }
                (_, part) => parts.push(part),
            }
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Query::All(parts) })
    }

    fn one(&mut self) -> Result<Query, QueryError> {
        let start = self.at;
        match self.chars[self.at] {
            '-' => {
                self.at += 1;
                if self.ends_here() {
                    return Err(self.error(start, "`-` needs what is not wanted right behind it"));
                }
                self.deepen(start)?;
                let inner = self.one()?;
                self.depth -= 1;
                Ok(Query::Not(Box::new(inner)))
            }
            '(' => {
                self.at += 1;
                self.deepen(start)?;
                let inner = self.any()?;
                if self.peek() != Some(')') {
                    return Err(self.error(start, "this bracket is not closed"));
                }
                self.at += 1;
                self.depth -= 1;
                Ok(inner)
            }
            ')' => Err(self.error(start, "this bracket closes none")),
            '"' => Ok(Query::Words(self.phrase()?)),
            _ => self.word_or_field(),
        }
    }

    /// Goes into what the bracket or `-` at `start` leads.
    fn deepen(&mut self, start: usize) -> Result<(), QueryError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(start, "brackets or `-` within brackets within brackets: too many"));
        }
        Ok(())
    }

    fn word_or_field(&mut self) -> Result<Query, QueryError> {
        let start = self.at;
        let length = self.chars[start..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
        if length == 0 || self.chars.get(start + length) != Some(&':') {
            return Ok(Query::Words(self.phrase()?));
        }
        let name: String = self.chars[start..start + length].iter().collect::<String>().to_lowercase();
        self.at = start + length + 1;
        if self.ends_here() {
            return Err(self.error(start, &format!("`{name}:` needs a value right behind it")));
        }
        let value_at = self.at;
        if self.chars[value_at] == '(' {
            let reason = format!("no brackets behind `{name}:`; write ({name}:one or {name}:another)");
            return Err(self.error(value_at, &reason));
        }
        let phrase = self.phrase()?;
        let day = |last: bool| {
            day(&phrase.words, last)
                .ok_or_else(|| self.error(value_at, "expected a year, a month or a day: 2025, 2025-07 or 2025-07-13"))
        };
        Ok(match name.as_str() {
            "person" => Query::Names(Named::Person, phrase),
            "place" => Query::Names(Named::Place, phrase),
            "org" => Query::Names(Named::Organisation, phrase),
            "source" => Query::Names(Named::Source, phrase),
            "via" => Query::Names(Named::Via, phrase),
            "outlet" => Query::Outlet(phrase),
            "lang" => Query::Language(phrase),
            "is" => Query::Is(self.standing(value_at, &phrase.words)?),
            "feed" => Query::Feed(phrase.words),
            "tag" => Query::Tag(phrase.words),
            "from" => Query::Happened { from: Some(day(false)?), to: None },
            "to" => Query::Happened { from: None, to: Some(day(true)?) },
            "since" => Query::Since(day(false)?),
            "until" => Query::Until(day(true)?),
            _ => return Err(self.error(start, &format!("there is no field `{name}`; there are {FIELDS}"))),
        })
    }

    fn standing(&self, at: usize, word: &str) -> Result<Standing, QueryError> {
        let known = STANDINGS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        known.map(|&(_, standing)| standing).ok_or_else(|| {
            let names: Vec<&str> = STANDINGS.iter().map(|&(name, _)| name).collect();
            self.error(at, &format!("nothing is `{word}`; there are {}", names.join(", ")))
        })
    }

    /// Words in quotation marks, or one word; a star behind lets the last go on.
    fn phrase(&mut self) -> Result<Phrase, QueryError> {
        let start = self.at;
        if self.chars[start] == '"' {
            let Some(len) = self.chars[start + 1..].iter().position(|&c| c == '"') else {
                return Err(self.error(start, "this quotation mark is not closed"));
            };
            let words = self.chars[start + 1..start + 1 + len].iter().collect();
            self.at = start + len + 2;
            let prefix = self.chars.get(self.at) == Some(&'*');
            self.at += usize::from(prefix);
            return Ok(Phrase { words, prefix });
        }
        let len =
            self.chars[start..].iter().take_while(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '"')).count();
        self.at = start + len;
        let word: String = self.chars[start..self.at].iter().collect();
        Ok(match word.strip_suffix('*') {
            Some(stem) => Phrase { words: stem.to_owned(), prefix: true },
            None => Phrase { words: word, prefix: false },
        })
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    /// Whether what stands before this place has nothing right behind it.
    fn ends_here(&self) -> bool {
        self.chars.get(self.at).is_none_or(|next| next.is_whitespace() || *next == ')')
    }

    fn is_at_or(&self) -> bool {
        let is = |at: usize, c: char| self.chars.get(at).is_some_and(|found| found.eq_ignore_ascii_case(&c));
        let ends = self.chars.get(self.at + 2).is_none_or(|c| c.is_whitespace() || *c == '(');
        is(self.at, 'o') && is(self.at + 1, 'r') && ends
    }

    fn error(&self, at: usize, reason: &str) -> QueryError {
        QueryError { column: at + 1, reason: reason.to_owned() }
    }
}

/// The first day of a year, a month or a day; with `last` the first day after it.
fn day(text: &str, last: bool) -> Option<String> {
    // What the parser of days takes beyond them, hours and weeks, would be dropped in silence.
    if !text
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
    {
        return None;
    }
    let (filled, unit) = match text.len() {
        4 => (format!("{text}-01-01"), Unit::Year),
        7 => (format!("{text}-01"), Unit::Month),
        10 => (text.to_owned(), Unit::Day),
        _ => return None,
    };
    let first: Date = filled.parse().ok()?;
    let span = match unit {
        Unit::Year => 1.year(),
        Unit::Month => 1.month(),
        _ => 1.day(),
    };
    let day = if last { first.checked_add(span).ok()? } else { first };
    Some(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Query {
        Query::Words(Phrase { words: text.to_owned(), prefix: false })
    }

    #[test]
    fn queries_are_read() {
        let happened = |from: &str, to: &str| Query::Happened { from: Some(from.into()), to: Some(to.into()) };
        let cases = [
            ("", Query::everything()),
            ("banjir", words("banjir")),
            ("banjir  demak", Query::All(vec![words("banjir"), words("demak")])),
            ("\"banjir bandang\"", words("banjir bandang")),
            ("pemerint*", Query::Words(Phrase { words: "pemerint".into(), prefix: true })),
            ("covid-19", words("covid-19")),
            ("-demak", Query::Not(Box::new(words("demak")))),
            ("a or b c", Query::Any(vec![words("a"), Query::All(vec![words("b"), words("c")])])),
            ("oranye", words("oranye")),
            ("(a OR b) c", Query::All(vec![Query::Any(vec![words("a"), words("b")]), words("c")])),
            ("Person:kim", Query::Names(Named::Person, Phrase { words: "kim".into(), prefix: false })),
            ("outlet:\"kabar timur\"", Query::Outlet(Phrase { words: "kabar timur".into(), prefix: false })),
            ("from:2024-06 to:2024", happened("2024-06-01", "2025-01-01")),
            ("to:2024-06-30 from:2024", happened("2024-01-01", "2024-07-01")),
            ("since:2025-07-12", Query::Since("2025-07-12".into())),
            ("until:2025-07", Query::Until("2025-08-01".into())),
            ("10:30", words("10:30")),
            ("is:unread", Query::Is(Standing::Unread)),
            ("-is:Starred tag:banjir", {
                let starred = Query::Not(Box::new(Query::Is(Standing::Starred)));
                Query::All(vec![starred, Query::Tag("banjir".into())])
            }),
        ];
        for (text, expected) in cases {
            assert_eq!(Query::parse(text).as_ref(), Ok(&expected), "{text}");
        }
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        let [deep, denied] = ["(", "-"].map(|mark| mark.repeat(40) + "a");
        let cases = [
            ("a (b", 3, "not closed"),
            ("a)", 2, "closes none"),
            ("é \"b", 3, "not closed"),
            ("x person:", 3, "needs a value"),
            ("orang:kim", 1, "there is no field `orang`"),
            ("from:juni", 6, "expected a year"),
            ("a is:new", 6, "nothing is `new`; there are unread"),
            ("from:2025-13", 6, "expected a year"),
            ("since:2025-07-13T10", 7, "expected a year"),
            ("until:20250713", 7, "expected a year"),
            ("a or", 3, "between two"),
            (" or b", 2, "between two"),
            ("a or or b", 6, "between two"),
            ("a or b or", 8, "between two"),
            ("-", 1, "right behind it"),
            ("a -", 3, "right behind it"),
            ("a - b", 3, "right behind it"),
            ("(a -)", 4, "right behind it"),
            ("person:(a or b)", 8, "no brackets behind `person:`"),
            (&deep, 33, "too many"),
            (&denied, 33, "too many"),
        ];
        for (text, column, reason) in cases {
            let error = Query::parse(text).unwrap_err();
            assert!(error.column == column && error.reason.contains(reason), "{text}: {error}");
        }
    }
}

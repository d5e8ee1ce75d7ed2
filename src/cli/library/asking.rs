//! `linimasa list`, `search` and `trail`: what is in the library.

use std::io;

use clap::Args;
use serde::Serialize;

use super::{failed, with_library};
use crate::cli::args::row_count;
use crate::cli::{Outcome, report, report_emptiness};
use crate::library::query::QueryError;
use crate::library::{Error, Library, Query};
use crate::model::{EntityKind, Listed};
use crate::text::{sanitise, width};

const QUERY_HELP: &str = "\
Queries:
  banjir demak            both words, in headline or text, in any case, with or
                          without accents
  \"banjir bandang\"        one after the other
  pemerint*               words that begin so
  person:kim place:wonsan org:bnpb
                          that name somebody or something called so
  source:kim              in which somebody called so says something
  outlet:kompas lang:id   published by this outlet, in this language
  via:reuters             in which something came through this outlet
  from:2024-06 to:2024    in which something happened then: a year, month or day
  since:2025-07-12 until:2025
                          published then
  is:unread               or read, starred, hidden, noted
  feed:3 feed:antara      told by the feed of this number, or whose title has this
  tag:banjir              that you tagged so
  -word -person:kim       without this
  a or b, ( )             either; groups
What is hidden is listed only where `is:hidden` asks for it. A query with marks
that the shell reads needs quotes: 'via:\"associated press\"'. One that begins
with a minus stands behind two: linimasa list -- -tag:banjir";

const LINES: &str = "\
One article to a line, fields parted by tabs:
  number   day   outlet   headline";

/// The articles in your library, the newest first
#[derive(Debug, Args)]
#[command(after_help = format!("{LINES}\n\n{QUERY_HELP}"))]
pub(crate) struct List {
    /// Only those that fit this
    query: Vec<String>,

    /// How many at most; all, where it is not given
    #[arg(long, value_name = "COUNT", value_parser = row_count)]
    limit: Option<usize>,

    /// JSON lines, with what you made of each
    #[arg(long)]
    json: bool,
}

/// Search your library, the best first
#[derive(Debug, Args)]
#[command(after_help = format!("{LINES}   the words where they were found\n\n{QUERY_HELP}"))]
pub(crate) struct Search {
    /// What to look for
    #[arg(required = true)]
    query: Vec<String>,

    /// How many at most
    #[arg(long, value_name = "COUNT", value_parser = row_count, default_value_t = 50)]
    limit: usize,

    /// JSON lines, with what you made of each
    #[arg(long)]
    json: bool,
}

/// What happened with somebody or something, or what they said, over your whole library
#[derive(Debug, Args)]
#[command(after_help = "\
One event to a line, by time, fields parted by tabs:
  when   status   outlet   article   what
With --said, one statement to a line, by the day of its article:
  day   stance   outlet   article   what")]
pub(crate) struct Trail {
    /// person, place, organisation, outlet, platform or other
    #[arg(value_parser = kind)]
    kind: EntityKind,

    /// Its whole name, as `linimasa names` prints it
    #[arg(required = true)]
    name: Vec<String>,

    /// What they said instead; for an outlet, what came through it
    #[arg(long)]
    said: bool,

    /// How many at most; all, where it is not given
    #[arg(long, value_name = "COUNT", value_parser = row_count)]
    limit: Option<usize>,
}

/// One article for other programs; fields that say nothing are left out.
#[derive(Serialize)]
struct Record<'a> {
    id: i64,
    day: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
    headline: &'a str,
    read: bool,
    starred: bool,
    hidden: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    snippet: &'a str,
}

impl List {
    pub(super) fn everything() -> List {
        List { query: Vec::new(), limit: None, json: false }
    }

    /// Lists the articles that fit.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        ask(&self.query, self.json, |library, query| library.list(query, self.limit.unwrap_or(usize::MAX)))
    }
}

impl Search {
    /// Lists the articles that fit, the best first.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        ask(&self.query, self.json, |library, query| library.search(query, self.limit))
    }
}

fn ask(
    words: &[String],
    json: bool,
    find: impl FnOnce(&Library, &Query) -> Result<Vec<Listed>, Error>,
) -> io::Result<Outcome> {
    let text = words.join(" ");
    let query = match Query::parse(&text) {
        Ok(query) => query,
        Err(error) => {
            report(&wrong_query(&text, &error));
            return Ok(Outcome::CouldNotRun);
        }
    };
    with_library(|library, out| match find(library, &query) {
        Ok(found) => {
            let write = |found: &Listed| {
                if json { writeln!(out, "{}", record(found)?) } else { writeln!(out, "{}", line(found)) }
            };
            found.iter().try_for_each(write)?;
            match text.as_str() {
                _ if !found.is_empty() => {}
                "" => report_emptiness(
                    "no article is listed; `linimasa add` keeps some, `linimasa feed add` follows a feed",
                ),
                _ => report_emptiness(&format!("no article fits `{text}`; `linimasa list` prints all")),
            }
            Ok(Outcome::Done)
        }
        Err(error) => Ok(failed(&error)),
    })
}

/// The mistake under the query, with a mark where it is.
pub(super) fn wrong_query(text: &str, error: &QueryError) -> String {
    let text = sanitise::clean_line(text);
    let before: String = text.chars().take(error.column.saturating_sub(1)).collect();
    let indent = " ".repeat(width::cols(&before));
    format!("{error}\n  {text}\n  {indent}^")
}

fn line(found: &Listed) -> String {
    let clean = |text: &str| sanitise::clean_line(text);
    let number = found.id.to_string();
    let fields = [&number, &found.day, &clean(&found.outlet), &clean(&found.headline), &clean(&found.snippet)];
    fields.map(String::as_str).join("\t").trim_end().to_owned()
}

fn record(found: &Listed) -> io::Result<String> {
    let Listed { id, headline, outlet, day, snippet, standing } = found;
    let record = Record {
        id: *id,
        day,
        outlet,
        headline,
        read: standing.read,
        starred: standing.starred,
        hidden: standing.hidden,
        note: &standing.note,
        tags: &standing.tags,
        snippet,
    };
    Ok(serde_json::to_string(&record)?)
}

impl Trail {
    /// Lists the events.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let find = if self.said { Library::said } else { Library::trail };
        let limit = self.limit.unwrap_or(usize::MAX);
        with_library(|library, out| match find(library, self.kind, &self.name.join(" "), limit) {
            Ok(trail) => {
                if trail.is_empty() {
                    report_emptiness(&self.nothing_told());
                }
                for told in trail {
                    let [outlet, label] = [&told.outlet, &told.label].map(|text| sanitise::clean_line(text));
                    writeln!(out, "{}\t{}\t{outlet}\t{}\t{label}", told.when, told.status, told.article)?;
                }
                Ok(Outcome::Done)
            }
            Err(error) => Ok(failed(&error)),
        })
    }
}

impl Trail {
    /// Why there is nothing to list: names are compared as a whole, which is easily forgotten.
    fn nothing_told(&self) -> String {
        let (kind, name) = (self.kind.name(), self.name.join(" "));
        format!("no article tells of `{name}` as {kind}; expected the whole name, as `linimasa names` prints it")
    }
}

fn kind(text: &str) -> Result<EntityKind, String> {
    EntityKind::from_name(text)
        .ok_or_else(|| format!("expected one of {}", EntityKind::ALL.map(EntityKind::name).join(", ")))
}

//! The commands of the library: what goes in, what is in it, and its upkeep.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::row_count;
use super::text::{Analyst, Told};
use super::{Outcome, print, report};
use crate::config::paths::{DATA_VARIABLE, data_folder};
use crate::ingest::Source;
use crate::lang::checksum;
use crate::library::query::QueryError;
use crate::library::{Added, Error, Found, Library, Query};
use crate::model::{Analysis, Article};
use crate::text::sanitise;
use crate::text::width;
use crate::view::plain::{self, Style};

const QUERY_HELP: &str = "\
Queries:
  banjir demak            both words, in headline or text, in any case, with or
                          without accents
  \"banjir bandang\"        one after the other
  pemerint*               words that begin so
  person:kim place:wonsan org:bnpb
                          that name somebody or something called so
  outlet:kompas lang:id   published by this outlet, in this language
  via:reuters             in which something came through this outlet
  from:2024-06 to:2024    in which something happened then: a year, month or day
  since:2025-07-12 until:2025
                          published then
  -word -person:kim       without this
  a or b, ( )             either; groups
A query with marks that the shell reads needs quotes: 'via:\"associated press\"'.";

const LINES: &str = "\
One article to a line, fields parted by tabs:
  number   day   outlet   headline";

/// Keep articles in your library
#[derive(Debug, Args)]
#[command(after_help = "\
One article to a line, fields parted by tabs:
  new, changed or same   number   headline
One whose text has changed gets another version; the one before is kept.")]
pub(super) struct Add {
    /// Web pages, Markdown and text files; `-` is standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,
}

/// The articles in your library, the newest first
#[derive(Debug, Args)]
#[command(after_help = format!("{LINES}\n\n{QUERY_HELP}"))]
pub(super) struct List {
    /// Only those that fit this
    query: Vec<String>,

    /// How many at most
    #[arg(long, value_name = "COUNT", value_parser = row_count, default_value_t = 1_000)]
    limit: usize,
}

/// Search your library, the best first
#[derive(Debug, Args)]
#[command(after_help = format!("{LINES}   the words where they were found\n\n{QUERY_HELP}"))]
pub(super) struct Search {
    /// What to look for
    #[arg(required = true)]
    query: Vec<String>,

    /// How many at most
    #[arg(long, value_name = "COUNT", value_parser = row_count, default_value_t = 50)]
    limit: usize,
}

/// An article of your library, as plain text
#[derive(Debug, Args)]
pub(super) struct Show {
    /// Its number, as `linimasa list` prints it
    #[arg(required = true)]
    numbers: Vec<i64>,
}

/// Take articles out of your library, with all their versions
#[derive(Debug, Args)]
pub(super) struct Remove {
    /// Their numbers, as `linimasa list` prints them
    #[arg(required = true)]
    numbers: Vec<i64>,
}

/// Write a copy of your library
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file to write, which must not be there yet
    file: PathBuf,
}

/// Look whether your library is sound
#[derive(Debug, Args)]
pub(super) struct Check {}

impl Add {
    /// Adds every path; what cannot be read is reported, and the rest is added all the same.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let Some(mut library) = open() else { return Ok(Outcome::CouldNotRun) };
        let analyst = Analyst::new();
        print::to_stdout(|out| {
            let (mut added, mut failed) = (0, 0);
            for path in &self.paths {
                match add(&mut library, &analyst, path, &self.told) {
                    Ok(line) => {
                        writeln!(out, "{line}")?;
                        added += 1;
                    }
                    Err(problem) => {
                        report(&problem);
                        failed += 1;
                    }
                }
            }
            Ok(Outcome::of_batch(added, failed))
        })
    }
}

fn add(library: &mut Library, analyst: &Analyst, path: &Path, told: &Told) -> Result<String, String> {
    let source = Source::from_argument(path.to_owned());
    let (article, analysis) = analyst.article(&source, told)?;
    let key = key(&article, path);
    let (number, added) = library.add(&key, &article, &analysis).map_err(|error| error.to_string())?;
    let added = match added {
        Added::New => "new",
        Added::Changed => "changed",
        Added::Same => "same",
    };
    let title = article.title.as_deref().or(article.paragraphs.first().map(|span| span.of(&article.body)));
    Ok(format!("{added}\t{number}\t{}", sanitise::clean_line(title.unwrap_or_default())))
}

/// What an article is known by in the library: its address, else its path, else its text.
fn key(article: &Article, path: &Path) -> String {
    let of_text = || format!("text:{:016x}", checksum(article.body.as_bytes()));
    let of_path = || path.canonicalize().ok().map(|path| path.to_string_lossy().into_owned());
    article.url.clone().or_else(of_path).unwrap_or_else(of_text)
}

impl List {
    /// Lists the articles that fit.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        ask(&self.query, |library, query| library.list(query, self.limit))
    }
}

impl Search {
    /// Lists the articles that fit, the best first.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        ask(&self.query, |library, query| library.search(query, self.limit))
    }
}

fn ask(words: &[String], find: impl FnOnce(&Library, &Query) -> Result<Vec<Found>, Error>) -> io::Result<Outcome> {
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
            found.iter().try_for_each(|found| writeln!(out, "{}", line(found)))?;
            Ok(Outcome::Done)
        }
        Err(error) => Ok(failed(&error)),
    })
}

/// The mistake under the query, with a mark where it is.
fn wrong_query(text: &str, error: &QueryError) -> String {
    let text = sanitise::clean_line(text);
    let before: String = text.chars().take(error.column.saturating_sub(1)).collect();
    let indent = " ".repeat(width::cols(&before));
    format!("{error}\n  {text}\n  {indent}^")
}

fn line(found: &Found) -> String {
    let clean = |text: &str| sanitise::clean_line(text);
    let number = found.id.to_string();
    let fields = [&number, &found.day, &clean(&found.outlet), &clean(&found.headline), &clean(&found.snippet)];
    fields.map(String::as_str).join("\t").trim_end().to_owned()
}

impl Show {
    /// Prints the articles; a number that is none is reported.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let analyst = Analyst::new();
        with_library(|library, mut out| {
            let (mut shown, mut missing) = (0, 0);
            for number in self.numbers {
                match library.article(number) {
                    Ok(Some(article)) => {
                        if shown > 0 {
                            writeln!(out)?;
                        }
                        let analysis = analyst.analyse(&article).unwrap_or_else(|problem| {
                            report(&problem);
                            Analysis::default()
                        });
                        plain::write(&article, &analysis, &Style::default(), &mut out)?;
                        shown += 1;
                    }
                    Ok(None) => {
                        report(&no_article(number));
                        missing += 1;
                    }
                    Err(error) => return Ok(failed(&error)),
                }
            }
            Ok(Outcome::of_batch(shown, missing))
        })
    }
}

impl Remove {
    /// Removes the articles; a number that is none is reported.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        with_library(|library, _| {
            let (mut removed, mut missing) = (0, 0);
            for number in self.numbers {
                match library.remove(number) {
                    Ok(true) => removed += 1,
                    Ok(false) => {
                        report(&no_article(number));
                        missing += 1;
                    }
                    Err(error) => return Ok(failed(&error)),
                }
            }
            Ok(Outcome::of_batch(removed, missing))
        })
    }
}

impl Backup {
    /// Writes the copy.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        with_library(|library, _| {
            Ok(library.backup(&self.file).map_or_else(|error| failed(&error), |()| Outcome::Done))
        })
    }
}

impl Check {
    /// Prints what is wrong with the library.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        with_library(|library, out| match library.check() {
            Ok(wrong) if wrong.is_empty() => {
                writeln!(out, "sound\t{}", sanitise::clean_line(&library.path().display().to_string()))?;
                Ok(Outcome::Done)
            }
            Ok(wrong) => {
                wrong.iter().try_for_each(|line| writeln!(out, "wrong\t{}", sanitise::clean_line(line)))?;
                report("bring back a backup: put it in the place of the library");
                Ok(Outcome::Failures)
            }
            Err(error) => Ok(failed(&error)),
        })
    }
}

fn no_article(number: i64) -> String {
    format!("there is no article {number}; `linimasa list` prints those there are")
}

fn with_library(run: impl FnOnce(&mut Library, &mut dyn io::Write) -> io::Result<Outcome>) -> io::Result<Outcome> {
    let Some(mut library) = open() else { return Ok(Outcome::CouldNotRun) };
    print::to_stdout(|out| run(&mut library, out))
}

/// The reader's library; what is wrong with it is reported.
fn open() -> Option<Library> {
    let Some(folder) = data_folder() else {
        report(&format!("there is no folder for a library; name one in {DATA_VARIABLE}"));
        return None;
    };
    Library::open(&folder).map_err(|error| failed(&error)).ok()
}

fn failed(error: &Error) -> Outcome {
    report(&error.to_string());
    Outcome::CouldNotRun
}

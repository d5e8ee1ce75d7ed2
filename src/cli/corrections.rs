//! `linimasa corrections`: what the reader corrected, for people and programs; and the corrections for everything else that
//! the program shows.

use std::io;
use std::sync::Arc;

use clap::Args;

use super::{Outcome, print, report, report_emptiness};
use crate::config::paths::{DATA_VARIABLE, data_folder};
use crate::corrections::{Book, Store};
use crate::model::{Correction, EntityKind};
use crate::text::sanitise;

const AFTER_HELP: &str = "\
One correction to a line, the latest last, fields parted by tabs:
  what it does   of what   name   kind   article

They are made in the reader (M, or V to select words), kept in a TOML file that
can be edited and shared, and hold for every article. An entry says one of:
  [[merge]]       names = [\"Jokowi\"]  into = \"Joko Widodo\"  kind = \"person\"
  [[split]]       words = \"Kim\"  from = \"Kim Jong Un\"  name = \"Kim Yo Jong\"
                  article = \"berita.txt\"
  [[rename]]      name = \"BI\"  to = \"Bank Indonesia\"
  [[kind]]        name = \"Antara\"  kind = \"outlet\"
  [[not-a-name]]  name = \"Gambir\"
  [[add]]         words = \"bajul ijo\"  kind = \"organisation\"  name = \"Persebaya\"
each field on a line of its own. Kinds: person, place, organisation, outlet,
platform, other. An entry that makes no sense is named and skipped.";

/// What you corrected, one to a line
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Corrections {
    /// Take the last one back
    #[arg(long, conflicts_with = "file")]
    undo: bool,

    /// Print the path of the file they are kept in
    #[arg(long)]
    file: bool,
}

impl Corrections {
    /// Lists the corrections, or takes the last one back.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let Some(store) = store() else {
            report(&format!("there is no folder for corrections; name one in {DATA_VARIABLE}"));
            return Ok(Outcome::CouldNotRun);
        };
        let (lines, outcome) = if self.file {
            (vec![store.path().display().to_string()], Outcome::Done)
        } else if self.undo {
            undo(&store)
        } else {
            list(&store)
        };
        print::to_stdout(|out| {
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
            Ok(outcome)
        })
    }
}

/// The reader's corrections, and what is wrong with their file.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) corrections: Arc<[Correction]>,
    pub(super) complaints: Vec<String>,
    /// The first of them, as far as a screen has room for it.
    pub(super) notice: Option<String>,
}

/// Where corrections are kept, if the system has a place for them.
pub(super) fn store() -> Option<Store> {
    data_folder().map(|folder| Store::in_folder(&folder))
}

/// The corrections in `store`; a file that cannot be read counts as none, and is complained about.
pub(super) fn kept(store: Option<&Store>) -> Kept {
    match store.map(|store| (store, store.read())) {
        None => Kept::default(),
        Some((store, Ok(book))) => {
            let file = store.path().file_name().unwrap_or_default().to_string_lossy();
            let notice = book.problems.first().map(|it| format!("{file}, line {}: {}", it.line, it.reason));
            Kept { corrections: book.corrections().into(), complaints: complaints(store, &book), notice }
        }
        Some((_, Err(error))) => {
            let complaint = sanitise::clean_line(&error.to_string());
            Kept { complaints: vec![complaint.clone()], notice: Some(complaint), ..Kept::default() }
        }
    }
}

fn complaints(store: &Store, book: &Book) -> Vec<String> {
    let path = sanitise::clean_line(&store.path().display().to_string());
    let complaint = |line, reason| format!("`{path}`, line {line}: {reason}; the entry is skipped");
    book.problems.iter().map(|problem| complaint(problem.line, &problem.reason)).collect()
}

fn list(store: &Store) -> (Vec<String>, Outcome) {
    match store.read() {
        Ok(book) => {
            complaints(store, &book).iter().for_each(|complaint| report(complaint));
            if book.corrections().is_empty() && book.problems.is_empty() {
                report_emptiness("nothing is corrected; M on a name does it in the reader");
            }
            let outcome = if book.problems.is_empty() { Outcome::Done } else { Outcome::Failures };
            (book.corrections().iter().map(line).collect(), outcome)
        }
        Err(error) => {
            report(&error.to_string());
            (Vec::new(), Outcome::CouldNotRun)
        }
    }
}

fn undo(store: &Store) -> (Vec<String>, Outcome) {
    match store.take_last_back() {
        Ok(Some(correction)) => (vec![line(&correction)], Outcome::Done),
        Ok(None) => {
            report("there is nothing to take back");
            (Vec::new(), Outcome::Failures)
        }
        Err(error) => {
            report(&error.to_string());
            (Vec::new(), Outcome::CouldNotRun)
        }
    }
}

/// One correction as fields parted by tabs; empty ones at the end are left out.
fn line(correction: &Correction) -> String {
    let kind = |kind: Option<EntityKind>| kind.map_or("", EntityKind::name);
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let [of, name, kind, article] = match correction {
        Correction::Merge { names, into, kind: new } => {
            [names.join(", "), into.clone(), kind(*new).to_owned(), String::new()]
        }
        Correction::Split { words, from, name, kind: new, article } => {
            let of = from.as_ref().map_or(words.clone(), |from| format!("{words} of {from}"));
            [of, name.clone(), kind(*new).to_owned(), optional(article)]
        }
        Correction::Rename { name, to } => [name.clone(), to.clone(), String::new(), String::new()],
        Correction::Kind { name, kind: new } => [name.clone(), String::new(), new.name().to_owned(), String::new()],
        Correction::NotAName { name } => [name.clone(), String::new(), String::new(), String::new()],
        Correction::Add { words, kind: new, name } => {
            [words.clone(), optional(name), new.name().to_owned(), String::new()]
        }
    };
    [correction.action(), &of, &name, &kind, &article].join("\t").trim_end().to_owned()
}

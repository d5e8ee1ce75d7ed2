//! `linimasa show`: an article of the library, its versions, and what changed between them.

use std::io::{self, Write};

use clap::Args;

use super::{for_each_number, with_library};
use crate::cli::args::article_number;
use crate::cli::text::Analyst;
use crate::cli::{Outcome, report, report_emptiness};
use crate::library::{Error, Library};
use crate::model::Analysis;
use crate::text::compare::{Change, Piece, compare};
use crate::view::plain::{self, Style};

/// An article of your library, as plain text
#[derive(Debug, Args)]
#[command(after_help = "\
With --changes, a line to each paragraph that is not the same in the newest
version and the one before: `-` and `+` before one that went or came, `~`
before one in other words: [-gone-]{+come+}.
With --versions, a line to each version, the oldest first: when it was added,
and its headline.")]
pub(crate) struct Show {
    /// Its number, as `linimasa list` prints it
    #[arg(required = true, value_parser = article_number)]
    numbers: Vec<i64>,

    /// What changed since the version before
    #[arg(long, group = "what")]
    changes: bool,

    /// The versions it has had
    #[arg(long, group = "what")]
    versions: bool,

    /// The bytes it was made of
    #[arg(long, group = "what")]
    raw: bool,
}

impl Show {
    /// Prints the articles; a number that is none is reported.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let analyst = (!self.changes && !self.versions && !self.raw).then(Analyst::new);
        with_library(|library, out| {
            let mut written = Ok(());
            let outcome = for_each_number(&self.numbers, |number| {
                let (found, result) = match &analyst {
                    Some(analyst) => show(library, analyst, number, out)?,
                    None if self.raw => raw(library, number, out)?,
                    None if self.versions => versions(library, number, out)?,
                    None => changes(library, number, out)?,
                };
                written = std::mem::replace(&mut written, Ok(())).and(result);
                Ok(found)
            });
            written.map(|()| outcome)
        })
    }
}

/// Whether there is such an article, and whether it could be written.
type Shown = Result<(bool, io::Result<()>), Error>;

fn show(library: &Library, analyst: &Analyst, number: i64, mut out: &mut dyn Write) -> Shown {
    let Some(article) = library.article(number)? else { return Ok((false, Ok(()))) };
    let analysis = analyst.analyse(&article).unwrap_or_else(|problem| {
        report(&problem);
        Analysis::default()
    });
    Ok((true, plain::write(&article, &analysis, &Style::default(), &mut out)))
}

fn raw(library: &Library, number: i64, out: &mut dyn Write) -> Shown {
    match library.raw(number)? {
        Some(bytes) => Ok((true, out.write_all(&bytes))),
        None if library.versions(number)?.is_empty() => Ok((false, Ok(()))),
        None => {
            report(&format!("what article {number} was made of was not kept"));
            Ok((true, Ok(())))
        }
    }
}

fn versions(library: &Library, number: i64, out: &mut dyn Write) -> Shown {
    let versions = library.versions(number)?;
    for version in &versions {
        let article = library.version(version)?.unwrap_or_default();
        if let Err(error) = writeln!(out, "{}\t{}", version.added, article.headline()) {
            return Ok((true, Err(error)));
        }
    }
    Ok((!versions.is_empty(), Ok(())))
}

fn changes(library: &Library, number: i64, out: &mut dyn Write) -> Shown {
    let texts = library.texts(number)?;
    let (before, newest) = match texts.as_slice() {
        [] => return Ok((false, Ok(()))),
        [_] => {
            report_emptiness(&format!(
                "article {number} has one version; `linimasa add` keeps another when its text has changed"
            ));
            return Ok((true, Ok(())));
        }
        [.., (_, before), (_, newest)] => (before, newest),
    };
    let lines: Vec<String> = compare(before, newest).into_iter().filter_map(line).collect();
    Ok((true, lines.into_iter().try_for_each(|line| writeln!(out, "{line}"))))
}

fn line(change: Change) -> Option<String> {
    match change {
        Change::Same(_) => None,
        Change::Removed(text) => Some(format!("-{text}")),
        Change::Added(text) => Some(format!("+{text}")),
        Change::Reworded(pieces) => Some(format!("~{}", pieces.iter().map(Piece::marked).collect::<String>())),
    }
}

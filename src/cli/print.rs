//! Articles as plain text on standard output, one after the other; and how anything gets there.

use std::io::{self, BufWriter, ErrorKind, Write};

use super::{Outcome, report};
use crate::ingest::Source;
use crate::model::Analysis;
use crate::runtime::Performer;
use crate::view::plain::{self, Ink, Inks, Style};

const RESET: &str = "\u{1b}[0m";

/// With colours on request: those that every terminal has, and none for the text itself.
pub(super) const COLORS: Inks = Inks {
    field: Ink { before: "\u{1b}[1m", after: RESET },
    mark: Ink { before: "\u{1b}[36m", after: RESET },
    furniture: Ink { before: "\u{1b}[2m", after: RESET },
};

/// Prints the article of every source. What cannot be read is reported, and the rest is printed all the same.
pub(super) fn articles(sources: &[Source], performer: &Performer, style: &Style) -> io::Result<Outcome> {
    to_stdout(|out| print_all(sources, performer, style, out))
}

/// Prints what `write` writes; where standard output was closed, that is no failure.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<Outcome>) -> io::Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|outcome| out.flush().map(|()| outcome)) {
        // Whoever was reading has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Outcome::Done),
        result => result,
    }
}

fn print_all(sources: &[Source], performer: &Performer, style: &Style, mut out: &mut dyn Write) -> io::Result<Outcome> {
    let (mut shown, mut failed) = (0, 0);
    for source in sources {
        let article = match performer.read(source) {
            Ok(article) => article,
            Err(error) => {
                report(&error.to_string());
                failed += 1;
                continue;
            }
        };
        let analysis = performer.analyse(&article).unwrap_or_else(|reason| {
            report(&reason);
            failed += 1;
            Analysis::default()
        });
        if shown > 0 {
            writeln!(out)?;
        }
        plain::write(&article, &analysis, style, &mut out)?;
        shown += 1;
    }
    Ok(match (shown, failed) {
        (_, 0) => Outcome::Done,
        (0, _) => Outcome::CouldNotRun,
        _ => Outcome::Failures,
    })
}

//! Articles as plain text on standard output, one after the other; and how anything gets there.

use std::io::{self, BufWriter, ErrorKind, Write};

use super::{Outcome, report};
use crate::ingest::Source;
use crate::model::{Analysis, Correction};
use crate::runtime::Performer;
use crate::view::plain::{self, Ink, Inks, Style};

const RESET: &str = "\u{1b}[0m";

/// With colours on request: those that every terminal has, and none for the text itself.
pub(super) const COLORS: Inks = Inks {
    field: Ink { before: "\u{1b}[1m", after: RESET },
    mark: Ink { before: "\u{1b}[36m", after: RESET },
    furniture: Ink { before: "\u{1b}[2m", after: RESET },
};

/// Prints what `write` writes; where standard output was closed, that is no failure.
///
/// # Errors
///
/// Where standard output takes no more for another reason.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<Outcome>) -> io::Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|outcome| out.flush().map(|()| outcome)) {
        // Whoever was reading has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Outcome::Done),
        result => result,
    }
}

/// How articles are read, analysed and set.
pub(super) struct Printing<'a> {
    pub(super) performer: &'a Performer,
    pub(super) corrections: &'a [Correction],
    pub(super) style: Style,
}

impl Printing<'_> {
    /// Prints the article of every source. What cannot be read is reported, and the rest is printed all the same.
    pub(super) fn articles(&self, sources: &[Source]) -> io::Result<Outcome> {
        to_stdout(|out| self.print_all(sources, out))
    }

    fn print_all(&self, sources: &[Source], mut out: &mut dyn Write) -> io::Result<Outcome> {
        let (mut shown, mut failed) = (0, 0);
        for source in sources {
            let article = match self.performer.read(source) {
                Ok(article) => article,
                Err(error) => {
                    report(&error.to_string());
                    failed += 1;
                    continue;
                }
            };
            let analysis = self.performer.analyse(&article, self.corrections).unwrap_or_else(|reason| {
                report(&reason);
                failed += 1;
                Analysis::default()
            });
            if shown > 0 {
                writeln!(out)?;
            }
            plain::write(&article, &analysis, &self.style, &mut out)?;
            shown += 1;
        }
        Ok(Outcome::of_batch(shown, failed))
    }
}

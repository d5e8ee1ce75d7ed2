//! `linimasa rm`, `backup` and `check`: the upkeep of the library.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::{failed, for_each_number, with_library};
use crate::cli::args::article_number;
use crate::cli::{Outcome, report};
use crate::text::sanitise;

/// Take articles out of your library, with all their versions
#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// Their numbers, as `linimasa list` prints them
    #[arg(required = true, value_parser = article_number)]
    numbers: Vec<i64>,
}

/// Write a copy of your library
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write, which must not be there yet
    file: PathBuf,
}

/// Look whether your library is sound
#[derive(Debug, Args)]
pub(crate) struct Check {}

impl Remove {
    /// Removes the articles; a number that is none is reported.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        with_library(|library, _| Ok(for_each_number(&self.numbers, |number| library.remove(number))))
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

//! The commands of the library: what goes in, what is in it, what the reader makes of it, and its upkeep.

mod adding;
mod asking;
mod keeping;
mod marking;
mod showing;

use std::io;

use clap::Subcommand;

use super::{Outcome, print, report};
use crate::config::paths::{DATA_VARIABLE, data_folder};
use crate::library::{Error, Library};

/// What is done with the library.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Add(adding::Add),
    List(asking::List),
    Search(asking::Search),
    Trail(asking::Trail),
    Show(showing::Show),
    Mark(marking::Mark),
    Undo(marking::Undo),
    View(marking::View),
    Tags(marking::Tags),
    #[command(name = "rm")]
    Remove(keeping::Remove),
    Backup(keeping::Backup),
    Check(keeping::Check),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        match self {
            Command::Add(add) => add.run(),
            Command::List(list) => list.run(),
            Command::Search(search) => search.run(),
            Command::Trail(trail) => trail.run(),
            Command::Show(show) => show.run(),
            Command::Mark(mark) => mark.run(),
            Command::Undo(undo) => undo.run(),
            Command::View(view) => view.run(),
            Command::Tags(tags) => tags.run(),
            Command::Remove(remove) => remove.run(),
            Command::Backup(backup) => backup.run(),
            Command::Check(check) => check.run(),
        }
    }
}

/// Lists the library, as `linimasa list` does.
///
/// # Errors
///
/// Where standard output takes no more, other than by being closed.
pub(super) fn list() -> io::Result<Outcome> {
    asking::List::everything().run()
}

/// Runs `run` with the library and standard output; what is wrong with the library is reported.
pub(super) fn with_library(
    run: impl FnOnce(&mut Library, &mut dyn io::Write) -> io::Result<Outcome>,
) -> io::Result<Outcome> {
    let Some(mut library) = open() else { return Ok(Outcome::CouldNotRun) };
    print::to_stdout(|out| run(&mut library, out))
}

/// Runs `run` for each of `numbers`; those of no article are reported.
fn for_each_number(numbers: &[i64], mut run: impl FnMut(i64) -> Result<bool, Error>) -> Outcome {
    let (mut done, mut missing) = (0, 0);
    for &number in numbers {
        match run(number) {
            Ok(true) => done += 1,
            Ok(false) => {
                report(&format!("there is no article {number}; `linimasa list` prints those there are"));
                missing += 1;
            }
            Err(error) => return failed(&error),
        }
    }
    Outcome::of_batch(done, missing)
}

/// The reader's library; what is wrong with it is reported.
fn open() -> Option<Library> {
    let Some(folder) = data_folder() else {
        report(&format!("there is no folder for a library; name one in {DATA_VARIABLE}"));
        return None;
    };
    Library::open(&folder).map_err(|error| failed(&error)).ok()
}

pub(super) fn failed(error: &Error) -> Outcome {
    report(&error.to_string());
    Outcome::CouldNotRun
}

//! What the program does with its arguments: the only place that prints.
//!
//! Decides between the screen and plain text, reports failures and turns the result into an exit code. Reading and
//! analysing are not done here.

mod analyse;
mod args;
mod corrections;
mod dates;
mod events;
mod feeds;
mod library;
mod names;
mod outlets;
mod picture;
mod print;
mod progress;
mod screen;
mod statements;
mod surroundings;
mod text;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use clap::Parser;

use crate::analysis;
use crate::assets::COMMISSIONED_ARTICLE;
use crate::config::paths::data_folder;
use crate::ingest::Source;
use crate::lang::Packs;
use crate::lang::gazetteer::Entry;
use crate::runtime::{Analyser, Performer, Shelves};
use crate::text::sanitise;
use args::{Args, Command};
use print::Printing;
use surroundings::{Mode, Surroundings};

/// How a run ended, as scripts see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Something could not be read; the rest was shown.
    Failures,
    /// Nothing could be shown, or the arguments make no sense.
    CouldNotRun,
    /// A signal with this number ended it.
    Signal(u8),
}

impl Outcome {
    /// How a batch ended of which so many were shown and so many failed.
    fn of_batch(shown: usize, failed: usize) -> Outcome {
        match (shown, failed) {
            (_, 0) => Outcome::Done,
            (0, _) => Outcome::CouldNotRun,
            _ => Outcome::Failures,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Failures => 1,
            Outcome::CouldNotRun => 2,
            // As a shell reports a program that a signal ended.
            Outcome::Signal(number) => 128 + number,
        })
    }
}

/// Runs the program with `arguments`, the first of which is its own name.
///
/// # Errors
///
/// Where standard output takes no more, other than by being closed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> anyhow::Result<Outcome> {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => return Ok(usage(&error)),
    };
    match args.command {
        Some(Command::Dates(dates)) => return Ok(dates.run()?),
        Some(Command::Names(names)) => return Ok(names.run()?),
        Some(Command::Statements(statements)) => return Ok(statements.run()?),
        Some(Command::Events(events)) => return Ok(events.run()?),
        Some(Command::Analyse(analyse)) => return Ok(analyse.run()?),
        Some(Command::Corrections(corrections)) => return Ok(corrections.run()?),
        Some(Command::Library(library)) => return Ok(library.run()?),
        Some(Command::Feed(feed)) => return Ok(feed.run()?),
        Some(Command::Welcome) | None => {}
    }
    let surroundings = Surroundings::look();
    let shelves = data_folder().map(Shelves::new);
    let library = shelves.as_ref().filter(|_| is_bare(&args)).map_or(Ok(false), Shelves::has_anything);
    if let Err(problem) = &library {
        report(&problem.to_string());
    }
    let opens_library = library.as_ref().is_ok_and(|&has| has);
    if opens_library && surroundings.mode(&args) == Mode::Plain {
        return Ok(library::list()?);
    }
    let sources = if opens_library { Vec::new() } else { sources(&args) };
    let overrides = args.told.overrides();
    if sources.contains(&Source::StandardInput) && io::stdin().is_terminal() {
        report("reading the article from the keyboard; Ctrl-D on an empty line ends it, Ctrl-C gives up");
    }
    let store = corrections::store();
    let performer =
        Performer::new(&sources, overrides, analyser(outlets::own())).keeping(store.clone()).shelving(shelves);
    if let Some(size) = args.picture {
        return Ok(picture::print(&sources, &performer, size)?);
    }
    let mut kept = corrections::kept(store.as_ref());
    // What was reported is covered by the screen.
    kept.notice = library.err().map(|problem| problem.to_string()).or(kept.notice);
    match surroundings.mode(&args) {
        Mode::Plain => {
            kept.complaints.iter().for_each(|complaint| report(complaint));
            let (corrections, style) = (&kept.corrections, surroundings.style(&args));
            Ok(Printing { performer: &performer, corrections, style }.articles(&sources)?)
        }
        Mode::Screen => screen::show(&sources, performer, kept, surroundings.options(&args)),
    }
}

/// The analysis with the packs of the program, which are loaded by the first worker that needs them: the text is on
/// the screen by then. What the reader added is told of before.
fn analyser(own: Vec<Entry>) -> Analyser {
    let packs = LazyLock::new(move || {
        let mut packs = Packs::embedded().expect("the packs of the program compile, which a test holds");
        own.iter().for_each(|entry| packs.add(entry));
        packs
    });
    Arc::new(move |article, corrections| analysis::analyse_corrected(article, &packs, corrections))
}

/// Prints what is wrong with the arguments, or the help that was asked for.
fn usage(error: &clap::Error) -> Outcome {
    // Help into a closed pipe is no failure, and there is nowhere to report another one.
    let _ = error.print();
    if error.use_stderr() { Outcome::CouldNotRun } else { Outcome::Done }
}

/// Whether nothing was asked for, and nothing is piped in.
fn is_bare(args: &Args) -> bool {
    args.command.is_none() && args.paths.is_empty() && args.picture.is_none() && io::stdin().is_terminal()
}

/// What to open: the paths, else what is piped in, else the article that comes with the program.
fn sources(args: &Args) -> Vec<Source> {
    if !args.paths.is_empty() {
        args.paths.iter().cloned().map(Source::from_argument).collect()
    } else if io::stdin().is_terminal() || args.command.is_some() {
        vec![Source::Embedded(COMMISSIONED_ARTICLE)]
    } else {
        vec![Source::StandardInput]
    }
}

/// One line about something that went wrong, where people look for it.
fn report(problem: &str) {
    // Names and answers of hosts in it may hold anything. Where standard error is closed there is nowhere else to say it.
    let _ = writeln!(io::stderr(), "linimasa: {}", sanitise::clean(problem).trim_end());
}

/// Tells people why nothing is printed, and what to do; other programs see that by the empty output.
fn report_emptiness(reason: &str) {
    if io::stdout().is_terminal() {
        report(reason);
    }
}

//! The commands of feeds: which ones are followed, and what they tell.

mod lists;

use std::io::{self, Write};
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;

use lists::{Export, Import, List};

use super::library::{failed, with_library};
use super::text::Analyst;
use super::{Outcome, report, report_emptiness};
use crate::feeds::{self, Analyse, Progress, Refresh};
use crate::ingest::fetch::{self, Fetcher, feed_address};
use crate::ingest::opml;
use crate::library::{Library, Subscription};
use crate::text::sanitise;

/// Why there is nothing to list or to ask.
const NO_FEED: &str = "no feed is followed; `linimasa feed add https://host/` follows that of a site";

/// Follow feeds (RSS, Atom, JSON Feed)
#[derive(Debug, Args)]
pub(super) struct Feed {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
enum Command {
    Add(Add),
    List(List),
    Refresh(RefreshFeeds),
    Import(Import),
    Export(Export),
    #[command(name = "rm")]
    Remove(Remove),
    Set(Set),
}

/// Follow the feed of an address, or of the site there
#[derive(Debug, Args)]
#[command(after_help = "\
A page is looked through for the feeds that it names; the first is followed, the
others are told of. One feed to a line, fields parted by tabs:
  new or known   number   articles that are new   title   address")]
struct Add {
    /// Addresses of feeds or of pages
    #[arg(required = true)]
    addresses: Vec<String>,

    /// Keep it in this folder, as in Berita/Daerah; may be given again
    #[arg(long, value_name = "FOLDER")]
    label: Vec<String>,
}

/// Ask feeds for what is new
#[derive(Debug, Args)]
#[command(after_help = "\
One feed to a line as it answers, fields parted by tabs:
  news, same, waits or gone   number   new articles   changed articles   title
Whole texts that are fetched for it follow, `page` or `no-page` first. It can be
stopped at any time; what was printed is kept.")]
struct RefreshFeeds {
    /// Numbers or addresses, as `linimasa feed list` prints them; all without any
    feeds: Vec<String>,
}

/// Follow feeds no more; their articles stay
#[derive(Debug, Args)]
struct Remove {
    /// Numbers or addresses, as `linimasa feed list` prints them
    #[arg(required = true)]
    feeds: Vec<String>,
}

/// Change how a feed is followed
#[derive(Debug, Args)]
struct Set {
    /// Its number or address, as `linimasa feed list` prints them
    feed: String,

    /// Whether articles that it cuts short are fetched whole
    #[arg(long, value_enum, value_name = "WHETHER")]
    full_text: Switch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

impl Feed {
    /// Does what the subcommand says.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        match self.command {
            Command::Add(add) => with_library(|library, out| add.run(library, out)),
            Command::List(list) => with_library(|library, out| list.run(library, out)),
            Command::Refresh(refresh) => with_library(|library, out| refresh.run(library, out)),
            Command::Import(import) => with_library(|library, out| import.run(library, out)),
            Command::Export(Export {}) => with_library(|library, out| lists::export(library, out)),
            Command::Remove(remove) => with_library(|library, _| Ok(remove.run(library))),
            Command::Set(set) => with_library(|library, _| Ok(set.run(library))),
        }
    }
}

impl Add {
    fn run(self, library: &mut Library, out: &mut dyn Write) -> io::Result<Outcome> {
        let fetcher = Fetcher::new(fetch::Settings::from_environment());
        let analyst = Analyst::new();
        let labels: Vec<String> =
            self.label.iter().map(|label| opml::label(label)).filter(|it| !it.is_empty()).collect();
        let (mut added, mut missed) = (0, 0);
        for address in &self.addresses {
            match add(library, &fetcher, &|article| analyst.analyse(article), address, &labels) {
                Ok(line) => {
                    writeln!(out, "{line}")?;
                    added += 1;
                }
                Err(problem) => {
                    report(&problem);
                    missed += 1;
                }
            }
        }
        Ok(Outcome::of_batch(added, missed))
    }
}

fn add(
    library: &mut Library,
    fetcher: &Fetcher,
    analyse: Analyse,
    address: &str,
    labels: &[String],
) -> Result<String, String> {
    let followed = feeds::follow(library, fetcher, analyse, address, labels).map_err(|error| error.to_string())?;
    for other in &followed.others {
        report(&format!("another feed there: {} {}", clean(&other.address), clean(&other.title)));
    }
    let known = if followed.is_new { "new" } else { "known" };
    let (title, address) = (clean(&followed.title), clean(&followed.address));
    Ok(format!("{known}\t{}\t{}\t{title}\t{address}", followed.id, followed.articles))
}

impl RefreshFeeds {
    fn run(self, library: &mut Library, out: &mut dyn Write) -> io::Result<Outcome> {
        let Some((feeds, unknown)) = chosen(library, &self.feeds) else { return Ok(Outcome::CouldNotRun) };
        let analyst = Analyst::new();
        let mut written = Ok(());
        let refresh = Refresh {
            library,
            fetcher: Arc::new(Fetcher::new(fetch::Settings::from_environment())),
            analyse: &|article| analyst.analyse(article),
            now: Timestamp::now(),
        };
        let summary = refresh.run(&feeds, &mut |progress| {
            // What cannot be printed any more is kept all the same.
            if written.is_ok() {
                written = print(progress, out);
            }
        });
        match summary {
            Ok(summary) => {
                written?;
                let waiting = feeds.len() - summary.answered - summary.failed;
                Ok(Outcome::of_batch(summary.answered + waiting, summary.failed + unknown))
            }
            Err(error) => Ok(failed(&error)),
        }
    }
}

/// One line as soon as it is known, so that it can be watched.
fn print(progress: &Progress, out: &mut dyn Write) -> io::Result<()> {
    let (number, title) = (progress.feed.id, clean(&progress.feed.title));
    match &progress.outcome {
        feeds::Outcome::News { new, changed } => writeln!(out, "news\t{number}\t{new}\t{changed}\t{title}")?,
        feeds::Outcome::Unchanged => writeln!(out, "same\t{number}\t0\t0\t{title}")?,
        feeds::Outcome::Waits { until } => writeln!(out, "waits\t{number}\t0\t0\t{title}\t{until}")?,
        feeds::Outcome::Stopped => writeln!(out, "gone\t{number}\t0\t0\t{title}")?,
        feeds::Outcome::Page { address } => writeln!(out, "page\t{number}\t{}", clean(address))?,
        feeds::Outcome::PageFailed { reason } => writeln!(out, "no-page\t{number}\t{}", clean(reason))?,
        feeds::Outcome::Gone { reason } | feeds::Outcome::Failed { reason } => report(&clean(reason)),
    }
    out.flush()
}

impl Remove {
    fn run(self, library: &mut Library) -> Outcome {
        let Some((feeds, unknown)) = chosen(library, &self.feeds) else { return Outcome::CouldNotRun };
        for feed in &feeds {
            if let Err(error) = library.unfollow(feed.id) {
                return failed(&error);
            }
        }
        Outcome::of_batch(feeds.len(), unknown)
    }
}

impl Set {
    fn run(self, library: &mut Library) -> Outcome {
        let Some((feeds, unknown)) = chosen(library, &[self.feed]) else { return Outcome::CouldNotRun };
        for feed in &feeds {
            if let Err(error) = library.set_full_text(feed.id, self.full_text == Switch::On) {
                return failed(&error);
            }
        }
        Outcome::of_batch(feeds.len(), unknown)
    }
}

/// The feeds that `names` name by number or address, all without any; and how many names are nobody's, which is reported.
fn chosen(library: &Library, names: &[String]) -> Option<(Vec<Subscription>, usize)> {
    let feeds = library.feeds().map_err(|error| failed(&error)).ok()?;
    if names.is_empty() {
        if feeds.is_empty() {
            report_emptiness(NO_FEED);
        }
        return Some((feeds, 0));
    }
    let (mut chosen, mut unknown): (Vec<Subscription>, usize) = (Vec::new(), 0);
    for name in names {
        let address = feed_address(name).map(String::from).ok();
        let named = |feed: &&Subscription| feed.id.to_string() == *name || Some(&feed.address) == address.as_ref();
        match feeds.iter().find(named) {
            Some(feed) if !chosen.contains(feed) => chosen.push(feed.clone()),
            Some(_) => {}
            None => {
                report(&format!("there is no feed `{}`; `linimasa feed list` prints those there are", clean(name)));
                unknown += 1;
            }
        }
    }
    Some((chosen, unknown))
}

fn clean(text: &str) -> String {
    sanitise::clean_line(text)
}

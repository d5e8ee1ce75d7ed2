//! The feeds that are followed, as lines, as JSON, and as lists for other readers.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;

use super::{NO_FEED, clean};
use crate::cli::library::failed;
use crate::cli::{Outcome, report, report_emptiness};
use crate::ingest::Source;
use crate::ingest::opml::{self, Entry};

use crate::library::{Library, NewFeed, Subscription};

/// The feeds that you follow
#[derive(Debug, Args)]
#[command(after_help = "\
One feed to a line, fields parted by tabs:
  number   state   articles   title   address   why it failed and what to do
The state is `new`, `ok`, `failed`, `waits` (its host wants to be left alone for
a while) or `gone` (its host says it will not come back; `feed add` asks again).")]
pub(super) struct List {
    /// As JSON, one object to a line
    #[arg(long)]
    json: bool,
}

/// Follow the feeds of a list (OPML)
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The list, as a file or an address; `-` is standard input
    file: PathBuf,
}

/// Print the feeds that you follow as a list (OPML)
#[derive(Debug, Args)]
pub(super) struct Export {}

impl List {
    pub(super) fn run(self, library: &Library, out: &mut dyn Write) -> io::Result<Outcome> {
        let feeds = match library.feeds() {
            Ok(feeds) => feeds,
            Err(error) => return Ok(failed(&error)),
        };
        if feeds.is_empty() {
            report_emptiness(NO_FEED);
        }
        let now = Timestamp::now();
        for feed in &feeds {
            if self.json {
                serde_json::to_writer(&mut *out, &Listed::of(feed, now))?;
                writeln!(out)?;
            } else {
                let failure = feed.failure.as_deref().map(clean).unwrap_or_default();
                let (state, title, address) = (state(feed, now), clean(&feed.title), clean(&feed.address));
                let line = format!("{}\t{state}\t{}\t{title}\t{address}\t{failure}", feed.id, feed.articles);
                writeln!(out, "{}", line.trim_end())?;
            }
        }
        Ok(Outcome::Done)
    }
}

/// A feed as `feed list --json` prints it.
#[derive(Serialize)]
pub(super) struct Listed<'a> {
    number: i64,
    address: &'a str,
    title: &'a str,
    site: Option<&'a str>,
    labels: &'a [String],
    state: &'static str,
    articles: u64,
    full_text: bool,
    checked: Option<&'a str>,
    succeeded: Option<&'a str>,
    failure: Option<&'a str>,
    failures: u32,
    not_before: Option<String>,
}

impl Listed<'_> {
    fn of(feed: &Subscription, now: Timestamp) -> Listed<'_> {
        Listed {
            number: feed.id,
            address: &feed.address,
            title: &feed.title,
            site: feed.site.as_deref(),
            labels: &feed.labels,
            state: state(feed, now),
            articles: feed.articles,
            full_text: feed.full_text,
            checked: feed.checked.as_deref(),
            succeeded: feed.succeeded.as_deref(),
            failure: feed.failure.as_deref(),
            failures: feed.failures,
            not_before: feed.not_before.map(|time| time.to_string()),
        }
    }
}

fn state(feed: &Subscription, now: Timestamp) -> &'static str {
    match feed {
        Subscription { gone: true, .. } => "gone",
        Subscription { not_before: Some(time), .. } if *time > now => "waits",
        Subscription { failure: Some(_), .. } => "failed",
        Subscription { checked: None, .. } => "new",
        _ => "ok",
    }
}

impl Import {
    pub(super) fn run(self, library: &mut Library, out: &mut dyn Write) -> io::Result<Outcome> {
        let source = Source::from_argument(self.file);
        let read = match source.bytes() {
            Ok(bytes) => opml::read(&bytes),
            Err(error) => {
                report(&error.to_string());
                return Ok(Outcome::CouldNotRun);
            }
        };
        let Some((entries, left_out)) = read else {
            report(&format!("`{}` is no list of feeds; expected OPML", source.id()));
            return Ok(Outcome::CouldNotRun);
        };
        let (mut new, mut known) = (0, 0);
        for Entry { address, title, site, labels } in entries {
            match library.follow(&NewFeed { address, title, site, labels }) {
                Ok((_, true)) => new += 1,
                Ok((_, false)) => known += 1,
                Err(error) => return Ok(failed(&error)),
            }
        }
        if left_out > 0 {
            report(&format!("{left_out} of them were left out: expected addresses with http:// or https://"));
        }
        writeln!(out, "new\t{new}\nknown\t{known}")?;
        Ok(Outcome::of_batch(new + known, left_out))
    }
}

pub(super) fn export(library: &Library, out: &mut dyn Write) -> io::Result<Outcome> {
    let feeds = match library.feeds() {
        Ok(feeds) => feeds,
        Err(error) => return Ok(failed(&error)),
    };
    let entry =
        |feed: Subscription| Entry { address: feed.address, title: feed.title, site: feed.site, labels: feed.labels };
    let entries: Vec<Entry> = feeds.into_iter().map(entry).collect();
    out.write_all(opml::write(&entries).as_bytes())?;
    Ok(Outcome::Done)
}

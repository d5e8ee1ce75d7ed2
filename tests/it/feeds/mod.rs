//! Feeds: how they are read in the styles of many outlets, refreshed over a library, and followed by commands.

mod commands;
mod encodings;
mod hostile;
mod killed;
mod refresh;
mod styles;

use std::path::Path;
use std::sync::Arc;

use linimasa::feeds::{Outcome, Refresh, Summary};
use linimasa::ingest::fetch::{Fetcher, Settings};
use linimasa::library::{Library, NewFeed, Query};
use linimasa::model::{Analysis, Article};

use crate::fetch;
use crate::server::Reply;

/// A feed with these items: address and title, which is the text as well.
pub(crate) fn rss(items: &[(&str, &str)]) -> String {
    let items: String = items
        .iter()
        .map(|(address, title)| {
            format!(
                "<item><link>{address}</link><title>{title}</title><description>{title}. Kata Ayu.</description></item>"
            )
        })
        .collect();
    format!("<rss version='2.0'><channel><title>Kabar</title><language>id</language>{items}</channel></rss>")
}

fn feed_of(items: &[(&str, &str)]) -> Reply {
    Reply::ok("application/rss+xml", rss(items))
}

/// A library that follows these feeds.
fn following(folder: &Path, addresses: &[String]) -> Library {
    let mut library = Library::open(folder).unwrap();
    for address in addresses {
        library.follow(&NewFeed { address: address.clone(), ..NewFeed::default() }).unwrap();
    }
    library
}

/// Asks all feeds; what became of each, by the path of its address, sorted.
fn refresh(library: &mut Library) -> (Summary, Vec<(String, Outcome)>) {
    refresh_with(library, fetch::settings())
}

fn refresh_with(library: &mut Library, settings: Settings) -> (Summary, Vec<(String, Outcome)>) {
    let feeds = library.feeds().unwrap();
    let mut outcomes = Vec::new();
    let refresh = Refresh {
        library,
        fetcher: Arc::new(Fetcher::new(settings)),
        analyse: &unanalysed,
        now: jiff::Timestamp::now(),
    };
    let summary = refresh
        .run(&feeds, &mut |progress| {
            assert!(progress.done <= progress.total, "{progress:?}");
            let path = progress.feed.address.splitn(4, '/').nth(3).unwrap_or_default().to_owned();
            outcomes.push((path, progress.outcome.clone()));
        })
        .unwrap();
    outcomes.sort_by(|a, b| a.0.cmp(&b.0));
    (summary, outcomes)
}

#[allow(clippy::unnecessary_wraps, reason = "the analysis may fail, this one does not")]
fn unanalysed(_: &Article) -> Result<Analysis, String> {
    Ok(Analysis::default())
}

/// The headlines in the library, sorted.
fn headlines(library: &Library) -> Vec<String> {
    let found = library.list(&Query::everything(), 10_000).unwrap();
    let mut headlines: Vec<String> = found.into_iter().map(|found| found.headline).collect();
    headlines.sort();
    headlines
}

fn news(new: usize, changed: usize) -> Outcome {
    Outcome::News { new, changed }
}

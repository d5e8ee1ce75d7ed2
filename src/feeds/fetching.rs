//! What the threads of a refresh do: fetch and parse. They know no library.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use jiff::Timestamp;

use super::find::{checked, fetch, read};
use super::jobs::Jobs;
use crate::ingest::fetch::{Content, Fetcher, Reason, Validators};
use crate::ingest::{self, Overrides, Received};
use crate::library::{Checked, Subscription};
use crate::model::{Article, Feed};

/// What a thread is to fetch.
pub(super) enum Job {
    Feed(Box<Subscription>),
    Page { feed: usize, guid: String, article: Box<Article> },
}

/// What came of it; `feed` is the place in the list of feeds.
pub(super) enum Answered {
    Feed { feed: usize, result: Result<(Checked, Option<Feed>), Failure> },
    Page { feed: usize, guid: String, result: Result<Box<Received>, PageFailure> },
}

/// Why a feed failed.
pub(super) struct Failure {
    pub(super) reason: String,
    pub(super) not_before: Option<Timestamp>,
    pub(super) gone: bool,
    pub(super) cancelled: bool,
}

/// Why a page failed.
pub(super) struct PageFailure {
    pub(super) reason: String,
    /// It is not to be tried again.
    pub(super) for_good: bool,
    /// The host wants to be left alone.
    pub(super) busy: bool,
    pub(super) address: String,
}

/// Starts a thread that does `jobs` until there are no more, or nobody wants the answers.
pub(super) fn start_thread(jobs: &Arc<Jobs<(usize, Job)>>, fetcher: &Arc<Fetcher>, answers: &Sender<Answered>) {
    let (jobs, fetcher, answers) = (Arc::clone(jobs), Arc::clone(fetcher), answers.clone());
    // Where the system gives no thread, the others do it; without any the refresh ends at once.
    let _ = thread::Builder::new().name("fetcher".to_owned()).spawn(move || {
        while let Some((host, (index, job))) = jobs.next() {
            let answer = perform(index, job, &fetcher);
            jobs.release(&host);
            if answers.send(answer).is_err() {
                return;
            }
        }
    });
}

fn perform(index: usize, job: Job, fetcher: &Fetcher) -> Answered {
    match job {
        Job::Feed(feed) => {
            let asked = catch_unwind(AssertUnwindSafe(|| ask(&feed, fetcher)));
            let result = asked.unwrap_or_else(|_| Err(Failure::of_ours(&feed.address)));
            Answered::Feed { feed: index, result }
        }
        Job::Page { feed, guid, article } => {
            let address = article.url.clone().unwrap_or_default();
            let read = catch_unwind(AssertUnwindSafe(|| whole_text(&article, fetcher)));
            let result = match read {
                Ok(whole) => whole.map(Box::new).map_err(|error| PageFailure::of(&error, &address)),
                Err(_) => Err(PageFailure::of_ours(&address)),
            };
            Answered::Page { feed, guid, result }
        }
    }
}

fn ask(feed: &Subscription, fetcher: &Fetcher) -> Result<(Checked, Option<Feed>), Failure> {
    let known = Validators { etag: feed.etag.clone(), last_modified: feed.last_modified.clone() };
    let answer =
        fetch(fetcher, &feed.address, &known).map_err(|error| Failure::of(&error.reason, error.to_string()))?;
    let told = match &answer.content {
        Content::NotModified => None,
        Content::Fresh { .. } => Some(read(&answer).map_err(|problem| Failure {
            reason: format!("`{}` {problem}", feed.address),
            not_before: None,
            gone: false,
            cancelled: false,
        })?),
    };
    Ok((checked(&answer), told))
}

/// The article at the address of `short`, with what is known of that where the page says nothing.
///
/// # Errors
///
/// Those of [`ingest::read_address`].
pub fn whole_text(short: &Article, fetcher: &Fetcher) -> Result<Received, ingest::Error> {
    let address = short.url.as_deref().unwrap_or_default();
    let Received { article: whole, bytes } = ingest::read_address(fetcher, address, &Overrides::default())?;
    let article = Article {
        outlet: whole.outlet.or_else(|| short.outlet.clone()),
        language: whole.language.or_else(|| short.language.clone()),
        title: whole.title.or_else(|| short.title.clone()),
        byline: whole.byline.or_else(|| short.byline.clone()),
        published: whole.published.or(short.published),
        published_time: whole.published_time.or(short.published_time),
        ..whole
    };
    Ok(Received { article, bytes })
}

impl PageFailure {
    fn of(error: &ingest::Error, address: &str) -> PageFailure {
        let fetched = match error {
            ingest::Error::Fetch(error) => Some(&error.reason),
            _ => None,
        };
        PageFailure {
            reason: error.to_string(),
            for_good: fetched.is_none_or(Reason::is_for_good),
            busy: matches!(fetched, Some(Reason::Busy(_))),
            address: address.to_owned(),
        }
    }

    fn of_ours(address: &str) -> PageFailure {
        let reason = Failure::of_ours(address).reason;
        PageFailure { reason, for_good: true, busy: false, address: address.to_owned() }
    }
}

impl Failure {
    fn of(reason: &Reason, line: String) -> Failure {
        Failure {
            reason: line,
            not_before: match reason {
                Reason::Busy(until) => *until,
                _ => None,
            },
            gone: matches!(reason, Reason::Gone),
            cancelled: matches!(reason, Reason::Cancelled),
        }
    }

    fn of_ours(address: &str) -> Failure {
        let reason = format!("`{address}` could not be read; this is a mistake in linimasa");
        Failure { reason, not_before: None, gone: false, cancelled: false }
    }
}

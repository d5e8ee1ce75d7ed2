//! Asks feeds for what is new.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use jiff::Timestamp;

use super::fetching::{Answered, Failure, Job, PageFailure, start_thread};
use super::jobs::Jobs;
use super::news::{Analyse, Settings, take};
use crate::ingest::Received;
use crate::ingest::fetch::Fetcher;
use crate::library::{Checked, Error, Library, Subscription};
use crate::model::Feed;

/// More hosts are not asked at the same time.
const MOST_THREADS: usize = 4;

/// How soon giving up is noticed while all threads are busy.
const GLANCE: Duration = Duration::from_millis(50);

/// All that a refresh needs.
pub struct Refresh<'a> {
    pub library: &'a mut Library,
    /// Giving it up ends the refresh; what was taken before is kept.
    pub fetcher: Arc<Fetcher>,
    pub analyse: Analyse<'a>,
    pub now: Timestamp,
}

/// One step of a refresh is done.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Feeds and pages; `total` grows when pages come to light.
    pub done: usize,
    pub total: usize,
    pub feed: &'a Subscription,
    pub outcome: Outcome,
}

/// What became of a feed, or of a page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    News {
        new: usize,
        changed: usize,
    },
    Unchanged,
    /// Its host does not want to be asked before.
    Waits {
        until: Timestamp,
    },
    /// It is there no more, and will not be asked again.
    Gone {
        reason: String,
    },
    /// It was found to be gone before, and is not asked.
    Stopped,
    Failed {
        reason: String,
    },
    /// The whole text of one article.
    Page {
        address: String,
    },
    PageFailed {
        reason: String,
    },
}

/// What a refresh came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub new: usize,
    pub changed: usize,
    /// Feeds that answered.
    pub answered: usize,
    /// Feeds that failed, those that are found to be gone among them.
    pub failed: usize,
    pub cancelled: bool,
}

impl Refresh<'_> {
    /// Asks `feeds`, and tells `report` of each when it is done.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read or written. What was taken before is kept.
    pub fn run(self, feeds: &[Subscription], report: &mut dyn FnMut(&Progress)) -> Result<Summary, Error> {
        let (due, put_off): (Vec<usize>, Vec<usize>) =
            (0..feeds.len()).partition(|&index| not_due(&feeds[index], self.now).is_none());
        let (answers, answered) = mpsc::channel();
        let jobs = Arc::new(Jobs::new());
        let mut round = Round {
            library: self.library,
            analyse: self.analyse,
            feeds,
            report,
            jobs: Arc::clone(&jobs),
            done: 0,
            total: feeds.len(),
            summary: Summary::default(),
        };
        for index in put_off {
            if let Some(outcome) = not_due(&feeds[index], self.now) {
                round.done(index, outcome);
            }
        }
        for _ in 0..MOST_THREADS.min(due.len()) {
            start_thread(&jobs, &self.fetcher, &answers);
        }
        drop(answers);
        for &index in &due {
            jobs.push(&feeds[index].address, (index, Job::Feed(Box::new(feeds[index].clone()))));
        }
        let result = round.collect(&answered, &self.fetcher);
        // Threads that still wait for a host find nobody listening, and end.
        jobs.close();
        result.map(|()| Summary { cancelled: self.fetcher.is_cancelled(), ..round.summary })
    }
}

/// Why a feed is not asked now.
fn not_due(feed: &Subscription, now: Timestamp) -> Option<Outcome> {
    match feed.not_before {
        _ if feed.gone => Some(Outcome::Stopped),
        Some(until) if until > now => Some(Outcome::Waits { until }),
        _ => None,
    }
}

/// The state of a refresh on the thread that called.
struct Round<'a> {
    library: &'a mut Library,
    analyse: Analyse<'a>,
    feeds: &'a [Subscription],
    report: &'a mut dyn FnMut(&Progress),
    jobs: Arc<Jobs<(usize, Job)>>,
    done: usize,
    total: usize,
    summary: Summary,
}

impl Round<'_> {
    fn collect(&mut self, answered: &Receiver<Answered>, fetcher: &Fetcher) -> Result<(), Error> {
        while self.done < self.total && !fetcher.is_cancelled() {
            match answered.recv_timeout(GLANCE) {
                Ok(Answered::Feed { feed, result }) => self.take_feed(feed, result)?,
                Ok(Answered::Page { feed, guid, result }) => self.take_page(feed, &guid, result)?,
                Err(RecvTimeoutError::Timeout) => {}
                // No thread could be started.
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        Ok(())
    }

    fn take_feed(&mut self, index: usize, result: Result<(Checked, Option<Feed>), Failure>) -> Result<(), Error> {
        let feed = &self.feeds[index];
        let outcome = match result {
            Ok((checked, None)) => {
                self.library.feed_unchanged(feed.id, &checked)?;
                Outcome::Unchanged
            }
            Ok((checked, Some(told))) => {
                let settings = Settings { address: &feed.address, full_text: feed.full_text, analyse: self.analyse };
                let taken = take(self.library, feed.id, &told, checked, &settings)?;
                self.summary.new += taken.new;
                self.summary.changed += taken.changed;
                Outcome::News { new: taken.new, changed: taken.changed }
            }
            // It did not fail; it was not waited for.
            Err(failure) if failure.cancelled => return Ok(()),
            Err(Failure { reason, not_before, gone, .. }) => {
                self.library.feed_failed(feed.id, &reason, not_before, gone)?;
                if gone { Outcome::Gone { reason } } else { Outcome::Failed { reason } }
            }
        };
        let answered = matches!(outcome, Outcome::News { .. } | Outcome::Unchanged);
        if answered && feed.full_text {
            // Also those that an earlier refresh did not come to.
            self.want_pages(index)?;
        }
        self.done(index, outcome);
        Ok(())
    }

    fn want_pages(&mut self, index: usize) -> Result<(), Error> {
        for (guid, article) in self.library.wanted_pages(self.feeds[index].id)? {
            let Some(address) = article.url.clone() else { continue };
            self.total += 1;
            self.jobs.push(&address, (index, Job::Page { feed: index, guid, article: Box::new(article) }));
        }
        Ok(())
    }

    fn take_page(&mut self, index: usize, guid: &str, result: Result<Box<Received>, PageFailure>) -> Result<(), Error> {
        let id = self.feeds[index].id;
        let outcome = match result {
            Ok(received) => {
                let Received { article, bytes } = *received;
                let analysis = (self.analyse)(&article).unwrap_or_default();
                self.library.take_page(id, guid, &article, &analysis, &bytes)?;
                Outcome::Page { address: article.id }
            }
            Err(PageFailure { reason, for_good, busy, address }) => {
                if for_good {
                    self.library.page_failed(id, guid)?;
                }
                if busy {
                    // The next refresh asks for them again; feeds are asked all the same, and say so themselves.
                    self.total -= self.jobs.forget(&address, |(_, job)| matches!(job, Job::Page { .. }));
                }
                Outcome::PageFailed { reason }
            }
        };
        self.done(index, outcome);
        Ok(())
    }

    fn done(&mut self, index: usize, outcome: Outcome) {
        match &outcome {
            Outcome::News { .. } | Outcome::Unchanged => self.summary.answered += 1,
            Outcome::Failed { .. } | Outcome::Gone { .. } => self.summary.failed += 1,
            Outcome::Waits { .. } | Outcome::Stopped | Outcome::Page { .. } | Outcome::PageFailed { .. } => {}
        }
        self.done += 1;
        let progress = Progress { done: self.done, total: self.total, feed: &self.feeds[index], outcome };
        (self.report)(&progress);
    }
}

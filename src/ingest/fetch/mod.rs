//! Addresses to bytes: the only place that speaks HTTP.
//!
//! Everything about an answer is bounded: its size before and after decompression, the time it takes, how often it leads
//! elsewhere. Hosts are asked one request after the other with a pause between, and pages only where the host's robots.txt
//! lets us. What the bytes mean is no matter of this module.

mod answer;
mod client;
mod decode;
mod error;
mod pause;
mod proxy;
mod retry;
mod robots;
mod settings;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use url::Url;

pub use answer::{Answer, Content, ContentType, Validators};
pub use error::{Error, Reason};
pub use proxy::Proxies;
pub use settings::Settings;

use client::{Client, Exchange};
use pause::Pauses;
use robots::Robots;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub address: &'a str,
    pub kind: Kind,
    /// Of the answer that is known already, if there is one.
    pub validators: &'a Validators,
}

/// What is expected at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Made for programs, and named by the reader or a page; robots.txt does not speak of it. Source: RFC 9309, section 1,
    /// speaks of crawlers, which find addresses by themselves.
    Feed,
    /// Made for people, or nobody named it: robots.txt is asked first.
    Page,
}

/// What a host allows, and since when that is known.
type HostRobots = OnceLock<(Robots, Instant)>;

/// Fetches, one request at a time on the calling thread; several threads may share one.
pub struct Fetcher {
    settings: Settings,
    client: Client,
    pauses: Pauses,
    /// By scheme, host and port.
    robots: Mutex<HashMap<String, Arc<HostRobots>>>,
}

impl Fetcher {
    pub fn new(settings: Settings) -> Fetcher {
        let client = Client::new(&settings);
        Fetcher { settings, client, pauses: Pauses::default(), robots: Mutex::default() }
    }

    /// Gives up every request that is under way, and all that come after.
    pub fn cancel(&self) {
        self.pauses.cancel();
        self.client.shut_down();
    }

    pub fn is_cancelled(&self) -> bool {
        self.pauses.is_cancelled()
    }

    /// What is at the address, after at most as many redirects as the settings allow.
    ///
    /// # Errors
    ///
    /// See [`Reason`]; the error names the address that was asked for, and what to do.
    pub fn get(&self, request: &Request) -> Result<Answer, Error> {
        let failed = |reason| Error { address: request.address.to_owned(), reason };
        let address = web_address(request.address).map_err(failed)?;
        let answer = self.follow(address, request);
        // A connection that was shut down breaks in one of many ways, or looks like the end of an answer.
        if self.is_cancelled() { Err(failed(Reason::Cancelled)) } else { answer.map_err(failed) }
    }

    /// Whether robots.txt of its host lets `address` be read, which what came from there turned out to need.
    ///
    /// # Errors
    ///
    /// [`Reason::Disallowed`], or why it is not known.
    pub fn check_robots(&self, address: &str) -> Result<(), Error> {
        let checked = web_address(address).and_then(|address| self.asked_robots(&address));
        checked.map(|_| ()).map_err(|reason| Error { address: address.to_owned(), reason })
    }

    fn follow(&self, start: Url, request: &Request) -> Result<Answer, Reason> {
        let deadline = Instant::now() + self.settings.total;
        let mut address = start.clone();
        let start = without_fragment(start);
        // The last address that all redirects up to it called permanent.
        let mut moved: Option<Url> = None;
        let mut all_permanent = true;
        for _ in 0..=self.settings.redirects {
            let gap = match request.kind {
                Kind::Page => self.asked_robots(&address)?,
                Kind::Feed => self.settings.pause,
            };
            match self.exchange(&address, gap, request.validators, deadline)? {
                Exchange::Answer(answer) => {
                    let moved = moved.map(without_fragment).filter(|moved| *moved != start).map(String::from);
                    return Ok(Answer { address: address.into(), moved, ..answer });
                }
                Exchange::Redirect { to, permanent } => {
                    let next = address.join(&to).map_err(|_| Reason::LeadsNowhere { to: to.clone() })?;
                    if !is_web(&next) {
                        return Err(Reason::LeadsNowhere { to });
                    }
                    // What was encrypted is not taken for unencrypted from now on.
                    all_permanent &= permanent && !(address.scheme() == "https" && next.scheme() == "http");
                    if all_permanent {
                        moved = Some(next.clone());
                    }
                    address = next;
                }
            }
        }
        Err(Reason::TooManyRedirects { limit: self.settings.redirects })
    }

    fn exchange(
        &self,
        address: &Url,
        gap: Duration,
        validators: &Validators,
        deadline: Instant,
    ) -> Result<Exchange, Reason> {
        self.pauses.wait(&origin(address), gap)?;
        // The time that others made us wait is not the host's. It gets whole seconds, so that what is said of them is true.
        let left = deadline.saturating_duration_since(Instant::now()).max(self.settings.connect);
        let left = Duration::from_secs(left.as_secs() + u64::from(left.subsec_nanos() > 0));
        self.client.exchange(address, validators, left.min(self.settings.total))
    }

    /// How long to pause between two requests, if robots.txt lets us ask for `address` at all.
    fn asked_robots(&self, address: &Url) -> Result<Duration, Reason> {
        let mut by_origin = self.robots.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = by_origin.entry(origin(address)).or_default();
        let is_stale =
            |(robots, since): &(Robots, Instant)| robots.is_unknown() && since.elapsed() >= self.settings.robots_again;
        if entry.get().is_some_and(is_stale) {
            *entry = Arc::default();
        }
        let known = Arc::clone(entry);
        drop(by_origin);
        let (robots, _) = known.get_or_init(|| (self.fetch_robots(address), Instant::now()));
        robots.check(address, self.settings.pause)
    }

    fn fetch_robots(&self, address: &Url) -> Robots {
        let Ok(at) = address.join("/robots.txt") else { return Robots::everything() };
        let (at, nothing_known) = (String::from(at), Validators::default());
        let request = Request { address: &at, kind: Kind::Feed, validators: &nothing_known };
        match self.get(&request) {
            Ok(answer) => Robots::parse(answer.bytes(), &self.settings.user_agent),
            Err(Error { reason, .. }) => Robots::without_file(&reason),
        }
    }
}

/// `text` as an address that can be fetched.
///
/// # Errors
///
/// [`Reason::NoAddress`] where it does not begin with `http://` or `https://`, or names no host.
pub fn web_address(text: &str) -> Result<Url, Reason> {
    Url::parse(text.trim()).ok().filter(is_web).ok_or(Reason::NoAddress)
}

/// `text` as the address of a feed: without a place within it, and also where it begins with `feed:`, as in
/// `feed://warta.example/rss` and `feed:https://warta.example/rss`.
///
/// Source: the scheme of old readers of feeds, in which `feed://` stands for `http://`; hosts lead on to https by themselves.
///
/// # Errors
///
/// Those of [`web_address`].
///
/// ```
/// use linimasa::ingest::fetch::feed_address;
/// assert_eq!(feed_address("feed://warta.example/rss#top").unwrap().as_str(), "http://warta.example/rss");
/// ```
pub fn feed_address(text: &str) -> Result<Url, Reason> {
    let text = text.trim();
    let scheme = text.get(..FEED_SCHEME.len()).filter(|start| start.eq_ignore_ascii_case(FEED_SCHEME));
    let address = match scheme.map(|scheme| &text[scheme.len()..]) {
        Some(rest) if rest.starts_with("//") => web_address(&format!("http:{rest}")),
        Some(rest) => web_address(rest),
        None => web_address(text),
    };
    address.map(without_fragment)
}

const FEED_SCHEME: &str = "feed:";

/// Where in a page to begin is no matter of the host.
fn without_fragment(mut address: Url) -> Url {
    address.set_fragment(None);
    address
}

fn is_web(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https") && address.has_host()
}

/// What is asked one request after the other, and has one robots.txt.
pub(crate) fn origin(address: &Url) -> String {
    address.origin().ascii_serialization()
}

//! From an address that a reader gives to the feed it means.

use crate::ingest::feed::{self, discover};
use crate::ingest::fetch::{self, Answer, Content, Fetcher, Kind, Request, Validators, feed_address};
use crate::library::Checked;
use crate::model::Feed;

/// More feeds of a page than this are not tried.
const MOST_TRIED: usize = 12;

const NOTHING_KNOWN: Validators = Validators { etag: None, last_modified: None };

/// A feed, and what its host said with it.
#[derive(Clone, Debug)]
pub struct FoundFeed {
    /// Where to ask from now on.
    pub address: String,
    pub feed: Feed,
    pub checked: Checked,
    /// Other feeds that the page names.
    pub others: Vec<discover::Named>,
}

/// Why an address leads to no feed, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Fetch(#[from] fetch::Error),
    #[error("`{address}` {reason}")]
    Feed { address: String, reason: feed::Error },
}

/// The feed at `address`; or, where that is a page, the first feed that it names, else one at a usual place.
///
/// Only the answer tells a feed, which the reader named, from a page. Of a page nothing is taken unless robots.txt lets it be read,
/// and no usual place is tried that it forbids.
///
/// # Errors
///
/// Where there is no feed at any of them; the error is that of `address` itself.
pub fn find(fetcher: &Fetcher, address: &str) -> Result<FoundFeed, Error> {
    let failed = |reason| fetch::Error { address: address.to_owned(), reason };
    let address = &String::from(feed_address(address).map_err(failed)?);
    let answer = fetch(fetcher, address, &NOTHING_KNOWN)?;
    let problem = match read(&answer) {
        Ok(feed) => return Ok(found(address, &answer, feed, Vec::new())),
        Err(problem) => problem,
    };
    if problem == feed::Error::Page {
        fetcher.check_robots(&answer.address)?;
        let named = discover::named(answer.bytes(), charset(&answer), &answer.address);
        let (kind, places): (Kind, Vec<String>) = if named.is_empty() {
            (Kind::Page, discover::usual(&answer.address))
        } else {
            (Kind::Feed, named.iter().map(|named| named.address.clone()).collect())
        };
        for place in places.iter().take(MOST_TRIED) {
            let request = Request { address: place, kind, validators: &NOTHING_KNOWN };
            let Ok(answer) = fetcher.get(&request) else { continue };
            if let Ok(feed) = read(&answer) {
                let others = named.into_iter().filter(|named| named.address != *place).collect();
                return Ok(found(place, &answer, feed, others));
            }
        }
    }
    Err(Error::Feed { address: address.to_owned(), reason: problem })
}

fn found(asked: &str, answer: &Answer, feed: Feed, others: Vec<discover::Named>) -> FoundFeed {
    let address = answer.moved.clone().unwrap_or_else(|| asked.to_owned());
    FoundFeed { address, feed, checked: Checked { moved: None, ..checked(answer) }, others }
}

pub(super) fn fetch(fetcher: &Fetcher, address: &str, validators: &Validators) -> Result<Answer, fetch::Error> {
    fetcher.get(&Request { address, kind: Kind::Feed, validators })
}

/// The feed in an answer that is new.
pub(super) fn read(answer: &Answer) -> Result<Feed, feed::Error> {
    feed::parse(answer.bytes(), charset(answer), &answer.address)
}

/// What the host says of the encoding.
fn charset(answer: &Answer) -> &str {
    match &answer.content {
        Content::Fresh { content_type, .. } => &content_type.charset,
        Content::NotModified => "",
    }
}

pub(super) fn checked(answer: &Answer) -> Checked {
    Checked {
        moved: answer.moved.clone(),
        etag: answer.validators.etag.clone(),
        last_modified: answer.validators.last_modified.clone(),
    }
}

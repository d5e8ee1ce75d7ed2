//! Beginning to follow a feed.

use super::find::{self, find};
use super::news::{Analyse, Settings, take};
use crate::ingest::feed::discover;
use crate::ingest::fetch::Fetcher;
use crate::library::{self, Library, NewFeed};

/// A feed that is followed from now on.
#[derive(Clone, Debug)]
pub struct Followed {
    pub id: i64,
    /// Whether it was not followed before.
    pub is_new: bool,
    /// Articles that came with it.
    pub articles: usize,
    pub title: String,
    pub address: String,
    /// Other feeds that the page names.
    pub others: Vec<discover::Named>,
}

/// Why a feed is not followed.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    #[error(transparent)]
    Find(#[from] find::Error),
    #[error(transparent)]
    Library(#[from] library::Error),
}

/// Follows the feed at `address`, or the one that the page there names, under `labels`, and takes what it tells.
///
/// # Errors
///
/// Where there is no feed, or the library cannot be written.
pub fn follow(
    library: &mut Library,
    fetcher: &Fetcher,
    analyse: Analyse,
    address: &str,
    labels: &[String],
) -> Result<Followed, FollowError> {
    let found = find(fetcher, address)?;
    let (title, site) = (found.feed.title.clone(), found.feed.site.clone());
    let new = NewFeed { address: found.address.clone(), title: title.clone(), site, labels: labels.to_vec() };
    let (id, is_new) = library.follow(&new)?;
    let settings = Settings { address: &found.address, full_text: false, analyse };
    let taken = take(library, id, &found.feed, found.checked, &settings)?;
    Ok(Followed { id, is_new, articles: taken.new, title, address: found.address, others: found.others })
}

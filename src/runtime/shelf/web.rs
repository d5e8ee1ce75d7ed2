//! What the shelf wants of the web: feeds asked, articles and feeds added, whole texts fetched.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use jiff::Timestamp;

use super::{Shelves, key};
use crate::app::Msg;
use crate::app::shelf::msg::{Answer, Refreshed};
use crate::feeds::{self, FollowError, Refresh};
use crate::ingest::fetch::{self, Fetcher, feed_address, web_address};
use crate::ingest::{Overrides, Received, Source};
use crate::library::{Entry, Error};
use crate::model::Article;
use crate::runtime::Performer;

impl Shelves {
    /// Asks one feed, or all, and tells of each that is done.
    pub(in crate::runtime) fn refresh(&self, feed: Option<i64>, performer: &Performer, answer: &dyn Fn(Msg)) {
        let fetcher = Arc::new(Fetcher::new(fetch::Settings::from_environment()));
        *self.refresh.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fetcher));
        let summary = self.with(|library| {
            let mut feeds = library.feeds()?;
            feeds.retain(|it| feed.is_none_or(|id| it.id == id));
            let now = Timestamp::now();
            let corrections = performer.corrections();
            let analyse = |article: &Article| performer.analyse(article, &corrections);
            let refresh = Refresh { library, fetcher, analyse: &analyse, now };
            refresh.run(&feeds, &mut |progress| {
                answer(Msg::Shelf(Answer::Refreshing { done: progress.done, total: progress.total }));
            })
        });
        *self.refresh.lock().unwrap_or_else(PoisonError::into_inner) = None;
        answer(Msg::Shelf(Answer::Refreshed(match summary {
            Ok(feeds::Summary { new, failed, cancelled, .. }) => Refreshed { new, failed, cancelled, problem: None },
            Err(error) => Refreshed { problem: Some(error.to_string()), ..Refreshed::default() },
        })));
    }

    /// Gives up the refresh that is under way; what it brought is kept.
    pub(super) fn stop_refresh(&self) {
        if let Some(fetcher) = &*self.refresh.lock().unwrap_or_else(PoisonError::into_inner) {
            fetcher.cancel();
        }
    }

    /// Adds what stands at an address or a path. The address of a site, and of a feed, is followed.
    pub(super) fn add(&self, text: String, performer: &Performer) -> Answer {
        let source = Source::from_argument(PathBuf::from(&text));
        let is_followed = match web_address(&text) {
            Ok(address) => matches!(address.path(), "" | "/"),
            // It says `feed:` itself.
            Err(_) => feed_address(&text).is_ok(),
        };
        if is_followed {
            return self.follow(&text, performer).unwrap_or_else(|error| Answer::Failed(error.to_string()));
        }
        match (performer.receive(&source, &Overrides::default()), &source) {
            (Ok(received), _) => self.keep_read(&received, text, performer),
            // No article; a feed may be.
            (Err(error), Source::Address(_)) => {
                self.follow(&text, performer).unwrap_or_else(|_| Answer::Failed(error.to_string()))
            }
            (Err(error), _) => Answer::Failed(error.to_string()),
        }
    }

    fn keep_read(&self, Received { article, bytes }: &Received, text: String, performer: &Performer) -> Answer {
        let added = performer.analyse(article, &performer.corrections()).and_then(|analysis| {
            let key = key(article, &PathBuf::from(text));
            let entry = Entry { key: &key, article, analysis: &analysis, raw: Some(bytes) };
            let (id, _) = self.with(|library| library.add(&entry)).map_err(|error| error.to_string())?;
            Ok(Answer::Added { id, headline: article.headline().to_owned() })
        });
        added.unwrap_or_else(Answer::Failed)
    }

    fn follow(&self, address: &str, performer: &Performer) -> Result<Answer, FollowError> {
        let mut followed = None;
        self.with(|library| -> Result<(), Error> {
            let corrections = performer.corrections();
            let analyse = |article: &Article| performer.analyse(article, &corrections);
            followed = Some(feeds::follow(library, performer.fetcher(), &analyse, address, &[]));
            Ok(())
        })?;
        let followed = followed.transpose()?;
        let (title, articles) = followed.map(|it| (it.title, it.articles)).unwrap_or_default();
        let title = if title.is_empty() { address.to_owned() } else { title };
        Ok(Answer::Followed { title, articles })
    }

    /// Fetches the page of article `id`, whose text becomes its newest version.
    pub(super) fn fetch_whole(&self, document: usize, id: i64, performer: &Performer) -> Answer {
        let fetched = self.article(id).map_err(|error| error.to_string()).and_then(|short| {
            let short = short.ok_or_else(|| format!("article {id} is not in the library any more"))?;
            if short.url.is_none() {
                return Err("this article has no address to fetch it from".to_owned());
            }
            let whole = feeds::whole_text(&short, performer.fetcher()).map_err(|error| error.to_string())?;
            let analysis = performer.analyse(&whole.article, &performer.corrections())?;
            let kept = self.with(|library| {
                library.take_page_of(id, &whole.article, &analysis, &whole.bytes)?;
                library.place(id)
            });
            let place = kept.map_err(|error| error.to_string())?;
            Ok(Answer::Opened { document, article: Arc::new(whole.article), place })
        });
        fetched.unwrap_or_else(Answer::Failed)
    }
}

//! What a feed tells that the library does not know yet.

use std::collections::{HashMap, HashSet};

use crate::ingest::address::canonical;
use crate::ingest::feed::article;
use crate::library::{Checked, Error, FeedNews, Known, Library, NewItem, Taken};
use crate::model::{Analysis, Article, Feed, FeedItem, Markup};

/// The whole analysis; its error is a line for the reader.
pub type Analyse<'a> = &'a dyn Fn(&Article) -> Result<Analysis, String>;

/// More items of one answer than this are not taken, the newest being first in every feed.
const MOST_ITEMS: usize = 5_000;

/// Keeps what `feed` tells of feed `id` that is new.
///
/// # Errors
///
/// Where the library cannot be read or written. It is then as it was.
pub fn take(
    library: &mut Library,
    id: i64,
    feed: &Feed,
    checked: Checked,
    settings: &Settings,
) -> Result<Taken, Error> {
    let known = library.known_items(id)?;
    let items = new_items(feed, &known, settings);
    library.take_news(id, &FeedNews { checked, title: feed.title.clone(), site: feed.site.clone(), items })
}

/// How the items of a feed are taken.
pub struct Settings<'a> {
    pub address: &'a str,
    /// Whether pages are wanted of items that are cut short.
    pub full_text: bool,
    pub analyse: Analyse<'a>,
}

fn new_items(feed: &Feed, known: &HashMap<String, Known>, settings: &Settings) -> Vec<NewItem> {
    let mut seen = HashSet::new();
    let items = feed.items.iter().take(MOST_ITEMS).filter_map(|item| {
        let guid = guid(item);
        if !seen.insert(guid.clone()) {
            return None;
        }
        let before = known.get(&guid);
        let said = said(item);
        let wants_page = settings.full_text && item.address.is_some() && article::is_cut_short(item);
        let is_known =
            before.is_some_and(|known| known.removed || known.said == said && (known.page.is_some() || !wants_page));
        if is_known {
            return None;
        }
        let article = article::of_item(feed, item)?;
        // What cannot be analysed is kept all the same; its text is what counts.
        let analysis = (settings.analyse)(&article).unwrap_or_default();
        let article = Article { url: article.url.as_deref().map(canonical), ..article };
        let key = article.url.clone().unwrap_or_else(|| format!("{}#{guid}", settings.address));
        let raw =
            [&item.content, &item.summary].into_iter().flatten().map(Markup::source).max_by_key(|text| text.len());
        let raw = raw.unwrap_or_default().as_bytes().to_vec();
        Some(NewItem { guid, key, said, article, analysis, raw, wants_page })
    });
    // The oldest first, so that the newest has the highest number.
    let mut items: Vec<NewItem> = items.collect();
    items.reverse();
    items
}

/// What an item is known by within its feed: what the feed says, else its address, else what it says.
fn guid(item: &FeedItem) -> String {
    let told = item.guid.clone().or_else(|| item.address.clone());
    told.unwrap_or_else(|| format!("text:{:016x}", said(item)))
}

/// A checksum of what an item says: FNV-1a over its title and texts.
fn said(item: &FeedItem) -> i64 {
    let texts = [&item.summary, &item.content].map(|markup| markup.as_ref().map_or("", |markup| markup.source()));
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in [item.title.as_deref().unwrap_or_default(), texts[0], texts[1]] {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash.cast_signed()
}

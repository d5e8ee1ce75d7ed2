//! The feeds of a web page: those it names, and where others usually are.

use std::collections::HashSet;

use dom_query::NodeRef;
use url::Url;

use super::line;
use crate::ingest::address::Base;
use crate::ingest::charset::{self, Declares};
use crate::ingest::fetch::{ContentType, feed_address};
use crate::ingest::html;

/// What a page may call a feed.
const TYPES: &[&str] = &[
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/rss",
    "text/rss+xml",
];

/// Where feeds are of which a page says nothing. Source: the defaults of WordPress, Blogger, Drupal, Ghost, Hugo and Jekyll.
const USUAL_PATHS: &[&str] =
    &["feed", "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default"];

/// A feed that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub address: String,
    /// What the page calls it; may be empty.
    pub title: String,
}

/// The feeds that the page in `bytes` names, those of comments last; it came from `address`, and `charset` is what the host said
/// of it, or empty.
pub fn named(bytes: &[u8], charset: &str, address: &str) -> Vec<Named> {
    let Some(page) = html::parsed(&charset::decode(bytes, Some(charset), Declares::Page)) else { return Vec::new() };
    let base = Base::new(Some(address)).within(page.select_single("base[href]").attr("href").as_deref());
    let mut seen = HashSet::new();
    let named = |link: &NodeRef| {
        let address = feed_address(&base.page(&link.attr("href")?)?).ok()?.into();
        Some(Named { address, title: link.attr("title").and_then(|title| line(&title)).unwrap_or_default() })
    };
    let links = page.select("link[href]");
    let feeds = links.nodes().iter().filter(|link| is_feed(link)).filter_map(named);
    let mut found: Vec<Named> = feeds.filter(|named| seen.insert(named.address.clone())).collect();
    found.sort_by_key(is_of_comments);
    found
}

fn is_feed(link: &NodeRef) -> bool {
    let has = |name: &str, wanted: &str| {
        link.attr(name).is_some_and(|value| value.split_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
    };
    let kind = link.attr("type").map(|kind| ContentType::parse(&kind).essence).unwrap_or_default();
    has("rel", "feed") || (has("rel", "alternate") && TYPES.contains(&kind.as_str()))
}

fn is_of_comments(named: &Named) -> bool {
    let title = named.title.to_lowercase();
    named.address.contains("/comments/") || title.contains("comment") || title.contains("komentar")
}

/// Where the site of `address` may have a feed although the page names none.
pub fn usual(address: &str) -> Vec<String> {
    let Ok(mut page) = Url::parse(address) else { return Vec::new() };
    page.set_query(None);
    page.set_fragment(None);
    // Below the page itself first.
    if !page.path().ends_with('/') {
        page.set_path(&format!("{}/", page.path()));
    }
    let mut seen = HashSet::new();
    let joined = USUAL_PATHS.iter().filter_map(|path| page.join(path).ok()).map(String::from);
    joined.filter(|address| seen.insert(address.clone())).collect()
}

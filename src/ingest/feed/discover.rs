//! The feeds of a web page: those it names, and where others usually are.

use std::collections::HashSet;

use url::Url;

use super::tags::tags;
use super::tree::Element;
use super::{absolute, line};

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

/// The feeds that the page `html` from `address` names in its head, those of comments last.
pub fn named(html: &str, address: &str) -> Vec<Named> {
    let links = tags(html, &["base", "link"]);
    let page = Url::parse(address).ok();
    let base =
        links.iter().find(|link| link.name == "base").and_then(|base| absolute(base.attribute("href")?, page.as_ref()));
    let base = base.and_then(|base| Url::parse(&base).ok()).or(page);
    let mut seen = HashSet::new();
    let mut found: Vec<Named> = links
        .iter()
        .filter(|link| link.name == "link" && is_feed(link))
        .filter_map(|link| {
            let address = absolute(link.attribute("href")?, base.as_ref())?;
            Some(Named { address, title: link.attribute("title").and_then(line).unwrap_or_default() })
        })
        .filter(|named| seen.insert(named.address.clone()))
        .collect();
    found.sort_by_key(is_of_comments);
    found
}

fn is_feed(link: &Element) -> bool {
    let has = |name: &str, wanted: &str| {
        link.attribute(name).is_some_and(|value| value.split_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
    };
    let kind =
        link.attribute("type").unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
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

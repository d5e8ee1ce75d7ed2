//! Feeds: bytes to [`Feed`], for RSS 0.90 to 2.0, RDF, Atom and JSON Feed.
//!
//! XML is read by one tolerant reader of our own over quick-xml, whatever is wrong with it. Whether an item is known
//! already is no matter of this module.

pub mod article;
mod atom;
pub mod discover;
mod json;
mod rss;
mod tags;
pub(super) mod tree;

use url::Url;

use super::charset::{self, Declares};
use super::{date, html};
use crate::model::{Feed, FeedItem, Markup, Moment};
use crate::text::sanitise;
use tree::Element;

/// Why bytes are no feed; goes on where an address ends.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    #[error("is empty; look at it in a browser")]
    Empty,
    #[error("is a web page and no feed; look there for an address of its feed (RSS, Atom)")]
    Page,
    #[error("is no feed; expected RSS, Atom or JSON Feed")]
    NoFeed,
    #[error("is a JSON feed with a mistake in it ({0}); try again later")]
    Json(String),
}

/// The feed in `bytes`, which came from `address`; `charset` is what the host said of them, or empty.
///
/// # Errors
///
/// Where they are no feed at all; of one with mistakes all is read that can be.
pub fn parse(bytes: &[u8], charset: &str, address: &str) -> Result<Feed, Error> {
    let text = charset::decode(bytes, Some(charset), Declares::Xml);
    let text = text.trim_start();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let base = Url::parse(address).ok();
    if text.starts_with('{') {
        return json::feed(text, base.as_ref());
    }
    let text = tree::repaired(text);
    let document = tree::parse(&text);
    let root = document.find(&["rss", "rdf:rdf", "rdf", "feed", "atom:feed", "channel"]);
    match root {
        Some(root) if matches!(root.name.as_str(), "feed" | "atom:feed") => Ok(atom::feed(root, base.as_ref())),
        Some(root) => Ok(rss::feed(root, base.as_ref())),
        None if document.find(&["html", "body", "head"]).is_some() => Err(Error::Page),
        None => Err(Error::NoFeed),
    }
}

/// What is the same for all kinds of feeds while one is read.
struct Context<'a> {
    base: Option<&'a Url>,
    /// The clock of the outlet, in minutes ahead of UTC.
    home_minutes: Option<i16>,
}

impl<'a> Context<'a> {
    fn new(base: Option<&'a Url>, language: Option<&str>) -> Context<'a> {
        Context { base, home_minutes: date::home(base.and_then(Url::host_str), language) }
    }

    fn date(&self, text: Option<&str>) -> Option<Moment> {
        Some(date::read(text?)?.at_home(self.home_minutes))
    }

    /// `text` as an absolute address of the web.
    fn address(&self, text: &str) -> Option<String> {
        absolute(text, self.base)
    }
}

fn absolute(text: &str, base: Option<&Url>) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let address = match base {
        Some(base) => base.join(text).ok()?,
        None => Url::parse(text).ok()?,
    };
    matches!(address.scheme(), "http" | "https").then(|| address.into())
}

/// A title or name as one clean line; many hold tags and entities although they should not.
fn line(text: &str) -> Option<String> {
    let text = if text.contains(['<', '&']) { html::fragment(text, None).body } else { text.to_owned() };
    Some(sanitise::clean_line(&text)).filter(|line| !line.is_empty())
}

/// The line in an element that should hold text alone.
fn line_in(element: &Element) -> Option<String> {
    if element.children.is_empty() { line(&element.text) } else { line(element.source) }
}

/// What an element of RSS holds: HTML that was escaped, or that was not.
fn markup_in(element: &Element) -> Option<Markup> {
    let html = if element.children.is_empty() { element.text.as_str() } else { element.source };
    (!html.trim().is_empty()).then(|| Markup::Html(html.to_owned()))
}

/// A language code as it is written today: `in` was Indonesian once.
fn language(text: Option<&str>) -> Option<String> {
    let code = text?.trim().replace('_', "-");
    let (first, rest) = code.split_once('-').unwrap_or((&code, ""));
    if !matches!(first.len(), 2 | 3) || !first.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let first = match first.to_ascii_lowercase().as_str() {
        "in" => "id".to_owned(),
        first => first.to_owned(),
    };
    Some(if rest.is_empty() { first } else { format!("{first}-{}", sanitise::clean_line(rest)) })
}

/// Items that tell something.
fn worth_keeping(item: &FeedItem) -> bool {
    item.address.is_some() || item.title.is_some() || item.summary.is_some() || item.content.is_some()
}

#[cfg(test)]
mod tests;

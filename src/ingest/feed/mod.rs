//! Feeds: bytes to [`Feed`], for RSS 0.90 to 2.0, RDF, Atom and JSON Feed.
//!
//! XML is read by one tolerant reader of our own over quick-xml, whatever is wrong with it. Whether an item is known
//! already is no matter of this module.

pub mod article;
mod atom;
pub mod discover;
mod json;
mod rss;
pub(super) mod tree;

use super::address::Base;
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
    let base = Base::new(Some(address));
    if text.starts_with('{') {
        return json::feed(text, base);
    }
    let text = tree::repaired(text);
    let document = tree::parse(&text);
    let root = document.find(&["rss", "rdf:rdf", "rdf", "feed", "atom:feed", "channel"]);
    match root {
        Some(root) if matches!(root.name.as_str(), "feed" | "atom:feed") => Ok(atom::feed(root, base)),
        Some(root) => Ok(rss::feed(root, base)),
        None if document.find(&["html", "body", "head"]).is_some() => Err(Error::Page),
        None => Err(Error::NoFeed),
    }
}

/// What is the same for all kinds of feeds while one is read.
struct Context {
    base: Base,
    /// The clock of the outlet, in minutes ahead of UTC.
    home_minutes: Option<i16>,
}

impl Context {
    fn new(base: Base, language: Option<&str>) -> Context {
        Context { home_minutes: date::home(base.host().as_deref(), language), base }
    }

    fn date(&self, text: Option<&str>) -> Option<Moment> {
        Some(date::read(text?)?.at_home(self.home_minutes))
    }

    /// `text` as an absolute address of the web.
    fn address(&self, text: &str) -> Option<String> {
        self.base.page(text)
    }
}

/// A title or name, unless it is empty.
fn line(text: &str) -> Option<String> {
    Some(html::line(text)).filter(|line| !line.is_empty())
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

/// A language code as it is written today, with its region.
fn language(text: Option<&str>) -> Option<String> {
    let code = text?.trim().replace('_', "-");
    let first = html::language::code(&code)?;
    let rest = code.split_once('-').map_or("", |(_, rest)| rest);
    Some(if rest.is_empty() { first } else { format!("{first}-{}", sanitise::clean_line(rest)) })
}

/// Items that tell something.
fn worth_keeping(item: &FeedItem) -> bool {
    item.address.is_some() || item.title.is_some() || item.summary.is_some() || item.content.is_some()
}

#[cfg(test)]
mod tests;

//! A feed as its outlet wrote it: what it is called, and its newest items.

use super::Moment;

/// What one feed told at one time. Addresses are absolute; titles and names are clean lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    pub title: String,
    /// Where the feed says that it is to be found itself.
    pub address: Option<String>,
    /// The site it is about.
    pub site: Option<String>,
    /// A BCP 47 code.
    pub language: Option<String>,
    /// In the order of the feed.
    pub items: Vec<FeedItem>,
}

/// One item; it has an address, a title or a text at least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedItem {
    /// What the feed knows it by, as it stands.
    pub guid: Option<String>,
    pub address: Option<String>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub published: Option<Moment>,
    pub updated: Option<Moment>,
    /// The beginning, or what it is about.
    pub summary: Option<Markup>,
    /// All of it, if the feed has that.
    pub content: Option<Markup>,
    pub language: Option<String>,
}

/// Text as it came, not cleaned yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    Html(String),
    Plain(String),
}

impl Markup {
    pub fn source(&self) -> &str {
        match self {
            Markup::Html(source) | Markup::Plain(source) => source,
        }
    }
}

//! One article as it was received: its text and what its source says about it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Span;

/// An article, normalised once at ingest and never changed after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// What the reader knows it by: a path, an address, `-` for standard input.
    pub id: String,
    /// The outlet that published it, as the source names it.
    pub outlet: Option<String>,
    pub url: Option<String>,
    /// A BCP 47 language code (`id`, `en`) where the source gives one.
    pub language: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// Where the dateline places the report.
    pub place: Option<String>,
    pub published: Option<Published>,
    /// Normalised text: lines end in `\n`, no control characters, one paragraph per line.
    pub body: String,
    /// The paragraphs of the body in order, without their line ends; none is empty.
    pub paragraphs: Vec<Span>,
    pub format: Format,
}

impl Article {
    /// The title, else the first paragraph, whole.
    pub fn headline(&self) -> &str {
        let first = || self.paragraphs.first().map_or("", |span| span.of(&self.body));
        self.title.as_deref().unwrap_or_else(first)
    }
}

/// The day an article was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub date: Date,
    pub origin: DateOrigin,
}

/// Where a publication date comes from, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrigin {
    /// The reader set it.
    Reader,
    /// A metadata file beside the article.
    Metadata,
    /// The page it was taken from.
    Page,
    /// The feed that listed it.
    Feed,
    /// A publication line in the text.
    Text,
    /// Worked out from the explicit dates in the text.
    Inferred,
}

/// What the bytes were before they became an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    #[default]
    Plain,
}

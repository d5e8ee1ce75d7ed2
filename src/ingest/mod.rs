//! Bytes to [`Article`]: the only way that text comes into the program.
//!
//! Everything is cleaned here, once. What the words mean is no matter of this module.

pub mod address;
mod charset;
pub mod columns;
mod error;
pub mod feed;
pub mod fetch;
mod metadata;
pub mod opml;
pub mod plain;
mod source;
pub mod timeml;

use jiff::civil::Date;

pub use error::{Error, MetadataError};
pub use source::Source;

use crate::model::{Article, Columns, DateOrigin, Format, Published};
use crate::text::sanitise;
use fetch::{Fetcher, Kind, Request, Settings, Validators};
use metadata::Metadata;

/// What the reader says of the articles, against whatever the articles say of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    pub published: Option<Date>,
    pub language: Option<String>,
}

/// The article that `source` holds.
///
/// # Errors
///
/// See [`Error`]: each names the source and what to do about it.
pub fn read(source: &Source, overrides: &Overrides) -> Result<Article, Error> {
    if let Source::Address(address) = source {
        return read_address(&Fetcher::new(Settings::from_environment()), address, overrides);
    }
    let bytes = source.bytes()?;
    let text = plain::decode(&bytes).map_err(|problem| problem.of(source.name()))?;
    let (body, paragraphs) = plain::paragraphs(&sanitise::clean(text));
    if paragraphs.is_empty() {
        return Err(Error::Empty { name: source.name() });
    }
    let metadata = match source.metadata()? {
        Some((name, text)) => Metadata::parse(&name, &text)?,
        None => Metadata::default(),
    };
    let article = Article { id: source.id(), body, paragraphs, format: Format::Plain, ..metadata.into_article() };
    Ok(overrides.apply(article))
}

/// The article at `address`.
///
/// # Errors
///
/// See [`Error`]; it names the address.
pub fn read_address(fetcher: &Fetcher, address: &str, overrides: &Overrides) -> Result<Article, Error> {
    let answer = fetcher.get(&Request { address, kind: Kind::Page, validators: &Validators::default() })?;
    address::article(&answer).map(|article| overrides.apply(article))
}

/// The article that `source` holds, with its text exactly as it stands there, bar a byte order mark.
///
/// For programs that count in the text they sent: nothing is unwrapped, and nothing is cleaned, so that the body may
/// hold control characters. A TimeML document gives its text and its creation time; see [`timeml`].
///
/// # Errors
///
/// See [`Error`].
pub fn read_verbatim(source: &Source, overrides: &Overrides) -> Result<(Article, Option<timeml::Head>), Error> {
    let bytes = source.bytes()?;
    let text = plain::decode(&bytes).map_err(|problem| problem.of(source.name()))?;
    let metadata = match source.metadata()? {
        Some((name, text)) => Metadata::parse(&name, &text)?,
        None => Metadata::default(),
    };
    let mut article = Article { id: source.id(), format: Format::Plain, ..metadata.into_article() };
    let head = match timeml::parse(text) {
        Some(document) => {
            let published = |date| Published { date, origin: DateOrigin::Metadata };
            article.published = document.head.created().map(published).or(article.published);
            article.body = document.text;
            Some(document.head)
        }
        None => {
            article.body = text.to_owned();
            None
        }
    };
    article.paragraphs = plain::spans(&article.body);
    if article.paragraphs.is_empty() {
        return Err(Error::Empty { name: source.name() });
    }
    Ok((overrides.apply(article), head))
}

/// The article that the words of `source` make, which came one to a line, and its lines; see [`columns`].
///
/// # Errors
///
/// See [`Error`]; a source without words is empty.
pub fn read_columns(source: &Source, overrides: &Overrides) -> Result<(Article, Columns), Error> {
    let bytes = source.bytes()?;
    let text = plain::decode(&bytes).map_err(|problem| problem.of(source.name()))?;
    let (article, columns) = columns::parse(text.to_owned());
    if article.paragraphs.is_empty() {
        return Err(Error::Empty { name: source.name() });
    }
    Ok((overrides.apply(Article { id: source.id(), ..article }), columns))
}

impl Overrides {
    fn apply(&self, mut article: Article) -> Article {
        if let Some(date) = self.published {
            article.published = Some(Published { date, origin: DateOrigin::Reader });
        }
        if let Some(language) = &self.language {
            article.language = Some(language.clone());
        }
        article
    }
}

#[cfg(test)]
mod tests;

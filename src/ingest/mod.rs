//! Bytes to [`Article`]: the only way that text comes into the program.
//!
//! Everything is cleaned here, once. What the words mean is no matter of this module.

pub mod address;
mod charset;
pub mod columns;
pub mod date;
mod error;
pub mod feed;
pub mod fetch;
mod folder;
mod format;
pub mod html;
mod markdown;
mod metadata;
mod mhtml;
pub mod opml;
pub mod plain;
mod source;
pub mod timeml;
mod web;

use jiff::civil::Date;

pub use error::{Error, MetadataError};
pub use folder::files;
pub use source::Source;

use crate::model::{Article, Columns, DateOrigin, Format, Published};
use fetch::{Fetcher, Settings};
use metadata::Metadata;

/// What the reader says of the articles, against whatever the articles say of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    pub published: Option<Date>,
    pub language: Option<String>,
}

/// An article, and the bytes that it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    pub article: Article,
    pub bytes: Vec<u8>,
}

/// The article that `source` holds.
///
/// # Errors
///
/// See [`Error`]: each names the source and what to do about it.
pub fn read(source: &Source, overrides: &Overrides) -> Result<Article, Error> {
    receive(source, overrides).map(|received| received.article)
}

/// The article that `source` holds, and the bytes that it was made of.
///
/// # Errors
///
/// See [`Error`].
pub fn receive(source: &Source, overrides: &Overrides) -> Result<Received, Error> {
    if let Source::Address(address) = source {
        return read_address(&Fetcher::new(Settings::from_environment()), address, overrides);
    }
    let bytes = source.bytes()?;
    let article = match format::of(source.path(), &bytes) {
        Format::Plain => from_text(source, &bytes)?,
        format => from_page(source, &bytes, format)?,
    };
    Ok(Received { article: finished(source, article, overrides)?, bytes })
}

/// What stands in `bytes`, line by line.
fn from_text(source: &Source, bytes: &[u8]) -> Result<Article, Error> {
    if let Some(listing) = format::listing(bytes) {
        return Err(Error::from_listing(source.name(), listing));
    }
    if let Some((form, remedy)) = format::foreign(bytes) {
        return Err(Error::Foreign { name: source.name(), form, remedy });
    }
    let text = plain::decode(bytes).map_err(|problem| problem.of(source.name()))?;
    Ok(plain::article(&text))
}

/// The article of a page, which stands in `bytes` in one of the formats of pages.
fn from_page(source: &Source, bytes: &[u8], format: Format) -> Result<Article, Error> {
    let article = match format {
        Format::Markdown => markdown::article(&plain::decode(bytes).map_err(|problem| problem.of(source.name()))?),
        Format::Mhtml => {
            let page = mhtml::page(bytes).ok_or_else(|| Error::NoPage { name: source.name() })?;
            let article = html::article_in(&page.html, Some(&page.charset), page.address.as_deref());
            article.map(|article| Article { format, ..article })
        }
        Format::Html | Format::Plain | Format::Feed => html::article(bytes, None),
    };
    article.map_err(|problem| Error::from_page(source.name(), problem))
}

/// `article` as the reader gets it: by the name of its source, with what stands beside it and what the reader says.
fn finished(source: &Source, article: Article, overrides: &Overrides) -> Result<Article, Error> {
    if article.paragraphs.is_empty() {
        return Err(Error::Empty { name: source.name() });
    }
    let metadata = match source.metadata()? {
        Some((name, text)) => Metadata::parse(&name, &text)?,
        None => Metadata::default(),
    };
    Ok(overrides.apply(metadata.over(Article { id: source.id(), ..article })))
}

/// The article at `address`, and the bytes that it was made of.
///
/// # Errors
///
/// See [`Error`]; it names the address.
pub fn read_address(fetcher: &Fetcher, address: &str, overrides: &Overrides) -> Result<Received, Error> {
    let received = web::read(fetcher, address)?;
    Ok(Received { article: overrides.apply(received.article), ..received })
}

/// The article that `source` holds, with its text exactly as it stands there, bar a byte order mark.
///
/// For programs that count in the text they sent: nothing is unwrapped, and nothing is cleaned, so that the body may
/// hold control characters. A TimeML document gives its text and its creation time; see [`timeml`]. A page has no text as
/// it stands, and gives its article; so does an address.
///
/// # Errors
///
/// See [`Error`].
pub fn read_verbatim(source: &Source, overrides: &Overrides) -> Result<(Article, Option<timeml::Head>), Error> {
    if let Source::Address(_) = source {
        return Ok((receive(source, overrides)?.article, None));
    }
    let bytes = source.bytes()?;
    let format = format::of(source.path(), &bytes);
    if format != Format::Plain {
        return Ok((finished(source, from_page(source, &bytes, format)?, overrides)?, None));
    }
    let text = plain::decode(&bytes).map_err(|problem| problem.of(source.name()))?;
    let (body, head) = match timeml::parse(&text) {
        Some(document) => (document.text, Some(document.head)),
        None => (text.into_owned(), None),
    };
    let article = Article { paragraphs: plain::spans(&body), body, ..Article::default() };
    let mut article = finished(source, article, &Overrides::default())?;
    if let Some(date) = head.as_ref().and_then(timeml::Head::created) {
        article.published = Some(Published { date, origin: DateOrigin::Metadata });
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
    let (article, columns) = columns::parse(text.into_owned());
    if article.paragraphs.is_empty() {
        return Err(Error::Empty { name: source.name() });
    }
    Ok((overrides.apply(Article { id: source.id(), ..article }), columns))
}

impl Overrides {
    fn apply(&self, mut article: Article) -> Article {
        if let Some(date) = self.published {
            article.publish(Some(Published { date, origin: DateOrigin::Reader }));
        }
        if let Some(language) = &self.language {
            article.language = Some(language.clone());
        }
        article
    }
}

#[cfg(test)]
mod tests;

//! The TOML file beside an article: what its text cannot say of itself.

use jiff::civil::Date;
use serde::Deserialize;
use toml::{Spanned, Value};

use super::MetadataError;
use crate::model::{Article, DateOrigin, Published};
use crate::text::sanitise;

/// The fields of a metadata file, each optional.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    fields: Fields,
    published: Option<Date>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    outlet: Option<String>,
    /// A TOML date, or a string that begins with one.
    published: Option<Spanned<Value>>,
    language: Option<String>,
    title: Option<String>,
    place: Option<String>,
    byline: Option<String>,
    url: Option<String>,
}

impl Metadata {
    /// The metadata in `text`, the content of `file`.
    ///
    /// # Errors
    ///
    /// [`MetadataError`] where it is not TOML, names an unknown field, or tells no date in `published`.
    pub(super) fn parse(file: &str, text: &str) -> Result<Metadata, MetadataError> {
        let error = |offset: usize, problem: String| MetadataError {
            file: file.to_owned(),
            line: line_at(text, offset),
            problem: sanitise::clean_line(&problem),
        };
        let fields: Fields = toml::from_str(text)
            .map_err(|reason| error(reason.span().map_or(0, |span| span.start), reason.message().to_owned()))?;
        let published = match &fields.published {
            Some(value) => Some(date(value.as_ref()).map_err(|problem| error(value.span().start, problem))?),
            None => None,
        };
        Ok(Metadata { fields, published })
    }

    /// `article` with these fields, which count more than what it says of itself.
    pub(super) fn over(self, article: Article) -> Article {
        let field = |told: Option<String>, own: Option<String>| {
            told.map(|text| sanitise::clean_line(&text)).filter(|text| !text.is_empty()).or(own)
        };
        let Fields { outlet, published: _, language, title, place, byline, url } = self.fields;
        let mut article = Article {
            outlet: field(outlet, article.outlet),
            url: field(url, article.url),
            language: field(language, article.language),
            title: field(title, article.title),
            byline: field(byline, article.byline),
            place: field(place, article.place),
            ..article
        };
        if let Some(date) = self.published {
            article.publish(Some(Published { date, origin: DateOrigin::Metadata }));
        }
        article
    }
}

/// The day that `published` tells; the time of day, where there is one, is not needed.
fn date(value: &Value) -> Result<Date, String> {
    let written = match value {
        Value::Datetime(datetime) => datetime.to_string(),
        Value::String(text) => text.clone(),
        other => return Err(format!("expected a date in `published`, but found {}", other.type_str())),
    };
    let day = written.get(..10).unwrap_or(&written);
    day.parse().map_err(|_| format!("expected a date like 2025-07-13 in `published`, but found `{written}`"))
}

/// The line of `text` that holds `offset`, from 1.
fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}

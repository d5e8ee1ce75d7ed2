//! JSON Feed 1.0 and 1.1. Source: jsonfeed.org/version/1.1.

use serde_json::Value;

use super::{Base, Context, Error, language, line, worth_keeping};
use crate::model::{Feed, FeedItem, Markup};

/// The feed in `text`. A field of the wrong type counts as left out.
///
/// # Errors
///
/// Where it is no JSON, or nothing in it looks like a feed.
pub(super) fn feed(text: &str, base: Base) -> Result<Feed, Error> {
    let feed: Value = serde_json::from_str(text).map_err(|error| Error::Json(error.to_string()))?;
    let items = feed.get("items").and_then(Value::as_array).ok_or(Error::NoFeed)?;
    let code = language(string(&feed, "language"));
    let context = Context::new(base, code.as_deref());
    Ok(Feed {
        title: string(&feed, "title").and_then(line).unwrap_or_default(),
        address: string(&feed, "feed_url").and_then(|text| context.address(text)),
        site: string(&feed, "home_page_url").and_then(|text| context.address(text)),
        items: items.iter().map(|value| item(value, &context)).filter(worth_keeping).collect(),
        language: code,
    })
}

fn item(value: &Value, context: &Context) -> FeedItem {
    let text = |name: &str| string(value, name).filter(|text| !text.trim().is_empty());
    let html = text("content_html").map(|html| Markup::Html(html.to_owned()));
    FeedItem {
        guid: value.get("id").and_then(|id| match id {
            Value::String(id) => Some(id.clone()).filter(|id| !id.is_empty()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }),
        address: text("url").or_else(|| text("external_url")).and_then(|text| context.address(text)),
        title: text("title").and_then(line),
        author: author(value),
        published: context.date(text("date_published")),
        updated: context.date(text("date_modified")),
        summary: text("summary").map(|summary| Markup::Plain(summary.to_owned())),
        content: html.or_else(|| text("content_text").map(|plain| Markup::Plain(plain.to_owned()))),
        language: language(text("language")),
    }
}

fn author(value: &Value) -> Option<String> {
    let first = value.get("authors").and_then(|authors| authors.get(0));
    string(first.or_else(|| value.get("author"))?, "name").and_then(line)
}

fn string<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

//! One item of a feed as an article.

use jiff::tz;

use super::plain;
use crate::ingest::plain::paragraphs;
use crate::model::{Article, DateOrigin, Feed, FeedItem, Format, Markup, Published};
use crate::text::sanitise;

/// An item that says so little beside its address is cut short: a teaser, not an article.
const WHOLE_CHARS: usize = 1_200;

/// The article that `item` of `feed` makes; nothing, where it has no text at all.
pub fn of_item(feed: &Feed, item: &FeedItem) -> Option<Article> {
    let texts = [&item.content, &item.summary].into_iter().flatten().map(text);
    let longest = texts.max_by_key(String::len).filter(|text| !text.trim().is_empty());
    let (body, paragraphs) = paragraphs(&longest.or_else(|| item.title.clone())?);
    let published = item.published.or(item.updated);
    Some(Article {
        id: item.address.clone().or_else(|| item.guid.clone()).map(|id| sanitise::clean_line(&id)).unwrap_or_default(),
        outlet: Some(feed.title.clone()).filter(|title| !title.is_empty()),
        url: item.address.clone(),
        language: item.language.clone().or_else(|| feed.language.clone()),
        title: item.title.clone(),
        byline: item.author.clone(),
        published: published.map(|moment| Published { date: day(feed, moment), origin: DateOrigin::Feed }),
        body,
        paragraphs,
        format: Format::Plain,
        ..Article::default()
    })
}

/// Whether the feed gives less than the article, as far as can be told from outside: it has no content of its own, or little.
pub fn is_cut_short(item: &FeedItem) -> bool {
    match &item.content {
        Some(content) => text(content).chars().count() < WHOLE_CHARS,
        None => true,
    }
}

/// The day of publication where the outlet is: one from Indonesia that writes UTC has its readers' day in WIB.
fn day(feed: &Feed, moment: crate::model::Moment) -> jiff::civil::Date {
    let indonesian = feed.language.as_deref().is_some_and(|code| code.split('-').next() == Some("id"));
    if indonesian && moment.offset.is_zero() { tz::offset(7).to_datetime(moment.time).date() } else { moment.date() }
}

/// The clean text of `markup`.
// FIXME: `ingest::html::fragment` makes blocks and links of HTML; this is the one place to call it.
fn text(markup: &Markup) -> String {
    match markup {
        Markup::Html(html) => plain::text(html),
        Markup::Plain(text) => sanitise::clean(text),
    }
}

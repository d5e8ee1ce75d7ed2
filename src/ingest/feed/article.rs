//! One item of a feed as an article.

use crate::ingest::html::{self, Text};
use crate::ingest::plain::paragraphs;
use crate::model::{Article, DateOrigin, Feed, FeedItem, Format, Markup, Published};
use crate::text::sanitise;

/// An item that says so little beside its address is cut short: a teaser, not an article.
const WHOLE_CHARS: usize = 1_200;

/// The article that `item` of `feed` makes; nothing, where it has no text at all.
pub fn of_item(feed: &Feed, item: &FeedItem) -> Option<Article> {
    let base = item.address.as_deref().or(feed.site.as_deref());
    let texts = [&item.content, &item.summary].into_iter().flatten().map(|markup| text(markup, base));
    let longest = texts.max_by_key(|text| text.body.len()).filter(|text| !text.paragraphs.is_empty());
    let title = || Some(text(&Markup::Plain(item.title.clone()?), None));
    let Text { body, paragraphs, blocks, links } = longest.or_else(title)?;
    let published = item.published.or(item.updated);
    Some(Article {
        id: item.address.clone().or_else(|| item.guid.clone()).map(|id| sanitise::clean_line(&id)).unwrap_or_default(),
        outlet: Some(feed.title.clone()).filter(|title| !title.is_empty()),
        url: item.address.clone(),
        language: item.language.clone().or_else(|| feed.language.clone()),
        title: item.title.clone(),
        byline: item.author.clone(),
        published: published.map(|moment| Published { date: moment.date, origin: DateOrigin::Feed }),
        published_time: published.and_then(|moment| moment.time),
        body,
        paragraphs,
        blocks,
        links,
        format: Format::Feed,
        ..Article::default()
    })
}

/// Whether the feed gives less than the article, as far as can be told from outside: it has no content of its own, or little.
pub fn is_cut_short(item: &FeedItem) -> bool {
    match &item.content {
        Some(content) => text(content, None).body.chars().count() < WHOLE_CHARS,
        None => true,
    }
}

/// The clean text of `markup`, with its blocks and links.
fn text(markup: &Markup, base: Option<&str>) -> Text {
    match markup {
        Markup::Html(html) => html::fragment(html, base),
        Markup::Plain(text) => {
            let (body, paragraphs) = paragraphs(&sanitise::clean(text));
            Text { body, paragraphs, ..Text::default() }
        }
    }
}

//! What came from an address, as an article, with all its pages.

use super::charset::{self, Declares};
use super::fetch::{Answer, Content, Fetcher, Kind, Request, Validators};
use super::{Error, Received, address, format, html, plain};
use crate::model::{Article, Format};
use crate::text::sanitise;

/// No article is cut into more pages.
const MOST_PAGES: usize = 20;

/// The whole article at `address`, and the bytes of its first page. One that is cut into pages is read to its end; a page that is
/// not to be had ends it.
///
/// # Errors
///
/// Where the first page is not to be had, or holds no article.
pub(super) fn read(fetcher: &Fetcher, address: &str) -> Result<Received, Error> {
    let fetch = |address: &str| fetcher.get(&Request { address, kind: Kind::Page, validators: &Validators::default() });
    let answer = fetch(address)?;
    let first = article(&answer)?;
    let bytes = answer.bytes().to_vec();
    let page = |address: &str| article(&fetch(address).ok()?).ok();
    if let Some(whole) = first.whole_page.as_deref().and_then(page).filter(|whole| whole.body.len() > first.body.len())
    {
        return Ok(Received { article: Article { id: first.id, url: first.url, ..whole }, bytes });
    }
    let mut whole = first;
    for _ in 1..MOST_PAGES {
        let Some(next) = whole.next_page.as_deref().and_then(page) else { break };
        append(&mut whole, next);
    }
    Ok(Received { article: whole, bytes })
}

/// Appends the text of the page on which `article` goes on.
fn append(article: &mut Article, next: Article) {
    article.body.push('\n');
    let moved = article.body.len();
    article.body.push_str(&next.body);
    // The kinds of paragraphs end where they are plain from there on.
    article.blocks.resize(article.paragraphs.len(), Default::default());
    article.blocks.extend(next.blocks);
    article.paragraphs.extend(next.paragraphs.into_iter().map(|span| span.moved(moved)));
    article.links.extend(next.links.into_iter().map(|mut link| {
        link.span = link.span.moved(moved);
        link
    }));
    article.next_page = next.next_page;
}

/// The article that `answer` holds.
///
/// # Errors
///
/// Where it is neither a page nor text, or has no article.
fn article(answer: &Answer) -> Result<Article, Error> {
    let name = || format!("`{}`", sanitise::clean_line(&answer.address));
    let Content::Fresh { content_type, bytes } = &answer.content else {
        return Err(Error::Empty { name: name() });
    };
    if let Some(listing) = format::listing(bytes) {
        return Err(Error::from_listing(name(), listing));
    }
    let url = address::canonical(&answer.address);
    let article = if is_page(&content_type.essence, bytes) {
        html::article_in(bytes, Some(&content_type.charset), Some(&url))
            .map_err(|problem| Error::from_page(name(), problem))?
    } else {
        if let Some((form, remedy)) = format::foreign(bytes) {
            return Err(Error::Foreign { name: name(), form, remedy });
        }
        plain::refuse_binary(bytes).map_err(|problem| problem.of(name()))?;
        plain::article(&charset::decode(bytes, Some(&content_type.charset), Declares::Nothing))
    };
    if article.paragraphs.is_empty() {
        return Err(Error::Empty { name: name() });
    }
    let url = article.url.clone().unwrap_or(url);
    Ok(Article { id: sanitise::clean_line(&url), url: Some(url), ..article })
}

fn is_page(essence: &str, bytes: &[u8]) -> bool {
    match essence {
        "text/html" | "application/xhtml+xml" => true,
        "" | "application/octet-stream" | "text/plain" => format::of(None, bytes) == Format::Html,
        _ => false,
    }
}

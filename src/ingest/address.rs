//! What came from an address, as an article.

use super::fetch::{Answer, Content};
use super::plain::paragraphs;
use super::{Error, charset};
use crate::model::{Article, Format};
use crate::text::sanitise;

/// The article that `answer` holds.
///
/// # Errors
///
/// Where it is no text, or has none. Web pages are not read yet.
// FIXME: `ingest::html::article` takes pages over; this is the one place to call it.
pub fn article(answer: &Answer) -> Result<Article, Error> {
    let name = || format!("`{}`", sanitise::clean_line(&answer.address));
    let Content::Fresh { content_type, bytes } = &answer.content else {
        return Err(Error::Empty { name: name() });
    };
    if is_page(&content_type.essence, bytes) {
        return Err(Error::Page { name: name() });
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Error::Binary { name: name(), offset });
    }
    let text = charset::decode(bytes, &content_type.charset, "");
    let (body, paragraphs) = paragraphs(&sanitise::clean(&text));
    if paragraphs.is_empty() {
        return Err(Error::Empty { name: name() });
    }
    let url = canonical(&answer.address);
    Ok(Article {
        id: sanitise::clean_line(&url),
        url: Some(url),
        body,
        paragraphs,
        format: Format::Plain,
        ..Article::default()
    })
}

fn is_page(essence: &str, bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let looks_so = ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes())));
    match essence {
        "text/html" | "application/xhtml+xml" => true,
        "" | "application/octet-stream" | "text/plain" => looks_so,
        _ => false,
    }
}

/// Marks that tell where a reader came from, and nothing of the article.
const NO_PART_OF_IT: &[&str] = &["fbclid", "gclid", "ocid", "cmpid"];

/// `address` without what others append to it to count their readers, and without a place within the page.
///
/// ```
/// use linimasa::ingest::address::canonical;
/// assert_eq!(canonical("https://a.example/x?utm_source=rss&id=7#top"), "https://a.example/x?id=7");
/// ```
pub fn canonical(address: &str) -> String {
    let address = address.split('#').next().unwrap_or(address);
    let Some((page, query)) = address.split_once('?') else { return address.to_owned() };
    let counts = |part: &&str| {
        let name = part.split('=').next().unwrap_or(part).to_ascii_lowercase();
        name.starts_with("utm_") || NO_PART_OF_IT.contains(&name.as_str())
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !counts(part)).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

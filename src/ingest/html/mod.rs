//! Pages of the web to articles: the text without what stands around it, and what the page says of it.
//!
//! `prune` keeps the parser from harm, `head` reads what the page tells in its metadata,
//! `body` finds the text and `blocks` sets it. Nothing is fetched here.

mod blocks;
mod body;
mod byline;
mod clean;
mod container;
mod embedded;
mod furniture;
mod head;
mod headline;
mod inline;
mod json_ld;
pub(super) mod language;
mod outlet;
mod pages;
mod prose;
mod prune;
mod published;
mod readable;
pub mod similarity;
mod stand_in;
mod tag;
mod text;
mod words;
mod wrapped;

use dom_query::Document;

pub use stand_in::Notice;
pub use text::Text;

use super::address::Base;
use super::charset::{self, Declares};
use crate::model::{Article, DateOrigin, Format, Published, Span};
use crate::text::sanitise::clean_line;
use furniture::Known;

/// What addresses are relative to where nothing tells it. Source: RFC 2606, the names that never are any.
const NOWHERE: &str = "https://nowhere.invalid/";

/// The largest page that is read; the largest of news have 3 MB.
pub const MOST_BYTES: usize = 20_000_000;

/// Why a page gives no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    /// There is a page, but no text of an article in it.
    #[error("holds no article text")]
    Empty,
    /// It leads to articles and is none.
    #[error("lists articles and is none itself")]
    List,
    /// It is but a notice of the site.
    #[error("{0}")]
    Notice(Notice),
    #[error("has more than {} elements", prune::MOST_ELEMENTS)]
    TooManyElements,
    #[error("has more than {} MB", MOST_BYTES / 1_000_000)]
    TooLarge,
}

/// The article of the page `bytes`, which came from `address`. It has no id yet.
///
/// # Errors
///
/// [`NoArticle`]: where the page has no text, or more than a page can have.
pub fn article(bytes: &[u8], address: Option<&str>) -> Result<Article, NoArticle> {
    article_in(bytes, None, address)
}

/// The same, where the transport told the `charset` of the bytes.
///
/// # Errors
///
/// As for [`article`].
pub fn article_in(bytes: &[u8], charset: Option<&str>, address: Option<&str>) -> Result<Article, NoArticle> {
    if bytes.len() > MOST_BYTES {
        return Err(NoArticle::TooLarge);
    }
    let written = charset::decode(bytes, charset, Declares::Page);
    let saved_from = saved_from(&written);
    let html = prune::prune(&written).ok_or(NoArticle::TooManyElements)?;
    let page = Document::from(html.as_str());
    let told = page.select_single("base[href]").attr("href");
    let base = Base::new(address.or(saved_from)).within(told.as_deref());
    let stated = base.clone();
    let mut head = head::read(&page, &stated, None);
    // A saved page that does not say where it is from is relative to where it says that it stands; else to nowhere, so that
    // it is known all the same what is a link.
    let base = if base.host().is_none() { Base::new(head.canonical.as_deref().or(Some(NOWHERE))) } else { base };
    let own = address.or(saved_from).or(told.as_deref().filter(|it| is_page(it)));
    let pages = pages::find(&page, &base, head.canonical.as_deref().or(own));
    let known = Known { title: head.title.clone(), byline: head.byline.clone(), body: head.body.take() };
    let mut text = text_in(&html, &written, &base, &known);
    text.links.retain(|link| !link.address.starts_with(NOWHERE));
    if let Some(reason) = stand_in::reason(&page, &base, &head, &text) {
        return Err(reason);
    }
    if !head.is_title_sure
        && let Some(headline) = headline::above(&page, text.paragraphs[0].of(&text.body))
    {
        head = head::read(&page, &stated, Some(headline));
    }
    let published = head.published;
    Ok(Article {
        outlet: head.outlet,
        url: head.canonical.or_else(|| own.and_then(|address| base.page(address))),
        language: language::checked(&head.languages, &text.body),
        title: head.title,
        byline: head.byline,
        published: published.map(|it| Published { date: it.date, origin: DateOrigin::Page }),
        published_time: published.and_then(|it| it.time),
        next_page: pages.next.filter(|address| !address.starts_with(NOWHERE)),
        whole_page: pages.whole.filter(|address| !address.starts_with(NOWHERE)),
        format: Format::Html,
        ..with_text(text)
    })
}

/// The text of the article in the page `html`, which was `written` with programs and what is shown in their place.
fn text_in(html: &str, written: &str, base: &Base, known: &Known) -> Text {
    let mut text = body::extract(html, base, known);
    if body::may_be_a_beginning(&text) {
        let content = embedded::article(written, known.title.as_deref());
        text = body::longer(text, content.and_then(|it| body::embedded(&it, base, known)));
    }
    if body::is_scarce(&text) {
        text = body::longer(text, without_program(written).map(|html| body::extract(&html, base, known)));
    }
    text
}

/// The page `html` as browsers show it that run no programs, if it says anything for them.
fn without_program(html: &str) -> Option<String> {
    const MARKS: [(&str, &str); 2] = [("<noscript", "<section"), ("</noscript", "</section")];
    let is_meant =
        |at: &usize, mark: &str| html.get(*at..at + mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    let mut shown = String::with_capacity(html.len());
    let mut from = 0;
    for (at, _) in html.match_indices('<') {
        if let Some((mark, instead)) = MARKS.iter().find(|(mark, _)| is_meant(&at, mark)) {
            shown.push_str(&html[from..at]);
            shown.push_str(instead);
            from = at + mark.len();
        }
    }
    shown.push_str(&html[from..]);
    if from > 0 { prune::prune(&shown) } else { None }
}

/// Whether the address that those of a page are relative to is that of the page itself, as Joomla tells it.
fn is_page(base: &str) -> bool {
    let last = base.rsplit('/').next().unwrap_or_default();
    last.contains('-') && !last.contains('?')
}

/// The page `html` without what no article needs; `None` where it has more elements than a page can have.
pub(super) fn parsed(html: &str) -> Option<Document> {
    prune::prune(html).map(Document::from)
}

/// The text of a piece of a page, such as a feed carries, all of it; addresses in it are relative to `base`.
///
/// ```
/// use linimasa::ingest::html::fragment;
/// let text = fragment("<p>Kim <a href='/kim'>tiba</a>.<ul><li>Satu</ul>", Some("https://warta.example/feed"));
/// assert_eq!(text.body, "Kim tiba.\nSatu");
/// assert_eq!(text.links[0].address, "https://warta.example/kim");
/// ```
pub fn fragment(html: &str, base: Option<&str>) -> Text {
    let html = front(html, MOST_BYTES);
    // What has too many elements is taken without any.
    let html = prune::prune(html).unwrap_or_else(|| html.replace('<', " &lt;"));
    blocks::render(&[Document::fragment(html).root()], &Base::new(base))
}

/// `text` without the tags and entities that many put where only text belongs, on one line.
pub(super) fn line(text: &str) -> String {
    if text.contains(['<', '&']) { clean_line(&fragment(text, None).body) } else { clean_line(text) }
}

/// An article with this text and nothing else.
pub(super) fn with_text(text: Text) -> Article {
    let Text { body, paragraphs, blocks, links } = text;
    Article { body, paragraphs, blocks, links, ..Article::default() }
}

/// Where a browser says that it saved the page from. Source: the 'mark of the web' of Internet Explorer, which Chrome writes
/// too: `<!-- saved from url=(0023)https://warta.example/a -->`.
fn saved_from(html: &str) -> Option<&str> {
    const HEAD_BYTES: usize = 2000;
    let head = front(html, HEAD_BYTES);
    let (_, rest) = head.split_once("saved from url=(")?;
    let (_, address) = rest.split_once(')')?;
    address.split_whitespace().next()
}

/// The first bytes of `text`, at most so many, to the end of a character.
fn front(text: &str, most_bytes: usize) -> &str {
    let most = text.len().min(most_bytes);
    let end = (0..=most).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    Span::new(0, end).of(text)
}

#[cfg(test)]
mod tests;

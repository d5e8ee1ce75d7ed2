//! The text of the article of a page, without what stands around and between it.
//!
//! Two ways are tried: the element that most prose stands in (`container`), and the library (`readable`). Both see the
//! page without what it marks as no article (`clean`), and lose the lines that lead elsewhere (`furniture`).

use dom_query::Document;

use super::blocks::render;
use super::clean::{self, Care};
use super::furniture::{self, Known};
use super::head::folded;
use super::text::Text;
use super::{container, front, prune, readable, similarity, wrapped};
use crate::ingest::address::Base;

/// An article of less is tried for with less care, and one of the library's own is asked for.
const LEAST_BYTES: usize = 400;
/// How much of the article that the page tells of in its metadata a text must have.
const LEAST_LIKENESS: f64 = 0.5;

/// The text of the article in `html`, of which `known` tells.
pub(super) fn extract(html: &str, base: &Base, known: &Known) -> Text {
    let mut best = Text::default();
    for care in [Care::Usual, Care::NamesAside, Care::Pictures] {
        let text = with_care(html, base, known, care);
        // With less care more is found at any rate, so that it must be far more to be right.
        if text.body.len() > 2 * best.body.len() {
            best = text;
        }
        if best.body.len() >= LEAST_BYTES {
            break;
        }
    }
    let told = known.body.as_deref().map(|body| told(body, base)).filter(|told| told.body.len() > LEAST_BYTES);
    let is_other = |told: &Text| similarity::shared(&told.body, &best.body) < LEAST_LIKENESS;
    match told {
        Some(told) if is_other(&told) => told,
        Some(told) if goes_on(&best, &told) => furniture::without(told, known),
        _ => best,
    }
}

/// Whether a text may be less than its article: such as is looked for elsewhere in the page.
pub(super) fn may_be_a_beginning(text: &Text) -> bool {
    const MOST_BYTES: usize = 3000;
    text.body.len() < MOST_BYTES
}

/// The longer of two texts, if the first is hardly one or `other` goes on where it ends; `other` is one.
pub(super) fn longer(text: Text, other: Option<Text>) -> Text {
    match other.filter(|it| !is_scarce(it)) {
        Some(other) if is_scarce(&text) || goes_on(&text, &other) => other,
        _ => text,
    }
}

/// Whether a text is hardly an article.
pub(super) fn is_scarce(text: &Text) -> bool {
    text.body.len() < LEAST_BYTES
}

/// Whether `text` is the beginning of `other`, of which a good part follows: pages whose readers pay show so much in their
/// markup. One of the last paragraphs must be in both, since offers to pay may stand behind them.
fn goes_on(text: &Text, other: &Text) -> bool {
    const MOST_TRIED: usize = 4;
    const LEAST_BYTES_SHARED: usize = 60;
    let whole = folded(&other.body);
    let paragraphs = text.paragraphs.iter().rev().map(|it| folded(it.of(&text.body)));
    let long = paragraphs.filter(|it| it.len() >= LEAST_BYTES_SHARED).take(MOST_TRIED);
    // The last may be cut off, with dots behind it.
    let found = |it: String| Some(whole.find(front(&it, LEAST_BYTES_SHARED))? + it.len());
    let rest = long.into_iter().find_map(found).map(|end| whole.len().saturating_sub(end));
    rest.is_some_and(|rest| rest >= LEAST_BYTES && rest * 4 >= whole.len())
}

/// The text of the article that `content` is, which stood in the data of a page.
pub(super) fn embedded(content: &str, base: &Base, known: &Known) -> Option<Text> {
    let html = prune::prune(content)?;
    let page = Document::from(html);
    clean::page(&page, base, Care::Usual);
    Some(furniture::without(render(&[page.root()], base), known))
}

fn with_care(html: &str, base: &Base, known: &Known, care: Care) -> Text {
    let page = Document::from(html);
    clean::page(&page, base, care);
    let own = furniture::without(wrapped::joined(render(&container::find(&page), base)), known);
    let read = readable::article(page);
    let read =
        read.map(|it| furniture::without(wrapped::joined(render(&[it.root()], base)), known)).unwrap_or_default();
    better(own, read, known)
}

/// Which of two texts is the article. Where the page tells it in its metadata, the one more like that; else the first,
/// unless it is but a part of the second.
fn better(own: Text, read: Text, known: &Known) -> Text {
    if let Some(told) = &known.body {
        let (first, second) = (similarity::of(told, &own.body), similarity::of(told, &read.body));
        return if second > first { read } else { own };
    }
    let is_part = own.body.len() * 2 < read.body.len();
    if is_part { read } else { own }
}

/// The article as the metadata of a page tell it: one text, with or without line ends and tags.
fn told(body: &str, base: &Base) -> Text {
    let document = if body.contains("</") || body.contains("&lt;") {
        Document::fragment(body)
    } else {
        Document::fragment(body.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<p>"))
    };
    render(&[document.root()], base)
}

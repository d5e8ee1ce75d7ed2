//! The article of a page by the library that browsers' reading views go back to.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// The element with the article as a page of its own; `None` where the library finds none.
pub(super) fn article(page: Document) -> Option<Document> {
    // It takes time by the square of how deep a large page is.
    const MOST_ELEMENTS: usize = 10_000;
    let config =
        Config { disable_json_ld: true, keep_classes: true, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config)).ok()?.parse().ok()?;
    Some(Document::fragment(article.content))
}

//! Headings of parts that are written as paragraphs in heavy letters.

use dom_query::{Document, NodeRef};

/// A paragraph around it has so much.
const LEAST_PROSE_BYTES: usize = 80;

/// Makes headings of such paragraphs, where text stands before and behind them.
pub(super) fn subheads(page: &Document) {
    let heavy = page.select("p > strong:only-child, p > b:only-child, div > strong:only-child, div > b:only-child");
    let paragraphs: Vec<NodeRef> = heavy.nodes().iter().filter_map(NodeRef::parent).filter(is_subhead).collect();
    paragraphs.iter().for_each(|it| it.rename("h4"));
}

fn is_subhead(paragraph: &NodeRef) -> bool {
    const MOST_BYTES: usize = 90;
    const LEAST_BYTES: usize = 6;
    let text = paragraph.text();
    let text = text.trim();
    let is_short = (LEAST_BYTES..=MOST_BYTES).contains(&text.len());
    // Who wrote it, or what leads elsewhere, has a colon; what is asked in an interview is part of it.
    let is_heading =
        is_short && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !text.contains(':');
    let ends = text.ends_with(['.', '!', '?', ',', ';', '"', '”', ')']);
    let heavy = paragraph.element_children();
    let is_all = heavy.iter().all(|it| it.text().trim().len() == text.len() && it.element_children().is_empty());
    is_heading
        && !ends
        && is_all
        && is_prose(beside(paragraph, NodeRef::prev_sibling))
        && is_prose(beside(paragraph, NodeRef::next_sibling))
}

/// The nearest sibling with words.
fn beside<'a>(node: &NodeRef<'a>, next: fn(&NodeRef<'a>) -> Option<NodeRef<'a>>) -> Option<NodeRef<'a>> {
    const MOST: usize = 6;
    std::iter::successors(next(node), next).take(MOST).find(|it| !it.text().trim().is_empty())
}

fn is_prose(node: Option<NodeRef>) -> bool {
    node.is_some_and(|it| {
        let is_paragraph = it.has_name("p") || it.has_name("div");
        is_paragraph && it.text().trim().len() >= LEAST_PROSE_BYTES
    })
}

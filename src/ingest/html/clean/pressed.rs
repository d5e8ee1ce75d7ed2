//! Words that are there to be pressed: links that only start a program of the page, where a line holds nothing else.

use dom_query::{Document, NodeRef};

use super::is_heading;

const PRESSED: &str = "a[href^='javascript:'], a[href^='Javascript:'], a[href^='JavaScript:']";
/// What opens a part of the text is longer, or a heading.
const MOST_BYTES: usize = 40;
/// A page of news has a few; what stands around each is looked at.
const MOST: usize = 100;

/// Takes such words out of `page`: '<< Back to list | Print'.
pub(super) fn pressed(page: &Document) {
    let links = page.select(PRESSED);
    let alone: Vec<&NodeRef> = links.nodes().iter().take(MOST).filter(|link| is_line_of_links(link)).collect();
    alone.into_iter().for_each(NodeRef::remove_from_parent);
}

/// Whether only links like `link` and marks stand in its line.
fn is_line_of_links(link: &NodeRef) -> bool {
    // How much of the line on either side is looked at.
    const MOST: usize = 20;
    let is_end = |it: &NodeRef| it.has_name("br");
    let before = std::iter::successors(link.prev_sibling(), NodeRef::prev_sibling).take(MOST);
    let behind = std::iter::successors(link.next_sibling(), NodeRef::next_sibling).take(MOST);
    let mut beside = before.take_while(|it| !is_end(it)).chain(behind.take_while(|it| !is_end(it)));
    let is_in_heading = link.ancestors_it(Some(3)).any(|it| is_heading(&it));
    let text = link.text();
    text.len() <= MOST_BYTES && !text.trim().ends_with('?') && !is_in_heading && beside.all(|it| is_pressed(&it))
}

/// Whether `node` is such a link, or holds no word.
fn is_pressed(node: &NodeRef) -> bool {
    let is_link = node.attr("href").is_some_and(|it| it.to_ascii_lowercase().starts_with("javascript:"));
    is_link || !node.text().contains(char::is_alphanumeric)
}

//! Pictures, and what is written below them.

use dom_query::{Document, NodeRef};

use super::{FRAME_BYTES, is_heading, page_has};

/// Pictures and what is written below them; a quotation, a table or a program in a frame stays.
pub(super) fn figures(page: &Document) {
    // The words around each picture are looked at.
    const MOST: usize = 100;
    for node in page.select("figure, figcaption, picture").nodes() {
        let framed = "blockquote, pre, table";
        let holds_text = page_has(node, framed) && node.node_name().as_deref() == Some("figure");
        if !holds_text {
            node.remove_from_parent();
        }
    }
    for picture in page.select("img, amp-img").nodes().iter().take(MOST) {
        if let Some(caption) = caption(picture) {
            caption.remove_from_parent();
        }
    }
}

/// What is written below a picture that no figure holds: slanted or small words beside it or in the next paragraph, or a table
/// around both.
fn caption<'a>(picture: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let is_short = |node: &NodeRef| (1..FRAME_BYTES).contains(&node.text().trim().len());
    if let Some(slanted) = slanted_behind(picture).filter(is_short) {
        return Some(slanted);
    }
    let around = picture
        .ancestors_it(Some(6))
        .find(|it| matches!(it.node_name().as_deref(), Some("p" | "div" | "td" | "table")))?;
    if around.has_name("div") && is_short(&around) && is_picture_with_words(&around) {
        return Some(around);
    }
    if around.has_name("td") {
        return around.ancestors_it(Some(3)).find(|it| it.has_name("table")).filter(is_short);
    }
    let below = if around.text().trim().is_empty() { around.next_element_sibling()? } else { around };
    if is_centred_below(&around, &below) {
        return Some(below);
    }
    let words = below.text().trim().len();
    let set_apart = dom_query::Selection::from(below).select("em, i, small, figcaption").nodes().first().copied()?;
    (is_short(&below) && set_apart.text().trim().len() == words).then_some(below)
}

/// Whether `below` is set in the middle under the picture that `above` holds, and what comes behind it is not.
fn is_centred_below(above: &NodeRef, below: &NodeRef) -> bool {
    let is_centred = |node: &NodeRef| {
        let is = |name: &str, value: &str| node.attr(name).is_some_and(|it| it.replace(' ', "").contains(value));
        is("style", "text-align:center") || is("align", "center")
    };
    above.id != below.id
        && below.text().trim().len() < 2 * FRAME_BYTES
        && is_centred(above)
        && is_centred(below)
        && below.next_element_sibling().is_some_and(|next| !is_centred(&next))
}

/// Whether all that `node` holds beside a picture is the words of one element in it.
fn is_picture_with_words(node: &NodeRef) -> bool {
    let children = node.element_children();
    let mut worded = children.iter().filter(|it| !it.text().trim().is_empty());
    let (Some(words), None) = (worded.next(), worded.next()) else { return false };
    let all = node.text().trim().len();
    let inner = if page_has(words, "img, amp-img") { return is_picture_with_words(words) } else { words };
    inner.text().trim().len() == all && !is_heading(inner) && !inner.has_name("a") && !page_has(inner, "a, li")
}

/// Slanted words behind a picture in one paragraph with the text, set apart by breaks.
fn slanted_behind<'a>(picture: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let is_gap = |it: &NodeRef| it.has_name("br") || it.is_text() && it.text().trim().is_empty();
    let mut behind = std::iter::successors(picture.next_sibling(), NodeRef::next_sibling).skip_while(is_gap);
    let slanted = behind.next().filter(|it| matches!(it.node_name().as_deref(), Some("i" | "em" | "small")))?;
    behind.next().is_none_or(|it| it.has_name("br")).then_some(slanted)
}

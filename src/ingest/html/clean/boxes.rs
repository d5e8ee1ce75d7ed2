//! Boxes within the text that no name tells of: among the paragraphs of an article, or what its publishing program puts
//! around each few of them, stands something made otherwise, with a title of its own and a list or short lines below it; or
//! labels stand side by side.

use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

use super::strangers::is_alone;
use super::{holds_article, page_has};
use crate::ingest::html::prose::{Prose, block_around};

/// So many parts made alike hold the text; of two that have a class they must hold nearly all.
const LEAST_KIN: usize = 3;

/// Takes the boxes out of the elements of `page` that hold a good part of its prose.
pub(super) fn boxes(page: &Document, prose: &Prose) {
    const LEAST_SHARE: f64 = 0.3;
    let Some(body) = page.body() else { return };
    let whole = prose.bytes(&body) as f64;
    let mut here = vec![body];
    // Few elements hold so much, and they lie within each other.
    while let Some(around) = here.pop() {
        let children = around.element_children();
        if let Some(kin) = kin(&children, prose) {
            let is_box = |it: &&NodeRef| is_stranger(it, &kin, prose) && !holds_article(it);
            children.iter().filter(is_box).for_each(NodeRef::remove_from_parent);
        }
        here.extend(children.into_iter().filter(|it| prose.bytes(it) as f64 >= LEAST_SHARE * whole));
    }
}

/// Takes out what stands side by side without a space or a sentence: 'Serves 6', 'Prep 20 min', 'Print'.
pub(super) fn rows_of_labels(page: &Document) {
    const LEAST: usize = 3;
    const MOST_BYTES: usize = 40;
    let is_label = |it: &NodeRef| {
        matches!(it.node_name().as_deref(), Some("span" | "a" | "button" | "time" | "small" | "i"))
            && (1..=MOST_BYTES).contains(&it.text().trim().len())
            && !it.text().trim().ends_with(['.', '!', '?', ','])
    };
    let is_row = |row: &&NodeRef| {
        let mut parts = row.children_it(false);
        parts.by_ref().take(LEAST).filter(is_label).count() == LEAST && parts.all(|it| is_label(&it))
    };
    page.select("div").nodes().iter().filter(is_row).for_each(NodeRef::remove_from_parent);
}

/// What an element is by its making: its name and its classes.
type Making = (String, String);

fn making(node: &NodeRef) -> Making {
    (node.node_name().unwrap_or_default().to_string(), node.class().unwrap_or_default().to_string())
}

/// How those of `children` are made that hold most of the prose; none where they differ, or are all but one.
fn kin(children: &[NodeRef], prose: &Prose) -> Option<Making> {
    let mut held: FxHashMap<Making, (usize, usize)> = FxHashMap::default();
    for child in children {
        let sum = held.entry(making(child)).or_default();
        *sum = (sum.0 + 1, sum.1 + prose.bytes(child));
    }
    let all: usize = held.values().map(|(_, bytes)| bytes).sum();
    let most = held.into_iter().max_by_key(|(_, (_, bytes))| *bytes)?;
    let (making, (count, bytes)) = most;
    let is_pair = count == 2 && !making.1.is_empty() && bytes * 4 >= all * 3;
    (count >= LEAST_KIN && bytes * 2 >= all || is_pair).then_some(making)
}

/// Whether `node`, which stands among text that is made like `kin`, is a box.
fn is_stranger(node: &NodeRef, kin: &Making, prose: &Prose) -> bool {
    const MOST_BYTES: usize = 1200;
    let is_container = matches!(node.node_name().as_deref(), Some("div" | "section" | "table" | "details"));
    if !is_container || making(node) == *kin || page_has(node, "blockquote, pre, h1") {
        return false;
    }
    let bytes = node.text().trim().len();
    let is_list = || prose.bytes(node) * 2 < bytes.max(200) && page_has(node, "li, dd, td");
    let is_titled = || has_title(node) && !is_grid(node) && (is_list() || asks(node));
    (1..MOST_BYTES).contains(&bytes) && (is_titled() || !node.has_name("table") && has_label(node) || leads_on(node))
}

/// Whether a table holds figures: rows of as many filled cells each, of which the first names what they are.
fn is_grid(node: &NodeRef) -> bool {
    const LEAST_ROWS: usize = 3;
    let rows = dom_query::Selection::from(*node).select("tr");
    let cells = |row: &NodeRef| {
        let filled = |it: &NodeRef| (it.has_name("td") || it.has_name("th")) && !it.text().trim().is_empty();
        row.element_children().iter().filter(|it| filled(it)).count()
    };
    let counts: Vec<usize> = rows.nodes().iter().map(cells).collect();
    node.has_name("table") && counts.len() >= LEAST_ROWS && counts[0] >= 2 && counts.iter().all(|it| *it == counts[0])
}

/// Whether a box begins with a few words in an element of their own that is no heading, and has a paragraph or
/// short lines below it.
fn has_label(node: &NodeRef) -> bool {
    const MOST_BYTES: usize = 40;
    let texts = node.descendants_it().filter(|it| it.is_text() && !it.text().trim().is_empty());
    let mut blocks: Vec<NodeRef> = texts.map(|it| block_around(&it).0).take(20).collect();
    blocks.dedup_by_key(|it| it.id);
    let [label, rest @ ..] = blocks.as_slice() else { return false };
    let words = label.text();
    let words = words.trim();
    let is_label =
        words.len() <= MOST_BYTES && words.contains(char::is_alphabetic) && !words.ends_with([':', '.', '"', '”', ',']);
    let is_own = |it: &NodeRef| it.id != node.id && matches!(it.node_name().as_deref(), Some("div" | "p"));
    let is_short = |it: &NodeRef| it.text().trim().len() <= 2 * MOST_BYTES;
    is_label
        && !rest.is_empty()
        && is_own(label)
        && rest.iter().all(is_own)
        && (rest.len() == 1 || rest.iter().all(is_short))
}

/// Whether a box ends with something to press: a short link in a paragraph of its own.
fn asks(node: &NodeRef) -> bool {
    const MOST_BYTES: usize = 600;
    const MOST_LINK_BYTES: usize = 25;
    let links = dom_query::Selection::from(*node).select("a[href]");
    node.text().trim().len() <= MOST_BYTES
        && links.nodes().last().is_some_and(|link| {
            let bytes = link.text().trim().len();
            (1..=MOST_LINK_BYTES).contains(&bytes) && is_alone(link)
        })
}

/// Whether a heading in a box is a link to another page.
fn leads_on(node: &NodeRef) -> bool {
    const LEAST_WORDS: usize = 4;
    let links = dom_query::Selection::from(*node).select("h2 a[href], h3 a[href], h4 a[href], h5 a[href]");
    links.nodes().iter().any(|link| {
        let is_far = link.attr("href").is_some_and(|it| !it.starts_with('#'));
        is_far && link.text().split_whitespace().count() >= LEAST_WORDS
    })
}

/// Whether the first words in `node`, or those below a label over all, are a heading or a few bold ones.
fn has_title(node: &NodeRef) -> bool {
    const MOST_BYTES: usize = 80;
    const MOST_LABEL_BYTES: usize = 40;
    let mut texts = node.descendants_it().filter(|it| it.is_text() && !it.text().trim().is_empty());
    let is_within = |text: &NodeRef, most: usize| text.text().trim().len() <= most;
    let Some(first) = texts.next().filter(|it| is_within(it, MOST_BYTES)) else { return false };
    let mut below_label = || texts.next().filter(|it| is_within(&first, MOST_LABEL_BYTES) && is_within(it, MOST_BYTES));
    is_title(&first, node) || below_label().is_some_and(|it| is_title(&it, node))
}

/// Whether words in the box `node` are its heading, or a few bold ones.
fn is_title(words: &NodeRef, node: &NodeRef) -> bool {
    let is_set_apart = |it: &NodeRef| {
        matches!(
            it.node_name().as_deref(),
            Some("h2" | "h3" | "h4" | "h5" | "h6" | "strong" | "b" | "caption" | "summary")
        )
    };
    words.ancestors_it(None).take_while(|it| it.id != node.id).any(|it| is_set_apart(&it))
}

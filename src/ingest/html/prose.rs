//! How much prose the elements of a page hold: text in paragraphs, whatever elements make them, that leads nowhere.

use dom_query::{NodeId, NodeRef};
use rustc_hash::FxHashMap;

/// Shorter texts are labels.
const LEAST_BYTES: usize = 40;

/// How many bytes of prose each element holds.
pub(super) struct Prose(FxHashMap<NodeId, usize>);

impl Prose {
    pub(super) fn of(root: &NodeRef) -> Prose {
        let nodes: Vec<NodeRef> = root.descendants();
        let mut plain: FxHashMap<NodeId, (usize, usize)> = FxHashMap::default();
        for node in nodes.iter().filter(|node| node.is_text() && !is_of_program(node)) {
            let bytes = node.text().trim().len();
            if bytes > 0 {
                let (block, is_link) = block_around(node);
                let sum = plain.entry(block.id).or_default();
                *(if is_link { &mut sum.1 } else { &mut sum.0 }) += bytes;
            }
        }
        let mut held: FxHashMap<NodeId, usize> = FxHashMap::default();
        for (&id, &(text, links)) in &plain {
            if text >= LEAST_BYTES && text >= 2 * links {
                held.insert(id, text);
            }
        }
        // From the leaves to the root: what is within comes behind in the order of a page.
        for node in nodes.iter().rev() {
            if let (Some(&bytes), Some(parent)) = (held.get(&node.id), node.parent()) {
                *held.entry(parent.id).or_default() += bytes;
            }
        }
        Prose(held)
    }

    pub(super) fn bytes(&self, node: &NodeRef) -> usize {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}

fn is_of_program(text: &NodeRef) -> bool {
    let name = text.parent().and_then(|parent| parent.node_name());
    matches!(name.as_deref(), Some("script" | "style" | "title" | "template"))
}

/// The element that a text, or what stands in a line, is a paragraph of, and whether it leads elsewhere.
pub(super) fn block_around<'a>(text: &NodeRef<'a>) -> (NodeRef<'a>, bool) {
    /// So many elements may lie between a card and its words.
    const MOST_IN_CARD: usize = 4;
    const INLINE: [&str; 20] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "u", "time",
    ];
    let mut is_link = false;
    let mut last = *text;
    let mut around = text.ancestors_it(None);
    for node in around.by_ref() {
        last = node;
        match node.node_name() {
            Some(name) if INLINE.contains(&&*name) => is_link |= &*name == "a",
            _ => break,
        }
    }
    // A card that leads to an article is a link around its paragraphs.
    let is_card = |it: NodeRef| it.has_name("a") && it.has_attr("href");
    (last, is_link || around.take(MOST_IN_CARD).any(is_card))
}

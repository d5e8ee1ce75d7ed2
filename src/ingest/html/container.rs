//! The element of a page that holds its article: the one that most of its prose stands in.
//!
//! Names that outlets and publishing programs give that element are tried first, and count only if the prose is there.

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashMap;

/// Names of the element with the text, the surest first. Source: the markup of the outlets and publishing programs named.
const NAMED: [&str; 30] = [
    "[itemprop~=articleBody]",
    ".read__content",                      // Kompas
    ".detail__body-text",                  // detikcom
    ".detail-text",                        // CNN Indonesia
    ".article-content-body__item-content", // Liputan6, one for each page
    ".txt-article",                        // Tribun
    ".wrap__article-detail-content",       // Antara
    "section[name=articleBody]",           // The New York Times
    ".article-body-commercial-selector",   // The Guardian
    ".RichTextStoryBody",                  // AP
    "[class*=article-body__content]",      // Reuters
    "[data-component=text-block]",         // BBC, one for each paragraph
    ".story-body__inner",
    ".story-body",
    ".article__content",
    ".article__body",
    ".article-body",
    ".article-content",
    ".content-article",
    ".detail-konten", // Tempo
    ".detail-in",
    ".entry-content", // WordPress
    ".post-content",
    ".post-body", // Blogger
    ".td-post-content",
    ".news-content",
    ".single-content",
    ".articleBody",
    ".amp-article-body",
    "#article-body",
];

/// Shorter texts are labels.
const LEAST_BYTES: usize = 40;
/// How much of the prose a named element must hold.
const NAMED_SHARE: f64 = 0.6;
/// An element is gone into if nearly all prose is in it, or most of it while none stands beside it.
const NEARLY_ALL: f64 = 0.85;
const MOST: f64 = 0.6;

/// The elements that hold the article of `page`, in order; none where there is no prose.
pub(super) fn find<'a>(page: &'a Document) -> Vec<NodeRef<'a>> {
    let Some(body) = page.body() else { return Vec::new() };
    let prose = Prose::of(&body);
    let dense = prose.dense(body);
    let all = prose.bytes(&dense) as f64;
    let named = NAMED.iter().map(|name| prose.outermost(page.select(name).nodes())).find(|nodes| {
        let held: usize = nodes.iter().map(|node| prose.bytes(node)).sum();
        held as f64 >= NAMED_SHARE * all && held > 0
    });
    match named {
        Some(nodes) => around(&nodes).into_iter().collect(),
        None if all > 0.0 => vec![dense],
        None => Vec::new(),
    }
}

/// The innermost element that all of `nodes` lie in, so that headings between them are found too.
fn around<'a>(nodes: &[NodeRef<'a>]) -> Option<NodeRef<'a>> {
    let [first, others @ ..] = nodes else { return None };
    let lies_in = |node: &NodeRef, outer: &NodeRef| node.ancestors_it(None).any(|it| it.id == outer.id);
    if others.is_empty() {
        return Some(*first);
    }
    first.ancestors_it(None).find(|outer| others.iter().all(|node| lies_in(node, outer)))
}

/// How many bytes of prose each element holds.
struct Prose(FxHashMap<NodeId, usize>);

impl Prose {
    fn of(root: &NodeRef) -> Prose {
        let nodes: Vec<NodeRef> = root.descendants();
        let mut plain: FxHashMap<NodeId, (usize, usize)> = FxHashMap::default();
        for node in nodes.iter().filter(|node| node.is_text()) {
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

    fn bytes(&self, node: &NodeRef) -> usize {
        self.0.get(&node.id).copied().unwrap_or_default()
    }

    /// The innermost element that most of the prose stands in, paragraphs themselves excepted.
    fn dense<'a>(&self, root: NodeRef<'a>) -> NodeRef<'a> {
        let mut here = root;
        loop {
            let children = here.element_children();
            let Some(best) = children.iter().max_by_key(|child| self.bytes(child)).copied() else { return here };
            let share = self.bytes(&best) as f64 / self.bytes(&here).max(1) as f64;
            let alike = |child: &&NodeRef| {
                child.id != best.id && child.class() == best.class() && child.node_name() == best.node_name()
            };
            let has_kin = children.iter().filter(alike).any(|child| self.bytes(child) > 0);
            let is_text =
                |child: &&NodeRef| matches!(child.node_name().as_deref(), Some("p" | "blockquote" | "ul" | "ol"));
            let beside: usize = children.iter().filter(is_text).map(|child| self.bytes(child)).sum();
            // What comes behind the article may be comments, but what comes before it is its beginning.
            let before: usize = children.iter().take_while(|child| child.id != best.id).map(|it| self.bytes(it)).sum();
            let is_alone = beside * 10 < self.bytes(&here) && before * 10 < self.bytes(&here);
            let goes_in = share >= NEARLY_ALL || share >= MOST && !has_kin && is_alone;
            if !goes_in || is_text(&&best) {
                return here;
            }
            here = best;
        }
    }

    /// Those of `nodes` with prose that lie in no other of them.
    fn outermost<'a>(&self, nodes: &[NodeRef<'a>]) -> Vec<NodeRef<'a>> {
        let ids: Vec<NodeId> = nodes.iter().map(|node| node.id).collect();
        let lies_within = |node: &NodeRef| node.ancestors_it(None).any(|it| ids.contains(&it.id));
        nodes.iter().filter(|node| self.bytes(node) > 0 && !lies_within(node)).copied().collect()
    }
}

/// The element that a text is a paragraph of, and whether it leads elsewhere.
fn block_around<'a>(text: &NodeRef<'a>) -> (NodeRef<'a>, bool) {
    const INLINE: [&str; 20] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "u", "time",
    ];
    let mut is_link = false;
    let mut last = *text;
    for node in text.ancestors_it(None) {
        last = node;
        match node.node_name() {
            Some(name) if INLINE.contains(&&*name) => is_link |= &*name == "a",
            _ => break,
        }
    }
    (last, is_link)
}

//! The element of a page that holds its article: the one that most of its prose stands in.
//!
//! Names that outlets and publishing programs give that element are tried first, and count only if the prose is there.

use dom_query::{Document, NodeId, NodeRef};

use super::prose::Prose;

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

/// Elements with the first letter of an article, set large.
const FIRST_LETTERS: &str = "[class*=dropcap], [class*=drop-cap], [class*=first-letter], [class*=firstletter]";

/// How much of the prose a named element must hold, or several; one that alone is named so needs less.
const NAMED_SHARE: f64 = 0.6;
const ONLY_SHARE: f64 = 0.35;
/// An element is gone into if nearly all prose is in it, or most of it while none stands beside it.
const NEARLY_ALL: f64 = 0.85;
const MOST: f64 = 0.6;
/// A row is gone into if it has so much more than the other rows of its table.
const MOST_OF_ROWS: f64 = 0.75;

/// The elements that hold the article of `page`, in order; none where there is no prose.
pub(super) fn find<'a>(page: &'a Document) -> Vec<NodeRef<'a>> {
    let Some(body) = page.body() else { return Vec::new() };
    let prose = Prose::of(&body);
    let dense = prose.dense(prose.told(page).unwrap_or(body));
    let all = prose.bytes(&dense) as f64;
    let named = NAMED.iter().map(|name| prose.outermost(page.select(name).nodes())).find(|nodes| {
        let held: usize = nodes.iter().map(|node| prose.bytes(node)).sum();
        let least = if nodes.len() == 1 { ONLY_SHARE } else { NAMED_SHARE };
        held as f64 >= least * all && held > 0
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

/// Whether links in `node` are headlines of other articles.
fn leads_on(node: &NodeRef) -> bool {
    const LEAST_LINKS: usize = 2;
    const LEAST_WORDS: usize = 4;
    let links = dom_query::Selection::from(*node).select("a[href]");
    let long = links.nodes().iter().filter(|it| it.text().split_whitespace().count() >= LEAST_WORDS);
    long.take(LEAST_LINKS).count() == LEAST_LINKS
}

impl Prose {
    /// What the page itself says that its article or its main part is, if it is one element with a good part of the prose.
    fn told<'a>(&self, page: &'a Document) -> Option<NodeRef<'a>> {
        const LEAST_SHARE: f64 = 0.3;
        let all = page.body().map_or(0, |body| self.bytes(&body)) as f64;
        let first = page.select(FIRST_LETTERS).nodes().first().copied();
        let begins_before =
            |node: &NodeRef| first.is_some_and(|it| !it.ancestors_it(None).any(|around| around.id == node.id));
        let only = |name: &str| match self.outermost(page.select(name).nodes()).as_slice() {
            [node] if self.bytes(node) as f64 >= LEAST_SHARE * all && !begins_before(node) => Some(*node),
            _ => None,
        };
        ["article", "main, [role=main]"].into_iter().find_map(only)
    }

    /// The innermost element that most of the prose stands in, paragraphs themselves excepted.
    fn dense<'a>(&self, root: NodeRef<'a>) -> NodeRef<'a> {
        let mut here = root;
        loop {
            let children = here.element_children();
            if let Some(own) = self.headed(&here, &children) {
                here = own;
                continue;
            }
            let Some(best) = children.iter().max_by_key(|child| self.bytes(child)).copied() else { return here };
            let share = self.bytes(&best) as f64 / self.bytes(&here).max(1) as f64;
            // Where there are no classes, the looks of each are written to it.
            let alike = |child: &&NodeRef| {
                child.id != best.id
                    && child.class() == best.class()
                    && child.node_name() == best.node_name()
                    && (best.class().is_some() || child.attr("style") == best.attr("style"))
            };
            // Rows and cells are all alike, and what has most of the text has all of it; of rows it must be clearly more.
            let is_cell = best.has_name("td") || best.has_name("tr") && share >= MOST_OF_ROWS;
            let has_kin = !is_cell && children.iter().filter(alike).any(|child| self.bytes(child) > 0);
            let is_text =
                |child: &&NodeRef| matches!(child.node_name().as_deref(), Some("p" | "blockquote" | "ul" | "ol"));
            let beside: usize = children.iter().filter(is_text).map(|child| self.bytes(child)).sum();
            // What comes behind the article may be comments, but what comes before it is its beginning.
            let before: usize = children.iter().take_while(|child| child.id != best.id).map(|it| self.bytes(it)).sum();
            let is_alone = beside * 10 < self.bytes(&here) && before * 10 < self.bytes(&here);
            let begins_before = children.iter().take_while(|child| child.id != best.id).any(|it| self.is_beginning(it));
            let goes_in = (share >= NEARLY_ALL || share >= MOST && !has_kin && is_alone) && !begins_before;
            if !goes_in || is_text(&&best) {
                return here;
            }
            here = best;
        }
    }

    /// Whether the first paragraph of an article stands in an element of its own, with its first letter set large.
    fn is_beginning(&self, node: &NodeRef) -> bool {
        self.bytes(node) > 0 && dom_query::Selection::from(*node).select(FIRST_LETTERS).exists()
    }

    /// That of `children` with the only headline of the page, if it has a good part of the prose and what stands
    /// beside it leads to other articles.
    fn headed<'a>(&self, here: &NodeRef, children: &[NodeRef<'a>]) -> Option<NodeRef<'a>> {
        const LEAST_BYTES: usize = 200;
        const LEAST_SHARE: f64 = 0.35;
        let held = |child: &&NodeRef| {
            let bytes = self.bytes(child);
            bytes >= LEAST_BYTES && bytes as f64 >= LEAST_SHARE * self.bytes(here) as f64
        };
        let headlines = |node: &NodeRef| dom_query::Selection::from(*node).select("h1").length();
        let large: Vec<&NodeRef> = children.iter().filter(held).collect();
        if large.len() < 2 || headlines(here) != 1 {
            return None;
        }
        let own = large.iter().find(|child| headlines(child) == 1)?;
        large.iter().all(|child| child.id == own.id || leads_on(child)).then_some(**own)
    }

    /// Those of `nodes` with prose that lie in no other of them.
    fn outermost<'a>(&self, nodes: &[NodeRef<'a>]) -> Vec<NodeRef<'a>> {
        let ids: Vec<NodeId> = nodes.iter().map(|node| node.id).collect();
        let lies_within = |node: &NodeRef| node.ancestors_it(None).any(|it| ids.contains(&it.id));
        nodes.iter().filter(|node| self.bytes(node) > 0 && !lies_within(node)).copied().collect()
    }
}

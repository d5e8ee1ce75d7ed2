//! What stands on a page beside its article and may be longer than it: articles that follow, readers' comments, boxes to sign
//! up. Seen by where it stands and what is in it.

use dom_query::{Document, NodeId, NodeRef};

use super::holds_article;
use crate::ingest::html::head::folded;
use crate::ingest::html::prose::Prose;

/// Articles that follow the one of the page, loaded as one scrolls: what is made like that which holds the headline, and has
/// a headline of its own.
pub(super) fn followers(page: &Document, prose: &Prose) {
    const LEAST_BYTES: usize = 300;
    let headings: Vec<NodeRef> = page.select("h1, h2").nodes().iter().filter(|it| is_headline(it)).copied().collect();
    let Some((own, others)) = headings.split_first() else { return };
    let own_words = folded(&own.text());
    let around_own: Vec<NodeId> = own.ancestors_it(None).map(|it| it.id).collect();
    for other in others.iter().filter(|it| folded(&it.text()) != own_words) {
        let beside = |it: &NodeRef| !around_own.contains(&it.id);
        let Some(top) = other.ancestors_it(None).take_while(beside).last() else { continue };
        let kin = top.parent().and_then(|parent| parent.element_children().into_iter().find(|it| !beside(it)));
        if kin.is_some_and(|kin| is_alike(&kin, &top) && prose.bytes(&kin) >= LEAST_BYTES) && prose.bytes(&top) > 0 {
            top.remove_from_parent();
        }
    }
}

/// Whether `node` can be the headline of an article: the first heading, or one that leads to it.
fn is_headline(node: &NodeRef) -> bool {
    node.has_name("h1") || node.element_children().iter().any(|it| it.has_name("a"))
}

/// Whether two elements are made alike: by name, and by a class if they have any.
fn is_alike(one: &NodeRef, other: &NodeRef) -> bool {
    let (names, others) = (one.class().unwrap_or_default(), other.class().unwrap_or_default());
    let is_shared = names.split_whitespace().any(|name| others.split_whitespace().any(|it| it == name));
    one.node_name() == other.node_name() && (is_shared || names == others && one.has_name("article"))
}

/// Boxes that ask for an address to write to: what stands around a field, as far as it is a few words.
pub(super) fn sign_ups(page: &Document, prose: &Prose) {
    const FIELDS: &str = "input[type=email], input[type=text], input[type=tel], input:not([type])";
    const MOST_BYTES: usize = 600;
    let whole = page.body().map_or(0, |body| prose.bytes(&body));
    for field in page.select(FIELDS).nodes() {
        let is_box = |it: &NodeRef| prose.bytes(it) * 4 <= whole && it.text().trim().len() <= MOST_BYTES;
        let is_whole = |it: &NodeRef| matches!(it.node_name().as_deref(), Some("body" | "main" | "article"));
        let around = field.ancestors_it(None).take_while(|it| is_box(it) && !is_whole(it)).last();
        if let Some(around) = around {
            around.remove_from_parent();
        }
    }
}

/// What readers wrote, which may be more than the article; it goes wherever enough is left for one.
pub(super) fn discussion(page: &Document, prose: &Prose) {
    const PLACES: &str = "[id=comments], [id=disqus_thread], [id=respond], [class~=comments], [class~=comments-area], \
        [class~=comment-list], [class~=commentlist], [class~=komentar]";
    const LEAST_LEFT: usize = 600;
    let whole = page.body().map_or(0, |body| prose.bytes(&body));
    for node in page.select(PLACES).nodes() {
        if prose.bytes(node) + LEAST_LEFT <= whole && !holds_article(node) {
            node.remove_from_parent();
        }
    }
}

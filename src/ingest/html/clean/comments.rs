//! What readers wrote below an article, which may be more than the article.

use dom_query::{Document, NodeRef};

use super::{holds_article, page_has};
use crate::ingest::html::head::folded;
use crate::ingest::html::prose::Prose;

/// Takes the discussion out of `page`, wherever enough is left for an article.
pub(super) fn discussion(page: &Document, prose: &Prose) {
    named(page, prose);
    headed(page, prose);
    answered(page, prose);
}

/// What is named for comments.
fn named(page: &Document, prose: &Prose) {
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

/// What stands below a heading that says how many comments there are, or asks for one.
fn headed(page: &Document, prose: &Prose) {
    const HEADINGS: &str = "h2, h3, h4, h5, h6";
    const LABELS: &str = "div, p, span, strong, b";
    // What stands before each is looked at.
    const MOST: usize = 10;
    let (headings, labels) = (page.select(HEADINGS), page.select(LABELS));
    // What is no heading must say how many there are.
    let counts = |it: &&NodeRef| {
        it.element_children().is_empty()
            && it.text().contains(|c: char| c.is_ascii_digit())
            && is_of_comments(&it.text())
    };
    let headings = headings.nodes().iter().filter(|it| is_of_comments(&it.text()));
    for heading in headings.chain(labels.nodes().iter().filter(counts)).take(MOST) {
        let place = outermost_behind(*heading);
        if is_behind_article(&place, prose) {
            let behind: Vec<NodeRef> = std::iter::successors(Some(place), NodeRef::next_element_sibling).collect();
            behind.iter().take_while(|it| !page_has(it, "h1")).for_each(NodeRef::remove_from_parent);
        }
    }
}

/// Texts made alike, each with something to press that answers it.
fn answered(page: &Document, prose: &Prose) {
    const BUTTONS: &str = "button, a, [role=button], span";
    const ANSWERS: [&str; 4] = ["reply", "balas", "tanggapi", "flag"];
    const LEAST: usize = 2;
    const MOST: usize = 200;
    let buttons = page.select(BUTTONS);
    let answers = buttons.nodes().iter().filter(|it| it.children_it(false).all(|child| child.is_text()));
    let answers = answers.filter(|it| ANSWERS.contains(&&*folded(&it.text()))).take(MOST);
    let mut lists: Vec<(NodeRef, usize)> = Vec::new();
    for answer in answers {
        let comment = answer.ancestors_it(Some(6)).find(|it| prose.bytes(it) > 0);
        let Some(list) = comment.and_then(|it| it.parent()) else { continue };
        match lists.iter_mut().find(|(known, _)| known.id == list.id) {
            Some((_, count)) => *count += 1,
            None => lists.push((list, 1)),
        }
    }
    for (list, _) in lists.iter().filter(|(_, count)| *count >= LEAST) {
        let place = outermost_behind(*list);
        if is_behind_article(&place, prose) {
            place.remove_from_parent();
        }
    }
}

/// Whether a heading is one over comments: 'Comments (12)', '2 Komentar', 'Join the conversation'.
fn is_of_comments(heading: &str) -> bool {
    const WHOLE: &str = "comment; comments; komentar; conversation; discussion; join the conversation; join the discussion; \
        kolom komentar; leave a comment; leave a reply; tinggalkan balasan; tinggalkan komentar; tulis komentar; beri komentar; \
        post a comment; add a comment; reader comments; komentar pembaca; komentar pilihan; responses; what do you think";
    const MOST_BYTES: usize = 60;
    if heading.trim().len() > MOST_BYTES {
        return false;
    }
    let folded = folded(heading);
    let words = folded.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    WHOLE.split("; ").any(|whole| whole == words)
}

/// The outermost element that begins with `node`.
fn outermost_behind(node: NodeRef<'_>) -> NodeRef<'_> {
    std::iter::successors(Some(node), begun_by).last().unwrap_or(node)
}

/// The element that begins with `node`, if it is not all of the page.
fn begun_by<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let mut before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling);
    let is_first = before.all(|it| it.text().trim().is_empty());
    node.parent().filter(|it| is_first && !matches!(it.node_name().as_deref(), Some("body" | "html")))
}

/// Whether enough prose for a short article stands before `node`, outside of it.
fn is_behind_article(node: &NodeRef, prose: &Prose) -> bool {
    const LEAST_BEFORE: usize = 200;
    let mut before = 0;
    for it in std::iter::once(*node).chain(node.ancestors_it(None)) {
        let siblings = std::iter::successors(it.prev_element_sibling(), NodeRef::prev_element_sibling);
        before += siblings.map(|it| prose.bytes(&it)).sum::<usize>();
    }
    before >= LEAST_BEFORE && !holds_article(node) && !page_has(node, "h1")
}

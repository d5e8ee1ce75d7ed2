//! What stands on a page beside its article and may be longer than it: articles that follow, boxes to sign
//! up, boxes that lead elsewhere, words in other scripts. Seen by where it stands and what is in it.

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashMap;

use super::page_has;
use crate::ingest::address::Base;
use crate::ingest::date;
use crate::ingest::html::head::folded;
use crate::ingest::html::prose::{Prose, block_around};
use crate::ingest::html::words::WORDS;

/// Articles that follow the one of the page, loaded as one scrolls: what is made like that which holds the headline, and has
/// a headline of its own.
pub(super) fn followers(page: &Document, prose: &Prose) {
    const LEAST_BYTES: usize = 300;
    const MOST: usize = 50;
    const MOST_HEADINGS: usize = 300;
    let headings = page.select("h1, h2");
    let mut headings = headings.nodes().iter().skip_while(|it| !is_headline(it)).take(MOST_HEADINGS);
    let Some(own) = headings.next() else { return };
    let own_words = folded(&own.text());
    let around_own: Vec<NodeId> = own.ancestors_it(None).map(|it| it.id).collect();
    let others = headings.filter(|it| is_headline(it) || begins_article(it));
    for other in others.take(MOST).filter(|it| folded(&it.text()) != own_words) {
        let beside = |it: &NodeRef| !around_own.contains(&it.id);
        let Some(top) = other.ancestors_it(None).take_while(beside).last() else { continue };
        let kin = top.parent().and_then(|parent| parent.element_children().into_iter().find(|it| !beside(it)));
        let Some(kin) = kin.filter(|kin| prose.bytes(kin) >= LEAST_BYTES && prose.bytes(&top) > 0) else { continue };
        // What follows may lie in a box of its own.
        let is_article = |it: &NodeRef| it.has_name("article") && is_alike(&kin, it);
        if is_alike(&kin, &top) || other.ancestors_it(None).take_while(beside).any(|it| is_article(&it)) {
            top.remove_from_parent();
        }
    }
}

/// Whether `node` can be the headline of an article: the first heading, or one that leads to it.
fn is_headline(node: &NodeRef) -> bool {
    node.has_name("h1") || node.element_children().iter().any(|it| it.has_name("a"))
}

/// Whether `heading` is the first of an article.
fn begins_article(heading: &NodeRef) -> bool {
    let around = heading.ancestors_it(None).find(|it| it.has_name("article"));
    let headings = around.map(|it| dom_query::Selection::from(it).select("h1, h2, h3"));
    headings.is_some_and(|it| it.nodes().first().is_some_and(|first| first.id == heading.id))
}

/// Whether two elements are made alike: by name, and by a class if they have any.
fn is_alike(one: &NodeRef, other: &NodeRef) -> bool {
    let (names, others) = (one.class().unwrap_or_default(), other.class().unwrap_or_default());
    let is_shared = names.split_whitespace().any(|name| others.split_whitespace().any(|it| it == name));
    let needs_none = matches!(one.node_name().as_deref(), Some("article" | "li" | "a" | "div"));
    one.node_name() == other.node_name() && (is_shared || names == others && needs_none)
}

/// Boxes that lead to other articles: each with one headline that is a link and a few words at most, and beside another
/// made alike.
pub(super) fn teasers(page: &Document, prose: &Prose, base: &Base) {
    const MOST_BYTES: usize = 300;
    let links = page.select("a[href]");
    let headlines: Vec<NodeRef> = links.nodes().iter().filter(|it| leads_to_article(it, base)).copied().collect();
    let mut held: FxHashMap<NodeId, usize> = FxHashMap::default();
    for link in &headlines {
        *held.entry(link.id).or_default() += 1;
        link.ancestors_it(None).for_each(|around| *held.entry(around.id).or_default() += 1);
    }
    let holds_one = |node: &NodeRef| held.get(&node.id) == Some(&1);
    let is_card = |card: &NodeRef| {
        let beside = [card.prev_element_sibling(), card.next_element_sibling()];
        let has_kin = beside.iter().flatten().any(|it| holds_one(it) && is_alike(it, card));
        has_kin && prose.bytes(card) <= MOST_BYTES && !matches!(card.node_name().as_deref(), Some("td" | "th" | "tr"))
    };
    let cards = headlines.iter().filter_map(|link| {
        std::iter::successors(Some(*link), |it| it.parent().filter(|around| holds_one(around) && is_first(it))).last()
    });
    let cards: Vec<NodeRef> = cards.filter(is_card).collect();
    let mut around: Vec<NodeRef> = cards.iter().filter_map(NodeRef::parent).collect();
    around.dedup_by_key(|it| it.id);
    cards.iter().for_each(NodeRef::remove_from_parent);
    around.into_iter().for_each(|it| remove_labels(Some(it), prose));
}

/// Takes out the elements from `node` on that hold no more than what was written over links that are gone.
fn remove_labels(mut node: Option<NodeRef>, prose: &Prose) {
    const MOST_BYTES: usize = 60;
    while let Some(empty) = node.filter(|it| prose.bytes(it) <= MOST_BYTES && it.text().trim().len() <= MOST_BYTES) {
        node = empty.parent();
        empty.remove_from_parent();
    }
}

/// Whether a link is a headline of the same site, and all that stands in its paragraph.
fn leads_to_article(link: &NodeRef, base: &Base) -> bool {
    const LEAST_WORDS: usize = 4;
    let text = link.text();
    let is_own = || {
        let address = link.attr("href").and_then(|it| base.page(&it));
        address.is_some_and(|it| base.is_same_site(&it) && !base.is_same_page(&it)) && date::read(&text).is_none()
    };
    text.split_whitespace().count() >= LEAST_WORDS && is_alone(link) && is_own()
}

/// Whether nothing else stands in the paragraph of `link`, or it goes around paragraphs.
pub(super) fn is_alone(link: &NodeRef) -> bool {
    let (paragraph, _) = block_around(link);
    let is_empty = |it: &NodeRef| it.text().trim().is_empty();
    let within = std::iter::successors(Some(*link), NodeRef::parent).take_while(|it| it.id != paragraph.id);
    within.into_iter().all(|it| {
        let before = std::iter::successors(it.prev_sibling(), NodeRef::prev_sibling).take_while(|it| !is_block(it));
        let behind = std::iter::successors(it.next_sibling(), NodeRef::next_sibling).take_while(|it| !is_block(it));
        before.chain(behind).all(|it| is_empty(&it))
    }) || page_has(link, "h2, h3, h4, h5, p, div")
}

/// Whether `node` is a paragraph of its own beside a link in its parent.
fn is_block(node: &NodeRef) -> bool {
    matches!(node.node_name().as_deref(), Some("p" | "div" | "h2" | "h3" | "h4" | "h5" | "ul" | "section" | "figure"))
}

/// Whether next to nothing stands before `node` in its parent.
fn is_first(node: &NodeRef) -> bool {
    const MOST_BYTES: usize = 40;
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling);
    before.map(|it| it.text().trim().len()).sum::<usize>() <= MOST_BYTES
}

/// Boxes that ask for an address to write to: the least around a field that has words before it, if they are a few.
pub(super) fn sign_ups(page: &Document, prose: &Prose) {
    const FIELDS: &str = "input[type=email], input[type=text], input[type=tel], input:not([type])";
    const MOST_BYTES: usize = 600;
    // A page of news has a few; the text around each is looked at.
    const MOST: usize = 20;
    let whole = page.body().map_or(0, |body| prose.bytes(&body));
    let bytes = |it: &NodeRef| it.text().trim().len();
    let fields = page.select(FIELDS);
    let buttons = page.select("button, [role=button]");
    let buttons = buttons.nodes().iter().filter(|it| asks_to_join(&it.text()));
    for field in fields.nodes().iter().chain(buttons).take(MOST) {
        let is_box = |it: &NodeRef| prose.bytes(it) * 4 <= whole && bytes(it) <= MOST_BYTES;
        let is_whole = |it: &NodeRef| matches!(it.node_name().as_deref(), Some("body" | "main" | "article"));
        let around: Vec<NodeRef> = field.ancestors_it(None).take_while(|it| is_box(it) && !is_whole(it)).collect();
        let asking = around.iter().position(|it| has_words_before(it, field)).unwrap_or(0);
        let same = around.iter().skip(asking).take_while(|it| bytes(it) == bytes(&around[asking]));
        if let Some(around) = same.last() {
            around.remove_from_parent();
        }
    }
    // Ghost leads to its forms by such addresses.
    for link in page.select("a[href^='#/portal']").nodes().iter().take(MOST) {
        let around = link.ancestors_it(Some(4)).take_while(|it| bytes(it) < MOST_BYTES / 2).last();
        if let Some(around) = around.filter(|it| !it.has_name("body")) {
            around.remove_from_parent();
        }
    }
}

/// Whether the words on a button are those of one that takes an address.
fn asks_to_join(words: &str) -> bool {
    let words = folded(words);
    WORDS.lines.sign_up_buttons.contains(&words)
}

/// Whether several words that are no label stand in `node` before `field`.
fn has_words_before(node: &NodeRef, field: &NodeRef) -> bool {
    const LEAST_WORDS: usize = 3;
    let is_label = |text: &NodeRef| {
        text.parent().is_some_and(|it| matches!(it.node_name().as_deref(), Some("label" | "button" | "option")))
    };
    let before = node.descendants_it().take_while(|it| it.id != field.id);
    let texts = before.filter(|it| it.is_text() && !is_label(it));
    texts.map(|it| it.text().split_whitespace().count()).sum::<usize>() >= LEAST_WORDS
}

/// Text in letters of another script than the title of the page: boxes of an edition in another language. Only for pages in
/// Latin letters.
pub(super) fn other_scripts(page: &Document) {
    const LEAST_BYTES: usize = 20;
    // The paragraph around each is looked at.
    const MOST: usize = 300;
    let title = page.select_single("title").text();
    let body = page.body().filter(|_| is_latin(&title));
    let Some(body) = body else { return };
    let texts: Vec<NodeRef> =
        body.descendants_it().filter(|it| it.is_text() && it.text().trim().len() >= LEAST_BYTES).collect();
    let (own, others): (Vec<NodeRef>, Vec<NodeRef>) = texts.into_iter().partition(|it| is_latin(&it.text()));
    let letters = |nodes: &[NodeRef]| nodes.iter().map(|it| it.text().chars().count()).sum::<usize>();
    if letters(&own) < letters(&others) {
        return;
    }
    for text in others.iter().take(MOST) {
        let (block, _) = block_around(text);
        if block.text().trim().len() < 2 * text.text().trim().len() {
            text.remove_from_parent();
        }
    }
}

/// Whether most letters of `text` are Latin.
fn is_latin(text: &str) -> bool {
    let is_own = |c: &char| *c < '\u{250}';
    let (own, others): (Vec<char>, Vec<char>) = text.chars().filter(|c| c.is_alphabetic()).partition(is_own);
    own.len() >= others.len()
}

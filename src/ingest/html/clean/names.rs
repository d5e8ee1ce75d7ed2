//! What the names of an element say of it: words that publishing programs and outlets call the rest of a page by.

use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

use super::{FRAME_BYTES, page_has};
use crate::ingest::html::prose::Prose;
use crate::ingest::html::words::WORDS;

/// Elements whose names are looked at; those within a sentence are not.
pub(super) const NAMED: &str = "div, section, article, ul, ol, dl, table, p, h2, h3, h4, h5, h6, span, center, figure, a, header, blockquote, strong";

/// Attributes that hold names.
const NAMING: [&str; 9] =
    ["class", "id", "data-component", "data-testid", "data-test-id", "data-qa", "data-qa-id", "data-cy", "data-module"];

/// Whether the names of `node` say that it is not the article.
pub(super) fn is_named_away(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    let is_inline = matches!(&*name, "span" | "a" | "strong");
    let mut names = NAMING
        .iter()
        .filter_map(|attribute| node.attr(attribute))
        .flat_map(|it| it.split_whitespace().map(words).collect::<Vec<_>>())
        // What is said of an element to those who listen is one name.
        .chain(node.attr("aria-label").map(|it| words(&it.to_lowercase())))
        .collect::<Vec<_>>();
    // Blogs list the tags of an article among the names of the element that holds it: 'tag-gempa', 'category-nasional'.
    let is_post = names.iter().any(|words| matches!(words.as_slice(), [word] if word == "hentry" || word == "post"));
    names.retain(|words| !(is_post && words.len() > 1));
    if names.iter().any(|words| marks(words)) {
        return !is_inline || stands_alone(node);
    }
    let frame = match &*name {
        // Headings of parts have such names too, and paragraphs all but those of pictures.
        "h2" | "h3" | "h4" | "h5" | "h6" => None,
        "p" => Some(&WORDS.names.picture),
        _ => Some(&WORDS.names.frame),
    };
    let is_frame = frame.is_some_and(|frame| names.iter().flatten().any(|word| frame.contains(word)));
    let is_short = || node.text().trim().len() < FRAME_BYTES && !page_has(node, "p");
    is_frame && !is_inline && is_short() && !is_subhead(node)
}

/// Whether the names of `node` say that it is the standfirst.
pub(super) fn is_standfirst(node: &NodeRef) -> bool {
    let names = NAMING.iter().filter_map(|attribute| node.attr(attribute));
    names.into_iter().any(|it| words(&it).iter().any(|word| WORDS.names.standfirst.contains(word)))
}

/// Whether `node` is made around the heading of a part of the text: text stands before it.
fn is_subhead(node: &NodeRef) -> bool {
    let is_text = |it: &NodeRef| it.text().trim().len() >= FRAME_BYTES;
    let places = std::iter::once(*node).chain(node.ancestors_it(Some(2)));
    page_has(node, "h2, h3, h4")
        && places.filter_map(|it| it.prev_element_sibling()).any(|before| is_text(&before) && page_has(&before, "p"))
}

fn marks(words: &[String]) -> bool {
    let joined = words.concat();
    words.iter().any(|word| WORDS.names.away.contains(word))
        || WORDS.names.away_parts.iter().any(|part| joined.contains(part))
}

/// Whether an element of a line is no part of a sentence: nothing else is written beside it, nor beside what is around it alone.
fn stands_alone(node: &NodeRef) -> bool {
    const LETTERS: [&str; 6] = ["a", "strong", "em", "b", "i", "span"];
    const HOLDS_SENTENCES: [&str; 7] = ["p", "li", "td", "blockquote", "h1", "h2", "h3"];
    let is_beside = |it: &NodeRef| !it.text().trim().is_empty();
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling);
    let behind = std::iter::successors(node.next_sibling(), NodeRef::next_sibling);
    let Some(parent) = node.parent() else { return false };
    let is_within = |names: &[&str]| parent.node_name().is_some_and(|name| names.contains(&&*name));
    let mut beside = before.chain(behind).filter(is_beside);
    if is_within(&LETTERS) {
        beside.next().is_none() && stands_alone(&parent)
    } else if is_within(&HOLDS_SENTENCES) {
        beside.next().is_none()
    } else {
        !beside.any(|it| it.is_text())
    }
}

/// The words of a name: `detail__body-tag` and `detailBodyTag` have three.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        let begins = !c.is_alphanumeric() || (c.is_uppercase() && was_small);
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        was_small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The class that most paragraphs of a page have: those of the article, if the outlet marks them at all.
pub(super) struct Manner(Option<String>);

impl Manner {
    pub(super) fn of(page: &Document, prose: &Prose) -> Manner {
        let mut bytes: FxHashMap<String, usize> = FxHashMap::default();
        let mut all = 0;
        for paragraph in page.select("p").nodes() {
            all += prose.bytes(paragraph);
            if let Some(class) = paragraph.class().filter(|class| !class.is_empty()) {
                *bytes.entry(class.to_string()).or_default() += prose.bytes(paragraph);
            }
        }
        Manner(bytes.into_iter().find(|&(_, bytes)| bytes * 2 > all).map(|(class, _)| class))
    }

    /// Whether `node` holds several such paragraphs, so that it is part of the article whatever it is called: publishers
    /// who are paid by their readers call the beginning a teaser.
    pub(super) fn is_in(&self, node: &NodeRef) -> bool {
        const LEAST: usize = 2;
        let Some(own) = &self.0 else { return false };
        let paragraphs = node.descendants_it().filter(|it| it.has_name("p"));
        paragraphs.filter(|it| it.class().is_some_and(|class| *class == **own)).take(LEAST).count() == LEAST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_into_words() {
        assert_eq!(words("detail__body-tag"), ["detail", "body", "tag"]);
        assert_eq!(words("shareButtonBar"), ["share", "button", "bar"]);
        assert_eq!(words("--"), [""; 0]);
    }
}

//! What a page says of itself is not its article: elements, roles and class names that mark the rest of a page.
//!
//! Names only count on elements that hold little of the text, because any name has been given to the element around a whole
//! article by somebody.

mod boxes;
mod comments;
mod names;
mod pressed;
mod strangers;
mod subheads;

use dom_query::{Document, NodeRef};
use rustc_hash::FxHashSet;

use super::prose::Prose;
use crate::ingest::address::Base;
use names::{Manner, NAMED, is_named_away};

/// How sure it must be that something is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Names of classes count as well.
    Usual,
    /// Only what the language of pages itself says, for pages that give their article a misleading name.
    NamesAside,
    /// Captions are kept too, for pages that tell in pictures.
    Pictures,
}

/// Elements and roles that never hold the article.
const STRUCTURE: &str = "script, style, nav, marquee, footer, aside, form, button, dialog, menu, input, label, audio, video, object, \
    embed, canvas, template, [aria-hidden=true], [aria-modal=true], [role=navigation], [role=complementary], [role=banner], \
    [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu], [role=toolbar], \
    amp-ad, amp-embed, amp-sidebar, amp-social-share, amp-consent, amp-user-notification, amp-iframe";
const HIDDEN: &str = "[hidden], [style*='display:none'], [style*='display: none']";
/// A frame of an article has a few words only.
const FRAME_BYTES: usize = 200;

/// An element with more than this part of the prose of a page is kept whatever it is called.
const MOST_SHARE: f64 = 0.4;

/// Takes out of `page`, whose addresses are relative to `base`, what is not the article by `care`.
pub(super) fn page(page: &Document, base: &Base, care: Care) {
    let prose = Prose::of(&page.root());
    let whole = page.body().map_or(0, |body| prose.bytes(&body));
    let is_small = |node: &NodeRef| prose.bytes(node) as f64 <= MOST_SHARE * whole as f64;
    let manner = Manner::of(page, &prose);
    strangers::followers(page, &prose);
    strangers::other_scripts(page);
    comments::discussion(page, &prose);
    strangers::sign_ups(page, &prose);
    strangers::teasers(page, &prose, base);
    structure(page, is_small);
    hidden(page, |node| is_small(node) && !manner.is_in(node));
    headers(page, &prose, whole);
    if care != Care::Pictures {
        figures(page);
    }
    read_aloud(page);
    pressed::pressed(page);
    standfirst(page, &prose);
    subheads::subheads(page);
    if care == Care::Usual {
        boxes::boxes(page, &prose);
        boxes::rows_of_labels(page);
        for node in page.select(NAMED).nodes() {
            if is_named_away(node) && is_small(node) && !holds_article(node) && !manner.is_in(node) {
                node.remove_from_parent();
            }
        }
    }
}

/// What by its element or its role is not the article, where it `may_go`.
fn structure(page: &Document, may_go: impl Fn(&NodeRef) -> bool) {
    for node in page.select(STRUCTURE).nodes() {
        // A heading that opens what is below it is a button.
        let opens = node.has_name("button") && node.parent().is_some_and(|it| is_heading(&it));
        if may_go(node) && !opens && !is_first_letter(node) {
            node.remove_from_parent();
        }
    }
}

/// Whether `node` is the large first letter of a word that goes on behind it, and which no other element holds whole for those
/// who listen.
fn is_first_letter(node: &NodeRef) -> bool {
    let text = node.text();
    let is_letter = text.trim().chars().count() == 1 && text.trim().starts_with(char::is_uppercase);
    let next = node.next_sibling().filter(|_| is_letter);
    next.is_some_and(|next| next.text().starts_with(char::is_lowercase))
}

/// What is not shown, where it `may_go`; parts of an article may be shown only to those who ask for them.
fn hidden(page: &Document, may_go: impl Fn(&NodeRef) -> bool) {
    let opened = opened(page);
    for node in page.select(HIDDEN).nodes() {
        let is_asked_for = node.attr("id").is_some_and(|id| opened.contains(&*id));
        if may_go(node) && !is_asked_for {
            node.remove_from_parent();
        }
    }
}

/// Words for those who listen to a page: 'list 1 of 4', 'opens in a new window'. They stay where something else is kept from
/// the ear, such as a large first letter.
fn read_aloud(page: &Document) {
    const UNSEEN: &str = "[class~=screen-reader-text], [class~=sr-only], [class*=visually-hidden], [class*=visuallyhidden], \
        [class*=srOnly], [class*=ScreenReaderOnly], [class~=u-screen-reader], [class~=offscreen], [class~=mw-editsection], \
        [style*='clip:rect'], [style*='clip: rect']";
    for node in page.select(UNSEEN).nodes() {
        let is_instead = node.parent().is_some_and(|parent| page_has(&parent, "[aria-hidden=true]"));
        if !is_instead && !is_first_letter(node) && node.text().len() < FRAME_BYTES {
            node.remove_from_parent();
        }
    }
}

/// The words below the headline that tell in a sentence what the article does, where they are named so and stand before all else.
fn standfirst(page: &Document, prose: &Prose) {
    const MOST_BYTES: usize = 400;
    const NEAR: usize = 4;
    let paragraphs = page.select("p, h2, div");
    let Some(first) = paragraphs.nodes().iter().find(|it| prose.bytes(it) > 0 && it.element_children().is_empty())
    else {
        return;
    };
    let around = std::iter::once(*first).chain(first.ancestors_it(Some(NEAR)));
    let named = around.take_while(|it| it.text().trim().len() <= MOST_BYTES).find(names::is_standfirst);
    if let Some(standfirst) = named {
        standfirst.remove_from_parent();
    }
}

/// Headers of the page and of its article; of a part of the article, such as a post of a live blog, the heading stays.
fn headers(page: &Document, prose: &Prose, whole: usize) {
    for header in page.select("header").nodes().iter().filter(|it| prose.bytes(it) < FRAME_BYTES) {
        let around = header.parent().map_or(0, |parent| prose.bytes(&parent));
        let is_of_part = around > 0 && around * 10 < whole * 9 && !page_has(header, "h1, nav");
        let headings = dom_query::Selection::from(*header).select("h2, h3, h4");
        if let Some(heading) = headings.nodes().first().filter(|_| is_of_part) {
            header.insert_before(heading);
        }
        header.remove_from_parent();
    }
}

/// Pictures and what is written below them; a quotation, a table or a program in a frame stays.
fn figures(page: &Document) {
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

fn is_heading(node: &NodeRef) -> bool {
    matches!(node.node_name().as_deref(), Some("h2" | "h3" | "h4" | "h5" | "h6" | "summary"))
}

/// The names of what a heading opens.
fn opened(page: &Document) -> FxHashSet<String> {
    let openers = page.select("h2 [aria-controls], h3 [aria-controls], h4 [aria-controls]");
    openers.nodes().iter().filter_map(|it| it.attr("aria-controls")).map(|id| id.to_string()).collect()
}

fn page_has(node: &NodeRef, selector: &str) -> bool {
    dom_query::Selection::from(*node).select(selector).exists()
}

/// Whether the page itself says that the article lies in `node`.
fn holds_article(node: &NodeRef) -> bool {
    let says = |node: &NodeRef| node.attr("itemprop").is_some_and(|it| it.eq_ignore_ascii_case("articleBody"));
    says(node) || page_has(node, "[itemprop=articleBody]") || node.has_class("article-body")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_the_article_goes() {
        let paragraph = "<p>Gempa mengguncang kota itu pada Minggu pagi dan membuat warga berlarian keluar rumah.</p>";
        let cases = [
            ("<div class='baca-juga'>Baca juga: x</div>", false),
            ("<div class=shared-story>isi</div>", true),
            ("<p>Kata <span class=author>Ayu</span> kemarin.</p>", true),
            ("<div class='post tag-gempa category-berita'>isi</div>", true),
            ("<div id=divShare>x</div>", false),
            ("<figure><img><figcaption>x</figcaption></figure>", false),
            ("<figure><blockquote>x</blockquote></figure>", true),
        ];
        for (html, stays) in cases {
            let document = Document::from(format!("<body>{paragraph}{html}</body>"));
            let before = document.text().len();
            page(&document, &Base::default(), Care::Usual);
            assert_eq!(document.text().len() == before, stays, "{html}");
        }
        let named = Document::from(format!("<body><div class=sidebar>{}</div>", paragraph.repeat(5)));
        page(&named, &Base::default(), Care::Usual);
        assert!(named.text().contains("Gempa"));
    }
}

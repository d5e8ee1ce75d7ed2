//! What a page says of itself is not its article: elements, roles and class names that mark the rest of a page.
//!
//! Names only count on elements that hold little of the text, because any name has been given to the element around a whole
//! article by somebody.

mod boxes;
mod captions;
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

/// Elements and roles that never hold the article: columns beside it, and prices of shares behind a company's name, among them.
const STRUCTURE: &str = "script, style, nav, marquee, footer, aside, form, button, dialog, menu, input, label, audio, video, object, \
    embed, canvas, template, [aria-hidden=true], [aria-modal=true], [role=navigation], [role=complementary], [role=banner], \
    [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu], [role=toolbar], \
    [id=left], [id=right], [id=kiri], [id=kanan], [id=leftcol], [id=rightcol], [id=left-column], [id=right-column], \
    [data-testid=chiclet], [class*=QuoteInBody-inlineButton], [class*=AddToWatchlist], \
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
        captions::figures(page);
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

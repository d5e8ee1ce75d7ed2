//! What a page says of itself is not its article: elements, roles and class names that mark the rest of a page.
//!
//! Names only count on elements that hold little of the text, because any name has been given to the element around a whole
//! article by somebody.

use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

use super::prose::Prose;

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
const STRUCTURE: &str = "script, style, nav, footer, aside, form, button, dialog, menu, input, label, audio, video, object, \
    embed, canvas, template, [hidden], [aria-hidden=true], [aria-modal=true], [role=navigation], [role=complementary], [role=banner], \
    [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu], [role=toolbar], [style*='display:none'], \
    [style*='display: none'], amp-ad, amp-embed, amp-sidebar, amp-social-share, amp-consent, amp-user-notification, amp-iframe";

/// Elements whose names are looked at; those within a sentence are not.
const NAMED: &str = "div, section, article, ul, ol, dl, table, p, h2, h3, h4, h5, h6, span, center, figure, a, header, blockquote, strong";

/// Attributes that hold names.
const NAMING: [&str; 6] = ["class", "id", "data-component", "data-testid", "data-qa", "data-module"];

/// Words of names that mark what is not the article, wherever it stands.
const WORDS: &str = "ad ads adv adsense advert adverts advertise advertisement advertisements advertorial iklan banner sponsor \
    sponsored promo promos promotion promoted share sharing shares sharer socials social sosmed sosial addthis addtoany sharethis \
    related terkait relate relateds recommended recommend recommendation recommendations rekomendasi comment comments komentar \
    disqus respond replies breadcrumb breadcrumbs popular populer terpopuler trending newsletter newsletters subscribe \
    subscription langganan berlangganan signup login register cookie cookies consent gdpr onetrust modal popup popover tooltip \
    toast toolbar pagination pager paging nav navbar navigation menu submenu sidebar footer masthead topbar ticker outbrain \
    taboola mgid dable teads dfp gpt zergnet revcontent byline bylines authorbox bio copyright print noprint skip sr \
    screenreader caption captions figcaption pullquote factbox infobox donate donation appeal poll survey kuis quiz carousel swiper \
    slideshow playlist podcast tts follow followus whatsapp telegram googlenews tags tag labels keywords topics \
    hashtag rating reaction reactions emoji tombol selanjutnya sebelumnya penulis author authors reporter pewarta \
    credit credits disclaimer feedback lainnya affiliate affiliates teaser teasers outlinks promobox";

/// Parts of names that are no words of their own, or several in one.
const PARTS: &str = "mc4wp; mailchimp; optin; screenreader; pagelinks; postpage; bacajuga; lihatjg; linksisip; simakjuga; readmore; readnext; readalso; alsoread; seealso; \
    mostread; morenews; morefrom; morestories; nextarticle; prevarticle; nextpost; prevpost; inlinerelated; \
    relatedpost; relatedarticle; beritaterkait; artikelterkait; beritalain; parallaxindetail; scrollpage; \
    kompasidrec; pilihaneditor; onelinksisip; socialshare; visuallyhidden; googleauto; advertis; kcmad; \
    inlinecaption; moreon; twittertweet; instagrammedia; tiktokembed; blueskyembed; textpostmedia; redditembed; fbpost; \
    wpembeddedcontent";

/// Words of names that mark the frame of an article, if it is a few words only.
const FRAME: &str = "date time datetime timestamp published publish updated tanggal waktu meta header title category kategori rubrik section label \
    source sumber views editor eyebrow kicker location counter photo foto image img gambar media video";
const PICTURE: &str = "photo foto image img gambar media video";
const FRAME_BYTES: usize = 200;

/// An element with more than this part of the prose of a page is kept whatever it is called.
const MOST_SHARE: f64 = 0.4;

/// Takes out of `page` what is not the article by `care`.
pub(super) fn page(page: &Document, care: Care) {
    let prose = Prose::of(&page.root());
    let whole = page.body().map_or(0, |body| prose.bytes(&body));
    let is_small = |node: &NodeRef| prose.bytes(node) as f64 <= MOST_SHARE * whole as f64;
    discussion(page, &prose);
    sign_ups(page, &prose);
    for node in page.select(STRUCTURE).nodes() {
        if is_small(node) {
            node.remove_from_parent();
        }
    }
    headers(page, &prose, whole);
    if care != Care::Pictures {
        figures(page);
    }
    read_aloud(page);
    if care == Care::Usual {
        let manner = Manner::of(page, &prose);
        for node in page.select(NAMED).nodes() {
            if is_named_away(node) && is_small(node) && !holds_article(node) && !manner.is_in(node) {
                node.remove_from_parent();
            }
        }
    }
}

/// Words for those who listen to a page: 'list 1 of 4', 'opens in a new window'. They stay where something else is kept from
/// the ear, such as a large first letter.
fn read_aloud(page: &Document) {
    const UNSEEN: &str = "[class~=screen-reader-text], [class~=sr-only], [class*=visually-hidden], [class*=visuallyhidden], \
        [class*=srOnly], [class*=ScreenReaderOnly], [class~=u-screen-reader], [class~=offscreen]";
    for node in page.select(UNSEEN).nodes() {
        let is_instead = node.parent().is_some_and(|parent| page_has(&parent, "[aria-hidden=true]"));
        if !is_instead && node.text().len() < FRAME_BYTES {
            node.remove_from_parent();
        }
    }
}

/// The class that most paragraphs of a page have: those of the article, if the outlet marks them at all.
struct Manner(Option<String>);

impl Manner {
    fn of(page: &Document, prose: &Prose) -> Manner {
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
    fn is_in(&self, node: &NodeRef) -> bool {
        const LEAST: usize = 2;
        let Some(own) = &self.0 else { return false };
        let paragraphs = node.descendants_it().filter(|it| it.has_name("p"));
        paragraphs.filter(|it| it.class().is_some_and(|class| *class == **own)).take(LEAST).count() == LEAST
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

/// Boxes that ask for an address to write to: what stands around a field, as far as it is a few words.
fn sign_ups(page: &Document, prose: &Prose) {
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
fn discussion(page: &Document, prose: &Prose) {
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

/// Pictures and what is written below them; a quotation, a table or a program in a frame stays.
fn figures(page: &Document) {
    for node in page.select("figure, figcaption, picture").nodes() {
        let framed = "blockquote, pre, table";
        let holds_text = page_has(node, framed) && node.node_name().as_deref() == Some("figure");
        if !holds_text {
            node.remove_from_parent();
        }
    }
}

fn page_has(node: &NodeRef, selector: &str) -> bool {
    dom_query::Selection::from(*node).select(selector).exists()
}

/// Whether the page itself says that the article lies in `node`.
fn holds_article(node: &NodeRef) -> bool {
    let says = |node: &NodeRef| node.attr("itemprop").is_some_and(|it| it.eq_ignore_ascii_case("articleBody"));
    says(node) || page_has(node, "[itemprop=articleBody]")
}

/// Whether the names of `node` say that it is not the article.
fn is_named_away(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    let is_inline = matches!(&*name, "span" | "a" | "strong");
    if is_inline && !stands_alone(node) {
        return false;
    }
    let mut names = NAMING
        .iter()
        .filter_map(|attribute| node.attr(attribute))
        .flat_map(|it| it.split_whitespace().map(words).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    // Blogs list the tags of an article among the names of the element that holds it: 'tag-gempa', 'category-nasional'.
    let is_post = names.iter().any(|words| matches!(words.as_slice(), [word] if word == "hentry" || word == "post"));
    names.retain(|words| !(is_post && words.len() > 1));
    if names.iter().any(|words| marks(words)) {
        return true;
    }
    let frame = match &*name {
        // Headings of parts have such names too, and paragraphs all but those of pictures.
        "h2" | "h3" | "h4" | "h5" | "h6" => "",
        "p" => PICTURE,
        _ => FRAME,
    };
    let is_frame = names.iter().flatten().any(|word| frame.split_whitespace().any(|it| it == word));
    is_frame && !is_inline && node.text().trim().len() < FRAME_BYTES && !page_has(node, "p")
}

fn marks(words: &[String]) -> bool {
    let joined = words.concat();
    words.iter().any(|word| WORDS.split_whitespace().any(|it| it == word))
        || PARTS.split("; ").any(|part| joined.contains(part))
}

/// Whether an element of a line is no part of a sentence: nothing else is written beside it.
fn stands_alone(node: &NodeRef) -> bool {
    node.parent().is_some_and(|parent| {
        let name = parent.node_name().unwrap_or_default();
        let beside = parent.text().trim().len() - node.text().trim().len().min(parent.text().trim().len());
        beside == 0
            || !matches!(
                &*name,
                "p" | "li" | "td" | "blockquote" | "a" | "strong" | "em" | "b" | "i" | "span" | "h1" | "h2" | "h3"
            ) && parent.immediate_text().trim().is_empty()
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_into_words() {
        assert_eq!(words("detail__body-tag"), ["detail", "body", "tag"]);
        assert_eq!(words("shareButtonBar"), ["share", "button", "bar"]);
        assert_eq!(words("--"), [""; 0]);
    }

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
            page(&document, Care::Usual);
            assert_eq!(document.text().len() == before, stays, "{html}");
        }
        let named = Document::from(format!("<body><div class=sidebar>{}</div>", paragraph.repeat(5)));
        page(&named, Care::Usual);
        assert!(named.text().contains("Gempa"));
    }
}

//! What sites show in place of an article: notices of many kinds, and pages that only lead to articles.

use dom_query::{Document, NodeRef};

use super::head::{Head, folded};
use super::headline::parts_of;
use super::text::Text;
use super::words::{WORDS, begins_with, starts};
use super::{NoArticle, blocks};
use crate::ingest::address::Base;
use crate::text::sanitise::clean_line;

/// What a site tells in place of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    #[error("says that it has no such page; look at the address, or search for the headline")]
    Missing,
    #[error(
        "asks for proof that no program is reading; open it in a browser, and save it from there (Ctrl-S, the whole page)"
    )]
    Guarded,
    #[error(
        "asks what it may keep of its readers; open it in a browser, answer, and save the page behind it (Ctrl-S, the whole page)"
    )]
    Consent,
    #[error(
        "asks to be paid; if you are a subscriber, open it in a browser, and save it from there (Ctrl-S, the whole page)"
    )]
    Paid,
    #[error("does not serve the country you are in; look for the article elsewhere, such as in an archive of the web")]
    Regional,
    #[error("is out of order; try again later")]
    Down,
}

/// Of this many bytes, a text is but a notice or what stands above a list.
const MOST_BYTES: usize = 1500;
/// Links to articles that make a list.
const LEAST_LINKS: usize = 5;

/// Why `text` is no article, if it is none; `head` is what its page says of it.
pub(super) fn reason(page: &Document, base: &Base, head: &Head, text: &Text) -> Option<NoArticle> {
    if let Some(notice) = notice(page, head, text) {
        return Some(NoArticle::Notice(notice));
    }
    if !text.paragraphs.is_empty() {
        return is_list(page, base, text).then_some(NoArticle::List);
    }
    Some(if article_links(page, base) >= LEAST_LINKS { NoArticle::List } else { NoArticle::Empty })
}

/// The notice that `text` is, if it is one.
fn notice(page: &Document, head: &Head, text: &Text) -> Option<Notice> {
    if text.body.len() > MOST_BYTES || head.published.is_some() || head.byline.is_some() {
        return None;
    }
    let first = text.paragraphs.iter().take(2).map(|it| folded(it.of(&text.body)));
    let said: Vec<String> = titles(page).into_iter().chain(first).collect();
    let notices = &WORDS.notices;
    let kinds = [
        (&notices.missing, Notice::Missing),
        (&notices.guarded, Notice::Guarded),
        (&notices.consent, Notice::Consent),
        (&notices.paid, Notice::Paid),
        (&notices.regional, Notice::Regional),
        (&notices.down, Notice::Down),
    ];
    kinds.into_iter().find(|(fronts, _)| said.iter().any(|words| is_said(words, fronts))).map(|(_, kind)| kind)
}

/// Whether `page` only leads to articles, and `text` is what it says of them, or one of them.
fn is_list(page: &Document, base: &Base, text: &Text) -> bool {
    const MOST_BYTES: usize = 600;
    if is_of_card(page, base, text) {
        return true;
    }
    // Behind the headline, the title of a page may call the whole site so.
    let is_named = || {
        let titles = page.select("title, h1");
        titles.nodes().iter().any(|title| begins_with(&folded(&title.text()), &WORDS.notices.lists))
    };
    let leads = || {
        let headline = page.select("h1 a[href]");
        headline.nodes().iter().any(|link| leads_to_article(link, base))
    };
    text.body.len() < MOST_BYTES && (is_named() || leads()) && article_links(page, base) >= LEAST_LINKS
}

/// Whether `text` begins in a box with a headline that leads elsewhere, among others made alike.
fn is_of_card(page: &Document, base: &Base, text: &Text) -> bool {
    const LEAST_ALIKE: usize = 3;
    // What stands in each is set as text.
    const MOST: usize = 50;
    let first = text.paragraphs.first().map_or("", |it| it.of(&text.body));
    let links = page.select("h2 a[href], h3 a[href]");
    let links = links.nodes().iter().filter(|link| leads_to_article(link, base));
    let mut cards: Vec<NodeRef> = links.take(MOST).filter_map(card).collect();
    cards.dedup_by_key(|it| it.id);
    let holds_text = |card: &&NodeRef| blocks::render(&[**card], base).body.contains(first);
    let Some(own) = (cards.len() >= LEAST_ALIKE).then(|| cards.iter().find(holds_text)).flatten() else { return false };
    let parent = |node: &NodeRef| node.parent().map(|it| it.id);
    cards.iter().filter(|it| parent(it) == parent(own) && it.node_name() == own.node_name()).count() >= LEAST_ALIKE
}

/// The box around a headline.
fn card<'a>(link: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    link.ancestors_it(Some(5)).find(|it| it.has_name("article") || it.has_name("li"))
}

/// How many links of `page` are headlines of its site.
fn article_links(page: &Document, base: &Base) -> usize {
    let links = page.select("a[href]");
    links.nodes().iter().filter(|link| leads_to_article(link, base)).take(LEAST_LINKS).count()
}

/// Whether a link is a headline of the same site.
fn leads_to_article(link: &NodeRef, base: &Base) -> bool {
    const LEAST_WORDS: usize = 4;
    let address = || base.page(&link.attr("href")?);
    let is_other = |address: String| base.is_same_site(&address) && !base.is_same_page(&address);
    link.text().split_whitespace().count() >= LEAST_WORDS && address().is_some_and(is_other)
}

/// The parts of what stands over a page, folded.
fn titles(page: &Document) -> Vec<String> {
    let titles = page.select("title, h1");
    let titles: Vec<String> = titles.nodes().iter().map(|node| clean_line(&node.text())).collect();
    titles.iter().flat_map(|title| parts_of(title)).map(folded).collect()
}

/// Whether `words` begin with one of `fronts`. One word begins headlines of any kind, so that it must be all of them.
fn is_said(words: &str, fronts: &[String]) -> bool {
    fronts.iter().any(|front| if front.contains(' ') { starts(words, front) } else { words == front })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::article;

    fn check(html: &str, expected: Result<(), NoArticle>) {
        assert_eq!(article(html.as_bytes(), None).map(|_| ()), expected, "{html}");
    }

    #[test]
    fn what_a_site_tells_in_place_of_an_article_is_no_article() {
        let cases = [
            (
                "Halaman tidak ditemukan - Warta Hilir",
                "Maaf, alamat yang Anda tuju salah atau sudah dihapus.",
                Notice::Missing,
            ),
            (
                "Oops! That page can’t be found. | Hill Times",
                "It looks like nothing was found at this location.",
                Notice::Missing,
            ),
            ("Just a moment...", "www.hill.example needs to review the security of your connection.", Notice::Guarded),
            ("Hill Times", "We and our 842 partners store and access information on your device.", Notice::Consent),
            ("Subscribe to read | Hill Courier", "Try unlimited access. Only $1 for 4 weeks.", Notice::Paid),
            (
                "451: Unavailable due to legal reasons",
                "Access cannot be granted from your country at this time.",
                Notice::Regional,
            ),
            ("Situs dalam perbaikan", "Kami akan segera kembali dalam beberapa saat lagi.", Notice::Down),
        ];
        for (title, text, expected) in cases {
            check(&format!("<title>{title}</title><h1>{title}</h1><p>{text}</p>"), Err(NoArticle::Notice(expected)));
        }
        for title in ["Forbidden City reopens after flood", "Not found: the ring that three towns are looking for"] {
            check(
                &format!("<title>{title}</title><h1>{title}</h1><p>It was closed for a week, officials said.</p>"),
                Ok(()),
            );
        }
    }

    #[test]
    fn pages_that_lead_to_articles_are_none() {
        let cards = |name: &str| -> String {
            let card = |at| {
                format!(
                    "<{name} class=post><h2><a href=/b/{at}>Bupati Resmikan Jembatan Gantung Nomor {at}</a></h2><p>Jembatan itu selesai \
                     dibangun setelah tertunda selama {at} tahun karena banjir dan kekurangan baja.</p></{name}>"
                )
            };
            (1..8).map(card).collect()
        };
        check(
            &format!("<title>Daerah Archives - Warta</title><h1>Category: Daerah</h1>{}", cards("article")),
            Err(NoArticle::List),
        );
        check(&format!("<title>Warta Hilir</title><ul>{}</ul>", cards("li")), Err(NoArticle::List));
        check(&format!("<title>Warta Hilir</title><h1>Berita Terkini</h1>{}", cards("div")), Err(NoArticle::List));
        let text = "<p>Gempa mengguncang Alor pada Rabu pagi, kata petugas. Tidak ada korban dan tidak ada rumah yang rusak.</p>";
        check(
            &format!("<title>Gempa di Alor - Warta</title><h1>Gempa di Alor</h1>{text}<ul>{}</ul>", cards("li")),
            Ok(()),
        );
    }

    #[test]
    fn what_is_shown_without_programs_is_read_where_nothing_else_is() {
        let text = "<p>Gempa mengguncang Alor pada Rabu pagi, kata petugas. Tidak ada korban dan tidak ada rumah yang rusak.</p>";
        check(
            &format!("<title>Gempa</title><div id=app></div><NOSCRIPT><main>{}</main></NOSCRIPT>", text.repeat(5)),
            Ok(()),
        );
        check("<title>Gempa</title><div id=app></div><noscript>Please enable it.</noscript>", Err(NoArticle::Empty));
    }
}

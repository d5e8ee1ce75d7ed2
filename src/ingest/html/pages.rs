//! Articles that their outlet has cut into pages: where the text goes on, and where it stands as a whole.

use dom_query::{Document, NodeRef};

use super::head::folded;
use super::words::WORDS;
use crate::ingest::address::Base;

/// Where an article goes on, and where it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pages {
    pub(super) next: Option<String>,
    pub(super) whole: Option<String>,
}

/// What `page` leads to of its own article: addresses that differ from its own only behind the path, or by a number.
pub(super) fn find(page: &Document, base: &Base, canonical: Option<&str>) -> Pages {
    let own = Base::new(canonical);
    let is_own =
        |address: &str| base.is_same_page(address) || own.is_same_page(address) || is_numbered(canonical, address);
    let mut pages = Pages::default();
    let named = page.select_single("link[rel~=next]").attr("href").and_then(|it| base.page(&it));
    pages.next = named.filter(|address| is_own(address));
    for link in page.select("a[href]").nodes() {
        let Some(address) = link.attr("href").and_then(|it| base.page(&it)).filter(|it| is_own(it)) else { continue };
        let words = folded(&link.text());
        if asks_for_all(&address) || WORDS.paging.whole.contains(&words) {
            pages.whole.get_or_insert(address);
        } else if pages.next.is_none() && (WORDS.paging.next.contains(&words) || is_behind_current(link, &words)) {
            pages.next = Some(address);
        }
    }
    pages
}

/// `?page=all`, `?single=1`, `?showpage=all`
fn asks_for_all(address: &str) -> bool {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .any(|asked| matches!(asked, "page=all" | "halaman=all" | "showpage=all" | "p=all" | "single=1" | "lang=all"))
}

/// Whether the link is a number, one higher than one that is no link beside it: the current page.
fn is_behind_current(link: &NodeRef, words: &str) -> bool {
    let Ok(number) = words.trim_start_matches("halaman ").parse::<u32>() else { return false };
    let list = link.ancestors_it(Some(3)).find(|it| it.element_children().len() > 1);
    let Some(list) = list.filter(|_| number > 1) else { return false };
    list.descendants_it().filter(|it| it.is_text()).any(|it| {
        let is_linked = it.ancestors_it(Some(4)).any(|it| it.has_name("a") && it.has_attr("href"));
        let is_current = it
            .ancestors_it(Some(4))
            .any(|it| it.class().is_some_and(|names| names.contains("active") || names.contains("current")));
        it.text().trim().parse() == Ok(number - 1) && (!is_linked || is_current)
    })
}

/// Whether `address` is `canonical` with a number behind it: `.../judul/2`.
fn is_numbered(canonical: Option<&str>, address: &str) -> bool {
    let path = |address: &str| address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    canonical.is_some_and(|canonical| {
        let rest =
            path(address).strip_prefix(&path(canonical)).map(|rest| rest.trim_start_matches(['/', '-']).to_owned());
        rest.is_some_and(|rest| {
            !rest.is_empty()
                && rest
                    .trim_start_matches("page/")
                    .trim_start_matches("halaman-")
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
        })
    })
}

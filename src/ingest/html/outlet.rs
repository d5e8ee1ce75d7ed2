//! The name of the outlet that published a page.

use dom_query::Document;

use super::address::Base;
use super::head::{Metas, folded, plain};
use super::json_ld::Told;
use crate::text::sanitise::clean_line;

/// More words than this are a slogan.
const MOST_WORDS: usize = 6;

/// What the page calls its outlet, else the host of its address.
pub(super) fn name(page: &Document, metas: &Metas, told: &Told, base: &Base) -> Option<String> {
    let named = metas.first(&["og:site_name", "application-name", "apple-mobile-web-app-title", "cre", "dc.publisher"]);
    let published = told.publisher.as_deref().map(plain);
    let candidates = [named, published, from_title(page, base)];
    let found = candidates.into_iter().flatten().map(|it| without_slogan(&it)).find(|it| !it.is_empty());
    found.or_else(|| base.host())
}

/// 'Warta Kota | Berita terkini' is 'Warta Kota'.
fn without_slogan(name: &str) -> String {
    let parts = [" | ", " - ", " – ", " : ", ": "].iter().find_map(|mark| name.split_once(mark));
    let name = parts.map_or(name, |(front, _)| front).trim();
    let is_address = !name.contains(' ') && name.starts_with("www.");
    let name = if is_address { &name["www.".len()..] } else { name };
    if name.split_whitespace().count() <= MOST_WORDS { name.to_owned() } else { String::new() }
}

/// The part of the page's title that its host is made of: 'Judul - Warta Kota' at wartakota.example.
fn from_title(page: &Document, base: &Base) -> Option<String> {
    let host = base.host()?;
    let title = clean_line(&page.select_single("title").text());
    let site = host.split('.').next()?;
    let marks = [" | ", " - ", " – ", " — "];
    let mut parts =
        marks.iter().flat_map(|mark| title.split(mark)).filter(|part| part.split_whitespace().count() <= MOST_WORDS);
    parts.find(|part| folded(part).replace(' ', "").starts_with(site)).map(str::to_owned)
}

//! The name of the outlet that published a page.

use dom_query::{Document, NodeRef};

use super::head::{Metas, folded, squeezed};
use super::headline::Titles;
use super::json_ld::Told;
use super::line;
use super::words::WORDS;
use crate::ingest::address;
use crate::text::sanitise::clean_line;

/// More words than this are a slogan.
const MOST_WORDS: usize = 6;

/// What the page calls its outlet, else its host. Some give the name of a section, so that one like the host counts more.
pub(super) fn name(page: &Document, metas: &Metas, told: &Told, titles: &Titles, host: Option<&str>) -> Option<String> {
    let named = metas.first(&["og:site_name", "application-name", "apple-mobile-web-app-title", "cre", "dc.publisher"]);
    let published = told.publisher.as_deref().map(line);
    let candidates = [named, published, host.and_then(|host| from_title(page, host))];
    let names = candidates.into_iter().flatten().map(|it| without_slogan(&it));
    let mut names: Vec<String> = names.filter(|it| !it.is_empty()).collect();
    if names.is_empty() {
        names.extend(titles.site().map(|it| without_slogan(&it)).filter(|it| !it.is_empty()));
    }
    let stem = |name: &str| squeezed(name.split('.').next().unwrap_or(name));
    let is_like_host = |name: &&String| host.is_some_and(|host| squeezed(host).contains(&stem(name)));
    let name = names.iter().find(is_like_host).or(names.first());
    // 'KWTO News 5' is the whole of 'KWTO', 'The Two Rivers Post' of 'Two Rivers Post' and of 'TRPost'.
    let is_whole = |whole: &String, name: &String| folded(whole).starts_with(&format!("{} ", folded(name)));
    let is_led =
        |whole: &String, name: &String| folded(whole).strip_prefix("the ").is_some_and(|it| it == folded(name));
    let whole = name.and_then(|name| {
        let first = names.first().filter(|first| is_whole(first, name));
        first.or_else(|| names.iter().find(|it| is_led(it, name) || is_initials(name, it)))
    });
    let name = whole.or(name);
    // 'www.warta.com' is the address; the publisher may tell how the name is written: 'WARTA.com'.
    let written = name.and_then(|name| names.iter().find(|it| it.eq_ignore_ascii_case(name) && has_capitals(it)));
    let signed = || host.map_or_else(|| owner(page), |host| from_rights(page, host));
    written.or(name).cloned().or_else(signed).or_else(|| host.map(str::to_owned))
}

/// Whether a name of one word is made of the first letters of those of another, but for the last: 'NYTimes', 'WPost'.
fn is_initials(name: &str, whole: &str) -> bool {
    let words: Vec<&str> = whole.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("the")).collect();
    let Some((last, before)) = words.split_last().filter(|(_, before)| !before.is_empty()) else { return false };
    let first_letters: String = before.iter().filter_map(|word| word.chars().next()).collect();
    name.strip_prefix(&first_letters).is_some_and(|rest| rest == *last)
}

/// The name that a page gives at its end to whom it belongs, or to its emblem, if the host is made of it: '© Warta Kota 2026'.
fn from_rights(page: &Document, host: &str) -> Option<String> {
    let body = page.body()?;
    let texts = body.descendants_it().filter(NodeRef::is_text).map(|it| clean_line(&it.text()));
    let rights = texts.filter(|it| it.len() <= MOST_RIGHTS_BYTES && it.contains('©'));
    let emblems = page.select("img[alt]");
    let emblems = emblems.nodes().iter().filter_map(|it| it.attr("alt")).map(|alt| clean_line(&alt));
    let host = squeezed(host);
    let parts = rights.chain(emblems).flat_map(|it| parts_of_rights(&it));
    parts.into_iter().find(|part| {
        let name = squeezed(part);
        name.len() > 3 && part.contains(char::is_uppercase) && host.contains(&name)
    })
}

/// To whom a page of no known address says that it belongs: '© 2025 Jaring Kawal Pesisir'.
fn owner(page: &Document) -> Option<String> {
    let body = page.body()?;
    let mut texts = body.descendants_it().filter(NodeRef::is_text).map(|it| clean_line(&it.text()));
    let rights = texts.find(|it| it.len() <= MOST_RIGHTS_BYTES && it.starts_with(['©', 'C']) && it.contains('©'))?;
    let is_name = |part: &String| {
        let words = part.split_whitespace().count();
        (2..=MOST_WORDS).contains(&words) && part.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    };
    parts_of_rights(&rights).into_iter().find(is_name)
}

/// A line that says to whom a page belongs is not longer.
const MOST_RIGHTS_BYTES: usize = 200;

/// The names in a line that says to whom a page belongs.
fn parts_of_rights(line: &str) -> Vec<String> {
    let parts = line.split(['©', '.', ',', '|', '-', '–']).map(|part| {
        let words = part.split_whitespace().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
        words.filter(|word| !word.eq_ignore_ascii_case("copyright")).collect::<Vec<_>>().join(" ")
    });
    parts.collect()
}

fn has_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase)
}

/// 'Situs Resmi Pemerintah Kota Batu' is 'Pemerintah Kota Batu'.
fn without_site(name: &str) -> &str {
    let front = |word: &&String| name.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    let name = WORDS.titles.site_beginnings.iter().find(|word| front(word)).map_or(name, |word| &name[word.len()..]);
    let start = |word: &str| name.len().checked_sub(word.len());
    let tail =
        |word: &&String| start(word).and_then(|at| name.get(at..)).is_some_and(|it| it.eq_ignore_ascii_case(word));
    WORDS.titles.site_endings.iter().find(|word| tail(word)).map_or(name, |word| &name[..name.len() - word.len()])
}

/// 'Warta Kota | Berita terkini' is 'Warta Kota'.
fn without_slogan(name: &str) -> String {
    let parts = [" | ", " - ", " – ", " : ", ": ", ", the "].iter().find_map(|mark| name.split_once(mark));
    let name = without_site(parts.map_or(name, |(front, _)| front).trim());
    // The host of an address is what is left where nothing is named.
    if address::host(name).is_some() {
        return String::new();
    }
    let name = if name.contains(' ') { name } else { name.strip_prefix("www.").unwrap_or(name) };
    if name.split_whitespace().count() <= MOST_WORDS { name.to_owned() } else { String::new() }
}

/// The part of the page's title that its host is made of: 'Judul - Warta Kota' at warta-kota.example.
fn from_title(page: &Document, host: &str) -> Option<String> {
    let title = clean_line(&page.select_single("title").text());
    let labels: Vec<String> = host.split('.').map(squeezed).filter(|label| label.len() > 3).collect();
    let parts = [" | ", " ~ ", " - ", " – ", " — ", ": "].into_iter().flat_map(|mark| title.split(mark));
    let mut short = parts.filter(|part| part.split_whitespace().count() <= MOST_WORDS);
    let is_site = |part: &&str| labels.iter().any(|label| squeezed(part).starts_with(label));
    short.find(is_site).map(str::to_owned)
}

//! The headline of an article: that of the page if its metadata name it too, else theirs.

use dom_query::{Document, NodeRef};

use super::head::{Metas, folded};
use super::json_ld::Told;
use super::line;
use super::words::WORDS;
use crate::text::sanitise::clean_line;

/// What stands between a headline and the name of an outlet.
const MARKS: [&str; 10] = [" | ", " ~ ", " - ", " – ", " — ", " :: ", " ::. ", " » ", " · ", " : "];

/// All that can be the headline.
pub(super) struct Titles {
    /// What metadata and the title of the page say, the surest first.
    told: Vec<String>,
    /// Whether metadata say it.
    is_told: bool,
    /// The title of the page, most often with the name of the outlet.
    in_head: Option<String>,
    /// The headings of the highest rank.
    headings: Vec<String>,
    /// What stands on the page as its headline and is named by its metadata.
    pub(super) shown: Option<String>,
}

impl Titles {
    /// Longer is no headline.
    const MOST_BYTES: usize = 250;

    /// `above` is the line over the text, where that is known and needed.
    pub(super) fn of(page: &Document, metas: &Metas, told: &Told, above: Option<String>) -> Titles {
        let in_head = page.select_single("head title, title").nodes().first().map(|node| clean_line(&node.text()));
        let in_head = in_head.filter(|title| !title.is_empty());
        let headline = told.headline.as_deref().map(line).filter(|it| !it.is_empty());
        let meta = metas.first(&["og:title", "twitter:title", "dc.title", "sailthru.title", "title"]);
        let meta = meta.filter(|it| !WORDS.titles.sections.contains(&folded(it)));
        let is_told = headline.is_some() || meta.is_some();
        let told: Vec<String> = [headline, meta, in_head.clone()].into_iter().flatten().collect();
        let headings: Vec<String> = page.select("h1").nodes().iter().map(|node| clean_line(&node.text())).collect();
        let known: Vec<String> = told.iter().map(|it| folded(it)).collect();
        let is_left_to_looks = !is_told && headings.iter().all(String::is_empty);
        let looks = || if is_left_to_looks { classed(page) } else { None };
        let parts: Vec<String> = in_head.iter().flat_map(|title| parts_of(title)).map(folded).collect();
        let shown = above.or_else(|| headings.iter().find(|it| is_named(it, &known)).cloned());
        let shown = shown.or_else(looks).or_else(|| lesser(page, &known, &parts));
        let shown = shown.or_else(|| if is_left_to_looks { largest(page) } else { None });
        Titles { told, is_told, in_head, headings, shown }
    }

    /// The headline; `outlet` is not part of it.
    pub(super) fn headline(&self, outlet: Option<&str>) -> Option<String> {
        let told = || self.told.first().map(|title| without_outlet(title, outlet));
        self.shown.clone().or_else(told).or_else(|| self.headings.iter().find(|it| !it.is_empty()).cloned())
    }

    /// Whether the headline is more than what the title of the page says, which may name the site alone.
    pub(super) fn is_sure(&self) -> bool {
        self.shown.is_some() || self.is_told
    }

    /// What stands beside the headline in the title of the page ('Judul - Pemerintah Kabupaten Sanggau'), or the title of one
    /// that does not name its headline there.
    pub(super) fn site(&self) -> Option<String> {
        let (title, headline) = (self.in_head.as_deref()?, self.shown.as_deref().filter(|it| it.contains(' '))?);
        let Some((before, behind)) = title.split_once(headline) else {
            let word = folded(headline).split(' ').next().map(str::to_owned)?;
            let is_other = !folded(title).split(' ').any(|it| it == word);
            return parts_of(title).into_iter().find(|_| is_other).map(str::to_owned);
        };
        let names = |text: &str| parts_of(text).into_iter().map(str::to_owned).collect::<Vec<_>>();
        names(behind).pop().or_else(|| names(before).into_iter().next())
    }
}

/// The parts of a title between marks, without those that name the section: 'Press Release - Gunung Tanduruk Naik Level'.
pub(super) fn parts_of(title: &str) -> Vec<&str> {
    let is_section = |part: &str| WORDS.titles.sections.contains(&folded(part));
    let cut = |part: &'_ str| match part.split_once(": ") {
        Some((front, _)) if is_section(front) => front.len() + 2,
        _ => 0,
    };
    let mut parts = vec![title];
    for mark in MARKS {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    let named = parts.into_iter().map(|part| part[cut(part)..].trim_matches([':', ' ', '|', '-', '.']));
    named.filter(|part| !part.is_empty() && !is_section(part)).collect()
}

/// Whether `headline` is one of the titles that are `known`, or nearly all of it. One that is but a part of it may be the name
/// of the outlet or of a section.
fn is_named(headline: &str, known: &[String]) -> bool {
    let words = folded(headline);
    let is_of = |title: &String| {
        // What stands behind the headline in a title is the outlet.
        let least = if title.ends_with(&words) { 7 } else { 5 };
        title.contains(&words) && words.len() * 10 > title.len() * least
    };
    !words.is_empty() && known.iter().any(is_of)
}

/// The headline of a page that gives the highest rank to the name of a section, or to nothing: what a title begins or ends
/// with, or what is one of its `parts`.
fn lesser(page: &Document, titles: &[String], parts: &[String]) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    /// No name of an outlet has so many.
    const SURE_WORDS: usize = 7;
    let is_headline = |heading: &String| {
        let words = folded(heading);
        let is_of = |title: &String| title.starts_with(&words) || title.ends_with(&words);
        let count = words.split(' ').count();
        // A part alone may be the outlet.
        let is_part = parts.contains(&words) && (parts.len() > 1 || count >= SURE_WORDS);
        let is_end = || titles.iter().any(is_of) && (count >= SURE_WORDS || is_named(heading, titles));
        count >= LEAST_WORDS && (is_part || is_end())
    };
    // Old pages have no headings, only large letters.
    let places = ["h2, h3, [class*=judul], [class*=title], [class*=headline]", "font[size], b, strong"];
    // What leads elsewhere is the name of the site.
    let is_own = |node: &&NodeRef| !node.ancestors_it(Some(4)).any(|it| is_link(&it) || it.has_name("footer"));
    let in_places = || {
        places.iter().find_map(|place| {
            page.select(place).nodes().iter().filter(is_own).map(|it| clean_line(&it.text())).find(is_headline)
        })
    };
    let anywhere = || {
        let body = page.body()?;
        let own = body.descendants_it().filter(NodeRef::is_text).filter(|it| is_own(&it));
        own.map(|it| clean_line(&it.text())).find(|text| !text.is_empty() && is_headline(text))
    };
    in_places().or_else(anywhere)
}

/// The last line before the text that is set as a heading, for a page whose title and first heading name only the site and
/// its section. The text begins with `first`.
pub(super) fn above(page: &Document, first: &str) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    const LEAST_BYTES: usize = 15;
    let body = page.body()?;
    let texts = body.descendants_it().filter(NodeRef::is_text).map(|node| (clean_line(&node.text()), node));
    let begins = |text: &str| text.len() >= LEAST_BYTES && (text.starts_with(first) || first.starts_with(text));
    let is_within = |node: &NodeRef, is: fn(&NodeRef) -> bool| node.ancestors_it(Some(4)).any(|it| is(&it));
    let before = texts.take_while(|(text, node)| !begins(text) || is_within(node, is_link));
    let headings = before.filter(|(text, node)| {
        let is_long = text.split(' ').count() >= LEAST_WORDS && text.len() <= Titles::MOST_BYTES;
        is_long && !text.ends_with(['.', ':']) && is_within(node, is_set_off) && !is_within(node, is_link)
    });
    headings.last().map(|(text, _)| text)
}

fn is_link(node: &NodeRef) -> bool {
    ["a", "nav", "button", "aside"].iter().any(|name| node.has_name(name))
}

/// Whether an element is a heading, is named one, or has large or heavy letters.
fn is_set_off(node: &NodeRef) -> bool {
    const CLASSES: [&str; 4] = ["headline", "heading", "judul", "title"];
    ["h1", "h2", "h3", "h4", "h5", "b", "strong"].iter().any(|name| node.has_name(name))
        || node.class().is_some_and(|class| CLASSES.iter().any(|name| class.to_lowercase().contains(name)))
}

/// The headline of a page without headings, by the size of its letters.
fn largest(page: &Document) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    const LEAST_SIZE: i32 = 4;
    if page.select("h1, h2, h3, h4").exists() {
        return None;
    }
    let fonts = page.select("font[size]");
    let sized = fonts.nodes().iter().filter_map(|node| {
        let size = node.attr("size")?;
        // '+2' is told from 3 on.
        let size: i32 = size.trim().parse().ok().map(|it| if size.contains('+') { it + 3 } else { it })?;
        Some((size, clean_line(&node.text())))
    });
    let headlines = sized.filter(|(size, text)| {
        *size >= LEAST_SIZE && text.split(' ').count() >= LEAST_WORDS && text.len() <= Titles::MOST_BYTES
    });
    // Of letters that are as large, the first.
    headlines.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, text)| text)
}

/// The headline of a page whose title is that of the whole site, by the class of the one element that has it.
fn classed(page: &Document) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    let all = page.select(".headline, .judul, .judul_berita, .judul-berita, .article-title, .articletitle, .story-title, .news-title, .entry-title, .post-title");
    let found: Vec<String> = all.nodes().iter().map(|node| clean_line(&node.text())).collect();
    match found.as_slice() {
        [only] if only.split(' ').count() >= LEAST_WORDS => Some(only.clone()),
        _ => None,
    }
}

/// A title without the name of its outlet behind it.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let mut title = title;
    // 'Judul | Nasional - Warta' has two.
    while let Some((at, mark)) = MARKS.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, mark))).max() {
        let (before, behind) = (&title[..at], &title[at + mark.len()..]);
        let words = |text: &str| text.split_whitespace().count();
        let is_outlet = outlet.is_some_and(|name| {
            let (name, behind) = (folded(name).replace(' ', ""), folded(behind).replace(' ', ""));
            behind.contains(&name) || name.contains(&behind)
        });
        let is_section = *mark != " - " && *mark != " – " && *mark != " — " && words(behind) <= 2 && words(before) >= 4;
        if words(before) < 2 || !(is_outlet || is_section) {
            break;
        }
        title = before.trim_end();
    }
    title.to_owned()
}

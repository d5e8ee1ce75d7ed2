//! The headline of an article: that of the page if its metadata name it too, else theirs.

use dom_query::Document;

use super::head::{Metas, folded};
use super::json_ld::Told;
use super::line;
use crate::text::sanitise::clean_line;

/// What stands between a headline and the name of an outlet.
const MARKS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " : "];

/// All that can be the headline.
pub(super) struct Titles {
    /// What metadata and the title of the page say, the surest first.
    told: Vec<String>,
    /// The title of the page, most often with the name of the outlet.
    in_head: Option<String>,
    /// The headings of the highest rank.
    headings: Vec<String>,
    /// What stands on the page as its headline and is named by its metadata.
    pub(super) shown: Option<String>,
}

impl Titles {
    pub(super) fn of(page: &Document, metas: &Metas, told: &Told) -> Titles {
        let in_head = page.select_single("head title, title").nodes().first().map(|node| clean_line(&node.text()));
        let in_head = in_head.filter(|title| !title.is_empty());
        let headline = told.headline.as_deref().map(line).filter(|it| !it.is_empty());
        let meta = metas.first(&["og:title", "twitter:title", "dc.title", "sailthru.title", "title"]);
        let is_told = headline.is_some() || meta.is_some();
        let told: Vec<String> = [headline, meta, in_head.clone()].into_iter().flatten().collect();
        let headings: Vec<String> = page.select("h1").nodes().iter().map(|node| clean_line(&node.text())).collect();
        let known: Vec<String> = told.iter().map(|it| folded(it)).collect();
        let is_left_to_looks = !is_told && headings.iter().all(String::is_empty);
        let looks = || if is_left_to_looks { classed(page) } else { None };
        let shown = headings.iter().find(|it| is_named(it, &known)).cloned();
        let shown = shown.or_else(looks).or_else(|| lesser(page, &known));
        Titles { told, in_head, headings, shown }
    }

    /// The headline; `outlet` is not part of it.
    pub(super) fn headline(&self, outlet: Option<&str>) -> Option<String> {
        let told = || self.told.first().map(|title| without_outlet(title, outlet));
        self.shown.clone().or_else(told).or_else(|| self.headings.iter().find(|it| !it.is_empty()).cloned())
    }

    /// What stands beside the headline in the title of the page: 'Judul - Pemerintah Kabupaten Sanggau'.
    pub(super) fn site(&self) -> Option<String> {
        let (title, headline) = (self.in_head.as_deref()?, self.shown.as_deref().filter(|it| it.contains(' '))?);
        let marks = || MARKS.iter();
        let behind =
            title.strip_prefix(headline).and_then(|rest| marks().find_map(|mark| Some(rest.rsplit_once(mark)?.1)));
        let before = || title.strip_suffix(headline).and_then(|rest| marks().find_map(|mark| rest.strip_suffix(mark)));
        behind.or_else(before).map(str::to_owned)
    }
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
/// with.
fn lesser(page: &Document, titles: &[String]) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    /// No name of an outlet has so many.
    const SURE_WORDS: usize = 7;
    let is_headline = |heading: &String| {
        let words = folded(heading);
        let is_of = |title: &String| title.starts_with(&words) || title.ends_with(&words);
        let count = words.split(' ').count();
        count >= LEAST_WORDS && titles.iter().any(is_of) && (count >= SURE_WORDS || is_named(heading, titles))
    };
    // Old pages have no headings, only large letters.
    let places = ["h2, h3, [class*=judul], [class*=title], [class*=headline]", "font[size], b, strong"];
    places.iter().find_map(|place| page.select(place).nodes().iter().map(|it| clean_line(&it.text())).find(is_headline))
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

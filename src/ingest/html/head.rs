//! What a page says of its article beside the text: headline, byline, time, outlet, language, address.
//!
//! Asked in the order of how rarely each is wrong: JSON-LD, meta tags, elements of the page, its looks.

use dom_query::{Document, NodeRef};

use super::json_ld::{self, Told};
use super::{byline, language, line, outlet, published};
use crate::ingest::address::{self, Base};
use crate::ingest::date;
use crate::model::Moment;
use crate::text::sanitise::clean_line;

/// What is known of the article of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<Moment>,
    pub(super) outlet: Option<String>,
    pub(super) language: Option<String>,
    pub(super) canonical: Option<String>,
    /// The text of the article as JSON-LD tells it, with whatever stands between its paragraphs.
    pub(super) body: Option<String>,
}

/// Metadata by name, property or microdata, in the order of the page.
pub(super) struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Document) -> Metas {
        let named = |node: &NodeRef| {
            let content = node.attr("content")?;
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|it| node.attr(it))?;
            Some((name.trim().to_lowercase(), content.to_string()))
        };
        Metas(page.select("meta[content]").nodes().iter().filter_map(named).collect())
    }

    /// The first that has one of `names`, the first name counting most; none that is empty.
    pub(super) fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next())
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let own = self.0.iter().filter(move |(known, _)| known == name);
        own.map(|(_, content)| line(content)).filter(|content| !content.is_empty())
    }
}

/// Everything known of the article of `page`.
pub(super) fn read(page: &Document, base: &Base) -> Head {
    let metas = Metas::of(page);
    let scripts: Vec<String> =
        page.select(r#"script[type*="ld+json"]"#).nodes().iter().map(|node| node.text().to_string()).collect();
    let told = json_ld::read(scripts.iter().map(String::as_str));
    let language = language::told(page, &metas, &told);
    let canonical = canonical(page, &metas, &told, base);
    let host = canonical.as_deref().and_then(address::host).or_else(|| base.host());
    let outlet = outlet::name(page, &metas, &told, host.as_deref());
    let home = date::home(host.as_deref(), language.as_deref());
    let title = title(page, &metas, &told, outlet.as_deref());
    Head {
        byline: byline::read(page, &metas, &told, outlet.as_deref()),
        published: published::read(page, &metas, &told).map(|moment| moment.at_home(home)),
        title,
        outlet,
        language,
        canonical,
        body: told.body,
    }
}

/// The headline: that of the page if its metadata name it too, else theirs.
fn title(page: &Document, metas: &Metas, told: &Told, outlet: Option<&str>) -> Option<String> {
    let in_head = page.select_single("head title, title").nodes().first().map(|node| clean_line(&node.text()));
    let in_head = in_head.filter(|title| !title.is_empty());
    let told = told.headline.as_deref().map(line).filter(|it| !it.is_empty());
    let meta = metas.first(&["og:title", "twitter:title", "dc.title", "sailthru.title", "title"]);
    let known: Vec<String> = [&told, &meta, &in_head].into_iter().flatten().map(|it| folded(it)).collect();
    let headlines: Vec<String> = page.select("h1").nodes().iter().map(|node| clean_line(&node.text())).collect();
    // One that is but a part of the title may be the name of the outlet or of a section.
    let is_of = |title: &String, words: &String| {
        // What stands behind the headline in a title is the outlet.
        let least = if title.ends_with(words) { 7 } else { 5 };
        title.contains(words) && words.len() * 10 > title.len() * least
    };
    let is_named = |headline: &&String| {
        let words = folded(headline);
        !words.is_empty() && known.iter().any(|title| is_of(title, &words))
    };
    let headline = headlines.iter().find(is_named).cloned().or_else(|| lesser_headline(page, &known));
    let metadata = || told.or(meta).or(in_head).map(|title| without_outlet(&title, outlet));
    headline.or_else(metadata).or_else(|| headlines.into_iter().find(|it| !it.is_empty()))
}

/// A heading of a lower rank, of which a title begins with all, where the highest names the section: 'Berita Daerah'.
fn lesser_headline(page: &Document, titles: &[String]) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    let headings = page.select("h2, h3");
    headings.nodes().iter().map(|node| clean_line(&node.text())).find(|heading| {
        let words = folded(heading);
        words.split(' ').count() >= LEAST_WORDS && titles.iter().any(|title| title.starts_with(&words))
    })
}

/// Letters and digits alone, in small letters.
pub(super) fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A title without the name of its outlet behind it.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    const MARKS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];
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

/// The address under which the outlet wants the article to be known.
fn canonical(page: &Document, metas: &Metas, told: &Told, base: &Base) -> Option<String> {
    let link = page.select_single("link[rel~=canonical]").attr("href").map(|it| it.to_string());
    let candidates = [link, metas.first(&["og:url", "twitter:url"]), told.address.clone()];
    let mut pages = candidates.into_iter().flatten().filter_map(|it| base.page(&it));
    // The front page of an outlet is the canonical address of none of its articles.
    pages.find(|address| address.splitn(4, '/').nth(3).is_some_and(|path| !path.is_empty()))
}

//! What a page says of its article beside the text: headline, byline, time, outlet, language, address.
//!
//! Asked in the order of how rarely each is wrong: JSON-LD, meta tags, elements of the page, its looks.

use dom_query::{Document, NodeRef};

use super::headline::Titles;
use super::json_ld::{self, Told};
use super::{byline, language, line, outlet, published};
use crate::ingest::address::{self, Base};
use crate::ingest::date;
use crate::model::Moment;

/// What is known of the article of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    /// Whether that is more than a guess by the title of the page.
    pub(super) is_title_sure: bool,
    pub(super) byline: Option<String>,
    pub(super) published: Option<Moment>,
    pub(super) outlet: Option<String>,
    /// The codes of languages that it tells, of which some come from templates.
    pub(super) languages: Vec<String>,
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

/// Everything known of the article of `page`; `headline` stands over its text, where that is known.
pub(super) fn read(page: &Document, base: &Base, headline: Option<String>) -> Head {
    let metas = Metas::of(page);
    let scripts: Vec<String> =
        page.select(r#"script[type*="ld+json"]"#).nodes().iter().map(|node| node.text().to_string()).collect();
    let told = json_ld::read(scripts.iter().map(String::as_str));
    let languages = language::told(page, &metas, &told);
    let canonical = canonical(page, &metas, &told, base);
    let host = canonical.as_deref().and_then(address::host).or_else(|| base.host());
    let titles = Titles::of(page, &metas, &told, headline);
    let outlet = outlet::name(page, &metas, &told, &titles, host.as_deref());
    // Of two languages the English one is that of a template.
    let language = languages.iter().find(|code| *code != "en").or(languages.first());
    let home = date::home(host.as_deref(), language.map(String::as_str));
    let published = published::read(page, &metas, &told, titles.shown.as_deref());
    Head {
        byline: byline::read(page, &metas, &told, outlet.as_deref(), titles.shown.as_deref()),
        published: published.map(|moment| moment.at_home(home)),
        title: titles.headline(outlet.as_deref()),
        is_title_sure: titles.is_sure(),
        outlet,
        languages,
        canonical,
        body: told.body,
    }
}

/// Letters and digits alone, in small letters.
pub(super) fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The same without the spaces: names of outlets are written with and without them, 'Warta Desa' and 'WartaDesa'.
pub(super) fn squeezed(text: &str) -> String {
    folded(text).replace(' ', "")
}

/// The address under which the outlet wants the article to be known.
fn canonical(page: &Document, metas: &Metas, told: &Told, base: &Base) -> Option<String> {
    let link = page.select_single("link[rel~=canonical]").attr("href").map(|it| it.to_string());
    let candidates = [link, metas.first(&["og:url", "twitter:url"]), told.address.clone()];
    let mut pages = candidates.into_iter().flatten().filter_map(|it| base.original(&it));
    // The front page of an outlet is the canonical address of none of its articles.
    pages.find(|address| address.splitn(4, '/').nth(3).is_some_and(|path| !path.is_empty()))
}

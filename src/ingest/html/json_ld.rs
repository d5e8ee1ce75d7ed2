//! What a page says of its article to search engines: JSON-LD in the words of schema.org.

use rustc_hash::FxHashMap;
use serde_json::Value;

/// The article of a page as its JSON-LD tells it; texts as they stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    pub(super) body: Option<String>,
}

/// Types that are articles, by how their names end. Source: schema.org, subtypes of `Article`.
const ARTICLE_ENDINGS: [&str; 4] = ["Article", "BlogPosting", "Posting", "Report"];
/// How deep an article may lie within the values of a page.
const MOST_DEPTH: usize = 12;

/// The first article that any of `scripts` tells of.
pub(super) fn read<'a>(scripts: impl Iterator<Item = &'a str>) -> Told {
    let scripts: Vec<&str> = scripts.collect();
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut articles = Vec::new();
    values.iter().for_each(|value| collect(value, &mut articles, 0));
    // Lists of other articles tell less of each than the page tells of its own.
    let mut named = FxHashMap::default();
    values.iter().for_each(|value| collect_named(value, &mut named, 0));
    let told = articles.into_iter().map(|it| told(it, &named)).max_by_key(Told::weight);
    told.or_else(|| scripts.into_iter().find_map(salvage)).unwrap_or_default()
}

/// What can be read of an article in JSON that is broken, most often by quotation marks in its text.
fn salvage(script: &str) -> Option<Told> {
    let is_article = ARTICLE_ENDINGS.iter().any(|ending| script.contains(&format!("{ending}\"")));
    let field = |name: &str, from: &str| {
        let (_, rest) = from.split_once(&format!("\"{name}\""))?;
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        first_value(value).as_ref().and_then(text)
    };
    let author = script.split_once("\"author\"").and_then(|(_, rest)| field("name", rest));
    let told = Told {
        headline: field("headline", script),
        authors: author.into_iter().collect(),
        published: field("datePublished", script),
        ..Told::default()
    };
    (is_article && parse(script).is_none()).then_some(told)
}

/// JSON as pages have it: with line ends within strings, in comments of other languages, a semicolon behind.
fn parse(script: &str) -> Option<Value> {
    let text: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.replace("<![CDATA[", "");
    let value = &text[text.find(['{', '['])?..];
    first_value(value).or_else(|| first_value(&without_stray_commas(value)))
}

/// The value that `text` begins with. The reader of JSON refuses what is nested deeper than 128.
fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter().next()?.ok()
}

/// The text without commas that stand before a closing bracket, a common slip of templates.
fn without_stray_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '}' | ']') {
            let end = out.trim_end().len();
            if out[..end].ends_with(',') {
                out.truncate(end - 1);
            }
        }
        out.push(c);
    }
    out
}

fn collect<'a>(value: &'a Value, articles: &mut Vec<&'a Value>, depth: usize) {
    if depth > MOST_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, articles, depth + 1)),
        Value::Object(fields) => {
            if types(value).any(|kind| ARTICLE_ENDINGS.iter().any(|ending| kind.ends_with(ending))) {
                articles.push(value);
            }
            let inner = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "about"];
            inner.iter().filter_map(|name| fields.get(*name)).for_each(|value| collect(value, articles, depth + 1));
        }
        _ => {}
    }
}

/// What has a name and an identifier, by which it is meant elsewhere.
type Named<'a> = FxHashMap<&'a str, &'a Value>;

fn collect_named<'a>(value: &'a Value, named: &mut Named<'a>, depth: usize) {
    if depth > MOST_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect_named(value, named, depth + 1)),
        Value::Object(fields) => {
            if let (Some(id), Some(name)) = (fields.get("@id").and_then(Value::as_str), fields.get("name")) {
                named.entry(id).or_insert(name);
            }
            fields.values().for_each(|value| collect_named(value, named, depth + 1));
        }
        _ => {}
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let kinds = value.get("@type");
    let list = kinds.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    kinds.into_iter().chain(list).filter_map(Value::as_str)
}

fn told(article: &Value, named: &Named) -> Told {
    let field = |names: &[&str]| names.iter().find_map(|name| article.get(*name).and_then(text));
    Told {
        headline: field(&["headline", "name"]),
        authors: article
            .get("author")
            .or_else(|| article.get("creator"))
            .map(|it| names(it, named))
            .unwrap_or_default(),
        published: field(&["datePublished", "dateCreated", "uploadDate"]),
        publisher: article.get("publisher").and_then(|it| names(it, named).into_iter().next()),
        language: field(&["inLanguage"]),
        address: ["mainEntityOfPage", "url"].iter().find_map(|name| article.get(*name).and_then(address)),
        body: field(&["articleBody"]),
    }
}

impl Told {
    fn weight(&self) -> usize {
        let told = [&self.headline, &self.published, &self.publisher].into_iter().flatten().count();
        told + usize::from(!self.authors.is_empty()) + 2 * usize::from(self.body.is_some())
    }
}

/// A text, the name of a thing, or the first of a list of them.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Array(values) => values.iter().find_map(text),
        Value::Object(fields) => {
            ["@value", "alternateName", "name"].iter().find_map(|name| fields.get(*name).and_then(text))
        }
        _ => None,
    }
}

/// The names of people or bodies: each a text, a thing with a name, or the identifier of one.
fn names(value: &Value, named: &Named) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().flat_map(|it| names(it, named)).collect(),
        Value::Object(fields) => {
            let meant = || named.get(fields.get("@id")?.as_str()?).copied();
            fields.get("name").or_else(meant).map(|it| names(it, named)).unwrap_or_default()
        }
        Value::String(name) => vec![name.clone()],
        _ => Vec::new(),
    }
}

fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(address) => Some(address.clone()),
        Value::Object(fields) => ["@id", "url"].iter().find_map(|name| fields.get(*name)?.as_str()).map(str::to_owned),
        _ => None,
    }
    .filter(|address| address.starts_with("http"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_wherever_it_lies() {
        let cases = [
            r#"{"@type":"NewsArticle","headline":"Judul","author":{"name":"Ayu"}}"#,
            r#"[{"@type":"WebSite","name":"Situs"},{"@type":["NewsArticle"],"headline":"Judul","author":["Ayu"]}]"#,
            r#"{"@graph":[{"@type":"WebPage"},{"@type":"Article","headline":"Judul","author":[{"name":"Ayu"}]}]}"#,
            "//<![CDATA[\n{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Judul\",\"author\":{\"name\":\"Ayu\",},}\n//]]>",
            "<!-- {\"@type\":\"NewsArticle\", \"headline\":\"Judul\", \"author\":\"Ayu\", \"description\":\"dua\nbaris\"}; -->",
            r#"{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"Judul","author":"Ayu"}}"#,
            r##"{"@graph":[{"@type":"Article","headline":"Judul","author":{"@id":"#ayu"}},{"@type":"Person","@id":"#ayu","name":"Ayu"}]}"##,
        ];
        for script in cases {
            let told = read([script].into_iter());
            assert_eq!(
                (told.headline.as_deref(), told.authors.as_slice()),
                (Some("Judul"), &["Ayu".to_owned()][..]),
                "{script}"
            );
        }
    }

    #[test]
    fn broken_json_tells_what_can_be_read() {
        let script =
            r#"{"@type":"NewsArticle","headline":"Judul","author":{"name":"Ayu"},"articleBody":"Kata "siapa"?"}"#;
        let told = read([script].into_iter());
        assert_eq!((told.headline.as_deref(), told.authors, told.body), (Some("Judul"), vec!["Ayu".to_owned()], None));
    }

    #[test]
    fn what_is_no_article_tells_nothing() {
        let deep = "[".repeat(50_000);
        for script in ["", "{", "null", "}{", r#"{"@type":"Person","name":"Ayu"}"#, &deep, r#"{"@type":{"@type":1}}"#] {
            assert_eq!(read([script].into_iter()), Told::default());
        }
    }
}

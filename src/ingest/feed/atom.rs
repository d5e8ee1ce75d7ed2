//! Atom 0.3 and 1.0.

use super::tree::Element;
use super::{Base, Context, language, line, line_in, worth_keeping};
use crate::model::{Feed, FeedItem, Markup};

/// The feed in `root`, a `feed`.
pub(super) fn feed(root: &Element, base: Base) -> Feed {
    let code = language(root.attribute("xml:lang"));
    let context = Context::new(base.within(root.attribute("xml:base")), code.as_deref());
    let entries = root.children.iter().filter(|child| is(child, "entry") && child.complete);
    Feed {
        title: child(root, "title").and_then(text_line).unwrap_or_default(),
        address: link(root, "self", &context),
        site: link(root, "alternate", &context),
        items: entries.map(|entry| item(entry, &context)).filter(worth_keeping).collect(),
        language: code,
    }
}

fn item(entry: &Element, outer: &Context) -> FeedItem {
    let context = Context { base: outer.base.within(entry.attribute("xml:base")), home_minutes: outer.home_minutes };
    let field = |name: &str| child(entry, name);
    let date = |names: &[&str]| names.iter().find_map(|name| context.date(Some(field(name)?.text.as_str())));
    let author = field("author").and_then(|author| child(author, "name")).and_then(line_in);
    FeedItem {
        guid: field("id").map(|id| id.text.trim().to_owned()).filter(|id| !id.is_empty()),
        address: link(entry, "alternate", &context),
        title: field("title").and_then(text_line),
        author: author.or_else(|| entry.text_of(&["dc:creator"]).and_then(line)),
        published: date(&["published", "issued", "created", "dc:date"]),
        updated: date(&["updated", "modified"]),
        summary: field("summary").and_then(markup),
        content: field("content").and_then(markup),
        language: language(entry.attribute("xml:lang")),
    }
}

fn is(element: &Element, name: &str) -> bool {
    element.name == name || element.name.strip_prefix("atom:") == Some(name)
}

fn child<'e, 'a>(element: &'e Element<'a>, name: &str) -> Option<&'e Element<'a>> {
    element.children.iter().find(|child| is(child, name))
}

/// The link that stands in this relation; a page counts before other things. None is told where it is the usual one.
fn link(element: &Element, relation: &str, context: &Context) -> Option<String> {
    let mut links: Vec<&Element> = element
        .children
        .iter()
        .filter(|child| is(child, "link") && child.attribute("rel").unwrap_or("alternate") == relation)
        .collect();
    links.sort_by_key(|link| !link.attribute("type").is_none_or(|kind| kind.contains("html")));
    links.iter().find_map(|link| context.address(link.attribute("href").unwrap_or(&link.text)))
}

fn text_line(element: &Element) -> Option<String> {
    match element.attribute("type") {
        // '&lt;b&gt;' is meant to be read as it stands here.
        Some("text" | "text/plain") if element.children.is_empty() => {
            Some(crate::text::sanitise::clean_line(&element.text)).filter(|line| !line.is_empty())
        }
        _ => line_in(element),
    }
}

fn markup(element: &Element) -> Option<Markup> {
    let kind = element.attribute("type").unwrap_or("text");
    let text = element.text.trim();
    if !element.children.is_empty() {
        return Some(Markup::Html(element.source.to_owned()));
    }
    match kind {
        _ if text.is_empty() => None,
        "text" | "text/plain" => Some(Markup::Plain(text.to_owned())),
        // Something else than text, or in a form that only its reader knows.
        kind if kind.contains('/') && !kind.contains("html") && !kind.contains("xml") => None,
        _ => Some(Markup::Html(text.to_owned())),
    }
}

//! RSS in all its forms: 0.90 and 1.0 (RDF), 0.91 to 2.0.

use super::tree::Element;
use super::{Base, Context, language, line, line_in, markup_in, worth_keeping};
use crate::model::{Feed, FeedItem};

/// The feed in `root`: `rss`, `rdf:RDF`, or a `channel` alone.
pub(super) fn feed(root: &Element, base: Base) -> Feed {
    let channel = if root.name == "channel" { root } else { root.child("channel").unwrap_or(root) };
    let code = language(channel.text_of(&["language", "dc:language"]).or_else(|| root.attribute("xml:lang")));
    let context = Context::new(base, code.as_deref());
    // Those of RDF stand beside the channel, those of some broken feeds in both places.
    let beside = if std::ptr::eq(root, channel) { &[] } else { root.children.as_slice() };
    let items = channel.children.iter().chain(beside).filter(|child| child.name == "item" && child.complete);
    let itself = channel.children.iter().find(|it| it.name == "atom:link" && it.attribute("rel") == Some("self"));
    Feed {
        title: channel.child("title").and_then(line_in).unwrap_or_default(),
        address: itself.and_then(|link| context.address(link.attribute("href")?)),
        site: channel.text_of(&["link"]).and_then(|text| context.address(text)),
        items: items.map(|element| item(element, &context)).filter(worth_keeping).collect(),
        language: code,
    }
}

fn item(element: &Element, context: &Context) -> FeedItem {
    let markup = |names: &[&str]| {
        names.iter().find_map(|name| element.children.iter().filter(|it| it.name == *name).find_map(markup_in))
    };
    FeedItem {
        guid: element.text_of(&["guid"]).or_else(|| element.attribute("rdf:about")).map(str::to_owned),
        address: address(element, context),
        title: element.child("title").and_then(line_in).or_else(|| element.child("media:title").and_then(line_in)),
        author: element.text_of(&["dc:creator", "author", "itunes:author"]).and_then(author),
        published: context.date(element.text_of(&["pubdate", "dc:date", "dcterms:issued", "date", "atom:published"])),
        updated: context.date(element.text_of(&["dcterms:modified", "atom:updated", "lastbuilddate"])),
        summary: markup(&["description", "summary", "itunes:summary", "media:description"]),
        content: markup(&["content:encoded", "content", "atom:content", "xhtml:body", "body"]),
        language: language(element.text_of(&["dc:language"])),
    }
}

/// Where the item is to be read: before a proxy that counts readers changed it, else its link, else a guid that is one.
fn address(element: &Element, context: &Context) -> Option<String> {
    let link = element.text_of(&["feedburner:origlink", "link"]).and_then(|text| context.address(text));
    let by_reference = || {
        let mut links = element.children.iter().filter(|it| matches!(it.name.as_str(), "link" | "atom:link"));
        links.find_map(|link| context.address(link.attribute("href")?))
    };
    let by_guid = || {
        let guid = element.child("guid").filter(|guid| guid.attribute("ispermalink") != Some("false"))?;
        let text = guid.text.trim();
        text.starts_with("http").then(|| context.address(text))?
    };
    let by_subject = || context.address(element.attribute("rdf:about")?);
    link.or_else(by_reference).or_else(by_guid).or_else(by_subject)
}

/// The name in `mail@host (Name)`, which is how RSS writes an author; else all of it.
fn author(text: &str) -> Option<String> {
    let name = match text.split_once('(') {
        Some((before, name)) if before.contains('@') => name.trim_end().trim_end_matches(')'),
        _ => text,
    };
    line(name)
}

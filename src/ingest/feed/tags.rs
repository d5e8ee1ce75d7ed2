//! Single tags of a web page, found without regard to anything around them but scripts, styles and comments.

use quick_xml::events::BytesStart;

use super::tree::Element;

/// What nothing is looked for in, up to its end.
const SKIPPED: &[(&str, &str)] =
    &[("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<template", "</template")];

/// More than one page has; what comes after is not looked at.
const MOST_TAGS: usize = 2_000;

/// The start tags of `html` that are called one of `names`, in their order, as elements without content.
pub(super) fn tags(html: &str, names: &[&str]) -> Vec<Element<'static>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(end) = SKIPPED.iter().find_map(|(start, end)| begins(rest, start).then_some(*end)) {
            rest = after(&rest[1..], end);
            continue;
        }
        let name_end = rest[1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(rest.len(), |length| length + 1);
        let name = rest[1..name_end].to_ascii_lowercase();
        if !names.contains(&name.as_str()) {
            rest = &rest[1..];
            continue;
        }
        let end = tag_end(rest);
        let content = rest[1..end].trim_end_matches('/');
        let tag = BytesStart::from_content(content, name.len().min(content.len()));
        found.push(Element::without_content(name, &tag));
        if found.len() == MOST_TAGS {
            return found;
        }
        rest = &rest[end..];
    }
    found
}

fn begins(text: &str, wanted: &str) -> bool {
    text.get(..wanted.len()).is_some_and(|start| start.eq_ignore_ascii_case(wanted))
}

/// What comes after the first `end`, whatever its case; nothing, where it never comes.
fn after<'a>(text: &'a str, end: &str) -> &'a str {
    let first = &end[..1];
    let found = text.match_indices(first).find(|&(at, _)| begins(&text[at..], end));
    found.map_or("", |(at, _)| &text[at + end.len()..])
}

/// Where the tag ends that `text` begins with: at the first `>` outside quotes.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            // A quote that is no value of anything is none.
            (None, '"' | '\'') if text[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.find('>').unwrap_or(text.len())
}

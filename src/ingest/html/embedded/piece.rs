//! Pieces of a text as publishing programs list them, set in the language of pages.

use serde_json::Value;

/// Keys of the text of a piece. Source: Arc, Contentful, Draft.js, Medium, and outlets' own.
const TEXTS: [&str; 5] = ["content", "text", "html", "value", "body"];
/// Keys of the pieces that a piece is made of. Source: Contentful, Sanity, Slate, TipTap, Arc, the BBC.
const WITHIN: [&str; 5] = ["content", "children", "items", "content_elements", "blocks"];
/// Keys of what holds the text of a piece beside its kind. Source: Editor.js, the BBC.
const HOLDERS: [&str; 3] = ["data", "model", "props"];
/// Keys that say what a piece is, the most telling first.
const KINDS: [&str; 6] = ["listItem", "style", "type", "nodeType", "_type", "__typename"];
/// Parts of the kinds of pieces that are no text of the article.
const OTHERS: &str = "image img photo figure iframe video gallery interstitial oembed raw_html ad related embed caption promo newsletter audio";
/// How deep a piece may be made of others.
const MOST_DEPTH: usize = 12;

/// The value that all lies in, in which programs look up what they name but once.
#[derive(Clone, Copy)]
pub(super) struct Store<'a>(pub(super) &'a Value);

impl Store<'_> {
    /// The text of a piece in a list of them, as an element; none where it is no piece.
    pub(super) fn piece(self, value: &Value) -> Option<String> {
        self.set(value, 0).filter(|text| text.ends_with('>') && !text.ends_with("></p>"))
    }

    fn set(self, value: &Value, depth: usize) -> Option<String> {
        if depth > MOST_DEPTH {
            return None;
        }
        if let Some(element) = Element::of(value) {
            return element.set(self, depth);
        }
        let value = self.named(value).unwrap_or(value);
        let kind = KINDS.iter().find_map(|key| value.get(*key)?.as_str()).unwrap_or_default().to_lowercase();
        if !value.is_object() || OTHERS.split(' ').any(|other| is_of(&kind, other)) {
            return None;
        }
        let held = HOLDERS.iter().find_map(|key| value.get(*key)).filter(|it| it.is_object());
        let text = [Some(value), held].into_iter().flatten().find_map(|it| self.text(it, depth))?;
        let is_run = depth > 0 && !text.ends_with('>') && tag(&kind).is_none();
        match tag(&kind).unwrap_or("p") {
            _ if text.trim().is_empty() => None,
            _ if is_run => Some(text),
            // What is made of paragraphs is none.
            "p" if text.ends_with("</p>") || text.ends_with("</li>") => Some(text),
            tag => Some(format!("<{tag}>{text}</{tag}>")),
        }
    }

    /// The text of a piece: its own, or that of the pieces within it.
    fn text(self, value: &Value, depth: usize) -> Option<String> {
        let own = || TEXTS.iter().find_map(|key| value.get(*key)?.as_str()).map(str::to_owned);
        let within = || {
            let (key, pieces) = WITHIN.iter().find_map(|key| Some((key, value.get(*key)?.as_array()?)))?;
            let item = |it: &Value| match it {
                Value::String(text) => Some(format!("<li>{text}</li>")),
                piece if *key == "items" => {
                    let text = self.set(piece, depth + 1)?;
                    Some(if text.ends_with("</li>") { text } else { format!("<li>{text}</li>") })
                }
                piece => self.set(piece, depth + 1),
            };
            Some(pieces.iter().filter_map(item).collect::<String>())
        };
        own().or_else(within)
    }

    /// What a value names instead of holding it. Source: the cache of Apollo, `{"__ref": "Paragraph:1"}`.
    fn named(&self, value: &Value) -> Option<&Value> {
        self.0.get(value.get("__ref")?.as_str()?)
    }
}

/// An element as React writes it: `["$", "p", null, {"children": ...}]`.
struct Element<'a> {
    name: &'a str,
    children: Option<&'a Value>,
}

impl<'a> Element<'a> {
    fn of(value: &'a Value) -> Option<Element<'a>> {
        match value.as_array()?.as_slice() {
            [Value::String(mark), Value::String(name), _, properties, ..] if mark == "$" => {
                Some(Element { name, children: properties.get("children") })
            }
            _ => None,
        }
    }

    fn set(&self, store: Store, depth: usize) -> Option<String> {
        const KEPT: [&str; 14] =
            ["p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "table", "tr", "td", "th"];
        const LEFT_OUT: [&str; 8] = ["script", "style", "nav", "aside", "footer", "button", "figure", "form"];
        let text = self.children.map(|it| inner(it, store, depth + 1)).filter(|it| !it.trim().is_empty())?;
        match self.name {
            name if LEFT_OUT.contains(&name) => None,
            name if KEPT.contains(&name) => Some(format!("<{name}>{text}</{name}>")),
            "a" => Some(format!("<a href='/'>{text}</a>")),
            _ => Some(text),
        }
    }
}

/// What stands in an element of React: a text, an element, or several.
fn inner(value: &Value, store: Store, depth: usize) -> String {
    match value {
        Value::String(text) if text.starts_with('$') => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) if Element::of(value).is_none() && depth <= MOST_DEPTH => {
            values.iter().map(|it| inner(it, store, depth + 1)).collect()
        }
        value => store.set(value, depth).unwrap_or_default(),
    }
}

/// Whether `word` is one of the words of a kind: 'interstitial_link'.
fn is_of(kind: &str, word: &str) -> bool {
    kind == word || kind.split(['_', '-', ' ']).any(|it| it == word) || word.len() > 4 && kind.contains(word)
}

/// The element for a kind of piece, if it is more than a paragraph or less. Source: the programs named above.
fn tag(kind: &str) -> Option<&'static str> {
    match kind {
        "h1" | "h2" | "h3" | "h4" | "header" | "heading" | "header-two" | "header-three" | "heading-2"
        | "heading-3" | "heading-4" | "subheading" | "subheadline" | "subhead" => Some("h2"),
        "uli"
        | "oli"
        | "bullet"
        | "number"
        | "list-item"
        | "listitem"
        | "list_item"
        | "unordered-list-item"
        | "ordered-list-item" => Some("li"),
        "quote" | "blockquote" | "pq" | "bq" | "pullquote" => Some("blockquote"),
        "p" | "paragraph" | "unstyled" | "normal" => Some("p"),
        _ => None,
    }
}

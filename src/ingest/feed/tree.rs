//! XML as a tree, whatever is wrong with it.
//!
//! Nothing that a document does is an error: an end without a start is passed over, a missing end is supplied, entities that only the
//! document knows stay as they are written (so that none is ever expanded), and what is cut off is marked as such. Depth is
//! bounded: what lies deeper belongs to the text of the deepest element.

use std::borrow::Cow;
use std::mem;

use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Deeper than any feed or list of feeds; shallow enough for functions that call themselves.
const MOST_DEPTH: usize = 64;

/// Namespaces by the prefix that everybody uses for them, so that another prefix is understood as well.
const PREFIXES: &[(&str, &str)] = &[
    ("http://purl.org/rss/1.0/modules/content/", "content"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://www.w3.org/2005/Atom", "atom"),
    ("http://search.yahoo.com/mrss/", "media"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
];

/// Elements that begin one item; one ends where the next begins.
const ITEMS: &[&str] = &["item", "entry"];

/// One element of a document; borrows its source.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Element<'a> {
    /// In lower case, with the usual prefix of its namespace: `content:encoded`.
    pub(in crate::ingest) name: String,
    attributes: Vec<(String, String)>,
    pub(in crate::ingest) children: Vec<Element<'a>>,
    /// The text that stands in it directly, entities resolved.
    pub(in crate::ingest) text: String,
    /// What stands between its tags, as it stands.
    pub(in crate::ingest) source: &'a str,
    /// False where the document broke off inside.
    pub(in crate::ingest) complete: bool,
}

impl Element<'_> {
    /// The value of attribute `name`, if it has one.
    pub(in crate::ingest) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first child called `name`.
    pub(in crate::ingest) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child called as the earliest of `names` that has any.
    pub(in crate::ingest) fn text_of(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| {
            let named = self.children.iter().filter(|child| child.name == **name);
            named.map(|child| child.text.trim()).find(|text| !text.is_empty())
        };
        names.iter().find_map(of)
    }

    /// The first element called one of `names`, this one or one inside, from outside in.
    pub(in crate::ingest) fn find(&self, names: &[&str]) -> Option<&Self> {
        if names.contains(&self.name.as_str()) {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(names))
    }
}

/// `text` so that every `<` begins something: one that stands alone ('harga < 5.000') is text.
pub(in crate::ingest) fn repaired(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let stands_alone = |at: usize| {
        !bytes.get(at + 1).is_some_and(|&next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?' | b'_'))
    };
    if !text.match_indices('<').any(|(at, _)| stands_alone(at)) {
        return Cow::Borrowed(text);
    }
    let mut repaired = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for (at, _) in text.match_indices('<').filter(|&(at, _)| stands_alone(at)) {
        repaired.push_str(&text[from..at]);
        repaired.push_str("&lt;");
        from = at + 1;
    }
    repaired.push_str(&text[from..]);
    Cow::Owned(repaired)
}

/// All of `source`, which is [`repaired`], in one element without a name.
pub(in crate::ingest) fn parse(source: &str) -> Element<'_> {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut builder = Builder::new(source);
    loop {
        let before = position(&reader);
        let event = reader.read_event();
        let after = position(&reader);
        match event {
            Ok(Event::Start(tag)) => builder.open(&tag, after),
            Ok(Event::Empty(tag)) => {
                let depth = builder.open.len();
                builder.open(&tag, after);
                builder.close_to(depth, after, true);
            }
            Ok(Event::End(tag)) => builder.close(tag.name().as_ref(), before),
            Ok(Event::Text(text)) => builder.push_text(&text.xml10_content()),
            Ok(Event::CData(text)) => builder.push_text(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => builder.push_entity(&entity),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_)) => {}
            // What cannot be read on is cut off there.
            Ok(Event::Eof) | Err(_) => return builder.finish(),
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

struct Builder<'a> {
    source: &'a str,
    /// From the document inwards, each with the place where its content begins.
    open: Vec<(Element<'a>, usize)>,
    /// Elements that are open beyond the deepest.
    too_deep: usize,
    /// Prefixes of this document for namespaces that usually have another.
    prefixes: Vec<(String, &'static str)>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Builder<'a> {
        Builder { source, open: vec![(Element::default(), 0)], too_deep: 0, prefixes: Vec::new() }
    }

    fn open(&mut self, tag: &BytesStart, content_at: usize) {
        let attributes = attributes(tag);
        self.learn_prefixes(&attributes);
        let name = self.usual_name(tag.name().as_ref());
        let same = |(element, _): &(Element, usize)| element.name == name && ITEMS.contains(&name.as_str());
        if let Some(depth) = self.open.iter().rposition(same) {
            self.close_to(depth, content_at, true);
        }
        if self.open.len() >= MOST_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.open.push((Element { name, attributes, ..Element::default() }, content_at));
    }

    /// The end of the innermost open element of that name; of none, where none is open.
    fn close(&mut self, written: &str, content_end: usize) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let name = self.usual_name(written);
        if let Some(depth) = self.open.iter().skip(1).rposition(|(element, _)| element.name == name) {
            self.close_to(depth + 1, content_end, true);
        }
    }

    /// Closes all from the innermost to the one at `depth`.
    fn close_to(&mut self, depth: usize, content_end: usize, complete: bool) {
        while self.open.len() > depth.max(1) {
            let Some((mut element, from)) = self.open.pop() else { return };
            element.source = self.source.get(from..content_end.max(from)).unwrap_or_default();
            element.complete = complete;
            self.open.last_mut().into_iter().for_each(|(parent, _)| parent.children.push(mem::take(&mut element)));
        }
    }

    fn push_text(&mut self, text: &str) {
        self.open.last_mut().into_iter().for_each(|(element, _)| element.text.push_str(text));
    }

    fn push_entity(&mut self, entity: &BytesRef) {
        match entity.resolve_char_ref() {
            Ok(Some(character)) => self.push_text(character.encode_utf8(&mut [0; 4])),
            _ => {
                let name = entity.xml10_content();
                match resolve_html5_entity(&name) {
                    Some(text) => self.push_text(text),
                    None => self.push_text(&format!("&{name};")),
                }
            }
        }
    }

    fn finish(mut self) -> Element<'a> {
        let end = self.source.len();
        self.close_to(1, end, false);
        self.open.pop().map(|(document, _)| document).unwrap_or_default()
    }

    fn learn_prefixes(&mut self, attributes: &[(String, String)]) {
        for (name, address) in attributes {
            let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
            let usual = PREFIXES.iter().find(|(known, _)| known.trim_end_matches('/') == address.trim_end_matches('/'));
            match usual {
                Some((_, usual)) if *usual != prefix && self.prefixes.len() < 64 => {
                    self.prefixes.push((prefix.to_owned(), usual));
                }
                _ => {}
            }
        }
    }

    fn usual_name(&self, written: &str) -> String {
        let written = written.to_lowercase();
        let Some((prefix, name)) = written.split_once(':') else { return written };
        match self.prefixes.iter().find(|(known, _)| known == prefix) {
            Some((_, usual)) => format!("{usual}:{name}"),
            None => written,
        }
    }
}

/// Names in lower case; what is wrong with one attribute does not touch the others.
fn attributes(tag: &BytesStart) -> Vec<(String, String)> {
    let mut attributes = tag.html_attributes();
    attributes.with_checks(false);
    attributes.flatten().map(|it| (it.key.as_ref().to_lowercase(), unescape(&it.value))).collect()
}

/// `text` with its entities resolved as far as they are known.
pub(in crate::ingest) fn unescape(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest[1..].find(';').filter(|&end| end <= 32).map(|end| &rest[1..=end]);
        match entity.and_then(resolve) {
            Some((text, length)) => {
                resolved.push_str(&text);
                rest = &rest[length + 2..];
            }
            None => {
                resolved.push('&');
                rest = &rest[1..];
            }
        }
    }
    resolved.push_str(rest);
    resolved
}

fn resolve(entity: &str) -> Option<(String, usize)> {
    let text = match entity.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)?.to_string()
        }
        None => resolve_html5_entity(entity)?.to_owned(),
    };
    Some((text, entity.len()))
}

//! TimeML documents: their text without its tags, and the day they were created.
//!
//! Reads what annotated newswire looks like, not XML at large: elements are found by their names, and a document that is
//! cut short gives what is left of it.
//!
//! Source: TimeML 1.2.1; the document layout is that of TempEval-3 (`DOCID`, `DCT`, `TITLE`, `TEXT`).

use jiff::civil::Date;

use crate::model::Span;

/// A document taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub head: Head,
    /// The content of `TEXT`, without tags, its entities resolved.
    pub text: String,
}

/// Everything up to and with the tag `<TEXT>`, as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub xml: String,
    /// The element `DCT` within it.
    pub creation: Option<Span>,
}

impl Head {
    /// The day in the document creation time: the value of its tag, else its words.
    pub fn created(&self) -> Option<Date> {
        let element = self.creation?.of(&self.xml);
        let value = element.split_once("value=\"").and_then(|(_, rest)| rest.split('"').next());
        let day = |text: &str| text.trim().get(..10).and_then(|day| day.parse().ok());
        value.and_then(day).or_else(|| day(&without_tags(element)))
    }

    /// The head with another element `DCT`; one that has none stays as it is.
    pub fn with_creation(&self, element: &str) -> String {
        let Some(span) = self.creation else { return self.xml.clone() };
        let (before, after) = (Span::new(0, span.start), Span::new(span.end, self.xml.len()));
        [before.of(&self.xml), element, after.of(&self.xml)].concat()
    }
}

/// Takes `xml` apart if it is a TimeML document.
///
/// ```
/// use linimasa::ingest::timeml::parse;
/// let xml = "<TimeML><DCT><TIMEX3 tid=\"t0\" value=\"2013-03-22\">2013-03-22</TIMEX3></DCT>\
///            <TEXT>Shares &amp; bonds fell <TIMEX3 tid=\"t1\">today</TIMEX3>.</TEXT></TimeML>";
/// let document = parse(xml).unwrap();
/// assert_eq!(document.text, "Shares & bonds fell today.");
/// assert_eq!(document.head.created().unwrap().to_string(), "2013-03-22");
/// assert_eq!(parse("<p>no TimeML</p>"), None);
/// ```
pub fn parse(xml: &str) -> Option<Document> {
    xml.find("<TimeML")?;
    let content = xml.find("<TEXT>")? + "<TEXT>".len();
    let (head, rest) = xml.split_at(content);
    let text = rest.split_once("</TEXT>").map_or(rest, |(text, _)| text);
    let creation = head.find("<DCT>").zip(head.find("</DCT>"));
    let creation = creation.filter(|(start, end)| start < end);
    let creation = creation.map(|(start, end)| Span::new(start, end + "</DCT>".len()));
    Some(Document { head: Head { xml: head.to_owned(), creation }, text: without_tags(text) })
}

/// The characters between the tags.
fn without_tags(xml: &str) -> String {
    let mut text = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = tag(rest) {
            rest = after;
        } else if let Some((c, after)) = entity(rest) {
            text.push(c);
            rest = after;
        } else {
            // A mark that opens nothing is text.
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text
}

/// What is behind the tag at the start of `rest`.
fn tag(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('<')?;
    let opens = inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    if opens { inner.split_once('>').map(|(_, after)| after) } else { None }
}

/// The character that the entity at the start of `rest` stands for, and what is behind it.
fn entity(rest: &str) -> Option<(char, &str)> {
    let (name, after) = rest.strip_prefix('&')?.split_once(';').filter(|(name, _)| name.len() <= 8)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, after))
}

//! What bytes are, by the name they came under and by how they begin.

use std::path::Path;

use crate::model::Format;

/// How much of the bytes is looked at.
const HEAD_BYTES: usize = 2048;

/// How the names of files end that may be articles.
pub(super) const ENDINGS: [&str; 10] =
    ["txt", "text", "htm", "html", "xhtml", "shtml", "mht", "mhtml", "md", "markdown"];

/// How pages begin, in small letters.
const PAGE_STARTS: [&str; 13] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<!-- saved from",
    "<meta",
    "<title",
    "<article",
    "<main",
    "<div",
    "<p>",
    "<section",
    "<h1",
];

/// The format of `bytes` that came under `path`, if they have a name. What the bytes say counts more than the name, but
/// nothing is Markdown by its bytes.
pub(super) fn of(path: Option<&Path>, bytes: &[u8]) -> Format {
    let extension = path.and_then(Path::extension).and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase();
    let head = head(bytes);
    if is_mhtml(&head) {
        return Format::Mhtml;
    }
    match extension.as_str() {
        "htm" | "html" | "xhtml" | "shtml" => Format::Html,
        // Without the head of a mail it is one that was taken out of it.
        "mht" | "mhtml" => Format::Html,
        "md" | "markdown" => Format::Markdown,
        _ if is_page(&head) => Format::Html,
        _ => Format::Plain,
    }
}

/// What lists articles or feeds, and is no article itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listing {
    Feed,
    Opml,
}

/// What `bytes` list, if they are a feed or a list of feeds.
pub(super) fn listing(bytes: &[u8]) -> Option<Listing> {
    const FEED_STARTS: [&str; 4] = ["<rss", "<feed", "<atom:feed", "<rdf:rdf"];
    let head = head(bytes);
    // The complaints of a program stand before some feeds.
    if head.contains("<rss version=") {
        return Some(Listing::Feed);
    }
    let root = behind_declarations(&head)?;
    if FEED_STARTS.iter().any(|start| root.starts_with(start))
        || root.starts_with('{') && root.contains("jsonfeed.org/version")
    {
        Some(Listing::Feed)
    } else {
        root.starts_with("<opml").then_some(Listing::Opml)
    }
}

/// What bytes are that hold an article in a form of another program: its name, and what to do.
pub(super) fn foreign(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const AS_TEXT: &str = "save its text as plain text first";
    const FORMS: [(&[u8], &str, &str); 8] = [
        (b"%PDF-", "a PDF file", "save its text first, as in `pdftotext -layout FILE`"),
        (b"{\\rtf", "a Rich Text file", AS_TEXT),
        (b"PK\x03\x04", "a document of a word processor or a ZIP file", AS_TEXT),
        (b"\xD0\xCF\x11\xE0", "a document of an old word processor", AS_TEXT),
        (b"bplist00", "a web archive of Safari", "save the page as its source instead (Save As, Page Source)"),
        (b"\x1F\x8B", "a compressed file", "unpack it first, as in `gunzip FILE`"),
        (b"\x89PNG", "a picture", "type or recognise its text first"),
        (b"\xFF\xD8\xFF", "a picture", "type or recognise its text first"),
    ];
    let known = FORMS.iter().find(|(start, ..)| bytes.starts_with(start)).map(|&(_, name, remedy)| (name, remedy));
    known.or_else(|| is_json(bytes).then_some(("JSON data", "save the text of the article in it as plain text")))
}

/// Whether bytes are data of programs as a whole; a text may begin with a bracket.
fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(start, Some(b'{' | b'[')) && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// The beginning in small letters, without what does not count in front; wide characters as narrow ones.
fn head(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let narrow: Vec<u8> = head.iter().copied().filter(|&byte| byte != 0).collect();
    let text = String::from_utf8_lossy(&narrow).to_lowercase();
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{FFFD}')).to_owned()
}

fn is_page(head: &str) -> bool {
    behind_declarations(head).is_some_and(|head| PAGE_STARTS.iter().any(|start| head.starts_with(start)))
}

/// `head` without the declaration of XML, what tells how to show it, and comments; `None` where these are all of it.
fn behind_declarations(mut head: &str) -> Option<&str> {
    while head.starts_with("<?") || head.starts_with("<!--") && !head.starts_with("<!-- saved from") {
        let mark = if head.starts_with("<?") { "?>" } else { "-->" };
        head = head.split_once(mark)?.1.trim_start();
    }
    Some(head)
}

fn is_mhtml(head: &str) -> bool {
    let is_head = head
        .lines()
        .next()
        .is_some_and(|line| line.split_once(':').is_some_and(|(name, _)| !name.contains([' ', '<'])));
    is_head && head.contains("mime-version:") && head.contains("content-type:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_known_by_their_beginning() {
        let cases: [(&[u8], Option<Listing>); 9] = [
            (b"<?xml version='1.0'?><rss version='2.0'>", Some(Listing::Feed)),
            (b"<?xml version='1.0'?><?xml-stylesheet href='a'?>\n<!-- a -->\n<feed xmlns='x'>", Some(Listing::Feed)),
            (b"\xFF\xFE<\0r\0d\0f\0:\0R\0D\0F\0>\0", Some(Listing::Feed)),
            (br#"{ "version": "https://jsonfeed.org/version/1.1", "items": [] }"#, Some(Listing::Feed)),
            (b"<br /><b>Warning</b> in rss.php\n<rss version='2.0'>", Some(Listing::Feed)),
            (b"<?xml version='1.0'?>\n<opml version='2.0'>", Some(Listing::Opml)),
            (b"{ \"a\": 1 }", None),
            (b"<html><feed>", None),
            (b"RSS is a way to follow sites.", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(listing(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn forms_of_other_programs_are_named() {
        let cases: [(&[u8], Option<&str>); 6] = [
            (b"%PDF-1.7\n", Some("a PDF file")),
            (b"{\\rtf1\\ansi Gempa}", Some("a Rich Text file")),
            (b"bplist00\xD1", Some("a web archive of Safari")),
            (b" {\"title\": \"Gempa\"}", Some("JSON data")),
            (b"[Gempa] Warga berlarian.", None),
            (b"PK: warga berlarian.", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(foreign(bytes).map(|(name, _)| name), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn formats_are_known_by_name_and_by_beginning() {
        let cases: [(Option<&str>, &[u8], Format); 12] = [
            (None, b"\xEF\xBB\xBF\n <!DOCTYPE html><html>", Format::Html),
            (None, b"<?xml version='1.0'?>\n<!-- a --><html xmlns=x>", Format::Html),
            (None, b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Format::Html),
            (Some("a.txt"), b"<!-- saved from url=(0014)about:internet --><html>", Format::Html),
            (Some("a.HTM"), b"Gempa", Format::Html),
            (Some("a.md"), b"# Gempa", Format::Markdown),
            (Some("a.md"), b"<html>", Format::Markdown),
            (None, b"# Gempa", Format::Plain),
            (None, b"<TimeML>", Format::Plain),
            (None, b"JAKARTA: Gempa\nMIME-Version", Format::Plain),
            (None, b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Format::Mhtml),
            (Some("a.mhtml"), b"<p>x", Format::Html),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(of(name.map(Path::new), bytes), expected, "{name:?} {:?}", String::from_utf8_lossy(bytes));
        }
    }
}

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

/// The beginning in small letters, without what does not count in front; wide characters as narrow ones.
fn head(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let narrow: Vec<u8> = head.iter().copied().filter(|&byte| byte != 0).collect();
    let text = String::from_utf8_lossy(&narrow).to_lowercase();
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{FFFD}')).to_owned()
}

fn is_page(head: &str) -> bool {
    let mut head = head;
    // A declaration of XML and comments stand before some pages.
    while head.starts_with("<?xml") || head.starts_with("<!--") && !head.starts_with("<!-- saved from") {
        let mark = if head.starts_with("<?") { "?>" } else { "-->" };
        let Some((_, rest)) = head.split_once(mark) else { return false };
        head = rest.trim_start();
    }
    PAGE_STARTS.iter().any(|start| head.starts_with(start))
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

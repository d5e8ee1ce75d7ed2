//! Where tags and comments of a page end, found without a parser.

/// A tag, start or end.
pub(super) struct Tag<'a> {
    pub(super) whole: &'a str,
    pub(super) rest: &'a str,
    pub(super) attributes: usize,
}

impl<'a> Tag<'a> {
    /// The tag that `text` begins with, unless it does not end.
    pub(super) fn of(text: &'a str) -> Option<Tag<'a>> {
        let bytes = text.as_bytes();
        let mut at = 1 + bytes[1..]
            .iter()
            .position(|&byte| is_space(byte) || byte == b'>' || byte == b'/' && text.as_bytes()[1] != b'/')?;
        let mut attributes = 0;
        loop {
            at += bytes[at..].iter().position(|&byte| !is_space(byte) && byte != b'/')?;
            if bytes[at] == b'>' {
                return Some(Tag { whole: &text[..=at], rest: &text[at + 1..], attributes });
            }
            attributes += 1;
            // The first character of a name may be anything, even `=`.
            at += 1;
            at += bytes.get(at..)?.iter().position(|&byte| is_space(byte) || matches!(byte, b'>' | b'/' | b'='))?;
            let value = at + bytes[at..].iter().position(|&byte| !is_space(byte))?;
            if bytes[value] == b'=' {
                at = value_end(bytes, value + 1)?;
            }
        }
    }

    pub(super) fn name(&self) -> String {
        let inner = self.whole.trim_start_matches(['<', '/']);
        let end = inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(inner.len());
        inner[..end].to_ascii_lowercase()
    }
}

/// Where the value of an attribute ends that begins at `from` or behind white space.
fn value_end(bytes: &[u8], from: usize) -> Option<usize> {
    let start = from + bytes.get(from..)?.iter().position(|&byte| !is_space(byte))?;
    match bytes[start] {
        quote @ (b'"' | b'\'') => Some(start + 2 + bytes[start + 1..].iter().position(|&byte| byte == quote)?),
        _ => Some(start + bytes[start..].iter().position(|&byte| is_space(byte) || byte == b'>')?),
    }
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

/// What is behind the first `mark`; nothing where there is none.
pub(super) fn after(text: &str, mark: char) -> &str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

/// What is behind the comment that `text` begins with.
pub(super) fn comment_end(text: &str) -> &str {
    let inner = &text["<!--".len()..];
    if let Some(rest) = inner.strip_prefix('>').or_else(|| inner.strip_prefix("->")) {
        return rest;
    }
    inner.find("-->").map_or("", |at| &inner[at + "-->".len()..])
}

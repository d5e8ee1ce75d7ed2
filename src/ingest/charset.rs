//! Bytes of the web to text, in whatever encoding they are.
//!
//! Hosts and documents are wrong about their encoding often enough that what is certain counts first: a byte order mark, and
//! what is valid UTF-8 with letters beyond ASCII, because no text in another encoding looks like it by chance. Then counts what
//! the transport says, then what the document says, each if the bytes fit it, then a guess.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How a document says which encoding it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Declares {
    /// By `charset=` or `encoding=` near its beginning, as pages do.
    Page,
    /// By the declaration that XML begins with.
    Xml,
    Nothing,
}

/// Where a page declares it. Source: HTML, 'prescan a byte stream' says 1024; some pages have programs first.
const PAGE_HEAD_BYTES: usize = 8192;
const XML_HEAD_BYTES: usize = 1024;
/// How much is guessed from, from the first byte on that tells something.
const GUESSED_FROM_BYTES: usize = 256_000;
/// Whose encodings are likely where nothing else tells.
const LIKELY_COUNTRY: &[u8] = b"id";

/// `bytes` as text, without a byte order mark; never fails. `told` is the charset that the transport names, which may be empty or
/// nonsense.
pub(super) fn decode<'a>(bytes: &'a [u8], told: Option<&str>, declares: Declares) -> Cow<'a, str> {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark_bytes..]).0;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Some(text) = utf8(bytes) {
        return Cow::Borrowed(text);
    }
    for encoding in told.and_then(|label| named(label.as_bytes())).into_iter().chain(declares.of(bytes)) {
        let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
        if !is_damaged || encoding == UTF_8 && is_mostly_sound(&text) {
            return text;
        }
    }
    guess(bytes).decode_without_bom_handling(bytes).0
}

/// The same, where nothing has to be guessed or mended: by a byte order mark, as UTF-8, or as an XML declaration says.
pub(super) fn decode_for_sure(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark_bytes..]);
    }
    let declared = || Declares::Xml.of(bytes)?.decode_without_bom_handling_and_without_replacement(bytes);
    std::str::from_utf8(bytes).ok().map(Cow::Borrowed).or_else(declared)
}

/// UTF-16 without a mark: in a document every other byte of its tags is zero. Source: XML 1.0, appendix F, for the first four.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let most = head.len() / 2 * 3 / 4;
    match (bytes, zeros(0), zeros(1)) {
        ([b'<', 0, _, 0, ..], ..) => Some(UTF_16LE),
        ([0, b'<', 0, _, ..], ..) => Some(UTF_16BE),
        (_, 0, odd) if most > 4 && odd > most => Some(UTF_16LE),
        (_, even, 0) if most > 4 && even > most => Some(UTF_16BE),
        _ => None,
    }
}

fn utf8(bytes: &[u8]) -> Option<&str> {
    // What is ASCII may be Japanese by its escapes.
    let is_plain = !bytes.is_ascii() || !bytes.contains(&0x1B);
    std::str::from_utf8(bytes).ok().filter(|_| is_plain)
}

/// Whether the text has far more letters beyond ASCII than places that did not fit: damaged, but UTF-8 all the same.
fn is_mostly_sound(text: &str) -> bool {
    let damaged = text.matches('\u{FFFD}').count();
    let sound = text.chars().filter(|&c| !c.is_ascii() && c != '\u{FFFD}').count();
    damaged * 4 <= sound || damaged == 1 && sound > 0
}

/// The encoding that goes by `label` where a document may name it.
fn named(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label)?;
    // A declaration that can be read is not in UTF-16. Source: HTML, 'prescan a byte stream', step 15.
    Some(match encoding {
        it if it == UTF_16LE || it == UTF_16BE => UTF_8,
        it if it == X_USER_DEFINED => WINDOWS_1252,
        it => it,
    })
    .filter(|&it| it != REPLACEMENT)
}

impl Declares {
    /// What the document `bytes` declares.
    fn of(self, bytes: &[u8]) -> Option<&'static Encoding> {
        match self {
            Declares::Page => {
                let head = bytes[..bytes.len().min(PAGE_HEAD_BYTES)].to_ascii_lowercase();
                let mut found = [&b"charset"[..], b"encoding"].into_iter().flat_map(|word| labels(&head, word));
                found.find_map(named)
            }
            Declares::Xml => labels(xml_declaration(bytes)?, b"encoding").find_map(named),
            Declares::Nothing => None,
        }
    }
}

/// What stands between `<?xml` and `?>`, if that comes at all.
fn xml_declaration(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(XML_HEAD_BYTES)];
    let find = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).position(|window| window == wanted);
    let declaration = &head[find(head, b"<?xml")?..];
    Some(&declaration[..find(declaration, b"?>").unwrap_or(declaration.len())])
}

/// Every label behind `word` and an equals sign.
fn labels<'a>(head: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let starts = head.windows(word.len()).enumerate().filter(move |(_, window)| *window == word);
    starts.filter_map(move |(at, _)| {
        let rest = head[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte))?;
        Some(&rest[..end]).filter(|label| !label.is_empty())
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let telling = &bytes[bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0)..];
    let head = &telling[..telling.len().min(GUESSED_FROM_BYTES)];
    detector.feed(head, head.len() == telling.len());
    detector.guess(Some(LIKELY_COUNTRY), Utf8Detection::Allow)
}

#[cfg(test)]
mod tests;

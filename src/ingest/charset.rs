//! Bytes of the web to text, in whatever encoding they are; never fails.
//!
//! Hosts and documents are wrong about their encoding often enough that bytes which are UTF-8 beyond doubt are taken for that
//! first. Then counts what the host says, then what the document says, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Whose encodings are likely where nothing else tells.
const LIKELY_COUNTRY: &[u8] = b"id";

/// `bytes` as text, without a byte order mark. `told` is the charset that the host names, `declared` the one that the document
/// names; either may be empty or nonsense.
pub(super) fn decode(bytes: &[u8], told: &str, declared: &str) -> String {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark_bytes..]).0.into_owned();
    }
    encoding(bytes, told, declared).decode_without_bom_handling(bytes).0.into_owned()
}

fn encoding(bytes: &[u8], told: &str, declared: &str) -> &'static Encoding {
    // A document whose every other byte is zero. Source: XML 1.0, appendix F.
    match bytes {
        [b'<', 0, _, 0, ..] => return UTF_16LE,
        [0, b'<', 0, _, ..] => return UTF_16BE,
        _ => {}
    }
    if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // UTF-16 that is not seen to be that was only said to be: those who said so could read the declaration.
    let named = |label: &str| {
        Encoding::for_label(label.trim().as_bytes()).filter(|&found| found != UTF_16LE && found != UTF_16BE)
    };
    let by_name = named(told).or_else(|| named(declared));
    match by_name {
        // It is not, as we know by now, bar a few damaged bytes.
        Some(encoding) if encoding == UTF_8 && mostly_utf8(bytes) => UTF_8,
        Some(encoding) if encoding != UTF_8 => encoding,
        _ => guess(bytes),
    }
}

/// Whether so few bytes do not fit that they are rather damaged than of another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    right >= wrong
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(LIKELY_COUNTRY), Utf8Detection::Allow)
}

/// The value of `encoding="..."` in the XML declaration that `bytes` begin with; empty without one.
pub(super) fn declared_by_xml(bytes: &[u8]) -> &str {
    let head = &bytes[..bytes.len().min(1_024)];
    let Some(start) = find(head, b"<?xml") else { return "" };
    let declaration = &head[start..];
    let declaration = &declaration[..find(declaration, b"?>").unwrap_or(declaration.len())];
    let Some(at) = find(declaration, b"encoding") else { return "" };
    let mut parts = declaration[at..].split(|&byte| byte == b'"' || byte == b'\'');
    parts.nth(1).and_then(|label| std::str::from_utf8(label).ok()).unwrap_or("")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_counts_before_what_is_said() {
        let utf16: Vec<u8> = "<café>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = "<café>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let with_mark = [&[0xFF, 0xFE], utf16.as_slice()].concat();
        let cases: &[(&[u8], &str, &str, &str)] = &[
            (b"plain", "", "", "plain"),
            ("café “x”".as_bytes(), "iso-8859-1", "windows-1252", "café “x”"),
            ("\u{FEFF}café".as_bytes(), "iso-8859-1", "", "café"),
            (&utf16, "", "", "<café>"),
            (&utf16_be, "utf-8", "", "<café>"),
            (&with_mark, "utf-8", "utf-8", "<café>"),
            (b"caf\xE9 \x93x\x94", "windows-1252", "utf-8", "café “x”"),
            (b"caf\xE9 \x93x\x94", "", "ISO-8859-1", "café “x”"),
            (b"caf\xE9", "no-such-thing", "latin1", "café"),
            (b"caf\xE9 d\xE9j\xE0", "utf-8", "utf-8", "café déjà"),
            (b"\xE0\xB8\x81\xE0\xB8\x82\xFF.", "utf-8", "", "กข\u{FFFD}."),
            (b"<a>", "utf-16", "", "<a>"),
            (b"\xC4\xE3\xBA\xC3", "gb2312", "", "你好"),
        ];
        for (bytes, told, declared, expected) in cases {
            assert_eq!(decode(bytes, told, declared), *expected, "{bytes:?} {told} {declared}");
        }
    }

    #[test]
    fn a_declaration_is_found_at_the_beginning() {
        for (document, expected) in [
            ("<?xml version='1.0' encoding='ISO-8859-1'?><rss/>", "ISO-8859-1"),
            ("\n <?xml version=\"1.0\" encoding = \"utf-8\" ?>", "utf-8"),
            ("<?xml version='1.0'?><a encoding='x'/>", ""),
            ("<rss/>", ""),
            ("<?xml encoding=", ""),
        ] {
            assert_eq!(declared_by_xml(document.as_bytes()), expected, "{document}");
        }
    }
}

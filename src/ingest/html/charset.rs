//! The characters of a page from its bytes, whatever it says of them.
//!
//! In this order: a byte order mark; what the transport said; what the page declares; a guess. What is valid UTF-8 with
//! letters beyond ASCII is UTF-8 against all declarations, because no text in another encoding looks like it by chance.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Where a declaration stands, if there is one. Source: HTML, 'prescan a byte stream' says 1024; some pages have programs first.
const DECLARED_WITHIN_BYTES: usize = 8192;
/// How much of the page the guess is made from.
const GUESSED_FROM_BYTES: usize = 256_000;

/// The text of `bytes`, of which the transport said that they are `told`.
pub(super) fn decode<'a>(bytes: &'a [u8], told: Option<&str>) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Escapes to Japanese are ASCII as well.
        if !bytes.contains(&0x1B) {
            return Cow::Borrowed(text);
        }
    }
    let told = told.and_then(|label| named(label.as_bytes()));
    for encoding in told.into_iter().chain(declared(bytes)) {
        let (text, _, is_damaged) = encoding.decode(bytes);
        if !is_damaged || encoding == UTF_8 && is_mostly_utf8(&text) {
            return text;
        }
    }
    guess(bytes).decode(bytes).0
}

/// UTF-16 without a mark: in a page every other byte of its tags is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let most = head.len() / 2 * 3 / 4;
    match (zeros(0), zeros(1)) {
        (even, odd) if most > 4 && odd > most && even == 0 => Some(UTF_16LE),
        (even, odd) if most > 4 && even > most && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the text has far more letters beyond ASCII than places that did not fit: damaged, but UTF-8 all the same.
fn is_mostly_utf8(text: &str) -> bool {
    let damaged = text.matches('\u{FFFD}').count();
    let sound = text.chars().filter(|&c| !c.is_ascii() && c != '\u{FFFD}').count();
    damaged * 4 <= sound || damaged <= 1
}

/// The encoding that goes by `label` where a page may name it.
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

/// What the first `charset=` or `encoding=` of the page says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN_BYTES)].to_ascii_lowercase();
    let mut found = [&b"charset"[..], b"encoding"].into_iter().flat_map(|word| labels(&head, word));
    found.find_map(named)
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
    let head = &bytes[..bytes.len().min(GUESSED_FROM_BYTES)];
    detector.feed(head, head.len() == bytes.len());
    detector.guess(Some(b"id"), Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_KR, GB18030, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251};

    use super::*;

    const LATIN: &str = "<title>Café déjà vu</title> “Gempa” di Curaçao — señor Núñez sudah tiba di São Paulo";
    const JAPANESE: &str = "<title>地震</title>東京で震度五強の地震がありました。気象庁が発表した。";
    const CHINESE: &str = "<title>地震</title>国家主席在北京会见了印度尼西亚总统，双方就合作交换了意见。";

    #[track_caller]
    fn check(encoding: &'static Encoding, declared: &str, text: &str) {
        let page = format!("<html><meta charset={declared}>{text}</html>");
        let (bytes, _, is_damaged) = encoding.encode(&page);
        assert!(!is_damaged);
        assert_eq!(decode(&bytes, None), page, "{} declared as {declared}", encoding.name());
    }

    #[test]
    fn a_declaration_counts_where_it_is_right() {
        check(WINDOWS_1252, "iso-8859-1", LATIN);
        check(WINDOWS_1252, "'windows-1252'", LATIN);
        check(SHIFT_JIS, "Shift_JIS", JAPANESE);
        check(GB18030, "gb2312", CHINESE);
        check(GB18030, "\"gb18030\" ", CHINESE);
        check(ISO_2022_JP, "iso-2022-jp", JAPANESE);
        check(EUC_KR, "euc-kr", "대통령은 오늘 서울에서 기자회견을 열었다.");
        check(UTF_8, "utf-16", LATIN);
    }

    #[test]
    fn a_wrong_declaration_is_seen_through() {
        check(UTF_8, "iso-8859-1", LATIN);
        check(UTF_8, "gb2312", CHINESE);
        check(WINDOWS_1252, "utf-8", LATIN);
        check(SHIFT_JIS, "utf-8", JAPANESE);
        check(GB18030, "utf-8", CHINESE);
        check(WINDOWS_1251, "utf-8", "Президент России прибыл в столицу во вторник утром, сообщили в пресс-службе.");
        check(UTF_8, "no-such-charset", LATIN);
    }

    #[test]
    fn wide_text_is_known_with_and_without_a_mark() {
        let page = format!("<html>{LATIN}</html>");
        for (mark, order) in [
            (true, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (true, u16::to_be_bytes),
            (false, u16::to_le_bytes),
            (false, u16::to_be_bytes),
        ] {
            let marked = format!("{}{page}", if mark { "\u{FEFF}" } else { "" });
            let bytes: Vec<u8> = marked.encode_utf16().flat_map(order).collect();
            assert_eq!(decode(&bytes, None), page);
        }
    }

    #[test]
    fn the_transport_counts_over_the_page_and_little_damage_is_borne() {
        let page = "<meta charset=iso-8859-5>Café";
        assert_eq!(decode(&WINDOWS_1252.encode(page).0, Some("windows-1252")), page);
        let cut = [LATIN.as_bytes(), b"\xE2\x80"].concat();
        assert_eq!(
            decode(&[b"<meta charset=utf-8>", cut.as_slice()].concat(), None),
            format!("<meta charset=utf-8>{LATIN}\u{FFFD}")
        );
    }
}

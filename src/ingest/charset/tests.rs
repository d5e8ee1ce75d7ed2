use encoding_rs::{EUC_KR, GB18030, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251};

use super::*;

const LATIN: &str = "<title>Café déjà vu</title> “Gempa” di Curaçao — señor Núñez sudah tiba di São Paulo";
const JAPANESE: &str = "<title>地震</title>東京で震度五強の地震がありました。気象庁が発表した。";
const CHINESE: &str = "<title>地震</title>国家主席在北京会见了印度尼西亚总统，双方就合作交换了意见。";
const RUSSIAN: &str = "Президент России прибыл в столицу во вторник утром, сообщили в пресс-службе.";

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

/// A page and an XML document in `encoding` that declare themselves as `declared`.
#[track_caller]
fn check(encoding: &'static Encoding, declared: &str, text: &str) {
    let page = format!("<html><meta charset={declared}>{text}</html>");
    let document =
        format!("<?xml version=\"1.0\" encoding='{}'?><rss>{text}</rss>", declared.trim_matches(['\'', '"']));
    for (document, declares) in [(page, Declares::Page), (document, Declares::Xml)] {
        let (bytes, _, is_damaged) = encoding.encode(&document);
        assert!(!is_damaged);
        assert_eq!(decode(&bytes, None, declares), document, "{} declared as {declared}", encoding.name());
    }
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
    check(WINDOWS_1251, "utf-8", RUSSIAN);
    check(UTF_8, "no-such-charset", LATIN);
}

#[test]
fn wide_text_is_known_with_and_without_a_mark() {
    let page = format!("<html>{LATIN}</html>");
    for order in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
        for mark in ["\u{FEFF}", ""] {
            for document in [page.as_str(), "<café>"] {
                let bytes = utf16(&format!("{mark}{document}"), order);
                for told in [None, Some("utf-8")] {
                    assert_eq!(decode(&bytes, told, Declares::Page), document);
                }
            }
        }
    }
}

#[test]
fn what_is_certain_counts_before_what_is_said() {
    let cut = [LATIN.as_bytes(), b"\xE2\x80"].concat();
    let mended = format!("{LATIN}\u{FFFD}");
    let cases: &[(&[u8], &str, &str, &str)] = &[
        (b"plain", "", "", "plain"),
        ("café “x”".as_bytes(), "iso-8859-1", "windows-1252", "café “x”"),
        ("\u{1B}[1mcafé".as_bytes(), "", "iso-2022-jp", "\u{1B}[1mcafé"),
        ("\u{FEFF}café".as_bytes(), "iso-8859-1", "", "café"),
        (b"caf\xE9 \x93x\x94", "windows-1252", "utf-8", "café “x”"),
        (b"caf\xE9", "windows-1252", "iso-8859-5", "café"),
        (b"caf\xE9 \x93x\x94", "", "ISO-8859-1", "café “x”"),
        (b"caf\xE9", "no-such-thing", "latin1", "café"),
        (b"caf\xE9", "utf-8", "latin1", "café"),
        (b"caf\xE9 d\xE9j\xE0", "utf-8", "utf-8", "café déjà"),
        (b"\xE0\xB8\x81\xE0\xB8\x82\xFF.", "utf-8", "", "กข\u{FFFD}."),
        (&cut, "", "utf-8", &mended),
        (b"<a>", "utf-16", "", "<a>"),
        (b"\xC4\xE3\xBA\xC3", "gb2312", "", "你好"),
    ];
    for (bytes, told, declared, expected) in cases {
        let declaration = if declared.is_empty() { String::new() } else { format!("<?xml encoding='{declared}'?>") };
        let mark = bytes.len() - bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes).len();
        let document = [&bytes[..mark], declaration.as_bytes(), &bytes[mark..]].concat();
        for declares in [Declares::Xml, Declares::Page] {
            let found = decode(&document, Some(told), declares);
            assert_eq!(found, format!("{declaration}{expected}"), "{bytes:?} {told} {declared}");
        }
    }
}

#[test]
fn a_long_head_without_a_letter_beyond_ascii_hides_nothing() {
    let text = format!("{}{RUSSIAN}", " ".repeat(GUESSED_FROM_BYTES));
    assert_eq!(decode(&WINDOWS_1251.encode(&text).0, None, Declares::Nothing), text);
}

#[test]
fn a_declaration_is_found_where_its_kind_of_document_has_it() {
    for (document, in_xml, in_page) in [
        ("<?xml version='1.0' encoding='ISO-8859-2'?><rss/>", Some("ISO-8859-2"), Some("ISO-8859-2")),
        ("\n <?xml version=\"1.0\" encoding = \"utf-8\" ?>", Some("UTF-8"), Some("UTF-8")),
        ("<?xml version='1.0'?><a encoding='utf-8'/>", None, Some("UTF-8")),
        ("<meta http-equiv=Content-Type content='text/html; charset=EUC-KR'>", None, Some("EUC-KR")),
        ("<rss/>", None, None),
        ("<?xml encoding=", None, None),
    ] {
        let name = |declares: Declares| declares.of(document.as_bytes()).map(Encoding::name);
        assert_eq!((name(Declares::Xml), name(Declares::Page)), (in_xml, in_page), "{document}");
        assert_eq!(name(Declares::Nothing), None);
    }
}

#[test]
fn what_is_sure_is_neither_guessed_nor_mended() {
    let declared = "<?xml version='1.0' encoding='ISO-8859-1'?><TimeML>café</TimeML>";
    let marked = utf16("\u{FEFF}café", u16::to_le_bytes);
    let cases: &[(&[u8], Option<&str>)] = &[
        ("café".as_bytes(), Some("café")),
        ("\u{FEFF}café".as_bytes(), Some("café")),
        (&marked, Some("café")),
        (&marked[..marked.len() - 1], None),
        (&WINDOWS_1252.encode(declared).0, Some(declared)),
        (b"<?xml version='1.0' encoding='utf-8'?>caf\xE9", None),
        (b"<meta charset=latin1>caf\xE9", None),
        (b"caf\xE9", None),
    ];
    for (bytes, expected) in cases {
        assert_eq!(decode_for_sure(bytes).as_deref(), *expected, "{bytes:?}");
    }
}

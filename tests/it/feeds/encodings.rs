//! Feeds of each kind in each encoding, whatever host and document say of it.

use encoding_rs::WINDOWS_1252;

use super::{following, headlines, refresh};
use crate::server::{Reply, Server};

const TITLE: &str = "Kafé “Déjà Vu” di Malang – résumé hari ini";

/// Each kind of feed with one item; `ENCODING` is what it says of itself.
const KINDS: &[(&str, &str)] = &[
    (
        "rss",
        "<?xml version='1.0' encoding='ENCODING'?><rss version='2.0'><channel><title>K</title><item><link>/NUMBER</link><title>TITLE</title></item></channel></rss>",
    ),
    (
        "rdf",
        "<?xml version='1.0' encoding='ENCODING'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/><item rdf:about='/NUMBER'><title>TITLE</title></item></rdf:RDF>",
    ),
    (
        "atom",
        "<?xml version='1.0' encoding='ENCODING'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/NUMBER'/><title>TITLE</title></entry></feed>",
    ),
    ("json", r#"{"version": "ENCODING", "items": [{"id": 1, "url": "/NUMBER", "title": "TITLE"}]}"#),
];

/// How a text is sent: its bytes, and what may be said of it in header and document.
type Sent = (&'static str, fn(&str) -> Vec<u8>, &'static [&'static str], &'static [&'static str]);

const ENCODINGS: &[Sent] = &[
    (
        "utf-8",
        |text| text.as_bytes().to_vec(),
        &["", "utf-8", "iso-8859-1", "nonsense"],
        &["utf-8", "windows-1252", "utf-16"],
    ),
    ("utf-8 with a mark", |text| format!("\u{FEFF}{text}").into_bytes(), &["", "iso-8859-1"], &["utf-8", "latin1"]),
    ("utf-16 little end first", |text| utf16(text, u16::to_le_bytes), &["", "utf-8", "utf-16"], &["utf-16", "utf-8"]),
    ("utf-16 big end first", |text| utf16(text, u16::to_be_bytes), &["", "utf-8"], &["utf-16", "utf-8"]),
    (
        "windows-1252",
        |text| WINDOWS_1252.encode(text).0.into_owned(),
        &["", "windows-1252", "iso-8859-1", "utf-8"],
        &["windows-1252", "ISO-8859-1", "utf-8"],
    ),
];

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn a_feed_is_read_whatever_is_said_of_its_encoding() {
    for (kind, template) in KINDS {
        for (encoding, encode, headers, declarations) in ENCODINGS {
            let mut sent: Vec<(String, Vec<u8>)> = Vec::new();
            for header in *headers {
                for declared in *declarations {
                    let number = format!("{header}/{declared}");
                    let text =
                        template.replace("ENCODING", declared).replace("TITLE", TITLE).replace("NUMBER", &number);
                    let charset = if header.is_empty() { String::new() } else { format!("; charset={header}") };
                    sent.push((format!("text/xml{charset}"), encode(&text)));
                }
            }
            assert_eq!(read(&sent), vec![TITLE; sent.len()], "{kind} in {encoding}");
        }
    }
}

/// The headlines of feeds of one item each, which are sent under these content types and refreshed into one library.
fn read(sent: &[(String, Vec<u8>)]) -> Vec<String> {
    let replies = sent.to_vec();
    let server = Server::start(move |asked| {
        let (content_type, bytes) = &replies[asked.path[1..].parse::<usize>().unwrap()];
        Reply::ok(content_type, bytes.clone())
    });
    let addresses: Vec<String> = (0..sent.len()).map(|index| server.url(&format!("/{index}"))).collect();
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &addresses);
    refresh(&mut library);
    headlines(&library)
}

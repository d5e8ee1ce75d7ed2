//! Any text at all as a feed, a page, a list of feeds or a date.

use linimasa::ingest::feed::{self, article, discover};
use linimasa::ingest::{date, opml};
use proptest::prelude::*;

const ADDRESS: &str = "https://kabar.example/rss";

/// Pieces of feeds and pages in any order, between characters that nobody expects.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE rss [<!ENTITY a '", "]>", "<rss>", "<channel>", "<rdf:RDF",
            "<feed xmlns='http://www.w3.org/2005/Atom'", "<item>", "<entry>", "</item>", "</entry>", "<title>", "</title>",
            "<title type='xhtml'>", "<link", " href='", "/x'", "<link>", "</link>", "<guid>", "<pubDate>", "</pubDate>",
            "<description>", "<content:encoded>", "<![CDATA[", "]]>", "<!--", "-->", "<br>", "<p>", "<script", ">", "/>", "<",
            "&", "&amp;", "&#x1b;", "&#xD800;", "&bogus;", "\"", "'", "=", "<opml>", "<body>", "<outline", " xmlUrl='http://a.b/'",
            " text='", "<base href='//'>", "xmlns:x='http://purl.org/dc/elements/1.1/'", "<x:date>", "{", "\"items\": [", "}]",
            "https://", "Senin, 13 Juli 2025 ", "24:00", " WIB", "+99:99", "2025-13-", "99999999",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[0-9:.+/-]{1,12}",
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_that_is_served_stops_the_program(text in hostile()) {
        for head in ["", "<rss><channel><item><title>"] {
            let text = format!("{head}{text}");
            if let Ok(feed) = feed::parse(text.as_bytes(), "", ADDRESS) {
                for item in &feed.items {
                    let safe = |address: &String| address.starts_with("http://") || address.starts_with("https://");
                    prop_assert!(item.address.iter().all(safe), "{:?}", item.address);
                    prop_assert!(item.title.iter().all(|title| !title.chars().any(char::is_control)), "{:?}", item.title);
                    if let Some(article) = article::of_item(&feed, item) {
                        prop_assert!(article.paragraphs.iter().all(|span| !span.of(&article.body).is_empty()));
                        prop_assert!(article.body.chars().all(|c| c == '\n' || !c.is_control()));
                    }
                }
            }
            discover::named(text.as_bytes(), "", ADDRESS);
            if let Some((entries, _)) = opml::read(text.as_bytes()) {
                let again = opml::read(opml::write(&entries).as_bytes()).unwrap();
                prop_assert_eq!(again.0.len(), entries.len());
            }
        }
        date::read(&text);
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..400), charset in "[a-z0-9-]{0,12}") {
        let _ = feed::parse(&bytes, &charset, ADDRESS);
        let _ = feed::parse(&[b"<rss><channel><item><title>".as_slice(), &bytes].concat(), &charset, ADDRESS);
        opml::read(&bytes);
    }
}

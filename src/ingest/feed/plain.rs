//! The text of HTML that stands in a feed, a paragraph to a line.
//!
//! Good enough for summaries: tags go, blocks begin lines, entities are resolved. It knows no tables and no lists.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::tree::{repaired, unescape};
use crate::text::sanitise;

/// Elements that begin a line.
const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "table",
    "figure",
    "figcaption",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "dt",
    "dd",
    "pre",
];

/// Elements whose content nobody reads.
const SILENT: &[&str] = &["script", "style", "iframe", "noscript", "svg"];

/// The text of `html`, cleaned; lines end in `\n` and may be empty.
pub(super) fn text(html: &str) -> String {
    let repaired = repaired(html);
    let mut reader = Reader::from_str(&repaired);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut raw = String::with_capacity(html.len());
    let mut silent: Option<String> = None;
    loop {
        let (name, starts) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag.name().as_ref().to_ascii_lowercase(), true),
            Ok(Event::Empty(tag)) => (tag.name().as_ref().to_ascii_lowercase(), false),
            Ok(Event::End(tag)) => (tag.name().as_ref().to_ascii_lowercase(), false),
            Ok(Event::Text(text)) if silent.is_none() => {
                push_words(&mut raw, &text.into_inner());
                continue;
            }
            Ok(Event::CData(text)) if silent.is_none() => {
                push_words(&mut raw, &text.into_inner());
                continue;
            }
            Ok(Event::GeneralRef(entity)) if silent.is_none() => {
                raw.push_str(&unescape(&format!("&{};", entity.into_inner())));
                continue;
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        if let Some(open) = &silent {
            if *open == name && !starts {
                silent = None;
            }
        } else if SILENT.contains(&name.as_str()) {
            silent = starts.then_some(name);
        } else if BLOCKS.contains(&name.as_str()) {
            raw.push('\n');
        }
    }
    sanitise::clean(&raw)
}

/// Line ends of the source are spaces.
fn push_words(raw: &mut String, text: &str) {
    raw.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_blocks_begin_lines() {
        for (html, expected) in [
            ("plain", "plain"),
            ("<p>Satu &amp; dua.</p><p>Tiga<br>empat</p>", "Satu & dua.|Tiga|empat"),
            ("a < b &nbsp;&#8211; &bogus; & c", "a < b – &bogus; & c"),
            ("<div>x<script>if (a < b) alert('<p>')</script>y</div>", "xy"),
            ("<b>bold</i> text <unclosed", "bold text"),
            ("line\nend", "line end"),
            ("\u{1b}[31m<p>red</p>", "red"),
        ] {
            let found: Vec<String> = text(html)
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|line| !line.is_empty())
                .collect();
            assert_eq!(found.join("|"), expected, "{html}");
        }
    }
}

//! Markdown to articles, by way of the page that it stands for.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::date;
use super::html::{self, NoArticle};
use crate::model::{Article, Block, DateOrigin, Format, Published};
use crate::text::sanitise::clean_line;

/// Deeper lists and quotations are not written by hand, and lie in each other as elements do.
const MOST_BYTES: usize = html::MOST_BYTES;

/// The article in `text`. What stands between lines of `---` or `+++` before it tells of it in lines such as `title: ...` or
/// `title = ...`; without that the first heading is the headline.
///
/// # Errors
///
/// [`NoArticle`]: where there is no text, or more than an article can have.
pub(super) fn article(text: &str) -> Result<Article, NoArticle> {
    if text.len() > MOST_BYTES {
        return Err(NoArticle::TooLarge);
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut front = String::new();
    let mut is_front = false;
    let events = Parser::new_ext(text, options).filter_map(|event| match event {
        Event::Start(Tag::MetadataBlock(_)) => {
            is_front = true;
            None
        }
        Event::End(TagEnd::MetadataBlock(_)) => {
            is_front = false;
            None
        }
        Event::Text(text) if is_front => {
            front.push_str(&text);
            None
        }
        event => Some(event),
    });
    let mut page = String::new();
    push_html(&mut page, events);
    // A source may be an address or a name.
    let source = field(&front, &["source", "sumber"]);
    let (address, name) = match source {
        Some(source) if source.starts_with("http") => (Some(source), None),
        source => (None, source),
    };
    let url = field(&front, &["url", "link", "canonical", "canonical_url"]).or(address);
    let mut body = html::fragment(&page, url.as_deref());
    let mut title = field(&front, &["title", "judul"]);
    let heading = body.paragraphs.first().filter(|_| body.blocks.first() == Some(&Block::Heading(1)));
    let heading = heading.map(|paragraph| paragraph.of(&body.body).to_owned());
    if heading.is_some() && (title.is_none() || title == heading) {
        title = heading;
        body = body.retain(|index| index > 0);
    }
    if body.paragraphs.is_empty() {
        return Err(NoArticle::Empty);
    }
    let moment = field(&front, &["date", "published", "tanggal"]).and_then(|written| date::read(&written));
    Ok(Article {
        title,
        byline: field(&front, &["author", "authors", "byline", "penulis"]),
        outlet: field(&front, &["outlet", "site", "publisher"]).or(name),
        url,
        language: field(&front, &["language", "lang"]),
        published: moment.map(|moment| Published { date: moment.date, origin: DateOrigin::Page }),
        published_time: moment.and_then(|it| it.time),
        format: Format::Markdown,
        ..html::with_text(body)
    })
}

/// The value of the first of `names` that `front` has a line for.
fn field(front: &str, names: &[&str]) -> Option<String> {
    let lines = || front.lines().filter_map(|line| line.split_once(if line.contains(" = ") { '=' } else { ':' }));
    let value = names.iter().find_map(|name| lines().find(|(key, _)| key.trim().eq_ignore_ascii_case(name)))?.1;
    let value = clean_line(value);
    let value = value.trim_matches(['"', '\'', '[', ']']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_links_and_facts_are_read() {
        let text = "---\ntitle: \"Gempa di Cianjur\"\ndate: 2025-07-13 14:05 WIB\nauthor: Ayu Lestari\nlang: id\n---\n\n\
            Gempa **mengguncang** [Cianjur](https://warta.example/cianjur).\n\n## Korban\n\n- satu\n- dua\n\n1. tiga\n\n> Kami selamat.\n";
        let article = article(text).unwrap();
        assert_eq!(article.body, "Gempa mengguncang Cianjur.\nKorban\nsatu\ndua\ntiga\nKami selamat.");
        use Block::{Heading, Item, Paragraph, Quote};
        assert_eq!(article.blocks, [Paragraph, Heading(2), Item(None), Item(None), Item(Some(1)), Quote]);
        assert_eq!(article.links[0].span.of(&article.body), "Cianjur");
        assert_eq!(article.title.as_deref(), Some("Gempa di Cianjur"));
        assert_eq!(article.published_time.map(|it| it.to_string()).as_deref(), Some("14:05 WIB"));
        assert_eq!((article.byline.as_deref(), article.language.as_deref()), (Some("Ayu Lestari"), Some("id")));
    }

    #[test]
    fn facts_are_read_in_either_style() {
        for front in [
            "---\ntitle: \"Gempa\"\ndate: 2025-07-13\nsource: Warta\n---",
            "+++\ntitle = \"Gempa\"\ndate = 2025-07-13\nsource = 'Warta'\n+++",
        ] {
            let found = article(&format!("{front}\n\n# Gempa\n\nWarga berlarian.\n")).unwrap();
            assert_eq!((found.title.as_deref(), found.body.as_str()), (Some("Gempa"), "Warga berlarian."), "{front}");
            let day = found.published.map(|it| it.date.to_string());
            assert_eq!((found.outlet.as_deref(), day.as_deref()), (Some("Warta"), Some("2025-07-13")), "{front}");
        }
    }

    #[test]
    fn the_first_heading_is_the_headline() {
        let found = article("# Gempa\n\nWarga *berlarian* keluar.").unwrap();
        assert_eq!((found.title.as_deref(), found.body.as_str()), (Some("Gempa"), "Warga berlarian keluar."));
        assert_eq!(article("# Gempa\n"), Err(NoArticle::Empty));
        assert!(article(&"> ".repeat(50_000)).is_err());
        assert!(article(&format!("{}x", "- ".repeat(20_000))).is_ok());
    }
}

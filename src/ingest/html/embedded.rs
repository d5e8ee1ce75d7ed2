//! The text of an article that stands in the data of a page's program, for pages whose elements come into being only when
//! that program runs (Next, Nuxt and their like).

use serde_json::Value;

/// Keys of the text of a piece of an article, where its pieces are listed. Source: Arc, Contentful, and outlets' own.
const TEXTS: [&str; 5] = ["content", "text", "html", "value", "body"];
/// Keys of the pieces that a piece is made of. Source: Contentful, Sanity, Slate.
const WITHIN: [&str; 2] = ["content", "children"];
/// Kinds of pieces that are no text of the article.
const OTHERS: [&str; 8] =
    ["image", "video", "gallery", "interstitial_link", "oembed_response", "raw_html", "ad", "related"];

/// The longest text of several paragraphs in the scripts of `page`, in the language of pages.
pub(super) fn article(page: &str) -> Option<String> {
    let mut longest = String::new();
    for script in scripts(page) {
        let Some(start) = script.find(['{', '[']) else { continue };
        let value = serde_json::Deserializer::from_str(&script[start..]).into_iter::<Value>().next();
        if let Some(Ok(value)) = value {
            search(&value, &mut longest);
        }
    }
    (!longest.is_empty()).then_some(longest)
}

/// What stands in each script that is no metadata.
fn scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let content = rest.split("</script").next()?;
        (!tag.contains("ld+json")).then_some(content)
    })
}

/// Puts the longest text in `value` into `longest`, if it is longer.
fn search(value: &Value, longest: &mut String) {
    match value {
        Value::String(text) if text.len() > longest.len() && paragraphs(text) > 1 => text.clone_into(longest),
        Value::Array(values) => {
            let pieces: Vec<String> = values.iter().filter_map(piece).collect();
            if pieces.len() > 1 && pieces.iter().map(String::len).sum::<usize>() > longest.len() {
                *longest = pieces.iter().map(|piece| format!("<p>{piece}</p>")).collect();
            }
            values.iter().for_each(|value| search(value, longest));
        }
        Value::Object(fields) => fields.values().for_each(|value| search(value, longest)),
        _ => {}
    }
}

/// How many paragraphs are in a text that pages are written in.
fn paragraphs(text: &str) -> usize {
    text.matches("</p>").count() + text.matches("<br").count() / 2
}

/// The text of a piece in a list of them: its own, or that of the pieces within it.
fn piece(value: &Value) -> Option<String> {
    let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
    let own = || TEXTS.iter().find_map(|key| value.get(*key)?.as_str()).map(str::to_owned);
    let within = || {
        let pieces = WITHIN.iter().find_map(|key| value.get(*key)?.as_array())?;
        Some(pieces.iter().filter_map(piece).collect::<String>())
    };
    let text = if OTHERS.contains(&kind) { None } else { own().or_else(within) };
    text.filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_text_is_found() {
        let cases = [
            (
                r#"<script id=a type="application/json">{"a":[{"isi":"<p>Satu.</p><p>Dua.</p>"}],"b":"<p>x</p>"}</script>"#,
                Some("<p>Satu.</p><p>Dua.</p>"),
            ),
            (
                r#"<script>window.__STATE__={"content_elements":[{"type":"text","content":"Satu."},{"type":"image","content":"x"},
                {"type":"text","content":"Dua."}]};</script>"#,
                Some("<p>Satu.</p><p>Dua.</p>"),
            ),
            (
                r#"<script>{"a":[{"content":[{"value":"Satu "},{"value":"kata."}]},{"content":[{"value":"Dua."}]}]}</script>"#,
                Some("<p>Satu kata.</p><p>Dua.</p>"),
            ),
            (r#"<script>var a = {b: "<p>Satu.</p><p>Dua.</p>"}</script>"#, None),
            (r#"<script type="application/ld+json">{"a":"<p>Satu.</p><p>Dua.</p>"}</script><script>"#, None),
        ];
        for (page, expected) in cases {
            assert_eq!(article(page).as_deref(), expected, "{page}");
        }
    }
}

//! The language of an article, as its page tells it, unless its words tell otherwise.

use dom_query::Document;

use super::head::Metas;
use super::json_ld::Told;

/// The codes of languages that a page tells, without region.
pub(super) fn told(page: &Document, metas: &Metas, told: &Told) -> Vec<String> {
    let html = page.select_single("html");
    let html = ["lang", "xml:lang"].iter().find_map(|name| html.attr(name)).map(|it| it.to_string());
    let told =
        [told.language.clone(), metas.first(&["og:locale", "language", "content-language", "dc.language"]), html];
    told.into_iter().flatten().filter_map(|it| code(&it)).collect()
}

/// The code without region that `written` means.
pub(in crate::ingest) fn code(written: &str) -> Option<String> {
    let code = written.trim().split(['-', '_']).next()?.to_lowercase();
    match code.as_str() {
        // The code for Indonesian until 1989, which Java still writes.
        "in" | "indonesian" | "indonesia" => Some("id".to_owned()),
        "english" => Some("en".to_owned()),
        _ if (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphabetic()) => Some(code),
        _ => None,
    }
}

/// Words that stand in every few sentences of one language and in none of the others.
const COMMON: [(&str, [&str; 8]); 2] = [
    ("en", ["the", "of", "and", "to", "in", "was", "that", "for"]),
    ("id", ["yang", "dan", "di", "itu", "dengan", "dari", "untuk", "pada"]),
];
/// How much of the text is counted.
const MOST_WORDS: usize = 1000;
/// Fewer say nothing.
const LEAST: usize = 5;

/// The language that a page tells by `codes`, unless the words of `body` are plainly those of another: templates say
/// `lang="en"` around text of any language. Where the codes differ, the words must be those of one of them. What language it is
/// instead is for the analysis to say.
pub(super) fn checked(codes: &[String], body: &str) -> Option<String> {
    let do_differ = codes.iter().any(|code| *code != codes[0]);
    let is_it = |code: &&String| !is_in_another(code, body) && (!do_differ || common_words(code, body) > LEAST);
    codes.iter().find(is_it).cloned()
}

/// Whether the words of `body` are plainly those of another language than `code`.
fn is_in_another(code: &str, body: &str) -> bool {
    let own = common_words(code, body);
    // Malay shares these words with Indonesian.
    let is_kin = |other: &str| other == code || code == "ms" && other == "id";
    COMMON.iter().any(|(other, _)| !is_kin(other) && common_words(other, body) > LEAST + 3 * own)
}

/// How many words of `body` are those that [`COMMON`] has of a language.
fn common_words(code: &str, body: &str) -> usize {
    let Some((_, common)) = COMMON.iter().find(|(known, _)| *known == code) else { return 0 };
    let words = body.split_whitespace().take(MOST_WORDS);
    words.filter(|word| common.iter().any(|it| it.eq_ignore_ascii_case(word))).count()
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn a_language_is_believed_unless_the_words_say_otherwise() {
        let indonesian =
            "Warga yang tinggal di tepi sungai itu dan di bukit pindah dengan truk dari desa untuk sementara.";
        let english = "The people of the town and of the hills went to the school that was open for the night.";
        let cases = [
            ("en", indonesian, None),
            ("id", indonesian, Some("id")),
            ("ms", indonesian, Some("ms")),
            ("de", indonesian, None),
            ("id", english, None),
            ("en", english, Some("en")),
            ("en", "Gempa", Some("en")),
            ("en id", indonesian, Some("id")),
            ("en id", english, Some("en")),
            ("en id", "Gempa", None),
            ("", english, None),
        ];
        for (codes, body, expected) in cases {
            let told: Vec<String> = codes.split_whitespace().map(str::to_owned).collect();
            assert_eq!(checked(&told, body).as_deref(), expected, "{codes}: {body}");
        }
    }
}

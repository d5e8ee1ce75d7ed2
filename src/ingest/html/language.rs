//! The language of an article, as its page tells it, unless its words tell otherwise.

use dom_query::Document;

use super::head::Metas;
use super::json_ld::Told;

/// The code of a language, without region; the page counts most, because only browsers heed it and so it is tested.
pub(super) fn told(page: &Document, metas: &Metas, told: &Told) -> Option<String> {
    let html = page.select_single("html");
    let html = ["lang", "xml:lang"].iter().find_map(|name| html.attr(name)).map(|it| it.to_string());
    let told =
        [told.language.clone(), metas.first(&["og:locale", "language", "content-language", "dc.language"]), html];
    let codes: Vec<String> = told.into_iter().flatten().filter_map(|it| code(&it)).collect();
    // Where they differ, one comes from a template in English; the analysis then asks the words.
    codes.first().filter(|first| codes.iter().all(|code| code == *first)).cloned()
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

/// `code`, unless the words of `body` are plainly those of another language: templates say `lang="en"` around text of any
/// language. What language it is instead is for the analysis to say.
pub(super) fn checked(code: String, body: &str) -> Option<String> {
    let count = |common: [&str; 8]| {
        let words = body.split_whitespace().take(MOST_WORDS);
        words.filter(|word| common.iter().any(|it| it.eq_ignore_ascii_case(word))).count()
    };
    let own = COMMON.iter().find(|(known, _)| *known == code).map_or(0, |&(_, common)| count(common));
    // Malay shares these words with Indonesian.
    let is_kin = |other: &str| other == code || code == "ms" && other == "id";
    let is_another = COMMON.iter().any(|&(other, common)| !is_kin(other) && count(common) > LEAST + 3 * own);
    (!is_another).then_some(code)
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
        ];
        for (code, body, expected) in cases {
            assert_eq!(checked(code.to_owned(), body).as_deref(), expected, "{code}: {body}");
        }
    }
}

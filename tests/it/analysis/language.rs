//! Which language a text is in.

use super::facts::Facts;
use crate::annotated::Annotated;
use crate::annotated::file::folder;

/// The share of sentences whose language is known without any around them; the others have hardly a small word.
const LEAST_SHARE: f64 = 0.985;

#[test]
fn a_sentence_shows_its_language() {
    for language in ["id", "en"] {
        let examples = std::fs::read_to_string(folder(language).join("statements.txt")).unwrap();
        let marked = examples.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '@']));
        let plain = marked.map(|line| {
            let mut example = Annotated::default();
            example.push_line(line.trim_start_matches("? "));
            example.text
        });
        let (right, wrong): (Vec<String>, Vec<String>) =
            plain.partition(|text| Facts::of(text, None, None).analysis.language == language);
        assert!(right.len() as f64 >= LEAST_SHARE * (right.len() + wrong.len()) as f64, "{language}: {wrong:#?}");
    }
}

#[test]
fn abbreviations_are_words_of_no_language() {
    for (text, language) in [
        ("Presiden Amerika Serikat (AS) Donald Trump tiba. AS dan Rusia sepakat.", "id"),
        ("AS tarik pasukan dari Suriah, kata Pentagon", "id"),
        ("The DI sector grew, IA officials in Jakarta said on Monday.", "en"),
        ("HARGA BERAS NAIK LAGI, PEMERINTAH AKAN IMPOR DARI VIETNAM", "id"),
        ("OIL PRICES FALL AS OPEC AND ITS ALLIES RAISE OUTPUT", "en"),
    ] {
        assert_eq!(Facts::of(text, None, None).analysis.language, language, "{text}");
    }
}

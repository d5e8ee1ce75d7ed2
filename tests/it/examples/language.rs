//! Which language a text is in, told by its words.

use linimasa::analysis::analyse;
use linimasa::model::{Article, Span, Warning};

use super::{LANGUAGES, read};
use crate::PACKS;

fn article(text: &str) -> Article {
    Article { body: text.to_owned(), paragraphs: vec![Span::new(0, text.len())], ..Article::default() }
}

/// The sentences of a pack's examples, without their marks.
fn sentences(language: &str) -> Vec<String> {
    let text = read(&format!("{language}/examples/dates.txt"));
    let lines = text.lines().filter(|line| !line.starts_with(['#', '@']) && line.split(' ').count() > 6);
    let plain = |line: &str| {
        let mut rest = line.to_owned();
        while let (Some(bar), Some(end)) = (rest.find('|'), rest.find(']')) {
            rest.replace_range(bar..=end, "");
        }
        rest.replace('[', "")
    };
    lines.map(plain).collect()
}

#[test]
fn an_article_tells_its_language() {
    for language in LANGUAGES {
        for article_of in sentences(language).chunks(20) {
            let text = article_of.join(" ");
            let analysis = analyse(&article(&text), &PACKS);
            assert_eq!(analysis.language, language, "{text}");
            assert!(!analysis.warnings.contains(&Warning::UncertainLanguage), "{text}");
        }
    }
}

#[test]
fn even_one_sentence_nearly_always_does() {
    // A sentence in Malay often has no word that Indonesian lacks.
    for language in ["id", "en"] {
        let sentences = sentences(language);
        let right = sentences.iter().filter(|text| analyse(&article(text), &PACKS).language == language).count();
        assert!(right * 100 >= sentences.len() * 97, "{language}: {right} of {}", sentences.len());
    }
}

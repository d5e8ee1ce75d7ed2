//! What the whole analysis makes of annotated text, as `linimasa names --iob` does, so that it is scored by the same
//! measure as the tagger alone.

use linimasa::analysis::entities_as_annotated;
use linimasa::export::iob;
use linimasa::lang::{Packs, TAGS};
use linimasa::model::{Article, Span};

use super::columns::Sentence;

/// The tags of the words of each of `sentences`, which are one article.
pub fn tags(sentences: &[Sentence], packs: &Packs, code: &str) -> Vec<Vec<u8>> {
    let mut article = Article { language: Some(code.to_owned()), ..Article::default() };
    let mut words = Vec::new();
    for sentence in sentences {
        let start = article.body.len();
        article.body.push_str(&sentence.text);
        article.paragraphs.push(Span::new(start, article.body.len()));
        article.body.push('\n');
        words.extend(sentence.words.iter().map(|(word, _)| Span::new(start + word.start, start + word.end)));
    }
    let document = 0..sentences.len();
    let analysis = entities_as_annotated(&article, std::slice::from_ref(&document), packs);
    let number = |tag: &str| TAGS.iter().position(|&known| known == tag).unwrap_or(0) as u8;
    let mut tags = iob::tags(&words, &analysis).into_iter().map(number);
    sentences.iter().map(|sentence| tags.by_ref().take(sentence.words.len()).collect()).collect()
}

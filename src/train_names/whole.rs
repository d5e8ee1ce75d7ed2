//! What the whole analysis makes of a sentence, as tags, so that it is scored by the same measure as the tagger alone.

use linimasa::analysis::analyse;
use linimasa::lang::{Packs, TAGS};
use linimasa::model::{Article, EntityKind, Span};

use super::columns::Sentence;

/// The tag of each word of `sentence`, read as an article of its own; of nested names the outer one counts.
pub fn tags(sentence: &Sentence, packs: &Packs, code: &str) -> Vec<u8> {
    let article = Article {
        body: sentence.text.clone(),
        paragraphs: vec![Span::new(0, sentence.text.len())],
        language: Some(code.to_owned()),
        ..Article::default()
    };
    let analysis = analyse(&article, packs);
    let mut tags = vec![0; sentence.words.len()];
    let mut end = 0;
    for mention in analysis.mentions.items() {
        let Some(first) = first_tag(analysis.entities[mention.entity].kind).filter(|_| mention.span.start >= end)
        else {
            continue;
        };
        end = mention.span.end;
        let covered = sentence.words.iter().zip(&mut tags).filter(|((word, _), _)| word.overlaps(mention.span));
        for ((word, _), tag) in covered {
            *tag = if word.end > mention.span.start && mention.span.start >= word.start { first } else { first + 1 };
        }
    }
    tags
}

/// The tag for the first word of a name; outlets and platforms are organisations where only three kinds are told apart.
fn first_tag(kind: EntityKind) -> Option<u8> {
    let tag = match kind {
        EntityKind::Person => "B-PER",
        EntityKind::Organisation | EntityKind::Outlet | EntityKind::Platform => "B-ORG",
        EntityKind::Place => "B-LOC",
        EntityKind::Other => return None,
    };
    TAGS.iter().position(|&known| known == tag).map(|place| place as u8)
}

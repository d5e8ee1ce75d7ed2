//! The time expressions of an article and nothing else, in all of its text.

use std::ops::Range;

use crate::analysis::publication::{self, PublicationLine};
use crate::analysis::reading::Reading;
use crate::analysis::{furniture, sentences};
use crate::lang::{Pack, Packs};
use crate::model::{Analysis, Article, FurnitureKind, Published};

/// Works out the times that `article` tells, those in captions and links as well, which [`analyse`] passes over.
///
/// All else in the analysis is empty. Takes time linear in the length of the text.
///
/// [`analyse`]: crate::analysis::analyse
pub fn dates(article: &Article, packs: &Packs) -> Analysis {
    Passages::new(article, packs).map_or_else(Analysis::default, |passages| passages.dates())
}

/// An article cut into words and sentences, with the pack of its language: all that is needed to find its times.
pub struct Passages<'a> {
    reading: Reading<'a>,
    pack: &'a Pack,
    passages: Vec<Range<usize>>,
    published: Option<Published>,
}

impl<'a> Passages<'a> {
    /// The passages of `article`, if a pack fits its language.
    pub fn new(article: &'a Article, packs: &'a Packs) -> Option<Passages<'a>> {
        let reading = Reading::new(article, packs);
        let told = article.language.as_deref().and_then(|code| packs.for_code(code));
        let pack = told.or_else(|| packs.detect(&reading.words).map(|(pack, _)| pack))?;
        let publication = publication::lines(&reading, pack);
        let passages = passages(&reading, pack, &publication);
        let published = article.published.or(publication.first().map(|line| line.published));
        Some(Passages { reading, pack, passages, published })
    }

    /// The times in them; all else in the analysis is empty.
    pub fn dates(&self) -> Analysis {
        let times = super::find(&self.reading, &self.pack.time, &self.passages, self.published);
        Analysis {
            language: self.pack.code.clone(),
            published: times.published,
            times: times.expressions,
            warnings: times.warnings,
            ..Analysis::default()
        }
    }
}

/// All sentences, with a dateline as one of its own.
fn passages(reading: &Reading, pack: &Pack, publication: &[PublicationLine]) -> Vec<Range<usize>> {
    let (furniture, prose) = furniture::find(reading, pack, publication);
    let mut passages = sentences(reading, pack, &prose);
    for piece in &furniture {
        let tokens = reading.tokens_in(piece.span);
        match piece.kind {
            FurnitureKind::Dateline => passages.push(tokens),
            _ => passages.extend(sentences(reading, pack, &[tokens])),
        }
    }
    passages.sort_by_key(|passage| passage.start);
    passages
}

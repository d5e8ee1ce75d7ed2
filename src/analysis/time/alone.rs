//! The time expressions of an article and nothing else, in all of its text.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::analysis::{furniture, sentences};
use crate::lang::{Pack, Packs};
use crate::model::{Analysis, Article, FurnitureKind};

/// Works out the times that `article` tells, those in captions and links as well, which [`analyse`] passes over.
///
/// All else in the analysis is empty. Takes time linear in the length of the text.
///
/// [`analyse`]: crate::analysis::analyse
pub fn dates(article: &Article, packs: &Packs) -> Analysis {
    let reading = Reading::new(article, packs);
    let told = article.language.as_deref().and_then(|code| packs.for_code(code));
    let Some(pack) = told.or_else(|| packs.detect(&reading.words).map(|(pack, _)| pack)) else {
        return Analysis::default();
    };
    let passages = passages(&reading, pack);
    let times = super::find(&reading, &pack.time, &passages, article.published);
    Analysis {
        language: pack.code.clone(),
        published: times.published,
        times: times.expressions,
        warnings: times.warnings,
        ..Analysis::default()
    }
}

/// All sentences, with a dateline as one of its own.
fn passages(reading: &Reading, pack: &Pack) -> Vec<Range<usize>> {
    let (furniture, prose) = furniture::find(reading, pack);
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

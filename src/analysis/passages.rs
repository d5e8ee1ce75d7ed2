//! One kind of annotation and nothing else, in all of an article's text: its times, or its names.
//!
//! For other programs, who annotate whatever text they are given. Captions, links and bylines, which [`analyse`] passes
//! over, are read as well.
//!
//! [`analyse`]: crate::analysis::analyse

use std::ops::Range;

use super::names::corrected::Said;
use super::names::{self, KnownNames, Names, Scene};
use super::publication::{self, PublicationLine};
use super::reading::Reading;
use super::{attribution, furniture, sentences, time};
use crate::lang::{Pack, Packs};
use crate::model::{Analysis, Arena, Article, Correction, FurnitureKind, Published, TimeExpression};

/// Works out the times that `article` tells. All else in the analysis is empty.
///
/// Takes time linear in the length of the text.
pub fn dates(article: &Article, packs: &Packs) -> Analysis {
    Passages::new(article, packs).map_or_else(Analysis::default, |passages| passages.dates())
}

/// Works out whom and what `article` names, as the reader corrected it. All but entities and mentions is empty in the analysis.
///
/// Takes time linear in the length of the text.
pub fn entities(article: &Article, packs: &Packs, corrections: &[Correction]) -> Analysis {
    Passages::corrected(article, packs, corrections).map_or_else(Analysis::default, |passages| {
        let times = passages.dates().times;
        let mut found = passages.entities(&times);
        passages.mark_acting(&times, &mut found);
        found
    })
}

/// Works out the names of annotated text, which came cut into sentences: they are its paragraphs. A name is what the
/// annotators of the tagger's own text would have marked, where there is a tagger.
///
/// Nothing in it is furniture, and no place acts. Each of `documents`, a range of paragraphs, is an article of its own, and
/// so its entities are its own.
pub fn entities_as_annotated(article: &Article, documents: &[Range<usize>], packs: &Packs) -> Analysis {
    let Some(given) = Passages::as_given(article, packs) else { return Analysis::default() };
    let in_time = names::in_time(&given.reading, given.packs, given.pack, &given.dates().times);
    let known = KnownNames::find(&given.reading, packs);
    let mut all = Names::default();
    for document in documents {
        let passages = given.passages.get(document.clone()).unwrap_or_default();
        all.append(names::find_as_taught(&given.scene(passages, &in_time, &known)));
    }
    given.named(all)
}

/// No longer passage is searched for who speaks in it: nobody wrote it as a sentence.
const LONGEST_SPEECH_TOKENS: usize = 1_000;

/// An article cut into words and sentences, with the pack of its language: all that is needed to find times and names.
pub struct Passages<'a> {
    reading: Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
    passages: Vec<Range<usize>>,
    /// Those of them that are the article's own sentences, in which somebody may speak.
    prose: Vec<Range<usize>>,
    published: Option<Published>,
    said: Said<'a>,
}

impl<'a> Passages<'a> {
    /// The passages of `article`, if a pack fits its language.
    pub fn new(article: &'a Article, packs: &'a Packs) -> Option<Passages<'a>> {
        Passages::corrected(article, packs, &[])
    }

    /// The same, with what the reader said of names.
    pub fn corrected(article: &'a Article, packs: &'a Packs, corrections: &'a [Correction]) -> Option<Passages<'a>> {
        let (reading, pack) = read(article, packs)?;
        let publication = publication::lines(&reading, pack);
        let (passages, prose) = passages(&reading, pack, &publication);
        let published = article.published.or(publication.first().map(|line| line.published));
        let said = Said::new(corrections, article);
        Some(Passages { reading, packs, pack, passages, prose, published, said })
    }

    /// Each paragraph of `article` as one passage, if a pack fits its language.
    fn as_given(article: &'a Article, packs: &'a Packs) -> Option<Passages<'a>> {
        let (reading, pack) = read(article, packs)?;
        let passages = reading.paragraphs.clone();
        let said = Said::new(&[], article);
        Some(Passages { reading, packs, pack, passages, prose: Vec::new(), published: article.published, said })
    }

    /// The times in them; all else in the analysis is empty.
    pub fn dates(&self) -> Analysis {
        let times = time::find(&self.reading, self.pack, &self.passages, self.published);
        Analysis {
            language: self.pack.code.clone(),
            published: times.published,
            times: times.expressions,
            warnings: times.warnings,
            ..Analysis::default()
        }
    }

    /// The names in them, but for words of `times`; all else in the analysis is empty.
    pub fn entities(&self, times: &Arena<TimeExpression>) -> Analysis {
        let in_time = names::in_time(&self.reading, self.packs, self.pack, times);
        let known = KnownNames::find(&self.reading, self.packs);
        self.named(names::find(&self.scene(&self.passages, &in_time, &known)))
    }

    /// Marks the places in `found` that speak, and so stand for their governments; words of `times` name nobody.
    pub fn mark_acting(&self, times: &Arena<TimeExpression>, found: &mut Analysis) {
        let is_sentence = |passage: &&Range<usize>| passage.len() <= LONGEST_SPEECH_TOKENS;
        let sentences: Vec<Range<usize>> = self.prose.iter().filter(is_sentence).cloned().collect();
        let told = attribution::Found {
            sentences: &sentences,
            furniture: &[],
            times,
            gazetteer: &self.packs.gazetteer,
            publisher: None,
        };
        attribution::find(&self.reading, self.pack, &told, &mut found.entities, &mut found.mentions);
    }

    fn scene<'s>(&'s self, passages: &'s [Range<usize>], in_time: &'s [bool], known: &'s KnownNames) -> Scene<'s> {
        let Passages { reading, packs, pack, said, .. } = self;
        Scene { reading, packs, pack, passages, in_time, known, said }
    }

    fn named(&self, Names { entities, mentions }: Names) -> Analysis {
        Analysis { language: self.pack.code.clone(), entities, mentions, ..Analysis::default() }
    }
}

/// The words of an article, and the pack of its language: the article's own word for it if there is a pack for that.
fn read<'a>(article: &'a Article, packs: &'a Packs) -> Option<(Reading<'a>, &'a Pack)> {
    let reading = Reading::new(article, packs);
    let told = article.language.as_deref().and_then(|code| packs.for_code(code));
    let pack = told.or_else(|| packs.detect(reading.telling_words()).map(|(pack, _)| pack))?;
    Some((reading, pack))
}

/// All sentences, with a dateline as one of its own, and those of captions, links, bylines and tags; and those that are no furniture.
fn passages(reading: &Reading, pack: &Pack, publication: &[PublicationLine]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (furniture, prose) = furniture::find(reading, pack, publication);
    let prose = sentences(reading, pack, &prose);
    let mut passages = prose.clone();
    for piece in &furniture {
        let tokens = reading.tokens_in(piece.span);
        match piece.kind {
            FurnitureKind::Dateline => passages.push(tokens),
            // Buttons, menus and what the publisher says of itself name nobody in the news.
            FurnitureKind::Navigation | FurnitureKind::Advert | FurnitureKind::Notice => {}
            _ => passages.extend(sentences(reading, pack, &[tokens])),
        }
    }
    passages.sort_by_key(|passage| passage.start);
    (passages, prose)
}

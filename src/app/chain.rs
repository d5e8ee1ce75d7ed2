//! Who says something and through which outlets it reached the reader, in as few columns as there is room for:
//! 'Lavrov · TASS → KOMPAS.com'.
//!
//! What the analysis did not find is not said. The publisher's own reporting has no chain.

use super::Glyphs;
use super::marks::Marks;
use super::words::Locale;
use crate::model::{Article, Attribution, Basis, EntityId, Source, Span};
use crate::text::sanitise::clean_line;
use crate::text::width::{cols, cut};

/// Before a source that is not named, and in place of one that is not there.
pub const NAMELESS: &str = "?";

/// One chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Who says it; `None` where only outlets are named.
    pub who: Option<Who>,
    /// The outlets, from the one nearest the speaker on, without the publisher.
    pub outlets: Vec<String>,
    /// Who brought it to the reader, where that is known.
    pub publisher: Option<String>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub words: String,
    pub known_as: KnownAs,
}

/// How a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAs {
    Entity(EntityId),
    /// A paper rather than a person.
    Document,
    /// Somebody who is described, or passed over in silence.
    Nameless,
}

/// Where chains are made.
#[derive(Clone, Copy, Debug)]
pub struct Chains<'a> {
    pub article: &'a Article,
    pub marks: &'a Marks,
    pub locale: Locale,
}

impl Chains<'_> {
    /// The chain of what is said at `offset`, or else first in the sentence there; none where nobody but the publisher
    /// says it.
    pub fn at(self, offset: usize) -> Option<Chain> {
        let analysis = &self.marks.analysis;
        let in_sentence = || {
            let sentence = analysis.sentences[analysis.sentence_at(offset)?].span;
            analysis.attributions_in(sentence).find(|&id| sentence.overlaps(analysis.attributions[id].scope))
        };
        let mut here = analysis.attributions_at(offset);
        if here.is_empty() {
            here.extend(in_sentence());
        }
        let mut chains = here.into_iter().map(|id| self.of(&analysis.attributions[id]));
        let mut chain = chains.next()?;
        // What a quotation leaves open, the sentence around it may tell.
        for outer in chains {
            if chain.who.as_ref().is_none_or(|who| who.known_as == KnownAs::Nameless && who.words.is_empty()) {
                chain.who = outer.who;
            }
            if chain.outlets.is_empty() {
                chain.outlets = outer.outlets;
            }
        }
        Some(chain)
    }

    /// The chain of one statement.
    pub fn of(self, statement: &Attribution) -> Chain {
        let analysis = &self.marks.analysis;
        let mut outlets: Vec<String> = Vec::new();
        for via in statement.via.iter().filter(|via| analysis.publisher != Some(via.outlet)) {
            let name = &analysis.entities[via.outlet].name;
            if !outlets.contains(name) {
                outlets.push(name.clone());
            }
        }
        let is_known = analysis.publisher.is_some() || self.article.outlet.is_some();
        let publisher = || self.marks.basis_name(self.article, Basis::Publisher, self.locale).to_owned();
        Chain { who: self.who(statement), outlets, publisher: is_known.then(publisher) }
    }

    fn who(self, statement: &Attribution) -> Option<Who> {
        let words = |span: Span| clean_line(span.of(&self.article.body));
        Some(match statement.source {
            Some(Source::Entity { entity, span }) => {
                Who { words: self.shortest(entity, span), known_as: KnownAs::Entity(entity) }
            }
            Some(Source::Document { span }) => Who { words: words(span), known_as: KnownAs::Document },
            Some(source @ Source::Unnamed { .. }) => {
                Who { words: words(source.description()), known_as: KnownAs::Nameless }
            }
            None if statement.via.is_empty() => Who { words: String::new(), known_as: KnownAs::Nameless },
            None => return None,
        })
    }

    /// The name by which the words at `span` call an entity; its full name where they do not name it ('ia').
    fn shortest(self, entity: EntityId, span: Span) -> String {
        let analysis = &self.marks.analysis;
        let named = analysis.mentions_in(span).find(|&id| analysis.mentions[id].entity == entity);
        let words = named.map(|id| clean_line(analysis.mentions[id].span.of(&self.article.body)));
        words.unwrap_or_else(|| analysis.entities[entity].name.clone())
    }
}

impl Chain {
    /// The whole chain. The publisher stands at the end of it where there are other outlets, and only there: that the
    /// publisher brought it goes without saying.
    pub fn text(&self, glyphs: Glyphs) -> String {
        let last = self.publisher.iter().filter(|_| !self.outlets.is_empty());
        self.joined(self.outlets.iter().chain(last).map(String::as_str).collect(), glyphs)
    }

    /// As much of it as fits: the publisher gives way first, whom the header names already.
    pub fn fitted(&self, room_cols: usize, glyphs: Glyphs) -> String {
        const LEAST_COLS: usize = 6;
        let whole = self.text(glyphs);
        if cols(&whole) <= room_cols {
            return whole;
        }
        let short = self.joined(self.outlets.iter().map(String::as_str).collect(), glyphs);
        if room_cols < LEAST_COLS { String::new() } else { cut(&short, room_cols).into_owned() }
    }

    fn joined(&self, hands: Vec<&str>, glyphs: Glyphs) -> String {
        let (dot, arrow) = match glyphs {
            Glyphs::Unicode => (" · ", " → "),
            Glyphs::Ascii => (" - ", " > "),
        };
        let parts = [self.who.as_ref().map(Who::text), Some(hands.join(arrow))];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(dot)
    }
}

impl Who {
    /// The words, with the mark of those who are not named.
    pub fn text(&self) -> String {
        match self.known_as {
            KnownAs::Nameless => format!("{NAMELESS} {}", self.words).trim_end().to_owned(),
            KnownAs::Entity(_) | KnownAs::Document => self.words.clone(),
        }
    }
}

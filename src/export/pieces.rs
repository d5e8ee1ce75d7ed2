//! What records of several kinds are made of: pieces of the text, and entities by name and number.

use serde::Serialize;

use crate::model::{Analysis, Article, EntityId, EntityKind, Span};

/// A passage without its words. Bytes, half-open.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Borders {
    start: usize,
    end: usize,
}

impl From<Span> for Borders {
    fn from(span: Span) -> Borders {
        Borders { start: span.start, end: span.end }
    }
}

/// A passage with its words.
#[derive(Serialize)]
pub(super) struct Piece<'a> {
    #[serde(flatten)]
    borders: Borders,
    text: &'a str,
}

/// An entity wherever it is spoken of.
#[derive(Serialize)]
pub(super) struct EntityRef<'a> {
    name: &'a str,
    kind: EntityKind,
    /// Its number, from 0, in the order in which the text first names entities.
    entity: usize,
}

/// An article with its analysis, and the numbers by which records speak of entities.
pub(super) struct Told<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    /// The number of each entity, by its id.
    numbers: Vec<usize>,
}

impl<'a> Told<'a> {
    pub(super) fn new(article: &'a Article, analysis: &'a Analysis) -> Told<'a> {
        let mut numbers = vec![0; analysis.entities.len()];
        for (number, id) in in_order(analysis).into_iter().enumerate() {
            numbers[id.index()] = number;
        }
        Told { article, analysis, numbers }
    }

    /// The entities in the order of their numbers.
    pub(super) fn entities(&self) -> Vec<EntityId> {
        in_order(self.analysis)
    }

    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(&self.article.body)
    }

    pub(super) fn piece(&self, span: Span) -> Piece<'a> {
        Piece { borders: span.into(), text: self.words(span) }
    }

    pub(super) fn entity(&self, id: EntityId) -> EntityRef<'a> {
        let entity = &self.analysis.entities[id];
        EntityRef { name: &entity.name, kind: entity.kind, entity: self.numbers[id.index()] }
    }
}

fn in_order(analysis: &Analysis) -> Vec<EntityId> {
    let mut order: Vec<EntityId> = analysis.entities.ids().collect();
    order.sort_by_key(|&id| analysis.entities[id].mentions.first().copied());
    order
}

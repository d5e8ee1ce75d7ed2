//! Having the marks of articles worked out, and taking them when they arrive, with all that the reader had chosen among
//! the marks of before.

use std::sync::Arc;

use super::App;
use super::document::{Document, Reading, State};
use super::finding::keep_to_lens;
use super::layers::Layer;
use super::marks::{Marks, NameRow};
use super::msg::{DocumentIdx, Effect};
use crate::model::{Analysis, Article, Basis, EntityId, EventId};

/// Whether the marks of an article are being worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Awaited {
    #[default]
    Nothing,
    Marks,
    /// Something has changed since: they will have to be worked out once more. Two workers at one article could answer
    /// in the wrong order.
    MarksOfBefore,
    /// Those that are worked out are of a text that another has taken the place of.
    MarksOfOtherText,
}

impl App {
    /// Asks for the marks of an article as it is now. Those of before stay until the new ones arrive.
    pub(super) fn analyse(&mut self, document: DocumentIdx) -> Vec<Effect> {
        let corrections = self.corrections.clone();
        let Some(State::Open(reading)) = self.documents.get_mut(document).map(|entry| &mut entry.state) else {
            return Vec::new();
        };
        match reading.awaited {
            Awaited::Nothing => {
                reading.awaited = Awaited::Marks;
                vec![Effect::Analyse { document, article: reading.article.clone(), corrections }]
            }
            Awaited::Marks => {
                reading.awaited = Awaited::MarksOfBefore;
                Vec::new()
            }
            Awaited::MarksOfBefore | Awaited::MarksOfOtherText => Vec::new(),
        }
    }

    /// Opens `article` in a document. Of a text that it replaces there, neither the marks that are still worked out nor
    /// what lies over it are of the new one.
    pub(super) fn load(&mut self, document: DocumentIdx, article: Arc<Article>) -> Vec<Effect> {
        let Some(entry) = self.documents.get_mut(document) else { return Vec::new() };
        let mut reading = Reading::new(article);
        if let State::Open(before) = &entry.state {
            let is_awaited = before.awaited != Awaited::Nothing;
            reading.awaited = if is_awaited { Awaited::MarksOfOtherText } else { Awaited::Nothing };
            if document == self.current {
                self.layers.retain(|layer| !knows_text(layer));
            }
        }
        entry.state = State::Open(Box::new(reading));
        self.leave_failed();
        self.analyse(document)
    }

    /// Asks for the marks of every open article, that being read first.
    pub(super) fn analyse_all(&mut self) -> Vec<Effect> {
        let others = (0..self.documents.len()).filter(|&document| document != self.current);
        let all: Vec<DocumentIdx> = [self.current].into_iter().chain(others).collect();
        all.into_iter().flat_map(|document| self.analyse(document)).collect()
    }

    /// Takes the marks of an article.
    pub(super) fn mark(&mut self, document: DocumentIdx, analysis: Arc<Analysis>) -> Vec<Effect> {
        let Some(Document { state: State::Open(reading), .. }) = self.documents.get_mut(document) else {
            return Vec::new();
        };
        let awaited = std::mem::take(&mut reading.awaited);
        if awaited == Awaited::MarksOfOtherText {
            return self.analyse(document);
        }
        let had_marks = reading.marks.is_some();
        reading.set_analysis(analysis);
        if document == self.current {
            if had_marks {
                self.layers.retain(|layer| !knows_marks(layer));
            }
            self.follow_text();
            self.refit();
        }
        if awaited == Awaited::MarksOfBefore { self.analyse(document) } else { Vec::new() }
    }
}

/// Whether a layer was laid over the words of an article.
fn knows_text(layer: &Layer) -> bool {
    match layer {
        Layer::Line(_) => false,
        Layer::Sheet(sheet) => sheet.about.is_some(),
        Layer::Picker(picker) => !picker.items.iter().all(|item| item.choice.is_lasting()),
        Layer::Prompt(_) | Layer::Date(_) | Layer::Name(_) | Layer::Selecting(_) | Layer::Hinting(_) => true,
    }
}

/// Whether a layer holds numbers of entities, which mean nothing among other marks.
fn knows_marks(layer: &Layer) -> bool {
    match layer {
        Layer::Picker(picker) => picker.items.iter().any(|item| item.choice.knows_marks()),
        _ => false,
    }
}

impl Reading {
    /// Takes the marks that arrived.
    pub(super) fn set_analysis(&mut self, analysis: Arc<Analysis>) {
        let mut marks = Marks::new(analysis);
        match self.marks.take() {
            Some(before) => {
                let same = Same { before: &before, now: &marks, cursor: self.cursor };
                let lens = before.lens().iter().filter_map(|&basis| same.basis(basis)).collect();
                marks.set_lens(lens);
                self.choose_again(&Same { before: &before, now: &marks, cursor: self.cursor });
            }
            // The first row of the names is a heading.
            None => self.names.selected = 1.min(marks.names().len().saturating_sub(1)),
        }
        self.marks = Some(marks);
        keep_to_lens(self);
    }

    fn choose_again(&mut self, same: &Same) {
        self.names.selected = same.name_row(self.names.selected);
        let basis = same.before.bases.get(self.sources.selected).and_then(|&(basis, _)| same.basis(basis));
        let row = same.now.bases.iter().position(|&(it, _)| Some(it) == basis);
        self.sources.selected = row.unwrap_or(0);
        self.entity = self.entity.and_then(|entity| same.entity(entity));
        self.source = self.source.and_then(|basis| same.basis(basis));
        self.timeline.selected = self.timeline.selected.and_then(|event| same.event(event));
    }
}

/// What was chosen among the marks of before, found again by where it stands in the text, which is the same.
struct Same<'a> {
    before: &'a Marks,
    now: &'a Marks,
    cursor: usize,
}

impl Same<'_> {
    /// Who is named where `entity` was named: at the cursor, if it was named there, else at its first mention.
    fn entity(&self, entity: EntityId) -> Option<EntityId> {
        let (before, now) = (&self.before.analysis, &self.now.analysis);
        let own = &before.entities.get(entity)?.mentions;
        let at_cursor = before.mention_at(self.cursor).filter(|&id| before.mentions[id].entity == entity);
        at_cursor.iter().chain(own).find_map(|&id| {
            let span = before.mentions[id].span;
            let same = now.mentions_in(span).min_by_key(|&it| now.mentions[it].span != span)?;
            Some(now.mentions[same].entity)
        })
    }

    fn basis(&self, basis: Basis) -> Option<Basis> {
        let now = match basis {
            Basis::Outlet(entity) => Basis::Outlet(self.entity(entity)?),
            Basis::Primary(entity) => Basis::Primary(self.entity(entity)?),
            Basis::Speaker(entity) => Basis::Speaker(self.entity(entity)?),
            Basis::Publisher | Basis::Unnamed => basis,
        };
        self.now.bases.iter().any(|&(it, _)| it == now).then_some(now)
    }

    fn event(&self, event: EventId) -> Option<EventId> {
        let dated_by = self.before.event_span(event);
        self.now.events_by_text().iter().copied().find(|&it| self.now.event_span(it) == dated_by)
    }

    /// The row of the name that was selected, or one near it that is no heading.
    fn name_row(&self, row: usize) -> usize {
        let rows = self.now.names();
        let entity = match self.before.names().get(row) {
            Some(&NameRow::Name { entity, .. }) => self.entity(entity),
            _ => None,
        };
        let is_it = |row: &NameRow| matches!(row, NameRow::Name { entity: it, .. } if Some(*it) == entity);
        let near = || {
            let last = row.min(rows.len().saturating_sub(1));
            (0..=last).rev().find(|&at| matches!(rows.get(at), Some(NameRow::Name { .. })))
        };
        let first = 1.min(rows.len().saturating_sub(1));
        rows.iter().position(is_it).or_else(near).unwrap_or(first)
    }
}

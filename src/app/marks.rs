//! The marks of an article as the reader has chosen to see them: the analysis and what the outlet lens leaves of it.
//!
//! Whatever jumps, lists or searches asks here, so that all keep to the same choice. The lists are made anew only
//! when the lens changes.

use std::sync::Arc;

use super::periods::Periods;
use super::timeline::Order;
use super::words::{Locale, phrase};
use crate::model::{Analysis, Article, Basis, EntityId, EntityKind, Event, EventId, Id, MentionId, SentenceId, Span};

/// An analysis under a lens.
#[derive(Clone, Debug)]
pub struct Marks {
    pub analysis: Arc<Analysis>,
    /// All that the article rests on, each with the number of its sentences.
    pub bases: Vec<(Basis, usize)>,
    /// The bases that the reader wants to see; empty while there is no lens.
    lens: Vec<Basis>,
    by_time: Vec<EventId>,
    by_text: Vec<EventId>,
    periods_by_time: Periods,
    periods_by_text: Periods,
    undated: Vec<Id<Event<()>>>,
    names: Vec<NameRow>,
}

/// One row of the list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRow {
    Heading {
        kind: EntityKind,
        /// Entities below it.
        count: usize,
    },
    Name {
        entity: EntityId,
        /// Mentions that the lens leaves.
        count: usize,
    },
}

impl Marks {
    pub fn new(analysis: Arc<Analysis>) -> Marks {
        let bases = analysis.supports();
        let mut marks = Marks {
            analysis,
            bases,
            lens: Vec::new(),
            by_time: Vec::new(),
            by_text: Vec::new(),
            periods_by_time: Periods::default(),
            periods_by_text: Periods::default(),
            undated: Vec::new(),
            names: Vec::new(),
        };
        marks.set_lens(Vec::new());
        marks
    }

    /// The bases of the lens; empty while everything is shown.
    pub fn lens(&self) -> &[Basis] {
        &self.lens
    }

    /// Shows only what rests on `bases`, or everything where there are none.
    pub fn set_lens(&mut self, bases: Vec<Basis>) {
        self.lens = bases;
        self.by_time = self.analysis.events_by_time();
        self.by_time.retain(|&id| keeps_any(&self.lens, &self.analysis.supports_of_event(&self.analysis.events[id])));
        self.by_text = self.by_time.clone();
        self.by_text.sort_unstable();
        let interval = |&id: &EventId| self.analysis.value_to_end(self.analysis.events[id].time).interval();
        self.periods_by_time = Periods::in_order_of_time(self.by_time.iter().map(interval));
        self.periods_by_text = Periods::each_alone(self.by_text.iter().map(interval));
        let undated = self.analysis.undated.iter();
        let kept = undated.filter(|(_, event)| keeps_any(&self.lens, &self.analysis.supports_of_event(event)));
        self.undated = kept.map(|(id, _)| id).collect();
        self.names = self.name_rows();
    }

    /// Whether the lens leaves the text at `offset`.
    pub fn keeps(&self, offset: usize) -> bool {
        self.lens.is_empty() || keeps_any(&self.lens, &self.analysis.supports_at(offset))
    }

    /// The events that the lens leaves, by time.
    pub fn events_by_time(&self) -> &[EventId] {
        &self.by_time
    }

    /// The events that the lens leaves, in the order of the text.
    pub fn events_by_text(&self) -> &[EventId] {
        &self.by_text
    }

    /// How far the periods among the events reach.
    pub fn periods(&self, order: Order) -> &Periods {
        match order {
            Order::Time => &self.periods_by_time,
            Order::Text => &self.periods_by_text,
        }
    }

    /// The events without a time that the lens leaves, in the order of the text.
    pub fn undated(&self) -> impl ExactSizeIterator<Item = &Event<()>> {
        self.undated.iter().map(|&id| &self.analysis.undated[id])
    }

    /// The list of names, grouped by kind, the most mentioned first.
    pub fn names(&self) -> &[NameRow] {
        &self.names
    }

    pub fn event(&self, id: EventId) -> &Event {
        &self.analysis.events[id]
    }

    /// The words that date an event.
    pub fn event_span(&self, id: EventId) -> Span {
        self.analysis.times[self.event(id).time].span
    }

    /// The next mention before or after `offset`, of any entity or of `entity` alone.
    pub fn neighbour(&self, offset: usize, entity: Option<EntityId>, towards: Towards) -> Option<MentionId> {
        let mentions = &self.analysis.mentions;
        let own = entity.map(|id| self.analysis.entities[id].mentions.as_slice());
        let id = |index: usize| own.map_or(MentionId::new(index), |own| own[index]);
        let start = |index: usize| mentions[id(index)].span.start;
        let len = own.map_or(mentions.len(), <[MentionId]>::len);
        towards.find(len, start, offset, |index| self.keeps(start(index))).map(id)
    }

    /// The event whose date is the next one before or after `offset`.
    pub fn neighbour_event(&self, offset: usize, towards: Towards) -> Option<EventId> {
        let events = &self.by_text;
        let start = |index: usize| self.event_span(events[index]).start;
        towards.find(events.len(), start, offset, |_| true).map(|index| events[index])
    }

    /// The next sentence before or after `offset` that rests on the lens; without a lens on `source`, and without
    /// that on anyone but the publisher alone.
    pub fn neighbour_statement(&self, offset: usize, source: Option<Basis>, towards: Towards) -> Option<SentenceId> {
        let sentences = self.analysis.sentences.items();
        let wanted = |index: usize| {
            let bases = self.analysis.supports_in(sentences[index].span);
            match source {
                _ if !self.lens.is_empty() => keeps_any(&self.lens, &bases),
                Some(source) => bases.contains(&source),
                None => bases.iter().any(|&it| it != Basis::Publisher),
            }
        };
        towards.find(sentences.len(), |index| sentences[index].span.start, offset, wanted).map(SentenceId::new)
    }

    /// The event told at `offset`: the one whose date is there, else the first of the sentence.
    pub fn event_at(&self, offset: usize) -> Option<EventId> {
        let time = self.analysis.time_at(offset);
        let kept = |id: &EventId| self.by_text.binary_search(id).is_ok();
        let told =
            || self.analysis.sentence_at(offset).into_iter().flat_map(|id| self.analysis.events_in(id)).filter(kept);
        told().find(|&id| Some(self.event(id).time) == time).or_else(|| told().next())
    }

    /// The marked words at `offset`: a name, else a date; empty where there are none.
    pub fn words_at(&self, offset: usize) -> Span {
        let mention = self.analysis.mention_at(offset).map(|id| self.analysis.mentions[id].span);
        let time = || self.analysis.time_at(offset).map(|id| self.analysis.times[id].span);
        mention.or_else(time).unwrap_or(Span::empty(offset))
    }

    /// What a basis is called.
    pub fn basis_name<'a>(&'a self, article: &'a Article, basis: Basis, locale: Locale) -> &'a str {
        let entity = |id: EntityId| self.analysis.entities[id].name.as_str();
        match basis {
            Basis::Outlet(id) | Basis::Primary(id) | Basis::Speaker(id) => entity(id),
            Basis::Unnamed => phrase::UNNAMED.of(locale),
            Basis::Publisher => match self.analysis.publisher {
                Some(id) => entity(id),
                None => article.outlet.as_deref().unwrap_or(phrase::THIS_ARTICLE.of(locale)),
            },
        }
    }

    fn name_rows(&self) -> Vec<NameRow> {
        let mut rows = Vec::new();
        for kind in EntityKind::ALL {
            let mut names: Vec<(EntityId, usize)> = self
                .analysis
                .entities
                .iter()
                .filter(|(_, entity)| entity.kind == kind)
                .map(|(id, _)| (id, self.count(id)))
                .filter(|&(_, count)| count > 0)
                .collect();
            names.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
            if !names.is_empty() {
                rows.push(NameRow::Heading { kind, count: names.len() });
            }
            rows.extend(names.into_iter().map(|(entity, count)| NameRow::Name { entity, count }));
        }
        rows
    }

    fn count(&self, entity: EntityId) -> usize {
        let mentions = &self.analysis.entities[entity].mentions;
        mentions.iter().filter(|&&id| self.keeps(self.analysis.mentions[id].span.start)).count()
    }
}

/// A direction in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    Start,
    End,
}

impl Towards {
    pub fn reversed(self) -> Towards {
        match self {
            Towards::Start => Towards::End,
            Towards::End => Towards::Start,
        }
    }

    /// The nearest wanted one of `len` items, sorted by start, that starts strictly beyond `offset`.
    pub fn find(
        self,
        len: usize,
        start: impl Fn(usize) -> usize,
        offset: usize,
        wanted: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        match self {
            Towards::End => (partition_point(len, |index| start(index) <= offset)..len).find(|&index| wanted(index)),
            Towards::Start => {
                (0..partition_point(len, |index| start(index) < offset)).rev().find(|&index| wanted(index))
            }
        }
    }
}

/// `slice::partition_point` for items that are not in a slice.
fn partition_point(len: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

fn keeps_any(lens: &[Basis], bases: &[Basis]) -> bool {
    lens.is_empty() || bases.iter().any(|basis| lens.contains(basis))
}

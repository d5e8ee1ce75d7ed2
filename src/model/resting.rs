//! On whose word an article rests: the outlets that vouch for a passage, and whoever speaks in it.
//!
//! Two questions that are not the same. A *basis* is who vouches to the reader: the outlets that a statement came through,
//! or the publisher. A *support* is all that the reader may want to see alone: every basis, and the speaker besides, whoever
//! vouches for the speaker's having said it.

use super::{Analysis, Attribution, Basis, EntityId, EntityKind, Event, EventId, FurnitureKind, Source, Span};

impl Analysis {
    /// On whose word the text at `offset` rests. Never empty in a sentence; empty in furniture.
    pub fn bases_at(&self, offset: usize) -> Vec<Basis> {
        let mut bases = self.gathered_at(offset, |attribution| self.bases_of(attribution));
        // Whoever vouches by name comes before the publisher who passes it on.
        if bases.len() > 1 {
            bases.retain(|&basis| basis != Basis::Publisher);
        }
        bases
    }

    /// All that the text at `offset` rests on: its bases, and who speaks there. Empty in furniture.
    pub fn supports_at(&self, offset: usize) -> Vec<Basis> {
        let mut supports = self.gathered_at(offset, |attribution| self.supports_of(attribution));
        let vouchers = self.bases_at(offset);
        supports.retain(|&support| support != Basis::Publisher || vouchers.contains(&support));
        supports
    }

    /// On whose word one attribution rests.
    ///
    /// The outlets it came through, if it names any; else the ministry or company that published it itself; else
    /// an unnamed source stays unnamed; a named speaker without an outlet rests on the publisher.
    pub fn bases_of(&self, attribution: &Attribution) -> Vec<Basis> {
        if !attribution.via.is_empty() {
            return attribution.via.iter().map(|via| self.outlet_basis(via.outlet)).collect();
        }
        match attribution.source {
            Some(Source::Unnamed { .. }) => vec![Basis::Unnamed],
            Some(Source::Entity { entity, .. }) if attribution.primary => vec![Basis::Primary(entity)],
            _ => vec![Basis::Publisher],
        }
    }

    /// All that one attribution rests on: its bases, and its source. Who published something is its source and nothing
    /// else, so that nobody is there twice.
    pub fn supports_of(&self, attribution: &Attribution) -> Vec<Basis> {
        let mut supports = self.bases_of(attribution);
        supports.retain(|basis| !matches!(basis, Basis::Primary(_)));
        let speaker = match attribution.source {
            Some(Source::Unnamed { .. }) => Some(Basis::Unnamed),
            Some(Source::Entity { entity, .. }) => Some(self.speaker_basis(entity)),
            Some(Source::Document { .. }) | None => None,
        };
        supports.extend(speaker.filter(|speaker| !supports.contains(speaker)));
        supports
    }

    /// On whose word an event rests.
    pub fn bases_of_event(&self, id: EventId) -> Vec<Basis> {
        let attribution = self.events[id].attribution.map(|id| &self.attributions[id]);
        attribution.map_or_else(|| vec![Basis::Publisher], |it| self.bases_of(it))
    }

    /// All that an event rests on, dated or not.
    pub fn supports_of_event<When>(&self, event: &Event<When>) -> Vec<Basis> {
        let attribution = event.attribution.map(|id| &self.attributions[id]);
        attribution.map_or_else(|| vec![Basis::Publisher], |it| self.supports_of(it))
    }

    /// Every basis of the article with the number of sentences that rest on it: the publisher first, then the
    /// most used, unnamed sources last.
    pub fn bases(&self) -> Vec<(Basis, usize)> {
        self.counted(|span| self.bases_in(span))
    }

    /// Every support of the article, in the same order.
    pub fn supports(&self) -> Vec<(Basis, usize)> {
        self.counted(|span| self.supports_in(span))
    }

    /// Every basis that some part of `span` rests on.
    pub fn bases_in(&self, span: Span) -> Vec<Basis> {
        self.gathered_in(span, |offset| self.bases_at(offset))
    }

    /// Every support that some part of `span` rests on.
    pub fn supports_in(&self, span: Span) -> Vec<Basis> {
        self.gathered_in(span, |offset| self.supports_at(offset))
    }

    /// What `of` says of each attribution at `offset`, none twice; of none, the publisher.
    fn gathered_at(&self, offset: usize, of: impl Fn(&Attribution) -> Vec<Basis>) -> Vec<Basis> {
        if self.furniture_at(offset).is_some_and(|index| self.furniture[index].kind != FurnitureKind::Dateline) {
            return Vec::new();
        }
        let mut bases: Vec<Basis> = Vec::new();
        for basis in self.attributions_at(offset).into_iter().flat_map(|id| of(&self.attributions[id])) {
            if !bases.contains(&basis) {
                bases.push(basis);
            }
        }
        if bases.is_empty() { vec![Basis::Publisher] } else { bases }
    }

    fn gathered_in(&self, span: Span, at: impl Fn(usize) -> Vec<Basis>) -> Vec<Basis> {
        let mut borders: Vec<usize> = vec![span.start];
        for id in self.attributions_in(span) {
            let scope = self.attributions[id].scope;
            borders.extend([scope.start, scope.end]);
        }
        borders.retain(|&offset| span.contains(offset));
        let mut bases: Vec<Basis> = borders.into_iter().flat_map(at).collect();
        bases.sort();
        bases.dedup();
        bases
    }

    fn counted(&self, in_span: impl Fn(Span) -> Vec<Basis>) -> Vec<(Basis, usize)> {
        let mut counts: Vec<(Basis, usize)> = vec![(Basis::Publisher, 0)];
        for basis in self.sentences.items().iter().flat_map(|sentence| in_span(sentence.span)) {
            match counts.iter_mut().find(|(known, _)| *known == basis) {
                Some((_, count)) => *count += 1,
                None => counts.push((basis, 1)),
            }
        }
        let rank = |basis: Basis| match basis {
            Basis::Publisher => 0,
            Basis::Outlet(_) => 1,
            Basis::Primary(_) | Basis::Speaker(_) => 2,
            Basis::Unnamed => 3,
        };
        counts.sort_by(|a, b| rank(a.0).cmp(&rank(b.0)).then(b.1.cmp(&a.1)));
        counts
    }

    fn outlet_basis(&self, outlet: EntityId) -> Basis {
        if self.publisher == Some(outlet) { Basis::Publisher } else { Basis::Outlet(outlet) }
    }

    /// An outlet that speaks for itself is the same as one that is quoted.
    fn speaker_basis(&self, entity: EntityId) -> Basis {
        let is_outlet = self.entities[entity].kind == EntityKind::Outlet;
        if is_outlet || self.publisher == Some(entity) { self.outlet_basis(entity) } else { Basis::Speaker(entity) }
    }
}

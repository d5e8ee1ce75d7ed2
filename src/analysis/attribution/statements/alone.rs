//! Paragraphs that are all quotation: they go on with the statement before them, are claimed by words behind them, or stand
//! alone, with nothing that tells who speaks.

use super::Writer;
use super::memory::Known;
use crate::analysis::attribution::frames::{Frame, Order, Unit};
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;
use crate::model::{Attribution, EntityId, Rule, Source, Span, Stance};

/// A paragraph of quotation alone has at least so many tokens, marks included: less is a title.
const SHORTEST_ALONE_TOKENS: usize = 8;

impl Writer<'_, '_> {
    /// The quotations of a unit that is nothing else, each closed with a mark of its own.
    fn only_quoted(&self, unit: &Unit) -> Option<Vec<Span>> {
        let quote = self.page.quote_from(unit.tokens.start, unit.tokens.start + 1)?;
        let mut rest = quote.tokens.end..unit.tokens.end;
        let only = rest.all(|at| !self.page.reading.is_word(at) || self.page.is(at, fact::SPEECH));
        let inner = quote.inner();
        let closed = inner.end > inner.start
            && matches!(self.page.reading.mark(inner.end - 1), '.' | '?' | '!' | ',' | '…' | '—');
        if !only || !closed && !quote.is_open {
            return None;
        }
        let mut pieces = Vec::new();
        let mut from = unit.tokens.start;
        while let Some(quote) = self.page.quote_from(from, unit.tokens.end) {
            pieces.push(self.page.span(quote.tokens.clone()));
            from = quote.tokens.end;
        }
        Some(pieces)
    }

    /// A paragraph that is all quotation, behind no statement: somebody speaks, and no words tell who. Within a paragraph it is whoever the
    /// sentence before is about.
    pub(super) fn alone(&mut self, unit: &Unit) -> bool {
        let opens = self.page.reading.paragraphs.binary_search_by_key(&unit.tokens.start, |it| it.start).is_ok();
        // 'Marsh snorts. “Validating! I was here.”'
        let before = unit.index.checked_sub(1).map(|before| &self.units[before]);
        let person = before.and_then(|before| self.told_of(before)).filter(|_| !opens);
        let speaks = opens || person.is_some();
        let Some(mut pieces) = self.only_quoted(unit).filter(|_| speaks && unit.tokens.len() >= SHORTEST_ALONE_TOKENS)
        else {
            return false;
        };
        let content = pieces.remove(0);
        let scope = pieces.iter().fold(content, |scope, piece| scope.join(*piece));
        if scope.len() > Attribution::LONGEST_SCOPE_BYTES {
            return false;
        }
        self.written.push(Attribution {
            source: person.map(|entity| Source::Entity { entity, span: Span::empty(content.start) }),
            cue: Span::empty(content.end),
            content,
            more: pieces,
            stance: Stance::Claim,
            scope,
            via: Vec::new(),
            direct: true,
            primary: false,
            rule: Rule::from("attribution/quotation-alone"),
        });
        self.last = Some((unit.index, self.written.len() - 1));
        true
    }

    /// Whom a unit is about: who is named in it, or whom the pronoun means that begins it.
    fn told_of(&self, unit: &Unit) -> Option<EntityId> {
        let (page, at) = (self.page, unit.tokens.start);
        let is_pronoun = page.is(at, fact::PRONOUN) && !page.turns(at, Turn::Neuter) && !page.turns(at, Turn::Many);
        match self.memory.person() {
            Some(Known::Entity(person)) if is_pronoun => Some(person),
            _ => self.memory.person_of(unit.index),
        }
    }

    /// Whether the statement at `index` is a quotation of which nothing told who speaks.
    pub(super) fn is_alone(&self, index: usize) -> bool {
        let written = &self.written[index];
        written.source.is_none() && written.via.is_empty() && written.cue.is_empty()
    }

    /// A unit that is all quotation goes on with the statement right before it.
    pub(super) fn goes_on(&mut self, unit: &Unit) -> bool {
        let Some((_, index)) = self.last.filter(|(at, _)| at + 1 == unit.index) else { return false };
        let Some(pieces) = self.only_quoted(unit) else { return false };
        let attribution = &mut self.written[index];
        let Some(last) = pieces.last() else { return false };
        let scope = attribution.scope.join(*last);
        if scope.len() > Attribution::LONGEST_SCOPE_BYTES {
            return false;
        }
        self.went_on = Some((unit.index, attribution.scope));
        attribution.scope = scope;
        attribution.more.extend(pieces);
        self.last = Some((unit.index, index));
        true
    }

    /// 'Itu cerita Keng kepada AFP' behind a paragraph of quotation that went on with somebody else's statement: it is Keng's.
    pub(super) fn taken_back(&mut self, unit: &Unit, frame: &Frame) -> Option<Vec<Span>> {
        let (_, index) = self.last.filter(|(at, _)| frame.order == Order::Previous && at + 1 == unit.index)?;
        let (_, scope) = self.went_on.filter(|&(at, _)| at + 1 == unit.index)?;
        let before = &self.units[unit.index - 1];
        let opens = self.page.reading.paragraphs.binary_search_by_key(&before.tokens.start, |it| it.start).is_ok();
        let statement = self.written.get_mut(index).filter(|_| opens)?;
        let start = self.page.span(before.tokens.clone()).start;
        let from = statement.more.partition_point(|piece| piece.start < start);
        let quoted = statement.more.split_off(from);
        statement.scope = scope;
        (!quoted.is_empty()).then_some(quoted)
    }
}

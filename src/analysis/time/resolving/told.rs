//! Which month or year a day without one belongs to, by what was told before it.

use super::Resolving;
use crate::analysis::time::anchors::STORY_DAYS;
use crate::lang::EventWord;
use crate::model::{Grain, Interval, Span, TimeId};

/// 'Pada mudik' before its year.
const LONGEST_OPENING: usize = 3;

impl Resolving<'_> {
    /// The month told last, if it is that of a story of another year and stands in the paragraph of `span`.
    pub(super) fn month_told(&self, span: Span) -> Option<(TimeId, Interval)> {
        let (id, month) =
            self.anchors.latest.filter(|(_, it)| it.grain == Grain::Month && self.pack.grammar.noun_first)?;
        let (published, _) = self.anchors.publication()?;
        let past = month.last_day().until(published).is_ok_and(|span| span.get_days() >= STORY_DAYS);
        let between = Span::new(self.out[id].span.end, span.start).of(self.reading.body);
        (past && !between.contains('\n')).then_some((id, month))
    }

    /// The year told last, if it is over and opens the sentence of `span`.
    pub(super) fn year_told(&self, span: Span) -> Option<(TimeId, i16)> {
        if let Some(owner) = self.year_of_owner(span) {
            return Some(owner);
        }
        let (id, year) =
            self.anchors.latest.filter(|(_, it)| it.grain == Grain::Year && self.pack.grammar.noun_first)?;
        let over = self.anchors.publication().is_some_and(|(today, _)| year.last_day() < today);
        let between = Span::new(self.out[id].span.end, span.start).of(self.reading.body);
        let at = self.reading.token_from(self.out[id].span.start);
        let begins = |at: usize| self.reading.opens_paragraph(at) || at > 0 && self.reading.mark(at - 1) == '.';
        let opens = (at.saturating_sub(LONGEST_OPENING)..=at).any(begins);
        // 'Tahun lalu kita memulai puasa pada 1 Maret'
        let led = |at: usize| {
            at > 0
                && (self.pack.cues.time_prepositions.has(self.reading.words[at - 1])
                    || self.reading.mark(at - 1) == '"')
        };
        // 'Setelah buron sejak 2020, ia ditangkap pada 17 Januari'
        let since = |at: usize| self.pack.cues.events.may_open(self.reading.words[at], EventWord::Since);
        let lasts = at > 0 && since(at - 1);
        let leads = begins(at) || led(at) && begins(at - 1);
        (over
            && opens
            && !lasts
            && (leads || between.starts_with(','))
            && !between.contains(". ")
            && !between.contains('\n'))
        .then(|| (id, year.first_day().year()))
    }

    /// 'Last year's cyclone came ashore on 14 March': the year that owns what the sentence of `span` tells of.
    fn year_of_owner(&self, span: Span) -> Option<(TimeId, i16)> {
        let (id, year) =
            self.anchors.latest.filter(|(_, it)| it.grain == Grain::Year && self.pack.grammar.verbs_inflect)?;
        let told = self.out[id].span;
        let owner = self.reading.token_from(told.end);
        let owns = self.reading.is_glued(owner)
            && self.pack.cues.events.may_open(self.reading.words[owner], EventWord::Determiner);
        let near = || !Span::new(told.end, span.start).of(self.reading.body).contains(['.', '\n', ';']);
        (owns && near()).then(|| (id, year.first_day().year()))
    }
}

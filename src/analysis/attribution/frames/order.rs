//! Where the content of a frame stands: behind it, before it, or on both sides.

use super::{Framer, Order};
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

impl Framer<'_, '_, '_, '_> {
    pub(crate) fn behind_comma(&self, at: usize) -> usize {
        if self.page.divides(at) && !self.page.is(at, fact::SPEECH) { at + 1 } else { at }
    }

    /// Where the content is of the frame from `start` to `end` that opens its sentence or stands behind content.
    pub(crate) fn order_of(&self, opens: bool, start: usize, end: usize) -> Order {
        if opens { Order::Lead(self.behind_comma(self.past_adjuncts(end))) } else { self.tail_order(start, end) }
    }

    /// Whether content follows behind the frame from `start` to `end` that has content before it.
    pub(crate) fn tail_order(&self, start: usize, end: usize) -> Order {
        let page = self.page;
        // 'Asked if he had lied, as his brother claimed, Rahman laughed': what he was asked was claimed.
        if page.opens_with_question(self.unit.tokens.start) {
            return Order::Tail;
        }
        let mut at = end;
        // 'kata dia, Kamis (6/3), ...': what tells of the speaking is passed over.
        if !self.is_done(at) && (page.turns(at, Turn::Adjunct) || page.is(at, fact::TIME)) {
            at = (at..self.reach(at)).find(|&at| self.is_done(at)).unwrap_or(self.end());
        }
        let next = at + 1;
        let comma = at < self.end() && page.reading.mark(at) == ',' && !page.is(at, fact::SPEECH);
        if comma && next < self.end() && self.goes_on_at(start, next) { Order::Middle } else { Order::Tail }
    }

    /// Whether the word at `at`, behind the frame that begins at `start` and a comma, goes on with what was said, rather than with
    /// when and how it was.
    fn goes_on_at(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let aside = page.turns(at, Turn::Aside);
        if page.turns(at, Turn::Joint) && !page.is(at + 1, fact::CUE) && !aside {
            return true;
        }
        let beside =
            page.is(at, fact::CUE | fact::TIME | fact::RELATIVE | fact::SPEECH) || page.turns(at, Turn::Adjunct);
        // ', a smaller drop than expected', ', adding that': the publisher's remark, or the next cue.
        let remark = page.pack.grammar.verbs_inflect && page.is(at, fact::QUANTITY) && self.is_remark_at(start, at)
            || page.pack.cues.aside_suffix(page.reading.text(at));
        // ', without citing sources'
        let withheld = page.turns(at, Turn::Negation) && page.is(at + 1, fact::CUE);
        // 'Dari jumlah itu, ungkapnya, 42 kapal dinyatakan tidak laik'
        let counted = page.reading.is_number(at) && page.reading.is_word(at + 1);
        !(beside || aside || remark || withheld) && (page.reading.is_word(at) || counted)
    }

    /// Whether the noun at `at`, behind the frame that begins at `start`, remarks on what was said before: not in 'In the end, she
    /// said, the votes were missing', 'If that fails, she said, the bill is dead', where nothing was said yet.
    fn is_remark_at(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let said = self.unit.tokens.start..start.saturating_sub(1);
        let comma = said.clone().find(|&at| page.divides(at)).map(|comma| comma + 1);
        let clause = comma.unwrap_or(said.start)..said.end;
        let carries = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
        let about = |at: usize| page.is(at, fact::RELATIVE) || page.turns(at, Turn::That);
        let depends = page.turns(clause.start, Turn::Opening) && !page.turns(clause.start, Turn::Joint);
        let mut first = clause.filter(|&at| about(at) || carries(at) || page.is_verb(at));
        let is_whole = !depends && first.next().is_some_and(|first| !about(first));
        let mut behind = (at..self.reach(at)).take_while(|&at| !page.divides(at) && !about(at));
        !behind.any(|at| carries(at) || !is_whole && page.is_verb(at))
    }

    /// Behind 'pada Selasa (2/9/2025)', where a comma follows.
    pub(crate) fn past_adjuncts(&self, from: usize) -> usize {
        let page = self.page;
        let mut at = from;
        loop {
            let comma = page.divides(at) && page.reading.mark(at) == ',';
            let word = if comma { at + 1 } else { at };
            let loose =
                page.turns(word, Turn::Adjunct) || page.turns(word, Turn::Between) || page.is(word, fact::MEDIUM);
            if !page.is(word, fact::TIME) && (comma || !loose) {
                return at;
            }
            let close = (word..self.end().min(word + 15)).find(|&at| page.divides(at));
            match close {
                Some(close) => at = close,
                None => return at,
            }
        }
    }
}

//! Where the content of a frame stands: behind it, before it, or on both sides.

use super::{Framer, Order};
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

impl Framer<'_, '_, '_, '_> {
    pub(crate) fn behind_comma(&self, at: usize) -> usize {
        if self.page.divides(at) && !self.page.is(at, fact::SPEECH) { at + 1 } else { at }
    }

    /// Where the content is of a frame that opens its sentence or stands behind content, and ends at `end`.
    pub(crate) fn order_of(&self, opens: bool, end: usize) -> Order {
        if opens { Order::Lead(self.behind_comma(self.past_adjuncts(end))) } else { self.tail_order(end) }
    }

    /// Whether content follows behind a frame that has content before it, and ends at `end`.
    pub(crate) fn tail_order(&self, end: usize) -> Order {
        let page = self.page;
        let mut at = end;
        // 'kata dia, Kamis (6/3), ...': what tells of the speaking is passed over.
        if !self.is_done(at) && (page.turns(at, Turn::Adjunct) || page.is(at, fact::TIME)) {
            at = (at..self.reach(at)).find(|&at| self.is_done(at)).unwrap_or(self.end());
        }
        let next = at + 1;
        let comma = at < self.end() && page.reading.mark(at) == ',' && !page.is(at, fact::SPEECH);
        if comma && next < self.end() && self.goes_on_at(next) { Order::Middle } else { Order::Tail }
    }

    /// Whether the word behind a comma goes on with what was said, rather than with when and how it was.
    fn goes_on_at(&self, at: usize) -> bool {
        let page = self.page;
        let aside = page.turns(at, Turn::Aside);
        if page.turns(at, Turn::Joint) && !page.is(at + 1, fact::CUE) && !aside {
            return true;
        }
        let beside =
            page.is(at, fact::CUE | fact::TIME | fact::RELATIVE | fact::SPEECH) || page.turns(at, Turn::Adjunct);
        // ', a smaller drop than expected', ', adding that': the publisher's remark, or the next cue.
        let remark = page.pack.grammar.verbs_inflect && page.is(at, fact::QUANTITY)
            || page.pack.cues.aside_suffix(page.reading.text(at));
        // ', without citing sources'
        let withheld = page.turns(at, Turn::Negation) && page.is(at + 1, fact::CUE);
        // 'Dari jumlah itu, ungkapnya, 42 kapal dinyatakan tidak laik'
        let counted = page.reading.is_number(at) && page.reading.is_word(at + 1);
        !(beside || aside || remark || withheld) && (page.reading.is_word(at) || counted)
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

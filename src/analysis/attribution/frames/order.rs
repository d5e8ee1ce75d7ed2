//! Where the content of a frame stands: behind it, before it, or on both sides.

use super::{Framer, Order, led};
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

impl Framer<'_, '_, '_, '_> {
    pub(crate) fn behind_comma(&self, at: usize) -> usize {
        if self.page.divides(at) && !self.page.is(at, fact::SPEECH) { at + 1 } else { at }
    }

    /// Where the content is of the frame from `start` to `end` that opens its sentence or stands behind content.
    pub(crate) fn order_of(&self, opens: bool, start: usize, end: usize) -> Order {
        if !opens {
            return self.tail_order(start, end);
        }
        let said = self.behind_comma(self.past_adjuncts(end));
        Order::Lead(self.behind_relative(said).unwrap_or(said))
    }

    /// Behind a clause about whoever says it, between commas: 'According to the mayor, who was elected in 2022, the bridge is safe'.
    fn behind_relative(&self, at: usize) -> Option<usize> {
        let page = self.page;
        let about = page.is(at, fact::RELATIVE) && at > 0 && page.reading.mark(at - 1) == ',';
        let close =
            (at..self.reach(at)).find(|&at| page.reading.mark(at) == ',' && page.divides(at)).filter(|_| about)?;
        let goes_on = page.pack.grammar.noun_first || self.has_verb_within(close + 1..self.reach(close + 1));
        goes_on.then_some(close + 1)
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
        // 'His manager, he added, found out the same way': nothing was told before.
        let carries = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal) || page.is_verb(at);
        let is_noun = !(self.unit.tokens.start..start).any(|at| carries(at) || page.is(at, fact::SPEECH | fact::CUE));
        // 'The barrage, its developer conceded, “may no longer be viable”.', 'Potongan itu, menurutnya, menunjukkan bekas gergaji'
        let verb = at + usize::from(page.opens_quotation(at));
        if is_noun && carries(verb) {
            return true;
        }
        if page.turns(at, Turn::Joint) && !page.is(at + 1, fact::CUE) && !aside {
            return true;
        }
        let beside = page.is(at, fact::CUE | fact::RELATIVE | fact::SPEECH)
            || page.is(at, fact::TIME) && !self.is_time_of_clause(start, at)
            || page.turns(at, Turn::Adjunct);
        // ', a smaller drop than expected', ', adding that': the publisher's remark, or the next cue.
        let remark = page.pack.grammar.verbs_inflect && page.is(at, fact::QUANTITY) && self.is_remark_at(start, at)
            || page.pack.cues.aside_suffix(page.reading.text(at));
        // ', without citing sources'
        let withheld = page.turns(at, Turn::Negation) && page.is(at + 1, fact::CUE);
        // 'Dari jumlah itu, ungkapnya, 42 kapal dinyatakan tidak laik'
        // 'said Rep. Thomas Massie, R-Ky., who led the petition'
        let letter = page.reading.is_capitalised(at) && page.reading.text(at).len() == 1;
        let party = letter && page.reading.mark(at + 1) == '-' && page.reading.is_glued(at + 2);
        let counted = page.reading.is_number(at) && (page.reading.is_word(at + 1) || page.reading.is_number(at + 2));
        !(beside || aside || remark || withheld || party) && (page.reading.is_word(at) || counted)
    }

    /// 'Bahkan, kata dia, dua bulan lalu korban kabur': whether the time at `at` is that of a clause behind it, where nothing was told
    /// before the frame that begins at `start`; that of the saying has a mark behind it.
    fn is_time_of_clause(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let told = (self.unit.tokens.start..start).any(|at| page.is_verb(at) || page.is(at, fact::SPEECH | fact::CUE));
        let behind = (at..self.end()).find(|&at| !page.is(at, fact::TIME | fact::BRACKET));
        let clause = behind.is_some_and(|at| !self.is_done(at) && self.has_verb_within(at..self.reach(at)));
        page.pack.grammar.noun_first && !told && clause
    }

    /// Whether the noun at `at`, behind the frame that begins at `start`, remarks on what was said before: not in 'In the end, she
    /// said, the votes were missing', 'If that fails, she said, the bill is dead', where nothing was said yet.
    fn is_remark_at(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let said = self.unit.tokens.start..start.saturating_sub(1);
        // 'Partly, Fairley argues, the politics.'
        if said.len() == 1 {
            return false;
        }
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

    /// Where the content stands for a speaker that begins at `start` and a verb whose content may begin at `rest`, and
    /// whether it is a quotation.
    pub(crate) fn order(&self, start: usize, rest: usize, aside: bool) -> Option<(Order, bool)> {
        let page = self.page;
        let quoted = self.quote_before(start).is_some();
        if self.speech_at(rest).is_some() && !quoted {
            return Some((Order::Lead(rest), true));
        }
        let led = led(page, rest);
        let done = !led && (self.is_done(rest) || aside && page.turns(rest, Turn::Adjunct));
        if quoted && !led {
            return Some((Order::Tail, true));
        }
        // '..., the president told RFI after visiting him': what was said stands before.
        let behind_clause = !aside
            && start > self.unit.tokens.start
            && page.reading.mark(start - 1) == ','
            && page.divides(start - 1)
            && (self.unit.tokens.start..start - 1).any(|at| page.is_verb(at))
            && !self.unit_opens_with_adverbial(start - 1);
        // 'Asked whether he had won, he laughed'
        if done && !quoted && !aside && page.opens_with_question(self.unit.tokens.start) {
            return None;
        }
        // '..., investigators said in a report released on Tuesday'
        let about_paper = page.is(rest - 1, fact::DOCUMENT) && page.is_verb(rest) && page.pack.grammar.verbs_inflect;
        if behind_clause && !led && (about_paper || page.turns(rest, Turn::Adjunct)) {
            return Some((self.tail_order(start, rest), false));
        }
        if !done {
            return Some((Order::Lead(rest), false));
        }
        let divided = page.divides(start.saturating_sub(1)) || self.behind_broken_quote(start);
        let closes = divided || aside;
        match (self.opens(start), aside) {
            // 'X mengatakan, patroli digelar': the content stands behind the comma.
            (true, false) => self.behind_verb_and_comma(rest),
            _ if !closes && page.divides(rest) => self.behind_verb_and_comma(rest),
            (true, true) => Some((self.order_of(true, start, rest), false)),
            (false, _) => (start > 0 && closes).then(|| (self.tail_order(start, rest), false)),
        }
    }

    /// 'was “definitively involved,” the company said': behind the mark that closes words within what was said.
    fn behind_broken_quote(&self, start: usize) -> bool {
        let mark = |back: usize| start.checked_sub(back).map_or(' ', |at| self.page.reading.mark(at));
        matches!(mark(1), '”' | '"' | '’' | '\'') && matches!(mark(2), ',' | '!' | '?')
    }

    /// 'After he was sworn in, X said': a clause about the saying, and not what was said.
    fn unit_opens_with_adverbial(&self, end: usize) -> bool {
        let page = self.page;
        let first = self.unit.tokens.start;
        let commas = (first..end).filter(|&at| page.divides(at)).count();
        commas == 0 && (page.turns(first, Turn::Adjunct) || page.turns(first, Turn::Opening))
    }

    fn behind_verb_and_comma(&self, rest: usize) -> Option<(Order, bool)> {
        let comma = self.page.divides(rest) && rest + 1 < self.end();
        comma.then_some((Order::Lead(self.behind_comma(rest)), false))
    }
}

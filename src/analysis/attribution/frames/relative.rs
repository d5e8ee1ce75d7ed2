//! What is told in a clause about a name: 'first told by ThisWeek News, which reported on May 7 that ...', 'Takaichi, who warned that
//! prices would rise, left'.

use std::ops::Range;

use super::nouns::{is_plural, speaks};
use super::subjects::{self, Subject};
use super::{Frame, Framer, Order, Speaker, led, through};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::{LONGEST_ARTICLE_BYTES, Naming, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// Between 'what' and its verb stand at most so many tokens: 'what a senior European official described'.
const LONGEST_SPEAKER: usize = 8;

/// 'a long-promised decision'
const LONGEST_NOUN: usize = 5;

/// No name of an outlet has more words.
const LONGEST_NAME: usize = 5;

impl Framer<'_, '_, '_, '_> {
    /// 'X, which first reported that': a verb of outlets behind a relative word, the name before its comma.
    pub(crate) fn outlet_which(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let start = self.unit.tokens.start;
        if !page.turns(cue.end - 1, Turn::Reports) {
            return None;
        }
        // 'which first reported', 'which also reported'
        let between = |at: &usize| page.turns(*at, Turn::Between) || page.is_superlative(*at);
        let relative = (start + 2..cue.start).rev().find(|at| !between(at))?;
        let comma = relative - 1;
        if !page.is(relative, fact::RELATIVE) || page.reading.mark(comma) != ',' {
            return None;
        }
        let (rest, _) = self.past_listeners(clue);
        let words = self.name_before(comma).filter(|_| led(page, rest))?;
        let named = self.outlets.subject(page, &words);
        let named = named.or_else(|| self.outlets.reporter(page, &words, cue.end - 1, true))?;
        // 'first told by ThisWeek News': the name was read before.
        self.frames.retain(|frame| frame.extent.end <= words.start);
        Some(Frame {
            via: through(vec![named], &cue, true),
            extent: words.start..rest,
            order: Order::Lead(rest),
            rule: "attribution/outlet-which-reports",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// The words of a name that ends at `end`, with the article before it.
    fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let page = self.page;
        let from = self.unit.tokens.start.max(end.saturating_sub(LONGEST_NAME));
        let own = page.name_over(end - 1).map(|name| name.tokens.start);
        let capitals = || (from..end).rev().take_while(|&at| page.reading.is_capitalised(at)).last();
        let first = own.or_else(capitals)?;
        let article = first > from && page.turns(first - 1, Turn::DefiniteBefore);
        Some(if article { first - 1..end } else { first..end })
    }

    /// 'X, who warned that': a verb of saying behind a relative word, the speaker before its comma.
    pub(crate) fn who_says(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        // 'who last year called', 'who has repeatedly said'
        let between = |at: &usize| page.turns(*at, Turn::Between) || page.is(*at, fact::TIME);
        let relative = (self.unit.tokens.start + 2..cue.start).rev().find(|at| !between(at))?;
        let comma = relative - 1;
        // 'who would describe him' has not yet, 'who asked to be identified only by his first name' told nothing.
        if clue.is_weak
            || page.turns(cue.end, Turn::Anonymity)
            || self.counts(cue.end)
            || self.is_planned(&cue)
            || !page.is(relative, fact::RELATIVE)
            || page.reading.mark(comma) != ','
        {
            return None;
        }
        let words = self.speaker_before(comma)?;
        let (rest, via) = self.past_listeners(clue);
        let direct = self.speech_at(rest).is_some();
        let end = self.clause_end(rest);
        // 'would', but not 'in May'
        let modal = |at: usize| page.turns(at, Turn::Modal) && !page.is(at, fact::TIME);
        let verb = |at: usize| page.is_verb(at) || modal(at) || page.opens_quotation(at);
        // 'which first reported the shortage' tells of an outlet, and not what it told.
        let tells = led(page, rest) || direct || !page.turns(cue.end - 1, Turn::Reports) && (rest..end).any(verb);
        tells.then(|| Frame {
            speaker: Speaker::Words(words),
            via,
            extent: cue.start..rest,
            order: Order::Clause { start: rest, end },
            direct,
            rule: "attribution/who-says",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'what she called a “needless” delay', 'a decision opponents described as vandalism': something named in somebody's words.
    pub(crate) fn what_is_said(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let from = self.unit.tokens.start.max(cue.start.saturating_sub(LONGEST_SPEAKER));
        let is_what = |at: usize| page.turns(at, Turn::What);
        let is_that = |at: usize| page.turns(at, Turn::That) || page.is(at, fact::RELATIVE);
        let mut before = from..cue.start;
        if !before.any(|at| is_what(at) || is_that(at)) && !is_plural(page, cue.start.saturating_sub(1)) {
            return None;
        }
        let tokens = match self.subject(cue.start) {
            Some(Subject::Words { tokens, .. }) => self.behind_noun(tokens),
            _ => {
                let that = (from..cue.start).rev().find(|&at| is_that(at))?;
                let end = (that + 2..cue.start).find(|&at| page.turns(at, Turn::Between)).unwrap_or(cue.start);
                that + 1..end
            }
        };
        let what = tokens.start.checked_sub(1)?;
        // 'an omission that Combs called', 'a unit that insiders say had become bloated'
        let noun = what.saturating_sub(usize::from(is_that(what)));
        let carries = [Turn::Passive, Turn::Modal, Turn::Between].into_iter().any(|turn| page.turns(cue.end, turn));
        let carries = carries && is_that(what) && page.pack.grammar.verbs_inflect;
        if !is_what(what) && !carries && !self.is_named_by(noun) {
            return None;
        }
        let names = |at: usize| {
            let opens = [Turn::Passive, Turn::Modal, Turn::Between, Turn::DefiniteBefore, Turn::Aside];
            page.is(at, fact::QUANTITY)
                || opens.into_iter().any(|turn| page.turns(at, turn))
                || page.opens_quotation(at)
        };
        // 'described as a lie', 'said was a lie'
        let light = page.turns(cue.end, Turn::Aside) || page.turns(cue.end, Turn::Passive);
        let start = cue.end + usize::from(light);
        let close = |at: usize| matches!(page.reading.mark(at), '”' | '"');
        let quoted = page.opens_quotation(start);
        // 'said had been “left stranded, summer after summer”': a comma within a mark ends nothing.
        let within = |at: usize| {
            let open = (start..at).rev().find(|&at| page.opens_quotation(at) || close(at));
            open.is_some_and(|open| page.opens_quotation(open) && (at..self.end()).any(close))
        };
        let ends = |at: usize| if quoted { close(at - 1) && at > start + 1 } else { self.is_done(at) && !within(at) };
        let end = (start + 1..self.end()).find(|&at| ends(at)).unwrap_or(self.end());
        (names(cue.end) && speaks(page, &tokens)).then(|| Frame {
            speaker: Speaker::Words(tokens),
            extent: what..cue.end,
            order: Order::Clause { start, end },
            rule: "attribution/what-is-said",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// The plural at the end of a noun with 'a', which is who names it: 'opponents' of 'a decision opponents'.
    fn behind_noun(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end - 1;
        let is_named = is_plural(self.page, last) && words.len() > 2 && self.is_named_by(last - 1);
        if is_named { last..words.end } else { words }
    }

    /// Whether the noun that ends at `at` has an 'a' and stands behind a comma: ', a decision'.
    fn is_named_by(&self, at: usize) -> bool {
        let page = self.page;
        let first = at.saturating_sub(LONGEST_NOUN).max(self.unit.tokens.start);
        let comma = (first..at).rev().find(|&at| page.divides(at));
        let article = comma.map(|comma| comma + 1).filter(|&article| article < at);
        article.is_some_and(|at| page.is(at, fact::QUANTITY) && page.reading.text(at).len() <= LONGEST_ARTICLE_BYTES)
    }

    /// Who is named right before the comma at `comma`, or begins the sentence.
    fn speaker_before(&self, comma: usize) -> Option<Range<usize>> {
        let page = self.page;
        let acts = |name: &Naming| match name.kind {
            EntityKind::Person | EntityKind::Organisation => true,
            // 'was denied by Moscow, which said'
            EntityKind::Place => name.start.checked_sub(1).is_some_and(|at| page.turns(at, Turn::By)),
            EntityKind::Outlet | EntityKind::Platform | EntityKind::Other => false,
        };
        if let Some(name) = page.name_over(comma - 1).filter(|name| acts(name)) {
            // 'a former girlfriend of Mr Cole, who'
            let before = name.start.checked_sub(1);
            if name.kind == EntityKind::Person && before.is_some_and(|at| page.turns(at, Turn::Of)) {
                return None;
            }
            // 'Dennis Sandgathe of Simon Fraser University, who has long argued'
            let of = name.tokens.start.checked_sub(1).filter(|&at| page.turns(at, Turn::Of));
            let somebody = of.and_then(|of| page.name_over(of.saturating_sub(1)).filter(|name| name.tokens.end == of));
            let somebody = somebody.filter(|name| name.kind == EntityKind::Person);
            return Some(somebody.map_or(name.tokens.start, |name| name.tokens.start)..name.tokens.end);
        }
        let Some(Subject::Words { tokens, .. }) = subjects::subject(page, comma, self.floor()) else { return None };
        let is_plain = !tokens.clone().any(|at| page.is_verb(at) || page.turns(at, Turn::Passive));
        (is_plain && speaks(page, &tokens)).then_some(tokens)
    }

    /// Whether somebody of the one named before the comma stands at `at`: 'observers' of 'The union, whose observers'.
    pub(crate) fn is_in_aside(&self, at: usize) -> bool {
        let page = self.page;
        let relative = at.checked_sub(1).filter(|&at| at > self.unit.tokens.start + 1 && page.is(at, fact::RELATIVE));
        relative.is_some_and(|at| page.reading.mark(at - 1) == ',' && page.pack.grammar.verbs_inflect)
    }

    /// Where a clause about a name ends: at the comma behind which the verb of the name stands, or with the sentence.
    pub(crate) fn clause_end(&self, from: usize) -> usize {
        let page = self.page;
        let verb = |at: usize| {
            let carries = [Turn::Passive, Turn::Modal, Turn::Between];
            page.is_verb(at) || page.is(at, fact::CUE) || carries.into_iter().any(|turn| page.turns(at, turn))
        };
        // 'who called the rise “stupid,” has since softened'
        let behind = |comma: usize| comma + 1 + usize::from(matches!(page.reading.mark(comma + 1), '”' | '"' | '’'));
        let closes = |&at: &usize| page.reading.mark(at) == ',' && verb(behind(at));
        (from..self.end()).find(closes).map_or(self.end(), behind)
    }
}

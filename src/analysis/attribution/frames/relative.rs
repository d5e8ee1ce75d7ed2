//! What an outlet told, in a clause about its name: 'first told by ThisWeek News, which reported on May 7 that ...'.

use std::ops::Range;

use super::{Frame, Framer, Order, led, through};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

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
}

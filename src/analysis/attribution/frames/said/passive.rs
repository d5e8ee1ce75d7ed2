//! Who speaks behind a passive verb of saying: 'was told by Venugopal that ...', 'had been reported by CNN'.

use crate::analysis::attribution::frames::subjects::{self, Subject};
use crate::analysis::attribution::frames::{Frame, Framer, Order, Speaker, nouns, through};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;
use crate::model::Stance;

impl Framer<'_, '_, '_, '_> {
    /// 'had been reported a day earlier by CNN and The New York Times': when an outlet told it stands within its words.
    pub(crate) fn reported_by(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let is_passive = cue.start > self.unit.tokens.start && page.turns(cue.start - 1, Turn::Passive);
        if !is_passive || !page.turns(cue.end - 1, Turn::Reports) {
            return None;
        }
        let timed =
            |at: &usize| page.is(*at, fact::TIME) || page.turns(*at, Turn::Between) || page.turns(*at, Turn::Adjunct);
        let by = (cue.end..self.end()).find(|at| page.turns(*at, Turn::By) || !timed(at))?;
        let named = self.outlets.behind(page, by + 1, self.end(), Trust::Anybody);
        let end = named.last().map(|last| last.tokens.end).filter(|_| page.turns(by, Turn::By) && by > cue.end)?;
        Some(Frame {
            via: through(named, &cue, false),
            extent: cue.start..end,
            is_passage: true,
            rule: "attribution/reported-by-outlet",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'Pawar was told by Venugopal that the decision lay with the state unit': the speaker behind a passive.
    pub(crate) fn passive(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let is_passive = cue.start > self.unit.tokens.start && page.turns(cue.start - 1, Turn::Passive);
        if !is_passive || !page.turns(cue.end, Turn::By) {
            return None;
        }
        let that = (cue.end + 1..self.reach(cue.end)).find(|&at| page.turns(at, Turn::That) || self.is_done(at))?;
        let timed = |at: usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME);
        let words = cue.end + 1..(cue.end + 1..that).find(|&at| timed(at)).unwrap_or(that);
        let start = that + 1;
        let speaks = nouns::speaks(page, &words) && page.turns(that, Turn::That);
        (speaks && self.has_verb(start)).then(|| Frame {
            extent: cue.start..start,
            speaker: Speaker::Words(words),
            order: Order::Lead(start),
            rule: "attribution/told-by-speaker",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'The charge was denied by the minister's office': whom the passive of a verb that only denies names. 'The bill was rejected by the
    /// Senate' tells of a deed.
    pub(crate) fn denied_by(&self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let passive =
            cue.start.checked_sub(1).filter(|&at| at > self.unit.tokens.start && page.turns(at, Turn::Passive))?;
        let is_deed = page.pack.cues.verbs.has(page.reading.words[cue.start]);
        if clue.stance != Stance::Deny || is_deed || !page.turns(cue.end, Turn::By) {
            return None;
        }
        let words = nouns::behind(page, cue.end + 1, self.end()).filter(|words| nouns::speaks(page, words))?;
        let tense = |at: &usize| page.turns(*at, Turn::Passive) || page.turns(*at, Turn::Between);
        let start = (self.unit.tokens.start + 1..=passive).rev().take_while(tense).last()?;
        Some(Frame {
            extent: start..words.end,
            speaker: Speaker::Words(words),
            rule: "attribution/denied-by-speaker",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'The jury was told that he had been drinking', '..., a court was told': what those heard whose part it is to hear.
    pub(crate) fn was_told(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let passive = cue.start.checked_sub(1).filter(|&at| clue.kinds.told && page.turns(at, Turn::Passive))?;
        let Some(Subject::Words { tokens, aside }) = subjects::subject(page, passive, self.floor()) else {
            return None;
        };
        if !self.hears(&tokens) {
            return None;
        }
        let rest = if page.turns(cue.end, Turn::That) { cue.end + 1 } else { cue.end };
        let (order, direct) = self.order(tokens.start, rest, aside)?;
        Some(Frame {
            extent: tokens.start..rest,
            speaker: Speaker::Words(tokens),
            order,
            direct,
            rule: "attribution/was-told",
            ..Frame::of(cue, clue.stance)
        })
    }
}

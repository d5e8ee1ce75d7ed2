//! Outlets that stand by themselves before or behind what they tell: '... (Marca)', 'Dari Al Jazeera, ...'.

use std::ops::Range;

use super::subjects::{self, Subject};
use super::{Frame, Framer, Order, Speaker, through};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::{Naming, fact};
use crate::lang::{EventWord, Turn};
use crate::model::{EntityKind, Stance};

/// What is told before such a name has at least as many tokens.
const SHORTEST_TOLD: usize = 5;

/// The name of an outlet that closes a sentence has no more tokens, with what stands around it.
const LONGEST_CLOSING: usize = 7;

/// 'was rather more blunt' has at most so many tokens.
const LONGEST_PREDICATE: usize = 6;

impl Framer<'_, '_, '_, '_> {
    /// 'Porto want him on loan – A Bola', '... (Marca)': an outlet by itself behind what it tells.
    pub(super) fn closing_outlet(&mut self) -> Option<Frame> {
        let page = self.page;
        let mark = |at: usize| page.reading.mark(at);
        let Range { start, end } = self.unit.tokens.clone();
        let end = if end > start && mark(end - 1) == '.' { end - 1 } else { end };
        if page.pack.grammar.noun_first {
            return self.pointed_outlet(start..end);
        }
        let first = end.saturating_sub(LONGEST_CLOSING).max(start + SHORTEST_TOLD);
        let opens = |at: usize| matches!(mark(at), '(' | '–' | '—') || mark(at) == '-' && !page.reading.is_glued(at);
        let open = (first..end).rev().find(|&at| opens(at))?;
        let close = if mark(open) == '(' { end.checked_sub(1).filter(|&at| mark(at) == ')')? } else { end };
        // 'Agence France-Presse (AFP)' only tells how a name is shortened.
        let shortened = page
            .name_over(open - 1)
            .is_some_and(|name| matches!(name.kind, EntityKind::Organisation | EntityKind::Outlet));
        let named = self.outlets.whole(page, open + 1..close).filter(|_| !shortened)?;
        let cue = open..open + 1;
        Some(Frame {
            via: through(vec![named], &cue, false),
            extent: open..end,
            is_passage: true,
            rule: "attribution/outlet-behind",
            ..Frame::of(cue, Stance::Claim)
        })
    }

    /// 'Dua tentara terluka, demikian CNBC Indonesia': an outlet behind a word that points back at what it tells.
    pub(super) fn pointed_outlet(&mut self, unit: Range<usize>) -> Option<Frame> {
        let page = self.page;
        let Range { start, end } = unit;
        let first = end.saturating_sub(LONGEST_CLOSING).max(start + SHORTEST_TOLD);
        let points = |&at: &usize| page.turns(at, Turn::Covers) && page.divides(at - 1);
        let cue = (first..end).rev().find(points).map(|at| at..at + 1)?;
        let named = self.outlets.behind(page, cue.end, end, Trust::Anybody);
        let closes = named.last().is_some_and(|last| last.tokens.end == end);
        (closes && self.only_outlet(cue.end, &named)).then(|| Frame {
            via: through(named, &cue, false),
            extent: cue.start..end,
            is_passage: true,
            rule: "attribution/outlet-behind",
            ..Frame::of(cue, Stance::Claim)
        })
    }

    /// 'Dari Al Jazeera, sedikitnya 150.000 orang tewas': a known outlet behind a word for where something is from, and a clause
    /// behind its comma.
    pub(super) fn opening_outlet(&mut self) -> Option<Frame> {
        let page = self.page;
        let start = self.unit.tokens.start;
        let origin = page.pack.cues.events.words.of(*page.reading.words.get(start)?).contains(&EventWord::Origin);
        if !origin {
            return None;
        }
        let named = self.outlets.behind(page, start + 1, self.end(), Trust::Anybody);
        let end = named.last()?.tokens.end;
        let leads = page.reading.mark(end) == ',' && page.divides(end) && self.has_verb(end);
        let cue = start..start + 1;
        (leads && self.only_outlet(start + 1, &named)).then(|| Frame {
            via: through(named, &cue, false),
            extent: start..end,
            order: Order::Lead(end + 1),
            is_passage: true,
            rule: "attribution/from-outlet",
            ..Frame::of(cue, Stance::Claim)
        })
    }

    /// 'Kallas was blunter: “It needs Europeans.”', 'Klopp on the draw: “We were lucky.”': speech behind a colon, and before it who speaks
    /// and no verb of saying.
    pub(super) fn before_colon(&mut self) -> Option<Frame> {
        let page = self.page;
        let start = self.unit.tokens.start;
        let quote = page.quote_from(start + 2, self.end())?.tokens.start;
        let colon = (quote > start + 2 && page.reading.mark(quote - 1) == ':').then(|| quote - 1)?;
        let ends = |at: usize| page.turns(at, Turn::Passive) || page.is_verb(at) || page.turns(at, Turn::Adjunct);
        let verb = (start + 1..colon).find(|&at| ends(at) && page.name_over(at).is_none())?;
        let Some(Subject::Words { tokens, .. }) = subjects::words(page, start..verb) else { return None };
        let person = |name: &Naming| name.kind == EntityKind::Person && name.tokens.end == tokens.end;
        let somebody = page.names_in(tokens.clone()).any(person);
        let described = page.is(tokens.end - 1, fact::PRONOUN | fact::ROLE) && !page.is(tokens.end - 1, fact::DOCUMENT);
        let is_short = colon - verb <= LONGEST_PREDICATE && !(start..colon).any(|at| page.divides(at));
        let cue = if page.turns(verb, Turn::Adjunct) { colon..colon + 1 } else { verb..colon };
        (is_short && (somebody || described)).then(|| Frame {
            speaker: Speaker::Words(tokens),
            extent: start..colon + 1,
            order: Order::Lead(quote),
            direct: true,
            rule: "attribution/speech-behind-colon",
            ..Frame::of(cue, Stance::Claim)
        })
    }

    /// 'dalam suasana yang disebut KCNA “hangat”': the outlet coined only these words.
    pub(crate) fn called(&mut self, clue: &Clue) -> Option<Frame> {
        let cue = clue.tokens.clone();
        let named = self.outlets.behind(self.page, cue.end, self.end(), Trust::Anybody);
        let end = named.last()?.tokens.end;
        Some(Frame {
            via: through(named, &cue, false),
            extent: cue.start..end,
            order: Order::Phrase,
            rule: "attribution/called-by-outlet",
            ..Frame::of(cue, clue.stance)
        })
    }
}

//! The words around each cue that say who says it: frames. What is left of the sentence is what was said.
//!
//! `said` reads verbs of saying, `unsaid` those that say nothing, `speaker` who speaks before them (`doers` behind what
//! they did), `relative` what is said in a
//! clause about a name, `headline` what headlines leave out, `interview` the paragraphs of one, `passages` the words that lead to
//! outlets and sources, `alone` outlets without any, `listeners` what stands between a verb and what was said, `told` whom its
//! object names. A `frame` stands before the content ('X mengatakan ...', 'Menurut X, ...'), behind it ('..., kata X', '..., the
//! ministry said'), or in the middle of it ('Uang itu, kata X, dipakai ...').

mod alone;
pub(super) mod apposed;
mod appositions;
mod citing;
mod clause;
mod doers;
mod frame;
mod headline;
mod interview;
mod listeners;
pub(super) mod nouns;
mod order;
mod over_comma;
mod passages;
mod relative;
mod said;
mod speaker;
pub(super) mod subjects;
mod subordinate;
mod told;
mod unsaid;

use std::ops::Range;

pub(crate) use frame::{Frame, Order, Speaker, Through, Unit};

use crate::analysis::attribution::outlets::{Named, Outlets};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// No adverbial, apposition or aside is followed further than this many tokens.
pub(super) const FARTHEST: usize = 80;

/// 'Prates, 28, was': an aside behind a name, with its comma.
const LONGEST_ASIDE: usize = 4;

/// 'with the barrister'
const LONGEST_ADVERBIAL: usize = 8;

/// Reads the frames of a unit.
pub(crate) struct Framer<'p, 'a, 'o, 'e> {
    pub(super) page: &'p Page<'a>,
    pub(super) outlets: &'o mut Outlets<'e>,
    pub(super) unit: Unit,
    pub(super) frames: Vec<Frame>,
}

impl<'p, 'a, 'o, 'e> Framer<'p, 'a, 'o, 'e> {
    /// The frames of `unit` in the order of the text.
    pub(crate) fn read(page: &'p Page<'a>, outlets: &'o mut Outlets<'e>, unit: Unit) -> Vec<Frame> {
        let tokens = unit.tokens.clone();
        let mut framer = Framer { page, outlets, unit, frames: Vec::new() };
        if let Some(answer) = page.said_at(tokens.start).and_then(|said| framer.interviewed(said)) {
            return vec![answer];
        }
        for index in page.clues_in(tokens) {
            let clue = &page.clues[index];
            if framer.is_reason_for_anonymity(clue) || framer.is_in_name(clue) || framer.is_in_compound(clue) {
                continue;
            }
            let taken = framer.frames.last().is_some_and(|frame| frame.extent.contains(&clue.tokens.start));
            let found = if taken { framer.within(clue) } else { framer.frame(clue) };
            let found = found.map(|frame| framer.clipped(frame));
            framer.frames.extend(found);
        }
        if !framer.frames.iter().any(|frame| !frame.via.is_empty()) {
            let closing = framer.closing_outlet();
            framer.frames.extend(closing);
        }
        let before_colon = framer.before_headline_colon();
        framer.frames.extend(before_colon);
        if framer.frames.is_empty() {
            let opening = framer.opening_outlet();
            framer.frames.extend(opening);
        }
        if framer.frames.is_empty() {
            let before_colon = framer.before_colon();
            framer.frames.extend(before_colon);
        }
        framer.frames
    }

    /// 'value-added tax': a word with a hyphen to it is half a word.
    fn is_in_compound(&self, clue: &Clue) -> bool {
        let reading = self.page.reading;
        let Range { start, end } = clue.tokens;
        let joins =
            |hyphen: usize| reading.mark(hyphen) == '-' && reading.is_glued(hyphen) && reading.is_glued(hyphen + 1);
        start > self.unit.tokens.start && joins(start - 1) || joins(end)
    }

    /// 'the United States in 2022': a capitalised word behind another of the same name.
    fn is_in_name(&self, clue: &Clue) -> bool {
        let at = clue.tokens.start;
        let inside = |name: &Naming| name.tokens.start < at && name.tokens.end > at;
        self.page.reading.is_capitalised(at) && self.page.name_over(at).is_some_and(inside)
    }

    /// 'speaking on condition of anonymity because he feared losing his job, said': up to the comma it is why, where commas
    /// close such clauses; elsewhere only behind a word for why ('yang enggan disebut namanya mengatakan' does say).
    fn is_reason_for_anonymity(&self, clue: &Clue) -> bool {
        let page = self.page;
        let mut part = (self.unit.tokens.start..clue.tokens.start).rev().take_while(|&at| !page.divides(at));
        let Some(anonymity) = part.find(|&at| page.turns(at, Turn::Anonymity)) else { return false };
        // 'who asked not to be named told the Guardian that'
        let tells = clue.kinds.told && clue.kinds.says;
        let why = |at: usize| page.turns(at, Turn::Joint) || page.turns(at, Turn::ToDo);
        !tells && (anonymity..clue.tokens.start).any(why)
    }

    /// The frame of one cue: of what it may be, the first that fits the words around it.
    fn frame(&mut self, clue: &Clue) -> Option<Frame> {
        let kinds = clue.kinds;
        let border = clue.tokens.start == self.unit.tokens.start || self.page.divides(clue.tokens.start - 1);
        let joined = border || self.follows_joint(clue) || self.follows_pointer(clue);
        if self.page.turns(clue.tokens.start, Turn::AsSaying) {
            return self.quoted(clue);
        }
        let mut found = None;
        if kinds.called_by {
            found = self.called(clue);
        }
        if kinds.with_pronoun && joined {
            found = found.or_else(|| self.with_pronoun(clue));
        }
        if kinds.via {
            found = found.or_else(|| self.via(clue));
        }
        if kinds.according || clue.according_end.is_some() {
            found = found.or_else(|| self.according(clue).map(|frame| self.of_own_reporter(frame)));
        }
        // 'Bos Garuda Minta Maaf, Ungkap Penyebab'
        if kinds.says && self.is_clipped() {
            found = found.or_else(|| self.says(clue));
        }
        if kinds.behind {
            found = found.or_else(|| self.behind(clue)).or_else(|| self.written(clue));
        }
        if kinds.says {
            found = found.or_else(|| self.reported_by(clue));
            found = found.or_else(|| self.outlet_which(clue));
            found =
                found.or_else(|| self.passive(clue)).or_else(|| self.denied_by(clue)).or_else(|| self.was_told(clue));
            found = found.or_else(|| self.what_is_said(clue));
            found = found.or_else(|| self.says(clue)).or_else(|| self.who_says(clue));
        }
        if self.is_bare_verb(clue) || self.parts_that(clue) {
            found = found.or_else(|| self.says(clue));
        }
        if kinds.told {
            found = found.or_else(|| self.told(clue));
        }
        if kinds.publishes {
            found = found.or_else(|| self.publishes(clue));
        }
        found.map(|frame| self.of_own_paper(frame))
    }

    /// 'Dia sebut, kolam itu sudah ditambah': a verb that stands behind what is said elsewhere, here without its prefix between its
    /// subject and a comma or a word for 'that'.
    fn is_bare_verb(&self, clue: &Clue) -> bool {
        let (page, Range { start, end }) = (self.page, clue.tokens.clone());
        if !clue.kinds.behind || !page.pack.grammar.noun_first || start == self.unit.tokens.start {
            return false;
        }
        let follows = page.divides(end) && page.reading.mark(end) == ',' || page.turns(end, Turn::That);
        let person = |name: &Naming| name.kind == EntityKind::Person && name.tokens.start == self.unit.tokens.start;
        let pronoun = start == self.unit.tokens.start + 1 && page.is(start - 1, fact::PRONOUN);
        follows && (pronoun || page.name_over(start - 1).is_some_and(person))
    }

    /// 'agreed under cross-examination that': a verb that says something only before 'that', from which an adverbial parts it.
    fn parts_that(&self, clue: &Clue) -> bool {
        let (page, end) = (self.page, clue.tokens.end);
        if clue.kinds.says || !clue.kinds.behind || !page.pack.grammar.verbs_inflect || !page.turns(end, Turn::Adjunct)
        {
            return false;
        }
        let mut adverbial = (end + 1..self.end().min(end + LONGEST_ADVERBIAL)).take_while(|&at| !page.divides(at));
        adverbial
            .any(|at| page.turns(at, Turn::That) && page.name_over(at - 1).is_none_or(|name| name.tokens.end == at))
    }

    /// A cue within the frame before: it may name an outlet there ('said in an interview with CNN').
    fn within(&mut self, clue: &Clue) -> Option<Frame> {
        let found = if clue.kinds.via { self.via(clue) } else { None };
        let found = found.or_else(|| if clue.kinds.told { self.told(clue) } else { None })?;
        let last = self.frames.last_mut()?;
        if !last.via.iter().any(|known| found.via.iter().any(|via| via.named == known.named)) {
            last.via.extend(found.via);
            last.extent.end = last.extent.end.max(found.extent.end);
        }
        None
    }

    /// Whether a part of the sentence begins with the clue, or what joins or points back stands before it.
    pub(super) fn begins_part(&self, clue: &Clue) -> bool {
        let start = clue.tokens.start;
        start == self.unit.tokens.start || self.page.divides(start - 1) || self.follows_pointer(clue)
    }

    /// 'demikian bunyi pernyataan', 'begitu kata X' behind a quotation.
    pub(super) fn follows_pointer(&self, clue: &Clue) -> bool {
        let before = clue.tokens.start.checked_sub(1).filter(|&before| before > self.unit.tokens.start);
        before.is_some_and(|before| self.page.turns(before, Turn::Covers) && self.page.divides(before - 1))
    }

    pub(super) fn follows_joint(&self, clue: &Clue) -> bool {
        let joint = |before: usize| self.page.turns(before, Turn::Joint) || self.page.turns(before, Turn::Opening);
        clue.tokens.start.checked_sub(1).is_none_or(joint)
    }

    /// Whether nothing but what joins and times stands in the unit before `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        subjects::trim_front(self.page, self.unit.tokens.start..at).0.is_empty()
    }

    /// The speech that ends right before `at`.
    pub(super) fn quote_before(&self, at: usize) -> Option<usize> {
        let quote = self.page.quote_before(at)?;
        (self.page.quotes[quote].tokens.start >= self.unit.tokens.start).then_some(quote)
    }

    /// The speech that begins at `at`, or behind a comma or colon there.
    pub(super) fn speech_at(&self, at: usize) -> Option<usize> {
        let at = if matches!(self.page.reading.mark(at), ',' | ':') { at + 1 } else { at };
        self.page.quotes.binary_search_by_key(&at, |quote| quote.tokens.start).ok().filter(|_| at < self.end())
    }

    pub(super) fn end(&self) -> usize {
        self.unit.tokens.end
    }

    /// The end of the unit, or what is far enough behind `from`.
    pub(super) fn reach(&self, from: usize) -> usize {
        self.end().min(from + FARTHEST)
    }

    /// Whether nothing is left of the part of the sentence at `at`.
    pub(super) fn is_done(&self, at: usize) -> bool {
        at >= self.end() || self.page.divides(at) || self.page.ends(at)
    }

    /// Whether what follows up to its first comma has a verb or somebody's own words: not 'finds forty shades of pewter, and Tadhg is
    /// out of focus'.
    pub(super) fn tells_clause(&self, from: usize) -> bool {
        let from = self.behind_comma(from);
        let page = self.page;
        let comma = (from..self.reach(from)).find(|&at| page.divides(at));
        // 'showed Prates, 28, was still alive'
        let verb = |at: usize| page.is_verb(at) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
        let aside = |comma: usize| (comma + 1..comma + LONGEST_ASIDE).any(|at| page.divides(at) && verb(at + 1));
        let comma = comma.filter(|&comma| page.pack.grammar.verbs_inflect && !aside(comma));
        self.has_verb_within(from..comma.unwrap_or(self.reach(from)))
    }

    /// Whether a verb or somebody's own words stand in what follows, so that it is no mere object.
    pub(super) fn has_verb(&self, from: usize) -> bool {
        let from = self.behind_comma(from);
        self.has_verb_within(from..self.reach(from))
    }

    fn has_verb_within(&self, tokens: Range<usize>) -> bool {
        let clause = |at: usize| self.page.is_verb(at) || self.page.opens_quotation(at);
        tokens.into_iter().any(|at| clause(at) && !self.page.is(at, fact::SPEECH))
    }
}

/// Whether a word for 'that' stands right before `at`.
pub(super) fn led(page: &Page, at: usize) -> bool {
    page.turns(at.saturating_sub(1), Turn::That)
}

/// Each outlet with its words; all of one cue share it. One that another has it from ('AFP dari IRNA') stands nearer the speaker.
pub(super) fn through(named: Vec<Named>, cue: &Range<usize>, is_subject: bool) -> Vec<Through> {
    let own = |named: &Named| named.link.map_or(cue.clone(), |link| link..link + 1);
    let (mut origins, others): (Vec<Named>, Vec<Named>) = named.into_iter().partition(|named| named.link.is_some());
    origins.reverse();
    origins.into_iter().chain(others).map(|named| Through { cue: own(&named), named, is_subject }).collect()
}

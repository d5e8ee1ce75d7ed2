//! From frames to attributions, unit by unit: outlets join the statement beside them, quotations without a speaker go on
//! with the one before, and who was spoken of is remembered.

mod alone;
mod bearers;
mod chains;
mod circumstance;
mod content;
mod memory;
mod named;
mod noting;
pub(super) mod scope;
mod speakers;

use std::ops::Range;

use self::memory::{Known, Memory};
use crate::analysis::attribution::frames::{Frame, Framer, Order, Speaker, Through, Unit};
use crate::analysis::attribution::outlets::{Outlets, Trust};
use crate::analysis::attribution::page::Page;
use crate::lang::Turn;
use crate::model::{Attribution, Rule, Source, Span, Stance, Via};

/// Writes the attributions of an article.
pub(crate) struct Writer<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) units: &'p [Unit],
    pub(super) memory: Memory,
    pub(super) written: Vec<Attribution>,
    /// The unit of the last statement and which of `written` it is.
    pub(super) last: Option<(usize, usize)>,
    /// The unit whose quotations went on with a statement, and how far that reached without them.
    went_on: Option<(usize, Span)>,
}

impl<'p, 'a> Writer<'p, 'a> {
    pub(crate) fn new(page: &'p Page<'a>, units: &'p [Unit]) -> Writer<'p, 'a> {
        Writer { page, units, memory: Memory::default(), written: Vec::new(), last: None, went_on: None }
    }

    pub(crate) fn finish(self) -> Vec<Attribution> {
        self.written
    }

    /// Reads one unit; `datelines` are those of the article.
    pub(crate) fn read(&mut self, unit: &Unit, datelines: &[Range<usize>], outlets: &mut Outlets) {
        outlets.turn_to(unit.index);
        if self.goes_on(unit) {
            return;
        }
        let frames = Framer::read(self.page, outlets, unit.clone());
        let mut frames = chains::joined(frames);
        let tail = self.tail(unit, outlets);
        if tail.is_some_and(|tail| self.close(unit, tail)) {
            return;
        }
        if frames.is_empty() && self.alone(unit) {
            return;
        }
        self.dateline(unit, &mut frames, datelines, outlets);
        let first = self.written.len();
        let mut shared: Option<Source> = None;
        let mut noted = unit.tokens.start;
        for index in 0..frames.len() {
            // A pronoun means who was named before it, in this sentence too, never who is named behind it.
            let start = frames[index].extent.start.max(noted);
            let asked = noted == unit.tokens.start && self.page.opens_with_question(noted);
            if !asked && !self.goes_on_speaking(&frames[index], unit) {
                self.note_names(noted..start, unit);
            }
            noted = start;
            let source = self.source(&frames[index], unit, shared);
            shared = source.or(shared);
            self.note_speaker(source, unit, outlets);
            for via in &frames[index].via {
                outlets.note(via.named.outlet, unit.index);
                if via.is_subject {
                    self.memory.note_outlet(Known::Entity(via.named.outlet), unit.index);
                }
            }
            self.write(unit, &frames, index, source);
        }
        let nobody = frames.iter().all(|frame| frame.speaker == Speaker::Nobody);
        let silent = self.written.len() == first || nobody;
        if silent && !self.is_told_on(unit) {
            self.note_names(noted..unit.tokens.end, unit);
        }
        self.note_outlets(unit, outlets);
        if self.written.len() > first {
            self.last = Some((unit.index, self.written.len() - 1));
        }
    }

    /// '(Antara)' or 'Sumber: Reuters' as a unit of its own: the outlets and their cue.
    fn tail(&self, unit: &Unit, outlets: &mut Outlets) -> Option<Vec<Through>> {
        let page = self.page;
        let tokens = unit.tokens.clone();
        let bracketed = page.reading.mark(tokens.start) == '(';
        let from = if bracketed { tokens.start + 1 } else { tokens.start };
        let clue = page.clues_in(from..from + 1).next().map(|index| &page.clues[index]).filter(|clue| clue.kinds.via);
        let same_paragraph =
            unit.index > 0 && page.same_paragraph(self.units[unit.index - 1].tokens.start, tokens.start);
        let led = clue.is_some_and(|clue| page.reading.mark(clue.tokens.end) == ':');
        if tokens.len() > 14 || !bracketed && !led || !same_paragraph {
            return None;
        }
        let start = clue.filter(|_| led).map_or(from, |clue| clue.tokens.end);
        let named = outlets.behind(page, start, tokens.end, Trust::Anybody);
        let last = named.last()?.tokens.end;
        let only = (start..named[0].tokens.start)
            .chain(last..tokens.end)
            .all(|at| !page.reading.is_word(at) || page.reading.text(at).len() <= 4);
        let cue = clue.filter(|_| led).map_or(from..from, |clue| clue.tokens.clone());
        only.then(|| named.into_iter().map(|named| Through { named, cue: cue.clone(), is_subject: false }).collect())
    }

    /// Gives the outlets of a tail to the statement before it, or to the sentence before it where that has none.
    fn close(&mut self, unit: &Unit, tail: Vec<Through>) -> bool {
        let vias = tail.iter().map(|through| self.via(through));
        let vias: Vec<Via> = vias.collect();
        if let Some((at, index)) = self.last.filter(|(at, _)| at + 1 == unit.index) {
            self.written[index].via.extend(vias);
            self.last = Some((at, index));
            return true;
        }
        let Some(before) = unit.index.checked_sub(1).map(|before| &self.units[before]) else { return false };
        let whole = content::whole(self.page, before);
        let span = self.page.span(whole);
        self.written.push(Attribution {
            source: None,
            cue: vias.first().map_or(Span::empty(span.end), |via| via.cue),
            content: span,
            more: Vec::new(),
            stance: Stance::Claim,
            scope: span.join(self.page.span(unit.tokens.clone())),
            via: vias,
            direct: false,
            primary: false,
            rule: Rule::from("attribution/agency-behind"),
        });
        self.last = Some((unit.index, self.written.len() - 1));
        true
    }

    /// The outlets in a dateline carry the first sentence behind it.
    fn dateline(&mut self, unit: &Unit, frames: &mut Vec<Frame>, datelines: &[Range<usize>], outlets: &mut Outlets) {
        let page = self.page;
        let Some(dateline) = datelines.iter().find(|dateline| dateline.end == unit.tokens.start) else { return };
        let start = unit.tokens.start;
        let agencies = scope::agencies(page, dateline, outlets);
        if agencies.is_empty() {
            return;
        }
        let empty = dateline.start..dateline.start;
        let through = |named| Through { named, cue: empty.clone(), is_subject: false };
        let via: Vec<Through> = agencies.into_iter().map(through).collect();
        match frames.first_mut() {
            Some(first) => {
                first.via.extend(via.iter().cloned());
                let shared = frames[1..].iter_mut().filter(|frame| frame.speaker == Speaker::Shared);
                shared.for_each(|frame| frame.via.extend(via.iter().cloned()));
            }
            None => frames.push(Frame {
                via,
                extent: start..start,
                order: Order::Lead(start),
                rule: "attribution/dateline",
                ..Frame::of(empty, Stance::Claim)
            }),
        }
    }

    fn source(&self, frame: &Frame, unit: &Unit, shared: Option<Source>) -> Option<Source> {
        match &frame.speaker {
            Speaker::Words(tokens) => Some(speakers::resolve(self.page, tokens, &self.memory, unit.index)),
            Speaker::InVerb => Some(speakers::within_verb(self.page, &frame.cue, &self.memory)),
            Speaker::Shared => shared,
            Speaker::Nobody => None,
        }
    }

    fn write(&mut self, unit: &Unit, frames: &[Frame], index: usize, source: Option<Source>) {
        let frame = &frames[index];
        let page = self.page;
        // What gave its outlets to another statement only marks where content ends.
        if frame.is_given() {
            return;
        }
        if frame.order == Order::Previous && frame.speaker == Speaker::Nobody && self.carried(unit, frame) {
            return;
        }
        let mut pieces: Vec<Span> =
            content::pieces(page, unit, frames, index).into_iter().map(|piece| page.span(piece)).collect();
        let mut scope = scope::of(page, unit, frames, index, &pieces);
        if let Some(quoted) = self.taken_back(unit, frame) {
            scope = quoted.iter().fold(scope, |scope, piece| scope.join(*piece));
            pieces = quoted;
        } else if frame.order == Order::Previous {
            match self.previous(unit) {
                Some(before) => {
                    if self.last.is_some_and(|(at, index)| at == before.index && index + 1 == self.written.len()) {
                        self.written.pop();
                    }
                    let whole = page.span(content::whole(page, before));
                    scope = scope.join(whole);
                    pieces = vec![whole];
                }
                // 'X mengatakan hal itu dalam jumpa pers' behind what X says.
                None if frame.extent.start < frame.cue.start => return,
                // 'Hal ini disampaikan X' behind what X says: the same words, said again to somebody else.
                None => {
                    let told = self.last.map(|(_, index)| &self.written[index]);
                    pieces = told.map_or_else(Vec::new, |told| told.contents().collect());
                    scope = pieces.iter().fold(scope, |scope, piece| scope.join(*piece));
                }
            }
        }
        if pieces.is_empty() {
            return;
        }
        let mut hands: Vec<&Through> = frame.via.iter().collect();
        hands.sort_by_key(|through| self.nearness(through, frame, unit));
        // 'FRANKFURT (Reuters) - ..., people told Reuters'
        hands.dedup_by_key(|through| through.named.outlet);
        let via: Vec<Via> = hands.into_iter().map(|through| self.via(through)).collect();
        let content = pieces.remove(0);
        let quoted = self.went_on.is_some_and(|(at, _)| at + 1 == unit.index) && frame.order == Order::Previous;
        self.written.push(Attribution {
            source,
            cue: page.span(frame.cue.clone()),
            content,
            more: pieces,
            stance: frame.stance,
            scope,
            via,
            direct: frame.direct || quoted,
            primary: frame.primary,
            rule: Rule::from(frame.rule),
        });
    }

    /// 'Hal itu dilaporkan KCNA' behind a sentence that somebody says already: the outlets carry that statement.
    fn carried(&mut self, unit: &Unit, frame: &Frame) -> bool {
        let Some((_, index)) = self.last.filter(|(at, _)| at + 1 == unit.index) else { return false };
        let vias: Vec<Via> = frame.via.iter().map(|through| self.via(through)).collect();
        let told = &mut self.written[index];
        told.scope = told.scope.join(self.page.span(unit.tokens.clone()));
        told.via.extend(vias);
        true
    }

    /// The sentence before, if nobody is named in it who says it.
    fn previous(&self, unit: &Unit) -> Option<&'p Unit> {
        let before = &self.units[unit.index.checked_sub(1)?];
        let told = self.last.is_some_and(|(at, index)| at == before.index && !self.is_alone(index));
        (!told).then_some(before)
    }

    /// How near the reader an outlet is: what the one that reports cites, then itself, then who passes its report on
    /// ('KCNA reported via Yonhap').
    fn nearness(&self, through: &Through, frame: &Frame, unit: &Unit) -> u8 {
        let at = through.named.tokens.start;
        let has = |turn: Turn| through.cue.clone().any(|at| self.page.turns(at, turn));
        match through.is_subject {
            true => 1,
            // Whoever was spoken to; the outlet of a dateline and one behind another pass the report on.
            false if through.cue.is_empty() => {
                let is_behind = frame.via.iter().any(|other| other.named.tokens.end <= at);
                if is_behind || at < unit.tokens.start { 2 } else { 0 }
            }
            false if has(Turn::Quotes) && !has(Turn::By) => 0,
            false => 2,
        }
    }

    fn via(&self, through: &Through) -> Via {
        let page = self.page;
        let cue = if through.cue.is_empty() {
            Span::empty(page.span(through.named.tokens.clone()).start)
        } else {
            page.span(through.cue.clone())
        };
        Via { outlet: through.named.outlet, span: page.span(through.named.tokens.clone()), cue }
    }
}

//! Who speaks in a headline: before a colon ('Kim: ...'), or before a verb that has lost its prefix ('Trump Klaim ..., Teheran Bantah'),
//! where each comma ends what was said.

use std::ops::Range;

use super::nouns;
use super::{Frame, Framer, Order, Speaker};
use crate::analysis::attribution::page::fact;
use crate::lang::{NameHint, Turn};
use crate::model::{EntityKind, Stance};

/// A role that speaks in a headline has no more tokens.
const LONGEST_ROLE: usize = 7;

impl Framer<'_, '_, '_, '_> {
    /// The statement behind the first colon that has somebody before it: 'GIIAS 2025: Pabrikan Banting Harga, Pengamat: Konsumen Bingung'.
    pub(super) fn before_headline_colon(&self) -> Option<Frame> {
        let page = self.page;
        let start = self.unit.tokens.start;
        if !page.is_in_headline(start) || page.said_at(start).is_some() {
            return None;
        }
        let from = self.frames.last().map_or(self.unit.tokens.start, |frame| frame.cue.end);
        (from..self.end()).filter(|&at| page.reading.mark(at) == ':').find_map(|colon| self.told_behind(from, colon))
    }

    /// The statement behind a colon of a headline, if who speaks stands between `from` and it.
    fn told_behind(&self, from: usize, colon: usize) -> Option<Frame> {
        let page = self.page;
        // 'BI Tahan Bunga, Gubernur Perry: Fokus Rupiah': who speaks stands behind the last comma.
        let comma = (from..colon).rev().find(|&at| page.divides(at));
        let words = comma.map_or(from, |comma| comma + 1)..colon;
        let named = page.names_in(words.clone()).last().is_some_and(|name| {
            let whole = name.kind == EntityKind::Organisation && name.tokens.start == words.start;
            (name.kind == EntityKind::Person || whole) && name.tokens.end == colon
        });
        // 'Pelatih Timnas U-23: Kami Siap', 'Polisi: Pelaku Sakit Hati', 'Ibu: Padahal Sudah Dilarang'
        let role = words.len() <= LONGEST_ROLE
            && (page.is(words.start, fact::ROLE | fact::TITLE) || page.turns(words.start, Turn::Relation))
            && !words.clone().any(|at| page.is_verb(at));
        // 'Alcaraz v Sinner: Italian wins first title'
        let people = page.names_in(words.clone()).filter(|name| name.kind == EntityKind::Person).count();
        let speaks = (named || role) && people <= 1;
        let says = (colon + 1..self.end()).any(|at| page.reading.is_word(at) || page.reading.is_number(at));
        (speaks && says && nouns::speaks(page, &words)).then(|| Frame {
            speaker: Speaker::Words(words.clone()),
            extent: words,
            order: Order::Lead(colon + 1),
            rule: "attribution/headline",
            ..Frame::of(colon..colon, Stance::Claim)
        })
    }

    /// Whether the unit is a headline in a language whose headlines leave the prefixes of verbs out.
    pub(super) fn is_clipped(&self) -> bool {
        self.page.pack.grammar.noun_first && self.page.is_in_headline(self.unit.tokens.start)
    }

    /// A frame of a headline whose verbs have lost their prefixes: its speaker ends before the first of them, what is said with the
    /// first comma, and who only denies it denies what the one before said.
    pub(super) fn clipped(&self, mut frame: Frame) -> Frame {
        if !self.is_clipped() || frame.direct || frame.is_passage || frame.rule != "attribution/speaker-before-verb" {
            return frame;
        }
        if let Speaker::Words(words) = &mut frame.speaker {
            words.end = self.first_deed(words);
        }
        // 'Suami Bakar Kontrakan Istri, Korban Curhat: Saya Takut Pulang'
        let colon = frame.cue.end;
        if self.page.reading.mark(colon) == ':' && colon + 1 < self.end() {
            frame.order = Order::Lead(colon + 1);
            return frame;
        }
        frame.order = match (frame.order, self.frames.last().map(|last| last.order)) {
            (Order::Lead(start), _) => Order::Clause { start, end: self.first_comma(start) },
            (Order::Tail, Some(said @ Order::Clause { .. })) => said,
            (order, _) => order,
        };
        frame
    }

    /// Where the speaker ends who did something before the saying: 'Peretas Minta Maaf, Janji Berikan Kunci'.
    fn first_deed(&self, words: &Range<usize>) -> usize {
        let page = self.page;
        let hints = |at: usize| page.pack.cues.name_hints.of(page.reading.words[at]);
        let deed = |at: usize| hints(at).contains(&NameHint::HeadlineVerb) || page.is(at, fact::CUE);
        let mut later = words.clone().skip(1);
        later.find(|&at| deed(at) && page.name_over(at).is_none()).unwrap_or(words.end)
    }

    fn first_comma(&self, from: usize) -> usize {
        (from..self.end()).find(|&at| self.page.divides(at)).unwrap_or(self.end())
    }
}

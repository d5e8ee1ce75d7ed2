//! The label of an event: words of its sentence, and only those.
//!
//! Left out are what joins the sentence to the one before, the words for the time (the timeline shows it), what an
//! outlet coined, brackets, and what goes beyond the width of a label.

mod clause;
mod ends;
mod length;
mod relative;
mod times;
mod told;

use super::clauses::Part;
use super::stage::Stage;
use crate::analysis::reading::Reading;
use crate::lang::{Cue, EventWord, Pack, StatusCue};
use crate::model::{Attribution, AttributionId, Span};

/// The longest label in characters.
const LONGEST_CHARS: usize = 90;

/// The pieces of the label of the event whose verb stands at `verb`, in order.
pub(super) fn cut(stage: &Stage, part: &Part, verb: usize, time: Option<Span>) -> Vec<Span> {
    let Stage { reading, pack, found, span: sentence, .. } = *stage;
    let mut label = Label { stage, reading, pack, verb, pieces: part.pieces(stage) };
    let mut about_noun = false;
    if let Some(time) = time {
        label.keep_clause(time);
        label.keep_aside(time);
        about_noun = label.keep_relative(time);
        if !about_noun {
            label.drop_relative(time);
        }
        label.drop_aside(time);
        label.keep_subordinate(time);
    }
    label.drop_speaker();
    label.drop_connective();
    if let Some(time) = time {
        label.drop_time(time);
        label.drop_day_behind(time);
        label.drop_other_time();
        label.drop_when();
    }
    let verb_starts = reading.span(verb..verb + 1).start;
    let before = stage.said_before_deed(verb).filter(|_| pack.grammar.verbs_inflect);
    if let Some((_, said)) = &before {
        label.drop(reading.span(said.start..said.end + 1));
    }
    let is_before = |id: AttributionId| before.as_ref().is_some_and(|(told, _)| *told == id);
    for id in Attribution::reaching(found.attributions, sentence).filter(|&id| !is_before(id)) {
        let told = told::told_by(&found.attributions[id], sentence);
        // What holds the verb is the event, whoever told it.
        told.filter(|told| !told.contains(verb_starts)).for_each(|told| label.drop_told(told));
        label.drop_said_behind(&found.attributions[id]);
    }
    if !about_noun && before.is_none() {
        label.drop_lead();
    }
    label.drop_tail();
    label.drop_brackets();
    label.drop_inserted();
    label.drop_question();
    label.drop_joined();
    label.drop_opening();
    label.drop_apposition();
    label.hold_verb();
    label.shorten();
    label.trim();
    label.drop_loose_end();
    label.pieces
}

struct Label<'a> {
    stage: &'a Stage<'a>,
    /// The token of the event's verb.
    verb: usize,
    reading: &'a Reading<'a>,
    pack: &'a Pack,
    pieces: Vec<Span>,
}

impl Label<'_> {
    /// How many characters it has, with a space between its pieces.
    fn chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.of(self.reading.body).chars().count() + 1).sum()
    }

    /// Drops 'Adapun', 'Selain itu,' at the start.
    fn drop_connective(&mut self) {
        let Some(first) = self.pieces.first_mut() else { return };
        let tokens = self.reading.tokens_in(*first);
        let mut at = tokens.start + usize::from(self.reading.mark(tokens.start) == ',');
        // So are words that take up the event told before: the label stands beside its day.
        let joins = |at: usize| {
            let words = self.reading.words.get(at..tokens.end).unwrap_or_default();
            let cues = &self.pack.cues;
            // 'Lalu lintas kembali normal'
            if cues.no_openers.begins(words) {
                return None;
            }
            cues.connectives.longest(words).or_else(|| cues.events.inherits.longest(words)).map(|(len, _)| len)
        };
        while let Some(len) = joins(at) {
            at += len;
            if self.reading.mark(at) == ',' {
                at += 1;
            }
        }
        // 'Kala itu, katanya, warga menyambut', 'Sebelumnya diberitakan, seorang siswa tewas', 'Dikabarkan, dua nelayan hilang'
        let says = self.stage.says(at, |cue| *cue == Cue::SaysWithPronoun);
        let alleged = |at: usize| self.stage.status_cue(at) == Some(StatusCue::Alleged);
        let says = says.or_else(|| self.stage.len_of(at, EventWord::Report)).or(alleged(at).then_some(1));
        let says = says.filter(|len| self.reading.mark(at + len) == ',' && at + len < self.verb);
        at += says.filter(|_| self.pack.grammar.noun_first).map_or(0, |len| len + 1);
        // 'setelah hujan lebat mengguyur wilayah itu': what joined the clause to the one before.
        let joint = at > self.stage.tokens().start && self.stage.opens_clause(at) && !self.stage.is_relative(at);
        if joint && at < self.verb {
            at = behind_opening_phrase(self.stage, at, self.verb).unwrap_or(at + 1);
        }
        if at < tokens.end {
            *first = self.reading.span(at..tokens.end);
        }
    }

    /// Takes `gap` out of the pieces.
    fn drop(&mut self, gap: Span) {
        let body = self.reading.body;
        let without = |piece: &Span| {
            let before = Span::new(piece.start, piece.end.min(gap.start)).trim(body);
            let behind = Span::new(piece.start.max(gap.end), piece.end).trim(body);
            [before, behind].into_iter().filter(|part| !part.is_empty() && part.start < part.end)
        };
        let mut kept = Vec::with_capacity(self.pieces.len() + 1);
        for piece in &self.pieces {
            if piece.overlaps(gap) {
                kept.extend(without(piece));
            } else {
                kept.push(*piece);
            }
        }
        self.pieces = kept;
    }

    /// Drops ', opens new tab', which has no tokens.
    fn drop_inserted(&mut self) {
        if !self.reading.has_inserted {
            return;
        }
        let body = self.reading.body;
        for inserted in &self.pack.cues.furniture.inserted {
            let gap = |piece: &Span| {
                let at = piece.start + piece.of(body).find(inserted.as_str())?;
                Some(Span::new(at, at + inserted.len()))
            };
            while let Some(gap) = self.pieces.iter().find_map(gap) {
                self.drop(gap);
            }
        }
    }

    fn drop_brackets(&mut self) {
        let body = self.reading.body;
        let bracket = |piece: &Span| {
            let (text, start) = (piece.of(body), piece.start);
            let open = text.find('(')?;
            let close = text[open..].find(')').map_or(text.len(), |close| open + close + 1);
            Some(Span::new(start + open, start + close))
        };
        while let Some(gap) = self.pieces.iter().find_map(bracket) {
            self.drop(gap);
        }
        // 'pada masa jabatan pertamanya (2014-2019)' of which the years were taken out
        let close = |piece: &Span| piece.of(body).starts_with(')').then(|| Span::new(piece.start, piece.start + 1));
        while let Some(gap) = self.pieces.iter().find_map(close) {
            self.drop(gap);
        }
    }
}

/// Behind the comma of a phrase without a verb that opens at `at`: 'sebelum kejadian, korban mengirim pesan'.
fn behind_opening_phrase(stage: &Stage, at: usize, verb: usize) -> Option<usize> {
    let comma = |at: usize| stage.reading.mark(at) == ',';
    let told = |at: usize| stage.is_verb(at) && !stage.is_event_noun(at);
    let stop = (at + 1..verb).find(|&at| comma(at) || told(at))?;
    (comma(stop) && stage.pack.grammar.noun_first).then_some(stop + 1)
}

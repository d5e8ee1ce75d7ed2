//! Verbs of saying: whether one only tells that something was said, or is a deed itself, and what of what was said the time dates.

use std::ops::Range;

use super::{Governor, LONGEST_ASKED_TOKENS, Look};
use crate::lang::{Cue, EventWord, Turn};
use crate::model::Stance;

impl Look<'_> {
    /// 'Budi berkata, "Saya hadir," Senin (14/7)': the day stands right behind what somebody said, and who said it before.
    pub(super) fn closes_speech(&self) -> bool {
        let stage = self.stage;
        let before = self.time.start.saturating_sub(1);
        let mark = if stage.is_time_preposition(before) { before.saturating_sub(1) } else { before };
        let end = stage.reading.span(mark..mark + 1).end;
        stage.is_quotation_mark(mark)
            && stage.attributions().any(|(_, it)| it.direct && it.content.end == end && it.cue.end <= it.content.start)
    }

    /// The time belongs to an event that is the object of a verb of saying ('menepis isu penarikan uang pada Senin'), or to
    /// the subject of what is said ('said the talks on Monday were over'). 'said at the talks on Monday' dates the saying.
    pub(super) fn said_of_noun(&self, cue: usize) -> Governor {
        let told = |said: &Cue| *said == Cue::Told;
        // 'kata Direktur Gempa Bumi BMKG'
        let event = |&at: &usize| self.stage.is_event_noun(at) && !self.stage.is_name(at);
        // 'demikian pengumuman klub, Senin': the noun is of the saying.
        let behind = cue + self.stage.len_of(cue, EventWord::Report).unwrap_or(1);
        let noun = (behind..self.time.start).find(event);
        let as_object = noun.filter(|&noun| {
            let governed = |at: usize| {
                self.stage.is(at, EventWord::Circumstance)
                    || self.stage.is_time_preposition(at)
                    || self.stage.is(at, EventWord::Report)
            };
            self.stage.says(cue, told).is_none() && !self.is_report_of_outlet(cue) && !(cue + 1..=noun).any(governed)
        });
        as_object.or_else(|| self.verb_of_said(cue)).map_or(Governor::Report, Governor::Deed)
    }

    /// 'mencatat penjualan Januari-Juni turun', 'mengatakan pelaku pada Senin malam kembali': the verb behind a time that stands
    /// within what is said, where no word for 'that' opens it.
    pub(super) fn verb_of_said(&self, cue: usize) -> Option<usize> {
        let reading = self.stage.reading;
        let (verb, time) = (reading.span(cue..cue + 1), reading.span(self.time.clone()));
        let said = self.stage.attributions().map(|(_, it)| it).find(|it| it.cue.covers(verb) && !it.direct)?.content;
        let first = reading.tokens_in(said).start;
        let light = |at: usize| self.stage.is_time_preposition(at) || !reading.is_word(at);
        let inside = said.covers(time) && (first..self.time.start).any(|at| !light(at));
        // 'memastikan stok hingga Desember aman meski puncak tanam bergeser'
        let ends = |&at: &usize| reading.mark(at) == ',' || self.stage.opens_clause(at) && !self.stage.is_relative(at);
        let end = (self.time.end..self.part.end).find(ends).unwrap_or(self.part.end);
        let deed = (self.time.end..end).find(|&at| self.stage.is_main_verb(at) || self.stage.is_relative(at));
        deed.filter(|&at| inside && !self.stage.is_relative(at))
    }

    /// 'A man was charged, authorities announced Tuesday': what was said stands before the verb.
    pub(super) fn closes_said(&self, at: usize) -> bool {
        let verb = self.stage.reading.span(at..at + 1);
        self.stage.attributions().any(|(_, it)| it.cue.covers(verb) && it.contents().all(|said| said.end <= verb.start))
    }

    /// ', the minister announced today (Tuesday 11 November)': the end of a sentence that was told before its last comma.
    pub(super) fn closes_sentence(&self, at: usize) -> bool {
        let (stage, start) = (self.stage, self.part.start);
        let bracket = |at: usize| stage.reading.mark(at) == '(';
        let opens = at + 1 < self.time.start && bracket(self.time.start - 1);
        if !opens && !bracket(self.time.end) || !stage.pack.grammar.verbs_inflect {
            return false;
        }
        let light = |at: usize| stage.is_in_time(at) || stage.is_time_preposition(at) || bracket(at);
        let comma = (start..at).rev().find(|&at| stage.reading.is_comma(at));
        let told = |comma: usize| !stage.has_verb(comma..at) && stage.has_verb(start..comma);
        (at + 1..self.time.start).all(light) && comma.is_some_and(told)
    }

    /// 'menyatakan terdakwa bersalah', 'menyatakan pasal itu inkonstitusional': what a court or an office finds is done by its saying so.
    pub(super) fn is_finding(&self, at: usize) -> bool {
        let stage = self.stage;
        let end = self.part.end.min(at + LONGEST_ASKED_TOKENS);
        let closes =
            |&at: &usize| matches!(stage.reading.mark(at), ',' | '"' | '“') || stage.is(at, EventWord::Complementiser);
        let found = |at: usize| stage.is(at, EventWord::Finding);
        let says = || stage.is(at, EventWord::Report) || stage.says(at, |cue| matches!(cue, Cue::Says(_))).is_some();
        let declares = || stage.is_verb(at) && says();
        let pronounced = (at + 1..end).take_while(|at| !closes(at)).any(found);
        pronounced && declares()
    }

    /// 'asked Ottawa for military help', 'begged the ministry for a doctor': whom, and for what, and nothing that was asked in words.
    pub(super) fn is_request(&self, at: usize) -> bool {
        let stage = self.stage;
        let asks = stage.len_of(at, EventWord::Request);
        let end = self.part.end.min(at + LONGEST_ASKED_TOKENS);
        let closes =
            |&at: &usize| matches!(stage.reading.mark(at), ',' | '"' | '“') || stage.is(at, EventWord::Complementiser);
        asks.is_some_and(|len| {
            let first = at + len;
            // 'asked for a trade in November'
            if self.stage.is(first, EventWord::Purpose) {
                let definite = stage.pack.cues.turns.of(stage.reading.words[first + 1]).contains(&Turn::DefiniteBefore);
                // 'asked for urgent work in 2022', but 'asked for comment on Tuesday'
                let noun = stage.is(first + 1, EventWord::Determiner)
                    || stage.reading.is_word(first + 1) && !stage.is(first + 1, EventWord::Report);
                return stage.is_verb(at) && noun && !definite;
            }
            let mut near = (first..end).take_while(|at| !closes(at));
            first < end
                && stage.is_verb(at)
                && first + 1 < self.part.end
                && !stage.is_time_preposition(first)
                && near.any(|at| at > first && at + 1 != self.time.start && stage.is(at, EventWord::Purpose))
        })
    }

    /// 'melaporkan perekrutnya ke Polresta Banyuwangi': what is laid before an office, with nothing that is said of it.
    pub(super) fn is_lodged(&self, at: usize) -> bool {
        let stage = self.stage;
        let end = self.part.end.min(at + LONGEST_ASKED_TOKENS);
        let office = |&to: &usize| stage.is(to, EventWord::Purpose) && !stage.is_time_preposition(to - 1);
        let closes = |at: usize| stage.is_main_verb(at) || !stage.reading.is_word(at);
        let lodged = || (at + 2..end).find(office).is_some_and(|to| !(at + 1..to).any(closes));
        stage.is(at, EventWord::Lodges) && stage.is_verb(at) && lodged()
    }

    /// 'told supporters', 'informed the board'
    pub(super) fn tells(&self, at: usize) -> bool {
        // 'A crack appeared on Monday' names no programme.
        let told = self.stage.says(at, |cue| *cue == Cue::Told);
        self.stage.is_verb(at) && told.is_some_and(|len| len == 1 || at + len != self.time.start)
    }

    /// Whether a verb of saying has an object and nothing that is said: the sentence has no other verb and no quotation
    /// ('Venezuela recalled its ambassador on Wednesday').
    pub(super) fn says_nothing(&self, at: usize) -> bool {
        let claims = |cue: &Cue| matches!(cue, Cue::Says(Stance::Claim | Stance::Promise));
        // 'said last week that 40 had fled' has none.
        let timed = self.stage.pack.grammar.verbs_inflect && self.stage.is_in_time(at + 1);
        let object =
            self.stage.is(at + 1, EventWord::Determiner) && !self.stage.is(at + 1, EventWord::Complementiser) && !timed;
        // 'offered its boats on Monday, hours after the first bodies were brought ashore': as far as the clause goes.
        let Range { start, end } = self.stage.tokens();
        let close = (at + 1..end).find(|&other| self.stage.reading.is_comma(other) && other >= self.time.end);
        let close = close.unwrap_or(end);
        let asides = self.aside_of_subject(start..at);
        let mut others = (start..close).filter(|other| *other != at && !asides.contains(other));
        let tense = |other: usize| other + 1 == at && self.stage.is(other, EventWord::Pluperfect);
        let alone =
            !others.any(|other| self.stage.is_verb(other) && !tense(other) || self.stage.is_quotation_mark(other));
        object && alone && self.stage.says(at, claims).is_some() && !self.is_report_of_outlet(at)
    }

    /// The clause about the subject of the verb behind `words`: 'Hyde-Smith, whose state raises catfish, had signaled'.
    pub(super) fn aside_of_subject(&self, words: Range<usize>) -> Range<usize> {
        let is_comma = |at: usize| self.stage.reading.mark(at) == ',';
        let opens = |at: &usize| self.stage.is_relative(*at) && is_comma(*at - 1);
        let Some(first) = (words.start + 1..words.end).find(opens) else { return words.end..words.end };
        let close = (first..words.end).rev().find(|&at| is_comma(at));
        first..close.unwrap_or(first)
    }

    /// '404 Media first reported the breach on Monday', also 'citing one person': the verb by which an outlet tells it.
    pub(super) fn is_report_of_outlet(&self, at: usize) -> bool {
        let word = self.stage.reading.span(at..at + 1);
        let reports = || self.stage.pack.cues.turns.of(self.stage.reading.words[at]).contains(&Turn::Reports);
        self.stage.attributions().any(|(_, it)| match it.source {
            None => !it.via.is_empty() && it.cue.covers(word),
            Some(_) => reports() && it.via.iter().any(|via| via.cue.covers(word)),
        })
    }

    /// 'confirmed to the Limerick Leader in December that ...': what is said, behind whom it was said to and the time.
    pub(super) fn is_said_behind_time(&self, from: usize) -> bool {
        let stage = self.stage;
        let to = from < self.time.start && stage.is_time_preposition(from) && stage.is(from, EventWord::Auxiliary);
        to && stage.is(self.time.end, EventWord::Complementiser) && !stage.has_verb(from + 1..self.time.start)
    }

    /// Whether what follows a verb at `at` is what is said, and no object: 'announced that ...', 'mengakui, ...'.
    pub(super) fn is_said(&self, mut at: usize) -> bool {
        let timed = at == self.time.start || self.stage.is_time_preposition(at) && at + 1 == self.time.start;
        if timed {
            at = self.time.end;
        }
        self.stage.is(at, EventWord::Complementiser)
            || self.stage.is_quotation_mark(at)
            || timed && self.is_told_clause(at)
            || self.is_said_behind_place(at)
    }

    /// 'demanded on Truth Social that': what is said behind where it was said, with the time or without.
    fn is_said_behind_place(&self, at: usize) -> bool {
        let stage = self.stage;
        let near = at..self.part.end.min(at + LONGEST_ASKED_TOKENS);
        let that = near.clone().find(|&at| stage.is(at, EventWord::Complementiser));
        stage.pack.grammar.verbs_inflect
            && stage.is_time_preposition(at)
            && !stage.is(at, EventWord::Auxiliary)
            && that.is_some_and(|that| !(at..that).any(|at| stage.is_verb(at) || stage.reading.mark(at) == ','))
    }

    /// 'announced Friday she would lead a review': a subject and its modal, with no word for 'that' before them.
    pub(super) fn is_told_clause(&self, at: usize) -> bool {
        let pronoun = |cue: &Cue| *cue == Cue::Pronoun;
        self.stage.says(at, pronoun).is_some() && self.stage.is(at + 1, EventWord::Auxiliary)
    }

    /// A deed of the speaker's own, without a subject, that is told behind the time: 'mengatakan telah mencapai'.
    pub(super) fn own_deed(&self) -> Option<Governor> {
        let says = |cue: &Cue| matches!(cue, Cue::Says(_));
        let pronoun = |cue: &Cue| *cue == Cue::Pronoun;
        let cue = (self.time.end..self.part.end).find(|&at| self.stage.says(at, says).is_some())?;
        let next = if self.stage.says(cue + 1, pronoun).is_some() { cue + 2 } else { cue + 1 };
        let told = self.stage.is(next, EventWord::Auxiliary) || self.stage.is_verb(next);
        let verb = (next..self.part.end).find(|&at| self.stage.is_main_verb(at))?;
        told.then_some(Governor::Deed(verb))
    }
}

//! Which words tell of a report rather than of what is reported: 'an interview that was broadcast on Sunday', 'court documents
//! unsealed Thursday', 'figures published'.

use super::governor::Look;
use crate::lang::{Cue, EventWord};
use crate::model::Attribution;

/// How far behind 'according to' a participle may stand that describes the source.
const LONGEST_SOURCE_TOKENS: usize = 6;

/// How far behind 'in an interview with X' the verb may stand that tells when it was shown.
const LONGEST_INTERVIEW_TOKENS: usize = 9;

/// How far behind the word that opens it the verb of a clause about a noun may stand.
const LONGEST_RELATIVE_TOKENS: usize = 3;

/// 'carried out in May': the time stands so many tokens behind the participle at most.
const FARTHEST_TIME: usize = 3;

/// A paper and whose it is, before 'yang': 'Jajak pendapat Universitas Quinnipiac'.
const LONGEST_PAPER_TOKENS: usize = 10;

/// 'and seen by the paper' before the comma that closes such words has at most this many tokens.
const LONGEST_TAIL_TOKENS: usize = 9;

/// A phrase of reports has at most one token more.
const LONGEST_REPORT_TOKENS: usize = 3;

impl Look<'_> {
    /// Whether the verb at `at` is in a clause about a report: 'an interview that was broadcast on January 10'.
    pub(super) fn is_about_report(&self, at: usize) -> bool {
        if self.shows_interview(at) || self.describes_source(at) || self.made_paper(at) {
            return true;
        }
        if self.outlet_shows(at) {
            return true;
        }
        let from = self.part.start.max(at.saturating_sub(LONGEST_RELATIVE_TOKENS));
        let relative = (from..at).rev().find(|&at| self.stage.is_relative(at));
        // 'said that residents paid' opens what is said: a clause about the report has no subject of its own.
        let bare = |relative: usize| relative + 1 == at || self.stage.is(relative + 1, EventWord::Auxiliary);
        relative.is_some_and(|relative| {
            relative > self.part.start
                && bare(relative)
                && (self.stage.is(relative - 1, EventWord::Report)
                    || self.is_in_report(relative - 1)
                    || self.publishes_paper(at, relative)
                    || self.shows_speech(at, relative))
        })
    }

    /// 'did not comment on the report, which Axios published late Wednesday': a report that somebody with a name brought out.
    fn outlet_shows(&self, verb: usize) -> bool {
        let stage = self.stage;
        let light = |at: &usize| {
            stage.reading.is_capitalised(*at)
                || stage.is(*at, EventWord::Determiner) && !stage.is_relative(*at)
                || stage.is(*at, EventWord::Which)
        };
        let named = (self.part.start..verb).rev().take_while(light).count();
        let relative = (verb - named).checked_sub(1).filter(|&at| at > self.part.start + 1 && stage.is_relative(at));
        let report =
            |at: usize| stage.is(at, EventWord::Report) || stage.says(at, |cue| *cue == Cue::Document).is_some();
        let noun = relative.map(|at| at - 1 - usize::from(stage.reading.mark(at - 1) == ','));
        stage.pack.grammar.verbs_inflect && named > 0 && self.is_out(verb) && noun.is_some_and(report)
    }

    /// 'Jenderal itu dalam pidato yang disiarkan televisi Selasa malam mengajak massa berdialog': what was shown is what is said behind
    /// the time, and nothing is told before; or what was said before, as in 'mengakui pasukannya mundur dalam pidato yang disiarkan'.
    fn shows_speech(&self, verb: usize, relative: usize) -> bool {
        let stage = self.stage;
        let told = || (self.time.end..self.part.end).find(|&at| stage.is_main_verb(at));
        let says = |at: usize| {
            let word = stage.reading.span(at..at + 1);
            stage.attributions().any(|(_, it)| it.cue.overlaps(word))
        };
        let shown = stage.reading.span(relative..verb).start;
        let said = |it: &Attribution| {
            let behind = it.cue.end <= it.content.start && it.content.end <= shown;
            // 'mengumumkan darurat militer dalam pidato yang disiarkan'
            !it.direct && behind && stage.has_verb(stage.reading.tokens_in(it.content))
        };
        let closes = || stage.attributions().any(|(_, it)| said(it));
        let opens = || !stage.has_verb(self.part.start..relative) && told().is_some_and(says);
        stage.pack.grammar.noun_first && self.is_out(verb) && (opens() || closes())
    }

    /// Whether something came out by the verb at `at`.
    fn is_out(&self, at: usize) -> bool {
        self.stage.says(at, |cue| *cue == Cue::Publishes).is_some() || self.stage.is(at, EventWord::Deed)
    }

    /// 'Jajak pendapat Quaest yang dirilis awal bulan ini menunjukkan': a paper, with whose it is, that came out then.
    fn publishes_paper(&self, verb: usize, relative: usize) -> bool {
        let paper = |cue: &Cue| *cue == Cue::Document;
        let from = self.part.start.max(relative.saturating_sub(LONGEST_PAPER_TOKENS));
        let bracket = |at: usize| matches!(self.stage.reading.mark(at), '(' | ')');
        let noun = |at: usize| self.stage.reading.is_word(at) && !self.stage.is_verb(at) || bracket(at);
        let owned = |end: usize| (end..relative).all(noun);
        // 'keputusan menteri yang terbit pada 15 Januari' is no report.
        let is_paper = |at: usize| {
            !self.stage.is(at, EventWord::Law) && self.stage.says(at, paper).is_some_and(|len| owned(at + len))
        };
        self.is_out(verb) && (from..relative).any(is_paper)
    }

    /// 'A poll conducted in May by CRTA found', 'A poll by the Social Research Foundation published last week': how the paper came
    /// to be that is spoken of.
    fn made_paper(&self, at: usize) -> bool {
        let paper = |cue: &Cue| *cue == Cue::Document;
        let near = (at + 1..=at + FARTHEST_TIME).contains(&self.time.start);
        let from = self.part.start.max(at.saturating_sub(LONGEST_PAPER_TOKENS));
        let of_whom = |at: usize| {
            self.stage.reading.is_capitalised(at)
                || self.stage.is_time_preposition(at)
                || self.stage.is(at, EventWord::Determiner)
        };
        // 'a contract, signed in January'
        let is_deal = |at: usize| self.stage.is_event_noun(at) || self.stage.is(at, EventWord::Law);
        let is_paper = |at: &usize| self.stage.says(*at, paper).is_some() && !is_deal(*at);
        // 'The poll, carried out on September 4-6, has a margin of error of three points'
        let comma = |end: usize| self.stage.reading.mark(end.saturating_sub(1)) == ',';
        let end = if comma(at) { at - 1 } else { at };
        let noun = (from..end).rev().find(|&at| !of_whom(at)).filter(is_paper);
        // 'The farm bill died on Thursday' tells of nothing else.
        // Nor does 'The contract expired on Friday and was extended'.
        let joint = (self.time.end..self.part.end).find(|&at| self.stage.is_and(at)).unwrap_or(self.part.end);
        let told =
            |noun: usize| self.stage.has_verb(self.part.start..noun) || self.stage.has_verb(self.time.end..joint);
        // 'When the letter came last November, she kept it': no participle, but the verb of a clause that the comma closes.
        let finite = || self.stage.opens_clause(self.part.start) && comma(self.time.end + 1) && !comma(at);
        at > self.part.start && near && noun.is_some_and(told) && !finite()
    }

    /// 'according to court documents unsealed Thursday': what was done to the paper that is the source.
    fn describes_source(&self, at: usize) -> bool {
        let according = |cue: &Cue| matches!(cue, Cue::According | Cue::Via);
        let from = self.part.start.max(at.saturating_sub(LONGEST_SOURCE_TOKENS));
        let near = (from..at).rev().take_while(|&at| self.stage.reading.mark(at) != ',');
        near.into_iter().any(|at| self.stage.says(at, according).is_some_and(|len| len > 1))
    }

    /// 'in an interview with Sky News Arabia broadcast on Sunday': what is shown or printed is what was said.
    fn shows_interview(&self, at: usize) -> bool {
        let publishes = |cue: &Cue| *cue == Cue::Publishes;
        let told = |cue: &Cue| *cue == Cue::Told;
        let from = self.part.start.max(at.saturating_sub(LONGEST_INTERVIEW_TOKENS));
        self.stage.says(at, publishes).is_some()
            && (from..at)
                .rev()
                .take_while(|&at| !self.stage.is_main_verb(at))
                .any(|at| self.stage.is(at, EventWord::Report) || self.stage.says(at, told).is_some_and(|len| len > 1))
    }

    /// Whether a longer phrase of reports that begins earlier holds the word: 'figures published'.
    pub(super) fn is_in_report(&self, at: usize) -> bool {
        let from = self.part.start.max(at.saturating_sub(LONGEST_REPORT_TOKENS));
        (from..at).any(|first| self.stage.len_of(first, EventWord::Report).is_some_and(|len| first + len > at))
    }

    /// Whether the part opens with words for a report that reach, with the time, to a comma: 'In a speech marking the opening of a
    /// centre last month, X admitted'. What is done in them tells which speech it was.
    pub(super) fn opens_speech(&self) -> bool {
        let inner = self.part.start..self.time.start;
        let phrase = self.stage.len_of(self.part.start, EventWord::Report).is_some_and(|len| len > 1);
        // 'In a Facebook post marking Vesak Day on May 31'
        let paper = |cue: &Cue| *cue == Cue::Document;
        let named = |at: usize| self.stage.says(at, paper).is_some() && !self.stage.is_event_noun(at);
        let nouns = inner.clone().take(LONGEST_PAPER_TOKENS).take_while(|&at| !self.stage.is_main_verb(at));
        let report = phrase || self.stage.is_time_preposition(self.part.start) && nouns.into_iter().any(named);
        let comma = |at: usize| self.stage.reading.mark(at) == ',';
        // 'In an e-mail sent on Friday and seen by the paper, X wrote'
        let tail = self.time.end..self.stage.tokens().end.min(self.time.end + LONGEST_TAIL_TOKENS);
        let closes = if self.stage.pack.grammar.verbs_inflect {
            tail.take_while(|&at| !self.stage.reading.is_number(at)).any(comma)
        } else {
            comma(self.time.end)
        };
        report && inner.clone().all(|at| !comma(at)) && closes
    }

    /// 'Giving evidence on Tuesday, X said': the part opens with where somebody spoke, and a verb of saying follows the comma behind
    /// the time.
    pub(super) fn opens_speaking(&self) -> bool {
        let (stage, time) = (self.stage, self.time.clone());
        if !stage.is(self.part.start, EventWord::Speaking) || self.part.start >= time.start {
            return false;
        }
        let comma = |at: usize| stage.reading.mark(at) == ',';
        let close = (time.end..stage.tokens().end.min(time.end + LONGEST_TAIL_TOKENS)).find(|&at| comma(at));
        let said = |close: usize| stage.reading.span(close..close + 1).end;
        let says = |close: usize| stage.attributions().any(|(_, it)| it.cue.start >= said(close));
        !(self.part.start..time.start).any(comma) && close.is_some_and(says)
    }

    /// 'As Bloomberg's Sara Whitlock reported last month, three lines have said no': the part opens with who told it before, and the
    /// time closes that.
    pub(super) fn is_as_told(&self) -> bool {
        let (stage, first) = (self.stage, self.part.start);
        if !stage.is(first, EventWord::AsTold) || stage.reading.mark(self.time.end) != ',' {
            return false;
        }
        let before = self.time.start.saturating_sub(1);
        let lead = if stage.is_time_preposition(before) { before } else { self.time.start };
        let says = |at: usize| {
            let word = stage.reading.span(at..at + 1);
            stage.is(at, EventWord::Report) || stage.attributions().any(|(_, it)| it.cue.overlaps(word))
        };
        lead > first + 1 && stage.is_verb(lead - 1) && says(lead - 1) && !stage.has_verb(first..lead - 1)
    }

    /// Whether the part opens with an interview, the time in it: 'Dalam wawancara dengan X pada Kamis lalu, Y mengatakan'.
    pub(super) fn opens_interview(&self) -> bool {
        let told = |cue: &Cue| *cue == Cue::Told;
        let opening = self.part.start..(self.part.start + 3).min(self.time.start);
        let interview = opening.clone().any(|at| self.stage.says(at, told).is_some() && !self.stage.is_verb(at));
        interview && self.stage.reading.mark(self.time.end) == ','
    }
}

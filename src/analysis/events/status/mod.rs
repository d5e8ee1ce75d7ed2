//! How certain an event is: what stands before its verb, whose word it rests on, and whether its time is still to come.

mod agreed;
mod denial;

use std::ops::Range;

use super::stage::Stage;
use crate::lang::{Cue, EventWord, StatusCue, Turn, WordId};
use crate::model::Stance;
use crate::model::{Anchor, Attribution, Grain, Interval, Modifier, Status, TimeExpression};

/// How far before its verb a word may stand that makes an event planned.
const PLAN_TOKENS: usize = 7;

/// How far before its verb a negation may stand.
const NEGATION_TOKENS: usize = 4;

/// The status of the event whose verb stands at `verb` in the tokens `part`, and of its time, where one is told.
pub(super) fn of(stage: &Stage, part: Range<usize>, verb: usize, time: Option<(&TimeExpression, Interval)>) -> Status {
    let words = Words { stage, part, verb };
    let to_come = time
        .is_some_and(|(time, interval)| is_to_come(stage, time, interval) || is_told_to_come(stage, time, interval));
    if words.is_denied() {
        Status::Denied
    } else if !to_come && words.has(StatusCue::Alleged, words.start()) {
        let lasts = || time.is_some_and(|(_, interval)| reaches_beyond(stage, interval));
        if lasts() && (words.is_estimated() || words.is_expected()) { Status::Planned } else { Status::Alleged }
    } else if to_come
        || words.is_planned() && !time.is_some_and(|(_, it)| words.was_agreed(it))
        || time.is_some_and(|(_, it)| words.begins_as_plan(it))
        || words.is_estimated() && time.is_some_and(|(_, it)| is_today(stage, it) || reaches_beyond(stage, it))
    {
        Status::Planned
    } else {
        Status::Reported
    }
}

/// Whether a time begins behind the day of publication; a period may begin on it.
fn is_to_come(stage: &Stage, time: &TimeExpression, interval: Interval) -> bool {
    let today = match time.anchor {
        Anchor::Published { date, .. } => Some(date),
        _ => stage.found.published,
    };
    today.is_some_and(|today| {
        let first = interval.first_day();
        let lasts = interval.is_period() && interval.last_day() > today;
        first > today || first == today && lasts
    })
}

/// Whether a time is the day of publication: 'memproyeksikan rupiah bergerak di rentang itu hari ini'.
fn is_today(stage: &Stage, interval: Interval) -> bool {
    stage.found.published.is_some_and(|today| interval.first_day() == today && interval.last_day() == today)
}

/// Whether a time is not over on the day of publication.
fn reaches_beyond(stage: &Stage, interval: Interval) -> bool {
    stage.found.published.is_some_and(|today| interval.last_day() > today)
}

/// Whether the words for a time that is not over say themselves that it is to come, or may: 'later this month', 'mungkin tahun ini'.
fn is_told_to_come(stage: &Stage, time: &TimeExpression, interval: Interval) -> bool {
    if is_late_part(stage, time, interval) {
        return true;
    }
    let first = stage.time_tokens(time).start;
    let says = [first, first.saturating_sub(1), first.saturating_sub(2)].into_iter().any(|at| {
        let reach = stage.len_of(at, EventWord::ToCome).map_or(at, |len| at + len);
        reach > at && reach + 1 >= first
    });
    says && (stage.found.published.is_none() || reaches_beyond(stage, interval))
}

/// 'dibuka penghujung Juli' of a second of July: whether a month or a year has yet to come to the part of it that is told.
fn is_late_part(stage: &Stage, time: &TimeExpression, interval: Interval) -> bool {
    let part = match time.modifier {
        Some(Modifier::End) => 2,
        Some(Modifier::Mid) => 1,
        _ => return false,
    };
    let Some(today) = stage.found.published.filter(|_| matches!(interval.grain, Grain::Month | Grain::Year)) else {
        return false;
    };
    let (first, last) = (interval.first_day(), interval.last_day());
    let days = |from, to: jiff::civil::Date| to.since(from).map_or(0, |span: jiff::Span| span.get_days());
    let (past, whole) = (days(first, today), days(first, last) + 1);
    first <= today && today <= last && past * 3 < whole * part
}

struct Words<'a> {
    stage: &'a Stage<'a>,
    part: Range<usize>,
    verb: usize,
}

impl Words<'_> {
    /// Where what bears on the verb begins: with the sentence, for what another clause reports; behind the verb before,
    /// for what is joined to it.
    fn start(&self) -> usize {
        let sentence = self.stage.tokens();
        if self.part.start > sentence.start && !self.is_reported() { self.part.start } else { sentence.start }
    }

    /// Whether the clause is what somebody said.
    fn is_reported(&self) -> bool {
        let before = self.part.start.saturating_sub(1);
        self.stage.is(self.part.start, EventWord::Complementiser) || self.stage.is(before, EventWord::Complementiser)
    }

    fn has(&self, wanted: StatusCue, start: usize) -> bool {
        // 'pemulangan jenazah pertama direncanakan pekan ini': behind an event that is the subject.
        let noun = self.stage.pack.grammar.noun_first && self.stage.is_event_noun(self.verb);
        let reach =
            if noun && !(self.verb + 1..self.part.end).any(|at| self.stage.is_main_verb(at)) { PLAN_TOKENS } else { 2 };
        let end = (self.verb + reach).min(self.part.end.max(self.verb + 1));
        // 'sipir yang tidak mau disebut namanya' claims nothing.
        let alleged = wanted == StatusCue::Alleged;
        let withheld = |at: usize| {
            alleged && (start.max(at.saturating_sub(NEGATION_TOKENS - 1))..at).any(|at| self.stage.negates(at))
        };
        // 'would not rule out', 'tidak membantah' deny nothing.
        let undone = |at: usize| wanted == StatusCue::Denied && at > start && self.stage.negates(at - 1);
        // 'rencana 20 butir yang diumumkan': what is told of a plan is done.
        let noun_first = self.stage.pack.grammar.noun_first;
        let relative = (start..self.verb).rev().take(2).find(|&at| noun_first && self.stage.is_relative(at));
        let of_noun = |at: usize| wanted == StatusCue::Planned && relative.is_some_and(|relative| at < relative);
        let cue = |at: usize| {
            self.stage.status_cue(at) == Some(wanted)
                && !withheld(at)
                && !undone(at)
                && !self.is_object(at)
                && !of_noun(at)
        };
        // 'Jelang laga, dua suporter diamankan'
        let leads = |at: usize| {
            let ahead = noun_first && at == self.stage.tokens().start;
            ahead
                && self.stage.pack.time.words_ahead_of.begins(self.stage.rest(at))
                && (at..self.verb).any(|at| self.stage.reading.mark(at) == ',')
        };
        // 'Rencana tersebut dibahas': of a plan that was told before.
        let told_before = |at: usize| {
            let behind = self.stage.reading.words.get(at + 1);
            let definite = |&word: &WordId| self.stage.pack.cues.turns.of(word).contains(&Turn::DefiniteBehind);
            noun_first && self.stage.is(at, EventWord::Prospect) && behind.is_some_and(definite)
        };
        let cue = |at: usize| cue(at) && !leads(at) && !told_before(at);
        let doubts = |at: usize| !alleged || !self.names_outlet(at) && !self.is_matter(at);
        // 'Pria yang diduga mencuri motor ditangkap': of the noun, and not of what was done about it.
        let of_subject = |at: usize| alleged && noun_first && self.is_about_subject(at);
        // 'Video yang diklaim memperlihatkan tsunami beredar setelah gempa mengguncang Kamchatka' doubts no quake.
        let apart = |at: usize| {
            let stage = self.stage;
            let opens = |at: usize| stage.opens_clause(at) && stage.is(at, EventWord::Circumstance);
            let subject = |at: usize| !stage.is_verb(at) || stage.is_event_noun(at);
            let of_relative = alleged && noun_first && at > start && stage.is_relative(at - 1);
            of_relative && (at..self.verb).any(|at| opens(at) && at + 1 < self.verb && subject(at + 1))
        };
        let told = |at: usize| cue(at) && !apart(at) && !of_subject(at) && !self.is_estimate_of_done(at) && doubts(at);
        (start..end).any(|at| told(at) && !self.is_done_itself(at))
    }

    /// Whether a word that doubts opens a clause about a noun, at `at`, and the verb is not what that clause tells: 'yang diduga pelaku
    /// ditangkap', 'yang dilaporkan hilang di Cilacap ditemukan', but not 'yang diduga kuat membunuh'.
    fn is_about_subject(&self, at: usize) -> bool {
        let stage = self.stage;
        if at == 0 || at >= self.verb || !stage.is_relative(at - 1) {
            return false;
        }
        let len = stage.pack.cues.status.longest(stage.rest(at)).map_or(1, |(len, _)| len);
        let first = (at + len..self.verb).find(|&at| !stage.is(at, EventWord::Auxiliary)).unwrap_or(self.verb);
        let noun = |at: usize| stage.reading.is_word(at) && !stage.is_verb(at);
        let adverb = |at: usize| stage.is_verb(at + 1) && at + 1 == self.verb;
        first < self.verb && (stage.is_main_verb(first) || noun(first) && !adverb(first))
    }

    /// 'Sidang kasus dugaan suap digelar', 'Riva didakwa': what a case is about, or the accusing itself, doubts nothing that was done;
    /// 'Dugaan penganiayaan itu terjadi' does.
    fn is_matter(&self, at: usize) -> bool {
        let (stage, verb) = (self.stage, self.verb);
        stage.is(at, EventWord::Allegation) && !stage.is(verb, EventWord::Happens)
            || at == verb && stage.is(at, EventWord::Accuses)
    }

    /// 'filed plans for six flats': a noun for what is planned, right behind a verb of what was done with it.
    fn is_object(&self, at: usize) -> bool {
        let stage = self.stage;
        let has_ending = |at: usize| {
            let text = stage.reading.text(at);
            stage.pack.cues.verb_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str()))
        };
        // 'membahas rencana penerbitan ulang'
        if stage.pack.grammar.noun_first {
            let done =
                |verb: usize| stage.is_main_verb(verb) && stage.says(verb, |cue| matches!(cue, Cue::Says(_))).is_none();
            return at == self.verb + 1 && stage.is(at, EventWord::Prospect) && done(self.verb);
        }
        (self.verb..=self.verb + 1).contains(&at)
            && at > 0
            && !stage.is(at, EventWord::Auxiliary)
            && !has_ending(at)
            && has_ending(at - 1)
            && stage.is_main_verb(at - 1)
    }

    /// 'Seperti dilaporkan Der Spiegel', 'baru dilaporkan ke puskesmas': whose report it is, or a report that is the deed; neither
    /// makes a claim of what is told.
    fn names_outlet(&self, at: usize) -> bool {
        let word = self.stage.reading.span(at..at + 1);
        let via = |it: &Attribution| it.via.iter().any(|via| via.cue.overlaps(word)) || it.cue.overlaps(word);
        let by_outlet = || self.stage.attributions().any(|(_, it)| !it.via.is_empty() && via(it));
        at == self.verb && self.stage.pack.grammar.noun_first && self.stage.is(at, EventWord::Deed) || by_outlet()
    }

    /// 'proposed a truce in September', 'proposed in January to keep', 'tuntutan jaksa, yang pada 4 Juli lalu meminta': to plan was the
    /// deed, as in 'meminta maaf' and 'meminta pengecualian'.
    fn is_done_itself(&self, at: usize) -> bool {
        let stage = self.stage;
        let has_ending =
            || stage.pack.cues.verb_suffixes.iter().any(|it| stage.reading.text(at).ends_with(it.as_str()));
        // But not 'was planned in March'.
        let timed = || {
            let passive = at > 0 && stage.is(at - 1, EventWord::Passive);
            stage.is_time_preposition(at + 1) && stage.is_in_time(at + 2) && !passive
        };
        let asks = || {
            let says = |cue: &Cue| matches!(cue, Cue::Says(Stance::Claim));
            let behind_time = at > self.part.start && stage.is_in_time(at - 1);
            let done = || stage.is(at, EventWord::Deed) || stage.says(at, |cue| *cue == Cue::Publishes).is_some();
            done() || behind_time && stage.pack.cues.speech.of(stage.reading.words[at]).iter().any(says)
        };
        let plans = || {
            stage.status_cue(at) == Some(StatusCue::Planned)
                && has_ending()
                && (stage.is(at + 1, EventWord::Determiner) || timed())
        };
        at == self.verb && (stage.pack.grammar.noun_first && asks() || plans())
    }

    /// 'Ia memperkirakan ekonomi tumbuh 4,9 persen tahun ini': what somebody expects.
    fn is_estimated(&self) -> bool {
        let verb = self.stage.reading.span(self.verb..self.verb + 1);
        let covers = |it: &Attribution| it.contents().any(|said| said.covers(verb));
        self.stage.attributions().any(|(_, it)| it.stance == Stance::Estimate && covers(it))
    }

    /// 'Laba diperkirakan tumbuh 8 persen pada 2026': what is expected, of whomever.
    fn is_expected(&self) -> bool {
        let mut near = self.part.start.max(self.verb.saturating_sub(NEGATION_TOKENS))..self.verb;
        let noun_first = self.stage.pack.grammar.noun_first;
        noun_first && near.any(|at| self.stage.is(at, EventWord::Figure) && self.stage.status_cue(at).is_some())
    }

    /// 'memperkirakan X telah mengirim': what somebody estimates to be done is told as done.
    fn is_estimate_of_done(&self, at: usize) -> bool {
        let estimates = |cue: &Cue| matches!(cue, Cue::Says(Stance::Estimate));
        self.stage.says(at, estimates).is_some() && self.verb > at && self.stage.is(self.verb - 1, EventWord::Auxiliary)
    }

    /// 'OJK berencana mengizinkan emiten membeli kembali sahamnya mulai pekan ini': the first verb of the clause is one of planning, and
    /// the time is not over.
    fn begins_as_plan(&self, interval: Interval) -> bool {
        let verb = self.stage.reading.span(self.verb..self.verb + 1);
        let plans = |from: usize| {
            let first = (from..self.verb).find(|&at| self.stage.is_verb(at));
            first.is_some_and(|at| self.stage.status_cue(at) == Some(StatusCue::Planned))
        };
        // 'bilang, survei akan mulai dilakukan setelah musim hujan usai'
        let said = || self.stage.attributions().find_map(|(_, it)| it.contents().find(|said| said.covers(verb)));
        let told = || said().is_some_and(|said| plans(self.stage.reading.tokens_in(said).start));
        self.stage.pack.grammar.noun_first && reaches_beyond(self.stage, interval) && (plans(self.part.start) || told())
    }

    /// Words of planning within reach of the verb; not those of another verb before it.
    fn is_planned(&self) -> bool {
        // 'Rencana relokasi sudah disusun sejak 2022'
        if self.verb > self.part.start && self.stage.is(self.verb - 1, EventWord::Done) {
            return false;
        }
        let from = self.part.start.max(self.verb.saturating_sub(PLAN_TOKENS));
        // 'was expected after its rival merged': what opens the clause of the verb parts it from a plan.
        let opens = |at: &usize| self.stage.opens_clause(*at) && self.stage.is(*at, EventWord::Circumstance);
        let opener = (from..self.verb).rev().find(opens);
        let from = opener.unwrap_or(from);
        let other =
            (from..self.verb).rev().find(|&at| self.stage.is_main_verb(at) && self.stage.status_cue(at).is_none());
        let from = other.map_or(from, |other| other + 1);
        self.has(StatusCue::Planned, from)
    }
}

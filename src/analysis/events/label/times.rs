//! Takes the words for the time out of a label: the timeline shows it.

use std::ops::Range;

use super::Label;
use crate::analysis::events::clauses;
use crate::lang::{EventWord, Turn, WordId};
use crate::model::{Grain, Span};

/// 'in the early hours of' has as many tokens.
const LONGEST_LEAD_TOKENS: usize = 5;

impl Label<'_> {
    /// Drops the word that joined the clause to its time: 'in 2021, when the roof caved in'.
    pub(super) fn drop_when(&mut self) {
        let Some(first) = self.pieces.first_mut() else { return };
        let tokens = self.reading.tokens_in(*first);
        let when = tokens.start + usize::from(self.reading.mark(tokens.start) == ',');
        if when + 1 < tokens.end && self.stage.is(when, EventWord::When) {
            *first = self.reading.span(when + 1..tokens.end);
        }
    }

    /// Drops the time with its preposition; and all before it, where it ends an adverbial that opens the clause.
    pub(super) fn drop_time(&mut self, time: Span) {
        let Some(first) = self.pieces.first().copied() else { return };
        let tokens = self.row_of_times(self.reading.tokens_in(time));
        if self.is_owner(tokens.end) {
            return;
        }
        let preposition = tokens.start.checked_sub(1).filter(|&before| {
            let leads = self.pack.cues.time_prepositions.has(self.reading.words[before]);
            let particle = || self.stage.is(tokens.end - 1, EventWord::Particle);
            leads
                && !self.stage.is(before, EventWord::Particle)
                && !(particle() && before > 0 && self.stage.is_verb(before - 1))
        });
        // 'ended on a Friday in March'
        let article = tokens.start.checked_sub(2).filter(|&at| {
            self.stage.is_time_preposition(at)
                && self.stage.is(at + 1, EventWord::Determiner)
                && self.stage.is_time_preposition(tokens.end.min(tokens.start + 1))
        });
        // 'tepatnya April 2020'
        let namely = tokens.start.checked_sub(1).filter(|&at| {
            self.pack.grammar.noun_first && self.stage.is(at, EventWord::Namely) && tokens.start < self.verb
        });
        let start = self.lead_of(first, tokens.start).or(article).or(preposition).or(namely).unwrap_or(tokens.start);
        let opens = self.reading.mark(tokens.end) == ',' && self.opens_with_preposition(first, start);
        if opens {
            let close = self.stage.length_aside(tokens.end).filter(|&close| close < self.verb);
            self.drop(Span::new(first.start, self.reading.tokens[close.unwrap_or(tokens.end)].span().end));
        } else {
            let comma = start.checked_sub(1).filter(|&at| self.reading.mark(at) == ',');
            let end = if start > self.verb { self.aside_until(self.other_way(tokens.end)) } else { tokens.end };
            let end = end + usize::from(end == tokens.end && preposition.is_some_and(|at| self.is_pointed_at(at, end)));
            self.drop(self.reading.span(comma.unwrap_or(start)..end));
        }
    }

    /// 'sebelum beraksi pada Sabtu malam itu': the word that points belongs to the time, which stands right behind the verb; in 'tragedi pada
    /// 2019 itu' and 'pabrik yang diresmikan pada 2019 itu' to the noun.
    fn is_pointed_at(&self, preposition: usize, end: usize) -> bool {
        let points = |word: &WordId| self.pack.cues.turns.of(*word).contains(&Turn::DefiniteBehind);
        let start = self.stage.tokens().start;
        self.reading.words.get(end).is_some_and(points)
            && preposition > start
            && self.pack.grammar.noun_first
            && self.stage.is_main_verb(preposition - 1)
            && !(start..preposition).any(|at| self.stage.is_relative(at))
    }

    /// Drops the day of an hour, told behind the place: 'pukul 13.00 WIB di Jalan Merdeka, Depok, Selasa (18/11)'.
    pub(super) fn drop_day_behind(&mut self, hour: Span) {
        let times = self.stage.found.times.items();
        let index = times.partition_point(|time| time.span.start < hour.start);
        let Some([hour, day]) = times.get(index..index + 2) else { return };
        let (Some(at), Some(on)) = (hour.value.interval(), day.value.interval()) else { return };
        let is_day = matches!(on.grain, Grain::Day | Grain::PartOfDay) && on.first_day() == at.first_day();
        let tokens = self.stage.time_tokens(day);
        let inside = self.pieces.last().is_some_and(|last| last.covers(day.span));
        if at.grain > Grain::Hour
            || !is_day
            || !inside
            || self.stage.has_verb(self.reading.tokens_in(hour.span).end..tokens.start)
        {
            return;
        }
        let light = |at: &usize| self.stage.is_time_preposition(*at) || self.reading.mark(*at) == ',';
        let lead = tokens.start - (0..tokens.start).rev().take_while(light).count();
        self.drop(self.reading.span(lead..tokens.end));
    }

    /// Drops a piece at the beginning that is nothing but the time of what was left out: 'Pada Jumat' before 'disusul 307 orang'; or such
    /// a time at its end: 'a law on Tuesday' before 'that will ban petrol cars'.
    pub(super) fn drop_other_time(&mut self) {
        let is_time = |at: usize| self.stage.is_in_time(at) || self.stage.is_time_preposition(at);
        let others = |piece: &Span| self.reading.tokens_in(*piece).all(|at| is_time(at) || !self.reading.is_word(at));
        if self.pieces.len() > 1 && others(&self.pieces[0]) {
            self.pieces.remove(0);
            return;
        }
        if let [first, relative, ..] = self.pieces[..]
            && self.stage.is_relative(self.reading.tokens_in(relative).start)
        {
            let tokens = self.reading.tokens_in(first);
            let time = tokens.clone().rev().take_while(|&at| is_time(at)).last();
            time.into_iter().for_each(|time| self.drop(self.reading.span(time..tokens.end)));
        }
    }

    /// The end of another way to tell the time, behind its comma: ', atau 16 hari setelah gencatan senjata'.
    fn other_way(&self, time: usize) -> usize {
        // 'pukul 13.00 WIB atau tiga jam setelah makanan dibagikan'
        let joint = time + usize::from(self.reading.mark(time) == ',');
        let led = joint > time || self.stage.is_and(joint) && self.pack.grammar.noun_first;
        let or = led
            && self.reading.is_word(joint)
            && !self.stage.is_time_preposition(joint)
            && self.stage.is_in_time(joint + 1);
        let limit = self.pieces.last().map_or(time, |last| self.reading.tokens_in(*last).end);
        let end = (joint..limit).find(|&at| self.reading.mark(at) == ',').unwrap_or(limit);
        if or && !(joint..end).any(|at| self.stage.is_main_verb(at) && !self.stage.is_event_noun(at)) {
            end
        } else {
            time
        }
    }

    /// The end of what a comma behind the time sets beside the clause, without a verb: 'will resign on Jan. 5, an abrupt end to a
    /// career'.
    fn aside_until(&self, time: usize) -> usize {
        let limit = self.pieces.last().map_or(time, |last| self.reading.tokens_in(*last).end);
        let comma = |at: usize| self.reading.is_comma(at);
        let close = (time + 1..limit).find(|&at| comma(at)).unwrap_or(limit);
        let is_aside = self.pack.grammar.verbs_inflect
            && comma(time)
            && time + 1 < close
            && self.stage.is(time + 1, EventWord::Determiner)
            && !(time + 2..close).any(|at| self.stage.is_verb(at) && !self.stage.is(at - 2, EventWord::Determiner));
        // ', an abrupt end to a career, which had begun in 2020'
        let end = if self.stage.is_relative(close + 1) { limit } else { close };
        // 'will shut on March 15, which means that the lamps go dark': of the day, or of all that was told.
        let about = self.pack.grammar.verbs_inflect && comma(time) && self.stage.is_relative(time + 1);
        if is_aside || about { end } else { time }
    }

    /// A time with those that stand right beside it: 'at 1:14 a.m. on Friday', 'pada Rabu malam, 20 Agustus', 'aksi 25 dan 28 Agustus'.
    fn row_of_times(&self, time: Range<usize>) -> Range<usize> {
        let stage = self.stage;
        // 'Selasa malam waktu setempat atau Rabu dini hari WIB'
        let again = |at: usize| {
            let repeated = at > 0 && stage.is_and(at - 1) && stage.is(at, EventWord::Repeated);
            repeated || stage.pack.grammar.noun_first && stage.is(at, EventWord::Namely)
        };
        let joins =
            |at: usize| self.reading.mark(at) == ',' || stage.is_time_preposition(at) || stage.is_and(at) || again(at);
        let limit = stage.tokens();
        let times = clauses::times_in(stage, limit.clone());
        let is_time = |at: &usize| times.iter().any(|time| time.contains(at));
        let mut row = time;
        loop {
            let next = (row.end..limit.end).find(|&at| !joins(at)).filter(is_time);
            let end = next.and_then(|next| (next..limit.end).take_while(is_time).last()).map(|last| last + 1);
            // 'turun pada Rabu setelah pekan lalu menembus 5 triliun': the time of the next clause.
            let own = |end: usize| next.is_some_and(|next| stage.opens_clause(next - 1)) && stage.is_main_verb(end);
            match end.filter(|&end| !self.is_owner(end) && !own(end)) {
                Some(end) => row.end = end,
                None => break,
            }
        }
        loop {
            let last = (limit.start..row.start).rev().find(|&at| !joins(at)).filter(is_time);
            match last.and_then(|last| (limit.start..=last).rev().take_while(is_time).last()) {
                Some(start) if !self.is_of_noun(start, row.start) => row.start = start,
                _ => return row,
            }
        }
    }

    /// 'merilis survei triwulan II pada 5 Agustus': whether the time at `start`, right behind its noun, tells which one is meant, and
    /// another that is led by a preposition at `next` tells when.
    fn is_of_noun(&self, start: usize, next: usize) -> bool {
        let stage = self.stage;
        let led = |at: usize| at > 0 && stage.is_time_preposition(at - 1);
        let long = || {
            let (times, span) = (stage.found.times.items(), self.reading.span(start..start + 1));
            let time = times.get(times.partition_point(|time| time.span.end <= span.start));
            time.and_then(|time| time.value.interval()).is_some_and(|it| it.grain >= Grain::Month)
        };
        let noun =
            || start > 0 && self.reading.is_word(start - 1) && !stage.is_verb(start - 1) && !stage.is_and(start - 1);
        stage.pack.grammar.noun_first && led(next) && !led(start) && noun() && long()
    }

    /// Whether what is told behind a time is the time's: 'Sunday's runoff' would leave its end behind.
    fn is_owner(&self, end: usize) -> bool {
        self.reading.is_word(end) && self.reading.is_glued(end)
    }

    /// Whether the words before `time` are one adverbial: 'Dalam wawancara dengan NBC News pada Kamis lalu, ...', but not 'At
    /// least 14 people died on Monday, officials said'.
    fn opens_with_preposition(&self, piece: Span, time: usize) -> bool {
        let start = self.reading.token_from(piece.start);
        if (start..time).contains(&self.verb) {
            return false;
        }
        let is_preposition = |at: usize| self.pack.cues.time_prepositions.has(self.reading.words[at]);
        // 'Saat pandemi 2020, restoran itu tutup'
        let opens = |at: usize| is_preposition(at) || self.pack.grammar.noun_first && self.stage.opens_clause(at);
        start == time || opens(start) && (start..time).all(|at| self.reading.mark(at) != ',')
    }

    /// Where the words begin that go with a time at `time`: 'in the early hours of'.
    fn lead_of(&self, piece: Span, time: usize) -> Option<usize> {
        let from = self.reading.token_from(piece.start).max(time.saturating_sub(LONGEST_LEAD_TOKENS));
        let lead =
            (from..time).find(|&at| self.stage.len_of(at, EventWord::TimeLead).is_some_and(|len| at + len == time));
        // 'In the 1980s Pakistan armed', but 'in the 2023 election'
        let is_decade = || self.reading.is_number(time) && self.reading.text(time + 1) == "s";
        let article = || (from + 1..time).next_back().filter(|&at| self.stage.is(at, EventWord::Determiner));
        lead.or_else(|| article().filter(|_| is_decade()).map(|at| at - 1))
    }
}
